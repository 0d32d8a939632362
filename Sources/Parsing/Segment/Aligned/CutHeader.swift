import Extraction
import IEPModel

/// Labels of two rows that a page's end parts: the upper ones stand as lines at the foot of the page before, the lower
/// ones, each under one that spans columns, begin the ruled table at the head of the next.
enum CutHeader {
  /// The blocks with such upper labels as the first row of their table.
  static func mended(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    for block in blocks {
      if case .table(let table) = block, table.kind == .ruled, result.last?.page == table.page - 1,
        let columns = columns(of: table), let lower = lowerLabels(of: table)
      {
        let upper = labels(endingIn: result, columns: columns)
        if let whole = headed(table, by: upper, lower: lower, columns: columns) {
          result.removeLast(upper.count)
          result.append(.table(whole))
          continue
        }
      }
      result.append(block)
    }
    return result
  }

  /// The columns' boxes, where each has a cell of its own.
  private static func columns(of table: Table) -> [Box]? {
    guard table.rowCount >= 2, table.columnCount >= 4 else { return nil }
    let boxes = (0..<table.columnCount).compactMap { column in
      table.cells.first { $0.column == column && $0.columnSpan == 1 }?.box
    }
    return boxes.count == table.columnCount ? boxes : nil
  }

  /// The columns in which the first row has a label, if they stand side by side and others are blank.
  private static func lowerLabels(of table: Table) -> ClosedRange<Int>? {
    let filled = table.row(0).filter { !$0.isEmpty }
    let columns = filled.map(\.column)
    guard filled.count >= 2, let first = columns.min(), let last = columns.max(), last - first + 1 == filled.count,
      filled.count + 2 <= table.columnCount,
      filled.allSatisfy({ $0.rowSpan == 1 && $0.columnSpan == 1 && !$0.text.contains(where: \.isNumber) })
    else { return nil }
    return first...last
  }

  /// The last lines of a page that stand as close as those of one cell, from the top.
  private static func labels(endingIn blocks: [Block], columns: [Box]) -> [TextLine] {
    guard let left = columns.first?.x0, let right = columns.last?.x1 else { return [] }
    var lines: [TextLine] = []
    for block in blocks.suffix(3).reversed() {
      guard case .line(let line) = block, line.box.x0 > left - 3, line.box.x1 < right + 3,
        !line.text.contains(where: \.isNumber), line.words.allSatisfy({ $0.field == nil })
      else { break }
      if let below = lines.first {
        guard line.page == below.page, below.box.y0 - line.box.y1 < line.height * 0.6,
          abs(line.fontSize - below.fontSize) < 0.3, line.isBold == below.isBold
        else { break }
      }
      lines.insert(line, at: 0)
    }
    return lines
  }

  /// - Parameter lower: the columns under the one label that spans them.
  private static func headed(
    _ table: Table, by upper: [TextLine], lower: ClosedRange<Int>, columns: [Box]
  ) -> Table? {
    guard let bottom = upper.last?.box.y1 else { return nil }
    let shift = table.box.y0 - bottom - 2
    var words: [Int: [[Word]]] = [:]
    for line in upper.map({ $0.moved(to: $0.box.y0 + shift, onPage: table.page) }) {
      var parts: [Int: [Word]] = [:]
      for group in line.groups {
        guard let box = Box.around(group.map(\.box)),
          let column = columns.firstIndex(where: { $0.x0 - 3 < box.x0 && box.x0 < $0.x1 }),
          case let isOver = lower.contains(column),
          box.x1 < columns[isOver ? lower.upperBound : column].x1 + 3
        else { return nil }
        parts[isOver ? lower.lowerBound : column, default: []] += group
      }
      for (column, group) in parts { words[column, default: []].append(group) }
    }
    let asked = columns.indices.filter { $0 == lower.lowerBound || !lower.contains($0) }
    guard asked.allSatisfy({ words[$0] != nil }) else { return nil }
    let top = upper[0].box.y0 + shift - 2
    let head = asked.map { column in
      let last = lower.contains(column) ? lower.upperBound : column
      let isOver = lower.contains(column)
      let box = Box(
        x0: columns[column].x0, y0: top, x1: columns[last].x1, y1: isOver ? table.box.y0 : columns[column].y1)
      let lines = (words[column] ?? []).map { TextLine(page: table.page, words: $0) }
      return Cell(
        page: table.page, box: box, lines: lines, row: 0, column: column, rowSpan: isOver ? 1 : 2,
        columnSpan: last - column + 1)
    }
    let rest = table.cells.filter { $0.row > 0 || lower.contains($0.column) }.map { cell in
      var cell = cell
      cell.row += 1
      return cell
    }
    var whole = table
    whole.cells = head + rest
    whole.rowCount += 1
    whole.box.y0 = top
    return whole
  }
}
