import Extraction
import IEPModel

/// Finds tables that are set without rules between columns: a line of labels, and below it lines whose words keep to
/// the labels' columns.
struct AlignedTableFinder: Sendable {
  let cues: AlignedTableCues

  /// Lines that part the rows of a group from those of the next: a remark on the last one, a heading.
  private static let mostBetween = 3

  private var headers: AlignedHeaderFinder { AlignedHeaderFinder(cues: cues) }

  /// The blocks with each run of lines that is such a table replaced by it.
  /// - Parameter isHeading: whether a line opens a section, at which a table ends unless it heads a group of its rows.
  func replacingTables(in blocks: [Block], isHeading: (TextLine) -> Bool) -> [Block] {
    var result: [Block] = []
    var open: CutTable?
    let runs = RecordsWithFacts(cues: cues).replacing(in: blocks).runs
    for (place, run) in runs.enumerated() {
      switch run {
      case .lines(let lines):
        let rows = RowShaping(isLabel: { _ in false }).interleaved(LedRows.withoutLeaders(lines))
        var first = 0
        if let cut = open {
          open = nil
          if let found = rest(of: cut, in: rows, isHeading: isHeading) {
            // Labels alone at a page's foot stand over the rows on the next page.
            if cut.columns == nil { result.removeLast(cut.labels.count) }
            result.append(.table(found.table))
            first = found.end
            if first == rows.count { open = CutTable(under: found.header, in: found.lines, columns: found.columns) }
          }
        }
        var cut: CutTable?
        let found = tables(in: Array(rows[first...]), open: &cut, isHeading: isHeading)
        if let cut, let lines = labelsOfCard(endingIn: found, cut: cut, goingOnIn: runs[(place + 1)...]) {
          result += found.dropLast() + lines.map(Block.line)
        } else {
          result += found
          open = cut ?? open
        }
      case .table(let table):
        result.append(.table(table))
        open = nil
      }
    }
    return result
  }

  /// The labels of a card's first line and the values under them, which the page's end parts from its other labels: they
  /// look like a table's header with a row. The next cards tell, in which the same labels have others below them.
  private func labelsOfCard(
    endingIn blocks: [Block], cut: CutTable, goingOnIn runs: ArraySlice<BlockRun>
  ) -> [TextLine]? {
    guard case .table(let table)? = blocks.last, table.rowCount == 2, cut.columns != nil, cut.labels.count == 1 else {
      return nil
    }
    let isOfCards = runs.prefix(6).contains { run in
      guard case .lines(let lines) = run else { return false }
      return lines.indices.contains { index in
        lines[index].text == cut.labels[0].text
          && headers.header(at: index, in: lines, notBefore: index).map {
            StackedLabels(cues: cues).nextLabels(of: $0, in: lines) != nil
          } ?? false
      }
    }
    guard isOfCards else { return nil }
    let values = table.cells(startingIn: 1).flatMap(\.lines).flatMap(\.words)
    return cut.labels + Chunking.lines(of: values, page: table.page)
  }

  /// The rows at a page's head that go on with a table of the page before.
  private func rest(
    of open: CutTable, in lines: [TextLine], isHeading: (TextLine) -> Bool
  ) -> (table: Table, end: Int, header: AlignedHeader, lines: [TextLine], columns: AlignedColumns)? {
    // Labels of its own, set as those were; cells of one word may read like labels.
    let isHeaded = lines.indices.prefix(3).contains { index in
      lines[index].isBold == open.labels[0].isBold && headers.header(at: index, in: lines, notBefore: 0) != nil
    }
    guard !isHeaded, let (header, whole) = open.headed(lines),
      let found = table(under: header, in: whole, columns: open.columns, isHeading: isHeading),
      open.holds(found.table, of: whole[header.lines.upperBound..<found.end])
    else { return nil }
    return (found.table, found.end - header.lines.upperBound, header, whole, found.columns)
  }

