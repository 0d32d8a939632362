import Foundation
import IEPModel

/// The area that stands before a goal on its own line of text: "Mathematics. By May, Jo will ...",
/// "(Reading) Given ...", "[Reading] Given ...", "Motor - When ...".
enum GoalLead {
  static func split(_ text: String, vocabulary: Vocabulary) -> (area: String, text: String)? {
    let brackets: [Character: Character] = ["(": ")", "[": "]"]
    if let end = text.first.flatMap({ brackets[$0] }), let close = text.firstIndex(of: end) {
      let lead = String(text[text.index(after: text.startIndex)..<close])
      return checked(lead, String(text[text.index(after: close)...]), vocabulary, least: 3)
    }
    for separator in [": ", " - ", " – ", " — ", ". ", " | "] {
      guard let range = text.range(of: separator) else { continue }
      if let found = checked(String(text[..<range.lowerBound]), String(text[range.upperBound...]), vocabulary) {
        return found
      }
    }
    return nil
  }

  /// "Recess. Jo will ...": a lead in words of the form's own, where the form leads its goals so.
  static func named(_ text: String) -> (area: String, text: String)? {
    guard let range = text.range(of: ". ") else { return nil }
    let (lead, rest) = (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
    guard (1...4).contains(lead.blankSeparated.count), lead.first?.isUppercase == true,
      !lead.contains(where: { $0.isNumber || ".,:".contains($0) }), rest.first?.isUppercase == true,
      GoalParagraph.looksLikeGoal(rest), !GoalParagraph.looksLikeGoal(lead)
    else { return nil }
    return (lead, rest)
  }

  /// "Organization By May, Jo will ...": an area that stood on a line of its own and carries no mark.
  static func unmarked(_ text: String, vocabulary: Vocabulary) -> (area: String, text: String)? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count > 6, words[0].first?.isUppercase == true, !openers.contains(words[0].lowercased()) else {
      return nil
    }
    for count in (1...4).reversed() {
      let lead = words[..<count]
      guard
        openers.contains(words[count].lowercased()) && words[count].first?.isUppercase == true
          || words[count].first?.isUppercase == true && words[count + 1] == "will",
        lead.allSatisfy({ !openers.contains($0.lowercased()) && !$0.contains(where: { ",.;:".contains($0) }) }),
        lead.last?.first?.isLetter == true,
        vocabulary.goalAreaCode(of: lead.joined(separator: " ")) != nil
      else { continue }
      return (lead.joined(separator: " "), words[count...].joined(separator: " "))
    }
    return nil
  }

  /// What a goal's sentence begins with.
  private static let openers: Set<String> = [
    "by", "given", "when", "during", "after", "in", "at", "with", "using", "before", "while", "on", "within", "upon",
    "the", "for", "of", "from", "throughout", "will", "to", "following", "across",
  ]

  /// - Parameter least: how many words the goal has.
  private static func checked(
    _ lead: String, _ rest: String, _ vocabulary: Vocabulary, least: Int = 5
  ) -> (area: String, text: String)? {
    var rest = rest.trimmingBlanks
    while let first = rest.first, " :-–—.,".contains(first) { rest.removeFirst() }
    // "Transition goal (employment): Jo will ..." says of what kind the goal is.
    guard (1...6).contains(lead.split(separator: " ").count),
      lead.firstIndex(of: "(").map({ open in
        !LabelTokens.words(String(lead[..<open])).contains("goal")
      }) ?? true, vocabulary.goalAreaCode(of: lead) != nil,
      !lead.lowercased().contains(" will "), rest.first.map({ $0.isUppercase || $0.isNumber }) ?? false,
      rest.split(separator: " ").count >= least
    else { return nil }
    return (lead.trimmingBlanks, rest)
  }
}
