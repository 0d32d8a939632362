import Seeds

/// Splits a goal into its parts before any criterion is looked for: what is measured wins.
///
/// A goal is read from left to right. Before "will" each piece between commas is told by its first words; after it,
/// the target runs until a word that opens another part.
struct SlotReader: Sendable {
  private let lexicon: Lexicon
  /// Which part a grammatical mark opens.
  private let opens: [Int: Opening]
  private let clinical: Set<Int>
  private let educational: Set<Int>
  private let routines: Set<Int>
  private let times: Int?
  private let settings: Int?
  /// What an adult does to bring the act about.
  private let treatments: Set<Int>
  private let techniques: Set<Int>

  /// What the marks of `lexicon/grammar.yaml` open.
  private enum Opening {
    case modal, purpose, infinitive, method, means, technique, condition, timeframe, criterion, span, transparent,
      ability
    case unit, quantifier, change, company
  }

  private static let marks: [(String, Opening)] = [
    ("modals", .modal), ("purpose-marks", .purpose), ("infinitive-mark", .infinitive), ("method-marks", .method),
    ("means-marks", .means), ("technique-marks", .technique), ("condition-marks", .condition),
    ("timeframe-marks", .timeframe), ("criterion-marks", .criterion), ("span-marks", .span),
    ("transparent-verbs", .transparent), ("ability-marks", .ability), ("measure-units", .unit),
    ("quantifiers", .quantifier), ("company-marks", .company), ("change-verbs", .change), ("vague-verbs", .change),
  ]

  /// - Parameter clinical: concepts whose presence turns "using ..." and "after ..." into the adult's means.
  /// - Parameter educational: concepts of educational cues; one does not silence another.
  init(_ lexicon: Lexicon, clinical: Set<Int>, educational: Set<Int>) {
    self.lexicon = lexicon
    self.clinical = clinical
    self.educational = educational
    var opens: [Int: Opening] = [:]
    for (name, opening) in Self.marks { if let concept = lexicon[name] { opens[concept] = opening } }
    self.opens = opens
    treatments = Set(["exercises", "therapy-programs", "sensory-treatments"].compactMap { lexicon[$0] })
    techniques = treatments.union([lexicon["exercise-equipment"]].compactMap { $0 })
    settings = lexicon["therapy-places"]
    times = lexicon["time-words"]
    routines = Set(["school-routines", "school-places", "school-times", "lesson-names"].compactMap { lexicon[$0] })
  }

  /// The text in parts, with the concepts found in it.
  func read(_ text: String) -> GoalText {
    let tokens = Tokens(text) { [vocabulary = lexicon.vocabulary] in vocabulary.look(up: $0) }.all
    let hits = lexicon.trie.hits(in: tokens)
    var reading = Reading(tokens: tokens, hits: hits)
    mark(&reading)
    findHead(&reading)
    readLead(&reading)
    readTail(&reading)
    return finish(reading)
  }

  func matchCount(in text: String) -> Int {
    let tokens = Tokens(text) { [vocabulary = lexicon.vocabulary] in vocabulary.look(up: $0) }.all
    return lexicon.trie.hits(in: tokens).count
  }

  private struct Reading {
    let tokens: [Tokens.Token]
    let hits: [PhraseTrie.Hit]
    var slots: [Slot]
    /// The longest mark of each opening that begins at a word: its last word.
    var openings: [[(Opening, Int)]]
    /// A verb of the lexicon begins here: its last word.
    var verbs: [Int?]
    var isTime: [Bool]
    var isClinical: [Bool]
    var isRoutine: [Bool]
    /// A room, session or person of a therapy.
    var isSetting: [Bool]
    var head: Int?
    var acts: Set<Int> = []
    var saysWill = false
    /// Where a further "will" opens a clause of its own.
    var clauses: [Int] = []
    /// How often the goal says "will".
    var modals = 1
    /// False where neither "will" nor a verb that the lexicon knows stands in the goal.
    var hasVerb = true

    init(tokens: [Tokens.Token], hits: [PhraseTrie.Hit]) {
      self.tokens = tokens
      self.hits = hits
      slots = Array(repeating: .target, count: tokens.count)
      openings = Array(repeating: [], count: tokens.count)
      verbs = Array(repeating: nil, count: tokens.count)
      isTime = Array(repeating: false, count: tokens.count)
      isClinical = isTime
      isRoutine = isTime
      isSetting = isTime
    }

