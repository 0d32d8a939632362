/// Where the act begins, and what stands before it.
extension SlotReader {
  /// How far from its preposition the word of a place may stand: "at her third grade morning meeting".
  private static let wordsToPlace = 5

  /// "will", "is going to", "can" outside a purpose clause; without one, the first verb of the main clause.
  func findHead(_ reading: inout Reading) {
    let count = reading.tokens.count
    var index = 0
    var insidePurpose = false
    while index < count {
      if index > 0, let end = endOfReport(reading, from: index) {
        index = end
        continue
      }
      if reading.tokens[index].marks.contains(.comma) { insidePurpose = false }
      if reading.starts(.purpose, index) { insidePurpose = true }
      if !insidePurpose, let last = reading.end(of: .modal, at: index) {
        reading.head = last + 1 < count ? last + 1 : nil
        reading.saysWill = true
        if reading.head != nil { reading.fill(index..<(last + 1), .learner) }
        return
      }
      index += 1
    }
    if let able = ableHead(reading) {
      reading.fill((able - 1)..<able, .learner)
      (reading.head, reading.saysWill) = (able, true)
      return
    }
    // A fragment: "Given a timer, Ana writes ...", "Writes ...", "To improve ...".
    let start = headingEnd(reading)
    reading.start = start
    index = start
    var isLead = false
    let leads: [Opening] = [.purpose, .infinitive, .condition, .timeframe, .technique, .means]
    if let first = leads.first(where: { reading.starts($0, start) }) {
      let hasComma = reading.tokens[(start + 1)...].contains { !$0.marks.isDisjoint(with: [.comma, .break_]) }
      isLead = (first != .infinitive && first != .purpose) || hasComma && reading.starts(.purpose, start)
    }
    // "On the stairs, Kofi puts ...", "Seated at her desk, Ola writes ...": a place or a posture, then the act.
    if reading.starts(.place, start) || reading.starts(.lead, start) {
      isLead = isLead || reading.tokens[(start + 1)...].contains { $0.marks.contains(.comma) }
    }
    if isLead {
      guard
        let comma = reading.tokens.indices.dropFirst(start + 1).first(where: { start in
          !reading.tokens[start].marks.isDisjoint(with: [.comma, .break_])
            && (start..<min(start + 4, count)).contains { isVerbLike(reading, at: $0) }
        })
      else {
        reading.head =
          learnerAct(reading, before: count)
          ?? reading.tokens.indices.dropFirst(start + 2).first { reading.verbs[$0] != nil }
        return
      }
      if let act = learnerAct(reading, before: comma) {
        reading.head = act
        return
      }
      index = comma
    }
    if reading.starts(.infinitive, index), index + 1 < count {
      reading.head = index + 1
      return
    }
    reading.head =
      (index..<min(index + 6, count)).first { isVerbLike(reading, at: $0) } ?? (count > 0 ? index : nil)
    reading.hasVerb = reading.head.map { isVerbLike(reading, at: $0) } ?? false
  }

  /// "Self-care: asks for ...", "Emotional: choose ...": where the sentence begins behind its heading.
  private func headingEnd(_ reading: Reading) -> Int {
    let heading = 1..<max(1, min(Self.wordsOfHeading + 1, reading.tokens.count - 1))
    guard let end = heading.first(where: { !reading.tokens[$0].marks.isDisjoint(with: [.break_, .sentence]) }),
      reading.tokens[end].marks.contains(.break_), !(0..<end).contains(where: { isVerbLike(reading, at: $0) })
    else { return 0 }
    return end
  }

  /// "Activities of daily living:".
  private static let wordsOfHeading = 4

