import Extraction
import IEPModel

/// Services listed in lines below the goal that they serve, under a title of their own: they are no part of the goal.
struct GoalServiceLines: Sendable {
  let labels: LabelTable<GoalRole>

  /// The lines without such lists.
  func removed(from lines: [TextLine]) -> [TextLine] {
    var kept: [TextLine] = []
    var index = 0
    while index < lines.count {
      guard isTitle(lines[index]),
        // "Services for Goal 2" needs no amount below it: they may be listed with another goal.
        GoalServiceTitle.number(in: lines[index].text) != nil
          || lines[(index + 1)...].prefix(3).contains(where: tellsTime)
      else {
        kept.append(lines[index])
        index += 1
        continue
      }
      index = lines[(index + 1)...].firstIndex(where: beginsGoal) ?? lines.count
    }
    return kept
  }

  /// "Services for this goal", "Related services".
  private func isTitle(_ line: TextLine) -> Bool {
    let words = LabelTokens.words(line.text)
    return (1...7).contains(words.count) && line.chunks.count == 1
      && (words.contains("services") || GoalServiceTitle.number(in: line.text) != nil)
      && line.text.first?.isUppercase == true && !line.text.hasSuffix(".") && !line.text.contains(": ")
      && line.words.allSatisfy { $0.field == nil && !Ticks.isTick($0) }
  }

  /// "4 x 30 min / week".
  private func tellsTime(_ line: TextLine) -> Bool {
    let units: Set<String> = ["min", "mins", "minute", "minutes", "hr", "hrs", "hour", "hours"]
    return line.text.contains(where: \.isNumber) && !line.text.contains(" will ")
      && line.text.lowercased().split { !$0.isLetter }.contains { units.contains(String($0)) }
  }

  /// The next goal's heading, or what is said first of it.
  private func beginsGoal(_ line: TextLine) -> Bool {
    if GoalHeading(line.text) != nil || GoalParagraph.looksLikeGoal(line.text) { return true }
    return switch GoalLabels.role(asked: line.text, labels: labels) {
    case .area, .text, .baseline: true
    default: false
    }
  }
}
