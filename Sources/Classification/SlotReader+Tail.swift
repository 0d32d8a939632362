/// The act and what follows it.
extension SlotReader {
  /// From the head to the end.
  func readTail(_ reading: inout Reading) {
    guard let head = reading.head else { return }
    let count = reading.tokens.count
    var slot = Slot.target
    var index = head
    // What kind of verb governs: after "improve", an infinitive is a purpose; after "use", it is part of the act.
    var governs = governor(&reading, at: head)
    while index < count {
      let token = reading.tokens[index]
      if index > head, let end = endOfReport(reading, from: index) {
        reading.fill(index..<end, .method)
        slot = .method
        index = end
        continue
      }
      if let deed = deed(reading, at: index, in: slot, governs: governs) {
        reading.statesDeed = true
        slot = .target
        governs = governor(&reading, at: deed)
        // The act itself is read here; what stands before it is the target as well.
        index = max(deed, index + 1)
        continue
      }
      let isNewSentence = index > head && !token.marks.isDisjoint(with: [.sentence, .newline])
      // "Knows what to hand over at the store: picks ...": after a colon the present tense goes on.
      let isListed =
        token.marks.contains(.break_) && token.marks.contains(.finalS) && reading.verbs[index] != nil
        && !reading.saysWill && slot == .condition
      if isNewSentence || isListed {
        slot = .target
        if let act = readSentence(&reading, from: index) {
          index = act
          if index < count { governs = governor(&reading, at: index) }
          continue
        }
        if reading.verbs[index] != nil { governs = governor(&reading, at: index) }
      }
      // "... and will also stay": another act.
      if index > head, let last = reading.end(of: .modal, at: index), !reading.starts(.purpose, index - 1),
        slot != .purpose || isCoordination(reading, index),
        slot != .condition || coordinated(reading, before: index) != nil || reading.tokens[index].marks.isEmpty == false
          || isCoordination(reading, index)
      {
        // "..., and at morning meeting will be understood": what stands before its "will" is the new act's.
        let subject = namedSubject(reading, before: index)
        let start = coordinated(reading, before: index) ?? subject ?? index
        if let subject, subject == start, !isInsertion(reading, start) { reading.fill(start..<index, .target) }
        slot = .target
        reading.modals += 1
        reading.clauses.append(start)
        reading.fill(index..<(last + 1), .learner)
        index = last + 1
        if index < count { governs = governor(&reading, at: index) }
        continue
      }
      // "carries the breathing learned in therapy | into her oral report": where it is taken is measured.
      if slot == .means, reading.starts(.intoMark, index), reading.head.map({ $0 < index }) ?? false {
        let piece = piece(reading, from: index + 1)
        if holdsSchool(reading, in: piece) || piece.contains(where: { reading.isRoutine[$0] }) { slot = .target }
      }
      if slot == .target, let end = endOfUsedTechnique(reading, at: index) {
        reading.slots[index] = .target
        reading.fill((index + 1)..<end, .means)
        index = end
        continue
      }
      if let (opened, last) = opening(reading, at: index, in: slot, governs: governs, head: head) {
        // "completes 90% of | the assigned math pages": what an act counts at once is what it is done to.
        let isObject =
          opened == .criterion && slot == .target && reading.acts.contains { actEnd(reading, $0) == index - 1 }
        reading.fill(index..<(last + 1), opened)
        slot = isObject ? .target : opened
        index = last + 1
        continue
      }
      if slot == .target, reading.verbs[index] != nil, isActPosition(reading, index),
        !(governs == .change && isNamed(reading, at: index))
      {
        if let start = ownAct(reading, at: index) { reading.clauses.append(start) }
        governs = governor(&reading, at: index)
      }
      // "copies the list and, in the clinic, | tracks a penlight": what stands between belongs to the act behind it.
      if index > head, slot == .condition, reading.verbs[index] != nil,
        let start = setIn(reading, before: index)
      {
        reading.clauses.append(start)
        slot = .target
        governs = governor(&reading, at: index)
      }
      // "cuts the fringe on the class mural | keeping the thumb up": the pattern is measured too.
      if slot == .condition, index > head, token.marks.contains(.finalIng), reading.verbs[index] != nil,
        shows(reading, at: index),
        !reading.starts(.condition, index - 1), holdsClinical(reading, from: index + 1)
      {
        slot = .target
        governs = governor(&reading, at: index)
      }
      // "... for ten minutes and raise his hand": another act.
      if slot != .target, slot != .method, slot != .purpose, index > 0, reading.verbs[index] != nil,
        goesOn(reading, at: index, in: slot)
      {
        // "raises his score to 88 and copies a paragraph": after a measure, an act that is judged by itself.
        reading.clauses.append(index)
        slot = .target
        governs = governor(&reading, at: index)
      }
      reading.slots[index] = slot
      index += 1
    }
  }

