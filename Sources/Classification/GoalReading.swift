import IEPModel

/// A criterion that fired on a text, with the words that made it fire.
struct Fired {
  var criterion: Int
  /// Counts in full: a strong criterion in what is measured.
  var isStrong: Bool
  var slot: Slot
  var evidence: Evidence
  /// The words are used by both models, or count only where nothing surer does.
  var isLoose = false
  /// A place or a time of the school day behind a word that tells where or when ("in study hall").
  var isPlaced = false
}

/// What the cues of a pack find in one text.
struct GoalReading {
  var text: GoalText
  var fired: [Fired] = []
  /// A clinical word was read in another sense, or a cue was kept silent by its company.
  var guardFired = false
  /// "not in the therapy room", "without a therapist".
  var negated = false
  /// Something is done that can be seen, not only improved, known or maintained.
  var isObservable = false
  /// Something is done, be it one of the widest acts.
  var isActed = false
  /// The act is not one of the widest ("uses", "follows").
  var isConcrete = false
  /// A pattern is shown or kept up ("maintains"): something to be measured, though nothing is done.
  var isKept = false
  /// A number with a unit stands in the goal.
  var isMeasured = false
  var hasNumber = false
  /// Wide acts in a manner that cannot be counted.
  var isWish = false
  /// Only the absence of a behaviour is asked for.
  var onlyStops = false
  var contentWords = 0
}
