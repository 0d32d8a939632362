/// Concepts by their numbers, asked for at every hit of every goal: a table answers faster than a hash.
struct ConceptSet: Sendable {
  private var flags: [Bool]

  init(_ concepts: some Sequence<Int>, of count: Int) {
    flags = Array(repeating: false, count: count)
    for concept in concepts { flags[concept] = true }
  }

  func contains(_ concept: Int) -> Bool { flags[concept] }
}
