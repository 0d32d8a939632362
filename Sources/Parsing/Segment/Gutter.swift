import Extraction
import IEPModel

/// Cards that stand beside each other without rules: the same label twice on one line. Read line by line they would be
/// woven into one another; this puts each card's lines together, the left one first.
enum Gutter {
  /// The lines in the order of the cards; unchanged where none stand side by side.
  static func untangled(_ lines: [TextLine], isLabel: (String) -> Bool) -> [TextLine] {
    var result: [TextLine] = []
    var index = 0
    /// The first line of the pair of cards right above, and its seam.
    var above: (line: TextLine, seam: Double, label: String)?
    while index < lines.count {
      var found = seam(at: index, in: lines, isLabel: isLabel)
      // A title over one card of the two ("Service 4") moves its lines off those of its neighbour.
      if found == nil, let above, begins(lines[index], like: above.line),
        lines[index].chunks.contains(where: { abs($0.box.x0 - 1 - above.seam) < 3 })
      {
        found = (above.seam, above.label)
      }
      guard let (seam, opening) = found else {
        result.append(lines[index])
        index += 1
        above = nil
        continue
      }
      above = (lines[index], seam, opening)
      // All the lines that follow and keep to the gutter, set no farther apart; the first label again begins the next
      // pair of cards.
      var left: [TextLine] = []
      var right: [TextLine] = []
      let first = index
      var widest = lines[first].height
      while index < lines.count, lines[index].page == lines[first].page {
        let line = lines[index]
        if index > first {
          let gap = line.box.y0 - lines[index - 1].box.y1
          let next = self.seam(at: index, in: lines, isLabel: isLabel)
          if gap > max(widest * 1.6, line.height) { break }
          if let next, abs(next.x - seam) >= 12 || next.label == opening { break }
          if begins(line, like: lines[first]) { break }
          widest = max(widest, gap)
        }
        let (a, b) = split(line, at: seam)
        if line.chunks.contains(where: { $0.box.x0 < seam - 6 && $0.box.x1 > seam + 2 }) { break }
        if let a { left.append(a) }
        if let b { right.append(b) }
        index += 1
      }
      result += left + right
    }
    return result
  }

  /// A label in a column of its own and its value, as in the first line of another pair.
  private static func begins(_ line: TextLine, like first: TextLine) -> Bool {
    line.chunks.count >= 2 && first.chunks.count >= 2 && line.page == first.page
      && line.chunks[0].text == first.chunks[0].text && line.chunks[0].text != line.chunks[1].text
      && zip(line.chunks.prefix(2), first.chunks).allSatisfy { abs($0.box.x0 - $1.box.x0) < 3 }
  }

  /// Where the second card begins, in points from the left edge, and the label: a line of two labels that are the same.
  private static func seam(
    at index: Int, in lines: [TextLine], isLabel: (String) -> Bool
  ) -> (x: Double, label: String)? {
    let line = lines[index]
    guard line.chunks.count >= 2 else { return nil }
    let labels = line.groups.map(label)
    for k in labels.indices.dropFirst() {
      guard let label = labels[k], label == labels[0], isLabel(label) else { continue }
      return (line.chunks[k].box.x0 - 1, label)
    }
    // "Recommended | Speech | Recommended | Vision" over "Service | Service": labels in columns of their own.
    guard line.chunks.count == 4, line.chunks[0].text == line.chunks[2].text else { return nil }
    var label = line.chunks[0].text
    if index + 1 < lines.count, lines[index + 1].chunks.count == 2,
      lines[index + 1].chunks[0].text == lines[index + 1].chunks[1].text, lines[index + 1].page == line.page
    {
      label += " " + lines[index + 1].chunks[0].text
    }
    return isLabel(label) || isLabel(line.chunks[0].text) ? (line.chunks[2].box.x0 - 1, label) : nil
  }

  /// The words of a chunk up to a colon.
  private static func label(_ words: [Word]) -> String? {
    guard let colon = words.prefix(6).firstIndex(where: { $0.text.hasSuffix(":") }),
      words[...colon].allSatisfy({ $0.field == nil })
    else { return nil }
    return words[...colon].map(\.text).joined(separator: " ")
  }

  private static func split(_ line: TextLine, at seam: Double) -> (TextLine?, TextLine?) {
    let left = line.words.filter { $0.box.x0 < seam }
    let right = line.words.filter { $0.box.x0 >= seam }
    return (
      left.isEmpty ? nil : TextLine(page: line.page, words: left),
      right.isEmpty ? nil : TextLine(page: line.page, words: right)
    )
  }
}
