import Extraction
import IEPModel

/// Objectives listed in lines under a row of labels: "Short-term objectives | Criterion | Review date" over one objective
/// a line, with how well and by when it is to be met.
struct ObjectiveColumns: Sendable {
  private let roles: [GoalRole?]
  /// Left edges of the columns, in points.
  private let edges: [Double]
  private let main: Int

  /// `nil` where the line is no row of labels over objectives.
  init?(_ line: TextLine, labels: LabelTable<GoalRole>) {
    let groups = line.groups
    guard (2...6).contains(groups.count), line.words.count <= 20,
      groups.allSatisfy({ group in
        group.count <= 7 && group.allSatisfy { $0.field == nil && !Ticks.isTick($0) }
      })
    else { return nil }
    let texts = groups.map { $0.map(\.text).joined(separator: " ") }
    guard !texts.contains(where: { $0.hasSuffix(".") && $0.utf8.count > 12 }),
      let main = texts.prefix(2).firstIndex(where: { labels.exact($0).contains(.objectives) }),
      main == 0 || texts[0].utf8.count <= 10
    else { return nil }
    self.main = main
    roles = texts.indices.map { index in
      index == main
        ? .objectives : index < main ? .number : labels.matches(texts[index]).first { $0.score >= 0.55 }?.role
    }
    edges = groups.map { $0[0].box.x0 }
  }

  /// Whether the line below can be the first of the objectives.
  func head(_ next: TextLine?) -> Bool { next.flatMap(objective) != nil }

  /// Whether a line is the rest of the objective above it, whose column was full.
  func goesOn(_ line: TextLine, below objective: GoalAtom) -> Bool {
    guard let last = objective.lines.last, line.chunks.count == 1, line.page == last.page,
      abs(line.box.x0 - last.box.x0) < 3, line.box.y0 - last.box.y1 < last.height * 0.8
    else { return false }
    let width = main + 1 < edges.count ? edges[main + 1] : .infinity
    return line.text.first?.isLowercase == true
      || !".!?".contains(objective.text.last ?? ".") && last.box.x1 + (line.words.first?.box.width ?? 0) > width - 8
  }

  /// The objective of a line whose parts stand in the columns.
  func objective(_ line: TextLine) -> GoalAtom? {
    var cells: [Int: [Word]] = [:]
    for group in line.groups {
      guard let x = group.first?.box.x0, let column = edges.firstIndex(where: { abs($0 - x) < 7 }), cells[column] == nil
      else { return nil }
      cells[column] = group
    }
    guard let words = cells[main], words.count >= 3 || words[0].text.contains(" ") else { return nil }
    let text = TextLine(page: line.page, words: words)
    guard GoalParagraph.isObjective(text.text), GoalHeading(text.text) == nil else { return nil }
    func value(_ role: GoalRole) -> String? {
      let column = roles.indices.first { roles[$0] == role }
      return column.flatMap { cells[$0] }.map { $0.map(\.text).joined(separator: " ") }
    }
    var atom = GoalAtom(.objective, text: text.text, lines: [text], places: [text.place], number: value(.number))
    atom.criterion = value(.criterion)
    return atom
  }
}
