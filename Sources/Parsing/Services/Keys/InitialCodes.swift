import IEPModel

/// Codes that a form lists with their words and no sign between or behind them: "RR resource room BW building wide HM home",
/// "D direct C consultation. WK week". No sentence reads so: nearly every code begins as its words do.
enum InitialCodes {
  /// A cheap look: two codes right before a word in small letters that begins as they do.
  static func mayStand(in text: String) -> Bool {
    var found = 0
    /// The open word's length, whether it is all capitals, and its first byte.
    var (length, isCode, head) = (0, true, UInt8(0))
    /// The code that the word before is.
    var last: UInt8?
    for byte in text.utf8 {
      guard byte != UInt8(ascii: " ") else {
        last = isCode && (1...4).contains(length) ? head : nil
        (length, isCode) = (0, true)
        continue
      }
      if length == 0 {
        head = byte
        if let last, byte == last | 0x20 {
          found += 1
          if found == 2 { return true }
        }
      }
      isCode = isCode && byte &- 0x41 < 26
      length += 1
    }
    return false
  }

  /// Each code with what it stands for.
  static func read(_ paragraph: String) -> [(code: String, meaning: String)] {
    guard mayStand(in: paragraph) else { return [] }
    var found: [(code: String, words: [String])] = []
    var result: [(code: String, meaning: String)] = []
    func close() {
      if isKey(found) { result += found.map { ($0.code, $0.words.joined(separator: " ").trimmingCharacters(" ,;.")) } }
      found = []
    }
    for word in paragraph.split(separator: " ").map(String.init) {
      if isCode(word) {
        found.append((word, []))
      } else if word.hasSuffix(":") || found.isEmpty {
        // "PLACE: RC regular class": what the codes are of.
        close()
      } else if word.contains(where: \.isLetter), word == word.lowercased() {
        found[found.count - 1].words.append(word)
      } else {
        found.removeLast()
        close()
      }
    }
    close()
    return result
  }

  private static func isKey(_ codes: [(code: String, words: [String])]) -> Bool {
    let alike = codes.count { code, words in
      words.first?.utf8.first.map { first in code.utf8.first.map { $0 | 0x20 == first } ?? false } ?? false
    }
    return codes.count >= 3 && alike * 4 >= codes.count * 3 && Set(codes.map(\.code)).count == codes.count
      && codes.allSatisfy { (1...4).contains($0.words.count) }
  }

  private static func isCode(_ word: String) -> Bool {
    (1...4).contains(word.utf8.count) && word.utf8.allSatisfy { $0 &- 0x41 < 26 }
  }
}
