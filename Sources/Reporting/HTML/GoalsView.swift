import IEPModel

/// The annual goals with label, parts and quoted evidence.
struct GoalsView {
  let document: IEPDocument
  let texts: ReportTexts

  var html: HTML {
    guard !document.goals.isEmpty else { return "<h3>Goals</h3>\n<p>No annual goals were found.</p>" }
    return """
      <h3>Goals <span class="count">\(document.goals.count)</span></h3>
      \(GoalRollUp(document.goals).html)
      \(document.goals.enumerated().map { card($0.element, position: $0.offset + 1) })
      """
  }

  private func card(_ goal: Goal, position: Int) -> HTML {
    let criteria = (goal.classification?.criteria ?? []).filter { $0.polarity != .quality }
    let defects = (goal.classification?.criteria ?? []).filter { $0.polarity == .quality }
    let area: HTML = goal.area.map { " <span class=\"area\">\($0.text)</span>" } ?? .empty
    return """
      <section class="goal" id="\(DocumentView.anchor(document.documentId, goal.id))">
      <h4>Goal \(goal.number ?? String(position))\(area) \(chip(goal.classification))</h4>
      <p class="goal-text">\(Highlight.html(goal.text, field: "text", criteria: criteria))</p>
      \(facts(goal))\
      \(objectives(goal, criteria: criteria))\
      \(evidence(criteria))\
      \(wording(defects))\
      <p class="place">\(ReportWords.place(goal.provenance))</p>
      </section>

      """
  }

  private func chip(_ judgement: GoalClassification?) -> HTML {
    guard let judgement else { return .empty }
    var notes: [String] = []
    if let score = judgement.score { notes.append("score \(score.formatted())") }
    if let confidence = judgement.confidence { notes.append("\(confidence.rawValue) confidence") }
    if judgement.needsReview == true { notes.append("a person should look") }
    notes += judgement.modifiers.map(ReportWords.modifier)
    return """
      <span class="label \(judgement.label)">\(ReportWords.title(judgement.label))</span> \
      <span class="note">\(notes.joined(separator: ", "))</span>
      """
  }

  private func facts(_ goal: Goal) -> HTML {
    var rows: [(String, String)] = []
    for part in GoalPart.all {
      if let words = goal.components?[keyPath: part.path] { rows.append((part.title, words)) }
    }
    let others: [(String, String?)] = [
      ("Baseline", goal.baseline), ("Method", goal.measurementMethod), ("Progress reports", goal.progressReporting),
      ("Responsible", goal.responsible.isEmpty ? nil : goal.responsible.map(\.text).joined(separator: ", ")),
      ("Target date", goal.targetDate?.description),
    ]
    rows += others.compactMap { name, value in value.map { (name, $0) } }
    guard !rows.isEmpty else { return .empty }
    let items = rows.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>\n" as HTML }
    return "<dl class=\"details\">\n\(items)</dl>\n"
  }

  private func objectives(_ goal: Goal, criteria: [CriterionResult]) -> HTML {
    guard !goal.objectives.isEmpty else { return .empty }
    let items = goal.objectives.enumerated().map { index, objective -> HTML in
      let text = Highlight.html(objective.text, field: "objectives[\(index)].text", criteria: criteria)
      let criterion: HTML = objective.criterion.map { " <span class=\"note\">\($0)</span>" } ?? .empty
      return "<li>\(text)\(criterion)</li>\n"
    }
    return """
      <details><summary>\(ReportWords.amount(goal.objectives.count, "objective"))</summary>
      <ol class="plain">
      \(items)</ol></details>

      """
  }

  /// What would make the goal easier to measure, in one line: it never moves the label.
  private func wording(_ defects: [CriterionResult]) -> HTML {
    guard !defects.isEmpty else { return .empty }
    let items = defects.map { defect -> HTML in
      "\((texts.criteria[defect.id] ?? "").lowercased()) <code>\(defect.id)</code>"
    }
    return "<p class=\"note\">When the goal is next written: \(items.joined("; ")).</p>\n"
  }

  /// Why the label is what it is: each criterion with its quotes.
  private func evidence(_ criteria: [CriterionResult]) -> HTML {
    guard !criteria.isEmpty else { return .empty }
    let items = criteria.map { criterion -> HTML in
      let title: HTML = texts.criteria[criterion.id].map { " \($0)" } ?? .empty
      let quotes = criterion.evidence.filter { !$0.quote.isEmpty }.map { item -> HTML in
        let field: HTML = item.field == "text" ? .empty : " <span class=\"note\">(\(item.field))</span>"
        return "<q>\(item.quote)</q>\(field)"
      }
      let strength = criterion.strength.map { "\($0.rawValue) " } ?? ""
      return """
        <li><code>\(criterion.id)</code> <span class="polarity \(criterion.polarity)">\
        \(strength)\(criterion.polarity)</span>\(title)\(quotes.isEmpty ? .empty : ": " as HTML)\
        \(quotes.joined(", "))</li>

        """
    }
    return """
      <div class="evidence"><p>Why</p>
      <ul class="plain">
      \(items)</ul></div>

      """
  }
}
