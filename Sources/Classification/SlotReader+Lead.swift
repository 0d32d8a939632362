/// What stands before the act.
extension SlotReader {
  /// How far from its preposition the word of a place may stand: "at her third grade morning meeting".
  private static let wordsToPlace = 5

  /// The pieces before the learner and "will".
  func readLead(_ reading: inout Reading) {
    guard let head = reading.head, head > 0 else { return }
    let learner = reading.slots[..<head].firstIndex(of: .learner) ?? head
    let sentence = (0..<learner).last { reading.tokens[$0].marks.contains(.sentence) } ?? 0
    readPieces(&reading, 0..<learner, sentence: sentence)
    readSubject(&reading, before: learner)
  }

  /// - Parameter sentence: where the sentence of the act begins; what is told before it is background.
  func readPieces(_ reading: inout Reading, _ lead: Range<Int>, sentence: Int) {
    var start = lead.lowerBound
    var isBackground = false
    while start < lead.upperBound {
      var end = start + 1
      while end < lead.upperBound, !reading.tokens[end].marks.contains(.comma) || isInsideDate(reading, end),
        reading.tokens[end].marks.isDisjoint(with: [.sentence, .break_])
      { end += 1 }
      let slot = leadSlot(reading, start, end, isLast: end == lead.upperBound)
      if start == lead.lowerBound || reading.tokens[start].marks.contains(.sentence) {
        isBackground = start < sentence && !opensCondition(reading, at: start)
      }
      let isTold = isBackground && (slot == .condition || slot == .learner)
      let isReason =
        reading.starts(.reason, start) && end < reading.tokens.count && slot != .purpose
        && (start..<end).contains { reading.isClinical[$0] }
      if isReason { reading.reasons.append(start..<end) }
      reading.fill(start..<end, isTold || isReason ? .means : slot)
      if slot == .learner, let place = openingPlace(reading, start, end) { reading.fill(place, .condition) }
      start = end
    }
  }

  /// "Ana has practiced it in therapy. She will ...": what an earlier sentence tells is background, not what is asked.
  private func opensCondition(_ reading: Reading, at start: Int) -> Bool {
    [.condition, .technique, .timeframe, .purpose].contains { reading.starts($0, start) }
  }

  /// "At morning meeting Wren will ...": a place or time that no comma sets off from the learner.
  private func openingPlace(_ reading: Reading, _ start: Int, _ end: Int) -> Range<Int>? {
    guard reading.starts(.place, start),
      let first = (start..<min(start + Self.wordsToPlace, end)).first(where: { reading.isRoutine[$0] })
    else { return nil }
    var last = first
    while last + 1 < end, reading.isRoutine[last + 1] { last += 1 }
    return start..<(last + 1)
  }

  /// "Her grip strength will rise to ...", "the left hand lets go of ...": what changes and what moves is what is measured,
  /// though it is the sentence's subject.
  private func readSubject(_ reading: inout Reading, before learner: Int) {
    guard let head = reading.head, !isAdult(reading, before: learner) else { return }
    let isChange = changes(reading, at: head)
    // "His on-task behavior will increase", "homework completed and handed in".
    let isMeasured = isChange && rises(reading, at: head) || isPassive(reading, at: head)
    let start = reading.slots[..<learner].lastIndex { $0 != .learner }.map { $0 + 1 } ?? 0
    for hit in reading.hits where hit.first >= start && hit.last < learner {
      let isOwnWork = works.contains(hit.concept) && reading.saysWill && isSubject(reading, hit, before: learner)
      guard
        isOwnWork || measurable.contains(hit.concept) && (isChange || isMeasured || bodies.contains(hit.concept))
          || isMeasured && doings.contains(hit.concept)
      else { continue }
      let isAside = (start..<hit.first).contains { place in
        reading.starts(.company, place) || reading.starts(.aside, place)
      }
      if !isAside { reading.fill(start..<learner, .target) }
    }
  }

  /// "Dov's essays will hang together", "the sentences she hands in will start with a capital": schoolwork that does
  /// something is what is measured.
  private func isSubject(_ reading: Reading, _ work: PhraseTrie.Hit, before learner: Int) -> Bool {
    let between = work.last + 1..<learner
    return between.isEmpty
      || between.count <= Self.wordsOfWork
        && between.contains {
          reading.verbs[$0] != nil && reading.tokens[$0].marks.contains(.finalS)
        }
  }

  /// "she has handed in so far".
  private static let wordsOfWork = 4

  /// "The IEP team will meet": an adult who acts is nothing that is measured.
  private func isAdult(_ reading: Reading, before learner: Int) -> Bool {
    reading.hits(in: 0..<learner).contains { $0.concept == adults && $0.last + 1 == learner }
  }

  /// "For joining in kickball".
  func isAim(_ reading: Reading, at index: Int) -> Bool {
    index + 1 < reading.tokens.count && reading.tokens[index + 1].marks.contains(.finalIng)
      && reading.verbs[index + 1] != nil && reading.starts(.aim, index)
  }

  private func changes(_ reading: Reading, at head: Int) -> Bool {
    let verb = act(reading, at: head)
    return reading.starts(.change, head) || reading.starts(.change, verb) || reading.starts(.rise, verb)
  }

