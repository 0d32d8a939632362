import Extraction
import IEPModel

/// A label whose explanation in brackets ends in the next line: "Frequency (number of times" over "in each period): 5".
enum BracketedLabel {
  /// Behind how many words of the next line the bracket closes at most.
  private static let reach = 8

  /// The lines with what closes such a bracket, and the value behind it, in the line that opens it.
  static func closed(_ lines: [TextLine], isLabel: (String) -> Bool) -> [TextLine] {
    var result: [TextLine] = []
    for line in lines {
      guard let above = result.last, let (head, tail) = cells(of: above, goingOnIn: line, isLabel: isLabel) else {
        result.append(line)
        continue
      }
      var groups = above.groups
      groups[head] += line.groups[tail]
      var whole = TextLine(page: above.page, cells: groups)
      whole.isBelowRule = above.isBelowRule
      result[result.count - 1] = whole
      let rest = line.groups.enumerated().filter { $0.offset != tail }.map(\.element)
      if !rest.isEmpty { result.append(TextLine(page: line.page, cells: rest)) }
    }
    return result
  }

  /// Which cell of the line above is open, and which of the line closes it.
  private static func cells(
    of above: TextLine, goingOnIn line: TextLine, isLabel: (String) -> Bool
  ) -> (head: Int, tail: Int)? {
    // Most lines have no bracket.
    guard above.page == line.page, line.text.contains("):"), above.text.contains("("),
      line.box.y0 - above.box.y1 < line.height * 0.6
    else { return nil }
    for (head, words) in above.groups.enumerated() {
      guard let open = words.lastIndex(where: { $0.text.hasPrefix("(") }), open > 0,
        words[open...].allSatisfy({ !$0.text.contains(")") && !$0.text.hasSuffix(":") && $0.field == nil }),
        isLabel(InlineLabels.text(words[..<open])),
        let tail = line.groups.firstIndex(where: { group in
          abs(group[0].box.x0 - words[0].box.x0) < 3
            && group.prefix(reach).contains { $0.text.hasSuffix("):") && $0.field == nil }
        })
      else { continue }
      return (head, tail)
    }
    return nil
  }
}
