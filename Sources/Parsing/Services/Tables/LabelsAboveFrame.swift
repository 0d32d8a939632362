import Extraction
import IEPModel

/// The labels of a table's columns that are printed above its frame, as over the boxes of a form to fill in: each may
/// be one line or several.
struct LabelsAboveFrame {
  let reader: ServiceTableReader

  /// As many lines a label may have.
  private static let most = 3

  /// The table with its labels as the first row; `nil` where no lines above ask for a service's facts.
  /// - Parameter above: the lines over the table, from top to bottom.
  func headed(_ table: Table, by above: [TextLine]) -> Table? {
    var lines: [TextLine] = []
    var found: Table?
    for line in above.suffix(Self.most).reversed() {
      let floor = lines.first?.box.y0 ?? table.box.y0
      guard line.page == table.page, floor - line.box.y1 < (lines.isEmpty ? 24 : line.height * 0.7) else { break }
      lines.insert(line, at: 0)
      if let whole = headed(table, labels: lines), reader.recognizer.isServiceTable(whole) { found = whole }
    }
    return found
  }

  private func headed(_ table: Table, labels: [TextLine]) -> Table? {
    let first = table.cells.filter { $0.row == 0 && $0.columnSpan == 1 }
    var above: [Int: [TextLine]] = [:]
    for line in labels {
      guard let words = words(of: line, over: first) else { return nil }
      for (column, words) in words { above[column, default: []].append(TextLine(page: line.page, words: words)) }
    }
    let labelled = above.values.filter { reader.labels.service.fit(Unwrapping.text(of: $0)) >= 0.55 }
    guard above.count >= 3, labelled.count >= 3, labelled.count * 3 >= above.count * 2,
      let box = Box.around(labels.map(\.box))
    else { return nil }
    let header = (0..<table.columnCount).map { column in
      let cell = first.first { $0.column == column }
      return Cell(
        page: table.page,
        box: Box(x0: cell?.box.x0 ?? table.box.x0, y0: box.y0, x1: cell?.box.x1 ?? table.box.x1, y1: box.y1),
        lines: above[column] ?? [], row: 0, column: column)
    }
    let below = table.cells.map { cell in
      var moved = cell
      moved.row += 1
      return moved
    }
    return Table(
      kind: table.kind, page: table.page, box: table.box.union(box), cells: header + below,
      rowCount: table.rowCount + 1, columnCount: table.columnCount)
  }

  /// The words of a line by the column that they stand over; `nil` where some stand over none.
  private func words(of line: TextLine, over cells: [Cell]) -> [Int: [Word]]? {
    var result: [Int: [Word]] = [:]
    func owner(_ box: Box) -> Cell? { cells.first { $0.box.x0 - 2 <= box.midX && box.midX <= $0.box.x1 + 2 } }
    for group in line.groups {
      guard let box = Box.around(group.map(\.box)) else { continue }
      // Labels that stand close read as one.
      let isWithin = owner(box).map { $0.box.x0 - 3 <= box.x0 && box.x1 <= $0.box.x1 + 3 } ?? false
      for words in isWithin ? [group] : group.map({ [$0] }) {
        guard let box = Box.around(words.map(\.box)), let column = owner(box)?.column else { return nil }
        result[column, default: []] += words
      }
    }
    return result
  }
}