  /// - Parameter open: the table that the end of the lines cuts.
  private func tables(in lines: [TextLine], open: inout CutTable?, isHeading: (TextLine) -> Bool) -> [Block] {
    var result: [Block] = []
    var index = 0
    var floor = 0
    /// Labels that were a card's: the last card has none below it to tell.
    var ofCards: Set<String> = []
    /// The table above, and where it ends.
    var above: (table: CutTable, end: Int)?
    while index < lines.count {
      if let cut = above, lines[index].chunks.count > 1 {
        above = nil
        // "Related services" over rows that keep to the columns of the table above.
        if (1...Self.mostBetween).contains(index - cut.end), cut.table.isRow(lines[index]),
          let found = rest(of: cut.table, in: Array(lines[index...]), isHeading: isHeading)
        {
          result.append(.table(found.table))
          index += found.end
          floor = index
          above = (cut.table, index)
          continue
        }
      }
      if let found = RecordsOfTwoLines(cues: cues).table(at: index, in: lines, isHeading: isHeading) {
        result.append(.table(found.table))
        index = found.end
        floor = index
        continue
      }
      guard let header = headers.header(at: index, in: lines, notBefore: floor) else {
        result.append(.line(lines[index]))
        index += 1
        continue
      }
      if let next = StackedLabels(cues: cues).nextLabels(of: header, in: lines) {
        ofCards.insert(lines[index].text)
        // The values between the labels head no table either.
        let end = max(next, index + 1)
        result += lines[index..<end].map(Block.line)
        index = end
        continue
      }
      if ofCards.contains(lines[index].text) {
        let end = min(index + 2, lines.count)
        result += lines[index..<end].map(Block.line)
        index = end
        continue
      }
      guard let found = table(under: header, in: lines, isHeading: isHeading) else {
        if header.lines.upperBound == lines.count { open = CutTable(under: header, in: lines) }
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
      above = (CutTable(under: header, in: lines, columns: found.columns), index)
      if index == lines.count { open = CutTable(under: header, in: lines, columns: found.columns) }
    }
    return result
  }

  /// - Parameter known: where the columns part, if rows on the page before have told.
  private func table(
    under header: AlignedHeader, in lines: [TextLine], columns known: AlignedColumns? = nil,
    isHeading: (TextLine) -> Bool
  ) -> (table: Table, end: Int, columns: AlignedColumns)? {
    guard let (body, end) = AlignedBody(cues: cues).lines(under: header, in: lines, isHeading: isHeading) else {
      return nil
    }
    let printed = Array(lines[header.lines])
    let columns = known ?? AlignedColumns(under: header, printed: printed, body: body, cues: cues)
    let stacked = StackedColumns(under: printed, columns: columns, cues: cues)
    let rows = AlignedRows(cues: cues, columns: columns, stacked: stacked).ranges(of: body)
    let left = header.columns[0].x0
    var cells: [Cell] = []
    let page = body[0].page
    let right = max(header.columns.map(\.x1).max() ?? 0, body.map(\.box.x1).max() ?? 0)
    let bounds = [min(left, body.map(\.box.x0).min() ?? left) - 2] + columns.edges + [right + 2]
    func append(_ group: [TextLine], row: Int) {
      guard let box = Box.around(group.map(\.box)) else { return }
      let isRemark = row > 0 && group.count == 1 && cues.isRemark(group[0])
      // A line of one chunk across columns is a band over the rows that follow.
      let isAcross =
        group.count == 1 && group[0].chunks.count == 1
        && (cues.isBand(group[0], among: body)
          || group[0].box.x0 < header.columns[0].x1 && cues.isBand(group[0].text)
          || columns.column(of: group[0].box.x0) != columns.column(of: group[0].box.x1 - 1)
          || columns.edges.isEmpty)
      if isRemark || isAcross {
        cells.append(Cell(page: page, box: box, lines: group, row: row, column: 0, columnSpan: bounds.count - 1))
        return
      }
      for c in 0..<(bounds.count - 1) {
        // A row put together of wrapped cells holds several lines a cell.
        let words = group.flatMap(\.words).filter { columns.column(of: $0) == c }
        let lines = Chunking.lines(of: words, page: page)
        cells.append(
          Cell(
            page: page, box: Box(x0: bounds[c], y0: box.y0, x1: bounds[c + 1], y1: box.y1), lines: lines, row: row,
            column: c))
      }
    }
    append(printed, row: 0)
    for (row, range) in rows.enumerated() { append(Array(body[range]), row: row + 1) }
    guard let box = Box.around(cells.map(\.box)) else { return nil }
    let table = Table(
      kind: .aligned, page: page, box: box, cells: cells, rowCount: rows.count + 1, columnCount: bounds.count - 1)
    return (table, end, columns)
  }
}
