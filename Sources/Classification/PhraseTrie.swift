/// Phrases as paths of word numbers; finds all that stand in a text in one pass.
struct PhraseTrie: Sendable {
  struct Hit {
    var concept: Int
    /// Places in the text's words, both included.
    var first: Int
    var last: Int
  }

  /// Children of all nodes in one table, keyed by node and word.
  private var children: [UInt64: Int32] = [:]
  private var concepts: [[Int]] = [[]]
  /// Words that never matter inside a phrase: articles and possessives.
  private var skipped: Set<Int32> = []

  mutating func skip(_ word: Int32) { skipped.insert(word) }

  func skips(_ word: Int32) -> Bool { skipped.contains(word) }

  mutating func insert(_ phrase: [Int32], _ concept: Int) {
    var node: Int32 = 0
    for word in phrase where !skipped.contains(word) {
      let key = Self.key(node, word)
      if let next = children[key] {
        node = next
      } else {
        concepts.append([])
        let next = Int32(concepts.count - 1)
        children[key] = next
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
      if words[start].plain >= 2, let node = children[Self.key(0, words[start].plain)] {
        for concept in concepts[Int(node)] { hits.append(Hit(concept: concept, first: start, last: start)) }
      }
      guard words[start].code >= 0, var node = children[Self.key(0, words[start].code)] else { continue }
      var index = start
      while true {
        for concept in concepts[Int(node)] { hits.append(Hit(concept: concept, first: start, last: index)) }
        index += 1
        while index < words.count, skipped.contains(words[index].code) { index += 1 }
        guard index < words.count, words[index].marks.isDisjoint(with: [.sentence, .comma, .break_]),
          words[index].code >= 0,
          let next = children[Self.key(node, words[index].code)]
        else { break }
        node = next
      }
    }
    return hits
  }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}
