import Extraction
import IEPModel

/// Rows that rules part only across, whose columns are set in lines of their own: a goal beside its facts in smaller
/// print, where no line of the one stands on a line of the other. Read line by line they would be woven together.
struct RowsBetweenRules {
  /// The least blank between two columns in points, in which no word of any row stands.
  private static let leastGutter = 5.0
  /// How far the lines of two columns stand from one height at least, in points.
  private static let leastStagger = 1.5
  /// Of a row, in points.
  private static let heights = 20.0...170.0

  let page: PageLayout
  /// Those that no table holds.
  let words: [Word]

  /// The tables, each with all words within its box.
  func tables() -> [Table] {
    let across = page.rules.filter { $0.isHorizontal && $0.box.width > page.width * 0.5 }.map(\.box)
      .sorted { ($0.x0.rounded(), $0.y0) < ($1.x0.rounded(), $1.y0) }
    var runs: [[Box]] = []
    for rule in across {
      if let last = runs.last?.last, abs(last.x0 - rule.x0) < 3, abs(last.x1 - rule.x1) < 3,
        Self.heights.contains(rule.midY - last.midY)
      {
        runs[runs.count - 1].append(rule)
      } else {
        runs.append([rule])
      }
    }
    return runs.compactMap(table)
  }

  private func table(between rules: [Box]) -> Table? {
    guard rules.count >= 3, let frame = Box.around(rules),
      !page.rules.contains(where: { !$0.isHorizontal && $0.box.height > 12 && crosses($0.box, frame) })
    else { return nil }
    let last = rules[rules.count - 1]
    var ends = rules.map(\.midY) + [endOfLastRow(below: last.midY, among: words(beside: last))].compactMap { $0 }
    let beside = words(beside: frame)
    var rows = zip(ends, ends.dropFirst()).map { top, bottom in
      beside.filter { $0.box.midY > top && $0.box.midY < bottom }
    }
    let gutters = self.gutters(in: rows, frame: frame)
    guard (1...4).contains(gutters.count) else { return nil }
    let edges = [frame.x0] + gutters + [frame.x1]
    let columns = edges.count - 1
    let header = header(above: rules[0].midY, among: words(beside: rules[0]), between: edges)
    if let top = header.map(\.box.y0).min() {
      ends.insert(top - 2, at: 0)
      rows.insert(header, at: 0)
    }
    var cells: [Cell] = []
    var staggered = 0
    for (row, words) in rows.enumerated() {
      let lines = (0..<columns).map { column in
        Chunking.lines(
          of: words.filter { edges[column] <= $0.box.midX && $0.box.midX < edges[column + 1] }, page: page.number)
      }
      if Self.areStaggered(lines) { staggered += 1 }
      for (column, lines) in lines.enumerated() {
        let box = Box(x0: edges[column], y0: ends[row], x1: edges[column + 1], y1: ends[row + 1])
        cells.append(Cell(page: page.number, box: box, lines: lines, row: row, column: column))
      }
    }
    guard staggered >= 2, staggered * 2 >= rows.count - (header.isEmpty ? 0 : 1) else { return nil }
    return Table(
      kind: .ruled, page: page.number, box: Box(x0: frame.x0, y0: ends[0], x1: frame.x1, y1: ends[ends.count - 1]),
      cells: cells, rowCount: rows.count, columnCount: columns)
  }

  /// Those between the ends of the rules, at any height.
  private func words(beside rule: Box) -> [Word] {
    words.filter { $0.box.x0 > rule.x0 - 3 && $0.box.x1 < rule.x1 + 3 }
  }

  private func crosses(_ rule: Box, _ frame: Box) -> Bool {
    rule.y0 < frame.y1 - 4 && rule.y1 > frame.y0 + 4 && rule.x0 > frame.x0 - 3 && rule.x1 < frame.x1 + 3
  }

  /// The labels over the columns, which may have no rule above them: none of their words stands across two columns.
  private func header(above rule: Double, among words: [Word], between edges: [Double]) -> [Word] {
    let above = words.filter { $0.box.midY < rule }.sorted { $0.box.y1 > $1.box.y1 }
    guard let last = above.first, rule - last.box.y1 < 12 else { return [] }
    var top = last.box.y0
    let header = above.prefix { word in
      guard top - word.box.y1 < last.box.height * 0.6 else { return false }
      top = min(top, word.box.y0)
      return true
    }
    let inner = edges.dropFirst().dropLast()
    let filled = zip(edges, edges.dropFirst()).count { left, right in
      header.contains { left < $0.box.midX && $0.box.midX < right }
    }
    let crosses = header.contains { word in inner.contains { word.box.x0 < $0 - 1 && word.box.x1 > $0 + 1 } }
    return filled >= 2 && filled + 1 >= edges.count - 1 && !crosses ? Array(header) : []
  }

  /// The last row may have no rule below it: it ends where the lines do.
  private func endOfLastRow(below rule: Double, among words: [Word]) -> Double? {
    let below = words.filter { $0.box.midY > rule }.sorted { $0.box.y0 < $1.box.y0 }
    guard let first = below.first, first.box.y0 - rule < 14 else { return nil }
    var end = first.box.y1
    for word in below where word.box.y0 - end < 8 { end = max(end, word.box.y1) }
    return end + 2
  }

  /// The middles of the blanks that run through all rows, each with words of most rows on either side.
  private func gutters(in rows: [[Word]], frame: Box) -> [Double] {
    let boxes = rows.joined().map(\.box).sorted { $0.x0 < $1.x0 }
    guard let first = boxes.first else { return [] }
    var gutters: [Double] = []
    var (begin, end) = (first.x0, first.x1)
    func isFilled(from left: Double, to right: Double) -> Bool {
      rows.count { row in row.contains { $0.box.midX > left && $0.box.midX < right } } * 3 >= rows.count * 2
    }
    for box in boxes.dropFirst() {
      if box.x0 - end >= Self.leastGutter, isFilled(from: begin, to: end), isFilled(from: box.x0, to: frame.x1 + 3) {
        gutters.append((end + box.x0) / 2)
        begin = box.x0
      }
      end = max(end, box.x1)
    }
    return gutters
  }

  /// Two columns of several lines each, most of which stand between those of the other.
  private static func areStaggered(_ columns: [[TextLine]]) -> Bool {
    columns.indices.contains { left in
      columns.indices.dropFirst(left + 1).contains { right in
        let (a, b) = (columns[left], columns[right])
        guard a.count >= 2, b.count >= 2 else { return false }
        let apart = b.dropFirst().count { line in !a.contains { abs($0.box.y1 - line.box.y1) < leastStagger } }
        return apart * 2 >= b.count
      }
    }
  }
}
