import Extraction
import IEPModel

/// "MEASURED BY . . . Tally sheet", "Grade ........ 5": dots that lead from a label to its value say what a colon says.
enum DotLeaders {
  /// The line with a colon behind each label that dots follow, answered or not.
  static func replaced(_ line: TextLine) -> TextLine {
    guard line.words.contains(where: { isDots($0) || endsDots($0) != nil }) else { return line }
    let line = TextLine(page: line.page, words: line.words.flatMap(parted))
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

  /// "........June" where the dots touch the value: how many dots.
  private static func endsDots(_ word: Word) -> Int? {
    guard word.field == nil, word.text.utf8.first == UInt8(ascii: "."),
      case let dots = word.text.prefix(while: { $0 == "." }).count, dots >= 4, dots < word.text.count
    else { return nil }
    return dots
  }

  private static func parted(_ word: Word) -> [Word] {
    guard let dots = endsDots(word) else { return [word] }
    var (leader, value) = (word, word)
    leader.text = String(word.text.prefix(dots))
    value.text = String(word.text.dropFirst(dots))
    // A dot is about half as wide as a letter.
    let share = Double(dots) / Double(dots + 2 * value.text.count)
    leader.box.x1 = word.box.x0 + word.box.width * share
    value.box.x0 = leader.box.x1
    return [leader, value]
  }

  static func isDots(_ word: Word) -> Bool {
    // Most words begin with a letter; "…" is three bytes, of which the first is this.
    guard let first = word.text.utf8.first, first == UInt8(ascii: ".") || first == 0xE2 else { return false }
    return word.field == nil && word.text.allSatisfy { $0 == "." || $0 == "…" }
  }
}
