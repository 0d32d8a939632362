import Extraction
import IEPModel

/// "SERVICES   D = day   W = week   M = month" on one line: a heading, and beside it what the codes below stand for.
enum HeadingLegend {
  /// The blocks with such a line as two.
  static func parted(_ blocks: [Block]) -> [Block] {
    blocks.flatMap { block -> [Block] in
      guard case .line(let line) = block, let cut = legend(of: line) else { return [block] }
      return [line.words[..<cut], line.words[cut...]].map { .line(TextLine(page: line.page, words: Array($0))) }
    }
  }

  /// The first word of the legend.
  private static func legend(of line: TextLine) -> Int? {
    let chunks = line.chunks
    guard chunks.count >= 3, let heading = chunks.first, heading.text.isCapitals, !heading.text.contains("="),
      chunks.dropFirst().allSatisfy({ Legend.equations(in: $0.text) == 1 && $0.text.utf8.count <= 40 })
    else { return nil }
    return heading.text.split(separator: " ").count
  }
}
