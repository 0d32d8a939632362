import Extraction
import IEPModel

/// Forms that print what a blank asks for below it, like the caption under a line to sign on: their captions are moved
/// above the values, where all other forms have their labels.
struct CaptionsBelow: Sendable {
  let isLabel: @Sendable (String) -> Bool

  /// The blocks with each caption before what it stands under, where the document sets its labels so.
  func lifted(_ printed: [Block]) -> [Block] {
    let blocks = printed.map { block -> Block in
      if case .table(let table) = block { return .table(liftedInCells(of: table)) }
      return block
    }
    guard let size = captionSize(blocks) else { return blocks }
    var result: [Block] = []
    /// Where the lines begin that the next caption is for.
    var start = 0
    for (index, block) in blocks.enumerated() {
      guard case .line(let line) = block else {
        result.append(block)
        start = result.count
        continue
      }
      var above: TextLine?
      if start < result.count, case .line(let last)? = result.last, last.page == line.page { above = last }
      if abs(line.fontSize - size) < 0.3, mayBeCaption(line), let last = above, last.fontSize > size + 0.4,
        stands(line, under: last),
        line.box.y0 - last.box.y1 < line.height * 1.8,
        isNearer(line, to: last, thanTo: index + 1 < blocks.count ? blocks[index + 1] : nil),
        case let row = line.chunks.count > 1 ? self.row(above: line, in: result, from: start) : start,
        case .line(let first) = result[row]
      {
        start = row
        result.insert(.line(lifted(line, over: first, below: start > 0 ? result[start - 1] : nil)), at: start)
        start = result.count
        continue
      }
      // A heading or a wide gap parts a caption from what stands before.
      if let last = above, line.box.y0 - last.box.y1 < line.height * 1.1, !isBreak(last) {
        result.append(block)
      } else {
        start = result.count
        result.append(block)
      }
    }
    return result
  }

  /// A caption stands closer under its value than over what comes next: "How checked" over its answer is a label.
  private func isNearer(_ line: TextLine, to above: TextLine, thanTo next: Block?) -> Bool {
    guard let next, next.page == line.page else { return true }
    return line.box.y0 - above.box.y1 < max(next.box.y0 - line.box.y1, 1)
  }

  /// The caption above its first value; of several side by side, midway to what stands above where there is little room.
  private func lifted(_ caption: TextLine, over first: TextLine, below above: Block?) -> TextLine {
    let height = caption.box.height
    var y = first.box.y0 - height - 1
    if caption.chunks.count > 1, let above, above.page == first.page, above.box.y1 > y, above.box.y1 < first.box.y0 {
      y = (above.box.y1 + first.box.y0 - height) / 2
    }
    return caption.moved(to: y)
  }

  /// Where the values begin that stand above captions side by side: a heading over them keeps to none but the first.
  private func row(above line: TextLine, in blocks: [Block], from start: Int) -> Int {
    var first = blocks.count - 1
    while first > start, case .line(let value) = blocks[first - 1], stands(line, under: value),
      value.chunks.allSatisfy({ chunk in line.chunks.contains { abs($0.box.x0 - chunk.box.x0) < 6 } })
    { first -= 1 }
    return first
  }

  /// Captions side by side stand each under its value: the labels of a table below a sentence do not.
  private func stands(_ line: TextLine, under above: TextLine) -> Bool {
    line.chunks.count == 1
      || above.chunks.contains { value in line.chunks.dropFirst().contains { abs($0.box.x0 - value.box.x0) < 6 } }
  }

  /// A table whose cells say a value and below it what it is: each caption goes before its value.
  private func liftedInCells(of table: Table) -> Table {
    let captioned = table.cells.indices.filter { isCaptioned(table.cells[$0]) }
    let labelled = table.cells.filter { $0.lines.count >= 2 && isLabel(Self.bare($0.lines[0].text)) }
    let filled = table.cells.filter { !$0.isEmpty }.count
    // "School" over "Psychologist" in row after row of a table is a value that wraps: captions differ.
    let captions = Set(captioned.compactMap { table.cells[$0].lines.last?.text })
    guard captions.count >= Self.fewest, captions.count * 4 >= captioned.count * 3, captioned.count * 2 >= filled,
      captioned.count > labelled.count * 2
    else { return table }
    var table = table
    for index in captioned {
      var lines = table.cells[index].lines
      guard let caption = lines.popLast(), let first = lines.first else { continue }
      let moved = caption.moved(to: first.box.y0 - caption.box.height - 1)
      table.cells[index].lines = [moved] + lines
    }
    return table
  }

