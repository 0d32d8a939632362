import Extraction
import IEPModel

/// Labels in a band that no rule parts, over the columns of a table of goals: each belongs to the column below it.
enum GoalHeaderBand {
  /// The table with the band as a cell a column.
  static func parted(_ table: Table) -> Table {
    guard table.rowCount >= 2, table.columnCount >= 3 else { return table }
    let top = table.cells(startingIn: 0).filter { !$0.isEmpty }
    guard top.count == 1, let band = top.first, band.columnSpan == table.columnCount, band.rowSpan == 1 else {
      return table
    }
    let columns = (0..<table.columnCount).map { column in
      Box.around(table.cells.filter { $0.row > 0 && $0.column == column && $0.columnSpan == 1 }.map(\.box))
    }
    var parts = Array(repeating: [TextLine](), count: columns.count)
    for line in band.lines {
      for group in line.groups {
        guard let box = Box.around(group.map(\.box)), group.allSatisfy({ $0.field == nil && !Ticks.isTick($0) }),
          let column = columns.firstIndex(where: { ($0?.x0 ?? .infinity) - 2 <= box.x0 && box.x1 <= ($0?.x1 ?? 0) + 2 })
        else { return table }
        parts[column].append(TextLine(page: line.page, words: group))
      }
    }
    guard parts.allSatisfy({ !$0.isEmpty }) else { return table }
    var whole = table
    whole.cells.removeAll { $0 == band }
    for (column, lines) in parts.enumerated() {
      guard let below = columns[column] else { return table }
      var cell = band
      (cell.column, cell.columnSpan, cell.lines) = (column, 1, lines)
      cell.box = Box(x0: below.x0, y0: band.box.y0, x1: below.x1, y1: band.box.y1)
      whole.cells.insert(cell, at: column)
    }
    return whole
  }
}
