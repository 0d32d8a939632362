import IEPModel

/// Cuts a table at rows that are headings of sections.
enum TableCutter {
  enum Part {
    case heading(SectionCode, TextLine)
    case rows(Table)
  }

  /// - Parameter isHeading: asked of the cells beside which their rows hold nothing.
  static func parts(of table: Table, isHeading: (Cell) -> SectionCode?) -> [Part] {
    var parts: [Part] = []
    var start = 0
    func close(at end: Int) {
      if end > start, let rows = slice(table, start..<end) { parts.append(.rows(rows)) }
    }
    for row in 0..<table.rowCount {
      let filled = table.row(row).filter { !$0.isEmpty }
      guard filled.count == 1, let cell = filled.first, cell.rowSpan == 1, let line = cell.lines.first,
        let code = isHeading(cell)
      else { continue }
      close(at: row)
      let whole = TextLine(page: cell.page, words: cell.lines.flatMap(\.words))
      parts.append(.heading(code, cell.lines.count == 1 ? line : whole))
      start = row + 1
    }
    close(at: table.rowCount)
    return parts
  }

  /// "ACCOMMODATIONS" across the columns over labels of its own, "Type | Where | Dates", and their rows, where no row above
  /// has such columns: another table that the form draws in one frame with the one above. Explanations and groups may
  /// stand across the columns among them.
  static func opensOtherColumns(below band: Cell, in table: Table) -> Bool {
    func columns(_ row: Int) -> [Range<Int>] {
      table.cells(startingIn: row).map(\.columns)
    }
    let above = (0..<band.row).map(columns).filter { $0.count > 1 }
    let rows = (band.row + 1)..<max(band.row + 1, table.rowCount)
    guard let head = rows.first(where: { columns($0).count > 1 }), !above.isEmpty, head - band.row <= 2 else {
      return false
    }
    let labels = columns(head)
    let below = (head..<table.rowCount).prefix { columns($0).count == 1 || columns($0) == labels }
    return below.count { columns($0) == labels } > 1 && !above.contains(labels)
      && table.cells(startingIn: head).allSatisfy { !$0.isEmpty && !$0.text.contains(where: \.isNumber) }
  }

  /// Below a band stands a row of labels, perhaps under an explanation, and below that, perhaps under another band, a row
  /// with a figure in it: "Service | How often | Min | Where" over "Speech | weekly | 30 | Room 4".
  static func opensLabels(below band: Cell, in table: Table, isLabel: (String) -> Bool) -> Bool {
    let rows = ((band.row + 1)..<max(band.row + 1, table.rowCount)).map { row in
      table.cells(startingIn: row).filter { !$0.isEmpty }
    }
    guard let head = rows.prefix(2).firstIndex(where: { $0.count >= 4 }),
      rows[head].allSatisfy({ $0.text.utf8.count <= 32 && !$0.text.contains(where: \.isNumber) }),
      rows[head].count(where: { isLabel($0.text) }) * 2 > rows[head].count,
      let first = rows[(head + 1)...].prefix(2).first(where: { $0.count >= 3 }),
      case let asked = rows[head].map(\.text),
      // The labels again over the next group of rows.
      !(0..<band.row).contains(where: { row in
        table.cells(startingIn: row).filter { !$0.isEmpty }.map(\.text) == asked
      })
    else { return false }
    return first.contains { $0.text.contains(where: \.isNumber) }
  }

  /// The rows of a range as a table of their own.
  static func slice(_ table: Table, _ rows: Range<Int>) -> Table? {
    let cells = table.cells.filter { rows.contains($0.row) }.map { cell in
      var cell = cell
      cell.row -= rows.lowerBound
      cell.rowSpan = min(cell.rowSpan, rows.upperBound - rows.lowerBound - cell.row)
      return cell
    }
    guard let box = Box.around(cells.map(\.box)) else { return nil }
    return Table(
      kind: table.kind, page: table.page, box: box, cells: cells, rowCount: rows.count,
      columnCount: table.columnCount)
  }
}