  /// "... ; progress will be reviewed with the family", "The GFTA will be given again in May.": where such a clause ends.
  func endOfReport(_ reading: Reading, from start: Int) -> Int? {
    let breaks: Tokens.Marks = [.sentence, .break_, .newline]
    guard !reading.tokens[start].marks.isDisjoint(with: breaks) else { return nil }
    let end = (start + 1..<max(start + 1, reading.tokens.count)).first {
      !reading.tokens[$0].marks.isDisjoint(with: breaks)
    }
    let clause = start..<(end ?? reading.tokens.count)
    let inside = reading.hits(in: clause)
    guard let act = inside.first(where: { $0.concept == reportActs }),
      inside.contains(where: {
        reportSubjects.contains($0.concept) && $0.last < act.first && $0.first - start <= Self.wordsToSubject
      })
    else { return nil }
    return clause.upperBound
  }

  /// How far behind a verb the body function that it measures may stand.
  private static let wordsToObject = 7

  /// How many words before its preposition a verb may begin ("is exposed to").
  private static let wordsOfVerb = 4

  /// "his weekly reading progress": how far from its clause's beginning the subject may stand.
  private static let wordsToSubject = 3

  /// The pieces before a further sentence's "will", up to its act; nil where it has none.
  private func readSentence(_ reading: inout Reading, from start: Int) -> Int? {
    let isEnd = { (index: Int) in !reading.tokens[index].marks.isDisjoint(with: [.sentence, .newline]) }
    let end = (start + 1..<max(start + 1, reading.tokens.count)).first(where: isEnd) ?? reading.tokens.count
    var insidePurpose = false
    for index in start..<end {
      if reading.tokens[index].marks.contains(.comma) { insidePurpose = false }
      if reading.starts(.purpose, index) { insidePurpose = true }
      guard !insidePurpose, let last = reading.end(of: .modal, at: index) else { continue }
      reading.fill(index..<(last + 1), .learner)
      readPieces(&reading, start..<index, sentence: start)
      reading.clauses.append(start)
      return last + 1
    }
    return nil
  }

  /// "uses joint compressions | to calm and rejoin the class": a treatment that is used to do something is the means.
  private func endOfUsedTechnique(_ reading: Reading, at index: Int) -> Int? {
    guard reading.acts.contains(index), reading.starts(.use, index) else { return nil }
    let piece = piece(reading, from: index + 1)
    guard
      let end = piece.first(where: { reading.starts(.infinitive, $0) && reading.verbs.indices.contains($0 + 1) }),
      end > index + 1, reading.verbs[end + 1] != nil,
      reading.hits(in: index + 1..<end).contains(where: { techniques.contains($0.concept) && $0.last < end })
    else { return nil }
    return end
  }

  /// "... for ten minutes and raises his hand"; in a condition only "shows up at his job, asks what is next": who tells
  /// it in the present tense goes on in it.
  private func goesOn(_ reading: Reading, at index: Int, in slot: Slot) -> Bool {
    let marks = reading.tokens[index].marks
    // "puts on his coat before recess and holds a plank": a body function that is named next is an act again.
    if slot == .means || slot == .condition, reading.saysWill, isCoordination(reading, index),
      marks.isDisjoint(with: [.finalS, .finalIng, .participle]),
      holdsClinical(reading, in: index + 1..<min(index + 1 + Self.wordsToObject, reading.tokens.count))
    {
      return true
    }
    switch slot {
    case .means: return false
    case .condition where reading.saysWill && isCoordination(reading, index) && isBareBehindIng(reading, at: index):
      return true
    case .condition:
      return !reading.saysWill && marks.contains(.finalS)
        && (marks.contains(.comma) || isCoordination(reading, index))
    default: return isCoordination(reading, index)
    }
  }

