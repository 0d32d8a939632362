import IEPModel

/// Another table within the frame of a grid of services: "Accommodation | Begin | End | Place" with columns of its own
/// between the rows of the related services and those of the support for staff, which stand in the columns of the first.
struct FramedTables: Sendable {
  let labels: LabelTable<ServiceRole>

  /// The table, cut where labels over other columns begin and where the columns above return.
  func parts(of table: Table) -> [Table] {
    guard table.kind == .ruled, table.rowCount >= 4,
      let head = (0..<table.rowCount).first(where: { isGrid(table, row: $0) })
    else { return [table] }
    let shape = columns(of: table, row: head)
    guard
      let start = (head + 2..<max(head + 2, table.rowCount - 1)).first(where: { opens(table, row: $0, within: shape) }),
      case let own = columns(of: table, row: start),
      case let end = (start + 1..<table.rowCount).first(where: { columns(of: table, row: $0) != own }) ?? table.rowCount,
      end == table.rowCount || columns(of: table, row: end) == shape,
      let above = TableCutter.slice(table, 0..<start), let other = TableCutter.slice(table, start..<end)
    else { return [table] }
    let rest = end < table.rowCount ? TableCutter.slice(table, end..<table.rowCount).map(parts) ?? [] : []
    return [above, other.withoutEmptyColumns] + rest
  }

  private func columns(of table: Table, row: Int) -> [Range<Int>] {
    table.cells(startingIn: row).map(\.columns)
  }

  /// The labels of a grid of services, how much among them.
  private func isGrid(_ table: Table, row: Int) -> Bool {
    let cells = table.cells(startingIn: row).filter { !$0.isEmpty }
    let roles = Set(cells.compactMap { labels.exact($0.text).first })
    return cells.count >= 4 && roles.count * 3 >= cells.count * 2 && roles.contains(where: \.isDose)
  }

  /// Labels in every cell of a row, fewer than those above and over other columns than all rows from there to here, with a
  /// row below in the same columns.
  private func opens(_ table: Table, row: Int, within shape: [Range<Int>]) -> Bool {
    let cells = table.cells(startingIn: row)
    let own = columns(of: table, row: row)
    guard cells.count >= 3, cells.count < shape.count, columns(of: table, row: row - 1) == shape,
      columns(of: table, row: row + 1) == own,
      cells.allSatisfy({ !$0.isEmpty && $0.rowSpan == 1 && !$0.text.contains(where: \.isNumber) })
    else { return false }
    let known = cells.count { labels.fit($0.text) >= 0.8 }
    return known >= 2 && known * 2 > cells.count && !(0..<row).contains { columns(of: table, row: $0) == own }
  }
}
