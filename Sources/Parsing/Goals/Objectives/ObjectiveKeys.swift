import IEPModel

/// Which goal each row of a list of objectives serves, where one table lists those of several goals: a column "Goal", or
/// numbers that begin with the goal's ("1a", "2.1", "3-2").
struct ObjectiveKeys: Sendable {
  private let goals: [Int: String]
  private let numbers: [Int: String]

  /// - Parameters:
  ///   - column: of the objectives.
  ///   - first: the first row below the labels.
  init?(_ table: Table, objectives column: Int, from first: Int) {
    let rows = table.cells.filter { $0.column == column && $0.row >= first && !$0.isEmpty }.map(\.row)
    func texts(_ column: Int) -> [Int: String] {
      let cells = table.cells.filter { $0.column == column && rows.contains($0.row) && !$0.isEmpty }
      guard cells.count == rows.count, cells.allSatisfy({ GoalHeading.isCount($0.text) }) else { return [:] }
      return Dictionary(cells.map { ($0.row, $0.text.trimmingCharacters("().:# ")) }, uniquingKeysWith: { a, _ in a })
    }
    let counts = (0..<table.columnCount).filter { $0 != column && !texts($0).isEmpty }
    let named = counts.first { count in
      guard first > 0, let label = table.row(first - 1).first(where: { $0.column == count }) else { return false }
      let words = LabelTokens.of(label.text)
      return words.contains("goal") && !words.contains("objective") && !words.contains("benchmark")
    }
    if let named {
      goals = texts(named)
      numbers = counts.first { $0 != named }.map(texts) ?? [:]
      return
    }
    guard let own = counts.first else { return nil }
    numbers = texts(own)
    goals = numbers.compactMapValues(Self.goal)
    guard goals.count == rows.count, Set(goals.values).count > 1 else { return nil }
  }

  /// The number of the goal that a row's objective serves.
  func goal(_ row: Int) -> String? { goals[row] }

  /// The objective's own number.
  func number(_ row: Int) -> String? { numbers[row] }

  /// 2 of "2a", "2.1" and "2-1".
  private static func goal(_ number: String) -> String? {
    let goal = number.prefix(while: \.isNumber)
    return !goal.isEmpty && goal.count < number.count ? String(goal) : nil
  }
}
