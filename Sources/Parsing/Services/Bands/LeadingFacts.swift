import IEPModel

/// Facts of a whole table in a row over its labels: "Initiation date: 11/10/2026 | Duration date: 11/9/2027" over "Service |
/// Minutes per week | ...".
struct LeadingFacts: Sendable {
  let values: ValueReaders

  /// The rows of facts as a table of their own, and the others with the columns that they need.
  func parts(of table: Table) -> [Table] {
    guard table.kind == .ruled, table.rowCount >= 3 else { return [table] }
    let count = (0..<table.rowCount).prefix(while: { saysFacts(table, row: $0) }).count
    guard count > 0, table.rowCount - count >= 2, let facts = TableCutter.slice(table, 0..<count),
      let rest = TableCutter.slice(table, count..<table.rowCount)
    else { return [table] }
    return [facts, rest.withoutEmptyColumns]
  }

  private func saysFacts(_ table: Table, row: Int) -> Bool {
    let cells = table.cells(startingIn: row).filter { !$0.isEmpty }
    let facts = cells.filter { values.saysDatedFact($0.text) }
    return facts.count >= 2 && cells.allSatisfy { facts.contains($0) || $0.text.hasPrefix("(") }
  }
}

extension ValueReaders {
  /// "Initiation date: 11/10/2026": a label with its date.
  func saysDatedFact(_ text: String) -> Bool { text.contains(": ") && !dates.dates(in: text, near: nil).isEmpty }
}

extension Table {
  /// The table without the columns in which no cell begins: rows that were cut off had parted them.
  var withoutEmptyColumns: Table {
    let begun = Set(cells.map(\.column)).sorted()
    guard begun.count < columnCount else { return self }
    let moved = cells.map { cell in
      var cell = cell
      let columns = begun.filter { cell.column <= $0 && $0 < cell.column + cell.columnSpan }
      cell.column = begun.firstIndex(of: cell.column) ?? 0
      cell.columnSpan = max(1, columns.count)
      return cell
    }
    return Table(kind: kind, page: page, box: box, cells: moved, rowCount: rowCount, columnCount: begun.count)
  }
}
