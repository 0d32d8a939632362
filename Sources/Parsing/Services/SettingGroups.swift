import Extraction
import IEPModel

/// Columns of one kind under a heading for each setting, "Minutes | Sessions" below "Regular class" and again below
/// "Special class": a row gives a service in each setting that is filled in.
enum SettingGroups {
  /// The table with a row a service and setting, and a column for the setting; `nil` where its header has no such groups.
  static func parted(_ table: Table, reader: ServiceTableReader) -> Table? {
    guard let header = reader.header.rows(of: table), header.count == 2 else { return nil }
    let groups = table.cells(startingIn: header.lowerBound).filter { $0.columnSpan > 1 && !$0.isEmpty }
    guard groups.count >= 2, let width = groups.first?.columnSpan, groups.allSatisfy({ $0.columnSpan == width }),
      groups.filter({ reader.values.vocabulary.locationCode(of: $0.text) != nil }).count >= 2
    else { return nil }
    func below(_ group: Cell) -> [Cell] {
      table.cells(startingIn: header.lowerBound + 1).filter {
        group.column <= $0.column && $0.column < group.column + width
      }
    }
    let labels = below(groups[0])
    guard labels.count == width, groups.allSatisfy({ below($0).map(\.text) == labels.map(\.text) }),
      Set(labels.map(\.text)).count == width
    else { return nil }

    let grouped = Set(groups.flatMap { $0.column..<($0.column + width) })
    let plain = (0..<table.columnCount).filter { !grouped.contains($0) }
    let columns = plain.count + 1 + width
    var cells: [Cell] = []
    var rows = 0
    func put(_ cell: Cell?, at column: Int) {
      guard var cell else { return }
      (cell.row, cell.column, cell.rowSpan, cell.columnSpan) = (rows, column, 1, 1)
      cells.append(cell)
    }
    func put(_ row: Int, of group: Cell, setting: Cell) {
      for (target, column) in plain.enumerated() { put(table.cell(row: row, column: column), at: target) }
      put(setting, at: plain.count)
      for offset in 0..<width {
        put(table.cell(row: row, column: group.column + offset), at: plain.count + 1 + offset)
      }
      rows += 1
    }
    // The column of settings has no label of its own on the page, but asks for one.
    let word = Word(text: "Setting", box: groups[0].box, fontName: "", fontSize: 0, isBold: false)
    let label = TextLine(page: table.page, words: [word])
    put(
      header.upperBound - 1, of: groups[0],
      setting: Cell(page: table.page, box: groups[0].box, lines: [label], row: 0, column: 0))
    for row in header.upperBound..<table.rowCount {
      let filled = groups.filter { group in
        (0..<width).contains { table.cell(row: row, column: group.column + $0).map { !$0.isEmpty } ?? false }
      }
      for group in filled { put(row, of: group, setting: group) }
      guard filled.isEmpty else { continue }
      for var cell in table.cells(startingIn: row) {
        // A heading across the columns.
        cell.columnSpan = cell.columnSpan * 2 > table.columnCount ? columns : 1
        cell.column = min(cell.column, columns - 1)
        (cell.row, cell.rowSpan) = (rows, 1)
        cells.append(cell)
      }
      rows += 1
    }
    return Table(kind: table.kind, page: table.page, box: table.box, cells: cells, rowCount: rows, columnCount: columns)
  }
}
