import Extraction
import IEPModel

/// Questions down a page with a column for "Yes" and one for "No", each answered by a mark under one of them.
enum YesNoColumns {
  struct Answer: Sendable {
    var question: String
    var isYes: Bool
    var place: Place
  }

  static func answers(in lines: [TextLine]) -> [Answer] {
    var result: [Answer] = []
    var columns: (yes: Box, no: Box, page: Int)?
    for line in lines {
      if let found = header(line) {
        columns = (found.yes, found.no, line.page)
        continue
      }
      guard let (yes, no, page) = columns, page == line.page else { continue }
      let edge = min(yes.x0, no.x0) - 12
      let question = line.words.prefix { $0.box.x0 < edge }
      // What stands behind both columns is a remark.
      let end = max(yes.x1, no.x1) + 12
      let marks = line.words.dropFirst(question.count).filter { $0.text != "☐" && $0.box.x0 < end }
      guard !question.isEmpty, marks.count == 1, isMark(marks[0].text) else { continue }
      let x = marks[0].box.midX
      let (toYes, toNo) = (abs(x - yes.midX), abs(x - no.midX))
      guard min(toYes, toNo) < abs(yes.midX - no.midX) * 0.4 else { continue }
      result.append(
        Answer(question: question.map(\.text).joined(separator: " "), isYes: toYes < toNo, place: line.place))
    }
    return result
  }

  /// A line with "Yes" and "No", each the head of a column of its own; a column for remarks may follow.
  private static func header(_ line: TextLine) -> (yes: Box, no: Box)? {
    let groups = line.groups
    guard groups.count >= 2, !line.words.contains(where: Ticks.isTick) else { return nil }
    for (one, other) in zip(groups, groups.dropFirst()) where one.count == 1 && other.count == 1 {
      switch (one[0].text.lowercased(), other[0].text.lowercased()) {
      case ("yes", "no"): return (one[0].box, other[0].box)
      case ("no", "yes"): return (other[0].box, one[0].box)
      default: continue
      }
    }
    return nil
  }

  private static func isMark(_ text: String) -> Bool {
    Ticks.isMark(text) || ["✗", "✘", "√", "•", "yes", "no"].contains(text.lowercased())
  }
}
