import Extraction
import IEPModel

/// A row of a narrow table whose cells stand no further apart than words do: it begins a word right under each label.
enum FlushRow {
  /// As near to a label's left edge a word begins that stands under it, in points.
  private static let slack = 1.0
  /// Fewer columns may be met by chance.
  private static let fewest = 5

  /// The line cut at the labels' left edges where it reads as one run of words and keeps to nearly all of them.
  static func cut(_ line: TextLine, under header: AlignedHeader) -> TextLine {
    guard header.columns.count >= fewest, line.chunks.count * 2 < header.columns.count,
      line.words.count >= header.columns.count - 1, line.words.allSatisfy({ $0.field == nil })
    else { return line }
    let starts = header.columns.map(\.x0)
    let cuts = line.words.indices.filter { index in
      starts.contains { abs($0 - line.words[index].box.x0) < slack }
    }
    guard cuts.first == 0, cuts.count >= fewest, cuts.count + 1 >= starts.count else { return line }
    let cells = zip(cuts, cuts.dropFirst() + [line.words.count]).map { Array(line.words[$0..<$1]) }
    return TextLine(page: line.page, cells: cells)
  }
}
