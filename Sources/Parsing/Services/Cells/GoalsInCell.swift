import Extraction
import IEPModel

/// Goals at the end of a cell that says something else, where no column asks for them: "30 minutes, once weekly" over
/// "Goal 3", "Speech-language services / 3" under "Service / Goal #".
struct GoalsInCell {
  /// The cell without them.
  let rest: Cell
  let part: ServiceCandidate.Part

  init?(_ cell: Cell, under header: String, asked: Set<ServiceRole>) {
    guard !asked.contains(.goals), cell.columnSpan == 1, let last = cell.lines.last else { return nil }
    var rest = cell
    let goals: TextLine
    if cell.lines.count >= 2, Clauses.isGoals(last.text) {
      rest.lines.removeLast()
      goals = last
    } else if LabelTokens.of(header).contains(where: { $0.hasPrefix("goal") }),
      let slash = last.words.lastIndex(where: { $0.text == "/" }),
      case let numbers = Array(last.words[(slash + 1)...]), (1...4).contains(numbers.count),
      numbers.allSatisfy({ $0.text.trimmingCharacters(",#").allSatisfy(\.isNumber) })
    {
      let name = Array(last.words[..<slash])
      rest.lines.removeLast()
      if !name.isEmpty { rest.lines.append(TextLine(page: last.page, words: name)) }
      goals = TextLine(page: last.page, words: numbers)
    } else {
      return nil
    }
    guard !rest.lines.isEmpty, !GoalNumbers.read(goals.text).isEmpty else { return nil }
    self.rest = rest
    part = .told(.goals, label: header, goals.text, at: goals.place)
  }
}
