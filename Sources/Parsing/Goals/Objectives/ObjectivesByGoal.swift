import IEPModel

/// A list of objectives that names the goal of each row: "Short-term objectives" over "Goal 1 | Jo will ...".
struct ObjectivesByGoal: Sendable {
  let labels: GoalLabels
  let cellAtoms: GoalCellAtoms

  /// The objectives, each with the number of its goal; `nil` where the table is another.
  func atoms(of table: Table) -> [GoalAtom]? {
    guard table.columnCount == 2, table.rowCount >= 2 else { return nil }
    let head = table.row(0).filter { !$0.isEmpty }
    guard head.contains(where: { labels.isObjectivesHeading($0.text) && !$0.text.contains(inAnyCase: "goal") }),
      head.allSatisfy({ $0.text.utf8.count < 80 && $0.column + $0.columnSpan <= 2 })
    else { return nil }
    var atoms: [GoalAtom] = []
    for row in 1..<table.rowCount {
      let cells = table.cells(startingIn: row).filter { !$0.isEmpty }
      if cells.isEmpty { continue }
      guard cells.count <= 2, let goal = GoalHeading(cells[0].text), goal.rest.isEmpty else { return nil }
      guard cells.count == 2 else { continue }
      for var objective in cellAtoms.objectives(cells[1], number: nil) {
        objective.goal = goal.number
        atoms.append(objective)
      }
    }
    return atoms.isEmpty ? nil : atoms
  }
}
