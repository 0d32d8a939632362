/// The parts of a goal (criteria.md C.0): polarity is judged on the target first.
public enum Slot: String, Sendable, Hashable, CaseIterable, Decodable {
  case timeframe, condition, learner, target, criterion, span, method, means, purpose
}

/// A goal's text read into words, concepts and parts.
struct GoalText {
  /// A concept that was found, and where.
  struct Match {
    var concept: Int
    var first: Int
    var last: Int
    var slot: Slot
    /// The word is the sentence's verb, not a noun of the same spelling.
    var isAct: Bool
  }

  let tokens: [Tokens.Token]
  /// The part to which each word belongs.
  let slots: [Slot]
  let matches: [Match]
  /// Concepts that a longer phrase of another sense silenced.
  let silenced: [Match]
  /// The first word of what is measured, after "will".
  let head: Int?
  /// Words at which the sentence acts: its verbs in the target.
  let acts: Set<Int>
  /// How often it says "will".
  let modals: Int
  /// Where a further "will" opens a clause of its own.
  let clauses: [Int]
  /// Reasons and what is granted, before the act: nobody measures them.
  let reasons: [Range<Int>]
  /// The act stands behind what is to get better: "as evidenced by asking for help".
  let statesDeed: Bool

  /// Which clause a word stands in.
  func clause(of word: Int) -> Int { clauses.count { $0 <= word } }

  func isReason(_ word: Int) -> Bool { reasons.contains { $0.contains(word) } }

  /// Places in Unicode scalars.
  func range(_ first: Int, _ last: Int) -> Range<Int> { Int(tokens[first].start)..<Int(tokens[last].end) }

  /// The stretches of words that belong to a part.
  func stretches(of slot: Slot) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    for index in slots.indices where slots[index] == slot {
      if let last = result.last, last.upperBound == index - 1 {
        result[result.count - 1] = last.lowerBound...index
      } else {
        result.append(index...index)
      }
    }
    return result
  }
}
