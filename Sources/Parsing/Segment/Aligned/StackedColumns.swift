import Extraction
import IEPModel

/// Columns of which each asks for two things below one another, "Service" over "Provider" and "Start" over "End": the
/// second line of a row fills these columns and no others.
struct StackedColumns {
  private let stacked: Set<Int>

  /// - Parameter printed: the lines of the labels.
  init(under printed: [TextLine], columns: AlignedColumns, cues: AlignedTableCues) {
    guard printed.count == 2 else {
      stacked = []
      return
    }
    func labels(_ line: TextLine) -> [Int: String] {
      Dictionary(grouping: line.words) { columns.column(of: $0) }.mapValues {
        $0.map(\.text).joined(separator: " ")
      }
    }
    let (upper, lower) = (labels(printed[0]), labels(printed[1]))
    func isWhole(_ text: String?) -> Bool { text.map { cues.labelFit($0) >= 0.95 } ?? false }
    let found = upper.keys.filter { isWhole(upper[$0]) && isWhole(lower[$0]) }
    // Labels that wrap are no two labels.
    stacked = found.count >= 2 && lower.count == found.count && found.count < upper.count ? Set(found) : []
  }

  /// Whether a line is the second one of the row whose first line stands right above it.
  func goesOn(_ line: TextLine, in filled: Set<Int>, below last: TextLine, in above: Set<Int>) -> Bool {
    !stacked.isEmpty && !line.isBelowRule && filled.isSubset(of: stacked) && !above.isSubset(of: stacked)
      && line.page == last.page && line.box.y0 - last.box.y1 < max(line.height, 6) * 0.8
  }
}
