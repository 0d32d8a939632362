import IEPModel

/// Which educational criteria hold of an act that is known to be one of school. Each is a question of its own: several
/// may hold of one act, and none of them moves the label.
extension CueReader {
  /// Puts the criteria that name the act in the place of those that told that it is one of school. Where no cue names
  /// it, those stay.
  func name(_ reading: inout GoalReading, _ company: Company, field: String, of scalars: [Unicode.Scalar]) {
    func isEducational(_ fired: Fired) -> Bool { cues.criteria[fired.criterion].polarity == .educational }
    let told = reading.fired.filter(isEducational)
    let isMeasured = told.contains(where: \.isStrong)
    let isAimed = !isMeasured && told.contains { $0.slot == .purpose }
    guard isMeasured || isAimed else { return }

    let silent = isMeasured ? clinicalClauses(of: reading) : []
    let isLoose = told.allSatisfy { $0.isLoose || !$0.isStrong }
    var named: [Fired] = []
    var last: [Fired] = []
    var topics: [Evidence] = []
    for match in reading.text.matches where (match.slot == .purpose) == isAimed {
      if match.slot == .target, silent.contains(reading.text.clause(of: match.first)) { continue }
      for cue in cues.naming(match.concept) where names(cue, match, reading.text, company) {
        let range = reading.text.range(match.first, match.last)
        let fired = Fired(
          criterion: cue.criterion.index, isStrong: cue.isStrong && !isAimed, slot: match.slot,
          evidence: Evidence(
            field: field, quote: String(scalars: scalars[range]), start: range.lowerBound, end: range.upperBound),
          isLoose: isLoose)
        if cue.yields, match.first > (reading.text.head ?? 0) { topics.append(fired.evidence) }
        if cue.fallback { last.append(fired) } else { named.append(fired) }
      }
    }
    // "... explains a reflex in biology": behind schoolwork a lesson's name says what it is about.
    if named.contains(where: { cues.criteria[$0.criterion].isCurriculum }) {
      named.removeAll { fired in
        topics.contains { $0 == fired.evidence } && cues.criteria[fired.criterion].strength == .weak
      }
    }
    let strong = { [cues] (fired: Fired) in cues.criteria[fired.criterion].strength == .strong }
    if !named.contains(where: strong) { named += last }
    guard named.contains(where: strong) else {
      // Nothing names the act: what told of it does, and a place is named by its own cues alone.
      guard isMeasured else { return }
      reading.fired.removeAll { isEducational($0) && !strong($0) && cues.named.contains($0.criterion) }
      reading.fired += named
      return
    }
    reading.fired.removeAll {
      isEducational($0) && cues.named.contains($0.criterion) && (isMeasured || $0.slot == .purpose)
    }
    for fired in named {
      let isRepeated = reading.fired.contains { $0.criterion == fired.criterion && $0.evidence == fired.evidence }
      if !isRepeated { reading.fired.append(fired) }
    }
  }

  /// Clauses in which only the body is measured: nothing in them names an act of school.
  private func clinicalClauses(of reading: GoalReading) -> Set<Int> {
    guard !reading.text.clauses.isEmpty else { return [] }
    func clauses(_ polarity: CriterionResult.Polarity) -> Set<Int> {
      Set(
        reading.fired.filter { $0.isStrong && cues.criteria[$0.criterion].polarity == polarity }.compactMap { fired in
          fired.evidence.start.flatMap { start in
            reading.text.tokens.lastIndex { Int($0.start) <= start }.map(reading.text.clause(of:))
          }
        })
    }
    return clauses(.clinical).subtracting(clauses(.educational))
  }

  private func names(_ cue: CompiledCue, _ match: GoalText.Match, _ text: GoalText, _ company: Company) -> Bool {
    let isVerb = lexicon.kind(match.concept) == .verb
    if isVerb || cue.acts, match.slot != .purpose, !match.isAct || match.slot != .target { return false }
    // What a strong criterion says of an aim it says of its act; a place and the widest verbs say nothing of one.
    let slots = cue.slots.isEmpty ? Self.slotsOfActs : cue.slots
    let counts =
      match.slot == .purpose && cue.slots.isEmpty ? cue.isStrong && !cue.fallback : slots.contains(match.slot)
    guard counts else { return false }
    guard cue.with.isEmpty || cue.with.contains(where: company.all.contains),
      !cue.without.contains(where: company.all.contains), !company.isDenied(match)
    else { return false }
    let placing = cue.placed ? placing(of: match, text) : nil
    if cue.placed, placing == nil { return false }
    // "during group projects": what is made is also a time.
    if let except = cue.except, placing != .during, isCut(match, by: except, text) { return false }
    if let verbs = cue.after, !isDone(match, by: verbs, text) { return false }
    if let verbs = cue.notAfter, governor(of: match, in: text, isOf: verbs) { return false }
    return true
  }

  private static let slotsOfActs: Set<Slot> = [.target]

  /// The verb next before a word of the target, and any verb for what stands elsewhere.
  private func isDone(_ match: GoalText.Match, by verbs: ConceptSet, _ text: GoalText) -> Bool {
    switch match.slot {
    case .target where match.first >= (text.head ?? 0): governor(of: match, in: text, isOf: verbs)
    case .purpose: isAim(match, verbs, text)
    default: text.matches.contains { verbs.contains($0.concept) && $0.isAct && $0.slot == .target }
    }
  }

  /// "lab | notebook", "class | due date": the place is only a part of the name of a thing.
  func isCut(_ match: GoalText.Match, by concepts: ConceptSet, _ text: GoalText) -> Bool {
    // "a bus-shaped mat".
    if match.last + 1 < text.tokens.count, text.tokens[match.last + 1].marks.contains(.hyphen) { return true }
    return text.matches.contains { other in
      concepts.contains(other.concept) && other.last >= match.last
        && (other.first <= match.last
          || other.first == match.last + 1 && text.tokens[other.first].marks.isDisjoint(with: Self.breaks))
    }
  }

  enum Placing { case place, during }

  /// "at recess", "when his class returns from the garden", "Vocational class: sorts ...": how a place is told to be
  /// where or when; nil where it is not.
  func placing(of match: GoalText.Match, _ text: GoalText) -> Placing? {
    func placing(at index: Int) -> Placing { durings.contains(text.tokens[index].code) ? .during : .place }
    if placings.contains(text.tokens[match.first].code) { return placing(at: match.first) }
    var index = match.first
    var between = 0
    while index > 0, between <= Self.wordsToPlace {
      guard text.tokens[index].marks.isDisjoint(with: Self.breaks) else { break }
      index -= 1
      let code = text.tokens[index].code
      if ways.contains(code) { return nil }
      if placings.contains(code) { return isStayedIn(index, text) ? nil : placing(at: index) }
      if !lexicon.trie.skips(code) { between += 1 }
    }
    // A heading, or a list that goes on from a place.
    let next = match.last + 1
    let isHeading =
      index == 0 && next < text.tokens.count && !text.tokens[next].marks.isDisjoint(with: [.break_, .sentence])
    return isHeading ? .place : nil
  }

  /// "stays | in circle", "takes part | in the lesson": the place belongs to the act.
  private func isStayedIn(_ index: Int, _ text: GoalText) -> Bool {
    text.matches.contains {
      routines.contains($0.concept) && $0.isAct && $0.slot == .target && $0.last < index && $0.last + 2 >= index
    }
  }

  private static let breaks: Tokens.Marks = [.comma, .sentence, .break_]
  /// "in any of his general education classes": how many words may stand between a place and its preposition.
  private static let wordsToPlace = 3
}
