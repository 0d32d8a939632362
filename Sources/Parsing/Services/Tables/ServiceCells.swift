import IEPModel

/// The texts of a services table's cells, whole where a narrow column broke them.
struct ServiceCells: Sendable {
  let values: ValueReaders

  /// A cell's text, with the words whole that a narrow column broke where only then it says what the column asks for.
  func text(of cell: Cell, as role: ServiceRole) -> String {
    let text = Ticks.text(of: cell)
    // Of boxes none may be ticked.
    guard !text.isEmpty, cell.lines.count > 1, values.read(text).support(role) < 0.9,
      !cell.lines.contains(where: { $0.words.contains(where: Ticks.isTick) })
    else { return text }
    return values.read(cell.tightText).support(role) >= 0.95 ? cell.tightText : text
  }

  /// A cell's text; "11/23/202" over "6" is a date.
  func wholeDate(of cell: Cell) -> String {
    let text = Ticks.text(of: cell)
    guard cell.lines.count > 1, !values.read(text).isDate, values.read(cell.tightText).date != nil else { return text }
    return cell.tightText
  }
}

extension Table {
  /// The cell that covers a place of the grid.
  func cell(row: Int, column: Int) -> Cell? {
    self.row(row).first { $0.column <= column && column < $0.column + $0.columnSpan }
  }

  /// Left and right edges of the columns in points.
  var columnEdges: [(Double, Double)] {
    (0..<columnCount).map { column in
      let starts = cells.filter { $0.column == column }.map(\.box.x0)
      let ends = cells.filter { $0.column + $0.columnSpan - 1 == column }.map(\.box.x1)
      return (starts.min() ?? 0, ends.max() ?? 0)
    }
  }
}
