import Extraction
import IEPModel

/// A table without rules whose rows reach the end of a page, or the heading of a group, and may go on behind it where its
/// labels are not printed again.
struct CutTable {
  /// The lines of the labels, and the labels' boxes.
  let labels: [TextLine]
  private let boxes: [Box]
  /// Where the columns part; `nil` where no row stands below the labels yet.
  let columns: AlignedColumns?

  init(under header: AlignedHeader, in lines: [TextLine], columns: AlignedColumns? = nil) {
    labels = Array(lines[header.lines])
    boxes = header.columns
    self.columns = columns
  }

  /// The lines at the head of the next page, or further down on the same one, with the labels set right above them.
  func headed(_ lines: [TextLine]) -> (header: AlignedHeader, lines: [TextLine])? {
    guard let first = lines.first, let last = labels.last, first.page - last.page <= 1 else { return nil }
    let shift = first.box.y0 - (labels.map(\.box.y1).max() ?? 0) - 2
    let moved = labels.map { $0.moved(to: $0.box.y0 + shift, onPage: first.page) }
    return (AlignedHeader(lines: 0..<labels.count, columns: boxes.map { $0.movedDown(shift) }), moved + lines)
  }

  /// Whether a line fills most of the columns, each of its chunks where a label begins or has its middle.
  func isRow(_ line: TextLine) -> Bool {
    line.chunks.count >= 3 && line.chunks.count * 5 >= boxes.count * 3 && line.chunks.allSatisfy(keeps)
  }

  private func keeps(_ chunk: Chunk) -> Bool {
    boxes.contains { abs($0.x0 - chunk.box.x0) < 4 || abs($0.midX - chunk.box.midX) < 4 }
  }

  /// Whether lines that were read as rows keep to the columns: most of their words begin, or have their middle, where a
  /// label does, and a row fills most of the columns.
  func holds(_ table: Table, of lines: ArraySlice<TextLine>) -> Bool {
    let chunks = lines.flatMap(\.chunks)
    let kept = chunks.filter(keeps)
    guard kept.count * 3 >= chunks.count * 2 else { return false }
    return (1..<table.rowCount).contains { row in
      let filled = table.cells(startingIn: row).filter { !$0.isEmpty }.count
      return filled >= 3 && filled * 5 >= table.columnCount * 3
    }
  }
}
