import Extraction
import IEPModel

/// Tells whether words go on with a value in the column of its label: "Provider: Special Education ¦ Start: 9/10" over
/// "Teacher".
enum ColumnWrap {
  /// The words begin below the label and keep within its column.
  /// - Parameters:
  ///   - label: where the label begins, in points from the left.
  ///   - edge: where the next column begins.
  static func fits(_ words: ArraySlice<Word>, below label: Double, before edge: Double) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    return abs(first.box.x0 - label) <= 3 && last.box.x1 <= edge
  }

  /// The value's line, which ends at `end`, had no room for the first of the words.
  /// - Parameter height: of the line in points.
  static func isFull(upTo end: Double, for words: ArraySlice<Word>, before edge: Double, height: Double) -> Bool {
    end + Ticks.width(ofNext: words) + height * 0.3 > edge - height
  }
}
