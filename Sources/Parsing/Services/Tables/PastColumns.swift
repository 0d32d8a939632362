import IEPModel

/// Columns that repeat the plan before beside the new one: "Previous IEP: amount, place | This IEP: times, minutes".
/// What has ended is no service of this plan.
enum PastColumns {
  /// The table without them; the table itself where it has none, or nothing else.
  static func removed(from table: Table, labels: LabelVocabulary) -> Table {
    let heads = table.cells.filter { $0.row < 2 && $0.columnSpan > 1 && $0.columnSpan < table.columnCount }
    let past = heads.filter { labels.plan.best($0.text) == .past }
    let present = heads.filter { labels.plan.best($0.text) == .present }
    guard !past.isEmpty, !present.isEmpty else { return table }
    let gone = Set(past.flatMap(\.columns))
    let kept = (0..<table.columnCount).filter { !gone.contains($0) }
    let moved = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($0.element, $0.offset) })
    // "This IEP" has said what it is there for.
    let said = Set(present.filter { $0.row == 0 }.map(\.column))
    let cells = table.cells.compactMap { cell -> Cell? in
      if cell.row == 0, said.contains(cell.column) { return nil }
      let columns = cell.columns.compactMap { moved[$0] }
      guard let first = columns.first else { return nil }
      var cell = cell
      (cell.column, cell.columnSpan) = (first, columns.count)
      return cell
    }
    return Table(
      kind: table.kind, page: table.page, box: table.box, cells: cells, rowCount: table.rowCount,
      columnCount: kept.count)
  }
}

extension LabelTable<PlanRole> {
  fileprivate func best(_ text: String) -> PlanRole? {
    matches(text).first.flatMap { $0.score >= 0.5 ? $0.role : nil }
  }
}
