import IEPModel

/// An annual goal as cells.
enum GoalRow {
  static let columns =
    ["goal_id", "number", "area", "area_text", "text", "baseline"]
    + GoalPart.all.map(\.name) + ["measurement_method", "progress_reporting", "responsible", "target_date"]
    + ["objectives", "label", "score", "label_confidence", "needs_review", "modifiers", "evidence", "confidence"]

  static func cells(_ goal: Goal) -> [CSVTable.Cell] {
    var cells: [CSVTable.Cell] = [
      .value(goal.id), .optional(goal.number), .code(goal.area?.code), .optional(goal.area?.text), .text(goal.text),
      .optional(goal.baseline),
    ]
    cells += GoalPart.all.map { .optional(goal.components?[keyPath: $0.path]) }
    let judgement = goal.classification
    cells += [
      .optional(goal.measurementMethod), .optional(goal.progressReporting), .list(goal.responsible.map(\.text)),
      .described(goal.targetDate), .list(goal.objectives.map(\.text)), .code(judgement?.label),
      .described(judgement?.score?.formatted()), .code(judgement?.confidence), .described(judgement?.needsReview),
      .list(judgement?.modifiers ?? []), .list(judgement?.criteria.quoted ?? []),
      .described(goal.confidence?.formatted()),
    ]
    return cells
  }
}

/// The parts of a measurable goal with the names that people know them by.
struct GoalPart {
  /// As in the contract.
  var name: String
  /// For people.
  var title: String
  var path: KeyPath<GoalComponents, String?>

  static var all: [GoalPart] {
    [
      GoalPart(name: "timeframe", title: "By when", path: \.timeframe),
      GoalPart(name: "condition", title: "Condition", path: \.condition),
      GoalPart(name: "learner", title: "Learner", path: \.learner),
      GoalPart(name: "behavior", title: "Target", path: \.behavior),
      GoalPart(name: "criterion", title: "Criterion", path: \.criterion),
      GoalPart(name: "span", title: "Over", path: \.span),
      GoalPart(name: "measurement", title: "Measured by", path: \.measurement),
      GoalPart(name: "means", title: "By means of", path: \.means),
      GoalPart(name: "purpose", title: "Purpose", path: \.purpose),
    ]
  }
}
