import Extraction
import IEPModel

/// Finds tables that are set without rules between columns: a line of labels, and below it lines whose words keep to
/// the labels' columns.
struct AlignedTableFinder: Sendable {
  /// How well a text fits as the label of a column, 0 to 1.
  let labelFit: @Sendable (String) -> Double
  /// Whether a text is the label of any fact.
  let isLabel: @Sendable (String) -> Bool
  /// Whether a text is a value that never wraps (a date), which marks the first line of a row.
  let isAnchor: @Sendable (String) -> Bool
  /// Whether a text is a heading over rows ("Related Services").
  let isBand: @Sendable (String) -> Bool

  /// The blocks with each run of lines that is such a table replaced by it.
  /// - Parameter isHeading: whether a line opens a section, at which a table ends unless it heads a group of its rows.
  func replacingTables(in blocks: [Block], isHeading: (TextLine) -> Bool) -> [Block] {
    blocks.runs.flatMap { run -> [Block] in
      switch run {
      case .lines(let lines):
        tables(in: RowShaping(isLabel: { _ in false }).interleaved(lines), isHeading: isHeading)
      case .table(let table): [.table(table)]
      }
    }
  }

  private func tables(in lines: [TextLine], isHeading: (TextLine) -> Bool) -> [Block] {
    var result: [Block] = []
    var index = 0
    var floor = 0
    while index < lines.count {
      guard let header = header(at: index, in: lines, notBefore: floor) else {
        result.append(.line(lines[index]))
        index += 1
        continue
      }
      if let next = nextLabels(of: header, in: lines) {
        // The values between the labels head no table either.
        let end = max(next, index + 1)
        result += lines[index..<end].map(Block.line)
        index = end
        continue
      }
      guard let found = table(under: header, in: lines, isHeading: isHeading) else {
        result.append(.line(lines[index]))
        index += 1
        continue
      }
      // Lines above that were taken into the header are already in the result.
      let taken = index - header.lines.lowerBound
      if taken > 0 { result.removeLast(taken) }
      result.append(.table(found.table))
      index = found.end
      floor = index
    }
    return result
  }

  private struct Header {
    var lines: Range<Int>
    /// One a column, from left to right: the label's box over all header lines.
    var columns: [Box]
  }

  /// A line of at least three chunks of which most are labels, with the lines above and below that continue them.
  private func header(at index: Int, in lines: [TextLine], notBefore floor: Int) -> Header? {
    let core = lines[index]
    guard core.chunks.count >= 3, core.words.allSatisfy({ $0.field == nil }) else { return nil }
    // A line that begins with a box is an option of a list.
    if let first = core.words.first, Ticks.isTick(first) { return nil }
    // "beginning ... through ... location ...": blanks of a sentence, no columns.
    guard core.chunks.contains(where: { $0.text.first?.isLowercase != true }) else { return nil }
    guard
      !core.chunks.contains(where: {
        $0.text.hasSuffix(":") || $0.text.contains(": ") || $0.text == "☐" || $0.text == "☒"
      })
    else { return nil }
    // Letters over boxes to tick ("R S O", "D W M") stand between the labels.
    let fits = core.chunks.filter { $0.text.utf8.count > 2 }.map { labelFit($0.text) }
    let good = fits.filter { $0 >= 0.6 }.count
    guard good >= 3 || (good >= 2 && good * 2 > fits.count), good * 2 >= fits.count else { return nil }
    guard !core.chunks.contains(where: { isAnchor($0.text) }) else { return nil }
    var columns = core.chunks.map(\.box)
    var (first, last) = (index, index)
    let height = max(core.height, 6)
    func absorb(_ line: TextLine) -> Bool {
      // Every chunk stands over or under one label, or is a label between them.
      var extended = columns
      for chunk in line.chunks {
        if isAnchor(chunk.text) { return false }
        let over = extended.indices.filter { extended[$0].x0 - 2 < chunk.box.x1 && extended[$0].x1 + 2 > chunk.box.x0 }
        if over.count == 1 {
          extended[over[0]] = extended[over[0]].union(chunk.box)
        } else if over.isEmpty, labelFit(chunk.text) >= 0.5 {
          extended.append(chunk.box)
        } else {
          return false
        }
      }
      columns = extended.sorted { $0.x0 < $1.x0 }
      return true
    }
    while first > floor, !isBandLine(lines[first - 1]),
      core.box.y0 - lines[first - 1].box.y1 < height * 0.9 + Double(index - first) * height,
      lines[first - 1].chunks.count <= columns.count, lines[first - 1].isBold == core.isBold,
      lines[first - 1].chunks.count >= 1, lines[first - 1].text.count < 90,
      !(lines[first - 1].chunks.count == 1 && lines[first - 1].chunks[0].box.x0 <= columns[0].x0 + 2
        && lines[first - 1].box.width > columns[0].width * 1.6),
      absorb(lines[first - 1])
    { first -= 1 }
    while last + 1 < lines.count, lines[last + 1].box.y0 - lines[last].box.y1 < height * 0.7,
      !lines[last + 1].isBelowRule, lines[last + 1].isBold == core.isBold,
      lines[last + 1].chunks.count < columns.count || lines[last + 1].chunks.allSatisfy({ labelFit($0.text) >= 0.5 }),
      core.isBold
        || lines[last + 1].chunks.allSatisfy({ labelFit($0.text) >= 0.5 || $0.text.hasPrefix("(") || isRest($0.text) }),
      absorb(lines[last + 1])
    { last += 1 }
    return Header(lines: first..<(last + 1), columns: columns)
  }

