import IEPModel

/// How many goals got which label, of a document or a caseload: counts with their denominators, never one grade.
struct GoalRollUp {
  private(set) var all = 0
  private var labels: [GoalClassification.Label: Int] = [:]

  init(_ goals: [Goal] = []) { add(goals) }

  mutating func add(_ goals: [Goal]) {
    all += goals.count
    for label in goals.compactMap(\.classification?.label) { labels[label, default: 0] += 1 }
  }

  /// Goals that the model speaks about: those that are exempt, or were not judged, are in no share.
  private var scored: Int { labels.filter { $0.key != .exempt }.values.reduce(0, +) }

  var html: HTML {
    guard all > 0 else { return .empty }
    let items = GoalClassification.Label.allCases.compactMap { label -> HTML? in
      guard label != .exempt, let count = labels[label] else { return nil }
      return """
        <li>\(count) of \(scored) scored: \
        <span class="label \(label.rawValue)">\(ReportWords.title(label))</span></li>

        """
    }
    let unscored = all - scored
    let rest: HTML =
      unscored == 0 ? .empty : "<li>\(unscored) of \(all) not scored (exempt or not judged)</li>\n"
    return "<ul class=\"plain\">\n\(items)\(rest)</ul>"
  }
}
