import IEPModel

/// Tables that a form draws right below one another with the same labels in other widths read as one table of many narrow
/// columns, in which the labels of the second stand over other columns than those of the first.
enum RepeatedHeaders {
  /// The table with the rows below each repeated header in the columns of the first.
  static func aligned(_ table: Table) -> Table {
    let rows = (0..<table.rowCount).map { row in table.cells(startingIn: row).filter { !$0.isEmpty } }
    let texts = rows.map { $0.map(\.text) }
    guard
      let first = rows.indices.first(where: { row in
        rows[row].count >= 4 && rows.indices.contains { $0 > row && texts[$0] == texts[row] }
      }), rows[first].allSatisfy({ $0.rowSpan == 1 })
    else { return table }
    let labels = rows[first]
    var own: [Cell] = []
    var cells: [Cell] = []
    var isMoved = false
    for row in 0..<table.rowCount {
      if row > first, texts[row] == texts[first] { own = rows[row] }
      for cell in table.cells(startingIn: row) {
        let moved = cell.columnSpan == table.columnCount ? cell : self.moved(cell, from: own, to: labels)
        isMoved = isMoved || moved.column != cell.column || moved.columnSpan != cell.columnSpan
        cells.append(moved)
      }
    }
    guard isMoved else { return table }
    return Table(
      kind: table.kind, page: table.page, box: table.box, cells: cells, rowCount: table.rowCount,
      columnCount: table.columnCount)
  }

  /// The cell under the same labels of the first header.
  private static func moved(_ cell: Cell, from own: [Cell], to labels: [Cell]) -> Cell {
    let under = own.indices.filter {
      own[$0].column < cell.column + cell.columnSpan && cell.column < own[$0].column + own[$0].columnSpan
    }
    guard let left = under.first, let right = under.last else { return cell }
    var cell = cell
    cell.column = labels[left].column
    cell.columnSpan = labels[right].column + labels[right].columnSpan - cell.column
    return cell
  }
}
