/// Slips of the keyboard in long words: "Resouce room", "Phyiscal Therapy", "Individaul". A letter left out, doubled or
/// swapped with its neighbour; one letter for another only in the longest words, since it is how words differ that mean
/// something else ("waiting", "writing").
struct Spelling: Sendable {
  /// The known words by their first letter.
  private let words: [UInt8: [[UInt8]]]

  /// In letters: shorter words have too many neighbours.
  private static let shortest = 7
  private static let shortestOfOtherLetter = 9

  init(words: Set<String>) {
    let long = words.map { Array($0.utf8) }.filter { $0.count >= Self.shortest }
    self.words = Dictionary(grouping: long, by: { $0[0] })
  }

  /// The one known word that was meant; `nil` where the word is known, short, or near to none or several.
  /// - Parameter word: in small letters.
  func intended(by word: String) -> String? {
    let typed = Array(word.utf8)
    guard typed.count >= Self.shortest - 1, let first = typed.first, let candidates = words[first] else { return nil }
    var found: [UInt8]?
    for candidate in candidates where abs(candidate.count - typed.count) <= 1 {
      if candidate == typed { return nil }
      guard Self.isSlip(typed, of: candidate) else { continue }
      if found != nil { return nil }
      found = candidate
    }
    return found.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func isSlip(_ typed: [UInt8], of word: [UInt8]) -> Bool {
    let shared = zip(typed, word).prefix { $0 == $1 }.count
    if typed.count == word.count {
      if word.count >= shortestOfOtherLetter, typed[(shared + 1)...] == word[(shared + 1)...] { return true }
      return shared + 1 < word.count && typed[shared] == word[shared + 1] && typed[shared + 1] == word[shared]
        && typed[(shared + 2)...] == word[(shared + 2)...]
    }
    let (short, long) = typed.count < word.count ? (typed, word) : (word, typed)
    // A plural is no slip.
    return short[shared...] == long[(shared + 1)...] && !(shared == short.count && long.last == UInt8(ascii: "s"))
  }
}
