import IEPModel

/// What a form asks for in paragraphs of its own ("BASELINE. What can the student do today?"), and which paragraph may
/// be the answer.
struct GoalPrompts: Sendable {
  let labels: GoalLabels

  /// What stands right under a goal's number is the goal, however vague: "Improve mobility."
  func isStatement(_ text: String) -> Bool {
    let bare = RowMarks.split(text)?.rest ?? text
    return text.split(separator: " ").count >= 2 && !CellReading.isBlank(text) && !FormQuestion.isQuestion(text)
      && labels.meaning(of: text) == nil && bare.first?.isUppercase == true
      && labels.values.dates.date(text, near: nil) == nil && !isTitle(text)
  }

  /// "SE 34-54 (rev. 7/22) Cedar Bluff Elementary District 220": names and numbers alone, as in running heads.
  private func isTitle(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.count > 3 && !text.hasSuffix(".") && text.contains(where: \.isNumber)
      && words.allSatisfy { $0.first?.isLowercase != true }
  }

  /// Whether a paragraph can be the value of an open label: a blank for a date is not filled by a sentence.
  func suits(_ role: GoalRole, _ text: String) -> Bool {
    switch role {
    case .targetDate, .startDate: text.utf8.count <= 40 && labels.values.dates.date(text, near: nil) != nil
    case .number: text.utf8.count <= 8
    case .area: text.split(separator: " ").count <= 10
    case .schedule, .responsible, .other: !GoalParagraph.looksLikeGoal(text)
    // A label under another one that nobody answered.
    case .text: labels.labels.exact(text).isEmpty && !isTitle(text) && text.contains(" ")
    case .baseline, .criterion, .condition: labels.labels.exact(text).isEmpty
    default: true
    }
  }

  /// "BASELINE. What can the student do today?": a label, and what the form asks there.
  func instruction(_ text: String) -> GoalRole? {
    guard let dot = text.firstIndex(where: { $0 == "." || $0 == ":" }), text[..<dot].split(separator: " ").count <= 4
    else {
      return nil
    }
    let label = String(text[..<dot])
    let rest = String(text[text.index(after: dot)...]).trimmingBlanks
    guard label == label.uppercased(), label.contains(where: \.isLetter),
      case .role(let role, nil) = labels.meaning(of: label),
      let first = rest.split(separator: " ").first?.lowercased().trimmingCharacters("(")
    else { return nil }
    let asks: Set<String> = [
      "what", "how", "which", "who", "when", "where", "describe", "include", "state", "list", "required", "use",
      "explain",
      "write", "name", "give", "enter", "check", "choose", "only", "must", "should",
    ]
    return asks.contains(first) ? role : nil
  }

  /// "How will progress toward this goal be measured? (check all that apply)": what the boxes or lines below answer.
  func question(_ text: String) -> GoalRole? {
    guard text.utf8.count <= 140 else { return nil }
    var bare = text
    if let bracket = bare.firstIndex(of: "(") { bare = String(bare[..<bracket]) }
    bare = bare.trimmingBlanks
    guard bare.hasSuffix("?") || bare.utf8.count < text.utf8.count || text.hasSuffix(":") else { return nil }
    return labels.labels.matches(bare.trimmingCharacters("?:")).first { $0.score >= 0.85 && $0.role != .text }?.role
  }
}
