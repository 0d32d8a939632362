/// What the reader knows of a text while it reads.
extension SlotReader {
  /// What the marks of `lexicon/grammar.yaml` open.
  enum Opening: Int, CaseIterable {
    case modal, purpose, infinitive, method, means, technique, condition, timeframe, criterion, span, transparent
    case ability, unit, quantifier, change, company, coordinator, actOpener, particle, place, keeping, use, aim
    case learner, able, lead, ratio, aside, rise, bodyUnit, asking, content, recording, named, amount
    case pretence, replacement, reason, intoMark
  }

  /// Marks by the words at which they begin, for each the last word of its longest phrase.
  struct Openings {
    private var ends: [Int16]
    /// A bit for each mark whose phrase ends at a word.
    private var closed: [UInt64]
    private static let kinds = Opening.allCases.count

    init(words: Int) {
      ends = Array(repeating: -1, count: words * Self.kinds)
      closed = Array(repeating: 0, count: words)
    }

    mutating func insert(_ opening: Opening, _ first: Int, _ last: Int) {
      let place = first * Self.kinds + opening.rawValue
      ends[place] = max(ends[place], Int16(clamping: last))
      closed[last] |= 1 << UInt64(opening.rawValue)
    }

    func end(of opening: Opening, at index: Int) -> Int? {
      guard index < closed.count else { return nil }
      let end = ends[index * Self.kinds + opening.rawValue]
      return end < 0 ? nil : Int(end)
    }

    func ends(_ opening: Opening, at index: Int) -> Bool {
      index >= 0 && closed[index] & 1 << UInt64(opening.rawValue) != 0
    }
  }

  struct Reading {
    let tokens: [Tokens.Token]
    let hits: [PhraseTrie.Hit]
    var slots: [Slot]
    var openings: Openings
    /// A verb of the lexicon begins here: its last word.
    var verbs: [Int?]
    var isTime: [Bool]
    var isClinical: [Bool]
    var isRoutine: [Bool]
    /// A room, session or person of a therapy.
    var isSetting: [Bool]
    var head: Int?
    /// Where the first sentence begins, behind a heading.
    var start = 0
    var acts: Set<Int> = []
    var saysWill = false
    /// "... as evidenced by asking for help": the act stands behind what is to get better.
    var statesDeed = false
    /// Where a further "will" opens a clause of its own.
    var clauses: [Int] = []
    /// Reasons and what is granted, before the act ("because his report lists ...").
    var reasons: [Range<Int>] = []
    /// How often the goal says "will".
    var modals = 1
    /// False where neither "will" nor a verb that the lexicon knows stands in the goal.
    var hasVerb = true

    init(tokens: [Tokens.Token], hits: [PhraseTrie.Hit]) {
      self.tokens = tokens
      self.hits = hits
      slots = Array(repeating: .target, count: tokens.count)
      openings = Openings(words: tokens.count)
      verbs = Array(repeating: nil, count: tokens.count)
      isTime = Array(repeating: false, count: tokens.count)
      isClinical = isTime
      isRoutine = isTime
      isSetting = isTime
    }

    func end(of opening: Opening, at index: Int) -> Int? {
      openings.end(of: opening, at: index)
    }

    /// Whether a mark's phrase ends just before a word.
    func follows(_ opening: Opening, _ index: Int) -> Bool { openings.ends(opening, at: index - 1) }

    /// The hits that begin within a stretch of words; hits are in the order of their first words.
    func hits(in words: Range<Int>) -> ArraySlice<PhraseTrie.Hit> {
      var range = hits.startIndex..<hits.endIndex
      while !range.isEmpty {
        let middle = (range.lowerBound + range.upperBound) / 2
        range = hits[middle].first < words.lowerBound ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
      }
      return hits[range.lowerBound...].prefix { $0.first < words.upperBound }
    }

    func starts(_ opening: Opening, _ index: Int) -> Bool { end(of: opening, at: index) != nil }

    mutating func fill(_ range: Range<Int>, _ slot: Slot) {
      for index in range where index < slots.count { slots[index] = slot }
    }
  }
}
