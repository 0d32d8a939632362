import IEPModel

/// A goal as the form gives it, before it is coded.
struct GoalDraft: Sendable {
  var number: String?
  var area: String?
  var text = ""
  var textPlaces: [Place] = []
  /// What the form asks for apart from the behaviour: "Given ...".
  var condition: String?
  var baseline: String?
  /// The baseline stood under a label of the present level.
  var hasPresentLevel = false
  var criterion: String?
  var method: String?
  var schedule: String?
  var responsible: String?
  var targetDate: String?
  /// The form asks by when before it asks for anything else of the goal.
  var opensWithTimeline = false
  var objectives: [Objective] = []
  /// 0 to 1.
  var certainty = 1.0

  var isEmpty: Bool { text.isEmpty }

  /// A goal that the form takes in pieces (condition, behaviour, criterion) as one text in their usual order.
  var whole: GoalDraft {
    guard let condition, !text.isEmpty else { return self }
    var draft = self
    let lead = condition.trimmingCharacters(" ,.;")
    // The text is whole, and the pieces are printed once more.
    if text.lowercased().contains(lead.lowercased()) { return self }
    let behavior = criterion == nil ? text : text.trimmingCharacters(" ,.;")
    draft.text = lead + ", " + behavior
    if let criterion, !text.contains(criterion) { draft.text += " " + criterion }
    // "by May 2027" in words of the sentence, before or behind the rest of it.
    let isOfSentence =
      targetDate?.first?.isLowercase == true || opensWithTimeline && targetDate?.hasPrefix("By ") == true
    if let targetDate, isOfSentence, !text.contains(targetDate) {
      let rest = draft.text
      draft.text =
        opensWithTimeline
        ? targetDate.trimmingCharacters(" ,.;") + ", " + rest : rest.trimmingCharacters(" ,.;") + " " + targetDate
    }
    return draft
  }
}