  /// Labels over their values, and other labels over theirs right below: "Type | Provider", "Setting | Begins". A table
  /// repeats its header or has none further down.
  /// - Returns: the line of the other labels; `nil` where the header is a table's.
  private func nextLabels(of header: Header, in lines: [TextLine]) -> Int? {
    // "Type | Related service | Provider | Nurse" over "Setting | Classroom | Begins | 9/1/26": each label beside its value.
    let top = header.lines.lowerBound
    if top + 1 < lines.count, lines[top + 1].page == lines[top].page, lines[top + 1].chunks.count >= 4,
      pairs(lines[top]), pairs(lines[top + 1])
    {
      return top + 1
    }
    let head = lines[top]
    var values = 0
    for index in (top + 1)..<max(top + 1, min(header.lines.upperBound + 4, lines.count)) {
      let (line, above) = (lines[index], lines[index - 1])
      guard line.page == above.page, line.box.y0 - above.box.y1 < max(line.height, 8) * 1.6 else { return nil }
      guard line.words.allSatisfy({ $0.field == nil }), line.text != head.text, line.text.contains(where: \.isLetter)
      else {
        values += 1
        continue
      }
      // Set like the labels above and unlike the values between.
      let isAlike =
        line.isBold == head.isBold && abs(line.fontSize - head.fontSize) < 0.3
        && (line.text == line.text.uppercased()) == (head.text == head.text.uppercased())
      let isApart =
        line.isBold != above.isBold || line.fontSize < above.fontSize - 0.5
        || line.text == line.text.uppercased() && above.text != above.text.uppercased()
      let isLabels = line.chunks.allSatisfy { isLabel($0.text) }
      if !isLabels { values += 1 }
      if line.chunks.count == 1, isBand(line.text) { return nil }
      if values > 0, isAlike, isApart, isLabels { return index }
    }
    return nil
  }

  /// Every other chunk is a label, the first among them.
  private func pairs(_ line: TextLine) -> Bool {
    let fits = line.chunks.map { labelFit($0.text) >= 0.95 }
    return fits.count.isMultiple(of: 2)
      && stride(from: 0, to: fits.count, by: 2).allSatisfy { fits[$0] }
      && stride(from: 1, to: fits.count, by: 2).filter { fits[$0] }.count * 3 <= fits.count
  }

  /// Whether a row of the table follows a line, right below or below a heading of a group.
  private func goesOn(_ lines: [TextLine], behind index: Int, columns: Int) -> Bool {
    for next in lines.indices where next > index && next <= index + 2 {
      let line = lines[next]
      guard line.page == lines[index].page, line.box.y0 - lines[next - 1].box.y1 < max(line.height, 8) * 2 else {
        return false
      }
      if line.chunks.count * 2 > columns, line.chunks.count >= 3 {
        return header(at: next, in: lines, notBefore: next) == nil
      }
      guard line.chunks.count == 1, isBand(line.text) else { return false }
    }
    return false
  }

  /// Words that only continue a label: "date", "provided", "per session".
  private func isRest(_ text: String) -> Bool {
    let rest: Set<String> = [
      "date", "dates", "provided", "session", "per", "of", "service", "services", "provider", "week", "number",
      "minutes", "size", "time",
    ]
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    return !words.isEmpty && words.allSatisfy(rest.contains)
  }

