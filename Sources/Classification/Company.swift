/// What stands in a goal beside a cue: all concepts of the parts that count, and those of the cue's own clause.
struct Company {
  let all: ConceptSet
  private let text: GoalText
  private let denials: [GoalText.Match]
  /// What stands in each clause, where the goal has more than one.
  private let byClause: [ConceptSet]
  /// The same with what stands in the conditions of the clauses before, as long as none says "will" anew.
  private let goingOn: [ConceptSet]
  private let words: Words

  /// Of which concepts and words the company is told.
  struct Words: Sendable {
    /// "not in the therapy room".
    let negations: Int?
    /// "without going to the therapy room".
    let goings: Int?
    /// "before math": what is there is not yet, or no longer, where the act is done.
    let apart: Set<Int32>
    let or: Int32
    let not: Int32

    init(_ lexicon: Lexicon) {
      func code(_ word: String) -> Int32 { lexicon.vocabulary.look(up: Array(word.utf8)).stem }
      negations = lexicon["negations"]
      goings = lexicon["going-acts"]
      apart = Set(["before", "after"].map(code))
      (or, not) = (code("or"), code("not"))
    }
  }

  /// - Parameter subject: in a service line or a present level every word counts.
  init(_ text: GoalText, _ words: Words, subject: Criterion.Subject, of count: Int) {
    self.text = text
    self.words = words
    // Few texts deny anything.
    let denials = text.matches.filter { $0.concept == words.negations }
    self.denials = denials
    let silentParts: Set<Slot> = subject == .goal ? [.method, .purpose, .means] : []
    let present = text.matches.filter { match in
      !silentParts.contains(match.slot) && !denials.contains { Self.denies($0, match, text, words) }
    }
    all = ConceptSet(present.map(\.concept), of: count)
    guard subject == .goal, !text.clauses.isEmpty else {
      byClause = []
      goingOn = []
      return
    }
    // What keeps a cue silent stands before the acts or in the cue's own clause: a peer in the other act is no guard.
    let head = text.head ?? 0
    let last = text.clauses.count
    let sets = (0...last).map { clause in
      // "climbs the ladder and goes down the slide at recess": acts that are joined share the place behind the last.
      var shared = clause
      while shared < last, Self.isBare(shared, text) { shared += 1 }
      // "plays with the social worker in her office and takes turns".
      let begun = (0...clause).last { $0 == 0 || Self.saysWill($0, text) } ?? 0
      func set(of clauses: ClosedRange<Int>) -> ConceptSet {
        ConceptSet(
          present.filter { match in
            let own = text.clause(of: match.first)
            return match.first < head || own == clause || match.slot == .condition && clauses.contains(own)
          }.map(\.concept), of: count)
      }
      return (set(of: clause...shared), set(of: begun...shared))
    }
    byClause = sets.map(\.0)
    goingOn = sets.map(\.1)
  }

  /// Whether a clause has a "will" of its own.
  private static func saysWill(_ clause: Int, _ text: GoalText) -> Bool {
    let end = clause < text.clauses.count ? text.clauses[clause] : text.slots.count
    return text.slots[text.clauses[clause - 1]..<end].contains(.learner)
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

  /// The same, where what is given in an earlier clause goes on.
  func goesOn(_ concepts: [Int], at word: Int) -> Bool {
    let near = goingOn.isEmpty ? all : goingOn[text.clause(of: word)]
    return concepts.contains(where: near.contains)
  }

  /// Whether the concepts stand only in a time before or after the act: "before math, does push-ups" is no math.
  func areApart(_ concepts: [Int]) -> Bool {
    text.matches.allSatisfy { match in
      guard concepts.contains(match.concept) else { return true }
      guard match.slot == .condition else { return false }
      return (max(0, match.first - Self.wordsToTime)...match.first).contains {
        words.apart.contains(text.tokens[$0].code) && text.slots[$0] == .condition
      }
    }
  }

  /// "before his first math lesson".
  private static let wordsToTime = 3

  /// Whether one of the concepts stands in what the act is for.
  func aims(at concepts: [Int]) -> Bool {
    text.matches.contains { $0.slot == .purpose && concepts.contains($0.concept) }
  }

  /// Whether the concepts stand only in what is given, when and where.
  func areGiven(_ concepts: [Int]) -> Bool {
    text.matches.allSatisfy { $0.slot == .condition || !concepts.contains($0.concept) }
  }

  func isDenied(_ match: GoalText.Match) -> Bool {
    denials.contains { Self.denies($0, match, text, words) } || isLeftOpen(match)
  }

  /// "alternating feet or not": it may as well not be.
  func isLeftOpen(_ match: GoalText.Match) -> Bool {
    match.last + 2 < text.tokens.count && text.tokens[match.last + 1].code == words.or
      && text.tokens[match.last + 2].code == words.not
  }

  /// "not in the therapy room": whether a negation close before a match takes it back.
  private static func denies(
    _ negation: GoalText.Match, _ match: GoalText.Match, _ text: GoalText, _ words: Words
  ) -> Bool {
    negation.last < match.first && negation.last >= match.first - 9
      && (negation.last >= match.first - 3 || negation.slot == .condition && match.slot == .condition)
      && text.tokens[(negation.last + 1)...match.first].allSatisfy { !$0.marks.contains(.comma) }
      // "without falling in the therapy gym" denies the fall, not the gym.
      && !(negation.first == negation.last && text.tokens[negation.last + 1].marks.contains(.finalIng)
        && !text.matches.contains { $0.concept == words.goings && $0.first == negation.last + 1 })
  }
}