  /// Going up or down, and not only being.
  private func rises(_ reading: Reading, at head: Int) -> Bool {
    let verb = act(reading, at: head)
    return reading.starts(.rise, verb) || reading.hits(in: verb..<verb + 1).contains { $0.concept == changing }
  }

  /// "Consonants will be produced by Ana", "assignments completed on time".
  private func isPassive(_ reading: Reading, at head: Int) -> Bool {
    let verb = act(reading, at: head)
    return verb < reading.tokens.count && reading.tokens[verb].marks.contains(.participle) && reading.verbs[verb] != nil
      && (verb > head || !reading.saysWill && verb > 0 && !reading.tokens[verb - 1].marks.contains(.capital))
  }

  private func act(_ reading: Reading, at head: Int) -> Int {
    var index = head
    while let last = reading.end(of: .transparent, at: index) { index = last + 1 }
    return index
  }

  func leadSlot(_ reading: Reading, _ start: Int, _ end: Int, isLast: Bool) -> Slot {
    var start = start
    while start < end, reading.tokens[start].marks.contains(.number), end - start > 3, start == 0,
      !reading.tokens[start].marks.contains(.percent)
    { start += 1 }
    let holdsTime = (start..<end).contains { reading.isTime[$0] || isYear(reading.tokens[$0]) }
    if reading.starts(.timeframe, start),
      holdsTime || (start..<end).contains(where: { reading.tokens[$0].marks.contains(.number) }),
      !(start..<end).contains(where: { reading.isRoutine[$0] }) || holdsTime && !reading.starts(.aim, start)
    {
      return .timeframe
    }
    if reading.starts(.purpose, start) || reading.starts(.infinitive, start) || isAim(reading, at: start) {
      return .purpose
    }
    if reading.starts(.method, start) { return .method }
    let isTechnique = reading.starts(.technique, start) || reading.starts(.means, start)
    if isTechnique {
      // "With the therapist" is company, "with putty" a means.
      // What was "practiced in therapy" is no company.
      let isCompany =
        reading.starts(.company, start) && !(start + 1..<max(start + 1, end)).contains { reading.starts(.means, $0) }
      // "With the class at the touch table".
      let isWithClass =
        reading.starts(.company, start) && (start + 1..<min(start + 3, end)).contains { reading.isRoutine[$0] }
      if isWithClass { return .condition }
      return (start..<end).contains { reading.isClinical[$0] && !(isCompany && reading.isSetting[$0]) }
        ? .means : .condition
    }
    if reading.starts(.condition, start) || reading.starts(.timeframe, start) {
      if isDoneBefore(reading, in: start..<end) { return .means }
      return isTreatment(reading, in: start..<end) && !reading.starts(.timeframe, start) ? .means : .condition
    }
    if start == 0, isScore(reading, in: start..<end) { return .target }
    // "Pretending he's on the school bus, ...": nobody is where he pretends to be.
    if reading.starts(.pretence, start) { return .learner }
    // "Standing at the whiteboard in math, keeps ...": a posture or an act beside the act, with a comma behind it.
    if reading.starts(.lead, start), end < reading.tokens.count, reading.tokens[end].marks.contains(.comma) {
      return .condition
    }
    // "Phoneme deletion: says ...": a heading, which tells what the act is about.
    let isHeading =
      isLast && end < reading.tokens.count && reading.tokens[end].marks.contains(.break_)
      && (start..<end).contains { place in
        reading.isClinical[place] || holdsSchool(reading, in: place..<(place + 1))
      }
    return isLast && !isHeading && !isSetOff(reading, start, end) ? .learner : .condition
  }

  /// "Instead of going to the office, will take ...", "At the back of the gym, tosses ...": where no learner is named, a comma ends what stands before the act.
  private func isSetOff(_ reading: Reading, _ start: Int, _ end: Int) -> Bool {
    end < reading.tokens.count && end - start >= Self.wordsSetOff && reading.tokens[end].marks.contains(.comma)
      && !reading.starts(.aside, start) && (reading.starts(.replacement, start) || reading.starts(.place, start))
  }

  private static let wordsSetOff = 3

  /// What an adult does to bring the act about; "in the classroom and therapy room", "during speech" are places.
  func isTreatment(_ reading: Reading, in piece: Range<Int>) -> Bool {
    let inside = reading.hits(in: piece)
    return inside.contains { treatments.contains($0.concept) }
      && !inside.contains { $0.concept == bothSettings || $0.concept == settings }
  }

  /// "Once her hands have had a stretch", "after his knees have been taped": over before the act begins.
  func isDoneBefore(_ reading: Reading, in piece: Range<Int>) -> Bool {
    piece.contains { perfects.contains(reading.tokens[$0].code) } && holdsClinical(reading, in: piece)
  }

  /// "Social skills score of 90, and ...": a score that is asked for before the act.
  private func isScore(_ reading: Reading, in piece: Range<Int>) -> Bool {
    piece.contains { reading.tokens[$0].marks.contains(.number) || reading.tokens[$0].code == Vocabulary.number }
      && reading.hits(in: piece).contains { testScores.contains($0.concept) }
  }

  func isYear(_ token: Tokens.Token) -> Bool { token.marks.contains(.number) && token.end - token.start == 4 }

  func isInsideDate(_ reading: Reading, _ index: Int) -> Bool {
    isYear(reading.tokens[index]) && index > 0 && reading.tokens[index - 1].marks.contains(.number)
  }
}
