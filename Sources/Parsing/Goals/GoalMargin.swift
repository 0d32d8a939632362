import IEPModel

/// A goal's number or area in a narrow cell beside all rows of its card.
struct GoalMargin: Sendable {
  var heading: GoalAtom
  /// The card without the margin.
  var rest: Table

  init?(_ table: Table, vocabulary: Vocabulary) {
    let first = table.cells.filter { $0.column == 0 }
    guard table.columnCount >= 3, table.rowCount >= 2, first.count == 1, let cell = first.first,
      cell.rowSpan == table.rowCount, cell.columnSpan == 1, !cell.isEmpty, cell.text.utf8.count <= 40,
      let heading = Self.heading(cell, vocabulary)
    else { return nil }
    self.heading = heading
    let cells = table.cells.filter { $0.column > 0 }.map { cell in
      var cell = cell
      cell.column -= 1
      return cell
    }
    rest = Table(
      kind: table.kind, page: table.page, box: table.box, cells: cells, rowCount: table.rowCount,
      columnCount: table.columnCount - 1)
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
