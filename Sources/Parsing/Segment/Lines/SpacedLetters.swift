import Extraction
import IEPModel

/// Puts words of capitals together again that were set with space between their letters, which reads as several words:
/// "DISTR" beside "ICT". Such space is far narrower than that between two words. Small capitals are parted at their first
/// letter, which is set larger: "S" beside "ervices".
enum SpacedLetters {
  /// Of the type size: less than any space between words.
  private static let widest = 0.15

  /// Of the first letter's size, the size of the small capitals behind it.
  private static let smallCapitals = 0.6...0.9

  static func joined(_ page: PageLayout) -> PageLayout {
    guard page.words.indices.dropFirst().contains(where: { goesOn(page.words[$0 - 1], page.words[$0]) }) else {
      return page
    }
    var words: [Word] = []
    for word in page.words {
      if let last = words.last, goesOn(last, word) {
        words[words.count - 1].text += word.text
        words[words.count - 1].box = last.box.union(word.box)
      } else {
        words.append(word)
      }
    }
    var page = page
    page.words = words
    return page
  }

  private static func goesOn(_ word: Word, _ next: Word) -> Bool {
    isSpaced(word, next) || isSmallCapitals(word, next)
  }

  private static func isSmallCapitals(_ word: Word, _ next: Word) -> Bool {
    guard word.text.utf8.count == 1, word.text.first?.isUppercase == true, next.text.first?.isLetter == true,
      word.field == nil, next.field == nil, word.fontName == next.fontName, !word.isSideways
    else { return false }
    return abs(next.box.x0 - word.box.x1) < word.fontSize * widest && abs(next.box.y1 - word.box.y1) < 1.2
      && smallCapitals.contains(next.fontSize / max(word.fontSize, 1))
  }

  private static func isSpaced(_ word: Word, _ next: Word) -> Bool {
    let gap = next.box.x0 - word.box.x1
    return gap > 0 && gap < word.fontSize * widest && abs(next.box.y0 - word.box.y0) < 0.5
      && word.fontName == next.fontName && word.field == nil && next.field == nil && !word.isSideways
      && isCapitals(word.text) && isCapitals(next.text)
  }

  private static func isCapitals(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.properties.isUppercase || "()/&.:".unicodeScalars.contains($0) }
      && text.contains(where: \.isLetter)
  }
}
