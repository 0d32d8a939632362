import Extraction
import IEPModel

/// Several services in one row of a table without rules, whose lines stand so evenly that nothing parts them: some cells
/// have one line a service, and the others wrap below those lines or on both sides of them.
struct PackedRow {
  /// One row a service.
  let rows: [[Cell?]]

  /// - Returns: `nil` where the row is one service, or its lines do not tell which belong together.
  init?(_ cells: [Cell?], values: ValueReaders) {
    let filled = cells.compactMap { $0 }.filter { !$0.isEmpty && $0.columnSpan == 1 }
    guard let anchors = Self.anchors(filled, values: values), let top = filled.flatMap(\.lines).map(\.box.midY).min()
    else { return nil }
    // What stands above the first line that each service has is centred beside it.
    let isCentred = top < anchors[0] - 2
    func service(_ line: TextLine) -> Int {
      let y = line.box.midY
      if isCentred { return anchors.indices.min { abs(anchors[$0] - y) < abs(anchors[$1] - y) } ?? 0 }
      return anchors.lastIndex { $0 <= y + 2 } ?? 0
    }
    let rows = anchors.indices.map { index in
      cells.map { cell -> Cell? in
        guard var cell, !cell.isEmpty, cell.columnSpan == 1 else { return cell }
        cell.lines = cell.lines.filter { service($0) == index }
        return cell
      }
    }
    // Each of them is a service with a name of its own.
    guard
      rows.allSatisfy({ row in
        row.contains { cell in
          cell.map { !$0.isEmpty && $0.columnSpan == 1 && values.read($0.text).service != nil } ?? false
        }
      })
    else { return nil }
    self.rows = rows
  }

  /// The heights, in points from the page's top, of the lines that each service has in two cells or more: whole amounts,
  /// and what stands beside them, or values of two other kinds that never wrap.
  private static func anchors(_ cells: [Cell], values: ValueReaders) -> [Double]? {
    let listed = cells.filter { $0.lines.count >= 2 }
    func hold(_ cell: Cell, _ isValue: (CellReading) -> Bool) -> Bool {
      cell.lines.allSatisfy { isValue(values.read($0.text)) }
    }
    for cell in listed {
      let heights = cell.lines.map(\.box.midY)
      let beside = listed.filter { other in
        other.column != cell.column && other.lines.count == heights.count
          && zip(other.lines, heights).allSatisfy { abs($0.box.midY - $1) < 2 }
      }
      let holdsAmounts = hold(cell) { $0.span == nil && ($0.hasMinutes || $0.dose?.dose.minutesPerPeriod != nil) }
      if holdsAmounts ? !beside.isEmpty : hold(cell, isShort) && beside.contains(where: { hold($0, isShort) }) {
        return heights
      }
    }
    return nil
  }

  /// "Related", "individual", "3": a word or figure of a small choice.
  private static func isShort(_ reading: CellReading) -> Bool {
    reading.number != nil || !reading.goalNumbers.isEmpty || reading.grouping != nil && reading.text.utf8.count < 16
      || reading.category != nil && reading.text.utf8.count < 24
  }
}
