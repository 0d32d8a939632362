/// Phrases as paths of word numbers; finds all that stand in a text in one pass.
struct PhraseTrie: Sendable {
  struct Hit {
    var concept: Int
    /// Places in the text's words, both included.
    var first: Int
    var last: Int
  }

  /// Children of all nodes in one table.
  private var children = NodeTable()
  private var concepts: [[Int]] = [[]]
  /// The first words of phrases, by their number; 0 where none begins.
  private var roots: [Int32] = []
  /// Words that never matter inside a phrase: articles and possessives.
  private var skipped = WordSet()

  /// Words that may stand inside a phrase beside its own: "string ten small beads".
  private var fillers = WordSet()
  /// How many of them.
  private static let mostFillers = 3

  mutating func skip(_ word: Int32) { skipped.insert(word) }

  mutating func fill(_ word: Int32) { fillers.insert(word) }

  func skips(_ word: Int32) -> Bool { skipped.contains(word) }

  mutating func insert(_ phrase: [Int32], _ concept: Int) {
    var node: Int32 = 0
    for word in phrase where !skipped.contains(word) {
      if let next = children[node, word] {
        node = next
      } else {
        concepts.append([])
        let next = Int32(concepts.count - 1)
        children.insert(next, at: node, word)
        if node == 0 { setRoot(word, next) }
        node = next
      }
    }
    if node != 0, !concepts[Int(node)].contains(concept) { concepts[Int(node)].append(concept) }
  }

  /// Every phrase that stands in the text, by its first word, shorter before longer.
  func hits(in words: [Tokens.Token]) -> [Hit] {
    var hits: [Hit] = []
    for start in words.indices {
      // A word by itself is kept in the form without plural; phrases go by their words' stems.
      if words[start].plain >= 2, let node = root(words[start].plain) {
        for concept in concepts[Int(node)] { hits.append(Hit(concept: concept, first: start, last: start)) }
      }
      guard words[start].code >= 0, let node = root(words[start].code) else { continue }
      follow(node, from: start, at: start, fillers: 0, in: words, &hits)
    }
    return hits
  }

  /// All phrases that go on from a word: by the next word, and by the one behind a filler.
  private func follow(
    _ node: Int32, from start: Int, at index: Int, fillers: Int, in words: [Tokens.Token], _ hits: inout [Hit]
  ) {
    for concept in concepts[Int(node)] { hits.append(Hit(concept: concept, first: start, last: index)) }
    var next = index + 1
    var fillers = fillers
    while next < words.count, words[next].marks.isDisjoint(with: [.sentence, .comma, .break_]), words[next].code >= 0 {
      if !skipped.contains(words[next].code) {
        if let child = children[node, words[next].code] {
          follow(child, from: start, at: next, fillers: fillers, in: words, &hits)
        }
        guard fillers < Self.mostFillers, isFiller(words[next]) else { return }
        fillers += 1
      }
      next += 1
    }
  }

  private mutating func setRoot(_ word: Int32, _ node: Int32) {
    let index = Int(word)
    if index >= roots.count { roots += Array(repeating: 0, count: index + 1 - roots.count) }
    roots[index] = node
  }

  private func root(_ word: Int32) -> Int32? {
    guard word >= 0, Int(word) < roots.count, roots[Int(word)] != 0 else { return nil }
    return roots[Int(word)]
  }

  private func isFiller(_ word: Tokens.Token) -> Bool {
    fillers.contains(word.code)
      || word.code == Vocabulary.number && word.marks.isDisjoint(with: [.percent, .slash])
  }
}
