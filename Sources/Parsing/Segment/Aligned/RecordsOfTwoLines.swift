import Extraction
import IEPModel

/// Records of two lines or more under two lines of labels with columns of their own, as a typewriter sets what one line
/// has no room for: "LN SERVICE | MIN | PER | BEGIN" over "MODE | LOCATION | GOALS", the lower ones set in. The table has
/// a row a record: what the lower lines say stands in columns behind those of the first.
struct RecordsOfTwoLines {
  let cues: AlignedTableCues

  /// How far the lower lines are set in, at least, in points.
  private static let inset = 6.0
  private static let slack = 3.0

  /// The table whose labels begin at a line, and the index of the line behind it; `nil` where none begins there.
  func table(at index: Int, in lines: [TextLine], isHeading: (TextLine) -> Bool) -> (table: Table, end: Int)? {
    guard index + 2 < lines.count, case let (upper, lower) = (lines[index], lines[index + 1]), isHeader(upper, lower)
    else { return nil }
    var rows: [Row] = []
    var end = index + 2
    while end < lines.count {
      let (line, above) = (lines[end], lines[end - 1])
      guard line.page == upper.page, line.box.y0 - above.box.y1 < max(line.height, 8) * 4 else { break }
      if case .record(let first, let more)? = rows.last,
        lower.chunks.contains(where: { abs($0.box.x0 - line.box.x0) < Self.slack })
      {
        rows[rows.count - 1] = .record(first, more + [line])
      } else if cues.isBandLine(line) {
        rows.append(.band(line))
      } else if isHeading(line) {
        break
      } else if abs(line.box.x0 - upper.box.x0) < Self.slack, line.chunks.count >= 3 {
        rows.append(.record(line, []))
      } else {
        break
      }
      end += 1
    }
    while case .band? = rows.last {
      rows.removeLast()
      end -= 1
    }
    let records = rows.compactMap { if case .record(let first, let more) = $0 { (first, more) } else { nil } }
    let whole = records.filter { first, more in first.words.contains { cues.isAnchor($0.text) } && !more.isEmpty }
    guard !records.isEmpty, whole.count * 3 >= records.count * 2,
      let table = table(of: rows, upper: upper, lower: lower, records: records)
    else { return nil }
    return (table, end)
  }

  private enum Row {
    case band(TextLine)
    case record(TextLine, [TextLine])
  }

  /// Labels over labels that are set in, under none of which they go on.
  private func isHeader(_ upper: TextLine, _ lower: TextLine) -> Bool {
    guard upper.page == lower.page, upper.chunks.count >= 3, (2...).contains(lower.chunks.count),
      lower.box.y0 - upper.box.y1 < max(upper.height, 6), upper.isBold == lower.isBold,
      lower.box.x0 - upper.box.x0 >= Self.inset,
      !upper.words.contains(where: { abs($0.box.x0 - lower.box.x0) < Self.slack }),
      [upper, lower].allSatisfy({ line in line.words.allSatisfy { $0.field == nil && !Ticks.isTick($0) } }),
      lower.chunks.allSatisfy({ isLabel($0.text) })
    else { return false }
    let fits = upper.chunks.filter { cues.labelFit($0.text) >= 0.6 }.count
    return fits >= 3 && fits * 2 >= upper.chunks.count
  }

  /// "LOCATION", "LOCATION / PROVIDER".
  private func isLabel(_ text: String) -> Bool {
    guard !text.contains(":"), !cues.isAnchor(text) else { return false }
    if cues.labelFit(text) >= 0.9 { return true }
    let halves = text.split(separator: "/").map { String($0).trimmingBlanks }
    return halves.count == 2 && halves.allSatisfy { cues.labelFit($0) >= 0.7 }
  }

  private func table(
    of rows: [Row], upper: TextLine, lower: TextLine, records: [(TextLine, [TextLine])]
  ) -> Table? {
    let first = columns(under: upper, body: records.map(\.0))
    let second = columns(under: lower, body: records.flatMap(\.1))
    let (left, right) = (first.edges.count + 1, second.edges.count + 1)
    var cells: [Cell] = []
    func put(_ lines: [TextLine], in columns: AlignedColumns, from start: Int, row: Int) {
      guard let box = Box.around(lines.map(\.box)) else { return }
      for column in 0...columns.edges.count {
        let own = lines.compactMap { line -> TextLine? in
          let words = line.words.filter { columns.column(of: $0) == column }
          return words.isEmpty ? nil : TextLine(page: line.page, words: words)
        }
        let bounds = [min(box.x0, upper.box.x0)] + columns.edges + [max(box.x1, upper.box.x1, lower.box.x1)]
        cells.append(
          Cell(
            page: upper.page, box: Box(x0: bounds[column], y0: box.y0, x1: bounds[column + 1], y1: box.y1), lines: own,
            row: row, column: start + column))
      }
    }
    put([upper], in: first, from: 0, row: 0)
    put([lower], in: second, from: left, row: 0)
    for (row, kind) in rows.enumerated() {
      switch kind {
      case .band(let line):
        cells.append(
          Cell(page: line.page, box: line.box, lines: [line], row: row + 1, column: 0, columnSpan: left + right))
      case .record(let line, let more):
        put([line], in: first, from: 0, row: row + 1)
        put(more, in: second, from: left, row: row + 1)
      }
    }
    guard let box = Box.around(cells.map(\.box)) else { return nil }
    return Table(
      kind: .aligned, page: upper.page, box: box, cells: cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) },
      rowCount: rows.count + 1, columnCount: left + right)
  }

  private func columns(under labels: TextLine, body: [TextLine]) -> AlignedColumns {
    AlignedColumns(
      under: AlignedHeader(lines: 0..<1, columns: labels.chunks.map(\.box)), printed: [labels], body: body, cues: cues)
  }
}