  private func isCaptioned(_ cell: Cell) -> Bool {
    guard (2...4).contains(cell.lines.count), let last = cell.lines.last, let first = cell.lines.first else {
      return false
    }
    return mayBeCaption(last) && isLabel(Self.bare(last.text)) && !isLabel(Self.bare(first.text))
      && !first.text.hasSuffix(":") && !last.text.contains(": ")
  }

  /// "Date of Birth (mm/dd/yy)" without what it says of the shape.
  private static func bare(_ text: String) -> String {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else { return text }
    return String(text[..<open]).trimmingBlanks
  }

  /// A heading is no value of the caption that follows.
  private func isBreak(_ line: TextLine) -> Bool { line.isBold }

  private func mayBeCaption(_ line: TextLine) -> Bool {
    line.words.allSatisfy { $0.field == nil && !Ticks.isTick($0) } && !line.isBold
  }

  /// Captions side by side, of which one or another may be the form's own.
  private func isCaption(_ line: TextLine) -> Bool {
    guard mayBeCaption(line) else { return false }
    let known = line.chunks.count { isLabel($0.text) }
    return known == line.chunks.count || known >= 2 && known * 2 >= line.chunks.count
  }

  /// The type size of the document's captions, in points, where they are smaller than, and close under, what stands
  /// above them; `nil` where labels stand as usual.
  private func captionSize(_ blocks: [Block]) -> Double? {
    // Few documents have enough lines so set: the words are asked of those that have.
    var close: [(line: TextLine, above: TextLine)] = []
    var apart: [(line: TextLine, above: TextLine)] = []
    for (index, block) in blocks.enumerated().dropFirst() {
      guard case .line(let line) = block, case .line(let above) = blocks[index - 1], above.page == line.page else {
        continue
      }
      var next = Double.infinity
      if index + 1 < blocks.count, blocks[index + 1].page == line.page {
        next = blocks[index + 1].box.y0 - line.box.y1
      }
      if line.fontSize < above.fontSize - 0.5, line.box.y0 - above.box.y1 < next * 0.7 {
        close.append((line, above))
      } else {
        apart.append((line, above))
      }
    }
    // Captions side by side on two lines or more show it, however few the lines.
    func captions(_ lines: some Sequence<TextLine>) -> Int { lines.reduce(0) { $0 + $1.chunks.count } }
    guard close.count >= 2, captions(close.map(\.line)) >= Self.fewest else { return nil }
    func isCaptioned(_ pair: (line: TextLine, above: TextLine)) -> Bool {
      isCaption(pair.line) && !isCaption(pair.above) && stands(pair.line, under: pair.above)
    }
    let captioned = close.filter(isCaptioned).map(\.line)
    let sizes = Dictionary(grouping: captioned) { Int(($0.fontSize * 4).rounded()) }.mapValues(captions)
    guard let most = sizes.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value >= Self.fewest else {
      return nil
    }
    // Where captions stand side by side, a label alone over its answer speaks of other things.
    let rows = captioned.filter { $0.chunks.count >= 2 }
    let isInRows = rows.count >= 2 && captions(rows) >= Self.fewest
    let others = apart.filter { isCaptioned($0) && (!isInRows || $0.line.chunks.count >= 2) }.map(\.line)
    guard isInRows ? captions(rows) >= captions(others) * 3 : captioned.count >= max(Self.fewest, others.count * 3)
    else {
      return nil
    }
    return Double(most.key) / 4
  }

  /// As many captions show that the document sets its labels so.
  private static let fewest = 5
}

extension TextLine {
  /// The line set elsewhere on its page, or on another.
  func moved(to y: Double, onPage page: Int? = nil) -> TextLine {
    let shift = y - box.y0
    return TextLine(
      page: page ?? self.page,
      cells: groups.map { group in
        group.map { word in
          var word = word
          word.box = word.box.movedDown(shift)
          return word
        }
      })
  }
}

extension Box {
  /// - Parameter distance: in points; upward where it is negative.
  func movedDown(_ distance: Double) -> Box {
    Box(x0: x0, y0: y0 + distance, x1: x1, y1: y1 + distance)
  }
}
