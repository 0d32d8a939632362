import Extraction
import IEPModel

/// Labels of two columns that stand so close that they read as one: "Inside regular class Outside regular" over
/// "room | class room". A blank between two of their words is clearly wider than the others, and the line above or
/// below has a label on either side of it.
enum TightLabels {
  /// How much wider than any blank within a label the blank between two labels is.
  private static let widening = 2.0

  /// The words at their widest blanks, a part for each column, each over its own and no other; `nil` where they part
  /// otherwise.
  static func parts(of words: [Word], over columns: [Box]) -> [Box]? {
    guard columns.count >= 2, words.count > columns.count else { return nil }
    let blanks = words.indices.dropFirst().map { (at: $0, width: words[$0].box.x0 - words[$0 - 1].box.x1) }
      .sorted { ($1.width, $0.at) < ($0.width, $1.at) }
    let (between, within) = (blanks.prefix(columns.count - 1), blanks.dropFirst(columns.count - 1))
    guard let narrowest = between.last?.width, let widest = within.first?.width, narrowest > 0,
      narrowest >= widest * widening
    else { return nil }
    let bounds = [0] + between.map(\.at).sorted() + [words.count]
    let parts = zip(bounds, bounds.dropFirst()).compactMap { Box.around(words[$0..<$1].map(\.box)) }
    guard parts.count == columns.count else { return nil }
    let isOverOwn = parts.indices.allSatisfy { index in
      columns.indices.filter { columns[$0].x0 - 2 < parts[index].x1 && columns[$0].x1 + 2 > parts[index].x0 } == [index]
    }
    return isOverOwn ? parts : nil
  }

  /// The columns with each label of `core` parted over whose parts `line` has a label each.
  static func parted(_ columns: [Box], of core: TextLine, by line: TextLine) -> [Box] {
    columns.flatMap { column -> [Box] in
      let near = line.chunks.map(\.box).filter { column.x0 - 2 < $0.x1 && column.x1 + 2 > $0.x0 }
      guard near.count >= 2, let words = core.groups.first(where: { Box.around($0.map(\.box)) == column }) else {
        return [column]
      }
      return parts(of: Array(words), over: near) ?? [column]
    }
  }
}