  private func table(
    under header: Header, in lines: [TextLine], isHeading: (TextLine) -> Bool
  ) -> (table: Table, end: Int)? {
    var end = header.lines.upperBound
    var body: [TextLine] = []
    let left = header.columns[0].x0
    while end < lines.count {
      let line = lines[end]
      let previous = body.last ?? lines[header.lines.upperBound - 1]
      let gap = line.box.y0 - previous.box.y1
      let isGroup = line.chunks.count == 1 && isBand(line.text)
      let isAfterGroup = previous.chunks.count == 1 && isBand(previous.text)
      if gap > (isGroup || isAfterGroup ? 60 : max(min(line.height, 14) * 2.8, 26)) { break }
      if !isGroup, isHeading(line) { break }
      // A heading set larger than the labels opens a section, whatever group of rows it may name.
      if isGroup, line.fontSize > lines[header.lines.lowerBound].fontSize + 0.9, isHeading(line) { break }
      // Words that wrap ("Individual | per session | Therapist") may pass for labels; labels are set apart.
      let isSetApart =
        gap > line.height * 0.5 || line.isBold && !previous.isBold
        || line.text == line.text.uppercased() && previous.text != previous.text.uppercased()
        || line.chunks.count * 2 >= header.columns.count && line.chunks.allSatisfy { labelFit($0.text) >= 0.9 }
      if isSetApart, self.header(at: end, in: lines, notBefore: end) != nil,
        body.contains(where: { $0.chunks.count >= 3 })
      {
        // The same header again, or another table's: either way a new table begins, with the upper lines of its labels.
        let whole = self.header(at: end, in: lines, notBefore: header.lines.upperBound)
        while let last = body.last, end > whole?.lines.lowerBound ?? end,
          last.chunks.count * 2 <= header.columns.count, !last.text.contains(where: \.isNumber)
        {
          body.removeLast()
          end -= 1
        }
        break
      }
      if line.chunks.count == 1, isProse(line, columns: header.columns) { break }
      // A bold line alone under plain ones is the heading of what follows.
      if line.chunks.count == 1, line.isBold, let last = body.last, !last.isBold, !isBandLine(line) { break }
      // "Provider: ..." under a row says more of it where further rows follow.
      let isRemark =
        line.chunks.count <= 2 && !body.isEmpty
        && goesOn(lines, behind: end, columns: header.columns.count)
      // "Specially designed instruction:" wraps to its subject in a row that has its dates.
      let isRow = line.words.contains { isAnchor($0.text) }
      if !isGroup, !isRemark, !isRow, line.chunks.contains(where: { $0.text.hasSuffix(":") }) && line.chunks.count <= 4
      {
        break
      }
      // "2. Math | How measured: 3" begins what the form says next.
      let asks = line.chunks.contains { chunk in
        chunk.text.firstIndex(of: ":").map {
          isLabel(String(chunk.text[..<$0])) && labelFit(String(chunk.text[..<$0])) >= 0.95
        }
          ?? false
      }
      if !isGroup, !isRemark, !isRow, asks, line.chunks.count * 2 <= header.columns.count + 1,
        line.words.first?.field == nil
      {
        break
      }
      // "Delivery: ☒ Direct" under the values is the next fact of the form.
      let hasBoxes = line.words.contains(where: Ticks.isTick)
      if !isGroup, !isRemark, !isRow, line.chunks.count < header.columns.count || hasBoxes,
        let lead = line.chunks.first?.text.split(separator: ":").first.map(String.init),
        line.chunks.first?.text.contains(":") == true,
        labelFit(lead) >= 0.9, line.words.first?.field == nil
      {
        break
      }
      body.append(line)
      end += 1
    }
    // A heading over nothing belongs to what follows.
    while let last = body.last, last.chunks.count == 1, isBandLine(last) || isHeading(last) {
      body.removeLast()
      end -= 1
    }
    guard body.contains(where: { $0.chunks.count >= 2 }) else { return nil }
    let columns = divided(header.columns, words: lines[header.lines].flatMap(\.words), body: body)
    let edges = edges(of: columns, body: body)
    let rows = rowStarts(body, edges: edges)
    var cells: [Cell] = []
    let page = body[0].page
    let right = max(header.columns.map(\.x1).max() ?? 0, body.map(\.box.x1).max() ?? 0)
    let bounds = [min(left, body.map(\.box.x0).min() ?? left) - 2] + edges + [right + 2]
    func append(_ group: [TextLine], row: Int) {
      guard let box = Box.around(group.map(\.box)) else { return }
      // A line of one chunk across columns is a band over the rows that follow.
      if group.count == 1, group[0].chunks.count == 1,
        isBandLine(group[0]) || column(of: group[0].box.x0, edges) != column(of: group[0].box.x1 - 1, edges)
          || edges.isEmpty
      {
        cells.append(Cell(page: page, box: box, lines: group, row: row, column: 0, columnSpan: bounds.count - 1))
        return
      }
      for c in 0..<(bounds.count - 1) {
        // A row put together of wrapped cells holds several lines a cell.
        let words = group.flatMap(\.words).filter { column(of: $0.box.x0 + min($0.box.width, 4) / 2, edges) == c }
        let lines = Chunking.lines(of: words, page: page)
        cells.append(
          Cell(
            page: page, box: Box(x0: bounds[c], y0: box.y0, x1: bounds[c + 1], y1: box.y1), lines: lines, row: row,
            column: c))
      }
    }
    append(Array(lines[header.lines]), row: 0)
    for (row, range) in rows.enumerated() { append(Array(body[range]), row: row + 1) }
    guard let box = Box.around(cells.map(\.box)) else { return nil }
    let table = Table(
      kind: .aligned, page: page, box: box, cells: cells, rowCount: rows.count + 1, columnCount: bounds.count - 1)
    return (table, end)
  }

