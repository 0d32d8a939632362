import IEPModel

/// Tables that a form draws right below one another with the same labels in other widths read as one table of many narrow
/// columns, in which the labels of the second stand over other columns than those of the first. Each may name its own kind
/// of services in place of the first label: "Special instruction | Amount | Place", then "Related services | Amount | Place".
enum RepeatedHeaders {
  /// The table with the rows below each repeated header in the columns of the first.
  static func aligned(_ table: Table) -> Table {
    let rows = (0..<table.rowCount).map { row in table.cells(startingIn: row).filter { !$0.isEmpty } }
    guard rows.contains(where: { $0.count >= 4 }) else { return table }
    let texts = rows.map { $0.map { pressed($0.text) } }
    guard
      let first = rows.indices.first(where: { row in
        rows[row].count >= 4 && rows.indices.contains { $0 > row && repeats(texts[$0], texts[row]) }
      }), rows[first].allSatisfy({ $0.rowSpan == 1 })
    else { return table }
    let labels = rows[first]
    var own: [Cell] = []
    var cells: [Cell] = []
    var isMoved = false
    for row in 0..<table.rowCount {
      if row > first, repeats(texts[row], texts[first]) { own = rows[row] }
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

  /// The same labels, or all the same but the first of many, and no figures or dates among them.
  private static func repeats(_ row: [String], _ header: [String]) -> Bool {
    guard row != header else { return true }
    return row.count >= 5 && row.count == header.count && row.dropFirst() == header.dropFirst()
      && row.allSatisfy { !$0.contains(where: \.isNumber) }
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

  /// Without blanks, of which a narrow column puts one into a word that it breaks: "Amount/Frequen ⏎ cy".
  private static func pressed(_ text: String) -> String { text.blankSeparated.joined() }
}
