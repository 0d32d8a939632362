import IEPModel

/// "Objective: Jo will ...": what an objective calls itself before its sentence, without a number.
enum ObjectiveName {
  private static let names: Set<String> = ["objective", "benchmark", "milestone", "sto", "step"]
  private static let leads: Set<String> = ["short", "term", "measurable", "instructional", "intermediate", "or"]

  /// The objective without its name; unchanged where it has none.
  static func removed(from text: String) -> String {
    guard let colon = text.range(of: ": ") else { return text }
    let words = LabelTokens.words(String(text[..<colon.lowerBound]))
    let rest = String(text[colon.upperBound...]).trimmingBlanks
    guard words.count <= 5, words.contains(where: names.contains),
      words.allSatisfy({ names.contains($0) || leads.contains($0) }), rest.first?.isUppercase == true
    else { return text }
    return rest
  }

  /// "Not required for this student", "N/A - not alternately assessed" in place of objectives: none are given.
  static func tellsOfNone(_ text: String) -> Bool {
    let words = LabelTokens.words(text)
    guard words.count <= 10, !words.contains("will") else { return false }
    let openings = [["not", "required"], ["not", "applicable"], ["not", "needed"], ["none"], ["n", "a"], ["na"]]
    return openings.contains { words.starts(with: $0) }
  }
}
