/// Where another part begins after the act.
extension SlotReader {
  /// How far behind "with" the therapist may stand: "with her school speech therapist".
  private static let wordsToCompany = 4

  /// How far behind a measure the word of a place may stand: "in the corner of the classroom".
  private static let wordsToRoom = 5

  /// Whether another part begins at a word of the tail.
  func opening(
    _ reading: Reading, at index: Int, in slot: Slot, governs: Governor, head: Int
  ) -> (Slot, Int)? {
    guard index > head || reading.starts(.purpose, index) else { return nil }
    // "turns in two papers", "a step-through gait": a word inside its verb or its compound opens nothing.
    if reading.tokens[index].marks.contains(.hyphen) { return nil }
    if reading.acts.contains(where: { $0 < index && reading.verbs[$0] ?? $0 >= index }) { return nil }
    if let last = reading.end(of: .method, at: index) { return (.method, last) }
    if isRecorder(reading, at: index, in: slot) { return (.method, index) }
    // "crosses out what is not needed in the problem" aims at nothing.
    if let last = reading.end(of: .purpose, at: index), index > head, reading.tokens[index - 1].code != not {
      return (.purpose, last)
    }
    if isAim(reading, at: index), index > head { return (.purpose, index) }
    if let last = reading.end(of: .span, at: index) { return (.span, last) }
    if slot == .method { return nil }
    if let last = criterionEnd(reading, at: index) { return (.criterion, last) }
    if let last = reading.end(of: .timeframe, at: index), isTimeframe(reading, after: last) {
      return (.timeframe, last)
    }
    if slot == .purpose { return nil }
    if opensAim(reading, at: index, in: slot) { return (.purpose, index) }
    if reading.starts(.infinitive, index), slot == .target, isUsedFor(reading, at: index) { return (.purpose, index) }
    if let last = reading.end(of: .infinitive, at: index), governs == .change, slot != .means,
      verb(reading, after: index) != nil, !isAbility(reading, before: index)
    {
      return (.purpose, last)
    }
    if slot == .target || slot == .criterion || slot == .span, isPlace(reading, at: index, in: slot) {
      return (.condition, index)
    }
    // "gets through the lunch line": the word belongs to its verb.
    if let last = reading.end(of: .means, at: index), !reading.acts.contains(index - 1),
      !reading.tokens[index].marks.contains(.finalS)
    {
      return (holdsClinical(reading, from: last + 1) ? .means : .condition, last)
    }
    // "cooperates with occupational therapy": what follows its verb at once is the verb's own.
    let isComplement = reading.starts(.company, index) && reading.acts.contains(index - 1)
    // "plays a game | with the therapist": company is where it counts, no means; "after stretches with the therapist" is.
    if reading.starts(.company, index), !isComplement, slot != .means, isCompany(reading, at: index) {
      return (.condition, index)
    }
    if let last = reading.end(of: .technique, at: index), index > head, !isComplement,
      holdsTechnique(reading, from: last + 1)
        || slot != .target && !reading.tokens[index].marks.isEmpty && holdsClinical(reading, from: last + 1)
    {
      return (.means, last)
    }
    if let last = reading.end(of: .condition, at: index), !isAdjective(reading, at: index) {
      // "touches ten materials without gagging", not "writes without needing a grip": what must not happen to the body is how well.
      if reading.tokens[index].code == without, slot != .purpose, holdsClinical(reading, from: last + 1),
        !reading.hits(in: last + 1..<last + 2).contains(where: { $0.concept == goings }),
        !(last + 1..<min(last + 1 + Self.wordsToCompany, reading.tokens.count)).contains(where: {
          reading.isSetting[$0]
        })
      {
        return (.criterion, last)
      }
      // "writes a line while keeping an upright trunk": the trunk is measured too.
      if slot == .target, last + 1 < reading.tokens.count, reading.verbs[last + 1] != nil, shows(reading, at: last + 1),
        holdsClinical(reading, from: last + 1)
      {
        return nil
      }
      let piece = piece(reading, from: last + 1)
      let isBefore =
        isDoneBefore(reading, in: piece)
        || afterwards.contains(reading.tokens[index].code) && holdsTechnique(reading, in: piece)
      return (isBefore || isTreatment(reading, in: piece) ? .means : .condition, last)
    }
    return nil
  }

