import Extraction
import IEPModel

/// Rows under one line of labels, each with a lower line that brings its own: "Speech | 30 min | weekly | 9/8/25" over
/// "Location: Room 4   Provider: SLP   Delivery: direct". The table has a row a record: what the lower lines say stands in
/// columns of their own behind the others, and a lower line that the page's end parted from its row comes back to it.
struct RecordsWithFacts {
  let cues: AlignedTableCues

  private static let slack = 4.0

  /// A label of a lower line, and what stands behind it.
  private struct Fact {
    var label: [Word]
    var lines: [TextLine]
    var name: String { label.map(\.text).joined(separator: " ").trimmingColon }
  }

  private struct Record {
    var lines: [TextLine]
    var facts: [Fact] = []
  }

  private enum Row {
    case band(TextLine)
    case record(Record)

    var record: Record? { if case .record(let record) = self { record } else { nil } }

    var page: Int {
      switch self {
      case .band(let line): line.page
      case .record(let record): record.lines[0].page
      }
    }
  }

  /// The blocks with such lines replaced by a table a page.
  func replacing(in blocks: [Block]) -> [Block] {
    var result: [Block] = []
    // Lines are kept together over the page's end, unlike runs of blocks.
    var open: [TextLine] = []
    for block in blocks {
      if case .line(let line) = block {
        open.append(line)
        continue
      }
      result += replacing(lines: open)
      open = []
      result.append(block)
    }
    return result + replacing(lines: open)
  }

  private func replacing(lines: [TextLine]) -> [Block] {
    var result: [Block] = []
    var done = 0
    for index in lines.indices where index > done + 1 && facts(in: lines[index]) != nil {
      guard let header = header(above: index, in: lines, notBefore: done),
        let (rows, headed, end) = rows(under: header, in: lines),
        case let tables = tables(of: rows, under: header, printed: Array(lines[header.lines]), headed: headed),
        !tables.isEmpty
      else { continue }
      result += lines[done..<header.lines.lowerBound].map(Block.line) + tables.map(Block.table)
      done = end
    }
    return result + lines[done...].map(Block.line)
  }

  /// The labels over the row that a lower line belongs to; headings of groups may stand between.
  private func header(above index: Int, in lines: [TextLine], notBefore floor: Int) -> AlignedHeader? {
    let page = lines[index].page
    guard lines[index - 1].page == page,
      let row = (max(floor, index - 2)..<index).last(where: { lines[$0].chunks.count >= 3 })
    else { return nil }
    for above in (max(floor, row - 3)..<row).reversed() where lines[above].page == page {
      if lines[above].chunks.count < 3 { continue }
      let first = lines[..<above].lastIndex { $0.page != page }.map { $0 + 1 } ?? 0
      let header = AlignedHeaderFinder(cues: cues).header(at: above, in: lines, notBefore: max(floor, first))
      return header.flatMap { $0.lines.upperBound <= row && $0.columns.count >= 3 ? $0 : nil }
    }
    return nil
  }

  /// What one lower line asks others ask too; what the form says behind its last row it says once.
  private func asksAgain(_ records: [Record]) -> Bool {
    let names = records.map { Set($0.facts.map(\.name)) }
    return names.count < 2 || names.dropFirst().contains { !$0.isDisjoint(with: names[0]) }
  }

