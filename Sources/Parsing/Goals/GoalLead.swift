import Foundation
import IEPModel

/// The area that stands before a goal on its own line of text: "Mathematics. By May, Jo will ...",
/// "(Reading) Given ...", "Motor - When ...".
enum GoalLead {
  static func split(_ text: String, vocabulary: Vocabulary) -> (area: String, text: String)? {
    if text.hasPrefix("("), let close = text.firstIndex(of: ")") {
      let lead = String(text[text.index(after: text.startIndex)..<close])
      return checked(lead, String(text[text.index(after: close)...]), vocabulary)
    }
    for separator in [": ", " - ", " – ", " — ", ". ", " | "] {
      guard let range = text.range(of: separator) else { continue }
      if let found = checked(String(text[..<range.lowerBound]), String(text[range.upperBound...]), vocabulary) {
        return found
      }
    }
    return nil
  }

  private static func checked(_ lead: String, _ rest: String, _ vocabulary: Vocabulary) -> (area: String, text: String)?
  {
    var rest = rest.trimmingBlanks
    while let first = rest.first, " :-–—.,".contains(first) { rest.removeFirst() }
    guard (1...6).contains(lead.split(separator: " ").count), vocabulary.goalAreaCode(of: lead) != nil,
      !lead.lowercased().contains(" will "), rest.first.map({ $0.isUppercase || $0.isNumber }) ?? false,
      rest.split(separator: " ").count >= 5
    else { return nil }
    return (lead.trimmingBlanks, rest)
  }
}