  /// Labels that stand so close that they read as one ("Minutes How often"), parted where each part is a label and the
  /// words below keep to either side.
  private func divided(_ columns: [Box], words: [Word], body: [TextLine]) -> [Box] {
    let boxes = body.filter { $0.chunks.count > 1 }.flatMap(\.words).map(\.box)
    return columns.flatMap { column -> [Box] in
      let own = words.filter { column.x0 - 1 <= $0.box.midX && $0.box.midX <= column.x1 + 1 }
      let pieces = Self.pieces(of: own)
      guard (2...8).contains(pieces.count) else { return [column] }
      /// For each count of pieces the division of them into most labels.
      var best: [[Box]?] = [[]] + Array(repeating: nil, count: pieces.count)
      for end in 1...pieces.count {
        for start in 0..<end {
          guard let before = best[start], before.count + 1 > best[end]?.count ?? 0 else { continue }
          let text = Unwrapping.text(of: Chunking.lines(of: pieces[start..<end].flatMap { $0 }, page: 0))
          guard labelFit(text) >= 0.6, let box = Box.around(pieces[start..<end].flatMap { $0.map(\.box) }),
            before.last.map({ Self.parts(boxes, left: $0, right: box, within: column) }) ?? true
          else { continue }
          best[end] = before + [box]
        }
      }
      return best[pieces.count].flatMap { $0.count > 1 ? $0 : nil } ?? [column]
    }
  }

  /// The words that stand over one another, from left to right.
  private static func pieces(of words: [Word]) -> [[Word]] {
    var pieces: [(x1: Double, words: [Word])] = []
    for word in words.sorted(by: { $0.box.x0 < $1.box.x0 }) {
      if let last = pieces.last, word.box.x0 - last.x1 < 1 {
        pieces[pieces.count - 1].words.append(word)
        pieces[pieces.count - 1].x1 = max(last.x1, word.box.x1)
      } else {
        pieces.append((word.box.x1, [word]))
      }
    }
    return pieces.map(\.words)
  }

  /// Whether an upright line between two labels cuts no word below, and words stand on both its sides.
  private static func parts(_ boxes: [Box], left: Box, right: Box, within column: Box) -> Bool {
    let under = boxes.filter { $0.x1 > left.x0 - 20 && $0.x0 < right.x1 + 20 }
    // Wider than the blank between two words, lest a blank that happens to recur part a column.
    let half = 0.18 * (under.map(\.height).max() ?? 10)
    guard
      let x = stride(from: left.x0 + 3, through: right.x0 + 6, by: 0.5).first(where: { x in
        x > left.x0 && !under.contains { $0.x0 < x + half && $0.x1 > x - half }
          && under.contains { $0.x1 <= x + 0.2 && $0.x1 > left.x0 }
          && under.contains { $0.x0 >= x - 0.2 && $0.x0 < right.x1 }
      })
    else { return false }
    return x < right.x1
  }

  private func isBandLine(_ line: TextLine) -> Bool {
    line.chunks.count == 1 && (line.isBold || line.text == line.text.uppercased()) && isBand(line.text)
  }

  private func column(of x: Double, _ edges: [Double]) -> Int { edges.filter { $0 <= x }.count }

  /// A sentence across the columns.
  private func isProse(_ line: TextLine, columns: [Box]) -> Bool {
    let crossed = columns.dropFirst().filter { $0.x0 > line.box.x0 + 4 && $0.x0 < line.box.x1 - 4 }.count
    return crossed >= 2 && line.words.count >= 7
  }

