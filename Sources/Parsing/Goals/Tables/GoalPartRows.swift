import IEPModel

/// A table that gives each part of a goal a row and names it in a column of its own, behind the cells that name the goal:
/// "1 Reading | Baseline | 2 of 10" over "Annual goal | Jo will ..." over "Objective 1.1 | ...".
struct GoalPartRows: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  private var kinds: GoalCellKinds { GoalCellKinds(labels: labels, values: values) }
  private var goalLabels: GoalLabels { GoalLabels(labels: labels.goal, values: values) }

  /// The goals of such a table; `nil` where no column names parts.
  func atoms(of table: Table) -> [GoalAtom]? {
    guard let column = partColumn(of: table) else { return nil }
    var atoms: [GoalAtom] = []
    for row in 0..<table.rowCount {
      let cells = table.cells(startingIn: row).filter { !$0.isEmpty }
      let part = cells.first { $0.column == column && kinds.isLabel($0) }
      let names = cells.filter { $0.column < column && $0.columnSpan <= column }
      // The labels of the columns, which the next page repeats.
      if part == nil, cells.contains(where: { $0.column == column }) { continue }
      atoms += heading(names.map(\.text))
      if let part {
        atoms += GoalAtomizer(labels: labels, values: values).atoms(
          of: Fact(part, cells.first { $0.column > column }))
      } else {
        for cell in cells where !names.contains(cell) {
          atoms += GoalCellAtoms(labels: labels, values: values).inside(cell)
        }
      }
    }
    return atoms
  }

  /// The column before the last one that holds little but the names of parts, the goal itself among them.
  private func partColumn(of table: Table) -> Int? {
    let column = table.columnCount - 2
    guard column >= 1 else { return nil }
    let filled = table.cells.filter { $0.column == column && $0.row > 0 && !$0.isEmpty }
    let parts = filled.filter { $0.columnSpan == 1 && kinds.isLabel($0) }
    guard parts.count >= 3, parts.count * 5 >= filled.count * 4,
      parts.contains(where: { goalLabels.meaning(of: $0.text) == .role(.text, number: nil) })
    else { return nil }
    // What names the goal stands beside several parts of it.
    let names = table.cells.filter { $0.column < column && $0.row > 0 && !$0.isEmpty }
    guard !names.isEmpty, names.count * 2 <= parts.count, names.allSatisfy({ $0.text.utf8.count <= 60 }),
      parts.allSatisfy({ part in table.cells.contains { $0.row == part.row && $0.column > column && !$0.isEmpty } })
    else { return nil }
    return column
  }

  /// "1" over "Reading", "Goal 2", "Motor": what the cells before the parts say of the goal.
  private func heading(_ names: [String]) -> [GoalAtom] {
    let text = names.joined(separator: " ").trimmingBlanks
    guard !text.isEmpty else { return [] }
    if let named = GoalHeading(text) ?? GoalHeading("Goal " + text) {
      return [GoalAtom(.heading, number: named.number, area: named.rest.isEmpty ? nil : goalLabels.area(named.rest))]
    }
    return [GoalAtom(.heading, area: text)]
  }
}
