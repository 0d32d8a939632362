import IEPModel

/// Counted objectives that a page's end parts from their labels.
extension GoalTableAtoms {
  /// "3 | Count sets up to 20" at the next page's head, over a table of other columns that the rules join to it: the last
  /// rows of a counted list of objectives.
  func cutObjectives(_ table: Table, below open: Header) -> (atoms: [GoalAtom], rest: Table?)? {
    guard open.roles.first == .number, open.roles.dropFirst().first == .objectives, table.page == open.page + 1,
      open.roles.count != table.columnCount
    else { return nil }
    let rows = (0..<table.rowCount).prefix { row in
      let cells = table.cells(startingIn: row).filter { !$0.isEmpty }
      return cells.count == 2 && GoalHeading.isCount(cells[0].text) && cells[1].text.blankSeparated.count >= 3
        && zip(Self.edges(cells), open.edges).allSatisfy { abs($0 - $1) < 3 }
    }
    guard !rows.isEmpty else { return nil }
    let cellAtoms = GoalCellAtoms(labels: labels, values: values)
    let atoms = rows.flatMap { row in
      let cells = table.cells(startingIn: row).filter { !$0.isEmpty }
      return cellAtoms.objectives(cells[1], number: cells[0].text)
    }
    return (atoms, rows.count < table.rowCount ? TableCutter.slice(table, rows.count..<table.rowCount) : nil)
  }
}
