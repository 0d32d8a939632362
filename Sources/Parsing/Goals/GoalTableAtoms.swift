import Extraction
import IEPModel

/// Tables of a goals section to atoms: a row a goal under a header, a column a goal, a card a goal, a list of objectives.
struct GoalTableAtoms: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  /// What a table's columns are, to go on with on the next page.
  struct Header: Sendable {
    var roles: [GoalRole?]
  }

  private var goalLabels: GoalLabels { GoalLabels(labels: labels.goal, values: values) }
  private var atomizer: GoalAtomizer { GoalAtomizer(labels: labels, values: values) }

  func atoms(of table: Table, continuing header: inout Header?) -> [GoalAtom] {
    if let margin = GoalMargin(table, vocabulary: values.vocabulary) {
      return [margin.heading] + card(margin.rest)
    }
    if let schedule = GoalSchedule.atoms(of: table, labels: goalLabels) { return schedule }
    if GoalGrid.isTransposed(table, labels: labels.goal) {
      header = nil
      return GoalGrid.columns(of: table).flatMap { facts in
        [GoalAtom(.row)] + facts.flatMap(atomizer.atoms(of:))
      }
    }
    if let columns = columns(of: table) {
      let goesOn = header?.roles == columns.roles
      header = Header(roles: columns.roles)
      // What stands over the header: the goal that the table's objectives belong to.
      let above = TableCutter.slice(table, 0..<max(0, columns.first - 1)).map(card) ?? []
      return above + rows(of: table, roles: columns.roles, from: columns.first, continuing: goesOn)
    }
    if let open = header, open.roles.count == table.columnCount, !holdsLabels(table) {
      return rows(of: table, roles: open.roles, from: 0, continuing: true)
    }
    header = nil
    return card(table)
  }

  /// Its first row or its first column asks for facts: it is no table that goes on.
  private func holdsLabels(_ table: Table) -> Bool {
    let top = table.row(0).filter { !$0.isEmpty }
    if top.count >= 2, top.filter(isLabelOrHoldsOne).count * 2 > top.count { return true }
    let filled = table.cells.filter { !$0.isEmpty }
    return labelShare(of: 0, in: table) > 0.5 || filled.filter(holdsOwnLabel).count * 4 > filled.count
  }

  /// The share of a column's filled cells that are labels.
  private func labelShare(of column: Int, in table: Table) -> Double {
    let filled = table.cells.filter { $0.column == column && !$0.isEmpty }
    return filled.isEmpty ? 0 : Double(filled.filter(isLabel).count) / Double(filled.count)
  }

  /// The columns of a card that hold values behind a column of labels: what reads like a label there ("Data collection")
  /// is none.
  private func valueColumns(of table: Table) -> Set<Int> {
    guard table.rowCount >= 2, labelShare(of: 0, in: table) >= 0.6 else { return [] }
    return Set((1..<max(1, table.columnCount)).filter { labelShare(of: $0, in: table) < 0.5 })
  }

  // MARK: Cards

  /// Rows of labels with their values beside, below or inside.
  private func card(_ table: Table) -> [GoalAtom] {
    var atoms: [GoalAtom] = []
    let valueColumns = valueColumns(of: table)
    func isLabel(_ cell: Cell) -> Bool { !valueColumns.contains(cell.column) && self.isLabel(cell) }
    /// A label that filled its row: its value is in the next one.
    var open: Cell?
    var row = 0
    func put(_ label: Cell, _ value: Cell?) {
      atoms += atomizer.atoms(of: fact(label, value))
    }
    while row < table.rowCount {
      let cells = table.cells(startingIn: row).filter { !$0.isEmpty }
      defer { row += 1 }
      guard let first = cells.first else { continue }
      if open == nil, let rows = objectiveRows(of: table, from: row) {
        atoms += rows.atoms
        row = rows.end - 1
        continue
      }
      let asking = cells.filter { isLabel($0) || GoalPieces.piece($0.text) != nil }.count
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
      // "MAG 2 | Reading": the form's own name of a goal with its number, and its area.
      if cells.count == 2, let number = Self.numberOfOwnName(first.text),
        values.vocabulary.goalAreaCode(of: cells[1].text) != nil, cells[1].text.utf8.count <= 60
      {
        atoms.append(GoalAtom(.heading, number: number, area: cells[1].text))
        continue
      }
      // "2.1.1 | Jo will ...": an objective behind its number.
      if cells.count == 2, GoalHeading.isCount(first.text), first.text.contains("."),
        cells[1].text.split(separator: " ").count >= 3
      {
        atoms += objectives(cells[1], number: first.text.trimmingBlanks)
        continue
      }
      if let label = open {
        open = nil
        if !isLabel(first), !holdsOwnLabel(first) {
          put(label, first)
          for cell in cells.dropFirst() { atoms += inside(cell) }
          continue
        }
        put(label, nil)
      }
      var index = 0
      while index < cells.count {
        let cell = cells[index]
        let next = index + 1 < cells.count ? cells[index + 1] : nil
        if isLabel(cell) || (index == 0 && cells.count == 2 && leads(cell)) {
          if let next, !holdsOwnLabel(next), !isLabel(next) || isArea(next, of: cell) {
            put(cell, next)
            index += 2
            continue
          }
          if index == cells.count - 1, cells.count == 1 { open = cell } else { put(cell, nil) }
        } else {
          atoms += inside(cell)
        }
        index += 1
      }
    }
    if let label = open { put(label, nil) }
    return atoms
  }

  /// "MAG 2", "AG #3": an abbreviation and a number.
  private static func numberOfOwnName(_ text: String) -> String? {
    let words = text.split { $0 == " " || $0 == "#" }.map(String.init)
    guard words.count == 2, (2...5).contains(words[0].utf8.count), words[0] == words[0].uppercased(),
      words[0].allSatisfy(\.isLetter), words[1].utf8.count <= 2, Int(words[1]) != nil
    else { return nil }
    return words[1]
  }

  /// A table of objectives within a card: a row of labels, and below it a row an objective.
  private func objectiveRows(of table: Table, from row: Int) -> (atoms: [GoalAtom], end: Int)? {
    let labels = table.cells(startingIn: row).filter { !$0.isEmpty }
    guard labels.count >= 3, labels.filter(isLabel).count * 2 > labels.count, row + 1 < table.rowCount else {
      return nil
    }
    let edges = labels.map(\.column)
    let end = (row + 1..<table.rowCount).first { index in
      let cells = table.cells(startingIn: index).filter { !$0.isEmpty }
      return cells.isEmpty || !cells.allSatisfy { edges.contains($0.column) } || cells.count == 1
    }
    guard let part = TableCutter.slice(table, row..<(end ?? table.rowCount)), let columns = columns(of: part),
      columns.first == 1, columns.roles.contains(.objectives), !columns.roles.contains(.text)
    else { return nil }
    return (rows(of: part, roles: columns.roles, from: 1, continuing: false), end ?? table.rowCount)
  }

  private func fact(_ label: Cell, _ value: Cell?) -> Fact {
    Fact(
      label: label.text, value: value?.text ?? "", lines: value?.lines ?? [], place: value?.place ?? label.place,
      labelPlace: label.place)
  }

  /// A table that the page's end cut in two, as one; `nil` where the second stands for itself.
  func joined(_ first: Table, _ second: Table) -> Table? {
    BrokenTable.joined(first, second) { isLabel($0) || GoalPieces.piece($0.text) != nil && $0.text.utf8.count < 30 }
  }

  private func isLabel(_ cell: Cell) -> Bool {
    guard cell.lines.allSatisfy({ $0.words.allSatisfy { $0.field == nil && !Ticks.isTick($0) } }) else { return false }
    // "Measurable Annual Goal #1 - Area: Reading" heads the goal below it.
    if case .heading = goalLabels.meaning(of: cell.text) { return !GoalSentences.isGoal(cell.text) }
    return goalLabels.meaning(of: cell.text) != nil && !GoalSentences.isGoal(cell.text) && !holdsOwnLabel(cell)
  }

  /// A short text before the only other cell of its row that speaks of a goal's part: "Baseline data point | 2 of 5".
  private func leads(_ cell: Cell) -> Bool {
    guard cell.lines.allSatisfy({ $0.words.allSatisfy { $0.field == nil && !Ticks.isTick($0) } }),
      cell.text.utf8.count <= 60, !cell.text.hasSuffix("."), !cell.text.lowercased().contains(" will ")
    else { return false }
    return goalLabels.meaning(of: cell.text, isLead: true) != nil && !holdsOwnLabel(cell)
  }

  /// "Area of need | Behavior": the name of an area may be a label elsewhere.
  private func isArea(_ cell: Cell, of label: Cell) -> Bool {
    goalLabels.meaning(of: label.text) == .role(.area, number: nil)
      && values.vocabulary.goalAreaCode(of: cell.text) != nil
  }

  /// "Area: Reading", or a label on the first line over its value.
  private func holdsOwnLabel(_ cell: Cell) -> Bool {
    // Options are a value.
    if let first = cell.lines.first?.words.first, Ticks.isTick(first) { return false }
    let items = TableFacts(reader: FactReader(labels: labels)).inside(cell)
    return items.contains { item in
      guard case .fact(let fact) = item, !fact.lines.isEmpty else { return false }
      return goalLabels.meaning(of: fact.label) != nil || goalLabels.role(of: fact.label, value: fact.value) != nil
    }
  }

  /// A goal's sentence under its label within one cell.
  private func holdsGoal(_ cell: Cell) -> Bool {
    cell.lines.count >= 2 && GoalSentences.isGoal(Unwrapping.text(of: Array(cell.lines.dropFirst())))
  }

  private func inside(_ cell: Cell) -> [GoalAtom] {
    var atoms: [GoalAtom] = []
    // "Annual goal 1" over the goal.
    if cell.lines.count >= 2, let heading = GoalHeading(cell.lines[0].text), heading.rest.isEmpty {
      return [GoalAtom(.heading, number: heading.number)]
        + Paragraph.join(Array(cell.lines.dropFirst())).map(GoalAtom.init(paragraph:))
    }
    var rest: [TextLine] = []
    func flush() {
      atoms += Paragraph.join(rest).map(GoalAtom.init(paragraph:))
      rest = []
    }
    for item in TableFacts(reader: FactReader(labels: labels)).inside(cell) {
      switch item {
      case .fact(let fact):
        flush()
        atoms += atomizer.atoms(of: fact)
      case .line(let line): rest.append(line)
      case .table: break
      }
    }
    flush()
    return atoms
  }

  /// A row of labels over a row of their values.
  private func valuesBelow(_ labels: [Cell], in table: Table, row: Int) -> [(label: Cell, value: Cell?)]? {
    guard row + 1 < table.rowCount else { return nil }
    let below = table.cells(startingIn: row + 1).filter { !$0.isEmpty }
    guard !below.isEmpty, !below.contains(where: isLabel) else { return nil }
    let pairs = labels.map { label in
      (label: label, value: below.first { $0.column >= label.column && $0.column < label.column + label.columnSpan })
    }
    return pairs.contains { $0.value != nil } ? pairs : nil
  }

  // MARK: Columns

  /// The roles of a table's columns where its first rows ask for goals or objectives.
  private func columns(of table: Table) -> (roles: [GoalRole?], first: Int)? {
    guard table.columnCount >= 2 else { return nil }
    // Labels down the first column are those of a card.
    let leads = table.cells.filter { $0.column == 0 && !$0.isEmpty }
    if leads.count >= 3, leads.filter(isLabelOrHoldsOne).count * 3 >= leads.count * 2 { return nil }
    for row in 0..<min(4, table.rowCount - 1) {
      let cells = table.row(row).filter { !$0.isEmpty }
      // A row that holds a goal is no header.
      guard cells.count >= 2, !cells.contains(where: isGoal), !cells.contains(where: holdsGoal),
        cells.filter(holdsOwnLabel).count < 2
          || !cells.contains(where: { $0.text.contains(": ") }) && isPlain(table.cells.filter { $0.row > row })
      else { continue }
      var roles: [GoalRole?] = Array(repeating: nil, count: table.columnCount)
      var used: Set<GoalRole> = []
      for cell in cells where cell.row == row {
        let match = labels.goal.matches(cell.text).first {
          $0.score >= 0.5 && !used.contains($0.role) && $0.role != .number
            || ($0.score >= 0.5 && $0.role == .number && cell.text.utf8.count <= 16
              && cell.box.width < table.box.width * 0.25)
        }
        if let match {
          // "Annual goal / objective" is a column of goals.
          let isGoals =
            match.role == .objectives && !used.contains(.text) && LabelTokens.of(cell.text).first != "objective"
            && LabelTokens.of(cell.text).contains("goal")
          let role = isGoals ? .text : match.role
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
      let isList = used == [.objectives] && cells.count == 2 && cells.contains { $0.text.utf8.count <= 4 }
      // Columns for later reports ("Q1", "Prog. 2") are empty.
      let filled = cells.filter { label in
        roles[label.column] != nil
          || table.cells.contains { $0.row > row && $0.column == label.column && !$0.isEmpty }
      }
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
      let holds = table.cells.filter { $0.column == main && $0.row > row && $0.text.split(separator: " ").count >= 4 }
      guard !holds.isEmpty else { continue }
      if !used.contains(.targetDate), let column = dateColumn(of: table, below: row, roles: roles) {
        roles[column] = .targetDate
      }
      return (roles, row + 1)
    }
    // No label names a goal: the values may.
    let heads = table.cells.filter { $0.column == 0 && !$0.isEmpty && isLabel($0) }
    return heads.count >= 2 ? nil : GoalColumns(labels: labels.goal, values: values).byValues(of: table)
  }

  /// Cells most of which have no labels of their own: what the form explains in the labels above them ("CRITERIA: measure
  /// to determine if the goal has been achieved") is no value.
  private func isPlain(_ cells: [Cell]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    return filled.contains(where: isGoal) || filled.filter(isLabelOrHoldsOne).count * 2 < filled.count
  }

  /// The only column of which most cells are sentences of what a student will do.
  private func goalColumn(of table: Table, below row: Int) -> Int? {
    let columns = (0..<table.columnCount).filter { column in
      let filled = table.cells.filter { $0.column == column && $0.row > row && !$0.isEmpty && $0.columnSpan == 1 }
      let goals = filled.filter { GoalParts.looksLikeGoal($0.text) && $0.text.split(separator: " ").count >= 6 }
      return !goals.isEmpty && goals.count * 2 >= filled.count
    }
    return columns.count == 1 ? columns[0] : nil
  }

  /// Whether a column holds nothing but the numbers of goals and objectives: "A", "A.1", "2".
  private func holdsNumbers(_ column: Int, of table: Table, below row: Int) -> Bool {
    let filled = table.cells.filter { $0.column == column && $0.row > row && !$0.isEmpty && $0.columnSpan == 1 }
    return !filled.isEmpty && filled.allSatisfy { GoalHeading.isCount($0.text) }
  }

  /// The goals that stand across most of a table's columns.
  private func goalsAcross(_ table: Table, below row: Int) -> [Cell] {
    table.cells.filter {
      $0.row > row && $0.columnSpan * 2 > table.columnCount && GoalParts.looksLikeGoal($0.text)
    }
  }

  private func isGoal(_ cell: Cell) -> Bool {
    GoalParts.looksLikeGoal(cell.text) && goalLabels.meaning(of: cell.lines.first?.text ?? "") == nil
  }

  private func isLabelOrHoldsOne(_ cell: Cell) -> Bool { isLabel(cell) || holdsOwnLabel(cell) }

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

  private static func namesBehavior(_ text: String) -> Bool {
    !Set(LabelTokens.of(text)).isDisjoint(with: ["behavior", "skill", "performance", "action", "student"])
  }

  /// - Parameter isContinued: the table goes on from the page before, so that its first row may be the rest of a row.
  private func rows(
    of table: Table, roles: [GoalRole?], from first: Int, continuing isContinued: Bool
  ) -> [GoalAtom] {
    var atoms: [GoalAtom] = []
    let holdsGoals = roles.contains(.text) || !roles.contains(.objectives)
    /// The number of the goal that the rows are at.
    var current: String?
    /// What a table of objectives says of each of them: the goal's own where all agree.
    var shared: [GoalRole: [GoalAtom]] = [:]
    if !holdsGoals { atoms.append(GoalAtom(.objectivesHeading)) }
    for row in first..<table.rowCount {
      let cells = table.cells(startingIn: row).filter { !$0.isEmpty }
      if cells.isEmpty || cells.allSatisfy({ CellReading.isBlank($0.text) }) { continue }
      if cells.filter({ labels.goal.fit($0.text) >= 0.9 }).count * 2 > cells.count { continue }
      if let only = cells.first, cells.count == 1, only.columnSpan * 2 > table.columnCount {
        atoms += inside(only)
        continue
      }
      // "Short-term objectives | 1. ... 2. ..." across the columns of the goal above.
      if cells.count == 2, isLabel(cells[0]), cells[1].columnSpan > 1 {
        atoms += atomizer.atoms(of: fact(cells[0], cells[1]))
        continue
      }
      func cell(_ role: GoalRole) -> Cell? {
        roles.firstIndex(of: role).flatMap { column in cells.first { $0.column == column } }
      }
      // "A.1 | Lucius will ..." across the other columns, below goal A.
      if holdsGoals, let number = cell(.number), cells.count == 2, cells[1].columnSpan > 1, number == cells[0] {
        atoms += objectives(cells[1], number: number.text)
        continue
      }
      guard holdsGoals else {
        var rows = objectives(cell(.objectives), number: cell(.number)?.text)
        if rows.count == 1, let criterion = cell(.criterion)?.text, !CellReading.isBlank(criterion) {
          rows[0].criterion = criterion
        }
        atoms += rows
        for role in [GoalRole.method, .schedule, .responsible] {
          if let part = cell(role), !CellReading.isBlank(part.text) {
            shared[role, default: []].append(atom(role, Ticks.value(of: fact(part, part)), part))
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
      if let number = cell(.number)?.text.trimmingCharacters("().:# "), let part = cell(.text) {
        if let goal = current, Self.isPart(number, of: goal) {
          atoms += objectives(part, number: number)
          continue
        }
        if GoalHeading.isCount(number) { current = number }
      }
      if let part = cell(.text), let split = RowMarks.split(part.text) {
        let mark = split.mark.trimmingCharacters("().:")
        if let goal = current, Self.isPart(mark, of: goal) {
          atoms += objectives(part, number: mark)
          continue
        }
        if Int(mark) != nil { current = mark }
      }
      if let goal = cell(.text), cells.count == 1, RowMarks.isListItem(goal.text), !Self.isNumbered(goal.text) {
        atoms += objectives(goal, number: nil)
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
      if opensGoal { atoms.append(GoalAtom(.row)) }
      for (column, role) in roles.enumerated() {
        guard let role, let part = cells.first(where: { $0.column == column }) else { continue }
        let value = Ticks.value(of: fact(part, part))
        if CellReading.isBlank(value) { continue }
        switch role {
        case .objectives: atoms += objectives(part, number: nil)
        case .text where cell(.text) != nil: atoms += goal(part)
        case .number, .area, .baseline: atoms.append(atom(role, value, part))
        default: if opensGoal { atoms.append(atom(role, value, part)) }
        }
      }
    }
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

  /// "1A", "1.2" of goal 1.
  private static func isPart(_ mark: String, of goal: String) -> Bool {
    mark.hasPrefix(goal) && mark.count > goal.count && mark.dropFirst(goal.count).first?.isNumber == false
  }

  private static func isNumbered(_ text: String) -> Bool {
    RowMarks.split(text)?.mark.first?.isNumber ?? false
  }

  private func atom(_ role: GoalRole, _ value: String, _ cell: Cell) -> GoalAtom {
    GoalAtom(.fact(role), text: value, lines: cell.lines, places: [cell.place])
  }

  /// The goal of a cell, which may name its number, and the objectives that stand under it.
  private func goal(_ cell: Cell) -> [GoalAtom] {
    [GoalAtom(.fact(.text), text: cell.text, lines: cell.lines, places: Paragraph(lines: cell.lines).places)]
  }

  private func objectives(_ cell: Cell?, number: String?) -> [GoalAtom] {
    guard let cell else { return [] }
    let paragraphs = Paragraph.join(cell.lines)
    if paragraphs.count > 1, paragraphs.contains(where: { RowMarks.isListItem($0.text) }) {
      return paragraphs.map {
        GoalAtom(.objective, text: $0.text, lines: $0.lines, places: $0.places)
      }
    }
    return [GoalAtom(.objective, text: cell.text, lines: cell.lines, places: [cell.place], number: number)]
  }
}
