/// Where the act begins, and what stands before it.
extension SlotReader {
  /// "will", "is going to", "can" outside a purpose clause; without one, the first verb of the main clause.
  func findHead(_ reading: inout Reading) {
    let count = reading.tokens.count
    var index = 0
    var insidePurpose = false
    while index < count {
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
    // A fragment: "Given a timer, Ana writes ...", "Writes ...", "To improve ...".
    index = 0
    var isLead = false
    let leads: [Opening] = [.purpose, .infinitive, .condition, .timeframe, .technique, .means]
    if let first = leads.first(where: { reading.starts($0, 0) }) {
      let hasComma = reading.tokens.contains { !$0.marks.isDisjoint(with: [.comma, .break_]) }
      isLead = (first != .infinitive && first != .purpose) || hasComma && reading.starts(.purpose, 0)
    }
    // "On the stairs, Kofi puts ...", "Seated at her desk, Ola writes ...": a place or a posture, then the act.
    let openers = [lexicon["place-prepositions"], lexicon["lead-participles"]]
    if reading.hits.contains(where: { $0.first == 0 && openers.contains($0.concept) }) {
      isLead = isLead || reading.tokens.contains { $0.marks.contains(.comma) }
    }
    if isLead {
      guard
        let comma = reading.tokens.indices.dropFirst().first(where: { start in
          !reading.tokens[start].marks.isDisjoint(with: [.comma, .break_])
            && (start..<min(start + 4, count)).contains { reading.verbs[$0] != nil }
        })
      else {
        reading.head = reading.tokens.indices.dropFirst(2).first { reading.verbs[$0] != nil }
        return
      }
      index = comma
    }
    if reading.starts(.infinitive, index), index + 1 < count {
      reading.head = index + 1
      return
    }
    reading.head = (index..<min(index + 6, count)).first { reading.verbs[$0] != nil } ?? (count > 0 ? index : nil)
    reading.hasVerb = reading.head.map { reading.verbs[$0] != nil } ?? false
  }

  /// The pieces before the learner and "will".
  func readLead(_ reading: inout Reading) {
    guard let head = reading.head, head > 0 else { return }
    let learner = reading.slots[..<head].firstIndex(of: .learner) ?? head
    var start = 0
    while start < learner {
      var end = start + 1
      while end < learner, !reading.tokens[end].marks.contains(.comma) || isInsideDate(reading, end),
        reading.tokens[end].marks.isDisjoint(with: [.sentence, .break_])
      { end += 1 }
      let isLast = end == learner
      reading.fill(start..<end, leadSlot(reading, start, end, isLast: isLast))
      start = end
    }
  }

  func leadSlot(_ reading: Reading, _ start: Int, _ end: Int, isLast: Bool) -> Slot {
    var start = start
    while start < end, reading.tokens[start].marks.contains(.number), end - start > 3, start == 0,
      !reading.tokens[start].marks.contains(.percent)
    { start += 1 }
    let holdsTime = (start..<end).contains { reading.isTime[$0] || isYear(reading.tokens[$0]) }
    if reading.starts(.timeframe, start),
      holdsTime || (start..<end).contains(where: { reading.tokens[$0].marks.contains(.number) }),
      !(start..<end).contains(where: { reading.isRoutine[$0] }) || holdsTime
    {
      return .timeframe
    }
    if reading.starts(.purpose, start) || reading.starts(.infinitive, start) { return .purpose }
    if reading.starts(.method, start) { return .method }
    let isTechnique = reading.starts(.technique, start) || reading.starts(.means, start)
    if isTechnique {
      // "With the therapist" is company, "with putty" a means.
      let isCompany = reading.starts(.company, start)
      return (start..<end).contains { reading.isClinical[$0] && !(isCompany && reading.isSetting[$0]) }
        ? .means : .condition
    }
    if reading.starts(.condition, start) || reading.starts(.timeframe, start) {
      return (start..<end).contains { place in
        reading.hits.contains { treatments.contains($0.concept) && $0.first == place }
      } && !reading.starts(.timeframe, start) ? .means : .condition
    }
    return isLast ? .learner : .condition
  }

  func isYear(_ token: Tokens.Token) -> Bool { token.marks.contains(.number) && token.end - token.start == 4 }

  func isInsideDate(_ reading: Reading, _ index: Int) -> Bool {
    isYear(reading.tokens[index]) && index > 0 && reading.tokens[index - 1].marks.contains(.number)
  }
}