  /// "in 4 of 5 sessions | to improve intelligibility", "in play | to increase her utterances": what an infinitive that
  /// follows a measure is for, and what is to get better by the act.
  private func opensAim(_ reading: Reading, at index: Int, in slot: Slot) -> Bool {
    guard reading.starts(.infinitive, index), !reading.follows(.asking, index) || isDuration(reading, before: index),
      !isAbility(reading, before: index) || slot == .criterion && holdsFunction(reading, before: index),
      let verb = verb(reading, after: index), !shows(reading, at: verb)
    else { return false }
    switch slot {
    case .criterion, .span, .timeframe: return true
    case .target, .condition: return reading.hits(in: verb..<verb + 1).contains { $0.concept == changing }
    default: return false
    }
  }

  /// "for ten seconds | to climb the bus steps": how long it is done; "ten seconds to begin" is what is given.
  private func isDuration(_ reading: Reading, before index: Int) -> Bool {
    index > 2 && reading.tokens[index - 2].code == Vocabulary.number
      && reading.tokens[index - 3].code == duration
  }

  /// The verb of an infinitive, behind its adverbs: "to safely walk".
  private func verb(_ reading: Reading, after index: Int) -> Int? {
    var index = index + 1
    while index < reading.tokens.count, reading.verbs[index] == nil, let last = reading.end(of: .transparent, at: index)
    {
      index = last + 1
    }
    return index < reading.tokens.count && reading.verbs[index] != nil ? index : nil
  }

  /// "asks for help | in the classroom": a place after an act that is complete. "stays | in class" is the act itself.
  func isPlace(_ reading: Reading, at index: Int, in slot: Slot) -> Bool {
    guard reading.starts(.place, index) || slot != .target && reading.starts(.company, index),
      let act = reading.acts.filter({ $0 < index }).max(), index - act >= 2, !namesContent(reading, at: index),
      index - act > 2 || !isParticle(reading, at: index - 1)
    else { return false }
    // Behind a measure nothing but a place can follow, however many words it has ("in the sixth-grade hallway").
    let reach = slot == .target ? 2 : Self.wordsToRoom
    for next in index + 1..<min(index + 1 + reach, reading.tokens.count) {
      if !reading.tokens[next].marks.isDisjoint(with: [.comma, .sentence, .break_]) { return false }
      if reading.isRoutine[next] { return true }
    }
    return false
  }

  /// "increases her skills in math", "makes progress in reading": the lesson is what is learned, not where.
  private func namesContent(_ reading: Reading, at index: Int) -> Bool {
    reading.follows(.content, index)
      && reading.hits(in: index..<index + 1).contains { $0.concept == lessons && $0.first == index }
  }

  /// "uses a reciprocal gait | to walk to class", "keeps an upright trunk | to write": what a function of the body is for.
  private func isUsedFor(_ reading: Reading, at index: Int) -> Bool {
    guard let act = reading.acts.filter({ $0 < index }).max(), verb(reading, after: index) != nil,
      !isAbility(reading, before: index)
    else { return false }
    return holdsFunction(reading, from: act + 1, before: index)
  }

  /// "holds the pencil with a tripod grasp in 3 of 4 opportunities | to complete homework": a function of the body is what
  /// was measured so far.
  private func holdsFunction(_ reading: Reading, from start: Int = 0, before index: Int) -> Bool {
    reading.hits(in: start..<index).contains {
      functions.contains($0.concept) && $0.last < index && reading.slots[$0.first] == .target
    }
  }

