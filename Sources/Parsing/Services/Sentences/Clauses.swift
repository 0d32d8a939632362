import Foundation
import IEPModel

/// The parts of a sentence between commas and prepositions.
enum Clauses {
  static func split(_ sentence: String) -> [String] {
    sentence.split { $0 == "," || $0 == ";" || $0 == "(" || $0 == ")" || $0 == "." }.map { String($0).trimmingBlanks }
  }

  /// The parts between commas, semicolons and bars; a year stays with its date ("October 6, 2025").
  static func commas(_ sentence: String) -> [String] {
    var result: [String] = []
    for piece in sentence.split(whereSeparator: { ";|,".contains($0) }).map({ String($0).trimmingBlanks }) {
      let isYear = piece.prefix(4).allSatisfy(\.isNumber) && piece.utf8.count >= 4 && !piece.dropFirst(4).hasPrefix("0")
      if isYear, let last = result.last, last.last?.isNumber == true {
        result[result.count - 1] = last + ", " + piece
      } else if !piece.isEmpty {
        result.append(piece)
      }
    }
    return result
  }

  /// The parts between commas, where a label's value holds its own: "Staff: Ms. Ito, special education. Goals: 2, 3."
  static func labelled(_ sentence: String) -> [String] {
    var result: [String] = []
    for clause in commas(sentence) {
      if let last = result.last, let label = last.range(of: ": ", options: .backwards),
        goesOn(last[label.upperBound...], in: clause)
      {
        result[result.count - 1] = last + ", " + clause
      } else {
        result.append(clause)
      }
    }
    return result
  }

  /// "Ms. Ito" before what she is; "2" before "3. Begins ...".
  private static func goesOn(_ value: Substring, in clause: String) -> Bool {
    let words = value.split(separator: " ")
    if words.count == 2, titles.contains(words[0].lowercased().trimmingCharacters(".")) {
      return clause.first?.isLowercase == true || !clause.contains(where: \.isNumber)
    }
    // "J. Alder" before "SLP".
    if (2...3).contains(words.count), words[0].count == 2, words[0].hasSuffix("."), words[0].first?.isUppercase == true,
      words.dropFirst().allSatisfy({ $0.first?.isUppercase == true && !$0.contains(where: \.isNumber) })
    {
      return clause.prefix { $0 != " " }.allSatisfy { !$0.isNumber }
    }
    // "2", "1, 2", and behind a date "... 2026. Goals 1".
    let stop = value.range(of: ". ", options: .backwards)?.upperBound
    let counts = value[(stop ?? value.startIndex)...].split(whereSeparator: { " ,".contains($0) }).drop {
      $0.lowercased() == "goal" || $0.lowercased() == "goals"
    }
    let isCount = !counts.isEmpty && counts.allSatisfy { $0.utf8.count <= 2 && $0.allSatisfy(\.isNumber) }
    let next = clause.prefix { !" .".contains($0) }
    return isCount && (1...2).contains(next.utf8.count) && next.allSatisfy(\.isNumber)
      && (next.utf8.count == clause.utf8.count || clause.dropFirst(next.utf8.count).hasPrefix("."))
  }

  /// "Gen Ed classroom. Provider: OTR Begins 8/17/26 Goal(s): 1": parted before each label and each lead of a date.
  /// - Parameter first: how many words stay together at the beginning.
  static func partedAtLabels(_ sentence: String, behind first: Int, isLabel: (String) -> Bool) -> String {
    let leads: Set<String> = ["begins", "beginning", "begin", "starts", "starting", "ends", "ending"]
    var words = sentence.split(separator: " ").map(String.init)
    for index in words.indices.dropFirst(first).reversed() {
      var start: Int?
      if words[index].hasSuffix(":") {
        start = (max(1, index - 2)...index).first { isLabel(words[$0...index].joined(separator: " ").trimmingColon) }
      } else if leads.contains(words[index].lowercased()), words[index].first?.isUppercase == true {
        start = index
      }
      guard let start, let last = words[start - 1].last, !",;|:(".contains(last) else { continue }
      words[start - 1] = words[start - 1].trimmingCharacters(".") + ";"
    }
    return words.joined(separator: " ")
  }

  /// Short clauses without figures but those that count rooms and grades, between commas, dashes and bars.
  static func bare(_ sentence: String) -> [String] {
    sentence.replacingOccurrences(of: " - ", with: ",").replacingOccurrences(of: " – ", with: ",")
      .split { ",;()|".contains($0) }.map { String($0).trimmingCharacters(" .") }
      .filter { clause in
        let words = clause.split(separator: " ")
        return !words.isEmpty && words.count <= 5
          && words.indices.allSatisfy { index in
            let counted =
              index > 0
              && ["grade", "gr", "room", "rm"].contains(words[index - 1].lowercased().trimmingCharacters("."))
            return !words[index].contains(where: \.isNumber) || isOrdinal(words[index]) || counted
          }
      }
  }

  /// "2nd", "10th"
  private static func isOrdinal(_ word: Substring) -> Bool {
    let figures = word.prefix { $0.isNumber }
    return (1...2).contains(figures.count)
      && ["st", "nd", "rd", "th"].contains(word.dropFirst(figures.count).lowercased())
  }

  /// "in the resource room": the place or person without the words that lead to it.
  static func withoutLead(_ text: String) -> String {
    let leads: Set<String> = ["in", "at", "on", "within", "by", "with", "from", "the", "a", "an"]
    var words = text.split(separator: " ")
    // "AT specialist" opens with a shortened word.
    while words.count > 1, let first = words.first, leads.contains(first.lowercased()),
      first.dropFirst().allSatisfy(\.isLowercase)
    {
      words.removeFirst()
    }
    return words.joined(separator: " ")
  }

  static let punctuation = ",.;:()"
}
