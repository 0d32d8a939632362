import Extraction
import Foundation
import IEPModel

/// A goals section to its atoms, whatever its layout.
struct GoalAtomizer: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  private var goalLabels: GoalLabels { GoalLabels(labels: labels.goal, values: values) }
  private var tables: GoalTableAtoms { GoalTableAtoms(labels: labels, values: values) }

  func atoms(of section: SectionBlocks) -> [GoalAtom] {
    var atoms: [GoalAtom] = []
    // "Annual Goal # 2" over a table opened the section; a heading that is its first line stands among its blocks.
    if let line = section.headingLine, GoalHeading(line.text) != nil, !section.blocks.contains(.line(line)) {
      atoms.append(GoalAtom(paragraph: Paragraph(lines: [line])))
    }
    if goalLabels.isObjectivesHeading(section.heading), !section.heading.lowercased().contains("goal") {
      atoms.append(GoalAtom(.objectivesHeading))
    }
    var header: GoalTableAtoms.Header?
    var open: Table?
    func close() {
      if let table = open { atoms += tables.atoms(of: table, continuing: &header) }
      open = nil
    }
    for run in section.blocks.runs {
      switch run {
      case .lines(let lines):
        close()
        atoms += self.atoms(of: lines)
      case .table(let table):
        if let whole = open.flatMap({ tables.joined($0, table) }) {
          open = whole
        } else {
          close()
          open = table
        }
      }
    }
    close()
    return atoms
  }

  /// Lines to atoms: labelled facts, paragraphs between them, and the rows of objectives that stand in columns.
  func atoms(of lines: [TextLine]) -> [GoalAtom] {
    var atoms: [GoalAtom] = []
    var pending: [TextLine] = []
    /// A goal was begun, so that a numbered row further down is an objective of it.
    var isAmongObjectives = false
    let right = lines.map(\.box.x1).max() ?? 0
    for (index, line) in lines.enumerated() {
      if goalLabels.isObjectivesHeading(line.chunks.first(where: { $0.text.utf8.count > 4 })?.text ?? line.text) {
        isAmongObjectives = true
      } else if GoalHeading(line.text) != nil {
        isAmongObjectives = false
      }
      let flows = LabelFlow.isText(line) && LabelFlow.end(from: index, in: lines, right: right) != nil
      if !flows, let headed = headedFacts(line) {
        atoms += unrowed(pending) + headed
        pending = []
      } else if isAmongObjectives, let objective = objectiveRow(line) {
        atoms += unrowed(pending)
        pending = []
        atoms.append(objective)
      } else if pending.isEmpty, let open = atoms.last, open.kind == .objective, goesOn(line, below: open) {
        atoms[atoms.count - 1].append(line)
      } else {
        pending.append(line)
      }
    }
    return atoms + unrowed(pending)
  }

  private func unrowed(_ lines: [TextLine]) -> [GoalAtom] {
    guard !lines.isEmpty else { return [] }
    var atoms: [GoalAtom] = []
    var pending: [TextLine] = []
    func flush() {
      if pending.contains(where: { $0.words.contains(where: Ticks.isTick) }) {
        atoms += ticked(pending)
      } else {
        atoms += Paragraph.join(pending).map(GoalAtom.init(paragraph:))
      }
      pending = []
    }
    for item in LineFacts(reader: FactReader(labels: labels)).items(of: lines) {
      switch item {
      case .line(let line) where line.words.contains(where: Ticks.isTick):
        let lead = line.words.prefix { !Ticks.isTick($0) }
        if pending.last.map({ !$0.words.contains(where: Ticks.isTick) }) ?? false || !lead.isEmpty { flush() }
        pending.append(line)
      case .line(let line)
      where pending.last.map({ Self.endsWithBox($0, above: line) || Self.endsInStatement($0, above: line) }) ?? false:
        pending.append(line)
      case .line(let line):
        if pending.last.map({ $0.words.contains(where: Ticks.isTick) }) ?? false { flush() }
        if GoalHeading(line.text) != nil || goalLabels.isObjectivesHeading(line.text)
          || FormQuestion.endsInInstruction(line.text)
        {
          flush()
        }
        if let objective = labelledObjective(line) {
          flush()
          atoms.append(objective)
          continue
        }
        if let open = atoms.last, open.kind == .objective, pending.isEmpty, goesOn(line, below: open) {
          atoms[atoms.count - 1].append(line)
          continue
        }
        if let row = numberedRow(line) {
          flush()
          atoms.append(row.heading)
          pending.append(row.text)
          continue
        }
        pending.append(line)
        if goalLabels.isObjectivesHeading(line.text) { flush() }
      case .fact(let fact):
        flush()
        atoms += self.atoms(of: fact)
      case .table: break
      }
    }
    flush()
    return atoms
  }

  /// "Objective 1 | Jo will ...": the label and the objective side by side.
  private func labelledObjective(_ line: TextLine) -> GoalAtom? {
    let groups = line.groups
    guard groups.count == 2,
      case .objective(let number) = goalLabels.meaning(of: groups[0].map(\.text).joined(separator: " ")),
      groups[1].count >= 3 || groups[1].first?.field != nil
    else { return nil }
    let text = TextLine(page: line.page, words: groups[1])
    return GoalAtom(.objective, text: text.text, lines: [text], places: [text.place], number: number)
  }

  /// "1 | Jo will ... | 12/19/2025 | ______": a row of objectives, with when each is to be met.
  private func objectiveRow(_ line: TextLine) -> GoalAtom? {
    let groups = line.groups
    guard (2...5).contains(groups.count), groups[0].count == 1, let mark = groups[0].first?.text,
      mark.utf8.count <= 4, GoalHeading.isCount(mark),
      case let isDecimal = mark.dropLast().contains("."),
      groups[1].map(\.text).joined(separator: " ").split(separator: " ").count >= 4,
      groups.count > 2 || RowMarks.isListItem(mark + " X"),
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
  private func goesOn(_ line: TextLine, below objective: GoalAtom) -> Bool {
    guard let last = objective.lines.last, last.page == line.page, line.chunks.count == 1,
      line.box.y0 - last.box.y1 < last.height * 0.8, abs(line.box.x0 - last.box.x0) < 3,
      !".!?".contains(objective.text.last ?? ".")
    else { return false }
    return true
  }

  /// "Goal 1. | Need area | Reading | To be achieved by | 12/18/2026": a goal's heading and facts on one line.
  private func headedFacts(_ line: TextLine) -> [GoalAtom]? {
    let groups = line.groups
    // The goal may stand first, or behind its area: "Area: Reading | Goal 1".
    guard groups.count >= 2,
      let position = [0, groups.count - 1].first(where: { index in
        GoalHeading(groups[index].map(\.text).joined(separator: " ")).map { $0.rest.isEmpty } ?? false
      }), let heading = GoalHeading(groups[position].map(\.text).joined(separator: " "))
    else { return nil }
    var others = groups
    others.remove(at: position)
    let rest = TextLine(page: line.page, cells: others)
    let facts = LineFacts(reader: FactReader(labels: labels)).items(of: [rest]).compactMap { item -> Fact? in
      if case .fact(let fact) = item { fact } else { nil }
    }
    guard !facts.isEmpty else { return nil }
    return [GoalAtom(.heading, number: heading.number)] + facts.flatMap(atoms(of:))
  }

  /// "1 | READING | By May, Jo will ...": the goal's number, its area and the first line of its text side by side.
  private func numberedRow(_ line: TextLine) -> (heading: GoalAtom, text: TextLine)? {
    let groups = line.groups
    guard groups.count == 3, let mark = groups[0].first?.text, groups[0].count == 1,
      let number = Int(mark.trimmingCharacters("#.)")), (1...40).contains(number), groups[2].count >= 3
    else { return nil }
    let area = groups[1].map(\.text).joined(separator: " ")
    guard area.split(separator: " ").count <= 5, values.vocabulary.goalAreaCode(of: area) != nil else { return nil }
    return (
      GoalAtom(.heading, number: String(number), area: area), TextLine(page: line.page, words: groups[2])
    )
  }

  /// Lines of a cell without labels: paragraphs, and from the first box on what is ticked.
  func paragraphs(of lines: [TextLine]) -> [GoalAtom] {
    let end = lines.firstIndex { $0.words.contains(where: Ticks.isTick) } ?? lines.count
    let texts = Paragraph.join(Array(lines[..<end])).map(GoalAtom.init(paragraph:))
    return end < lines.count ? texts + ticked(Array(lines[end...])) : texts
  }

  /// A list of boxes: what is ticked, and the question before it as a paragraph of its own.
  private func ticked(_ lines: [TextLine]) -> [GoalAtom] {
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
  private static func endsWithBox(_ line: TextLine, above next: TextLine) -> Bool {
    guard let first = line.words.first, let last = line.words.last, line.words.count > 1 else { return false }
    return Ticks.isTick(first) && Ticks.isTick(last) && !next.words.contains(where: Ticks.isTick)
      && next.page == line.page && next.box.y0 - line.box.y1 < line.height * 0.8 && next.words.count <= 6
  }

  /// "☒ Objectives are not included" over "for this goal.": the words of a box go on in a line of text.
  private static func endsInStatement(_ line: TextLine, above next: TextLine) -> Bool {
    guard line.words.contains(where: Ticks.isTick), let last = line.words.last, !Ticks.isTick(last),
      last.text.last.map({ !".:;?".contains($0) }) ?? false, next.page == line.page
    else { return false }
    return next.text.first?.isLowercase == true && !next.words.contains(where: Ticks.isTick)
      && next.chunks.count == 1 && next.box.y0 - line.box.y1 < line.height * 0.8 && next.box.x0 < line.box.x0 + 24
  }

  /// "Standard: RL.2.2" and below it the goal, without a label: the fact, and the lines of the goal.
  private func goalBelow(_ fact: Fact) -> (fact: Fact, goal: [TextLine])? {
    guard fact.lines.count >= 2, fact.lines[0].words.count <= 8 else { return nil }
    switch goalLabels.meaning(of: fact.label) {
    case nil, .role(.area, _), .role(.number, _), .role(.other, _): break
    default: return nil
    }
    let first = fact.lines.indices.dropFirst().prefix(2).first { index in
      let text = Unwrapping.text(of: Array(fact.lines[index...]))
      return text.first?.isUppercase == true && GoalParagraph.looksLikeGoal(text)
        && text.split(separator: " ").count > 6
        && !GoalParagraph.looksLikeGoal(Unwrapping.text(of: Array(fact.lines[..<index])))
    }
    guard let first, fact.lines[first - 1].box.x1 < (fact.lines.map(\.box.x1).max() ?? 0) - 40 else { return nil }
    var above = fact
    above.lines = Array(fact.lines[..<first])
    above.value = Unwrapping.text(of: above.lines)
    return (above, Array(fact.lines[first...]))
  }

  /// A labelled value to atoms.
  func atoms(of fact: Fact) -> [GoalAtom] {
    let fact = FormQuestion.removed(from: fact)
    if let (above, goal) = goalBelow(fact) { return atoms(of: above) + [GoalAtom(paragraph: Paragraph(lines: goal))] }
    let value = Ticks.value(of: fact)
    if Legend.isList(value), !value.contains(" will ") { return [] }
    let isSentence = value.split(separator: " ").count > 7 || value.lowercased().contains(" will ")
    /// A single letter counts the form's pages.
    func isName(_ text: String) -> Bool { !CellReading.isBlank(text) && text.utf8.count > 1 }
    func valued(_ kind: GoalAtom.Kind, number: String? = nil) -> GoalAtom {
      GoalAtom(kind, text: value, lines: fact.lines, places: fact.places, number: number)
    }
    if let leading = goalLabels.leadingNumber(fact.label) {
      var rest = fact
      rest.label = leading.label
      return [GoalAtom(.heading, number: leading.number)] + atoms(of: rest)
    }
    switch goalLabels.meaning(of: fact.label) {
    // What the form asks there at length; the goal begins in the next paragraph.
    case .role(.text, nil) where FormQuestion.beginsWithQuestion(value) && !GoalParagraph.looksLikeGoal(value):
      return [GoalAtom(.fact(.text))]
    case .objective(let number): return [valued(.objective, number: number)]
    case .heading(let number, let rest):
      let named = goalLabels.area(rest)
      let area = !named.isEmpty ? named : (isSentence || !isName(value) ? nil : value)
      let heading = GoalAtom(.heading, number: number, area: area)
      return isSentence ? [heading, valued(.fact(.text))] : [heading]
    case .role(.objectives, _):
      return [GoalAtom(.objectivesHeading)] + atoms(of: fact.lines)
    case .role(.text, let number?):
      return [GoalAtom(.heading, number: number), valued(.fact(.text))]
    case .role, nil: break
    }
    if let found = goalLabels.role(of: fact.label, value: value) ?? goalLabels.dateRole(of: fact.label, value: value) {
      if found.role == .objectives {
        return [GoalAtom(.objectivesHeading)] + atoms(of: fact.lines)
      }
      // A bare "Date" on a goal page is that of a report or a signature; as a column's header it is when to be met.
      if found.role == .targetDate, LabelTokens.words(fact.label) == ["date"] { return [] }
      var atom = valued(.fact(found.role))
      if found.role == .baseline { atom.isPresentLevel = !LabelTokens.words(fact.label).contains("baseline") }
      // "Progress on goals 1-3 will be measured by": one answer for all goals.
      atom.isForAll = LabelTokens.words(fact.label).contains("goals")
      return [atom]
    }
    if CellReading.isBlank(value), fact.lines.isEmpty {
      // A label whose value begins in the next paragraph.
      let match = labels.goal.matches(fact.label).first { $0.score >= 0.55 }
      return match.map { [GoalAtom(.fact($0.role))] } ?? []
    }
    // A label of the form's own words over what a student will do: "Reading, Goal 2: By May, Jo will ..."
    if GoalSentences.isGoal(value), !GoalSentences.namesObjectives(fact.label) {
      let title = GoalTitle(fact.label, vocabulary: values.vocabulary)
      let heading = title.map { [GoalAtom(.heading, number: $0.number, area: $0.area)] } ?? []
      return heading + [valued(.text)]
    }
    // "Data from four weeks: 45 %": no label of a goal page, hence text.
    guard labels.header.exact(fact.label).isEmpty, labels.service.exact(fact.label).isEmpty else { return [] }
    return [GoalAtom(.unknown, text: fact.label + ": " + value, lines: fact.lines, places: fact.places)]
  }
}

extension Fact {
  /// The value's places, a box a page.
  var places: [Place] {
    lines.isEmpty ? [place] : Paragraph(lines: lines).places
  }
}
