import Extraction
import IEPModel

/// Brings a table of services to the usual shape, a header and a row a service, where the form sets it otherwise.
enum ServiceTableShape {
  /// - Parameter heading: the lines right above the table, from top to bottom.
  static func settled(_ printed: Table, under heading: [TextLine], reader: ServiceTableReader) -> Table {
    let present = PastColumns.removed(from: RepeatedHeaders.aligned(printed), labels: reader.labels)
    let table =
      LowerLines(labels: reader.labels.service).folded(present, header: reader.header.rows(of: present)) ?? present
    let header = reader.header.rows(of: table)
    if header.map({ repeatsOneLabel(table, rows: $0, reader: reader) }) ?? true {
      if table.columnCount >= 3, table.rowCount >= 3, !saysFactsAcross(table),
        reader.recognizer.isServiceTable(table.transposed)
      {
        return table.transposed
      }
      if header == nil, let headed = LabelsAboveFrame(reader: reader).headed(table, by: heading) { return headed }
    }
    let records = TwoLineCells(reader: reader).parted(table).flatMap { paired($0, reader: reader) }
    return records ?? paired(table, reader: reader) ?? SettingGroups.parted(table, reader: reader) ?? table
  }

  /// A table whose records stand in columns, with its rows on the next page; `nil` where it does not go on there.
  static func continued(_ table: Table, by next: Block?, under heading: [TextLine], reader: ServiceTableReader)
    -> Table?
  {
    guard case .table(let rest) = next, rest.page == table.page + 1, rest.columnCount == table.columnCount,
      table.columnCount >= 3, zip(table.columnEdges, rest.columnEdges).allSatisfy({ abs($0.0 - $1.0) < 6 }),
      isTurned(table, under: heading, reader: reader), !asksAgain(rest, reader: reader)
    else { return nil }
    var whole = table.over(rest)
    (whole.kind, whole.page, whole.box) = (table.kind, table.page, table.box)
    return isTurned(whole, under: heading, reader: reader) ? whole : nil
  }

  /// Whether its columns are records that read as the rows of the turned table.
  private static func isTurned(_ table: Table, under heading: [TextLine], reader: ServiceTableReader) -> Bool {
    table.rowCount >= 3 && settled(table, under: heading, reader: reader) == table.transposed
  }

  /// A row of it asks for services: it is a table of its own.
  private static func asksAgain(_ table: Table, reader: ServiceTableReader) -> Bool {
    table.cells.contains { $0.column == 0 && reader.labels.service.exact($0.text).first == .service }
  }

  /// "Goal area: organization" across all columns: a fact of what stands in the table, no cell of a record.
  private static func saysFactsAcross(_ table: Table) -> Bool {
    table.cells.contains { $0.columnSpan == table.columnCount && $0.text.contains(": ") }
  }

  /// "Fact | Service 1 | Service 2": a header whose labels count the services asks for nothing that a grid asks for.
  private static func repeatsOneLabel(_ table: Table, rows: Range<Int>, reader: ServiceTableReader) -> Bool {
    let asked = Set(
      reader.header.texts(of: table, rows: rows).compactMap {
        reader.labels.service.matches($0).first.flatMap { $0.score >= 0.5 ? $0.role : nil }
      })
    return asked.count <= 1
  }

  /// A record of two rows under a header of two: "Service | Provider" over "Amount | Location | Begin | End".
  private static func paired(_ table: Table, reader: ServiceTableReader) -> Table? {
    guard let header = reader.header.rows(of: table), header.count == 2 else { return nil }
    func shape(_ row: Int) -> [[Int]] { table.cells(startingIn: row).map { [$0.column, $0.columnSpan] } }
    let (upper, lower) = (shape(header.lowerBound), shape(header.lowerBound + 1))
    guard upper.count >= 2, lower.count >= 2 else { return nil }
    let body = header.upperBound..<table.rowCount
    let pairs: [Int]
    if upper == lower {
      pairs = alternating(table, header: header, reader: reader)
    } else {
      pairs = body.filter { $0 + 1 < table.rowCount && shape($0) == upper && shape($0 + 1) == lower }
      let named = table.cells(startingIn: header.lowerBound).filter { !reader.labels.service.exact($0.text).isEmpty }
      guard named.count == upper.count, !body.contains(where: { shape($0) == lower && !pairs.contains($0 - 1) })
      else { return nil }
    }
    guard !pairs.isEmpty else { return nil }
    // The cells of the second row stand behind those of the first.
    let width = table.columnCount
    var cells: [Cell] = []
    var rows = 0
    func put(_ row: Int, shift: Int, onto target: Int) {
      for cell in table.cells(startingIn: row) {
        var moved = cell
        moved.row = target
        moved.rowSpan = 1
        moved.column += shift
        if shift == 0, cell.columnSpan < width { moved.columnSpan = 1 }
        cells.append(moved)
      }
    }
    var row = 0
    while row < table.rowCount {
      let isPair = row == header.lowerBound || pairs.contains(row)
      put(row, shift: 0, onto: rows)
      if isPair { put(row + 1, shift: width, onto: rows) }
      row += isPair ? 2 : 1
      rows += 1
    }
    for index in cells.indices where cells[index].columnSpan == width { cells[index].columnSpan = width * 2 }
    return Table(
      kind: table.kind, page: table.page, box: table.box,
      cells: cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }, rowCount: rows, columnCount: width * 2)
  }

  /// The first rows of records whose two rows have the same columns: "Service | Provider | Start" over "Amount | Location |
  /// End". Only what stands in them tells such rows from single ones.
  private static func alternating(_ table: Table, header: Range<Int>, reader: ServiceTableReader) -> [Int] {
    let labels = header.map { row in (0..<table.columnCount).map { table.cell(row: row, column: $0)?.text ?? "" } }
    let asked = labels.map { $0.map { reader.labels.service.exact($0).first } }
    let body = (header.upperBound..<table.rowCount).filter { reader.bands.band(of: table, row: $0) == nil }
    let differing = (0..<table.columnCount).filter { asked[0][$0] != asked[1][$0] && asked[1][$0] != nil }
    guard body.count >= 2, body.count.isMultiple(of: 2), differing.count * 2 >= table.columnCount, differing.count >= 3,
      asked[0].contains(.service), !asked[1].contains(.service)
    else { return [] }
    let pairs = stride(from: 0, to: body.count, by: 2).map { (body[$0], body[$0 + 1]) }
    guard pairs.allSatisfy({ $0.0 + 1 == $0.1 }) else { return [] }
    // Figures beside names: the rows fit their own labels clearly better than each other's.
    func fit(_ row: Int, _ roles: [ServiceRole?]) -> Double {
      differing.reduce(0) { sum, column in
        let text = table.cell(row: row, column: column)?.text ?? ""
        return sum + (roles[column].map { reader.values.read(text).support($0) } ?? 0)
      }
    }
    let own = pairs.reduce(0) { $0 + fit($1.0, asked[0]) + fit($1.1, asked[1]) }
    let other = pairs.reduce(0) { $0 + fit($1.0, asked[1]) + fit($1.1, asked[0]) }
    return own > other * 1.4 ? pairs.map(\.0) : []
  }
}
