import Extraction
import IEPModel

/// Values that begin right behind their labels, with no more than a blank between, where the other values of the column
/// begin further behind theirs: "Service Type Speech Therapy" over "Times | 2 a week".
enum LabelSeam {
  /// How far a value may stand from where its column begins, in points.
  private static let tolerance = 1.5
  /// How many lines above and below are asked where values begin.
  private static let reach = 12
  private static let leastLines = 2

  /// The lines with each label parted from its value where other values begin; a label is bold and its value is not.
  static func parted(_ lines: [TextLine]) -> [TextLine] {
    let seams = lines.map(seams)
    guard seams.contains(where: { !$0.isEmpty }) else { return lines }
    return lines.indices.map { index in
      let near = seams[max(0, index - reach)..<min(lines.count, index + reach + 1)].joined()
      return near.isEmpty ? lines[index] : parted(lines[index], at: Array(near))
    }
  }

  /// Where the line's values begin behind their labels.
  private static func seams(of line: TextLine) -> [Double] {
    zip(line.chunks, line.chunks.dropFirst()).filter { $0.isBold && !$1.isBold && $1.field == nil }.map(\.1.box.x0)
  }

  private static func parted(_ line: TextLine, at seams: [Double]) -> TextLine {
    var isParted = false
    let cells = line.groups.flatMap { group -> [[Word]] in
      guard let value = group.firstIndex(where: { !$0.isBold }), value > 0, group[0].isBold,
        group[value...].allSatisfy({ !$0.isBold && $0.field == nil }),
        seams.filter({ abs($0 - group[value].box.x0) < tolerance }).count >= leastLines
      else { return [group] }
      isParted = true
      return [Array(group[..<value]), Array(group[value...])]
    }
    guard isParted else { return line }
    var result = TextLine(page: line.page, cells: cells)
    result.isBelowRule = line.isBelowRule
    return result
  }
}