  private func rows(
    under header: AlignedHeader, in lines: [TextLine]
  ) -> (rows: [Row], headed: Set<Int>, end: Int)? {
    let labels = lines[header.lines].map(\.text)
    var rows: [Row] = []
    var headed: Set<Int> = [lines[header.lines.lowerBound].page]
    var end = header.lines.upperBound
    func isRow(_ index: Int) -> Bool {
      lines.indices.contains(index) && lines[index].chunks.count >= 3
        && abs(lines[index].box.x0 - header.columns[0].x0) < Self.slack && facts(in: lines[index]) == nil
    }
    func isBand(_ index: Int) -> Bool {
      if cues.isBandLine(lines[index]) { return true }
      let isAlike = rows.contains {
        if case .band(let line) = $0 {
          !line.differsInType(from: lines[index]) && abs(line.box.x0 - lines[index].box.x0) < 1
        } else {
          false
        }
      }
      return isAlike && lines[index].chunks.count == 1 && isRow(index + 1)
    }
    while end < lines.count {
      let (line, above) = (lines[end], lines[end - 1])
      let isNewPage = line.page != above.page
      if isNewPage ? line.page != above.page + 1 : line.box.y0 - above.box.y1 > max(line.height, 8) * 4 { break }
      if isNewPage, lines[end...].prefix(labels.count).map(\.text) == labels {
        headed.insert(line.page)
        end += labels.count
        continue
      }
      if case .record(var record)? = rows.last {
        if let facts = facts(in: line) {
          record.facts += facts
          rows[rows.count - 1] = .record(record)
          end += 1
          continue
        }
        if !isNewPage, line.box.y0 - above.box.y1 < line.height * 0.6,
          wraps(
            line, into: &record, under: header,
            isInner: isRow(end + 1)
              || end + 1 < lines.count && (facts(in: lines[end + 1]) != nil || cues.isBandLine(lines[end + 1])))
        {
          rows[rows.count - 1] = .record(record)
          end += 1
          continue
        }
      }
      if isBand(end) {
        rows.append(.band(line))
      } else if isRow(end) {
        rows.append(.record(Record(lines: [line])))
      } else {
        break
      }
      end += 1
    }
    while case .band? = rows.last {
      rows.removeLast()
      end -= 1
    }
    let records = rows.compactMap(\.record)
    let whole = records.filter { !$0.facts.isEmpty }
    guard whole.count * 3 >= records.count * 2, Set(whole.flatMap { $0.facts.map(\.name) }).count >= 2,
      whole.contains(where: { $0.lines.contains(where: holdsDate) }), asksAgain(whole)
    else { return nil }
    return (rows, headed, end)
  }

  /// A line that goes on in the row's cells, or with what its lower line says.
  /// - Parameter isInner: more of the table stands below it.
  private func wraps(_ line: TextLine, into record: inout Record, under header: AlignedHeader, isInner: Bool) -> Bool {
    guard isInner, !holdsDate(line), !cues.isBandLine(line) else { return false }
    guard let last = record.facts.last else {
      guard line.chunks.count < header.columns.count,
        line.chunks.allSatisfy({ chunk in header.columns.contains { abs($0.x0 - chunk.box.x0) < Self.slack } })
      else { return false }
      record.lines.append(line)
      return true
    }
    guard line.chunks.count == 1, let start = record.facts.first?.label.first?.box.x0, let label = last.label.first,
      line.box.x0 > start - Self.slack, line.box.x0 > header.columns[0].x0 + Self.slack
    else { return false }
    let over = record.facts.lastIndex { ($0.label.first?.box.x0 ?? 0) < line.box.x0 + Self.slack } ?? 0
    record.facts[line.box.x0 < label.box.x0 && over == 0 ? record.facts.count - 1 : over].lines.append(line)
    return true
  }

  /// A date, which may be several words.
  private func holdsDate(_ line: TextLine) -> Bool {
    line.chunks.contains { cues.isAnchor($0.text) } || line.words.contains { cues.isAnchor($0.text) }
  }