  private func isCompany(_ reading: Reading, at index: Int) -> Bool {
    let near = index + 1..<min(index + 1 + Self.wordsToCompany, reading.tokens.count)
    return near.contains { reading.isSetting[$0] }
      && piece(reading, from: index + 1).allSatisfy { !reading.isClinical[$0] || reading.isSetting[$0] }
  }

  /// ", by teacher tally", "per OT data": who or what records, behind the measure.
  private func isRecorder(_ reading: Reading, at index: Int, in slot: Slot) -> Bool {
    guard recorderMarks.contains(reading.tokens[index].code),
      [.criterion, .span, .timeframe, .method].contains(slot) || reading.tokens[index].marks.contains(.comma)
    else { return false }
    let near = index + 1..<min(index + 1 + Self.wordsToCompany, reading.tokens.count)
    guard near.allSatisfy({ reading.tokens[$0].code != Vocabulary.number && !reading.isTime[$0] }) else { return false }
    return reading.hits(in: near).contains { records.contains($0.concept) }
  }

  /// "begins a given task", "sorts the following words": behind an article the word describes and opens nothing.
  private func isAdjective(_ reading: Reading, at index: Int) -> Bool {
    index > 0 && (lexicon.trie.skips(reading.tokens[index - 1].code) || isBehindBy(reading, at: index))
      && reading.tokens[index].marks.isDisjoint(with: [.comma, .sentence, .break_])
  }

  /// "improves by following the rules": an act, not what goes before one.
  private func isBehindBy(_ reading: Reading, at index: Int) -> Bool {
    reading.tokens[index - 1].code == by && reading.verbs[index] != nil
  }

  /// "shows up", "goes back": the word belongs to its verb.
  func isParticle(_ reading: Reading, at index: Int) -> Bool { reading.starts(.particle, index) }

  func shows(_ reading: Reading, at index: Int) -> Bool { reading.starts(.keeping, index) }

  func isAbility(_ reading: Reading, before index: Int) -> Bool { reading.follows(.ability, index) }

  func piece(_ reading: Reading, from start: Int) -> Range<Int> {
    var end = start
    while end < reading.tokens.count, end - start < 8,
      end == start
        || reading.tokens[end].marks.isDisjoint(with: [.comma, .sentence, .break_])
          && !reading.starts(.purpose, end) && !reading.starts(.method, end)
    { end += 1 }
    return start..<end
  }

  func holdsClinical(_ reading: Reading, from start: Int) -> Bool {
    holdsClinical(reading, in: piece(reading, from: start))
  }

  func holdsClinical(_ reading: Reading, in piece: Range<Int>) -> Bool { piece.contains { reading.isClinical[$0] } }

  func holdsSchool(_ reading: Reading, in piece: Range<Int>) -> Bool {
    reading.hits(in: piece).contains { lexicon.kind($0.concept) == .thing && educational.contains($0.concept) }
  }

  /// "using a brushing protocol" is the adult's technique; "using a tripod grasp" is what is measured.
  func holdsTechnique(_ reading: Reading, from start: Int, in techniques: Set<Int>? = nil) -> Bool {
    let piece = piece(reading, from: start)
    let techniques = techniques ?? self.techniques
    return reading.hits(in: piece).contains { techniques.contains($0.concept) }
  }

  private func holdsTechnique(_ reading: Reading, in piece: Range<Int>) -> Bool {
    reading.hits(in: piece).contains { techniques.contains($0.concept) }
  }

  func isTimeframe(_ reading: Reading, after last: Int) -> Bool {
    var end = last + 1
    while end < min(last + 6, reading.tokens.count), !reading.tokens[end].marks.contains(.sentence) { end += 1 }
    let next = (last + 1)..<end
    guard let first = next.first else { return false }
    let time = next.first { reading.isTime[$0] }
    return time.map { !(first..<$0).contains { reading.isRoutine[$0] || reading.isClinical[$0] } } ?? false
      || isYear(reading.tokens[first])
      || next.contains { isYear(reading.tokens[$0]) && reading.tokens[$0].marks.contains(.slash) }
  }
}
