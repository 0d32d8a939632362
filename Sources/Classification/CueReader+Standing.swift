import IEPModel

/// How much a cue counts by the place where its words stand, and by what stands before them.
extension CueReader {
  /// Whether a cue counts in full (true), in half (false), or not at all (nil) where it stands.
  func strength(of match: GoalText.Match, _ cue: CompiledCue) -> Bool? {
    let criterion = cue.criterion
    if !cue.slots.isEmpty, !cue.slots.contains(match.slot) { return nil }
    let isStrong = cue.isStrong
    switch (criterion.polarity, match.slot) {
    case (.quality, .target), (.quality, .learner), (.quality, .criterion): return true
    case (.exempt, .target), (.exempt, .learner), (.exempt, .condition), (.exempt, .criterion), (.exempt, .means):
      return true
    case (.educational, .target): return isStrong
    case (.educational, .condition), (.educational, .criterion), (.educational, .purpose), (.educational, .span):
      if !cue.slots.isEmpty { return isStrong && match.slot != .purpose }
      return match.slot == .purpose || !isStrong ? false : nil
    case (.educational, .method): return cue.slots.contains(.method) ? isStrong : nil
    case (.educational, .means): return cue.slots.contains(.means) ? false : nil
    case (.clinical, .target), (.clinical, .criterion), (.clinical, .span): return isStrong
    case (.clinical, .condition), (.clinical, .timeframe): return isStrong && criterion.countsInCondition
    // A session in the means is where it was practised, not where it counts.
    case (.clinical, .means): return criterion.isSetting ? nil : false
    case (.clinical, .purpose), (.clinical, .learner): return false
    case (.clinical, .method): return criterion.isSetting ? nil : false
    default: return nil
    }
  }

  /// Whether a word of a concept stands just before the match.
  func follows(_ concept: Int?, _ match: GoalText.Match, _ text: GoalText) -> Bool {
    text.matches.contains { $0.concept == concept && $0.last < match.first && $0.last + 2 >= match.first }
  }

  /// A verb of the given classes stands before the match in the target, or before it in its own part.
  /// - Parameter itself: the match may be its own verb ("requests"); a stimulus to be borne may not ("touches").
  func governs(_ match: GoalText.Match, _ verbs: ConceptSet, _ text: GoalText, itself: Bool) -> Bool {
    text.matches.contains {
      verbs.contains($0.concept) && $0.isAct && $0.slot == .target
        && ($0.first < match.first || itself && $0.first == match.first || match.slot != .target
          || match.last < (text.head ?? 0))
    }
  }

  /// "to participate in class activities": whether a verb of the given classes stands in the aim, or no verb at all ("for
  /// class activities").
  func isAim(_ match: GoalText.Match, _ verbs: ConceptSet, _ text: GoalText) -> Bool {
    var hasVerb = false
    for other in text.matches where other.slot == .purpose && other.first <= match.first {
      guard lexicon.kind(other.concept) == .verb else { continue }
      if verbs.contains(other.concept) { return true }
      hasVerb = hasVerb || other.last < match.first
    }
    return !hasVerb
  }

  /// "a chart of pulse rates", "photos of a bent knee": what is shown there is not exercised.
  func isDepicted(_ match: GoalText.Match, _ text: GoalText) -> Bool {
    text.matches.contains {
      $0.concept == depictions && $0.last < match.first && match.first - $0.last <= Self.wordsToDepicted
        && text.tokens[($0.last + 1)...match.first].allSatisfy {
          $0.marks.isDisjoint(with: [.comma, .sentence, .break_])
        }
    }
  }

  /// "sorts the coins with a pincer grasp": how an act is done belongs to nothing that is sorted or explained.
  func isManner(_ match: GoalText.Match, _ text: GoalText) -> Bool {
    patterns.contains(match.concept)
      && (max(0, match.first - Self.wordsToManner)..<match.first).contains { manners.contains(text.tokens[$0].code) }
  }

  /// "using a mature tripod grasp".
  private static let wordsToManner = 3

  /// "a diagram of the human knee".
  private static let wordsToDepicted = 4

  /// "the hop-and-balance game": one word of a compound that the lexicon does not know, which is no act here.
  func isInCompound(_ match: GoalText.Match, _ text: GoalText) -> Bool {
    guard !match.isAct, match.first == match.last, match.last + 1 < text.tokens.count,
      text.tokens[match.last + 1].marks.contains(.hyphen)
    else { return false }
    return lexicon.kind(match.concept) == .verb || text.tokens[match.first].marks.contains(.hyphen)
      || joiners.contains(text.tokens[match.last + 1].code)
  }

  /// Whether the verb next before the match in the target is of the given classes.
  func governor(of match: GoalText.Match, in text: GoalText, isOf verbs: ConceptSet) -> Bool {
    guard let verb = text.acts.filter({ $0 <= match.first }).max() else { return false }
    return text.matches.contains { $0.first == verb && verbs.contains($0.concept) }
  }
}