  /// "Location: Room 4   Provider: SLP": the facts of a line that begins with a label and holds nothing else.
  private func facts(in line: TextLine) -> [Fact]? {
    guard line.words.first?.field == nil, line.words.prefix(4).contains(where: { $0.text.hasSuffix(":") }) else {
      return nil
    }
    var facts: [Fact] = []
    var rest = line.words[...]
    while !rest.isEmpty {
      let found = rest.indices.lazy.compactMap { start in self.label(in: rest[start...]).map { (start, $0) } }.first
      if let open = facts.indices.last {
        let said = rest[..<(found?.0 ?? rest.endIndex)].filter { !Self.isMark($0.text) }
        if !said.isEmpty { facts[open].lines.append(TextLine(page: line.page, words: Array(said))) }
      } else if found?.0 != rest.startIndex {
        return nil
      }
      guard let (start, end) = found else { break }
      facts.append(Fact(label: Array(rest[start..<end]), lines: []))
      rest = rest[end...]
    }
    return facts.contains { !$0.lines.isEmpty } ? facts : nil
  }

  /// What parts the facts of a line.
  private static func isMark(_ text: String) -> Bool { ["|", "·", "•", ";", "/", "–", "—"].contains(text) }

  /// The end of the label that words begin with, of at most four words.
  private func label(in words: ArraySlice<Word>) -> Int? {
    guard let colon = words.prefix(4).firstIndex(where: { $0.text.hasSuffix(":") }) else { return nil }
    let text = words[...colon].map(\.text).joined(separator: " ").trimmingColon
    return cues.labelFit(text) >= 0.95 ? colon + 1 : nil
  }

  /// - Parameter headed: the pages on which the labels are printed.
  private func tables(of rows: [Row], under header: AlignedHeader, printed: [TextLine], headed: Set<Int>) -> [Table] {
    let records = rows.compactMap(\.record)
    let columns = AlignedColumns(under: header, printed: printed, body: records.flatMap(\.lines), cues: cues)
    var names: [(name: String, label: [Word])] = []
    for fact in records.flatMap(\.facts) where !names.contains(where: { $0.name == fact.name }) {
      names.append((fact.name, fact.label))
    }
    let right = max(header.columns.map(\.x1).max() ?? 0, records.flatMap(\.lines).map(\.box.x1).max() ?? 0) + 2
    let bounds = [header.columns[0].x0 - 2] + columns.edges + [right]
    let count = bounds.count - 1 + names.count
    /// A cell of each column; those of the lower lines stand behind the others, whatever stands above them.
    func cells(_ lines: [TextLine], _ facts: [[TextLine]], row: Int) -> [Cell] {
      guard let box = Box.around(lines.map(\.box)) else { return [] }
      let page = lines[0].page
      let upper = (0..<(bounds.count - 1)).map { column in
        let words = lines.flatMap(\.words).filter { columns.column(of: $0) == column }
        return Cell(
          page: page, box: Box(x0: bounds[column], y0: box.y0, x1: bounds[column + 1], y1: box.y1),
          lines: Chunking.lines(of: words, page: page), row: row, column: column)
      }
      return upper
        + facts.enumerated().map { index, lines in
          let x = right + Double(index) * 10
          return Cell(
            page: lines.first?.page ?? page, box: Box(x0: x, y0: box.y0, x1: x + 10, y1: box.y1), lines: lines,
            row: row,
            column: bounds.count - 1 + index)
        }
    }
    return Dictionary(grouping: rows, by: \.page).sorted { $0.key < $1.key }.compactMap { page, rows in
      var found: [Cell] = []
      var row = 0
      if headed.contains(page) {
        found += cells(printed, names.map { [TextLine(page: page, words: $0.label)] }, row: 0)
        row = 1
      }
      for own in rows {
        switch own {
        case .band(let line):
          found.append(Cell(page: page, box: line.box, lines: [line], row: row, column: 0, columnSpan: count))
        case .record(let record):
          let facts = names.map { name in record.facts.filter { $0.name == name.name }.flatMap(\.lines) }
          found += cells(record.lines, facts, row: row)
        }
        row += 1
      }
      guard let box = Box.around(found.filter { $0.page == page }.map(\.box)) else { return nil }
      return Table(kind: .aligned, page: page, box: box, cells: found, rowCount: row, columnCount: count)
    }
  }
}
