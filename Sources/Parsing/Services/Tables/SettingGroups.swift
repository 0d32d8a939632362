import Extraction
import IEPModel

/// Columns of one kind under a heading for each setting, "Minutes | Sessions" below "Regular class" and again below
/// "Special class": a row gives a service in each setting that is filled in.
enum SettingGroups {
  /// The columns below the heading of a setting.
  private struct Group {
    let heading: Cell
    /// One for each label that all groups have.
    var columns: [Int]
    /// "Where" below "Other setting": the place in other words.
    var place: Int?
  }

  /// The table with a row a service and setting, and a column for the setting; `nil` where its header has no such groups.
  static func parted(_ table: Table, reader: ServiceTableReader) -> Table? {
    guard let header = reader.header.rows(of: table), header.count == 2 else { return nil }
    let headings = table.cells(startingIn: header.lowerBound).filter { $0.columnSpan > 1 && !$0.isEmpty }
    guard headings.count >= 2,
      headings.filter({ reader.values.vocabulary.locationCode(of: $0.text) != nil }).count >= 2,
      let groups = groups(headings, over: table.cells(startingIn: header.lowerBound + 1)),
      let width = groups.first?.columns.count
    else { return nil }

    let grouped = Set(headings.flatMap(\.columns))
    let plain = (0..<table.columnCount).filter { !grouped.contains($0) }
    let columns = plain.count + 1 + width
    var cells: [Cell] = []
    var rows = 0
    func put(_ cell: Cell?, at column: Int) {
      guard var cell else { return }
      (cell.row, cell.column, cell.rowSpan, cell.columnSpan) = (rows, column, 1, 1)
      cells.append(cell)
    }
    func put(_ row: Int, of group: Group, setting: Cell) {
      for (target, column) in plain.enumerated() {
        let cell = table.cell(row: row, column: column)
        // A label of one line stands in either row of the header.
        let isBlankLabel = row < header.upperBound && cell?.isEmpty ?? true
        put(isBlankLabel ? table.cell(row: header.lowerBound, column: column) : cell, at: target)
      }
      put(setting, at: plain.count)
      for (offset, column) in group.columns.enumerated() {
        put(table.cell(row: row, column: column), at: plain.count + 1 + offset)
      }
      rows += 1
    }
    // The column of settings has no label of its own on the page, but asks for one.
    let word = Word(text: "Setting", box: headings[0].box, fontName: "", fontSize: 0, isBold: false)
    let label = TextLine(page: table.page, words: [word])
    put(
      header.upperBound - 1, of: groups[0],
      setting: Cell(page: table.page, box: headings[0].box, lines: [label], row: 0, column: 0))
    for row in header.upperBound..<table.rowCount {
      func cell(_ column: Int?) -> Cell? {
        column.flatMap { table.cell(row: row, column: $0) }.flatMap { $0.isEmpty || $0.columnSpan > 1 ? nil : $0 }
      }
      let filled = groups.filter { group in group.columns.contains { cell($0) != nil } }
      for group in filled { put(row, of: group, setting: cell(group.place) ?? group.heading) }
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

  /// The columns below each heading: labels that are the same for all, and for some one more.
  private static func groups(_ headings: [Cell], over below: [Cell]) -> [Group]? {
    func labels(_ heading: Cell) -> [Cell] { below.filter { heading.columns.contains($0.column) } }
    guard let narrowest = headings.min(by: { $0.columnSpan < $1.columnSpan }),
      case let common = labels(narrowest).map(\.text), common.count == narrowest.columnSpan,
      Set(common).count == common.count
    else { return nil }
    var groups: [Group] = []
    for heading in headings {
      let labels = labels(heading)
      let same = labels.filter { common.contains($0.text) }
      let others = labels.filter { !common.contains($0.text) }
      guard same.map(\.text) == common, others.count <= 1 else { return nil }
      groups.append(Group(heading: heading, columns: same.map(\.column), place: others.first?.column))
    }
    return groups
  }
}
