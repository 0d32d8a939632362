import Extraction
import IEPModel

/// Rows of two lines, of which the lower one is a single box behind the service's name: "Speech | 9/8/2025 | 20 min"
/// over "Provided by: SLP   Comments: individual". What the lower line says comes to stand in columns of its own.
struct LowerLines {
  let labels: LabelTable<ServiceRole>

  /// A text of a lower line with its label; none where the line prints it bare.
  private struct Piece {
    var label: [Word]
    var lines: [TextLine]
    var name: String { label.map(\.text).joined(separator: " ").trimmingColon }
  }

  /// The table with a line a service; `nil` where its rows are not set so.
  /// - Parameter header: the rows of its labels.
  func folded(_ table: Table, header: Range<Int>?) -> Table? {
    let lower = (0..<table.rowCount).filter { box(below: $0, of: table) != nil }
    let first = header?.lowerBound ?? 0
    let body = lower.filter { $0 > first + (header == nil ? 0 : 1) }
    guard !body.isEmpty, table.rowCount - lower.count > (header == nil ? 0 : 1) else { return nil }
    // Below the labels stands the label of what has none of its own.
    let asked = lower.first { $0 == first + 1 && header != nil || $0 == 0 }.flatMap { box(below: $0, of: table) }
    let said = body.compactMap { row in box(below: row, of: table).map { (row: row, box: $0, pieces: pieces(of: $0)) } }
    var names: [String] = []
    for piece in said.flatMap(\.pieces) where !names.contains(piece.name) { names.append(piece.name) }
    guard !names.isEmpty, names.contains(where: { !$0.isEmpty }) || asked != nil else { return nil }

    func moved(_ row: Int) -> Int { row - lower.count { $0 < row } }
    var cells = table.cells.filter { !lower.contains($0.row) }.map { cell in
      var cell = cell
      cell.rowSpan -= lower.count { cell.row < $0 && $0 < cell.row + cell.rowSpan }
      if cell.columnSpan == table.columnCount { cell.columnSpan += names.count }
      cell.row = moved(cell.row)
      return cell
    }
    for (offset, name) in names.enumerated() {
      let column = table.columnCount + offset
      let holders = said.compactMap { row, box, pieces in
        pieces.first { $0.name == name }.map { (row: row, box: box, piece: $0) }
      }
      if header != nil, let one = holders.first {
        let label = name.isEmpty ? asked?.lines ?? [] : [TextLine(page: one.box.page, words: one.piece.label)]
        cells.append(Cell(page: one.box.page, box: one.box.box, lines: label, row: moved(first), column: column))
      }
      for (row, box, piece) in holders {
        cells.append(Cell(page: box.page, box: box.box, lines: piece.lines, row: moved(row - 1), column: column))
      }
    }
    return Table(
      kind: table.kind, page: table.page, box: table.box,
      cells: cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) },
      rowCount: table.rowCount - lower.count, columnCount: table.columnCount + names.count)
  }

  /// The one box of a lower line: what stands beside it began in the row above, or was cut off by the page's end.
  private func box(below row: Int, of table: Table) -> Cell? {
    let own = table.cells(startingIn: row)
    guard own.count == 1, let box = own.first, box.column > 0, !box.isEmpty, box.columnSpan * 2 > table.columnCount,
      box.column + box.columnSpan == table.columnCount, box.rowSpan == 1
    else { return nil }
    guard row > 0 else { return box }
    let above = table.cells(startingIn: row - 1)
    let beside = above.filter { $0.column < box.column }
    return above.count >= 3 && !beside.isEmpty && beside.allSatisfy { $0.rowSpan == 2 } ? box : nil
  }

  /// "Provided by: SLP   Comments: individual": each label with what follows it.
  private func pieces(of box: Cell) -> [Piece] {
    var pieces: [Piece] = []
    for line in box.lines {
      var rest = line.words[...]
      while !rest.isEmpty {
        let found = rest.indices.lazy.compactMap { start in self.label(in: rest[start...]).map { (start, $0) } }.first
        let text = Array(rest[..<(found?.0 ?? rest.endIndex)])
        if !text.isEmpty {
          let more = TextLine(page: line.page, words: text)
          if pieces.isEmpty {
            pieces.append(Piece(label: [], lines: [more]))
          } else {
            pieces[pieces.count - 1].lines.append(more)
          }
        }
        guard let (start, end) = found else { break }
        pieces.append(Piece(label: Array(rest[start..<end]), lines: []))
        rest = rest[end...]
      }
    }
    return pieces.filter { !$0.lines.isEmpty }
  }

  /// The end of the label that words begin with, of at most four words.
  private func label(in words: ArraySlice<Word>) -> Int? {
    guard let colon = words.prefix(4).firstIndex(where: { $0.text.hasSuffix(":") }) else { return nil }
    let text = words[...colon].map(\.text).joined(separator: " ").trimmingColon
    return labels.exact(text).isEmpty ? nil : colon + 1
  }
}
