import Extraction
import IEPModel

/// Labels in small capitals side by side, each over its value, some of which wrap in their narrow column: "IN EFFECT" over
/// "FROM" over "9/1/2026". Line by line a wrapped label stands beside its neighbour's value; read down the columns each
/// has its own.
struct LabelColumns: Sendable {
  let reader: FactReader

  /// The facts of the columns that the lines begin with, and where the lines go on behind them; `nil` where no label
  /// wraps or the lines are none of columns.
  func read(_ lines: ArraySlice<TextLine>) -> (facts: [Fact], end: Int)? {
    guard let head = lines.first, head.chunks.count >= 2, let second = lines.dropFirst().first,
      second.fontSize > head.fontSize + 0.5, isLabels(head)
    else { return nil }
    let (edges, label) = (head.groups.map { $0[0].box.x0 }, head.fontSize)
    let end = self.end(of: lines, edges: edges, value: second.fontSize)
    guard end - lines.startIndex >= 4 else { return nil }
    var facts: [Fact] = []
    var wraps = 0
    for column in edges.indices {
      let words = lines[lines.startIndex..<end].flatMap(\.words).filter { Self.column(of: $0, edges) == column }
      let column = Chunking.lines(of: words, page: head.page)
      var index = 0
      while index < column.count {
        func run(isLabel: Bool) -> [TextLine] {
          let run = column[index...].prefix { ($0.fontSize < label + 0.3 && $0.text.isCapitals) == isLabel }
          index += run.count
          return Array(run)
        }
        let (asked, said) = (run(isLabel: true), run(isLabel: false))
        guard !asked.isEmpty else { return nil }
        if asked.count > 1, reader.isExactLabel(Unwrapping.text(of: asked)) { wraps += 1 }
        facts.append(
          Fact(
            label: Unwrapping.text(of: asked), value: Unwrapping.text(of: said), lines: said,
            place: said.isEmpty ? Paragraph(lines: asked).place : Paragraph(lines: said).place,
            labelPlace: Paragraph(lines: asked).place))
      }
    }
    let known = facts.count { reader.isExactLabel($0.label) }
    return wraps > 0 && facts.count >= edges.count * 2 && known * 3 >= facts.count * 2 ? (facts, end) : nil
  }

  private func isLabels(_ line: TextLine) -> Bool {
    line.text.isCapitals && line.words.allSatisfy { $0.field == nil && !Ticks.isTick($0) }
      && line.groups.allSatisfy { reader.isExactLabel($0.map(\.text).joined(separator: " ")) }
  }

  /// Behind the last line that keeps to the columns, close below the one before and in no larger print.
  private func end(of lines: ArraySlice<TextLine>, edges: [Double], value: Double) -> Int {
    var end = lines.startIndex + 1
    while end < lines.endIndex, case let (line, above) = (lines[end], lines[end - 1]), line.page == above.page,
      line.box.y0 - above.box.y1 < value * 1.2, line.fontSize < value + 0.5,
      line.groups.allSatisfy({ group in edges.contains { abs($0 - group[0].box.x0) < 3 } }),
      line.words.allSatisfy({ word in
        let next = edges.first { $0 > word.box.x0 + 3 }
        return next.map { word.box.x1 < $0 } ?? true
      })
    { end += 1 }
    return end
  }

  private static func column(of word: Word, _ edges: [Double]) -> Int? {
    edges.lastIndex { $0 < word.box.x0 + 3 }
  }
}
