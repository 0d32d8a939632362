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
        guard isRecord, cell.lines.count > 1, cell.columnSpan == 1, let role = asked[cell.column] else {
          cells.append(cell)
          if isRecord { cells.append(rest(of: cell, from: cell.lines.count)) }
          continue
        }
        let cut = cut(of: cell.lines, before: role)
        cells.append(rest(of: cell, from: cut))
        cell.lines = Array(cell.lines[..<cut])
        cells.append(cell)
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

  /// The first line from which the rest answers the lower label; the last line where none tells.
  private func cut(of lines: [TextLine], before role: ServiceRole) -> Int {
    (1..<lines.count).first { index in
      reader.values.read(Unwrapping.text(of: Array(lines[index...]))).support(role) >= 0.5
    } ?? lines.count - 1
  }

  private func rest(of cell: Cell, from line: Int) -> Cell {
    var rest = cell
    rest.row += 1
    rest.lines = Array(cell.lines[line...])
    return rest
  }

  /// Rows of such cells on the next page, without their labels, in the columns of those before; `nil` where they stand
  /// otherwise.
  func goingOn(_ table: Table, from signature: ServiceTableReader.Signature) -> Table? {
    let width = table.columnCount
    guard width >= 3, signature.columns.count == width * 2,
      zip(table.columnEdges, signature.edges.prefix(width)).allSatisfy({ abs($0.0 - $1.0) < 6 })
    else { return nil }
    var cells: [Cell] = []
    for printed in table.cells {
      var cell = printed
      if cell.columnSpan == width {
        cell.columnSpan = width * 2
      } else if cell.columnSpan == 1, cell.lines.count > 1, let role = signature.columns[width + cell.column].role {
        let cut = cut(of: cell.lines, before: role)
        var lower = cell
        lower.column += width
        lower.lines = Array(cell.lines[cut...])
        cells.append(lower)
        cell.lines = Array(cell.lines[..<cut])
      }
      cells.append(cell)
    }
    return Table(
      kind: table.kind, page: table.page, box: table.box,
      cells: cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }, rowCount: table.rowCount,
      columnCount: width * 2)
  }
}
