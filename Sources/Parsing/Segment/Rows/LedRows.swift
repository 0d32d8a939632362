import Extraction
import IEPModel

/// Rows of a table whose first cell leads on to the second by dots: "Reading ........ 45 min/day | resource room | teacher".
/// The dots part the two as a gap does; where a line has nothing but what they lead to, they stand behind a label.
enum LedRows {
  private static let leastDots = 4
  private static let leastRows = 2

  static func withoutLeaders(_ lines: [TextLine]) -> [TextLine] {
    let parted = lines.map(parted)
    guard parted.count(where: { $0 != nil }) >= leastRows else { return lines }
    return zip(lines, parted).map { $1 ?? $0 }
  }

  /// The line without its one leader, where further cells stand behind what it leads to.
  private static func parted(_ line: TextLine) -> TextLine? {
    guard let first = line.words.firstIndex(where: DotLeaders.isDots), first > 0,
      case let end = line.words[first...].prefix(while: DotLeaders.isDots).endIndex, end < line.words.count,
      line.words[first..<end].reduce(0, { $0 + $1.text.count }) >= leastDots,
      !line.words[end...].contains(where: DotLeaders.isDots),
      TextLine(page: line.page, words: Array(line.words[end...])).chunks.count >= 2
    else { return nil }
    var result = TextLine(page: line.page, words: Array(line.words[..<first] + line.words[end...]))
    result.isBelowRule = line.isBelowRule
    return result
  }
}