  /// Between two labels the boundary is where fewest words of the body are cut; of equal ones the one nearest to the
  /// right label's left edge, since most columns are set flush left.
  private func edges(of columns: [Box], body: [TextLine]) -> [Double] {
    let words = body.filter { $0.chunks.count > 1 }.flatMap(\.words).map(\.box)
    return zip(columns, columns.dropFirst()).map { a, b in
      let from = min(a.x0 + 3, b.x0 - 1)
      let to = b.x0 + min(b.width * 0.4, 12)
      var best = (x: b.x0 - 1, cost: Double.infinity)
      var x = from
      while x <= to {
        let cut = words.filter { $0.x0 < x - 0.2 && $0.x1 > x + 0.2 }.count + (a.x1 > x + 0.2 && a.x0 < x ? 3 : 0)
        let cost = Double(cut) * 100 + abs(x - (b.x0 - 1))
        if cost < best.cost { best = (x, cost) }
        x += 0.5
      }
      return best.x
    }
  }

  /// A cell of the line above ends in a word that asks for more, and the line goes on in that column: "2/17/2026 to".
  private func goesOn(_ line: TextLine, after last: TextLine, edges: [Double]) -> Bool {
    let open: Set<String> = [
      "to", "through", "thru", "-", "–", "and", "of", "per", "in", "the", "/", "&", "or", "for", "each", "a",
    ]
    func cells(_ line: TextLine) -> [Int: [String]] {
      var cells: [Int: [String]] = [:]
      for word in line.words {
        cells[column(of: word.box.x0 + min(word.box.width, 4) / 2, edges), default: []].append(word.text)
      }
      return cells
    }
    let (above, below) = (cells(last), cells(line))
    return above.contains { column, words in
      guard let end = words.last?.lowercased(), below[column] != nil else { return false }
      return open.contains(end) || (end.count > 1 && (end.hasSuffix("/") || end.hasSuffix("-") || end.hasSuffix(",")))
    }
  }

  /// Lines to rows. Rules or wider gaps part rows; where there are neither, a row begins with a line that fills the
  /// first column and most others, or holds a value that never wraps where the row before has one already.
  private func rowStarts(_ body: [TextLine], edges: [Double]) -> [Range<Int>] {
    guard body.count > 1 else { return body.isEmpty ? [] : [0..<1] }
    func filled(_ line: TextLine) -> Set<Int> {
      Set(line.words.map { column(of: $0.box.x0 + min($0.box.width, 4) / 2, edges) })
    }
    let columns = body.map(filled)
    let anchors = body.map { line in
      line.chunks.contains { isAnchor($0.text) } || line.words.contains { isAnchor($0.text) }
    }
    let gaps = (1..<body.count).map { body[$0].box.midY - body[$0 - 1].box.midY }
    let height = gaps.min() ?? 0
    let useRules = body.dropFirst().contains(where: \.isBelowRule)
    let wide = gaps.filter { $0 > height * 1.25 }.count
    // Wider gaps tell rows apart only where some gaps are narrow: otherwise every row is one line.
    let useGaps = wide > 0 && wide < gaps.count
    let most = columns.map(\.count).max() ?? 1
    var starts = [0]
    var rowHasAnchor = anchors[0]
    var tickedColumns = body[0].words.contains(where: Ticks.isTick) ? columns[0] : []
    for i in 1..<body.count {
      let begins: Bool
      let full = columns[i].contains(0) && columns[i].count * 10 >= most * 6
      let band = isBandLine(body[i])
      if useRules {
        begins = body[i].isBelowRule
      } else if useGaps {
        begins = gaps[i - 1] > height * 1.25
      } else {
        begins = full || (anchors[i] && rowHasAnchor && columns[i].contains(0)) || band
      }
      // Empty boxes under ticked ones are the next row's.
      if body[i].words.allSatisfy(Ticks.isTick), columns[i].isSubset(of: tickedColumns) {
        starts.append(i)
        rowHasAnchor = false
        continue
      }
      if body[i].words.contains(where: Ticks.isTick) { tickedColumns = columns[i] }
      if goesOn(body[i], after: body[i - 1], edges: edges) {
        rowHasAnchor = rowHasAnchor || anchors[i]
        continue
      }
      if band || isBandLine(body[i - 1]) || begins || (anchors[i] && rowHasAnchor && full) {
        starts.append(i)
        rowHasAnchor = anchors[i]
      } else {
        rowHasAnchor = rowHasAnchor || anchors[i]
      }
    }
    return starts.enumerated().map { k, start in start..<(k + 1 < starts.count ? starts[k + 1] : body.count) }
  }
}
