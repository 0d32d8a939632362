import IEPModel

/// A text's words in a comparable form, with their places in Unicode scalars.
struct Words: Sendable {
  struct Word: Sendable, Hashable {
    var folded: String
    var range: Range<Int>
  }

  let words: [Word]
  let scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var words: [Word] = []
    var current = ""
    var start = 0
    for (index, scalar) in scalars.enumerated() {
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        if current.isEmpty { start = index }
        current += scalar.properties.lowercaseMapping
      } else if scalar == "'" || scalar == "’" {
        continue
      } else {
        if !current.isEmpty { words.append(Word(folded: Words.folded(current), range: start..<index)) }
        current = ""
        if scalar == "/" { words.append(Word(folded: "/", range: index..<(index + 1))) }
      }
    }
    if !current.isEmpty { words.append(Word(folded: Words.folded(current), range: start..<scalars.count)) }
    self.words = words
  }

  /// Inflections that do not part two words: plural and third person.
  static func folded(_ word: String) -> String {
    if word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"), !word.hasSuffix("is") {
      if word.hasSuffix("ies") { return String(word.dropLast(3)) + "y" }
      return String(word.dropLast())
    }
    return word
  }

  func quote(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}

/// Phrases in a trie, each with an index; finds all that stand in a text.
struct PhraseTrie: Sendable {
  private struct Node: Sendable {
    var next: [String: Int] = [:]
    var values: [Int] = []
  }
  private var nodes = [Node()]

  mutating func insert(_ phrase: String, _ value: Int) {
    var node = 0
    for word in Words(phrase).words {
      if let next = nodes[node].next[word.folded] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].next[word.folded] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    if node != 0 { nodes[node].values.append(value) }
  }

  /// The longest phrase of each value at each word.
  func matches(in text: Words) -> [(value: Int, words: Range<Int>)] {
    var result: [(value: Int, words: Range<Int>)] = []
    for start in text.words.indices {
      var node = 0
      var index = start
      var longest: [Int: Int] = [:]
      while index < text.words.count, let next = nodes[node].next[text.words[index].folded] {
        node = next
        index += 1
        for value in nodes[node].values { longest[value] = index }
      }
      for (value, end) in longest.sorted(by: { $0.key < $1.key }) { result.append((value, start..<end)) }
    }
    return result
  }
}
