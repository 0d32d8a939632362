import Extraction
import IEPModel

/// Boxes of a goals section to atoms: what is ticked, and where a list of boxes ends.
extension GoalAtomizer {
  /// A list of boxes: what is ticked, and the question before it as a paragraph of its own.
  func ticked(_ lines: [TextLine]) -> [GoalAtom] {
    let lead = lines[0].words.prefix { !Ticks.isTick($0) }
    let question =
      lead.isEmpty ? [] : [GoalAtom(paragraph: Paragraph(lines: [TextLine(page: lines[0].page, words: Array(lead))]))]
    let chosen = Ticks.wrappedOptions(in: lines).filter { $0.isOn && !$0.label.isEmpty }
    let text = Ticks.withoutLetters(chosen.map(\.label)).joined(separator: "; ")
    let kind: GoalAtom.Kind = lead.isEmpty && areAreas(lines) && !text.isEmpty ? .fact(.area) : .ticks
    return question + [GoalAtom(kind, text: text, lines: lines, places: Paragraph(lines: lines).places)]
  }

  /// "☐ Academic ☒ Communication ☐ Motor" over a goal: the boxes name areas, without a label.
  private func areAreas(_ lines: [TextLine]) -> Bool {
    let options = Ticks.wrappedOptions(in: lines).filter { !$0.label.isEmpty }
    let named = options.filter {
      $0.label.split(separator: " ").count <= 5 && values.vocabulary.goalAreaCode(of: $0.label) != nil
    }
    return named.count >= 3 && named.count * 3 >= options.count * 2
  }

  /// The words of a line's last box stand at the head of the next line.
  static func endsWithBox(_ line: TextLine, above next: TextLine) -> Bool {
    guard let first = line.words.first, let last = line.words.last, line.words.count > 1 else { return false }
    return Ticks.isTick(first) && Ticks.isTick(last) && !next.words.contains(where: Ticks.isTick)
      && next.page == line.page && next.box.y0 - line.box.y1 < line.height * 0.8 && next.words.count <= 6
  }

  /// "☒ Objectives are not included" over "for this goal.": the words of a box go on in a line of text.
  static func endsInStatement(_ line: TextLine, above next: TextLine) -> Bool {
    guard line.words.contains(where: Ticks.isTick), let last = line.words.last, !Ticks.isTick(last),
      last.text.last.map({ !".:;?".contains($0) }) ?? false, next.page == line.page
    else { return false }
    return next.text.first?.isLowercase == true && !next.words.contains(where: Ticks.isTick)
      && next.chunks.count == 1 && next.box.y0 - line.box.y1 < line.height * 0.8 && next.box.x0 < line.box.x0 + 24
  }

  /// "☐ Homework ☒ Tests and" over "Quizzes ☐ Written reports": the words of the last box go on, for want of room.
  func wraps(_ line: TextLine, to next: TextLine, right: Double) -> Bool {
    let lead = next.words.prefix { !Ticks.isTick($0) }
    guard let first = lead.first, let last = line.words.last, line.words.first.map(Ticks.isTick) ?? false,
      !Ticks.isTick(last), lead.count <= 4, lead.allSatisfy({ $0.field == nil }), next.page == line.page,
      next.box.y0 - line.box.y1 < line.height * 0.8, abs(next.box.x0 - line.box.x0) < 6,
      !".:;?".contains(last.text.last ?? "."), !lead.contains(where: { ":?".contains($0.text.last ?? ":") })
    else { return false }
    return line.box.x1 + first.box.width + line.height * 0.25 > right
      && labels.goal.exact(lead.map(\.text).joined(separator: " ")).isEmpty
  }
}
