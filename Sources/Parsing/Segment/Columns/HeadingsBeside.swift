import Extraction
import IEPModel

/// Two sections side by side on a part of a page: their headings share a line, and below each stands its own text.
extension Segmenter {
  /// The lines of such sections one section after the other, the left one first.
  func partedByHeadings(_ blocks: [Block], bodySize: Double) -> [Block] {
    blocks.runs.flatMap { run -> [Block] in
      switch run {
      case .lines(let lines): partedByHeadings(lines, bodySize: bodySize).map(Block.line)
      case .table(let table): [.table(table)]
      }
    }
  }

  private func partedByHeadings(_ lines: [TextLine], bodySize: Double) -> [TextLine] {
    var result: [TextLine] = []
    var index = 0
    while index < lines.count {
      guard let seam = seam(of: lines[index], bodySize: bodySize) else {
        result.append(lines[index])
        index += 1
        continue
      }
      var end = index + 1
      while end < lines.count, !lines[end].crosses(seam),
        lines[end].chunks.count > 1 || headingCode(lines[end], next: nil, bodySize: bodySize) == nil
      { end += 1 }
      let words = lines[index..<end].flatMap(\.words)
      let columns = [words.filter { $0.box.x0 < seam }, words.filter { $0.box.x0 >= seam }].map {
        Chunking.lines(of: $0, page: lines[index].page)
      }
      // A heading and two lines of text at least.
      guard columns.allSatisfy({ $0.count >= 3 }) else {
        result.append(lines[index])
        index += 1
        continue
      }
      result += columns[0] + columns[1]
      index = end
    }
    return result
  }

  /// Where the right one of two headings begins: each set larger than the text and the name of another section.
  private func seam(of line: TextLine, bodySize: Double) -> Double? {
    guard line.chunks.count == 2, line.fontSize > bodySize * 1.12,
      line.chunks[1].box.x0 - line.chunks[0].box.x1 > line.fontSize * 3
    else { return nil }
    let codes = line.groups.map { headingCode(TextLine(page: line.page, words: $0), next: nil, bodySize: bodySize) }
    guard codes.count == 2, let left = codes[0], let right = codes[1], left != right else { return nil }
    return line.chunks[1].box.x0 - 4
  }
}

extension TextLine {
  /// Whether words that stand together lie on both sides of an upright line.
  fileprivate func crosses(_ x: Double) -> Bool { chunks.contains { $0.box.x0 < x && $0.box.x1 > x + 4 } }
}
