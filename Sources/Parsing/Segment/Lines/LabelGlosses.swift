import Extraction
import IEPModel

/// Forms that print below each label, in small letters, the same in another language or what to write there: such a
/// gloss is neither a word of the label nor of the value that stands below both.
struct LabelGlosses: Sendable {
  let isLabel: @Sendable (String) -> Bool

  /// The blocks without the glosses of their labels, where the document sets several labels so.
  func removed(from blocks: [Block]) -> [Block] {
    let styles = styles(of: blocks)
    guard !styles.isEmpty else { return blocks }
    var result: [Block] = []
    for block in blocks {
      switch block {
      case .table(var table):
        for index in table.cells.indices {
          let lines = table.cells[index].lines
          let kept = without(styles, lines)
          if kept != lines { table.cells[index].lines = kept }
        }
        result.append(.table(table))
      case .line(let line):
        var above: TextLine?
        if case .line(let last)? = result.last, last.page == line.page { above = last }
        if let line = without(styles, line, below: above) { result.append(.line(line)) }
      }
    }
    return result
  }

  /// How a line is set, if all of it is set alike.
  private struct Style: Hashable {
    var font: String
    /// Quarters of a point.
    var size: Int

    init?(_ words: [Word]) {
      guard let first = words.first, words.allSatisfy({ $0.field == nil && !$0.isBold }),
        words.allSatisfy({ $0.fontName == first.fontName && abs($0.fontSize - first.fontSize) < 0.1 })
      else { return nil }
      font = first.fontName
      size = Int((first.fontSize * 4).rounded())
    }
  }

  /// The styles of what stands, smaller than both, between a label and its value.
  private func styles(of blocks: [Block]) -> Set<Style> {
    var counts: [Style: Int] = [:]
    func count(_ label: TextLine, _ gloss: TextLine, _ value: TextLine) {
      guard Self.isSmall(gloss, beside: label), Self.isSmall(gloss, beside: value), let style = Style(gloss.words),
        !value.isBold, !value.chunks.contains(where: { isLabel($0.text) }),
        label.chunks.allSatisfy({ isLabel($0.text) }), !gloss.chunks.contains(where: { isLabel($0.text) })
      else { return }
      counts[style, default: 0] += 1
    }
    for (index, block) in blocks.enumerated() {
      switch block {
      case .table(let table):
        for cell in table.cells where cell.lines.count >= 3 { count(cell.lines[0], cell.lines[1], cell.lines[2]) }
      case .line(let gloss):
        guard index > 0, index + 1 < blocks.count, case .line(let label) = blocks[index - 1],
          case .line(let value) = blocks[index + 1], label.page == gloss.page, value.page == gloss.page
        else { continue }
        count(label, gloss, value)
      }
    }
    return Set(counts.filter { $0.value >= Self.fewest }.keys)
  }

  private static func isSmall(_ line: TextLine, beside other: TextLine) -> Bool {
    line.fontSize < other.fontSize - 0.4
  }

  private func without(_ styles: Set<Style>, _ lines: [TextLine]) -> [TextLine] {
    var kept: [TextLine] = []
    for line in lines {
      if let line = without(styles, line, below: kept.last) { kept.append(line) }
    }
    return kept
  }

  /// A line without its gloss; `nil` where all of it is one.
  private func without(_ styles: Set<Style>, _ line: TextLine, below above: TextLine?) -> TextLine? {
    if let style = Style(line.words), styles.contains(style), let above, Self.isSmall(line, beside: above),
      above.isBold || isLabel(above.text), !line.chunks.contains(where: { isLabel($0.text) })
    {
      return nil
    }
    // "Annual Goals / Metas anuales": in the line of the label itself.
    let label = line.words.prefix { $0.isBold }
    let rest = Array(line.words[label.count...])
    guard let last = label.last, let first = rest.first, let style = Style(rest), styles.contains(style),
      first.text.hasPrefix("/"), first.fontSize < last.fontSize - 0.4
    else { return line }
    return TextLine(page: line.page, words: Array(label))
  }

  /// As many labels show that the document sets its labels so.
  private static let fewest = 3
}
