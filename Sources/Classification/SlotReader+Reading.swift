/// What the reader knows of a text while it reads.
extension SlotReader {
  /// What the marks of `lexicon/grammar.yaml` open.
  enum Opening {
    case modal, purpose, infinitive, method, means, technique, condition, timeframe, criterion, span, transparent,
      ability
    case unit, quantifier, change, company
  }

  struct Reading {
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

    /// Whether a phrase of the concept begins at a word. The hits come by their first word.
    /// The hits that begin within a stretch of words; hits are in the order of their first words.
    func hits(in words: Range<Int>) -> ArraySlice<PhraseTrie.Hit> {
      var range = hits.startIndex..<hits.endIndex
      while !range.isEmpty {
        let middle = (range.lowerBound + range.upperBound) / 2
        range = hits[middle].first < words.lowerBound ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
      }
      return hits[range.lowerBound...].prefix { $0.first < words.upperBound }
    }

    func begins(_ concept: Int, at index: Int) -> Bool {
      var range = hits.startIndex..<hits.endIndex
      while !range.isEmpty {
        let middle = (range.lowerBound + range.upperBound) / 2
        range = hits[middle].first < index ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
      }
      return hits[range.lowerBound...].lazy.prefix { $0.first == index }.contains { $0.concept == concept }
    }

    func starts(_ opening: Opening, _ index: Int) -> Bool { end(of: opening, at: index) != nil }

    mutating func fill(_ range: Range<Int>, _ slot: Slot) {
      for index in range where index < slots.count { slots[index] = slot }
    }
  }
}
