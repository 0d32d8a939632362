import IEPModel

/// Columns beside the goals of a table whose labels no vocabulary has: "Where the student is", "Short-term steps". What
/// stands in them says what they are.
enum UnnamedGoalColumns {
  /// The roles with those of unnamed columns put in, by their cells from the first row of goals on.
  static func named(_ known: [GoalRole?], of table: Table, from first: Int) -> [GoalRole?] {
    guard let goals = known.firstIndex(of: .text) else { return known }
    var roles = known
    for column in roles.indices where roles[column] == nil {
      let cells = table.cells.filter {
        $0.column == column && $0.row >= first && $0.columnSpan == 1 && !$0.isEmpty && !CellReading.isBlank($0.text)
      }
      guard !cells.isEmpty else { continue }
      if !roles.contains(.objectives), cells.allSatisfy(isList) {
        roles[column] = .objectives
      } else if !roles.contains(.number), !roles.contains(.area), column < goals, cells.allSatisfy(isCountedArea) {
        roles[column] = .number
      } else if !roles.contains(.baseline), column < goals, isBaseline(cells.map(\.text)) {
        roles[column] = .baseline
      }
    }
    return roles
  }

  /// "1. Count pennies ..." over "2. Count nickels ...".
  private static func isList(_ cell: Cell) -> Bool {
    RowMarks.isListItem(cell.text) && GoalParagraph.isObjective(cell.text)
  }

  /// "3. Fine motor": the goal's number and its area.
  private static func isCountedArea(_ cell: Cell) -> Bool {
    guard let (mark, area) = RowMarks.split(cell.text), let count = Int(mark.trimmingCharacters(".):")) else {
      return false
    }
    return (1...40).contains(count) && area.first?.isUppercase == true && area.blankSeparated.count <= 4
      && !area.hasSuffix(".")
  }

  /// Sentences of what is so, most with a figure, before the sentences of what is to be.
  private static func isBaseline(_ texts: [String]) -> Bool {
    let levels = texts.filter { text in
      text.hasSuffix(".") && text.first?.isUppercase == true && text.split(separator: " ").count >= 4
        && !text.contains(inAnyCase: " will ") && !text.contains(inAnyCase: " need")
    }
    let measured = levels.filter { text in
      text.contains(where: \.isNumber) || LabelTokens.words(text).contains(where: figures.contains)
    }
    return levels.count == texts.count && measured.count * 2 > texts.count
  }

  private static let figures: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "once", "twice",
  ]
}
