/// What stands in a goal beside a cue: all concepts of the parts that count, and those of the cue's own clause.
struct Company {
  let all: ConceptSet
  private let text: GoalText
  private let denials: [GoalText.Match]
  /// What stands in each clause, where the goal has more than one.
  private let byClause: [ConceptSet]

  /// - Parameter subject: in a service line or a present level every word counts.
  init(_ text: GoalText, negations: Int?, subject: Criterion.Subject, of count: Int) {
    self.text = text
    // Few texts deny anything.
    let denials = text.matches.filter { $0.concept == negations }
    self.denials = denials
    let silentParts: Set<Slot> = subject == .goal ? [.method, .purpose, .means] : []
    let present = text.matches.filter { match in
      !silentParts.contains(match.slot) && !denials.contains { Self.denies($0, match, text) }
    }
    all = ConceptSet(present.map(\.concept), of: count)
    guard subject == .goal, !text.clauses.isEmpty else {
      byClause = []
      return
    }
    // What keeps a cue silent stands before the acts or in the cue's own clause: a peer in the other act is no guard.
    let head = text.head ?? 0
    let last = text.clauses.count
    byClause = (0...last).map { clause in
      // "climbs the ladder and goes down the slide at recess": acts that are joined share the place behind the last.
      var shared = clause
      while shared < last, Self.isBare(shared, text) { shared += 1 }
      return ConceptSet(
        present.filter { match in
          let own = text.clause(of: match.first)
          return match.first < head || own == clause || match.slot == .condition && (clause...shared).contains(own)
        }.map(\.concept), of: count)
    }
  }

  /// Whether a clause says neither when and where nor how well.
  private static func isBare(_ clause: Int, _ text: GoalText) -> Bool {
    let start = clause == 0 ? text.head ?? 0 : text.clauses[clause - 1]
    return (start..<text.clauses[clause]).allSatisfy { text.slots[$0] == .target }
  }

  /// Whether one of the concepts stands in the clause of a word, or before the acts.
  func stands(_ concepts: [Int], beside word: Int) -> Bool {
    let near = byClause.isEmpty ? all : byClause[text.clause(of: word)]
    return concepts.contains(where: near.contains)
  }

  /// Whether one of the concepts stands in what the act is for.
  func aims(at concepts: [Int]) -> Bool {
    text.matches.contains { $0.slot == .purpose && concepts.contains($0.concept) }
  }

  /// Whether the concepts stand only in what is given, when and where.
  func areGiven(_ concepts: [Int]) -> Bool {
    text.matches.allSatisfy { $0.slot == .condition || !concepts.contains($0.concept) }
  }

  func isDenied(_ match: GoalText.Match) -> Bool { denials.contains { Self.denies($0, match, text) } }

  /// "not in the therapy room": whether a negation close before a match takes it back.
  private static func denies(_ negation: GoalText.Match, _ match: GoalText.Match, _ text: GoalText) -> Bool {
    negation.last < match.first && negation.last >= match.first - 9
      && (negation.last >= match.first - 3 || negation.slot == .condition && match.slot == .condition)
      && text.tokens[(negation.last + 1)...match.first].allSatisfy { !$0.marks.contains(.comma) }
      // "without falling in the therapy gym" denies the fall, not the gym.
      && !(negation.first == negation.last && text.tokens[negation.last + 1].marks.contains(.finalIng))
  }
}
