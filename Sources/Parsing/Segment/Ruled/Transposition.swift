import IEPModel

extension Table {
  /// The table with its rows as columns: for forms that give each record a column.
  var transposed: Table {
    let cells = cells.map { cell in
      var turned = cell
      (turned.row, turned.column) = (cell.column, cell.row)
      (turned.rowSpan, turned.columnSpan) = (cell.columnSpan, cell.rowSpan)
      return turned
    }
    return Table(
      kind: kind, page: page, box: box, cells: cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) },
      rowCount: columnCount, columnCount: rowCount)
  }
}
