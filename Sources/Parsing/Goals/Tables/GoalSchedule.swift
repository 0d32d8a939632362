import IEPModel

/// A table that says of each goal, by its number, how and when it is measured: "Goal | Evaluation method | To be met by".
enum GoalSchedule {
  /// The facts with the number of their goal; `nil` where the table is none such.
  static func atoms(of table: Table, labels: GoalLabels) -> [GoalAtom]? {
    guard table.columnCount >= 2, table.rowCount >= 2 else { return nil }
    let header = table.row(0).filter { !$0.isEmpty }
    guard header.count >= 2, let first = header.first, first.column == 0 else { return nil }
    let keys = table.cells.filter { $0.column == 0 && $0.row > 0 && !$0.isEmpty }
    guard keys.count >= 2, keys.allSatisfy({ number(of: $0.text) != nil }),
      !table.cells.contains(where: { GoalParagraph.looksLikeGoal($0.text) })
    else { return nil }
    let asksForGoal = labels.labels.matches(first.text).contains {
      ($0.role == .number || $0.role == .text) && $0.score >= 0.5
    }
    let roles: [(column: Int, role: GoalRole)] = header.dropFirst().compactMap { cell in
      let values = table.cells.filter { $0.column == cell.column && $0.row > 0 && !$0.isEmpty }.map(\.text)
      guard let value = values.first else { return nil }
      let found = labels.role(of: cell.text, value: value) ?? labels.dateRole(of: cell.text, value: value)
      guard let role = found?.role,
        [.method, .targetDate, .schedule, .responsible, .criterion, .baseline].contains(role)
      else { return nil }
      return (cell.column, role)
    }
    guard asksForGoal, !roles.isEmpty else { return nil }
    return keys.flatMap { key -> [GoalAtom] in
      roles.compactMap { column, role in
        guard let goal = number(of: key.text),
          let cell = table.row(key.row).first(where: { $0.column == column }), !CellReading.isBlank(cell.text)
        else { return nil }
        var atom = GoalAtom(.fact(role), text: cell.text, lines: cell.lines, places: [cell.place])
        atom.goal = goal
        return atom
      }
    }
  }

  /// "1", "Goal 2", "R-1".
  private static func number(of text: String) -> String? {
    if let heading = GoalHeading(text), heading.rest.isEmpty { return heading.number }
    let bare = text.trimmingCharacters("().:# ")
    return GoalHeading.isCount(bare) ? bare : nil
  }
}
