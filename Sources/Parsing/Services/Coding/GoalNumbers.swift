import Foundation
import IEPModel

/// The goals that a line names: "1, 3", "Goals 2-4", "#1 & #2", "A, C", "Goal 1; Goal 2", "All".
enum GoalNumbers {
  /// As written, ranges of whole numbers spelled out; empty where the text is no list of goals.
  static func read(_ text: String) -> [String] {
    // "2, 4. The assistant sits at the class table.": a sentence behind the list.
    if let stop = text.range(of: ". "), text[stop.upperBound...].first?.isUppercase == true,
      text[..<stop.lowerBound].utf8.count <= 24, text[..<stop.lowerBound].contains(where: \.isNumber)
    {
      return read(String(text[..<stop.lowerBound]))
    }
    guard text.utf8.count <= 90, mayName(text), !CellReading.isBlank(text) else { return [] }
    var body = text.lowercased()
    for word in ["annual", "measurable", "goals", "goal", "(s)", "numbers", "number", "nos.", "no.", "#", "and", "&"] {
      body = body.replacingAll(word, with: " ")
    }
    let parts = body.split { $0 == "," || $0 == ";" || $0 == "/" || $0.isWhitespace || $0 == "|" }
      .map { $0.hasSuffix(".") ? String($0.dropLast()) : String($0) }
    guard !parts.isEmpty, parts.count <= 20 else { return [] }
    var result: [String] = []
    var index = 0
    while index < parts.count {
      let part = parts[index]
      if index + 2 < parts.count, ["-", "–", "to", "through", "thru"].contains(parts[index + 1]),
        let range = range(part, parts[index + 2])
      {
        result += range
        index += 3
        continue
      }
      if let dash = part.firstIndex(where: { $0 == "-" || $0 == "–" }),
        let range = range(String(part[..<dash]), String(part[part.index(after: dash)...]))
      {
        result += range
      } else if isNumber(part) || isRoman(part.uppercased()[...]) && text.contains(part.uppercased()) {
        result.append(part.uppercased())
      } else {
        return []
      }
      index += 1
    }
    return result
  }

  /// A figure stands in it, or a letter by itself.
  private static func mayName(_ text: String) -> Bool {
    text.utf8.contains { $0 &- 0x30 < 10 || $0 >= 0x80 } || text.words.contains { $0.utf8.count == 1 }
      || text.split { !$0.isLetter }.contains { isRoman($0) }
  }

  /// "II", "IV": figures of more than one letter; a single one is a letter's.
  private static func isRoman(_ word: Substring) -> Bool {
    ["II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII"].contains(word)
  }

  /// The goals that stand behind a service's name: "Instruction in reading (Goal 1)", "Counseling - goals 2, 3".
  static func named(in service: String) -> [String] {
    guard let start = service.range(of: "goal", options: [.caseInsensitive, .backwards])?.lowerBound,
      start > service.startIndex, "(-–,;:[ ".contains(service[service.index(before: start)]),
      service[start...].contains(where: \.isNumber)
    else { return [] }
    return read(service[start...].trimmingCharacters(in: CharacterSet(charactersIn: ")]. ")))
  }

  /// "Also for goal", "Other goals supported", "Also supports goal 2": such goals come beside one that is known.
  static func comeBeside(_ text: String) -> Bool {
    let words = LabelTokens.words(text.lowercased())
    guard let goal = words.lastIndex(where: { $0.hasPrefix("goal") }) else { return false }
    return words[..<goal].suffix(6).contains { ["also", "other", "additional", "additionally"].contains($0) }
  }

  private static func range(_ from: String, _ to: String) -> [String]? {
    guard let a = Int(from), let b = Int(to), a <= b, b - a < 20 else { return nil }
    return (a...b).map(String.init)
  }

  /// "3", "2a", "1.2", "B": few enough characters to be no amount.
  private static func isNumber(_ text: String) -> Bool {
    guard text.utf8.count <= 4, let first = text.first else { return false }
    // "N" answers a question.
    if text.utf8.count == 1, first.isLetter { return !"xny".contains(first) }
    if first.isLetter, first.isASCII {
      // "B2", "M-1": an area's letter and a count.
      return text.utf8.count <= 4 && text.dropFirst().drop { $0 == "-" }.allSatisfy(\.isNumber)
        && text.last?.isNumber == true
    }
    guard first.isNumber else { return false }
    return text.dropFirst().allSatisfy { $0.isNumber || $0 == "." || ($0.isLetter && $0.isASCII) }
      && !["1x", "2x", "3x", "4x", "5x"].contains(text) && (Int(text) ?? 0) <= 60
  }
}
