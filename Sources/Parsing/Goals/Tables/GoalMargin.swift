import IEPModel

/// A goal's number or area in a narrow cell beside all rows of its card.
struct GoalMargin: Sendable {
  var heading: GoalAtom
  /// The card without the margin.
  var rest: Table

  /// - Parameter holdsFact: whether a cell says a fact under a label of its own.
  init?(_ table: Table, vocabulary: Vocabulary, holdsFact: (Cell) -> Bool = { _ in false }) {
    let first = table.cells.filter { $0.column == 0 }
    guard table.columnCount >= 3, table.rowCount >= 2, first.allSatisfy({ $0.columnSpan == 1 }),
      let cell = Self.margin(first, of: table, holdsFact: holdsFact), cell.text.utf8.count <= 40,
      let heading = Self.heading(cell, vocabulary)
    else { return nil }
    self.heading = heading
    // "1.1", "1.2" below it count the goal's objectives.
    let counts = first.filter { !$0.isEmpty && $0.row > 1 }
    let cells = table.cells.filter { $0.column > 0 || counts.contains($0) }.map { cell in
      var cell = cell
      if counts.isEmpty { cell.column -= 1 }
      return cell
    }
    rest = Table(
      kind: table.kind, page: table.page, box: table.box, cells: cells, rowCount: table.rowCount,
      columnCount: table.columnCount - (counts.isEmpty ? 1 : 0))
  }

  /// What stands in the first column: a cell beside all rows, or "Goal" over "2" with nothing below, beside a card whose
  /// first row is a fact and no row of labels.
  private static func margin(_ first: [Cell], of table: Table, holdsFact: (Cell) -> Bool) -> Cell? {
    let filled = first.filter { !$0.isEmpty }
    guard var cell = filled.first else { return nil }
    if first.count == 1, cell.rowSpan == table.rowCount { return cell }
    guard filled.count >= 2, cell.row == 0, filled[1].row == 1, table.rowCount >= 3,
      filled.dropFirst(2).allSatisfy({ GoalHeading.isCount($0.text) && $0.text.contains(".") }),
      let beside = table.cells.first(where: { $0.row == 0 && $0.column == 1 }), holdsFact(beside)
    else { return nil }
    cell.lines += filled[1].lines
    return GoalHeading(cell.text)?.rest.isEmpty == true ? cell : nil
  }

  /// "1", "Goal 2", "3 Reading", "Motor".
  private static func heading(_ cell: Cell, _ vocabulary: Vocabulary) -> GoalAtom? {
    let text = cell.text.trimmingBlanks
    let named = GoalHeading(text) ?? GoalHeading("Goal " + text)
    if let named {
      return GoalAtom(
        .heading, number: named.number, area: named.rest.isEmpty ? nil : named.rest)
    }
    return vocabulary.goalAreaCode(of: text) != nil ? GoalAtom(.heading, area: text) : nil
  }
}
