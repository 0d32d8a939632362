import IEPModel

/// Codes in capitals that a form lists behind a label for codes, with their words and nothing between: "Service codes: SE
/// Special Education OT Occupational Therapy AP Adapted PE. Setting codes: G Special classroom, C Regular classroom."
enum LetteredCodes {
  private static let names: Set<String> = ["code", "key", "legend", "abbreviation"]

  /// A cheap look.
  static func mayStand(in text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: ":")) && text.utf8.contains { $0 &- 0x41 < 26 }
  }

  /// Each code with what it stands for.
  /// - Parameter paragraph: unwrapped.
  static func read(_ paragraph: String) -> [(code: String, meaning: String)] {
    guard mayStand(in: paragraph) else { return [] }
    let words = paragraph.split(separator: " ").map(String.init)
    return words.indices.flatMap { index -> [(code: String, meaning: String)] in
      guard words[index].hasSuffix(":"),
        LabelTokens.of(words[max(0, index - 3)...index].joined(separator: " ")).contains(where: names.contains)
      else { return [] }
      return list(words[(index + 1)...])
    }
  }

  /// The codes that words begin with, three or more up to a sentence's end.
  private static func list(_ words: ArraySlice<String>) -> [(code: String, meaning: String)] {
    var found: [(code: String, words: [String])] = []
    for (index, word) in zip(words.indices, words) {
      let next = index + 1 < words.endIndex ? words[index + 1] : ""
      // "AP Adapted PE CN Counseling": capitals right before a code are the end of its words.
      if isCode(word), !isCode(next.trimmingCharacters(",;.")), next.first?.isLetter == true {
        found.append((word, []))
        continue
      }
      guard !found.isEmpty else { return [] }
      found[found.count - 1].words.append(word)
      if word.hasSuffix("."), !isCode(next) { break }
    }
    guard found.count >= 3, Set(found.map(\.code)).count == found.count,
      found.allSatisfy({ (1...10).contains($0.words.count) && $0.words.contains { $0.utf8.count > 3 } })
    else { return [] }
    return found.map { ($0.code, $0.words.joined(separator: " ").trimmingCharacters(" ,;.")) }
  }

  private static func isCode(_ word: String) -> Bool {
    (1...4).contains(word.utf8.count) && word.allSatisfy { $0.isLetter && $0.isUppercase }
  }
}
