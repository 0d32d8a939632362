import Extraction
import IEPModel

/// Rows of labels beside their values that are told by their distance: lines of one row stand as close as the lines of a
/// paragraph, and the next row further below. "Educational | General Education" over "Setting | Classroom" is one fact
/// there, whatever either word means alone.
struct SpacedRows {
  /// How far a line may stand from where its column begins, in points.
  private static let tolerance = 2.0
  /// The blank between two lines and the type's size, against the least in the run: lines of a row stay below the first,
  /// rows above the second. Where any stands between, distance tells nothing.
  private static let (within, between) = (1.08, 1.17)
  private static let leastRows = 3

  static func joined(_ lines: [TextLine]) -> [TextLine] {
    var result: [TextLine] = []
    var index = 0
    while index < lines.count {
      let run = Run(from: index, in: lines)
      result += run?.rows ?? [lines[index]]
      index += run?.count ?? 1
    }
    return result
  }

  private struct Run {
    let count: Int
    let rows: [TextLine]

    init?(from start: Int, in lines: [TextLine]) {
      // A label of three lines has its value beside the middle one.
      let isAbove = lines[start].chunks.count == 1 && lines[start].isBold && start + 1 < lines.count
      let first = lines[isAbove ? start + 1 : start]
      guard first.chunks.count == 2, first.chunks[0].isBold, !first.chunks[1].isBold,
        first.chunks.allSatisfy({ $0.field == nil })
      else { return nil }
      let (label, value) = (first.chunks[0].box.x0, first.chunks[1].box.x0)
      func isOwn(_ line: TextLine) -> Bool {
        (1...2).contains(line.chunks.count)
          && line.chunks.allSatisfy { chunk in
            chunk.field == nil && abs(chunk.box.x0 - (chunk.isBold ? label : value)) < tolerance
          }
      }
      var end = start + 1
      while end < lines.count, case let (above, line) = (lines[end - 1], lines[end]), line.page == above.page,
        line.box.y0 > above.box.y0, line.box.y0 - above.box.y0 < first.height * 3, isOwn(line)
      {
        end += 1
      }
      let own = lines[start..<end]
      guard own.allSatisfy(isOwn) else { return nil }
      let steps = zip(own, own.dropFirst()).map { $1.box.y0 - $0.box.y1 + first.fontSize }
      guard let least = steps.min(), steps.allSatisfy({ $0 < least * within || $0 > least * between }),
        case let heads = [start] + steps.indices.filter({ steps[$0] > least * between }).map({ start + $0 + 1 }),
        case let rows = zip(heads, heads.dropFirst() + [end]).map({ lines[$0..<$1] }), rows.count >= leastRows,
        // A label may stand beside the middle of its value.
        rows.allSatisfy({ row in row.contains { $0.chunks[0].isBold } }),
        // Of what goes on below, something stands alone: "2027" below "September 25, 2026 to September 24,".
        own.indices.contains(where: { !heads.contains($0) && lines[$0].chunks.count == 1 })
      else { return nil }
      count = own.count
      self.rows = rows.map(Self.row)
    }

    private static func row(of lines: ArraySlice<TextLine>) -> TextLine {
      guard lines.count > 1, let head = lines.first else { return lines[lines.startIndex] }
      let words = lines.flatMap { line in zip(line.chunks, line.groups).map { (isLabel: $0.isBold, words: $1) } }
      let cells = [true, false].map { side in words.filter { $0.isLabel == side }.flatMap(\.words) }.filter {
        !$0.isEmpty
      }
      var row = TextLine(page: head.page, cells: cells)
      row.isBelowRule = head.isBelowRule
      return row
    }
  }
}
