import Foundation
import IEPModel

/// "Services for Goal 1", "Help for goal 1", "Services That Support Goal 2", "Special Education for Goal 3": a title over the services that
/// serve one goal. It names no goal of its own.
enum GoalServiceTitle {
  /// The goal's number; `nil` where the text is no such title.
  static func number(in text: String) -> String? {
    // Most lines name no goal.
    guard text.contains(inAnyCase: "goal") else { return nil }
    let words = text.blankSeparated
    guard (3...10).contains(words.count), !text.hasSuffix("."), text.first?.isUppercase == true,
      isOf(words.map { $0.lowercased().trimmingCharacters("#.,:;()[]") }),
      let goals = Clauses.goals(in: text).map(GoalNumbers.read), goals.count == 1
    else { return nil }
    return goals[0]
  }

  /// "2.2 Speech-Language Therapy (Related Service)" over the goals that the service serves.
  static func namesService(_ text: String, vocabulary: Vocabulary) -> Bool {
    guard text.hasSuffix(")"), let bracket = text.range(of: " (", options: .backwards),
      vocabulary.category(ofHeading: text[bracket.upperBound...].dropLast().description) != nil
    else { return false }
    return vocabulary.serviceCode(of: String(text[..<bracket.lowerBound])) != nil
  }

  /// Whether words name services, and behind a word that ties them to it, a goal.
  /// - Parameter words: in small letters, without marks.
  static func isOf(_ words: [String]) -> Bool {
    guard let services = words.indices.first(where: { isService(words, $0) }),
      let goal = words.firstIndex(where: { $0 == "goal" || $0 == "goals" }), goal > services
    else { return false }
    let ties: Set<String> = [
      "for", "to", "toward", "towards", "support", "supports", "supporting", "serve", "serves", "serving", "address",
      "addressing", "linked", "related", "with", "under",
    ]
    return words[services..<goal].dropFirst().contains(where: ties.contains)
  }

  /// "Services", "Instruction", "Special education": what a goal is served with.
  private static func isService(_ words: [String], _ index: Int) -> Bool {
    let names: Set<String> = ["service", "services", "service(s", "help", "supports", "instruction", "interventions"]
    return names.contains(words[index]) || words[index] == "education" && index > 0 && words[index - 1] == "special"
  }
}