    func end(of opening: Opening, at index: Int) -> Int? {
      guard index < openings.count else { return nil }
      var end: Int?
      for (kind, last) in openings[index] where kind == opening { end = max(end ?? last, last) }
      return end
    }

    func starts(_ opening: Opening, _ index: Int) -> Bool { end(of: opening, at: index) != nil }

    mutating func fill(_ range: Range<Int>, _ slot: Slot) {
      for index in range where index < slots.count { slots[index] = slot }
    }
  }

  private func mark(_ reading: inout Reading) {
    for hit in reading.hits {
      if let opening = opens[hit.concept] { reading.openings[hit.first].append((opening, hit.last)) }
      switch lexicon.kind(hit.concept) {
      case .verb: reading.verbs[hit.first] = max(reading.verbs[hit.first] ?? hit.last, hit.last)
      case .thing:
        for index in hit.first...hit.last {
          if hit.concept == times { reading.isTime[index] = true }
          if clinical.contains(hit.concept) { reading.isClinical[index] = true }
          if routines.contains(hit.concept) { reading.isRoutine[index] = true }
          if hit.concept == settings { reading.isSetting[index] = true }
        }
      case .mark, .sense: break
      }
    }
  }

  /// "will", "is going to", "can" outside a purpose clause; without one, the first verb of the main clause.
  private func findHead(_ reading: inout Reading) {
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
  private func readLead(_ reading: inout Reading) {
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

  private func leadSlot(_ reading: Reading, _ start: Int, _ end: Int, isLast: Bool) -> Slot {
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

  private func isYear(_ token: Tokens.Token) -> Bool { token.marks.contains(.number) && token.end - token.start == 4 }

  private func isInsideDate(_ reading: Reading, _ index: Int) -> Bool {
    isYear(reading.tokens[index]) && index > 0 && reading.tokens[index - 1].marks.contains(.number)
  }

  /// From the head to the end.
  private func readTail(_ reading: inout Reading) {
    guard let head = reading.head else { return }
    let count = reading.tokens.count
    var slot = Slot.target
    var index = head
    // What kind of verb governs: after "improve", an infinitive is a purpose; after "use", it is part of the act.
    var governs = governor(&reading, at: head)
    while index < count {
      let token = reading.tokens[index]
      let isNewSentence = index > head && !token.marks.isDisjoint(with: [.sentence, .newline])
      if isNewSentence {
        slot = .target
        if let modal = (index..<min(index + 6, count)).first(where: { reading.starts(.modal, $0) }),
          let last = reading.end(of: .modal, at: modal)
        {
          reading.fill(index..<(last + 1), .learner)
          index = last + 1
          if index < count { governs = governor(&reading, at: index) }
          continue
        }
        if reading.verbs[index] != nil { governs = governor(&reading, at: index) }
      }
      // "... and will also stay": another act.
      if index > head, let last = reading.end(of: .modal, at: index), !reading.starts(.purpose, index - 1),
        slot != .purpose,
        slot != .condition || reading.tokens[index].marks.isEmpty == false || isCoordination(reading, index)
      {
        slot = .target
        reading.modals += 1
        reading.clauses.append(index)
        reading.fill(index..<(last + 1), .learner)
        index = last + 1
        if index < count { governs = governor(&reading, at: index) }
        continue
      }
      if let (opened, last) = opening(reading, at: index, in: slot, governs: governs, head: head) {
        slot = opened
        reading.fill(index..<(last + 1), slot)
        index = last + 1
        continue
      }
      if slot == .target, reading.verbs[index] != nil, isActPosition(reading, index) {
        governs = governor(&reading, at: index)
      }
      // "... for ten minutes and raise his hand": another act.
      if slot != .target, slot != .method, slot != .purpose, index > 0, reading.verbs[index] != nil,
        reading.starts(.transparent, index - 1) == false, isCoordination(reading, index),
        !(slot == .means || slot == .condition)
      {
        slot = .target
        governs = governor(&reading, at: index)
      }
      reading.slots[index] = slot
      index += 1
    }
  }

  private enum Governor { case change, act }

  /// Notes the verb at a place, looking through "be able to", "independently", "demonstrate the ability to".
  private func governor(_ reading: inout Reading, at start: Int) -> Governor {
    var index = start
    let count = reading.tokens.count
    while index < count, let last = reading.end(of: .transparent, at: index) { index = last + 1 }
    guard index < count else { return .act }
    if reading.hasVerb || reading.verbs[index] != nil { reading.acts.insert(index) }
    return reading.starts(.change, index) ? .change : .act
  }

  private func isCoordination(_ reading: Reading, _ index: Int) -> Bool {
    index > 0
      && lexicon["coordinators"].map { concept in
        reading.hits.contains { $0.concept == concept && $0.last == index - 1 }
      } ?? false
  }

  private func isActPosition(_ reading: Reading, _ index: Int) -> Bool {
    if isCoordination(reading, index) { return true }
    if !reading.tokens[index].marks.isDisjoint(with: [.comma, .slash, .break_, .bracket]) { return true }
    guard index > 0 else { return true }
    return lexicon["act-openers"].map { concept in
      reading.hits.contains { $0.concept == concept && $0.last == index - 1 }
    } ?? false
  }

  /// Whether another part begins at a word of the tail.
  private func opening(
    _ reading: Reading, at index: Int, in slot: Slot, governs: Governor, head: Int
  ) -> (Slot, Int)? {
    guard index > head || reading.starts(.purpose, index) else { return nil }
    if let last = reading.end(of: .method, at: index) { return (.method, last) }
    if let last = reading.end(of: .purpose, at: index), index > head { return (.purpose, last) }
    if let last = reading.end(of: .span, at: index) { return (.span, last) }
    if slot == .method { return nil }
    if let last = criterionEnd(reading, at: index) { return (.criterion, last) }
    if let last = reading.end(of: .timeframe, at: index), isTimeframe(reading, after: last) {
      return (.timeframe, last)
    }
    if slot == .purpose { return nil }
    if let last = reading.end(of: .infinitive, at: index), governs == .change, slot == .target || slot == .condition,
      index + 1 < reading.tokens.count, reading.verbs[index + 1] != nil, !isAbility(reading, before: index)
    {
      return (.purpose, last)
    }
    if slot == .target, isPlace(reading, at: index) { return (.condition, index) }
    if let last = reading.end(of: .means, at: index) {
      return (holdsClinical(reading, from: last + 1) ? .means : .condition, last)
    }
    if let last = reading.end(of: .technique, at: index), index > head,
      holdsTechnique(reading, from: last + 1)
    {
      return (.means, last)
    }
    if let last = reading.end(of: .condition, at: index) {
      // "writes a line while keeping an upright trunk": the trunk is measured too.
      if slot == .target, last + 1 < reading.tokens.count, reading.verbs[last + 1] != nil, shows(reading, at: last + 1),
        holdsClinical(reading, from: last + 1)
      {
        return nil
      }
      return (holdsTechnique(reading, from: last + 1, in: treatments) ? .means : .condition, last)
    }
    return nil
  }

  /// "asks for help | in the classroom": a place after an act that is complete. "stays | in class" is the act itself.
  private func isPlace(_ reading: Reading, at index: Int) -> Bool {
    guard let place = lexicon["place-prepositions"],
      reading.hits.contains(where: { $0.concept == place && $0.first == index }),
      let act = reading.acts.filter({ $0 < index }).max(), index - act >= 2
    else { return false }
    var next = index + 1
    while next < reading.tokens.count, next <= index + 2, !reading.isRoutine[next] { next += 1 }
    return next < reading.tokens.count && next <= index + 2 && reading.isRoutine[next]
  }

  private func shows(_ reading: Reading, at index: Int) -> Bool {
    guard let shows = lexicon["keeping-verbs"] else { return false }
    return reading.hits.contains { $0.concept == shows && $0.first == index }
  }

  private func isAbility(_ reading: Reading, before index: Int) -> Bool {
    index > 0 && reading.hits.contains { opens[$0.concept].map { $0 == .ability } ?? false && $0.last == index - 1 }
  }

  private func piece(_ reading: Reading, from start: Int) -> Range<Int> {
    var end = start
    while end < reading.tokens.count, end - start < 8,
      end == start
        || reading.tokens[end].marks.isDisjoint(with: [.comma, .sentence, .break_])
          && !reading.starts(.purpose, end) && !reading.starts(.method, end)
    { end += 1 }
    return start..<end
  }

  private func holdsClinical(_ reading: Reading, from start: Int) -> Bool {
    piece(reading, from: start).contains { reading.isClinical[$0] }
  }

  /// "using a brushing protocol" is the adult's technique; "using a tripod grasp" is what is measured.
  private func holdsTechnique(_ reading: Reading, from start: Int, in techniques: Set<Int>? = nil) -> Bool {
    let piece = piece(reading, from: start)
    let techniques = techniques ?? self.techniques
    return reading.hits.contains { techniques.contains($0.concept) && piece.contains($0.first) }
  }

  private func isTimeframe(_ reading: Reading, after last: Int) -> Bool {
    let next = (last + 1)..<min(last + 6, reading.tokens.count)
    guard let first = next.first else { return false }
    return next.contains { reading.isTime[$0] } && !reading.isRoutine[first]
      || isYear(reading.tokens[first])
      || next.contains { isYear(reading.tokens[$0]) && reading.tokens[$0].marks.contains(.slash) }
  }

  /// "with 80% accuracy", "in 4 of 5 trials", "for 10 minutes", "4/5 times": a number with a unit, after a marker or bare.
  private func criterionEnd(_ reading: Reading, at index: Int) -> Int? {
    let count = reading.tokens.count
    var number = index
    var last = index
    var isMarked = false
    if let end = reading.end(of: .criterion, at: index) {
      isMarked = true
      number = end + 1
    }
    while number < count, let end = reading.end(of: .quantifier, at: number) {
      isMarked = isMarked || end > number
      number = end + 1
    }
    if isMarked, number < count, lexicon.trie.skips(reading.tokens[number].code) { number += 1 }
    guard number < count,
      reading.tokens[number].marks.contains(.number) || reading.tokens[number].code == Vocabulary.number
    else { return nil }
    last = number
    if reading.tokens[number].marks.contains(.percent) { return last }
    let next = number + 1
    guard next < count else { return isMarked && index != number ? last : nil }
    // "4/5", "4 of 5", "4 out of 5".
    if reading.tokens[next].marks.contains(.slash), reading.tokens[next].marks.contains(.number) { return next }
    if let ratio = lexicon["ratio-marks"],
      let hit = reading.hits.last(where: { $0.concept == ratio && $0.first == next }),
      hit.last + 1 < count, reading.tokens[hit.last + 1].code == Vocabulary.number
    {
      return hit.last + 1
    }
    // "raises her share to two comments", "from 62 to 95".
    if reading.starts(.infinitive, index), number <= index + 2 { return last }
    guard isMarked else { return nil }
    for place in next..<min(next + 3, count) {
      if let unit = reading.end(of: .unit, at: place) { return max(last, unit) }
    }
    return nil
  }

  /// Concepts with their parts; a longer phrase silences what stands inside it.
  private func finish(_ reading: Reading) -> GoalText {
    var matches: [GoalText.Match] = []
    var silenced: [GoalText.Match] = []
    let judged = clinical.union(educational)
    /// A phrase of another sense, or a longer phrase of another model, takes the words inside it.
    func swallows(_ other: PhraseTrie.Hit, _ hit: PhraseTrie.Hit) -> Bool {
      let (kind, otherKind) = (lexicon.kind(hit.concept), lexicon.kind(other.concept))
      guard other.first <= hit.first, other.last >= hit.last, kind != .sense || otherKind == .sense else {
        return false
      }
      let isLonger = other.last - other.first > hit.last - hit.first
      if otherKind == .sense, kind != .sense {
        return switch lexicon.concepts[other.concept].silences {
        case .clinical: clinical.contains(hit.concept)
        case .educational: educational.contains(hit.concept)
        case nil: true
        }
      }
      guard isLonger, judged.contains(other.concept), judged.contains(hit.concept),
        (kind == .verb) == (otherKind == .verb)
      else { return false }
      return !(educational.contains(hit.concept) && educational.contains(other.concept))
    }
    let things = reading.hits.filter { lexicon.kind($0.concept) != .mark }
    for hit in things {
      let kind = lexicon.kind(hit.concept)
      let match = GoalText.Match(
        concept: hit.concept, first: hit.first, last: hit.last, slot: reading.slots[hit.first],
        isAct: reading.acts.contains(hit.first))
      let swallower = things.first { swallows($0, hit) }
      if let swallower {
        if lexicon.kind(swallower.concept) == .sense, clinical.contains(hit.concept) { silenced.append(match) }
      } else {
        matches.append(match)
      }
    }
    return GoalText(
      tokens: reading.tokens, slots: reading.slots, matches: matches, silenced: silenced, head: reading.head,
      acts: reading.acts, modals: reading.saysWill ? reading.modals : 0, clauses: reading.clauses)
  }
}
