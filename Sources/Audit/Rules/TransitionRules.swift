import IEPModel

/// SM-609: planning for life after school (34 CFR 300.320(b)).
enum TransitionRules {
  static let all = [AuditRule(id: "SM-609", check: missing)]

  /// The federal age; states may start earlier, which is no fault of a plan that does not say so.
  private static let age = 16

  private static func missing(_ context: AuditContext) -> [Verdict] {
    let document = context.document
    // A page of services alone says nothing of transition.
    guard !document.goals.isEmpty, !document.services.isEmpty, let born = document.student.dateOfBirth else {
      return []
    }
    guard let last = document.iep.endDate ?? document.iep.startDate?.adding(years: 1), born.adding(years: age) <= last
    else { return [] }
    if document.services.contains(where: isTransition) || document.goals.contains(where: isTransition) { return [] }
    if document.sections.contains(where: { $0.code == .transition }) { return [] }
    let text =
      document.sections.flatMap { [$0.heading, $0.text] } + document.goals.map(\.text)
      + document.goals.compactMap(\.area?.text)
    let phrases = context.words.transition.map(RuleWords.spaced)
    if text.lazy.map(RuleWords.spaced).contains(where: { page in phrases.contains(where: page.contains) }) { return [] }
    return [
      .fail(
        Failure(
          message:
            "The student is \(age) by \(last), and no part of the IEP speaks of transition to life after school.",
          subjects: ["student"], expected: "postsecondary goals, transition services and courses of study",
          actual: "none", arithmetic: "born \(born), \(age) on \(born.adding(years: age))",
          places: document.student.provenance.filter { $0.property == "dateOfBirth" }, facts: ["\(born)"]))
    ]
  }

  private static func isTransition(_ line: ServiceLine) -> Bool {
    line.category == .transition || line.service.code == .transition || line.service.code == .vocational
  }

  /// A goal of any area may be a transition goal; these are such by their area.
  private static func isTransition(_ goal: Goal) -> Bool {
    goal.area?.text.lowercased().contains("transition") ?? false
  }
}
