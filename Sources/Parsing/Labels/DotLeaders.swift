import Extraction
import IEPModel

/// "MEASURED BY . . . Tally sheet", "Grade ........ 5": dots that lead from a label to its value say what a colon says.
enum DotLeaders {
  /// The line with a colon behind each label that dots follow, answered or not.
  static func replaced(_ line: TextLine) -> TextLine {
    guard line.words.contains(where: isDots) else { return line }
    var words: [Word] = []
    /// Where the words since the last leader or wide gap begin.
    var start = 0
    var index = 0
    while index < line.words.count {
      let dots = line.words[index...].prefix(while: isDots)
      guard !dots.isEmpty else {
        if let last = words.last, line.words[index].box.x0 - last.box.x1 > max(last.fontSize, 6) * 2 {
          start = words.count
        }
        words.append(line.words[index])
        index += 1
        continue
      }
      index = dots.endIndex
      // Three dots alone stand for words left out.
      guard dots.count >= 2 || dots.contains(where: { $0.text.utf8.count > 3 }), isLabel(words[start...])
      else {
        words += dots
        continue
      }
      if index == line.words.count || line.words[index].text != ":" {
        words[words.count - 1].text = colon(behind: words[words.count - 1].text)
      }
      start = words.count
    }
    return words.count == line.words.count ? line : TextLine(page: line.page, words: words)
  }

  private static func isLabel(_ words: ArraySlice<Word>) -> Bool {
    guard (1...8).contains(words.count), words.first?.text.first?.isUppercase == true, let end = words.last?.text.last
    else { return false }
    return words.allSatisfy { $0.field == nil && !Ticks.isTick($0) }
      && (end.isLetter || end.isNumber || ").#".contains(end))
  }

  private static func colon(behind word: String) -> String {
    (word.hasSuffix(".") ? String(word.dropLast()) : word) + ":"
  }

  private static func isDots(_ word: Word) -> Bool {
    // Most words begin with a letter; "…" is three bytes, of which the first is this.
    guard let first = word.text.utf8.first, first == UInt8(ascii: ".") || first == 0xE2 else { return false }
    return word.field == nil && word.text.allSatisfy { $0 == "." || $0 == "…" }
  }
}
