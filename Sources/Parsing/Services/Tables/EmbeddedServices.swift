import IEPModel

/// A table of services that a goal's table holds below the goal: "Services for this goal" over "Service | Amount |
/// Provider | Location | Dates" and its rows.
struct EmbeddedServices: Sendable {
  let labels: LabelTable<ServiceRole>

  /// The table, cut where the labels of services begin and where their rows end.
  func parts(of table: Table) -> [Table] {
    guard table.kind == .ruled, table.rowCount >= 4, table.columnCount >= 4,
      let head = (2..<(table.rowCount - 1)).first(where: { isHeader(table, row: $0) && isBelowCard(table, row: $0) })
    else { return [table] }
    let end = (head + 1..<table.rowCount).first { isAcross(table, row: $0) } ?? table.rowCount
    guard end > head + 1, let above = TableCutter.slice(table, 0..<head),
      let services = TableCutter.slice(table, head..<end)
    else { return [table] }
    let rest = end < table.rowCount ? TableCutter.slice(table, end..<table.rowCount).map(parts) ?? [] : []
    return [above, services] + rest
  }

  /// Nearly all of a row's cells ask for different facts of a service, its amount among them.
  private func isHeader(_ table: Table, row: Int) -> Bool {
    let cells = table.cells(startingIn: row).filter { !$0.isEmpty }
    let roles = Set(cells.compactMap { labels.exact($0.text).first })
    return cells.count >= 4 && roles.count + 1 >= cells.count && roles.contains(.service)
      && roles.contains(where: \.isDose)
  }

  /// The rows above are those of a card, which says facts: none has as many cells as the labels, and they are more than
  /// headings over these.
  private func isBelowCard(_ table: Table, row: Int) -> Bool {
    let count = table.cells(startingIn: row).filter { !$0.isEmpty }.count
    let above = (0..<row).map { table.cells(startingIn: $0).filter { !$0.isEmpty } }
    return above.allSatisfy { $0.count * 2 <= count + 1 }
      && above.contains { $0.count >= 2 || $0.contains { $0.text.contains(":") || $0.text.utf8.count > 100 } }
  }

  /// One cell over all columns, as a goal's heading is.
  private func isAcross(_ table: Table, row: Int) -> Bool {
    let cells = table.cells(startingIn: row)
    return cells.count == 1 && cells[0].columnSpan * 2 > table.columnCount
  }
}
