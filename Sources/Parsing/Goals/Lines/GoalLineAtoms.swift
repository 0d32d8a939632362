import Extraction
import IEPModel

/// Lines of a goals section that no table holds to atoms: facts, paragraphs, rows of objectives set in columns.
extension GoalAtomizer {
  /// Lines to atoms: labelled facts, paragraphs between them, and the rows of objectives that stand in columns.
  func atoms(of lines: [TextLine]) -> [GoalAtom] {
    var atoms: [GoalAtom] = []
    var pending: [TextLine] = []
    /// A goal was begun, so that a numbered row further down is an objective of it.
    var isAmongObjectives = false
    /// The columns of the list of objectives that the lines stand in.
    var columns: ObjectiveColumns?
    let right = lines.map(\.box.x1).max() ?? 0
    var read = 0
    for (index, line) in lines.enumerated() {
      if index < read { continue }
      if let card = headedColumns(lines[index...]) ?? margined(lines[index...]) {
        atoms += unrowed(pending) + card.atoms
        (pending, columns, isAmongObjectives, read) = ([], nil, false, card.end)
        continue
      }
      if goalLabels.isObjectivesHeading(line.chunks.first(where: { $0.text.utf8.count > 4 })?.text ?? line.text) {
        isAmongObjectives = true
      } else if GoalHeading(line.text) != nil {
        isAmongObjectives = false
      }
      let next = index + 1 < lines.count ? lines[index + 1] : nil
      if let tagged = GoalTagLine(line.text, labels: goalLabels) {
        atoms += unrowed(pending) + tagged.atoms
        (pending, columns, isAmongObjectives) = ([], nil, false)
        continue
      }
      if let lead = leadingArea(lines[index...]) {
        atoms += unrowed(pending) + [GoalAtom(.heading, number: lead.number, area: lead.area)]
        (pending, columns, isAmongObjectives) = ([lead.rest], nil, false)
        continue
      }
      if let found = ObjectiveColumns(line, labels: labels.goal), found.head(next) {
        atoms += unrowed(pending) + [GoalAtom(.objectivesHeading)]
        (pending, columns) = ([], found)
        continue
      }
      if pending.isEmpty, let columns {
        if let open = atoms.last, open.kind == .objective, columns.goesOn(line, below: open) {
          atoms[atoms.count - 1].append(line)
          continue
        }
        if let objective = columns.objective(line) {
          atoms.append(objective)
          continue
        }
      }
      let flows = LabelFlow.isText(line) && LabelFlow.end(from: index, in: lines, right: right) != nil
      if !flows, let headed = headedFacts(line) {
        atoms += unrowed(pending) + headed
        pending = []
      } else if let objective = labelledObjective(line), objective.lines[0].words.count >= 5,
        // "Objective 1 | Given two cards, ...": the sentence begins with a word that asks for the condition elsewhere;
        // under a card's columns it may stand like the values above it.
        read > 0 || !labels.goal.exact(objective.lines[0].words[0].text).isEmpty
      {
        atoms += unrowed(pending)
        pending = []
        atoms.append(objective)
      } else if isAmongObjectives, let objective = objectiveRow(line) {
        atoms += unrowed(pending)
        pending = []
        atoms.append(objective)
      } else if pending.isEmpty, let open = atoms.last, open.kind == .objective, goesOn(line, below: open) {
        atoms[atoms.count - 1].append(line)
      } else {
        columns = nil
        pending.append(line)
      }
    }
    return atoms + unrowed(pending)
  }

