import IEPModel

/// A goal's heading by its tag or number, with its area and when it is to be met behind it: "G1  Work habits  Target
/// 09/24/2026", "Goal # 2  Area Gross Motor  Target date 12-08-2026".
struct GoalTagLine: Sendable {
  var number: String
  var area: String
  var targetDate: String

  init?(_ text: String, labels: GoalLabels) {
    guard case let words = Self.numbered(text, labels), (4...12).contains(words.count),
      let start = words.indices.dropFirst(2).first(where: { index in
        words[index].contains(where: \.isNumber) && !words[index].contains(where: \.isLetter)
          || DateReader.isMonth(words[index].trimmingCharacters("."))
      }),
      case let date = words[start...].joined(separator: " "), labels.values.dates.date(date, near: nil) != nil,
      case let labelled = (2..<start).filter({ Self.asksDate(words[$0..<start], behind: words[0], labels) }),
      // "Target date" of "Money skills  Target date": no word of the area.
      let first = labelled.first(where: { start - $0 == 2 }) ?? labelled.first
    else { return nil }
    number = words[0]
    area = words[1..<first].joined(separator: " ")
    targetDate = date
  }

  var atoms: [GoalAtom] {
    [GoalAtom(.heading, number: number, area: area), GoalAtom(.fact(.targetDate), text: targetDate)]
  }

  /// The number and the words behind it, without the label of the area; none where the text counts no goal.
  private static func numbered(_ text: String, _ labels: GoalLabels) -> [String] {
    let words = text.blankSeparated
    if let first = words.first, GoalHeading.isTag(first) { return words }
    guard let heading = GoalHeading(text) else { return [] }
    let rest = heading.rest.blankSeparated
    let label =
      (1...4).last { rest.count > $0 && isArea(rest[..<$0].joined(separator: " ").trimmingColon, labels) } ?? 0
    let named = rest[label...]
    // "Goal 1  Method  Checklist  Skill area  Reading  By when  6/4/27" has more than these.
    let asksMore = named.indices.dropLast().contains { index in
      named[index].hasSuffix(":") && !isTarget(named[index])
        || isArea(named[index] + " " + named[index + 1], labels) || labels.labels.exact(named[index]).contains(.method)
    }
    return asksMore ? [] : [heading.number] + named
  }

  /// One word asks for it behind a tag alone: "Goal 2  Finish all work by 6/4/27" is a goal, if a vague one.
  private static func asksDate(_ label: ArraySlice<String>, behind number: String, _ labels: GoalLabels) -> Bool {
    let text = label.joined(separator: " ")
    let isLabel = labels.labels.exact(text).contains(.targetDate)
    if label.count > 1 { return isLabel }
    return GoalHeading.isTag(number) ? isLabel || isTarget(text) : isTarget(text) && text.lowercased() != "by"
  }

  private static func isArea(_ label: String, _ labels: GoalLabels) -> Bool {
    labels.labels.exact(label).contains(.area)
  }

  private static func isTarget(_ label: String) -> Bool {
    ["target", "due", "by"].contains(label.lowercased().trimmingCharacters(":"))
  }
}
