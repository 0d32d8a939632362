import Extraction
import IEPModel

/// The rows of a table of goals or objectives to atoms, once its columns are known.
struct GoalRows: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  private var atomizer: GoalAtomizer { GoalAtomizer(labels: labels, values: values) }
  private var kinds: GoalCellKinds { GoalCellKinds(labels: labels, values: values) }
  private var goalLabels: GoalLabels { GoalLabels(labels: labels.goal, values: values) }
  private var cellAtoms: GoalCellAtoms { GoalCellAtoms(labels: labels, values: values) }

  /// - Parameter isContinued: the table goes on from the page before, so that its first row may be the rest of a row.
  func atoms(
    of table: Table, roles: [GoalRole?], from first: Int, continuing isContinued: Bool
  ) -> [GoalAtom] {
    var atoms: [GoalAtom] = []
    let holdsGoals = roles.contains(.text) || !roles.contains(.objectives)
    /// The number of the goal that the rows are at.
    var current: String?
    /// What a table of objectives says of each of them: the goal's own where all agree.
    var shared: [GoalRole: [GoalAtom]] = [:]
    if !holdsGoals { atoms.append(GoalAtom(.objectivesHeading)) }
    let keys =
      holdsGoals ? nil : roles.firstIndex(of: .objectives).flatMap { ObjectiveKeys(table, objectives: $0, from: first) }
    for row in first..<table.rowCount {
      let cells = table.cells(startingIn: row).filter { !$0.isEmpty }
      if cells.isEmpty || cells.allSatisfy({ CellReading.isBlank($0.text) }) { continue }
      if cells.filter({
        labels.goal.fit($0.text) >= 0.9 && goalLabels.namedObjective($0.text) == nil && !$0.text.contains(": ")
      }).count * 2 > cells.count {
        continue
      }
      if let only = cells.first, cells.count == 1, only.columnSpan * 2 > table.columnCount {
        atoms += cellAtoms.inside(only)
        continue
      }
      // "Short-term objectives | 1. ... 2. ..." across the columns of the goal above.
      if cells.count == 2, kinds.isLabel(cells[0]), cells[1].columnSpan > 1 {
        atoms += atomizer.atoms(of: Fact(cells[0], cells[1]))
        continue
      }
      func cell(_ role: GoalRole) -> Cell? {
        roles.firstIndex(of: role).flatMap { column in cells.first { $0.column == column } }
      }
      // "A.1 | Lucius will ..." across the other columns, below goal A.
      if holdsGoals, let number = cell(.number), cells.count == 2, cells[1].columnSpan > 1, number == cells[0] {
        atoms += cellAtoms.objectives(cells[1], number: number.text)
        continue
      }
      guard holdsGoals else {
        var rows = cellAtoms.objectives(cell(.objectives), number: keys.map { $0.number(row) } ?? cell(.number)?.text)
        for index in rows.indices { rows[index].goal = keys?.goal(row) }
        if rows.count == 1, let criterion = cell(.criterion)?.text, !CellReading.isBlank(criterion) {
          rows[0].criterion = criterion
        }
        atoms += rows
        // "Baseline | Method | Objectives" over one row: what comes before the objectives is said of their goal.
        let isOneRow = row == first && table.rowCount == first + 1
        let tellsOfGoal =
          isOneRow && (roles.firstIndex(of: .baseline) ?? .max) < (roles.firstIndex(of: .objectives) ?? 0)
        for role in [GoalRole.method, .schedule, .responsible] + (tellsOfGoal ? [.baseline] : []) {
          // A row of the form that nobody filled in has boxes without a tick.
          if let part = cell(role), case let value = Ticks.value(of: Fact(part, part)), !CellReading.isBlank(value) {
            shared[role, default: []].append(cellAtoms.atom(role, value, part))
          }
        }
        continue
      }
      if isContinued, row == first, isRest(cells, of: table, roles: roles) {
        atoms += cells.compactMap { part in
          roles[part.column].map { GoalAtom(.rest($0), text: part.text, lines: part.lines, places: [part.place]) }
        }
        continue
      }
      if let printed = cell(.number)?.text, let part = cell(.text) {
        let number = Self.bareNumber(printed)
        if let goal = current, Self.isPart(number, of: goal) {
          atoms += cellAtoms.objectives(part, number: number)
          continue
        }
        // "a", "b" below goal 1, whose area they leave empty.
        let isBelowGoal =
          current.map { $0.first?.isNumber == true } ?? (isContinued && roles.contains(.area) && cell(.baseline) == nil)
        if Self.isLetter(number), isBelowGoal, cell(.area) == nil {
          atoms += cellAtoms.objectives(part, number: number)
          continue
        }
        if GoalHeading.isCount(number) { current = number }
      }
      // "Objective 1: Jo will ..." in the column of the goals.
      if let part = cell(.text), let named = goalLabels.namedObjective(part.text) {
        var objective = GoalAtom(
          .objective, text: named.text, lines: part.lines, places: [part.place], number: named.number)
        objective.criterion = cell(.criterion)?.text
        atoms.append(objective)
        continue
      }
      if let part = cell(.text), let split = RowMarks.split(part.text) {
        let mark = split.mark.trimmingCharacters("().:")
        if let goal = current, Self.isPart(mark, of: goal) {
          atoms += cellAtoms.objectives(part, number: mark)
          continue
        }
        if Int(mark) != nil { current = mark }
      }
      if let goal = cell(.text), cells.count == 1, RowMarks.isListItem(goal.text), !Self.isNumbered(goal.text) {
        atoms += cellAtoms.objectives(goal, number: nil)
        continue
      }
      // The rest of a row that the page's end cut: nothing but text that goes on.
      if let goal = cell(.text), cells.count == 1,
        !GoalSentences.isGoal(goal.text) || goal.text.first?.isLowercase == true
      {
        atoms += Paragraph.join(goal.lines).map(GoalAtom.init(paragraph:))
        continue
      }
      let opensGoal = cell(.text) != nil || !roles.contains(.text) && cell(.number) != nil
      let begin = atoms.count
      if opensGoal { atoms.append(GoalAtom(.row)) }
      for (column, role) in roles.enumerated() {
        guard let part = cells.first(where: { $0.column == column }) else { continue }
        if role == nil, !opensGoal { continue }
        if role != .text, role != .objectives, let facts = cellAtoms.labelled(part) {
          // "Present level" in a column of its own is more than the baseline that is named as such.
          if facts.contains(where: { $0.kind == .fact(.baseline) && !$0.isPresentLevel }) {
            for index in atoms.indices[begin...] where atoms[index].kind == .fact(.baseline) {
              atoms[index].isPresentLevel = true
            }
          }
          atoms += facts
          continue
        }
        let value = Ticks.value(of: Fact(part, part))
        guard let role, !CellReading.isBlank(value) else { continue }
        switch role {
        case .objectives: atoms += cellAtoms.objectives(part, number: nil)
        case .text where cell(.text) != nil: atoms += cellAtoms.goal(part)
        // "2" over "Reading" under "No. / Area".
        case .area where part.lines.count >= 2 && GoalHeading.isCount(part.lines[0].text):
          atoms.append(cellAtoms.atom(.number, value, part))
        case .number, .area, .baseline: atoms.append(cellAtoms.atom(role, value, part))
        default: if opensGoal { atoms.append(cellAtoms.atom(role, value, part)) }
        }
      }
    }
    // What follows a list that names the goal of each objective goes on with no goal's objectives.
    if keys != nil { atoms.append(GoalAtom(.unknown)) }
    for (_, same) in shared.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where Set(same.map(\.text)).count == 1 {
      atoms.append(same[0])
    }
    return atoms
  }

  /// The rest of a row that the page's end cut: the cells that name a goal are empty, and its text begins in the middle.
  private func isRest(_ cells: [Cell], of table: Table, roles: [GoalRole?]) -> Bool {
    let filled = Set(cells.compactMap { $0.columnSpan == 1 ? roles[$0.column] : nil })
    let names: Set<GoalRole> = [.number, .area]
    let asked = names.intersection(roles.compactMap { $0 })
    guard filled.isDisjoint(with: names), cells.allSatisfy({ $0.columnSpan == 1 }) else { return false }
    guard let goal = cells.first(where: { roles[$0.column] == .text }) else {
      return !asked.isEmpty && cells.count >= 1
    }
    return goal.text.first?.isLowercase == true || goal.text.first?.isNumber == true && !asked.isEmpty
  }

  /// 1 of "Goal 1" and "(1)".
  private static func bareNumber(_ text: String) -> String {
    if let heading = GoalHeading(text), heading.rest.isEmpty { return heading.number }
    return text.trimmingCharacters("().:# ")
  }

  /// "1A", "1.2" of goal 1.
  private static func isPart(_ mark: String, of goal: String) -> Bool {
    mark.hasPrefix(goal) && mark.count > goal.count && mark.dropFirst(goal.count).first?.isNumber == false
  }

  /// "a": a small letter counts the parts of a goal that a figure counts.
  private static func isLetter(_ mark: String) -> Bool {
    mark.utf8.count == 1 && mark.first.map { $0.isLowercase } ?? false
  }

  private static func isNumbered(_ text: String) -> Bool {
    RowMarks.split(text)?.mark.first?.isNumber ?? false
  }
}
