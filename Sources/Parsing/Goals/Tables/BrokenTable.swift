import IEPModel

/// A table of labels and values that the page's end cut in two: its parts put together again.
enum BrokenTable {
  /// The two as one where the second goes on the first; `nil` where it stands for itself.
  /// - Parameter isLabel: whether a cell asks for a fact.
  static func joined(_ first: Table, _ second: Table, isLabel: (Cell) -> Bool) -> Table? {
    if let whole = headed(first, second, isLabel: isLabel) { return whole }
    guard second.page == first.page + 1, second.columnCount == first.columnCount, first.rowCount > 0,
      zip(edges(of: first), edges(of: second)).allSatisfy({ abs($0 - $1) < 5 })
    else { return nil }
    let last = first.cells(startingIn: first.rowCount - 1).filter { !$0.isEmpty }
    let top = second.cells(startingIn: 0).filter { !$0.isEmpty }
    if let whole = goingOn(first, second) { return whole }
    guard !last.isEmpty, !top.isEmpty, !top.contains(where: isLabel) else { return nil }
    // A row of labels whose values the next page holds.
    if last.count >= 2, last.allSatisfy(isLabel) { return appended(second, to: first) }
    // A sentence that goes on over the page's end, among others of its kind: its row has nothing else there.
    if top.count == 1, last.count >= 2, top[0].text.first?.isLowercase == true,
      let open = last.first(where: { $0.column == top[0].column && $0.columnSpan == top[0].columnSpan }),
      !isLabel(open), open.text.split(separator: " ").count >= 5, !".!?:".contains(open.text.last ?? ".")
    {
      return completed(open, by: top[0], first, second)
    }
    // A label whose value goes on over the page's end: its column is empty there.
    guard let label = last.first, isLabel(label), last.count == 2, top.count == 1, top[0].column == last[1].column,
      top[0].columnSpan == last[1].columnSpan
    else { return nil }
    return completed(last[1], by: top[0], first, second)
  }

  /// A row of labels alone at a page's foot, and on the next page the rows below it. Rulings of other tables may part
  /// either of them further: each row is read in the columns of the labels.
  private static func headed(_ first: Table, _ second: Table, isLabel: (Cell) -> Bool) -> Table? {
    guard second.page == first.page + 1, first.rowCount == 1, first.columnCount != second.columnCount,
      case let labels = first.cells.filter({ !$0.isEmpty }), labels.count >= 3, labels.count == first.cells.count,
      labels.allSatisfy(isLabel)
    else { return nil }
    var rows = second
    for index in rows.cells.indices {
      let cell = rows.cells[index]
      guard
        let column = labels.firstIndex(where: { abs($0.box.x0 - cell.box.x0) < 5 && abs($0.box.x1 - cell.box.x1) < 5 })
      else { return nil }
      (rows.cells[index].column, rows.cells[index].columnSpan) = (column, 1)
    }
    rows.columnCount = labels.count
    var header = first
    for index in header.cells.indices { (header.cells[index].column, header.cells[index].columnSpan) = (index, 1) }
    header.columnCount = labels.count
    return appended(rows, to: header)
  }

  /// The labels stand again over the rest of a row that the page's end cut in the middle of a sentence.
  private static func goingOn(_ first: Table, _ second: Table) -> Table? {
    func texts(_ table: Table) -> [String] { table.row(0).map(\.text) }
    guard first.rowCount >= 2, second.rowCount >= 2, texts(first) == texts(second) else { return nil }
    let last = first.cells(startingIn: first.rowCount - 1)
    let top = second.cells(startingIn: 1).filter { !$0.isEmpty }
    guard let open = last.max(by: { $0.text.utf8.count < $1.text.utf8.count }),
      open.text.split(separator: " ").count >= 4,
      let rest = top.first(where: { $0.column == open.column }),
      open.text.hasSuffix(",") || rest.text.first?.isLowercase == true && !".!?".contains(open.text.last ?? ".")
    else { return nil }
    var whole = TableCutter.slice(second, 2..<second.rowCount).map { appended($0, to: first) } ?? first
    for part in top {
      guard let index = whole.cells.firstIndex(where: { $0.row == first.rowCount - 1 && $0.column == part.column })
      else {
        continue
      }
      whole.cells[index].lines += part.lines
    }
    return whole
  }

  /// Both tables as one, the first row of the second the rest of a cell of the first.
  private static func completed(_ cell: Cell, by rest: Cell, _ first: Table, _ second: Table) -> Table {
    var whole = TableCutter.slice(second, 1..<second.rowCount).map { appended($0, to: first) } ?? first
    if let index = whole.cells.firstIndex(of: cell) { whole.cells[index].lines += rest.lines }
    return whole
  }

  private static func appended(_ second: Table, to first: Table) -> Table {
    let moved = second.cells.map { cell in
      var cell = cell
      cell.row += first.rowCount
      return cell
    }
    return Table(
      kind: first.kind, page: first.page, box: first.box, cells: first.cells + moved,
      rowCount: first.rowCount + second.rowCount, columnCount: first.columnCount)
  }

  /// The left edges of the columns in points; a column in which no cell begins has its neighbour's.
  private static func edges(of table: Table) -> [Double] {
    var edges: [Double] = []
    for column in 0..<table.columnCount {
      edges.append(table.cells.filter { $0.column == column }.map(\.box.x0).min() ?? edges.last ?? table.box.x0)
    }
    return edges
  }
}
