import Extraction

/// A table of tests and what they gave: "Assessment | Score | Date". Where it stands among goals it says nothing of one.
enum TestTable {
  static func isOfTests(_ table: Table, labels: LabelTable<GoalRole>) -> Bool {
    (0..<min(6, table.rowCount - 1)).contains { row in
      let heads = table.cells(startingIn: row).filter { !$0.isEmpty }.map { LabelTokens.words($0.text) }
      return heads.count >= 3 && heads.allSatisfy { $0.count <= 4 }
        && heads.contains { !tests.isDisjoint(with: $0) && results.isDisjoint(with: $0) }
        && heads.contains { !results.isDisjoint(with: $0) && tests.isDisjoint(with: $0) }
    }
      && !table.cells.contains { cell in
        GoalParagraph.looksLikeGoal(cell.text) || !Set(labels.exact(cell.text)).isDisjoint(with: [.text, .objectives])
      }
  }

  private static let tests: Set<String> = [
    "assessment", "assessments", "test", "tests", "instrument", "tool", "evaluation", "subtest",
  ]
  private static let results: Set<String> = ["score", "scores", "result", "results", "percentile", "percentiles"]
}
