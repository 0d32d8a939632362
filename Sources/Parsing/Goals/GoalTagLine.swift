import IEPModel

/// A goal's heading by its tag, with its area and when it is to be met behind it: "G1  Work habits  Target 09/24/2026".
struct GoalTagLine: Sendable {
  var number: String
  var area: String
  var targetDate: String

  init?(_ text: String, labels: GoalLabels) {
    let words = text.blankSeparated
    guard (4...12).contains(words.count), Self.isTag(words[0]),
      let start = words.indices.dropFirst(2).first(where: { index in
        words[index].contains(where: \.isLetter) == false || DateReader.isMonth(words[index].trimmingCharacters("."))
      }),
      case let date = words[start...].joined(separator: " "), labels.values.dates.date(date, near: nil) != nil,
      let first = (2..<start).first(where: { index in
        let label = words[index..<start].joined(separator: " ")
        return labels.labels.exact(label).contains(.targetDate) || index == start - 1 && Self.isTarget(label)
      })
    else { return nil }
    number = words[0]
    area = words[1..<first].joined(separator: " ")
    targetDate = date
  }

  var atoms: [GoalAtom] {
    [GoalAtom(.heading, number: number, area: area), GoalAtom(.fact(.targetDate), text: targetDate)]
  }

  /// "G3": a letter for "goal", and its number.
  private static func isTag(_ word: String) -> Bool {
    word.first == "G" && (2...3).contains(word.utf8.count) && word.dropFirst().allSatisfy(\.isNumber)
  }

  private static func isTarget(_ label: String) -> Bool {
    ["target", "due", "by"].contains(label.lowercased().trimmingCharacters(":"))
  }
}
