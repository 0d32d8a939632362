import Extraction
import IEPModel

/// A page's words and rules to lines and ruled tables, top to bottom.
enum PageBlocks {
  static func blocks(of page: PageLayout, words: [Word]) -> [Block] {
    let regions = RuledGrid.regions(of: page)
    // A word belongs to the smallest cell around its middle.
    var cellWords: [CellKey: [Word]] = [:]
    var free: [Word] = []
    for word in words {
      var best: (key: CellKey, area: Double)?
      for (r, region) in regions.enumerated() where region.box.insetBy(-2).contains(x: word.box.midX, y: word.box.midY)
      {
        for (c, cell) in region.cells.enumerated()
        where cell.box.insetBy(-1).contains(x: word.box.midX, y: word.box.midY)
          && cell.box.area < best?.area ?? .infinity
        {
          best = (CellKey(region: r, cell: c), cell.box.area)
        }
      }
      if let best { cellWords[best.key, default: []].append(word) } else { free.append(word) }
    }

    var blocks: [Block] = []
    for (r, region) in regions.enumerated() {
      let filled = region.cells.indices.filter { cellWords[CellKey(region: r, cell: $0)] != nil }
      if filled.isEmpty { continue }
      let isFields = isFields(region, printed: { cellWords[CellKey(region: r, cell: $0)] ?? [] }, of: page)
      if region.cells.count == 1 || isFields || isFrame(region, index: r, of: regions)
        || isRowOfBlanks(region, among: regions, words: words) || isColumnOfBlanks(region, words: words)
        || TickedBetween.parts(region, regions, words: words)
      {
        // One box around text, the borders of fields or blanks, or a frame around other tables: its text flows with the
        // page's.
        for c in filled { free += cellWords[CellKey(region: r, cell: c)] ?? [] }
        continue
      }
      blocks.append(.table(table(region, index: r, words: cellWords, page: page.number)))
    }
    for table in RowsBetweenRules(page: page, words: free).tables() {
      free.removeAll { table.box.contains(x: $0.box.midX, y: $0.box.midY) }
      blocks.append(.table(table))
    }
    let cards = BoxesBeside(of: page, words: free, tables: blocks.map(\.box))
    // No column of the page ends within a card.
    let columns = PageColumns(words: words, tables: blocks.map(\.box) + cards.boxes + cards.frames, page: page)
    func zone(_ box: Box) -> Int { columns?.zone(of: box) ?? 0 }
    /// The order of reading: where the column, the card beside others and the block itself begin.
    func order(_ block: Block) -> Order {
      let card = cards.index(of: block.box)
      let begin = card.map { cards.boxes[$0].y0.rounded() } ?? top(block)
      return Order(zone: zone(block.box), begin: begin, card: card ?? -1, top: top(block), x: block.box.x0)
    }
    let isWhole = columns == nil && cards.boxes.isEmpty
    let parts =
      isWhole ? [[0, -1]: free] : Dictionary(grouping: free) { [zone($0.box), cards.index(of: $0.box) ?? -1] }
    for (_, words) in parts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      blocks += withoutTypedRules(markingRules(Chunking.lines(of: words, page: page.number), of: page)).map(Block.line)
    }
    let ordered = blocks.map { (block: $0, order: order($0)) }.sorted { $0.order < $1.order }.map(\.block)
    return isWhole ? ordered : markingRules(between: ordered, of: page)
  }

  /// Notes the rules between the lines of one part of the page and those of the next: under a heading over cards.
  private static func markingRules(between blocks: [Block], of page: PageLayout) -> [Block] {
    let across = rulesAcross(page)
    return zip([nil] + blocks.map(Optional.some), blocks).map { above, block in
      guard case .line(let upper) = above, case .line(var line) = block, !line.isBelowRule,
        upper.box.midY < line.box.midY
      else { return block }
      line.isBelowRule = across.contains { parts($0, upper, from: line) }
      return .line(line)
    }
  }

  private struct Order: Comparable {
    var zone: Int
    var begin: Double
    var card: Int
    var top: Double
    var x: Double

    static func < (a: Order, b: Order) -> Bool {
      (a.zone, a.begin, a.card, a.top, a.x) < (b.zone, b.begin, b.card, b.top, b.x)
    }
  }

  /// Where a block begins. Rules may lead down to a table from the page's head, beside the rest of a cell that the page
  /// before began: that stands above the table.
  private static func top(_ block: Block) -> Double {
    guard case .table(let table) = block else { return block.box.y0 }
    return table.cells.lazy.map(\.box.y0).min() ?? table.box.y0
  }

  /// Lines of dashes are rules that were typed.
  private static func withoutTypedRules(_ lines: [TextLine]) -> [TextLine] {
    var result: [TextLine] = []
    var isBelow = false
    for line in lines {
      let isRule =
        line.words.contains { isTypedRule($0.text) }
        && line.words.allSatisfy { $0.field == nil && (isTypedRule($0.text) || $0.text == "--" || $0.text == "==") }
      if isRule {
        isBelow = true
        continue
      }
      var line = line
      line.isBelowRule = line.isBelowRule || isBelow
      isBelow = false
      result.append(line)
    }
    return result
  }

  private static func isTypedRule(_ text: String) -> Bool {
    text.utf8.count >= 3 && text.unicodeScalars.allSatisfy { "-=_*+|─━═".unicodeScalars.contains($0) }
  }

  /// Notes which lines have a drawn rule between them and the line above: rows of tables ruled only across.
  private static func markingRules(_ lines: [TextLine], of page: PageLayout) -> [TextLine] {
    let across = rulesAcross(page)
    guard !across.isEmpty else { return lines }
    var result = lines
    for i in result.indices.dropFirst() {
      result[i].isBelowRule = across.contains { parts($0, lines[i - 1], from: lines[i]) }
    }
    return result
  }

  private static func rulesAcross(_ page: PageLayout) -> [Rule] {
    page.rules.filter { $0.isHorizontal && $0.box.width > page.width * 0.25 }
  }

  private static func parts(_ rule: Rule, _ upper: TextLine, from line: TextLine) -> Bool {
    rule.box.midY > upper.box.midY && rule.box.midY < line.box.midY && rule.box.x0 < line.box.x1
      && rule.box.x1 > line.box.x0
  }

  private struct CellKey: Hashable {
    var region: Int
    var cell: Int
  }

  /// Whether the region is no more than the borders of form fields that stand side by side: their labels lie outside.
  private static func isFields(
    _ region: RuledGrid.Region, printed words: (Int) -> [Word], of page: PageLayout
  ) -> Bool {
    let fields = page.fields.filter { region.box.insetBy(-3).contains(x: $0.box.midX, y: $0.box.midY) }
    guard fields.count >= 2 else { return false }
    let own = region.cells.filter { cell in fields.contains { matches($0.box, cell.box) } }.count
    let labelled = region.cells.indices.filter { words($0).contains { $0.field == nil && !Ticks.isTick($0) } }
    let isBare = labelled.allSatisfy { region.cells[$0].columnSpan == region.columnCount }
    return own * 3 >= fields.count * 2 && isBare
  }

  /// The borders of blanks that stand side by side behind what is asked for, as in other lines of the form: "☒ Speech
  /// [Individual] [30] [Speech room]".
  private static func isRowOfBlanks(
    _ region: RuledGrid.Region, among regions: [RuledGrid.Region], words: [Word]
  ) -> Bool {
    func isRow(_ region: RuledGrid.Region) -> Bool {
      region.rowCount == 1 && region.cells.count >= 3 && region.box.height < 30
    }
    guard isRow(region) else { return false }
    let alike = regions.filter { other in
      isRow(other) && other.cells.count == region.cells.count
        && zip(other.cells, region.cells).allSatisfy {
          abs($0.box.x0 - $1.box.x0) < 2 && abs($0.box.x1 - $1.box.x1) < 2
        }
    }
    let asked = words.contains { word in
      word.box.x1 < region.box.x0 + 2 && region.box.y0 < word.box.midY && word.box.midY < region.box.y1
    }
    return asked && alike.count >= 2
  }

  /// Boxes one below the other, each behind what is asked for: "☒ Speech [30 minutes ...]" over "☐ Counseling [ ]".
  private static func isColumnOfBlanks(_ region: RuledGrid.Region, words: [Word]) -> Bool {
    guard region.columnCount == 1, region.cells.count >= 2 else { return false }
    return region.cells.allSatisfy { cell in
      words.contains { $0.box.x1 < cell.box.x0 + 2 && cell.box.y0 < $0.box.midY && $0.box.midY < cell.box.y1 }
    }
  }

  private static func matches(_ a: Box, _ b: Box) -> Bool {
    abs(a.x0 - b.x0) < 3 && abs(a.x1 - b.x1) < 3 && abs(a.y0 - b.y0) < 3 && abs(a.y1 - b.y1) < 3
  }

  /// Whether another table lies wholly inside one of the region's cells.
  private static func isFrame(_ region: RuledGrid.Region, index: Int, of regions: [RuledGrid.Region]) -> Bool {
    region.cells.count <= 3
      && regions.enumerated().contains { other, inner in
        other != index && inner.cells.count > 1
          && region.cells.contains { cell in
            cell.box.insetBy(-1).contains(x: inner.box.x0, y: inner.box.y0)
              && cell.box.insetBy(-1).contains(x: inner.box.x1, y: inner.box.y1)
          }
      }
  }

  private static func table(
    _ region: RuledGrid.Region, index: Int, words: [CellKey: [Word]], page: Int
  ) -> Table {
    let cells = region.cells.enumerated().map { c, cell in
      Cell(
        page: page, box: cell.box,
        lines: Chunking.lines(of: words[CellKey(region: index, cell: c)] ?? [], page: page),
        row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan)
    }
    return Table(
      kind: .ruled, page: page, box: region.box, cells: cells, rowCount: region.rowCount,
      columnCount: region.columnCount)
  }
}