  /// "calms down after losing a game and | rejoin PE": a condition that begins with "losing" goes on with "rejoining"; a
  /// bare verb behind it is an act again.
  private func isBareBehindIng(_ reading: Reading, at index: Int) -> Bool {
    guard reading.tokens[index].marks.isDisjoint(with: [.finalS, .finalIng, .participle, .nominal]) else {
      return false
    }
    var start = index - 1
    while start > 0, reading.slots[start - 1] == .condition { start -= 1 }
    // "after | losing".
    return start + 1 < index && reading.tokens[start + 1].marks.contains(.finalIng)
      && !(start + 2..<max(start + 2, index - 1)).contains { reading.verbs[$0] != nil }
  }

  private func actEnd(_ reading: Reading, _ act: Int) -> Int { reading.verbs[act] ?? act }

  /// "improves attention, focus and study skills": what is to get better goes on with names, though a verb is spelled so.
  private func isNamed(_ reading: Reading, at index: Int) -> Bool {
    guard isCoordination(reading, index) || reading.tokens[index].marks.contains(.comma) else { return false }
    let next = index + 1
    if reading.starts(.content, next) { return true }
    // "reading, writing and speaking skills".
    let isListed =
      reading.tokens[index].marks.contains(.finalIng) && reading.starts(.coordinator, next)
      && (next + 1..<min(next + 4, reading.tokens.count)).contains { reading.starts(.content, $0) }
    if isListed { return true }
    guard reading.starts(.named, index) else { return false }
    return next == reading.tokens.count || !reading.tokens[next].marks.isEmpty
      || [.coordinator, .place, .condition, .criterion, .timeframe, .method].contains { reading.starts($0, next) }
  }

  enum Governor { case change, act }

  /// Notes the verb at a place, looking through "be able to", "independently", "demonstrate the ability to".
  func governor(_ reading: inout Reading, at start: Int) -> Governor {
    var index = start
    let count = reading.tokens.count
    while index < count, let last = reading.end(of: .transparent, at: index) { index = last + 1 }
    guard index < count else { return .act }
    // "will be good": what one is, and nothing that one does.
    let isBeing =
      index > start && reading.tokens[index - 1].code == be && reading.verbs[index] == nil
      && reading.tokens[index].marks.isDisjoint(with: [.participle, .finalIng])
    if (reading.hasVerb || reading.verbs[index] != nil) && !isBeing { reading.acts.insert(index) }
    // "raises a card" is no change, though "raises" alone is.
    let isLonger = (reading.verbs[index] ?? index) > (reading.end(of: .change, at: index) ?? index)
    return reading.starts(.change, index) && !isLonger ? .change : .act
  }

  func isCoordination(_ reading: Reading, _ index: Int) -> Bool {
    reading.follows(.coordinator, index)
  }

  func isActPosition(_ reading: Reading, _ index: Int) -> Bool {
    if reading.tokens[index].marks.contains(.hyphen) { return false }
    // "feels sure of reading and writing": what ends in -ing goes on with an act only where the act before does.
    if isCoordination(reading, index) {
      let act = reading.acts.filter { $0 < index }.max()
      // "is happy, safe and engaged": what one is goes on with what one is.
      if let act, reading.tokens[act].code == be, reading.tokens[index].marks.contains(.participle) { return false }
      let before = act.map { reading.tokens[$0].marks } ?? []
      return !reading.tokens[index].marks.contains(.finalIng) || before.contains(.finalIng)
    }
    if !reading.tokens[index].marks.isDisjoint(with: [.comma, .slash, .break_, .bracket]) { return true }
    guard index > 0 else { return true }
    // "is exposed to sign language": the preposition is the verb's own.
    if (max(0, index - Self.wordsOfVerb)..<(index - 1)).contains(where: {
      reading.verbs[$0].map { $0 >= index - 1 } ?? false
    }) {
      return false
    }
    return reading.follows(.actOpener, index)
  }
}
