/// Typing errors in the words of amounts: "mintues", "weeky", "sesions".
///
/// The slip of a finger is one of four, behind the first letter of a word: two letters in each other's place, one left
/// out, one typed twice, one too many. The forms that come of it are worked out once from the words of the grammar
/// themselves, without those that are words of it. Of a short word too little is left where a letter is missing: "moth"
/// is a month only where nothing else can stand.
enum DoseTyping {
  /// The word that was meant, where `word` is a slip of one; otherwise the word itself.
  static func meant(by word: String, behind token: DoseToken? = nil) -> String {
    if let long = slips[word] { return long }
    guard let short = shortSlips[word], awaitsUnit(token) else { return word }
    return short
  }

  /// Every slip with the word that was meant.
  static let slips = forms { word in
    let letters = Array(word)
    // "There" is no three, "thirsty" no thirty.
    if DoseTokens.numberWords[word] != nil { return letters.count < 6 ? [] : swaps(letters) + gaps(letters) }
    guard letters.count >= 4 else { return [] }
    let short = twins(letters) + swaps(letters)
    return letters.count < 6 ? short : short + gaps(letters) + strays(letters)
  }
  private static let shortSlips = forms { word in
    (4...5).contains(word.count) && DoseTokens.numberWords[word] == nil ? gaps(Array(word)) : []
  }

  private static let known = DoseWords.all.union(DoseWords.fillers).union(DoseTokens.numberWords.keys)

  /// Behind a figure, "per", "a" or a unit comes a unit.
  private static func awaitsUnit(_ token: DoseToken?) -> Bool {
    guard let token else { return false }
    if token.number != nil || token.kind == .sign("/") { return true }
    return token.word.map { leads.contains($0) || DoseWords.minuteWords.contains($0) } ?? false
  }
  private static let leads: Set<String> = ["per", "a", "each", "every", "x", "once", "twice"]

  private static func forms(_ slips: (String) -> [String]) -> [String: String] {
    var result: [String: String] = [:]
    var doubtful: Set<String> = []
    for word in DoseWords.all.union(DoseTokens.numberWords.keys).sorted() {
      for slip in slips(word) where !known.contains(slip) {
        // Of two forms of one word, "minute" and "minutes", either will do.
        if let other = result[slip], !word.hasPrefix(other) { doubtful.insert(slip) }
        result[slip] = word
      }
    }
    return result.filter { !doubtful.contains($0.key) }
  }

  private static func twins(_ word: [Character]) -> [String] {
    (1..<word.count).map { with(word[$0], at: $0, in: word) }
  }

  private static func swaps(_ word: [Character]) -> [String] {
    (1..<word.count - 1).map { at in
      var letters = word
      letters.swapAt(at, at + 1)
      return String(letters)
    }
  }

  /// Without its last letter a word is cut short.
  private static func gaps(_ word: [Character]) -> [String] {
    (1..<word.count - 1).map { at in
      var letters = word
      letters.remove(at: at)
      return String(letters)
    }
  }

  private static func strays(_ word: [Character]) -> [String] {
    (1..<word.count).flatMap { at in "abcdefghijklmnopqrstuvwxyz".map { with($0, at: at, in: word) } }
  }

  private static func with(_ letter: Character, at: Int, in word: [Character]) -> String {
    var letters = word
    letters.insert(letter, at: at)
    return String(letters)
  }
}
