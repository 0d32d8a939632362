@testable import Classification
import IEPModel
import Seeds

/// Judges a goal of a text by the criteria that come with the program.
struct GoalJudge {
  private let classifier: Classifier

  init() throws { classifier = Classifier(pack: try CriteriaPack.shipped(.embedded)) }

  func callAsFunction(_ text: String, _ change: (inout Goal) -> Void = { _ in }) -> GoalClassification {
    var goal = Goal(id: "goal-1", text: text)
    change(&goal)
    return classifier.byCriteria(goal)
  }

  /// What is measured, as the slots were read.
  func behavior(of text: String) -> String? { classifier.components(of: Goal(id: "goal-1", text: text)).behavior }
}
