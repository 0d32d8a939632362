import IEPModel

/// Which rows at the top of a table are labels of a services grid, and what they say of each column.
struct ServiceTableHeader: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  /// Which rows at the top are headers; empty where the table has none that asks for services.
  func rows(of table: Table) -> Range<Int>? {
    if let known = table.services { return known.header }
    for start in 0..<min(4, table.rowCount) {
      let cells = table.row(start).filter { !$0.isEmpty }
      guard cells.count >= 2 else { continue }
      let roles = cells.map { labels.service.matches($0.text).first }
      var fits = roles.filter { ($0?.score ?? 0) >= 0.55 }.count
      if fits == 1, group(of: table, header: start) != nil { fits = 2 }
      // Letters over boxes to tick are no labels by themselves, nor are the days of the week.
      let worded = cells.filter { $0.text.utf8.count > 2 && !Weekdays.isName($0.text) }.count
      guard !cells.contains(where: isValue) else { return nil }
      guard fits >= 2, fits * 2 >= worded else { return stacked(from: start, of: table) }
      var end = start + 1
      while end < min(start + 4, table.rowCount) {
        let next = table.cells(startingIn: end).filter { !$0.isEmpty }
        let spanning = table.row(end).contains { $0.row < end }
        if divides(next, of: table, below: end - 1) {
          end += 1
          continue
        }
        // Words of a row ("special education", "group") may stand in labels too, its amount does not.
        if next.contains(where: { isValue($0) && !Self.isExample($0.text) }) { break }
        let labelled = next.count { labels.service.fit($0.text) >= 0.55 && !isValue($0) }
        if !next.isEmpty, labelled * 3 >= next.count * 2, next.count >= 2 || spanning, spanning || labelled >= 2 {
          end += 1
        } else {
          break
        }
      }
      return stacked(from: start, to: end, of: table) ?? start..<end
    }
    return nil
  }

  /// What stands over the names of services where it names their group in place of asking for them: "Related services
  /// outside the general classroom" before "Minutes per week".
  func group(of table: Table, header row: Int) -> String? {
    let cells = table.cells(startingIn: row).filter { !$0.isEmpty }
    guard (2...3).contains(cells.count), let first = cells.first, first.column == 0, first.text.utf8.count < 120,
      values.vocabulary.namesCategory(first.text), labels.service.exact(first.text).isEmpty,
      cells.dropFirst().contains(where: asksAmount)
    else { return nil }
    return first.text
  }

  /// Asks for an amount in words: an "X" that counts sessions elsewhere may be a tick.
  private func asksAmount(_ cell: Cell) -> Bool {
    guard cell.text.utf8.count > 3, let best = labels.service.matches(cell.text).first else { return false }
    return best.role.isDose && best.score >= 0.55
  }

  /// Labels whose lines stand in rows of their own, as tables without rules have them: "Area of | Grou" over
  /// "Service | ping".
  /// - Parameter known: the end of the rows that are labels by themselves.
  private func stacked(from start: Int, to known: Int? = nil, of table: Table) -> Range<Int>? {
    var best = known.flatMap { fitting(start..<$0, of: table, atLeast: 0) } ?? 1
    var found: Range<Int>?
    for end in max(start + 2, (known ?? 0) + 1)..<(start + 5) where end < table.rowCount {
      let below = table.cells(startingIn: end - 1).filter { !$0.isEmpty }
      guard below.count >= 2, !below.contains(where: isValue),
        !below.contains(where: {
          values.vocabulary.serviceCode(of: $0.text) != nil && labels.service.fit($0.text) < 0.5
        })
      else { break }
      let least = max(best + 2, 3, (table.columnCount * 2 + 2) / 3)
      guard let count = fitting(start..<end, of: table, atLeast: least) else { continue }
      (best, found) = (count, start..<end)
    }
    return found
  }

  /// How many columns have a label in the rows taken together; `nil` where fewer than `least` have.
  private func fitting(_ rows: Range<Int>, of table: Table, atLeast least: Int) -> Int? {
    guard table.columnCount >= least else { return nil }
    var count = table.columnCount
    for column in parts(of: table, rows: rows) where labels.service.fit(text(of: column)) < 0.8 {
      count -= 1
      // The others' labels would be looked up for nothing.
      if count < least { return nil }
    }
    return count
  }

  /// Cells that stand only below headers across several columns, each in a part of one: "Reg. | Spec." below
  /// "Setting". A label of one column may go on beside them: "Amount of" over "time".
  private func divides(_ cells: [Cell], of table: Table, below row: Int) -> Bool {
    let wide = table.row(row).filter { $0.columnSpan > 1 && !$0.isEmpty && $0.columnSpan < table.columnCount }
    let parts = cells.filter { cell in wide.contains { $0.columns.contains(cell.column) } }
    guard parts.count >= 2 else { return false }
    return cells.allSatisfy { cell in
      cell.columnSpan == 1 && !Ticks.isMark(cell.text) && !isValue(cell) && Rational(parsing: cell.text) == nil
        && (wide.contains { $0.columns.contains(cell.column) }
          || goesOn(cell, below: table.cell(row: row, column: cell.column)))
    }
  }

  private func goesOn(_ cell: Cell, below label: Cell?) -> Bool {
    guard let label, !label.isEmpty else { return false }
    return labels.service.fit(label.text + " " + cell.text) >= max(0.8, labels.service.fit(label.text))
  }

  /// The label of each column, of however many rows.
  func texts(of table: Table, rows: Range<Int>) -> [String] { parts(of: table, rows: rows).map(text) }

  /// What the rows print over each column.
  private func parts(of table: Table, rows: Range<Int>) -> [[String]] {
    var columns: [[String]] = Array(repeating: [], count: table.columnCount)
    for row in rows {
      for cell in table.row(row) where max(cell.row, rows.lowerBound) == row && !cell.isEmpty {
        let isBroken =
          cell.lines.count > 1 && labels.service.fit(cell.text) < 0.8 && labels.service.fit(cell.tightText) >= 0.9
        let text = isBroken ? cell.tightText : cell.text
        for column in columns.indices.clamped(to: cell.columns) {
          columns[column].append(text)
        }
      }
    }
    return columns
  }

  private func text(of parts: [String]) -> String {
    let spaced = parts.joined(separator: " ")
    // "Frequency and duration" over "Times | Per | Length": what it is made of asks for more than its name.
    if parts.count == 2, labels.service.exact(parts[0]).first?.isDose == true,
      let own = labels.service.exact(parts[1]).first, [.sessions, .period, .amount, .frequency].contains(own),
      labels.service.exact(spaced).isEmpty
    {
      return parts[1]
    }
    guard parts.count > 1, labels.service.fit(spaced) < 0.8 else { return spaced }
    // "Grou" over "ping": one word.
    let tight = parts.joined()
    return labels.service.fit(tight) >= 0.9 ? tight : spaced
  }

  /// "(e.g., 30 minutes per week)": how the form wants a column filled in.
  private static func isExample(_ text: String) -> Bool {
    text.hasPrefix("(") || text.contains("e.g") || text.contains(inAnyCase: "example")
  }

  private func isValue(_ cell: Cell) -> Bool {
    // Neither a date nor an amount is written without a figure.
    guard cell.text.utf8.contains(where: { $0 &- 0x30 < 10 || $0 >= 0x80 }) else { return false }
    let reading = values.read(cell.text)
    // "Initiation date: 11/10/2026": a fact over the table, no label of it.
    return values.saysDatedFact(cell.text) || reading.isDate
      || (reading.hasMinutes && reading.hasPeriod && reading.number == nil && reading.text.contains(where: \.isNumber))
  }
}
