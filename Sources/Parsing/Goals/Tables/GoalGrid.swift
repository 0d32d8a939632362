import IEPModel

/// A table that gives each goal a column and each fact a row: "Area | Reading | Writing", "Annual goal | ... | ...".
enum GoalGrid {
  static func isTransposed(_ table: Table, labels: LabelTable<GoalRole>) -> Bool {
    guard table.columnCount >= 3, table.rowCount >= 2 else { return false }
    let heads = (0..<table.rowCount).compactMap { row in table.row(row).first { $0.column == 0 && $0.columnSpan == 1 } }
      .filter { !$0.isEmpty }
    let named = heads.filter { !labels.exact($0.text.trimmingColon).isEmpty }
    guard named.count >= 2, named.count * 3 >= heads.count * 2,
      let goals = heads.first(where: { labels.exact($0.text.trimmingColon).contains(.text) })
    else { return false }
    let texts = table.row(goals.row).filter { $0.column > 0 && !$0.isEmpty }
    return texts.count >= 2
      && texts.allSatisfy { GoalSentences.isGoal($0.text) || $0.text.split(separator: " ").count >= 6 }
  }

  /// The facts of each column behind the first, in the order of the rows; a heading over the column comes first.
  static func columns(of table: Table) -> [[Fact]] {
    (1..<table.columnCount).map { column in
      (0..<table.rowCount).compactMap { row in
        let cells = table.row(row)
        guard let value = cells.first(where: { $0.column == column && !$0.isEmpty }) else { return nil }
        let label = cells.first { $0.column == 0 && !$0.isEmpty }
        return Fact(
          label: label?.text.trimmingColon ?? value.text, value: label == nil ? "" : value.text,
          lines: label == nil ? [] : value.lines, place: value.place, labelPlace: label?.place ?? value.place)
      }
    }
  }
}