  private func unrowed(_ lines: [TextLine]) -> [GoalAtom] {
    guard !lines.isEmpty else { return [] }
    let right = lines.map(\.box.x1).max() ?? 0
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
        if let last = pending.last,
          !last.words.contains(where: Ticks.isTick) || !lead.isEmpty && !wraps(last, to: line, right: right)
        {
          flush()
        }
        pending.append(line)
      case .line(let line)
      where pending.last.map({ Self.endsWithBox($0, above: line) || Self.endsInStatement($0, above: line) }) ?? false:
        pending.append(line)
      case .line(let line):
        if pending.last.map({ $0.words.contains(where: Ticks.isTick) }) ?? false { flush() }
        if GoalHeading(line.text) != nil || goalLabels.isObjectivesHeading(line.text)
          || FormQuestion.endsInInstruction(line.text) || goalLabels.namedObjective(line.text) != nil
        {
          flush()
        }
        if isUnanswered(line) {
          flush()
          atoms.append(GoalAtom(.unanswered))
          continue
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
        // "Objective a. Packs her folder with a" goes on in the next line, as no heading does.
        if goalLabels.isObjectivesHeading(line.text), goalLabels.namedObjective(line.text) == nil { flush() }
      case .fact(let fact):
        flush()
        atoms += self.atoms(of: fact)
      case .table: break
      }
    }
    flush()
    return atoms
  }

  /// Labels side by side with nothing said under them, as on a page of the form that nobody filled in.
  private func isUnanswered(_ line: TextLine) -> Bool {
    line.chunks.count >= 2
      && line.groups.allSatisfy { group in
        let text = group.map(\.text).joined(separator: " ")
        return group.allSatisfy { $0.field == nil } && !labels.goal.exact(text).isEmpty
      }
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
  private func goesOn(_ line: TextLine, below objective: GoalAtom) -> Bool {
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
    // "Goal 3 | Motor: gross": an area of two parts, the first of which asks for nothing.
    if others.count == 1, facts.count == 1, labels.goal.exact(facts[0].label).isEmpty,
      values.vocabulary.goalAreaCode(of: rest.text) != nil
    {
      return [GoalAtom(.heading, number: heading.number, area: rest.text)]
    }
    return [GoalAtom(.heading, number: heading.number)] + facts.flatMap(atoms(of:))
  }

  /// "Gross motor. When the class moves, Jo will ...", "(2) Gross motor. When ...": a goal's paragraph that begins with
  /// its area, which may be counted.
  private func leadingArea(_ lines: ArraySlice<TextLine>) -> (number: String?, area: String, rest: TextLine)? {
    guard let line = lines.first, line.words.allSatisfy({ $0.field == nil && !Ticks.isTick($0) }),
      GoalHeading(line.text) == nil, let first = line.words.first?.text,
      case let number = first.trimmingCharacters("()."),
      case let start = Int(number) != nil && RowMarks.countsItems(first) ? 1 : 0,
      let end = line.words.dropFirst(start).prefix(4).firstIndex(where: { $0.text.hasSuffix(".") }),
      end + 3 < line.words.count,
      line.words[start].text.first?.isUppercase == true, line.words[end + 1].text.first?.isUppercase == true,
      case let area = line.words[start...end].map(\.text).joined(separator: " ").trimmingCharacters("."),
      area.utf8.count >= 4, values.vocabulary.goalAreaCode(of: area) != nil,
      case let rest = TextLine(page: line.page, words: Array(line.words[(end + 1)...])),
      GoalParagraph.looksLikeGoal(Unwrapping.text(of: [rest] + lines.dropFirst().prefix(2)))
    else { return nil }
    return (start == 1 ? number : nil, area, rest)
  }

  /// "Goal area | Goal # 1" over "Reading | Given ...": the goal's area and its text side by side, line by line.
  private func headedColumns(_ lines: ArraySlice<TextLine>) -> (atoms: [GoalAtom], end: Int)? {
    guard let head = lines.first, case let heads = head.groups, heads.count == 2,
      case let texts = heads.map({ $0.map(\.text).joined(separator: " ") }),
      let main = texts.firstIndex(where: { GoalHeading($0)?.rest.isEmpty ?? false }),
      let heading = GoalHeading(texts[main]), labels.goal.exact(texts[1 - main]).contains(.area)
    else { return nil }
    var columns: [[TextLine]] = [[], []]
    var end = lines.startIndex + 1
    while end < lines.endIndex, case let line = lines[end], line.page == head.page,
      line.box.y0 - lines[end - 1].box.y1 < line.height, end - lines.startIndex <= 8,
      line.groups.allSatisfy({ group in heads.contains { abs($0[0].box.x0 - group[0].box.x0) < 6 } }),
      line.groups.count == 2 || end > lines.startIndex + 1,
      !line.groups.contains(where: { group in
        let text = group.map(\.text).joined(separator: " ")
        return goalLabels.meaning(of: text) != nil && values.vocabulary.goalAreaCode(of: text) == nil
      })
    {
      for group in line.groups {
        let column = abs(heads[0][0].box.x0 - group[0].box.x0) < 6 ? 0 : 1
        columns[column].append(TextLine(page: line.page, words: group))
      }
      end += 1
    }
    guard !columns[main].isEmpty, !columns[1 - main].isEmpty,
      case let goal = Paragraph(lines: columns[main]), goal.text.blankSeparated.count >= 5
    else { return nil }
    let area = Unwrapping.text(of: columns[1 - main])
    return (
      [
        GoalAtom(.heading, number: heading.number, area: area),
        GoalAtom(.fact(.text), text: goal.text, lines: goal.lines, places: goal.places),
      ], end
    )
  }

  /// "Goal" over "1" over "Reading" at the left of a card, beside all that the card says of the goal.
  private func margined(_ lines: ArraySlice<TextLine>) -> (atoms: [GoalAtom], end: Int)? {
    guard let head = lines.first, case let groups = head.groups, groups.count == 2, groups[0].count <= 2,
      GoalHeading(groups[0].map(\.text).joined(separator: " ") + " 1")?.rest.isEmpty ?? false,
      case let (left, edge) = (groups[0][0].box.x0, groups[1][0].box.x0), edge - left > 30
    else { return nil }
    func isInMargin(_ word: Word) -> Bool { word.box.x0 > left - 6 && word.box.x1 < edge - 2 }
    let rest = lines.dropFirst().prefix { line in
      // "Goal" over "D", then "Goal E": another card's margin opens with the same word.
      line.page == head.page && !(line.groups[0][0].text == groups[0][0].text && isInMargin(line.groups[0][0]))
        && line.words.allSatisfy { isInMargin($0) || $0.box.x0 > edge - 2 }
    }
    let words = ([head] + rest).flatMap(\.words)
    let margin = words.filter(isInMargin)
    let text = Chunking.lines(of: words.filter { !isInMargin($0) }, page: head.page)
    guard margin.count <= 8,
      let heading = GoalHeading(Unwrapping.text(of: Chunking.lines(of: margin, page: head.page))),
      GoalParagraph.looksLikeGoal(Unwrapping.text(of: Array(text.prefix(3))))
    else { return nil }
    let area = goalLabels.area(heading.rest)
    return (
      [GoalAtom(.heading, number: heading.number, area: area.isEmpty ? nil : area)] + atoms(of: text), rest.endIndex
    )
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
}