  /// A verb of the lexicon, or a word that its ending and its place make one: "Bea supplies ...", "Staples the pages".
  private func isVerbLike(_ reading: Reading, at index: Int) -> Bool {
    // "Word lists", "fire drills": the second word of a term is no verb.
    let isInTerm = reading.hits.lazy.prefix { $0.first < index }.contains {
      $0.last >= index && measurable.contains($0.concept)
    }
    if isInTerm { return false }
    if reading.verbs[index] != nil { return true }
    let token = reading.tokens[index]
    guard token.marks.contains(.finalS), token.marks.isDisjoint(with: Self.breaks) else { return false }
    if index == 0 {
      guard let next = reading.tokens.dropFirst().first else { return false }
      return token.code == Vocabulary.unknown || lexicon.trie.skips(next.code) || next.marks.contains(.comma)
        || isParticle(reading, at: 1)
    }
    let before = reading.tokens[index - 1].marks
    return before.contains(.capital) && !token.marks.contains(.capital) && (index == 1 || before.contains(.comma))
      && reading.tokens[index - 1].code == Vocabulary.unknown
  }

  /// "With two pictures on a strip he shows ...": the learner and the act, where no comma ends the lead.
  private func learnerAct(_ reading: Reading, before end: Int) -> Int? {
    guard !reading.starts(.condition, 0) else { return nil }
    return (1..<max(1, end - 1)).first { index in
      reading.starts(.learner, index) && isVerbLike(reading, at: index + 1)
        && reading.tokens[index + 1].marks.contains(.finalS)
    }.map { $0 + 1 }
  }

  private static let breaks: Tokens.Marks = [.comma, .sentence, .break_, .slash, .bracket]

  /// "Can be brushed ...": able to, where the sentence does not begin with its act ("Swaps seats so all can see").
  private func ableHead(_ reading: Reading) -> Int? {
    guard let first = reading.tokens.indices.first(where: { reading.starts(.able, $0) }),
      first + 1 < reading.tokens.count,
      !(0..<first).contains(where: { isVerbLike(reading, at: $0) && reading.tokens[$0].marks.contains(.finalS) }
      ),
      !(0..<first).contains(where: { reading.starts(.purpose, $0) })
    else { return nil }
    return first + 1
  }

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
      reading.fill(start..<end, isTold ? .means : slot)
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
    guard let head = reading.head else { return }
    let isChange = changes(reading, at: head)
    let start = reading.slots[..<learner].lastIndex { $0 != .learner }.map { $0 + 1 } ?? 0
    for hit in reading.hits where hit.first >= start && hit.last < learner && measurable.contains(hit.concept) {
      guard isChange || bodies.contains(hit.concept) else { continue }
      let isAside = (start..<hit.first).contains { place in
        reading.starts(.company, place) || reading.starts(.aside, place)
      }
      if !isAside { reading.fill(start..<learner, .target) }
    }
  }

  /// "For joining in kickball".
  func isAim(_ reading: Reading, at index: Int) -> Bool {
    index + 1 < reading.tokens.count && reading.tokens[index + 1].marks.contains(.finalIng)
      && reading.verbs[index + 1] != nil && reading.starts(.aim, index)
  }

  private func changes(_ reading: Reading, at head: Int) -> Bool {
    var index = head
    while let last = reading.end(of: .transparent, at: index) { index = last + 1 }
    return reading.starts(.change, head) || reading.starts(.change, index)
      || reading.starts(.rise, index)
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
      return (start..<end).contains { reading.isClinical[$0] && !(isCompany && reading.isSetting[$0]) }
        ? .means : .condition
    }
    if reading.starts(.condition, start) || reading.starts(.timeframe, start) {
      return (start..<end).contains { place in
        reading.hits(in: place..<(place + 1)).contains { treatments.contains($0.concept) }
      } && !reading.starts(.timeframe, start) && !(start..<end).contains { reading.isRoutine[$0] } ? .means : .condition
    }
    // "Phoneme deletion: says ...": a heading, which tells what the act is about.
    let isHeading = isLast && end < reading.tokens.count && reading.tokens[end].marks.contains(.break_)
    return isLast && !isHeading ? .learner : .condition
  }

  func isYear(_ token: Tokens.Token) -> Bool { token.marks.contains(.number) && token.end - token.start == 4 }

  func isInsideDate(_ reading: Reading, _ index: Int) -> Bool {
    isYear(reading.tokens[index]) && index > 0 && reading.tokens[index - 1].marks.contains(.number)
  }
}
