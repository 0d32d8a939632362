import Foundation
import IEPModel

/// A short line over a goal that names its area or counts it, in words of its own: "Reading", "Goal Two",
/// "Social/Emotional (Goal 3)", "3. Mathematics".
struct GoalTitle: Sendable, Hashable {
  var number: String?
  var area: String?

  init?(_ text: String, vocabulary: Vocabulary) {
    let bare = text.trimmingColon
    let words = bare.blankSeparated
    guard (1...8).contains(words.count), !bare.hasSuffix("."), bare.first?.isLowercase != true,
      !bare.contains("%"), !bare.contains("☐"), !bare.contains("☒"), !Self.isLabelled(bare)
    else { return nil }
    let lowered = words.map { $0.lowercased().trimmingCharacters("#.,:;()[]-–—") }
    guard
      !lowered.contains(where: {
        ["will", "objective", "objectives", "benchmark", "benchmarks", "baseline", "by", "level"].contains($0)
      })
    else { return nil }
    guard !GoalServiceTitle.isOf(lowered) else { return nil }
    if GoalServiceTitle.namesService(bare, vocabulary: vocabulary) { return nil }
    var rest = words
    if let goal = lowered.firstIndex(of: "goal") {
      let after = lowered[(goal + 1)...].firstIndex { !$0.isEmpty && $0 != "number" && $0 != "no" }
      if let after, let value = Self.number(lowered[after]) {
        number = value
        rest.remove(at: after)
      }
      guard number != nil else { return nil }
      rest = rest.filter { word in
        !["", "goal", "annual", "measurable", "number", "no", "#", "-", "–", "—", ":", "of"].contains(
          word.lowercased().trimmingCharacters("#.,:;()"))
      }
    } else if let split = RowMarks.split(bare), split.mark.first?.isNumber == true {
      number = split.mark.trimmingCharacters("().:")
      rest = split.rest.split(separator: " ").map(String.init)
    }
    // "1  Reading"
    if number == nil, rest.count >= 2, rest[0].utf8.count <= 2, rest[0].allSatisfy(\.isNumber),
      vocabulary.goalAreaCode(of: rest.dropFirst().joined(separator: " ")) != nil
    {
      number = rest.removeFirst()
    }
    let name = rest.joined(separator: " ").trimmingCharacters(" ()-–—:,.")
    if !name.isEmpty, vocabulary.goalAreaCode(of: name) != nil { area = name }
    if lowered.contains("goal"), area == nil, !name.isEmpty { area = name }
    if area == nil, !lowered.contains("goal") { return nil }
  }

  /// "Social Skills Goal # 1", not "2 Measurable Goals": the title of one goal, with its number.
  static func countsGoal(_ text: String, vocabulary: Vocabulary) -> Bool {
    text.first?.isLetter == true && LabelTokens.words(text).contains("goal")
      && GoalTitle(text, vocabulary: vocabulary)?.number != nil
  }

  /// "Language of Delivery: English" is a fact; "Goal 2: Reading" and "Area: Reading" name a goal.
  private static func isLabelled(_ text: String) -> Bool {
    guard let colon = text.range(of: ": ") else { return false }
    let label = LabelTokens.of(String(text[..<colon.lowerBound]))
    return label.count >= 2 && Set(label).isDisjoint(with: ["goal", "area", "domain", "skill", "need"])
  }

  private static let words = [
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
  ]

  private static func number(_ token: String) -> String? {
    if let value = words[token] { return value }
    return token.count <= 3 && token.first?.isNumber == true
      && token.allSatisfy { $0.isNumber || $0 == "." || $0.isLetter } ? token : nil
  }
}
