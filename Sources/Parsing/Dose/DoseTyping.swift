/// Typing errors in the words of amounts: "mintues", "weeky", "sesions".
///
/// The slip of a finger is one of three, behind the first letter of a long word: two letters in each other's place, one
/// left out, one typed twice. The forms that come of it are worked out once from the words of the grammar themselves,
/// without those that are words of it.
enum DoseTyping {
  /// The word that was meant, where `word` is a slip of one; otherwise the word itself.
  static func meant(by word: String) -> String { slips[word] ?? word }

  /// Every slip with the word that was meant.
  static let slips: [String: String] = {
    var result: [String: String] = [:]
    var doubtful: Set<String> = []
    for word in DoseWords.all.union(DoseTokens.numberWords.keys).sorted() where word.count >= 5 {
      for slip in slips(of: Array(word)) where !known.contains(slip) {
        // Of two forms of one word, "minute" and "minutes", either will do.
        if let other = result[slip], !word.hasPrefix(other) { doubtful.insert(slip) }
        result[slip] = word
      }
    }
    return result.filter { !doubtful.contains($0.key) }
  }()

  private static let known = DoseWords.all.union(DoseWords.fillers).union(DoseTokens.numberWords.keys)

  private static func slips(of word: [Character]) -> [String] {
    var result: [String] = []
    for i in 1..<word.count {
      var slip = word
      slip.insert(word[i], at: i)
      result.append(String(slip))
      if i + 1 < word.count {
        slip = word
        slip.swapAt(i, i + 1)
        result.append(String(slip))
      }
      // Of a word of five letters too little is left; without its last letter a word is cut short.
      if word.count >= 6, i + 1 < word.count {
        slip = word
        slip.remove(at: i)
        result.append(String(slip))
      }
    }
    return result
  }
}
