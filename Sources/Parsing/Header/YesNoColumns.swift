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
      let marks = line.words.dropFirst(question.count).filter { $0.text != "☐" }
      guard !question.isEmpty, marks.count == 1, isMark(marks[0].text) else { continue }
      let x = marks[0].box.midX
      let (toYes, toNo) = (abs(x - yes.midX), abs(x - no.midX))
      guard min(toYes, toNo) < abs(yes.midX - no.midX) * 0.4 else { continue }
      result.append(
        Answer(question: question.map(\.text).joined(separator: " "), isYes: toYes < toNo, place: line.place))
    }
    return result
  }

  /// A line that ends in "Yes" and "No", each a column of its own.
  private static func header(_ line: TextLine) -> (yes: Box, no: Box)? {
    let last = line.groups.suffix(2)
    guard line.chunks.count >= 2, last.allSatisfy({ $0.count == 1 }), !line.words.contains(where: Ticks.isTick),
      let a = last.first?.first, let b = last.last?.first
    else { return nil }
    switch (a.text.lowercased(), b.text.lowercased()) {
    case ("yes", "no"): return (a.box, b.box)
    case ("no", "yes"): return (b.box, a.box)
    default: return nil
    }
  }

  private static func isMark(_ text: String) -> Bool {
    ["☒", "x", "✓", "✔", "✗", "✘", "√", "•", "●", "yes", "no"].contains(text.lowercased())
  }
}
