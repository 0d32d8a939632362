import Extraction
import IEPModel

/// Objectives that are told by how their line is set: behind a label, in a row of columns, or going on below.
extension GoalAtomizer {
  /// "Objective 1 | Jo will ...": the label and the objective side by side.
  func labelledObjective(_ line: TextLine) -> GoalAtom? {
    let groups = line.groups
    guard groups.count == 2,
      case .objective(let number) = goalLabels.meaning(of: groups[0].map(\.text).joined(separator: " ")),
      groups[1].count >= 3 || groups[1].first?.field != nil
    else { return nil }
    let text = TextLine(page: line.page, words: groups[1])
    return GoalAtom(.objective, text: text.text, lines: [text], places: [text.place], number: number)
  }

  /// "1 | Jo will ... | 12/19/2025 | ______": a row of objectives, with when each is to be met.
  func objectiveRow(_ line: TextLine) -> GoalAtom? {
    let groups = line.groups
    guard (2...5).contains(groups.count), groups[0].count == 1, let mark = groups[0].first?.text,
      mark.utf8.count <= 4, GoalHeading.isCount(mark),
      case let isDecimal = mark.dropLast().contains("."),
      groups[1].map(\.text).joined(separator: " ").split(separator: " ").count >= 4,
      groups.count > 2 || RowMarks.countsItems(mark),
      case let rest = groups[2...].map({ $0.map(\.text).joined(separator: " ") }),
      rest.dropFirst(isDecimal ? 1 : 0).allSatisfy({ text in
        text.allSatisfy { "_-.".contains($0) } || text.utf8.count <= 12 || values.dates.date(text, near: nil) != nil
      })
    else { return nil }
    let dates = rest.contains { values.dates.date($0, near: nil) != nil }
    guard dates || isDecimal || groups.count == 2 && groups[1].contains(where: { $0.field != nil }) else { return nil }
    let text = TextLine(page: line.page, words: groups[1])
    var atom = GoalAtom(
      .objective, text: text.text, lines: [text], places: [text.place], number: mark.trimmingCharacters("().:"))
    // "1.2 | Jo will ... | in 4 of 5 lessons"
    if isDecimal, let criterion = rest.first, criterion.contains(where: \.isLetter), criterion.utf8.count > 12 {
      atom.criterion = criterion
    }
    return atom
  }

  /// The rest of an objective under its first line.
  func goesOn(_ line: TextLine, below objective: GoalAtom) -> Bool {
    // What was filled in on a blank goes on at the left margin.
    let isBelow =
      abs(line.box.x0 - (objective.lines.last?.box.x0 ?? 0)) < 3
      || line.text.first?.isLowercase == true && line.box.x0 < (objective.lines.first?.box.x0 ?? 0)
    guard let last = objective.lines.last, last.page == line.page, line.chunks.count == 1, isBelow,
      line.box.y0 - last.box.y1 < last.height * 0.8,
      !".!?".contains(objective.text.last ?? ".")
    else { return false }
    return true
  }
}
