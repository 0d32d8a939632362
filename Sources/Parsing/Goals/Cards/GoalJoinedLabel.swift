import Extraction
import IEPModel

/// A label that asks for a goal's area and for one fact more: "Area of need and baseline" over "Math" over "3 of 10".
enum GoalJoinedLabel {
  /// What a joined label asks for behind the area; `nil` of other labels.
  static func second(_ label: String, labels: LabelTable<GoalRole>) -> GoalRole? {
    for joint in [" and ", " & ", " / ", ", "] {
      guard let range = label.trimmingColon.range(of: joint) else { continue }
      let parts = [String(label[..<range.lowerBound]), String(label.trimmingColon[range.upperBound...])]
      guard labels.exact(parts[0]).first == .area, let role = labels.exact(parts[1]).first,
        [.baseline, .method, .criterion, .targetDate].contains(role)
      else { continue }
      return role
    }
    return nil
  }

  /// The area on the value's first line, and the rest as the other fact.
  static func atoms(of label: Cell, _ value: Cell?, labels: LabelTable<GoalRole>) -> [GoalAtom]? {
    guard let role = second(label.text, labels: labels), let value, let first = value.lines.first,
      first.words.count <= 6, first.words.allSatisfy({ !Ticks.isTick($0) })
    else { return nil }
    func atom(_ role: GoalRole, _ lines: [TextLine]) -> GoalAtom {
      GoalAtom(.fact(role), text: Unwrapping.text(of: lines), lines: lines, places: Paragraph(lines: lines).places)
    }
    let rest = Array(value.lines.dropFirst())
    return [atom(.area, [first])] + (rest.isEmpty ? [] : [atom(role, rest)])
  }
}
