/// A table's header apart from its rows, which may stand on the next page.
extension Table {
  /// Some of the rows as a table of their own. Cells keep the page and the place where they are printed.
  func rows(_ rows: Range<Int>) -> Table {
    let own = cells.filter { rows.contains($0.row) }.map { cell in
      var moved = cell
      moved.row -= rows.lowerBound
      moved.rowSpan = min(cell.rowSpan, rows.upperBound - cell.row)
      return moved
    }
    return Table(kind: kind, page: page, box: box, cells: own, rowCount: rows.count, columnCount: columnCount)
  }

  /// This header over the rows of a table in the same columns.
  func over(_ rest: Table) -> Table {
    let below = rest.cells.map { cell in
      var moved = cell
      moved.row += rowCount
      return moved
    }
    return Table(
      kind: rest.kind, page: rest.page, box: rest.box, cells: cells + below, rowCount: rowCount + rest.rowCount,
      columnCount: columnCount)
  }
}
