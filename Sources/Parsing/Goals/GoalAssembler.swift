import IEPModel

/// Codes drafts of goals and numbers them.
struct GoalAssembler: Sendable {
  let values: ValueReaders
  /// The plan's own dates, to resolve two-digit years.
  var near: CalendarDate?

  func goals(of drafts: [GoalDraft]) -> [Goal] {
    var goals: [Goal] = []
    var seen: Set<String> = []
    // One goal that is led by the name of an area shows that the others are.
    let areLed = drafts.contains {
      $0.text.contains(". ") && GoalLead.split($0.text, vocabulary: values.vocabulary) != nil
    }
    for draft in drafts {
      var draft = draft
      var text = GoalSentences.withoutRemark(draft.text.trimmingBlanks)
      if let lead = GoalLead.split(text, vocabulary: values.vocabulary) {
        text = lead.text
        draft.area = draft.area ?? lead.area
      } else if areLed, draft.area == nil, draft.number != nil, let lead = GoalLead.named(text) {
        (draft.area, text) = (lead.area, lead.text)
      } else if draft.area == nil, let lead = GoalLead.unmarked(text, vocabulary: values.vocabulary) {
        (draft.area, text) = (lead.area, lead.text)
      }
      // A goal printed again (a progress page, a summary) counts once.
      guard !CellReading.isBlank(text),
        seen.insert((draft.number ?? "") + "|" + LabelTokens.of(text).joined(separator: " ")).inserted
      else {
        continue
      }
      goals.append(goal(draft, text: text, id: "goal-\(goals.count + 1)"))
    }
    return goals
  }

  private func goal(_ draft: GoalDraft, text: String, id: String) -> Goal {
    var goal = Goal(id: id, text: text)
    goal.number = draft.number
    if let area = draft.area, !CellReading.isBlank(area) {
      let named = values.vocabulary.goalAreaCode(of: area)
      goal.area = Coded(code: named, text: area)
    }
    goal.baseline = draft.baseline
    if let criterion = draft.criterion {
      var components = GoalComponents()
      components.criterion = criterion
      goal.components = components
    }
    goal.measurementMethod = draft.method
    goal.progressReporting = draft.schedule
    goal.responsible = responsible(draft.responsible)
    goal.targetDate =
      draft.targetDate.flatMap {
        // "Goal dates: 9/1/2026 to 8/31/2027": it is to be met by the last of them.
        values.dates.span($0)?.end ?? values.dates.date($0, near: near)
          ?? values.dates.dates(in: $0, near: near).first?.date
      }
      ?? GoalTimeframe(dates: values.dates, near: near).date(in: text)
    goal.objectives = draft.objectives.filter { !ObjectiveName.tellsOfNone($0.text) }.map { objective in
      var objective = objective
      objective.text = ObjectiveName.removed(from: objective.text.trimmingBlanks)
      return objective
    }
    if var area = goal.area {
      area.code = GoalAreaSense(topics: values.vocabulary.topics).code(area.code, of: area.text, goal: goal)
      goal.area = area
    }
    var confidence = draft.certainty
    if !text.lowercased().contains("will") { confidence *= 0.8 }
    if text.split(separator: " ").count < 5 { confidence *= 0.8 }
    goal.confidence = Rational(Int((confidence * 100).rounded()), 100)
    goal.provenance = Self.merged(draft.textPlaces)
    return goal
  }

  private static func merged(_ places: [Place]) -> [Place] {
    var result: [Place] = []
    for place in places {
      if let index = result.firstIndex(where: { $0.page == place.page }), let a = result[index].box, let b = place.box {
        result[index].box = a.union(b)
      } else {
        result.append(place)
      }
    }
    return result
  }

  /// "Occupational Therapist, General Education Teacher".
  private func responsible(_ text: String?) -> [Coded<ProviderCode>] {
    guard let text, !CellReading.isBlank(text) else { return [] }
    return text.split { $0 == "," || $0 == ";" || $0 == "\n" }.map { String($0).trimmingBlanks }
      .filter { !$0.isEmpty }.map { Coded(code: values.vocabulary.providerCode(of: $0), text: $0) }
  }
}
