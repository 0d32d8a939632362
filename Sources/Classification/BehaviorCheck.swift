/// Whether what a goal measures can be seen and counted: done and not only improved, known or wished for.
struct BehaviorCheck: Sendable {
  /// How far behind its verb a manner may stand.
  private static let wordsToManner = 5

  private let lexicon: Lexicon
  private let vagueVerbs: ConceptSet
  private let softVerbs: Int?
  private let showVerbs: Int?
  private let stateVerbs: Int?
  private let stateNames: Int?
  private let manners: Int?
  private let comparisons: Int?
  private let functionWords: Set<Int32>
  private let absence: Int?
  private let problems: Int?
  private let replacements: Int?
  private let denials: Int?
  private let frequencies: Int?
  private let levels: Int?
  private let counts: Int?
  private let disciplines: Int?
  private let adults: Int?
  private let or: Int32

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    vagueVerbs = ConceptSet(["change-verbs", "vague-verbs"].compactMap { lexicon[$0] }, of: lexicon.concepts.count)
    softVerbs = lexicon["soft-verbs"]
    showVerbs = lexicon["show-verbs"]
    stateVerbs = lexicon["state-verbs"]
    stateNames = lexicon["state-names"]
    manners = lexicon["vague-manner"]
    comparisons = lexicon["comparisons"]
    absence = lexicon["absence-words"]
    problems = lexicon["problem-behaviors"]
    replacements = lexicon["replacement-words"]
    denials = lexicon["denials"]
    frequencies = lexicon["frequency-words"]
    levels = lexicon["curriculum-levels"]
    counts = lexicon["count-units"]
    disciplines = lexicon["discipline-subjects"]
    adults = lexicon["adult-subjects"]
    or = lexicon.vocabulary.look(up: Array("or".utf8)).stem
    functionWords = Set(
      ["function-words", "determiners"].compactMap { lexicon[$0] }.flatMap { lexicon.concepts[$0].words }.map {
        lexicon.vocabulary.intern(Array($0.utf8)).stem
      })
  }

  /// Fills what a reading says of the behaviour.
  func measure(_ reading: inout GoalReading) {
    let text = reading.text
    reading.isMeasured =
      holds(frequencies, in: [.target, .criterion, .condition, .span], text)
      || holds(levels, in: [.target, .criterion, .method], text)
    reading.onlyStops = onlyStops(text)
    let vague = vagueActs(text)
    let soft = Set(text.matches.lazy.filter { $0.concept == softVerbs }.map(\.first))
    count(&reading)
    reading.isWish = isWish(reading, vague: vague, soft: soft)
    let isPlaced = text.slots.contains(.condition) || text.slots.contains(.means)
    let surer = text.acts.filter { !vague.contains($0) }
    reading.isActed = !surer.isEmpty
    reading.isConcrete = surer.contains { !soft.contains($0) }
    reading.isKept = text.matches.contains { $0.concept == showVerbs && text.acts.contains($0.first) }
    reading.isObservable = !surer.isEmpty && (reading.isConcrete || isPlaced || reading.hasNumber)
  }

  private func holds(_ concept: Int?, in slots: Set<Slot>? = nil, _ text: GoalText) -> Bool {
    text.matches.contains { $0.concept == concept && slots?.contains($0.slot) ?? true }
  }

  /// Only the absence of a behaviour is asked for: "will not hum, rock or tap".
  private func onlyStops(_ text: GoalText) -> Bool {
    let act = text.acts.min() ?? 0
    let isDenied =
      text.matches.contains { $0.concept == denials && $0.last + 1 == act }
      && text.acts.allSatisfy {
        $0 == act || text.tokens[$0].marks.contains(.comma) || $0 > 0 && text.tokens[$0 - 1].code == or
      }
    let refrains = text.matches.contains { $0.concept == absence && $0.first <= act + 1 && $0.first + 2 >= act }
    return (isDenied || refrains && holds(problems, in: [.target, .criterion], text)) && !holds(replacements, text)
      && !text.statesDeed
  }

  /// Where a vague verb stands: "maintain" is one, "maintain a topic" is an act.
  private func vagueActs(_ text: GoalText) -> Set<Int> {
    var ends: [Int: Int] = [:]
    for match in text.matches where vagueVerbs.contains(match.concept) {
      ends[match.first] = max(ends[match.first] ?? match.last, match.last)
    }
    for match in text.matches where lexicon.kind(match.concept) == .verb {
      if let end = ends[match.first], match.last > end { ends[match.first] = nil }
    }
    return Set(ends.keys)
  }

  private func isWish(_ reading: GoalReading, vague: Set<Int>, soft: Set<Int>) -> Bool {
    let text = reading.text
    // "OT staff will monitor": what adults do is nothing that the student does.
    let isDoneByAdults = text.matches.contains { match in
      match.slot == .learner
        && (match.concept == disciplines && match.last + 1 == text.head
          || match.concept == adults && isSubject(match, text))
    }
    if isDoneByAdults { return true }
    // "will be exposed to books", "will show interest in print": a state, whatever is counted beside it.
    // So does a vague phrase ("find success in math, 80 %"), where "know" and "improve" may yet be counted.
    let states = Set(
      text.matches.lazy.filter {
        $0.concept == stateVerbs || $0.last > $0.first && vague.contains($0.first) && vagueVerbs.contains($0.concept)
      }.map(\.first))
    // "will be less anxious about tests, 80 %": what one is, and no act beside it.
    guard !text.acts.isEmpty else { return text.head.map(states.contains) ?? false }
    // "responds appropriately": a wide act, done in a way that nobody could count, is only a wish.
    func isDone(_ act: Int, in manner: Int?) -> Bool {
      text.matches.contains {
        $0.concept == manner && act < $0.first && $0.first - act <= Self.wordsToManner
      }
    }
    // "tolerates changes better than before": more of it than now, and no number.
    let isCounted = reading.hasNumber || reading.isMeasured
    let vaguelyDone = text.acts.filter { act in
      soft.contains(act) && isDone(act, in: manners) || !isCounted && isDone(act, in: comparisons)
    }
    let isVaguelyDone = !vaguelyDone.isEmpty && text.acts.allSatisfy { vaguelyDone.contains($0) || vague.contains($0) }
    let isState = text.acts.allSatisfy { states.contains($0) || states.contains($0 - 1) }
    let isOfState = text.acts.allSatisfy(vague.contains) && holds(stateNames, in: [.target], text)
    return isVaguelyDone || isState || isOfState
  }

  /// "The team will watch", "Given a form, parents attend": the word next before the act, or before its "will".
  private func isSubject(_ match: GoalText.Match, _ text: GoalText) -> Bool {
    guard let head = text.head else { return false }
    return match.last + 1 == head || text.modals > 0 && match.last + 2 == head && text.slots[head - 1] == .learner
  }

  /// The numbers of a goal, and its words.
  private func count(_ reading: inout GoalReading) {
    let text = reading.text
    let counted = Set(text.matches.lazy.filter { $0.concept == counts }.map(\.first))
    for (index, token) in text.tokens.enumerated() {
      let isNumber = token.code == Vocabulary.number
      if text.slots[index] == .criterion, isNumber || token.marks.contains(.number) { reading.isMeasured = true }
      if isNumber, text.slots[index] != .timeframe {
        reading.hasNumber = true
        // "twenty times", "for a count of 30 seconds": a measure with no word before it.
        if counted.contains(index + 1) { reading.isMeasured = true }
      }
      switch text.slots[index] {
      case .timeframe, .learner: continue
      default:
        if !functionWords.contains(token.code), !token.marks.contains(.letter) { reading.contentWords += 1 }
      }
    }
  }
}
