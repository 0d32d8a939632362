import Extraction
import IEPModel

/// Labels that fill their column up to the value beside them: in "How much 40 minutes" over "Where    Resource room" the
/// columns of the next line part the two, though no gap does.
enum FullLabels {
  static func parted(_ lines: [TextLine], isLabel: (String) -> Bool) -> [TextLine] {
    lines.enumerated().map { index, line in
      let neighbours = [index + 1, index - 1].filter(lines.indices.contains).map { lines[$0] }
      return neighbours.compactMap { parted(line, as: $0, isLabel: isLabel) }.first ?? line
    }
  }

  private static func parted(_ line: TextLine, as other: TextLine, isLabel: (String) -> Bool) -> TextLine? {
    // Chunks are counted before the words are dealt out to them: most lines end here.
    guard line.chunks.count == 1, other.chunks.count == 2, line.page == other.page, line.words.count >= 2,
      line.words.allSatisfy({ $0.field == nil }), case let columns = other.groups,
      abs(columns[0][0].box.x0 - line.words[0].box.x0) < 1,
      let cut = line.words.indices.dropFirst().first(where: {
        abs(line.words[$0].box.x0 - columns[1][0].box.x0) < 1
      }),
      isLabel(InlineLabels.text(columns[0][...])), isLabel(InlineLabels.text(line.words[..<cut]))
    else { return nil }
    return TextLine(page: line.page, cells: [Array(line.words[..<cut]), Array(line.words[cut...])])
  }
}
