import Extraction
import IEPModel

/// The columns of a table that lists goals or objectives in rows, by its header and by what stands below it.
struct GoalTableHeader: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  private var goalLabels: GoalLabels { GoalLabels(labels: labels.goal, values: values) }
  private var kinds: GoalCellKinds { GoalCellKinds(labels: labels, values: values) }

  /// The roles of a table's columns where its first rows ask for goals or objectives.
  func columns(of table: Table) -> (roles: [GoalRole?], first: Int)? {
    guard table.columnCount >= 2 else { return nil }
    // Labels down the first column are those of a card.
    let leads = table.cells.filter {
      $0.column == 0 && !$0.isEmpty && !leadsObjective($0, in: table)
    }
    let labelled = leads.filter { kinds.isLabelOrHoldsOne($0) && goalLabels.namedObjective($0.text) == nil }
    let isHeaded = table.cells.contains { $0.column == 0 && !$0.isEmpty && leadsLabels($0, in: table) }
    if !isHeaded, leads.count >= 3, labelled.count * 3 >= leads.count * 2 { return nil }
    for row in 0..<min(4, table.rowCount - 1) {
      let cells = table.row(row).filter { !$0.isEmpty }
      // A row that holds a goal is no header.
      guard cells.count >= 2, !kinds.beginsCard(cells),
        !cells.contains(where: { kinds.isGoal($0) || Legend.hasTightCodes($0.text) }),
        !cells.contains(where: kinds.holdsGoal),
        // "Steps toward goal 1" across the columns is the title of what follows.
        !cells.contains(where: { $0.columnSpan > 1 && ObjectivesTitle($0.text) != nil }),
        cells.filter(kinds.holdsOwnLabel).count < 2
          || !cells.contains(where: { $0.text.contains(": ") }) && kinds.isPlain(table.cells.filter { $0.row > row })
            && !kinds.isHeader(
              table.cells(startingIn: row + 1).filter { !$0.isEmpty }, overObjectives: table.cells(startingIn: row + 2))
      else { continue }
      // "Objective 1" over its text is a row of a card.
      if cells.contains(where: { cell in
        if case .objective(_?) = goalLabels.meaning(of: cell.lines[0].text) { cell.lines.count > 1 } else { false }
      }) {
        continue
      }
      var roles: [GoalRole?] = Array(repeating: nil, count: table.columnCount)
      var used: Set<GoalRole> = []
      for cell in cells where cell.row == row {
        // "Data" over "Work samples" asks how; in a card it may begin what is told.
        if LabelTokens.words(cell.text) == ["data"],
          !cells.contains(where: { labels.goal.exact($0.text).contains(.method) })
        {
          roles[cell.column] = .method
          used.insert(.method)
          continue
        }
        let match = labels.goal.matches(cell.text).first {
          $0.score >= 0.5 && !used.contains($0.role) && $0.role != .number
            || ($0.score >= 0.5 && $0.role == .number && cell.text.utf8.count <= 16
              && cell.box.width < table.box.width * 0.25)
        }
        if let match {
          // "Annual goal / objective" is a column of goals.
          let isGoals =
            match.role == .objectives && !used.contains(.text) && Self.namesGoalFirst(cell.text)
          // "Step" over "1a", "1b" counts the objectives that stand beside.
          let isCount =
            match.role == .objectives && !used.contains(.number) && holdsNumbers(cell.column, of: table, below: row)
          // "Target" over dates asks when; over "80 %" how well.
          let isDate =
            match.role == .criterion && !used.contains(.targetDate)
            && labels.goal.exact(cell.text).contains(.targetDate) && holdsDates(cell.column, of: table, below: row)
          let role: GoalRole = isCount ? .number : isGoals ? .text : isDate ? .targetDate : match.role
          roles[cell.column] = role
          used.insert(role)
        }
      }
      // Goals stand in the column that holds them, whatever its label says.
      if let column = goalColumn(of: table, below: row), roles[column] != .text,
        roles[column] != .objectives || !used.contains(.text)
      {
        if roles[column] != .objectives {
          for index in roles.indices where roles[index] == .text { roles[index] = nil }
          roles[column] = .text
          used.insert(.text)
        }
      }
      // The widest column whose label may mean the goal holds its text.
      if !used.contains(.text), !used.contains(.objectives),
        let wide = cells.filter({ labels.goal.matches($0.text).contains { $0.role == .text && $0.score >= 0.5 } }).max(
          by: { $0.box.width < $1.box.width })
      {
        roles[wide.column] = .text
        used.insert(.text)
      }
      // "Condition | Behavior | Criterion": the goal in pieces, its middle one the text.
      if !used.contains(.text), used.contains(.condition), used.contains(.criterion),
        let behavior = cells.first(where: { roles[$0.column] == nil && Self.namesBehavior($0.text) })
      {
        roles[behavior.column] = .text
        used.insert(.text)
      }
      // Columns for later reports ("Q1", "Prog. 2") are empty.
      let filled = cells.filter { label in
        roles[label.column] != nil
          || table.cells.contains { $0.row > row && $0.column == label.column && !$0.isEmpty }
      }
      let isList = used == [.objectives] && filled.count == 2 && filled.contains { $0.text.utf8.count <= 4 }
      guard used.contains(.text) || used.contains(.objectives), used.count >= 2 || isList,
        used.count * 2 >= filled.count
      else {
        continue
      }
      let below = table.cells(startingIn: row + 1).filter { !$0.isEmpty }
      let valueLike = below.filter { labels.goal.fit($0.text) < 0.8 }.count
      guard valueLike * 2 > below.count else { continue }
      // "Goal | Area of need | Target date" over "A | Reading | 6/5/26": the goal's sentence goes across the columns.
      if let column = roles.firstIndex(of: .text), holdsNumbers(column, of: table, below: row),
        !goalsAcross(table, below: row).isEmpty
      {
        for index in roles.indices where roles[index] == .number { roles[index] = nil }
        roles[column] = .number
        return (roles, row + 1)
      }
      // A sentence stands in the column of the goals or objectives.
      let main = roles.firstIndex(of: .text) ?? roles.firstIndex(of: .objectives)
      let holds = table.cells.filter { cell in
        cell.column == main && cell.row > row
          && (cell.text.split(separator: " ").count >= 4 || !used.contains(.text) && ShortObjective.isStep(cell.text))
      }
      guard !holds.isEmpty || isUnused(main, of: table, below: row),
        Set(roles).isSuperset(of: holds.isEmpty ? [.method] : [])
      else { continue }
      if !used.contains(.targetDate), let column = dateColumn(of: table, below: row, roles: roles) {
        roles[column] = .targetDate
      }
      if !roles.contains(.number), let column = countColumn(of: table, below: row, roles: roles) {
        roles[column] = .number
      }
      return (UnnamedGoalColumns.named(roles, of: table, from: row + 1), row + 1)
    }
    // No label names a goal: the values may.
    let heads = table.cells.filter { $0.column == 0 && !$0.isEmpty && kinds.isLabel($0) }
    // "Annual goal" over its sentence across all columns is a row of a card.
    let facts = table.cells.filter {
      $0.columnSpan == table.columnCount && $0.lines.count > 1 && kinds.holdsOwnLabel($0)
    }
    return heads.count >= 2 || !facts.isEmpty
      ? nil : GoalColumns(labels: labels.goal, values: values).byValues(of: table)
  }

  /// The first label of a row of nothing but labels, the goal's among them, over a row of values.
  private func leadsLabels(_ cell: Cell, in table: Table) -> Bool {
    let row = table.cells(startingIn: cell.row).filter { !$0.isEmpty }
    guard row.count >= 3, row.allSatisfy({ isColumnLabel($0) }), row.contains(where: { asks($0) == .text }) else {
      return false
    }
    let below = table.cells(startingIn: cell.row + 1).filter { !$0.isEmpty }
    return below.contains(where: kinds.isGoal) && !below.contains(where: kinds.isLabel)
  }

  /// What a label of a column asks for, whatever the form explains in brackets behind it.
  private func asks(_ cell: Cell) -> GoalRole? {
    labels.goal.matches(cell.text).first { $0.score >= 0.6 }?.role
  }

  private func isColumnLabel(_ cell: Cell) -> Bool {
    asks(cell) != nil && cell.lines.allSatisfy { $0.words.allSatisfy { $0.field == nil && !Ticks.isTick($0) } }
  }

  /// "Objective 1" before its sentence across the columns of the goal above it.
  private func leadsObjective(_ cell: Cell, in table: Table) -> Bool {
    guard table.columnCount >= 3, case .objective? = goalLabels.meaning(of: cell.text) else { return false }
    let row = table.row(cell.row).filter { !$0.isEmpty }
    return row.count == 2 && row[1].columnSpan > 1
  }

  /// The only column of which most cells are sentences of what a student will do.
  private func goalColumn(of table: Table, below row: Int) -> Int? {
    let columns = (0..<table.columnCount).filter { column in
      let filled = table.cells.filter { $0.column == column && $0.row > row && !$0.isEmpty && $0.columnSpan == 1 }
      let goals = filled.filter {
        GoalParagraph.looksLikeGoal($0.text) && !GoalSentences.isNamedObjective($0.text)
          && $0.text.split(separator: " ").count >= 6
      }
      return !goals.isEmpty && goals.count * 2 >= filled.count
    }
    return columns.count == 1 ? columns[0] : nil
  }

  /// Whether a column of objectives says that there are none, or nothing at all: the other columns are still of use.
  private func isUnused(_ column: Int?, of table: Table, below row: Int) -> Bool {
    guard let column, asksForObjectives(column, of: table, in: row) else { return false }
    return table.cells.allSatisfy { $0.column != column || $0.row <= row || $0.isEmpty || CellReading.isBlank($0.text) }
  }

  private func asksForObjectives(_ column: Int, of table: Table, in row: Int) -> Bool {
    table.row(row).contains { $0.column == column && goalLabels.isObjectivesHeading($0.text) }
  }

  /// Whether a column holds nothing but the numbers of goals and objectives: "A", "A.1", "2".
  private func holdsNumbers(_ column: Int, of table: Table, below row: Int) -> Bool {
    let filled = table.cells.filter { $0.column == column && $0.row > row && !$0.isEmpty && $0.columnSpan == 1 }
    return !filled.isEmpty && filled.allSatisfy { GoalHeading.isCount($0.text) }
  }

  /// The goals that stand across most of a table's columns.
  private func goalsAcross(_ table: Table, below row: Int) -> [Cell] {
    table.cells.filter {
      $0.row > row && $0.columnSpan * 2 > table.columnCount && GoalParagraph.looksLikeGoal($0.text)
    }
  }

  /// A column of nothing but counts, whatever its label: "Bm." over "1a", "STO #" over "2-1".
  private func countColumn(of table: Table, below row: Int, roles: [GoalRole?]) -> Int? {
    (0..<table.columnCount).first { roles[$0] == nil && holdsNumbers($0, of: table, below: row) }
  }

  private func holdsDates(_ column: Int, of table: Table, below row: Int) -> Bool {
    let filled = table.cells.filter { $0.column == column && $0.row > row && !$0.isEmpty }
    return !filled.isEmpty && filled.allSatisfy { values.dates.date($0.text, near: nil) != nil }
  }

  /// A column of dates whose label says nothing else of them.
  private func dateColumn(of table: Table, below row: Int, roles: [GoalRole?]) -> Int? {
    (0..<table.columnCount).first { column in
      guard roles[column] == nil, let label = table.row(row).first(where: { $0.column == column && !$0.isEmpty }) else {
        return false
      }
      let filled = table.cells.filter { $0.column == column && $0.row > row && !$0.isEmpty }
      return !filled.isEmpty && filled.allSatisfy { goalLabels.dateRole(of: label.text, value: $0.text) != nil }
    }
  }

  /// "Annual goal / objective", but not "Objective for measuring progress on the annual goal".
  private static func namesGoalFirst(_ text: String) -> Bool {
    let words = LabelTokens.of(text)
    let parts: Set<String> = ["objective", "benchmark"]
    return words.firstIndex(of: "goal").map { parts.isDisjoint(with: words[..<$0]) } ?? false
  }

  private static func namesBehavior(_ text: String) -> Bool {
    !Set(LabelTokens.of(text)).isDisjoint(with: ["behavior", "skill", "performance", "action", "student"])
  }
}
