import IEPModel

/// Which rows at the top of a table are labels of a services grid, and what they say of each column.
struct ServiceTableHeader: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  /// Which rows at the top are headers; empty where the table has none that asks for services.
  func rows(of table: Table) -> Range<Int>? {
    for start in 0..<min(4, table.rowCount) {
      let cells = table.row(start).filter { !$0.isEmpty }
      guard cells.count >= 2 else { continue }
      let roles = cells.map { labels.service.matches($0.text).first }
      let fits = roles.filter { ($0?.score ?? 0) >= 0.55 }.count
      // Letters over boxes to tick are no labels by themselves.
      let worded = cells.filter { $0.text.utf8.count > 2 }.count
      guard fits >= 2, fits * 2 >= worded, !cells.contains(where: isValue) else { return nil }
      var end = start + 1
      while end < min(start + 4, table.rowCount) {
        let next = table.cells(startingIn: end).filter { !$0.isEmpty }
        let spanning = table.row(end).contains { $0.row < end }
        let labelled = next.filter { labels.service.fit($0.text) >= 0.55 && !isValue($0) }.count
        if divides(next, of: table, below: end - 1) {
          end += 1
          continue
        }
        if !next.isEmpty, labelled * 3 >= next.count * 2, next.count >= 2 || spanning, spanning || labelled >= 2 {
          end += 1
        } else {
          break
        }
      }
      return start..<end
    }
    return nil
  }

  /// Cells that stand only below headers across several columns, each in a part of one: "Reg. | Spec." below
  /// "Setting".
  private func divides(_ cells: [Cell], of table: Table, below row: Int) -> Bool {
    let wide = table.row(row).filter { $0.columnSpan > 1 && !$0.isEmpty && $0.columnSpan < table.columnCount }
    guard cells.count >= 2, !wide.isEmpty else { return false }
    return cells.allSatisfy { cell in
      cell.columnSpan == 1 && !TickColumn.isMark(cell.text) && !isValue(cell) && Rational(parsing: cell.text) == nil
        && wide.contains { $0.column <= cell.column && cell.column < $0.column + $0.columnSpan }
    }
  }

  /// The label of each column, of however many rows.
  func texts(of table: Table, rows: Range<Int>) -> [String] {
    (0..<table.columnCount).map { column in
      var parts: [String] = []
      for row in rows {
        for cell in table.row(row)
        where cell.column <= column && column < cell.column + cell.columnSpan && max(cell.row, rows.lowerBound) == row {
          if !cell.isEmpty {
            let isBroken = labels.service.fit(cell.text) < 0.8 && labels.service.fit(cell.tightText) >= 0.9
            parts.append(isBroken ? cell.tightText : cell.text)
          }
        }
      }
      return parts.joined(separator: " ")
    }
  }

  private func isValue(_ cell: Cell) -> Bool {
    let reading = values.read(cell.text)
    return reading.isDate
      || (reading.hasMinutes && reading.hasPeriod && reading.number == nil && reading.text.contains(where: \.isNumber))
  }
}
