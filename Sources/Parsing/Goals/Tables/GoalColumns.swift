import IEPModel

/// The columns of a table of goals by what their cells hold, where the header speaks in words that no vocabulary has.
struct GoalColumns: Sendable {
  let labels: LabelTable<GoalRole>
  let values: ValueReaders

  /// The roles of the columns and the first row of goals; `nil` where no column holds goals.
  func byValues(of table: Table) -> (roles: [GoalRole?], first: Int)? {
    let sentences = GoalSentences(values: values)
    var rowsOf: [Int: [Int]] = [:]
    for cell in table.cells where !cell.isEmpty && cell.columnSpan < table.columnCount {
      // "Objective 2: Jo will ..." serves the goal of a card.
      guard sentences.sentence(cell.text) != nil,
        !GoalSentences.isNamedObjective(cell.text)
      else { continue }
      rowsOf[cell.column, default: []].append(cell.row)
    }
    guard let (column, rows) = rowsOf.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }),
      let first = rows.min(), rows.count >= 2 || hasHeader(table, above: first)
    else { return nil }
    let beside = rows.flatMap { row in table.cells(startingIn: row) }.filter { $0.column != column && !$0.isEmpty }
    guard !beside.isEmpty, beside.filter({ labels.fit($0.text) >= 0.8 }).count * 2 <= beside.count else { return nil }
    let filled = table.cells.filter { $0.column == column && $0.row >= first && !$0.isEmpty }
    guard rows.count * 2 >= filled.count else { return nil }

    var roles: [GoalRole?] = Array(repeating: nil, count: table.columnCount)
    roles[column] = .text
    let header = (0..<first).last { row in
      let cells = table.row(row).filter { !$0.isEmpty }
      return cells.count >= 2 && cells.allSatisfy { $0.text.utf8.count < 90 }
    }
    // A list of objectives within a card is no list of goals.
    if let header, let label = table.row(header).first(where: { $0.column == column }),
      labels.matches(label.text).contains(where: { $0.role == .objectives && $0.score >= 0.6 }),
      LabelTokens.of(label.text).first.map({ !["goal", "annual", "measurable"].contains($0) }) ?? false
    {
      return nil
    }
    for other in 0..<table.columnCount where other != column {
      let cells = beside.filter { $0.column == other }
      let label = header.flatMap { row in table.row(row).first { $0.column == other } }
      let named = label.flatMap { cell in
        labels.matches(cell.text).first { $0.score >= 0.35 && $0.role != .text && !roles.contains($0.role) }
      }
      let held = role(of: cells.map(\.text))
      let chosen = held ?? named?.role
      if let chosen, !roles.contains(chosen) { roles[other] = chosen }
    }
    return (UnnamedGoalColumns.named(roles, of: table, from: first), first)
  }

  /// A row of short words without figures stands over the only goal.
  private func hasHeader(_ table: Table, above first: Int) -> Bool {
    guard first > 0 else { return false }
    let cells = table.row(first - 1).filter { !$0.isEmpty }
    return cells.count >= 2 && cells.allSatisfy { $0.text.utf8.count < 70 && !$0.text.contains(where: \.isNumber) }
      && table.cells(startingIn: first).filter { !$0.isEmpty }.count >= 2
  }

  /// What cells beside a goal are by their values alone.
  private func role(of texts: [String]) -> GoalRole? {
    guard !texts.isEmpty else { return nil }
    func most(_ test: (String) -> Bool) -> Bool { texts.filter(test).count * 2 > texts.count }
    if most({
      $0.utf8.count <= 6 && ($0.contains(where: \.isNumber) || $0.utf8.count == 1)
        && values.dates.date($0, near: nil) == nil
    }) {
      return .number
    }
    if most({ $0.utf8.count <= 30 && values.dates.date($0, near: nil) != nil }) { return .targetDate }
    if most({ $0.split(separator: " ").count <= 6 && values.vocabulary.goalAreaCode(of: $0) != nil }) { return .area }
    return nil
  }
}
