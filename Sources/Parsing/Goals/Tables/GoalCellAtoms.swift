import Extraction
import IEPModel

/// A cell of a table of goals to atoms: the facts and paragraphs in it, a goal, the objectives listed in it.
struct GoalCellAtoms: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  private var atomizer: GoalAtomizer { GoalAtomizer(labels: labels, values: values) }

  /// What a cell says by itself, labels and all.
  func inside(_ cell: Cell) -> [GoalAtom] {
    var atoms: [GoalAtom] = []
    if let asked = askedHeading(cell) { return asked }
    // "Annual goal 1" over the goal.
    if cell.lines.count >= 2, let heading = GoalHeading(cell.lines[0].text), heading.rest.isEmpty {
      let rest = Array(cell.lines.dropFirst())
      // "Target date: 9/24/2027   Measured by: ..." below it says more of the goal.
      let isLabelled = rest.contains { GoalLabels.role(asked: $0.text, labels: labels.goal) != nil }
      return [GoalAtom(.heading, number: heading.number)]
        + (isLabelled ? atomizer.atoms(of: rest) : Paragraph.join(rest).map(GoalAtom.init(paragraph:)))
    }
    if let headed = headed(cell) { return headed }
    // "Annual goal that meets this need: # 3" over the goal.
    if cell.lines.count >= 2, cell.lines[0].words.allSatisfy({ $0.field == nil }),
      case .role(.text, let number?) = GoalLabels(labels: labels.goal, values: values).meaning(of: cell.lines[0].text),
      case let goal = Paragraph(lines: Array(cell.lines.dropFirst())), GoalParagraph.looksLikeGoal(goal.text)
    {
      return [
        GoalAtom(.heading, number: number),
        GoalAtom(.fact(.text), text: goal.text, lines: goal.lines, places: goal.places),
      ]
    }
    var rest: [TextLine] = []
    func flush() {
      atoms += atomizer.paragraphs(of: rest)
      rest = []
    }
    for item in CellFacts(reader: FactReader(labels: labels)).inside(cell) {
      switch item {
      case .fact(let fact):
        flush()
        atoms += atomizer.atoms(of: fact)
      case .line(let line): rest.append(line)
      case .table: break
      }
    }
    flush()
    return atoms
  }

  /// "Goal statement # 2 of 3   Goal area: Academic   Skill: Reading" over the goal: a heading, and facts behind it.
  private func headed(_ cell: Cell) -> [GoalAtom]? {
    if let kind = ofKind(cell) { return kind }
    guard let line = cell.lines.first, let heading = GoalHeading(line.text), heading.rest.contains(": "),
      !GoalSentences.isGoal(heading.rest), case let count = heading.rest.blankSeparated.count, count < line.words.count,
      case let words = Array(line.words.suffix(count)),
      InlineLabels(reader: FactReader(labels: labels)).pairs(in: words) != nil
    else { return nil }
    let lines = [TextLine(page: line.page, words: words)] + cell.lines.dropFirst()
    return [GoalAtom(.heading, number: heading.number)] + atomizer.atoms(of: lines)
  }

  /// "Annual Goal #3: Transition goal (employment): Jo will ...": of what kind the goal is, said before its sentence.
  private func ofKind(_ cell: Cell) -> [GoalAtom]? {
    guard let heading = GoalHeading(cell.text), let colon = heading.rest.range(of: ": "),
      case let kind = LabelTokens.words(String(heading.rest[..<colon.lowerBound])), kind.contains("goal"),
      kind.count <= 4, !kind.contains("area"), GoalParagraph.looksLikeGoal(String(heading.rest[colon.upperBound...])),
      cell.lines.allSatisfy({ $0.words.allSatisfy { $0.field == nil && !Ticks.isTick($0) } })
    else { return nil }
    return [
      GoalAtom(.heading, number: heading.number),
      GoalAtom(
        .fact(.text), text: heading.rest, lines: cell.lines, places: Paragraph(lines: cell.lines).places),
    ]
  }

  /// "Annual goal # 1 (including how progress toward the annual" over "goal will be measured)": the heading of a goal, and
  /// in brackets what the form asks there.
  private func askedHeading(_ cell: Cell) -> [GoalAtom]? {
    let lines = cell.lines
    guard let line = lines.first, let open = line.words.firstIndex(where: { $0.text.hasPrefix("(") }), open >= 2,
      let close = lines.indices.prefix(3).first(where: { lines[$0].text.hasSuffix(")") }),
      lines[...close].allSatisfy({ $0.words.allSatisfy { $0.field == nil && !Ticks.isTick($0) } }),
      case let label = line.words[..<open].map(\.text).joined(separator: " "),
      case let asked = Unwrapping.text(
        of: [TextLine(page: line.page, words: Array(line.words[open...]))] + lines.dropFirst().prefix(close)),
      asked.blankSeparated.count >= 4, !asked.dropLast().contains(")")
    else { return nil }
    guard let heading = GoalHeading(label), heading.rest.isEmpty else { return nil }
    return [GoalAtom(.heading, number: heading.number)] + atomizer.paragraphs(of: Array(lines[(close + 1)...]))
  }

  /// "Goal # 2 Target date: 9/9/2026": the goal's number before a fact of another kind than its area, or before several.
  func headsFacts(_ cell: Cell) -> Bool {
    guard let line = cell.lines.first, let heading = GoalHeading(line.text),
      let colon = heading.rest.range(of: ": "), cell.lines.count == 1, let atoms = headed(cell)
    else { return false }
    if Set(atoms.dropFirst().map(\.kind)).count >= 2 { return true }
    let asked = labels.goal.matches(String(heading.rest[..<colon.lowerBound])).first { $0.score >= 0.6 }?.role
    return asked != nil && asked != .area && asked != .text
  }

  /// "Baseline: 2 of 10" over "Method: Quizzes" over "Date: 6/4/27": facts of the row's goal, each under its own label.
  func labelled(_ cell: Cell) -> [GoalAtom]? {
    guard cell.lines.count >= 2 else { return nil }
    let facts = CellFacts(reader: FactReader(labels: labels)).inside(cell).map { item -> Fact? in
      if case .fact(let fact) = item { fact } else { nil }
    }
    guard facts.count >= 2, facts.allSatisfy({ $0 != nil }) else { return nil }
    var known = 0
    let atoms = facts.compactMap { $0 }.flatMap { fact -> [GoalAtom] in
      // There a date without more is when the goal is to be met.
      if LabelTokens.words(fact.label) == ["date"], values.dates.date(fact.value, near: nil) != nil {
        return [GoalAtom(.fact(.targetDate), text: fact.value, lines: fact.lines, places: fact.places)]
      }
      let atoms = atomizer.atoms(of: fact)
      if atoms.contains(where: { if case .fact = $0.kind { true } else { false } }) { known += 1 }
      return atoms
    }
    return known >= 1 && known * 2 >= facts.count - 1 ? atoms : nil
  }

  func atom(_ role: GoalRole, _ value: String, _ cell: Cell) -> GoalAtom {
    GoalAtom(.fact(role), text: value, lines: cell.lines, places: [cell.place])
  }

  /// The goal of a cell, under the name of its area in bold where it has one.
  func goal(_ cell: Cell) -> [GoalAtom] {
    if let panel = GoalPanels.named(cell) {
      let goal = Paragraph(lines: panel.rest)
      return [
        GoalAtom(.fact(.area), text: panel.area.text, lines: [panel.area], places: [panel.area.place]),
        GoalAtom(.fact(.text), text: goal.text, lines: goal.lines, places: goal.places),
      ]
    }
    return [GoalAtom(.fact(.text), text: cell.text, lines: cell.lines, places: Paragraph(lines: cell.lines).places)]
  }

  func objectives(_ cell: Cell?, number: String?) -> [GoalAtom] {
    guard let cell else { return [] }
    let paragraphs = Paragraph.join(cell.lines)
    if paragraphs.count > 1, paragraphs.contains(where: { RowMarks.isListItem($0.text) }) {
      return paragraphs.map {
        GoalAtom(.objective, text: $0.text, lines: $0.lines, places: $0.places)
      }
    }
    return [GoalAtom(.objective, text: cell.text, lines: cell.lines, places: [cell.place], number: number)]
  }
}

extension Fact {
  /// A label's cell and the cell of its value.
  init(_ label: Cell, _ value: Cell?) {
    self.init(
      label: label.text, value: value?.text ?? "", lines: value?.lines ?? [], place: value?.place ?? label.place,
      labelPlace: label.place)
  }
}
