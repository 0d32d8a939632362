import IEPModel

/// A title over objectives that names the goal they serve: "Steps toward goal 1", "Objectives for Annual Goal #2",
/// "Goal 3 benchmarks".
struct ObjectivesTitle: Sendable, Hashable {
  /// The goal's number.
  var goal: String

  init?(_ text: String) {
    guard text.utf8.count <= 90, !text.contains(inAnyCase: " will "), !GoalHeading.isPageTitle(text) else { return nil }
    let words = text.split { $0 == " " || $0 == "/" || $0 == ":" || $0 == "–" || $0 == "—" }.map {
      $0.lowercased().trimmingCharacters("#.,()-")
    }.filter { !$0.isEmpty }
    guard (3...12).contains(words.count), let objectives = words.firstIndex(where: Self.names.contains),
      let at = words.lastIndex(of: "goal"), !words.contains("goals"),
      objectives > at
        || words[objectives..<at].allSatisfy({
          Self.names.contains($0) || Self.lead.contains($0) || Self.joins.contains($0)
        })
    else { return nil }
    var next = at + 1
    while next < words.count, ["number", "no", "num"].contains(words[next]) { next += 1 }
    guard next < words.count, words[next].first?.isNumber == true, GoalHeading.isCount(words[next]),
      // "Goal 3 objectives": between the number and the name of the objectives stands nothing of weight.
      objectives < at || words[(next + 1)...].allSatisfy({ Self.names.contains($0) || Self.lead.contains($0) })
    else { return nil }
    goal = words[next]
  }

  private static let names: Set<String> = [
    "objective", "objectives", "benchmark", "benchmarks", "milestone", "milestones", "step", "steps", "stos", "sto",
    "stepping-stones",
  ]
  /// What joins them to their goal.
  private static let joins: Set<String> = [
    "for", "toward", "towards", "to", "of", "under", "on", "reach", "reaching", "meet", "meeting", "achieve",
    "achieving",
    "the", "this", "annual", "iep", "my", "our", "leading", "along", "way", "supporting",
  ]
  private static let lead: Set<String> = [
    "short", "term", "short-term", "instructional", "intermediate", "measurable", "or", "and", "small", "smaller",
  ]
}
