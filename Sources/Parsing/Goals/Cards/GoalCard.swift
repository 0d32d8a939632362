import Extraction
import IEPModel

/// A table that is the card of a goal to atoms: rows of labels with their values beside, below or inside.
struct GoalCard: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  private var atomizer: GoalAtomizer { GoalAtomizer(labels: labels, values: values) }
  private var kinds: GoalCellKinds { GoalCellKinds(labels: labels, values: values) }
  private var cellAtoms: GoalCellAtoms { GoalCellAtoms(labels: labels, values: values) }

  /// Rows of labels with their values beside, below or inside.
  func atoms(of printed: Table) -> [GoalAtom] {
    let table = GoalCardLabels(labels: GoalLabels(labels: labels.goal, values: values)).settled(printed)
    var atoms: [GoalAtom] = []
    let valueColumns = kinds.valueColumns(of: table)
    func isLabel(_ cell: Cell) -> Bool { !valueColumns.contains(cell.column) && kinds.isLabel(cell) }
    /// A label that filled its row: its value is in the next one.
    var open: Cell?
    var row = 0
    func put(_ label: Cell, _ value: Cell?) {
      atoms += GoalJoinedLabel.atoms(of: label, value, labels: labels.goal) ?? atomizer.atoms(of: Fact(label, value))
    }
    while row < table.rowCount {
      var cells = table.cells(startingIn: row).filter { !$0.isEmpty }
      defer { row += 1 }
      // "Goal 1 | Area | Reading": the goal's title, and its area behind the label.
      if open == nil, cells.count == 3, labels.goal.exact(cells[1].text).contains(.area),
        let goal = GoalHeading(cells[0].text), goal.rest.isEmpty
      {
        atoms.append(GoalAtom(.heading, number: goal.number))
        cells.removeFirst()
      }
      guard let first = cells.first else { continue }
      if open.map(namesObjectives) ?? true, let rows = objectiveRows(of: table, from: row) {
        open = nil
        atoms += rows.atoms
        row = rows.end - 1
        continue
      }
      // "By When" over its date asks for nothing more.
      let asking = cells.indices.count { index in
        let isAnswer = index > 0 && kinds.isArea(cells[index], of: cells[index - 1])
        return !isAnswer
          && (isLabel(cells[index]) || GoalPieces.piece(cells[index].text) != nil && !kinds.holdsOwnLabel(cells[index]))
      }
      if cells.count >= 2, asking == cells.count || cells.count >= 3 && asking * 3 >= cells.count * 2,
        let below = valuesBelow(cells, in: table, row: row)
      {
        if let label = open { put(label, nil) }
        open = nil
        let pieces = GoalPieces.pieces(below)
        if let pieces { atoms.append(GoalPieces.text(of: pieces)) }
        for (label, value) in below {
          let piece = GoalPieces.piece(label.text)
          if pieces == nil || piece != .behavior && piece != .condition { put(label, value) }
        }
        row += 1
        continue
      }
      if open == nil,
        let tagged = GoalTagLine(
          cells.map(\.text).joined(separator: " "), labels: GoalLabels(labels: labels.goal, values: values))
      {
        atoms += tagged.atoms
        continue
      }
      // "MAG 2 | Reading": the form's own name of a goal with its number, and its area.
      if cells.count == 2, let number = GoalOwnName.number(first.text) {
        if kinds.holdsOwnLabel(cells[1]) {
          atoms += [GoalAtom(.heading, number: number)] + cellAtoms.inside(cells[1])
          continue
        }
        if values.vocabulary.goalAreaCode(of: cells[1].text) != nil, cells[1].text.utf8.count <= 60 {
          atoms.append(GoalAtom(.heading, number: number, area: cells[1].text))
          continue
        }
      }
      // "# 1 | Area: Reading | Target date: 6/4/27": the goal's number before facts of it.
      if cells.count >= 2, let number = kinds.countsGoal(cells) {
        atoms += [GoalAtom(.heading, number: number)] + cells.dropFirst().flatMap(cellAtoms.inside)
        continue
      }
      if let (number, goal) = kinds.counted(cells) {
        atoms += [GoalAtom(.heading, number: number)] + cellAtoms.inside(goal)
        continue
      }
      // "2.1.1 | Jo will ...", "3-2 | Jo will ... | 2/2026": an objective behind its number.
      if cells.count >= 2, GoalHeading.isCount(first.text), first.text.contains(where: { ".-".contains($0) }),
        cells[1].text.split(separator: " ").count >= 3, cells.dropFirst(2).allSatisfy({ $0.text.utf8.count <= 16 })
      {
        atoms += cellAtoms.objectives(cells[1], number: first.text.trimmingBlanks)
        continue
      }
      if let label = open {
        open = nil
        // "Present level:" that nobody answered, over "Objective #1 Talk about feelings".
        if !isLabel(first), !kinds.holdsOwnLabel(first), !kinds.isNamedObjective(first) {
          put(label, first)
          for cell in cells.dropFirst() { atoms += cellAtoms.inside(cell) }
          continue
        }
        put(label, nil)
      }
      var index = 0
      while index < cells.count {
        let cell = cells[index]
        let next = index + 1 < cells.count ? cells[index + 1] : nil
        if isLabel(cell) || (index == 0 && cells.count == 2 && kinds.leads(cell)) {
          if let next, !kinds.holdsOwnLabel(next),
            !isLabel(next) || kinds.isArea(next, of: cell) || cells.count == 2 && isLikeLabel(next)
          {
            put(cell, next)
            index += 2
            continue
          }
          if index == cells.count - 1, cells.count == 1 { open = cell } else { put(cell, nil) }
        } else {
          atoms += cellAtoms.inside(cell)
        }
        index += 1
      }
    }
    if let label = open { put(label, nil) }
    return atoms
  }

  /// "Task sheet", "Work sample": a value that is put much like a label and is none.
  private func isLikeLabel(_ value: Cell) -> Bool {
    labels.goal.exact(value.text).isEmpty && !value.text.hasSuffix(":") && GoalHeading(value.text) == nil
      && GoalLabels(labels: labels.goal, values: values).meaning(of: value.text) == .role(.method, number: nil)
  }

  private func namesObjectives(_ label: Cell) -> Bool {
    labels.goal.matches(label.text).contains { $0.role == .objectives && $0.score >= 0.9 }
  }

  /// A table of objectives within a card: a row of labels, and below it a row an objective.
  private func objectiveRows(of table: Table, from row: Int) -> (atoms: [GoalAtom], end: Int)? {
    let labels = table.cells(startingIn: row).filter { !$0.isEmpty }
    guard row + 1 < table.rowCount,
      labels.count >= 3 && labels.filter(kinds.isLabel).count * 2 > labels.count
        || isListed(labels, in: table)
        || kinds.isHeader(labels, overObjectives: table.cells(startingIn: row + 1))
    else { return nil }
    let edges = labels.map(\.column)
    let end = (row + 1..<table.rowCount).first { index in
      let cells = table.cells(startingIn: index).filter { !$0.isEmpty }
      return cells.isEmpty || !cells.allSatisfy { edges.contains($0.column) } || cells.count == 1
        || labels.count == 2 && cells.allSatisfy(kinds.isLabel)
    }
    guard let part = TableCutter.slice(table, row..<(end ?? table.rowCount)),
      let columns = GoalTableHeader(labels: self.labels, values: values).columns(of: part),
      columns.first == 1, columns.roles.contains(.objectives), !columns.roles.contains(.text)
    else { return nil }
    return (
      GoalRows(labels: self.labels, values: values).atoms(of: part, roles: columns.roles, from: 1, continuing: false),
      end ?? table.rowCount
    )
  }

  /// "Objective | Schedule" over several rows that have a cell under each: a list within the card.
  private func isListed(_ labels: [Cell], in table: Table) -> Bool {
    guard labels.count == 2, let first = labels.first, namesObjectives(first), kinds.isLabel(labels[1]) else {
      return false
    }
    let shape = labels.map(\.columns)
    return (first.row + 1..<table.rowCount).prefix(2).allSatisfy { row in
      let cells = table.cells(startingIn: row).filter { !$0.isEmpty }
      return cells.map(\.columns) == shape
        && !cells.contains(where: kinds.isLabelOrHoldsOne)
    }
  }

  /// A row of labels over a row of their values.
  private func valuesBelow(_ labels: [Cell], in table: Table, row: Int) -> [(label: Cell, value: Cell?)]? {
    guard row + 1 < table.rowCount else { return nil }
    let below = table.cells(startingIn: row + 1).filter { !$0.isEmpty }
    // "Progress report dates" under "Schedule for evaluation" is a value, though it could be a label.
    let isUnderLabels = below.allSatisfy { value in
      labels.contains { $0.column == value.column && $0.columnSpan == value.columnSpan }
    }
    // "Area: Reading" across the card is the next fact.
    if below.count == 1, below[0].columnSpan == table.columnCount, kinds.holdsOwnLabel(below[0]) { return nil }
    guard !below.isEmpty,
      below.count >= 2 && isUnderLabels ? !kinds.isLabel(below[0]) : !below.contains(where: kinds.isLabel)
    else { return nil }
    let pairs = labels.map { label in
      (label: label, value: below.first { $0.column >= label.column && $0.column < label.column + label.columnSpan })
    }
    return pairs.contains { $0.value != nil } ? pairs : nil
  }
}
