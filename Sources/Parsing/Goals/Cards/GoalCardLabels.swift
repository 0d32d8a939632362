import Extraction
import IEPModel

/// The column of labels of a goal's card: a label may wrap, or the form may explain below it what it asks for. Neither
/// is a value, since the value stands in the cell beside.
struct GoalCardLabels: Sendable {
  let labels: GoalLabels

  /// The table with each such label on one line, without what explains it.
  func settled(_ table: Table) -> Table {
    var settled = table
    for (index, cell) in table.cells.enumerated() where cell.column == 0 && cell.lines.count >= 2 {
      let row = table.cells(startingIn: cell.row).filter { !$0.isEmpty }
      guard row.count == 2, row[0] == cell, row[1].column == cell.columnSpan, let label = label(of: cell) else {
        continue
      }
      settled.cells[index].lines = [label]
    }
    return settled
  }

  /// The label of a cell of several lines; `nil` where they are a label and its value, or no label.
  private func label(of cell: Cell) -> TextLine? {
    let (first, rest) = (cell.lines[0], Array(cell.lines.dropFirst()))
    guard cell.lines.allSatisfy({ line in line.words.allSatisfy { $0.field == nil && !Ticks.isTick($0) } }),
      labels.meaning(of: first.text, isLead: true) != nil
    else { return nil }
    let below = Unwrapping.text(of: rest)
    // "Method" over "How will progress be measured?"
    if FormQuestion.isQuestion(below) { return Self.withoutQuestion(first) }
    guard !rest[0].differsInType(from: first), below.first?.isLowercase == true, !below.hasSuffix("."),
      below.split(separator: " ").count <= 8, !below.contains(where: \.isNumber)
    else { return nil }
    // "Measurable annual goal:" over "conditions, behavior and criterion"; "Procedures and" over "schedule".
    return first.text.hasSuffix(":") ? first : TextLine(page: cell.page, cells: [cell.lines.flatMap(\.words)])
  }

  /// "Present level: What" over "can the student do now?": the question begins behind the label's colon.
  private static func withoutQuestion(_ line: TextLine) -> TextLine {
    guard let colon = line.words.firstIndex(where: { $0.text.hasSuffix(":") }) else { return line }
    return TextLine(page: line.page, words: Array(line.words[...colon]))
  }
}
