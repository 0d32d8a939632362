import Extraction
import IEPModel

@testable import Parsing

/// Tables cell by cell, without a page under them.
enum Grid {
  /// - Parameter rows: one text a column, its lines parted by "\n"; `nil` where the cell to the left goes on into the
  ///   column, "^" where the cell above goes on into the row.
  static func table(_ rows: [[String?]], page: Int = 1, kind: Table.Kind = .ruled, top: Double = 0) -> Table {
    var cells: [Cell] = []
    let (width, height) = (110.0, 60.0)
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        if text == "^" {
          if let above = cells.lastIndex(where: { $0.column == column }) {
            cells[above].rowSpan += 1
            cells[above].box.y1 += height
          }
          continue
        }
        guard let text else {
          cells[cells.count - 1].columnSpan += 1
          cells[cells.count - 1].box.x1 += width
          continue
        }
        let (x, y) = (Double(column) * width, top + Double(row) * height)
        let lines = text.split(separator: "\n").enumerated().map { index, line in
          TextLine(page: page, words: Word.run(String(line), x: x + 2, y: y + 11 * Double(index)))
        }
        cells.append(
          Cell(
            page: page, box: Box(x0: x, y0: y, x1: x + width, y1: y + height), lines: lines, row: row, column: column))
      }
    }
    let columns = rows.first?.count ?? 0
    return Table(
      kind: kind, page: page,
      box: Box(x0: 0, y0: top, x1: width * Double(columns), y1: top + height * Double(rows.count)), cells: cells,
      rowCount: rows.count, columnCount: columns)
  }
}
