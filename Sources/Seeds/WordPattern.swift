/// A word or phrase that is looked for in a text: `"walk*"` stands for every word that begins so.
public struct WordPattern: Sendable, Hashable {
  private let words: [String]

  public init(_ phrase: String) { words = phrase.lowercased().split(separator: " ").map(String.init) }

  /// The letters that its first word begins with, and whether that may go on.
  public var first: (text: String, isOpen: Bool) {
    let word = words.first ?? ""
    return word.hasSuffix("*") ? (String(word.dropLast()), true) : (word, false)
  }

  /// Whether a text's words begin with it.
  public func begins(_ text: ArraySlice<String>) -> Bool {
    words.count <= text.count
      && zip(words, text).allSatisfy { pattern, word in
        pattern.hasSuffix("*") ? word.hasPrefix(pattern.dropLast()) : word == pattern
      }
  }

  public func stands(in text: [String]) -> Bool { text.indices.contains { begins(text[$0...]) } }
}
