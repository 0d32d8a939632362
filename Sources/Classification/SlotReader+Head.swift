/// Where the act begins.
extension SlotReader {
  /// "will", "is going to", "can" outside a purpose clause; without one, the first verb of the main clause.
  func findHead(_ reading: inout Reading) {
    let count = reading.tokens.count
    var index = 0
    // "Though a list will be sent home, Ana will ...": what is granted first has a "will" of its own.
    var insidePurpose = reading.starts(.means, 0) && commaBeforeModal(reading) == false
    while index < count {
      if index > 0, let end = endOfReport(reading, from: index) {
        index = end
        continue
      }
      if reading.tokens[index].marks.contains(.comma) { insidePurpose = false }
      if reading.starts(.purpose, index) { insidePurpose = true }
      if !insidePurpose, let last = reading.end(of: .modal, at: index), !isSubordinate(reading, at: index) {
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
    if let act = statedAct(reading, from: start) {
      reading.head = act
      return
    }
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

  /// Whether a comma ends the first part before the first "will"; nil where there is no comma.
  private func commaBeforeModal(_ reading: Reading) -> Bool? {
    guard let comma = reading.tokens.indices.dropFirst().first(where: { reading.tokens[$0].marks.contains(.comma) })
    else { return nil }
    return !(0..<comma).contains { reading.starts(.modal, $0) }
  }

  /// "Tells the teacher where he will sit": a "will" inside what is told, behind an act of its own.
  private func isSubordinate(_ reading: Reading, at index: Int) -> Bool {
    guard index > 2, reading.starts(.learner, index - 1),
      let opener = (max(1, index - Self.wordsToLearner)..<index - 1).last(where: {
        subordinators.contains(reading.tokens[$0].code)
      }), !(opener + 1..<index).contains(where: { reading.tokens[$0].marks.contains(.comma) })
    else { return false }
    return (0..<opener).contains { isVerbLike(reading, at: $0) && reading.tokens[$0].marks.contains(.finalS) }
  }

  /// "which of the games | she will".
  private static let wordsToLearner = 5

  /// "Fresh from a turn in the hammock, he goes ...", "With or without music, as she likes, Vega sings ...": a learner
  /// behind a comma and the act at once, where nothing is done before.
  private func statedAct(_ reading: Reading, from start: Int) -> Int? {
    for index in (start + 1)..<max(start + 1, reading.tokens.count - 1) {
      let token = reading.tokens[index]
      let isStated = reading.tokens[index + 1].marks.contains(.finalS) && isVerbLike(reading, at: index + 1)
      if token.marks.contains(.comma), isStated,
        reading.starts(.learner, index) || token.marks.contains(.capital) && token.code == Vocabulary.unknown
      {
        return index + 1
      }
      // An act before it, unless it is told in passing ("as she likes").
      let isInPassing =
        index > 1 && reading.starts(.learner, index - 1) && subordinators.contains(reading.tokens[index - 2].code)
      if isVerbLike(reading, at: index), token.marks.contains(.finalS), !isInPassing, !isSubordinated(reading, start) {
        return nil
      }
    }
    return nil
  }

  /// "Instead of tearing it when algebra gets hard, Moses writes ...": whether the goal begins with a part that has
  /// verbs of its own, up to its comma.
  private func isSubordinated(_ reading: Reading, _ start: Int) -> Bool {
    subordinators.contains(reading.tokens[start].code)
      || [.condition, .means, .lead, .replacement].contains { reading.starts($0, start) }
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
    // "In PT, shoots the ball ...": behind the lead's comma, before an article.
    let isBehindLead =
      token.marks.contains(.comma) && token.marks.contains(.finalS) && index + 1 < reading.tokens.count
      && (lexicon.trie.skips(reading.tokens[index + 1].code) || isParticle(reading, at: index + 1))
    if isBehindLead { return true }
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
    let isCondition = reading.starts(.condition, 0)
    let named = (2..<max(2, end - 1)).first { isName(reading, at: $0) }
    let isDone = { (index: Int) in reading.tokens[index].marks.contains(.finalS) && isVerbLike(reading, at: index) }
    if let named, !isCondition || phrasal.contains(reading.tokens[0].code), !(0..<named).contains(where: isDone) {
      return named + 1
    }
    return (1..<max(1, end - 1)).first { index in
      reading.starts(.learner, index) && isVerbLike(reading, at: index + 1)
        && reading.tokens[index + 1].marks.contains(.finalS)
        // "When bumped in the line he steps back": the condition has an act of its own before the learner.
        && (!isCondition || (1..<max(1, index - 1)).contains { reading.tokens[$0].marks.contains(.participle) })
    }.map { $0 + 1 }
  }

  /// "In the lunch line Rafi stands ...": a name that no list knows, with its act behind it.
  private func isName(_ reading: Reading, at index: Int) -> Bool {
    let token = reading.tokens[index]
    return token.marks.contains(.capital) && token.code == Vocabulary.unknown
      && token.marks.isDisjoint(with: Self.breaks)
      && reading.tokens[index + 1].marks.contains(.finalS) && reading.verbs[index + 1] != nil
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
}
