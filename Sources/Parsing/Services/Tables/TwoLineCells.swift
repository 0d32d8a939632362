import Extraction
import IEPModel

/// Rows of cells with two lines each under labels of two rows: "Service | How much | Begins" over "Where | Who helps | Runs
/// to". Each such row becomes two, as other forms print it.
struct TwoLineCells {
  let reader: ServiceTableReader

  /// - Returns: `nil` where the rows are of another make.
  func parted(_ table: Table) -> Table? {
    guard let header = reader.header.rows(of: table), header.count == 2, isOfPairs(table, header) else { return nil }
    let lower = (0..<table.columnCount).map { table.cell(row: header.lowerBound + 1, column: $0)?.text ?? "" }
    let asked = lower.map { reader.labels.service.exact($0).first }
    guard asked.count(where: { $0 != nil }) >= 3, !asked.contains(.service) else { return nil }
    let body = (header.upperBound..<table.rowCount).filter { reader.bands.band(of: table, row: $0) == nil }
    // A blank was left out here and there.
    let filled = body.flatMap { row in
      asked.indices.filter { asked[$0] != nil }.compactMap { table.cell(row: row, column: $0) }
    }.filter { !$0.isEmpty }
    guard filled.count >= 3, filled.count(where: { $0.lines.count > 1 }) * 5 >= filled.count * 3 else { return nil }
    var cells: [Cell] = []
    var rows = 0
    for row in 0..<table.rowCount {
      let isRecord = body.contains(row)
      for printed in table.cells(startingIn: row) {
        var cell = printed
        (cell.row, cell.rowSpan) = (rows, 1)
        guard isRecord else {
          cells.append(cell)
          continue
        }
        var parts = halves(of: cell, asked: asked[cell.column])
        parts.lower.row += 1
        cells += [parts.upper, parts.lower]
      }
      rows += isRecord ? 2 : 1
    }
    return Table(
      kind: table.kind, page: table.page, box: table.box,
      cells: cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }, rowCount: rows,
      columnCount: table.columnCount)
  }

  /// Both rows of labels have a cell for each column.
  private func isOfPairs(_ table: Table, _ header: Range<Int>) -> Bool {
    header.allSatisfy { row in
      table.cells(startingIn: row).map(\.column) == Array(0..<table.columnCount)
    }
  }

  /// What a cell says to either label, the second part from the first line on from which the rest answers the lower one;
  /// where none tells, the last line. A cell without a lower label, or of one line, answers the upper alone.
  private func halves(of cell: Cell, asked: ServiceRole?) -> (upper: Cell, lower: Cell) {
    var (upper, lower) = (cell, cell)
    var cut = cell.lines.count
    if cut > 1, cell.columnSpan == 1, let asked {
      cut =
        (1..<cut).first { index in
          reader.values.read(Unwrapping.text(of: Array(cell.lines[index...]))).support(asked) >= 0.5
        } ?? cut - 1
    }
    (upper.lines, lower.lines) = (Array(cell.lines[..<cut]), Array(cell.lines[cut...]))
    return (upper, lower)
  }

  /// Rows of such cells on the next page, without their labels, in the columns of those before; `nil` where they stand
  /// otherwise.
  func goingOn(_ table: Table, from signature: ServiceTableReader.Signature) -> Table? {
    let width = table.columnCount
    guard width >= 3, signature.columns.count == width * 2,
      zip(table.columnEdges, signature.edges.prefix(width)).allSatisfy({ abs($0.0 - $1.0) < 6 })
    else { return nil }
    var cells: [Cell] = []
    for cell in table.cells {
      if cell.columnSpan == width {
        var band = cell
        band.columnSpan = width * 2
        cells.append(band)
        continue
      }
      var parts = halves(of: cell, asked: signature.columns[width + cell.column].role)
      parts.lower.column += width
      cells.append(parts.upper)
      if !parts.lower.lines.isEmpty { cells.append(parts.lower) }
    }
    return Table(
      kind: table.kind, page: table.page, box: table.box,
      cells: cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }, rowCount: table.rowCount,
      columnCount: width * 2)
  }
}
