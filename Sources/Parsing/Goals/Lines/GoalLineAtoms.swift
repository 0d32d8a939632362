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

  /// Lines of a cell without labels: paragraphs, and from the first box on what is ticked.
  func paragraphs(of lines: [TextLine]) -> [GoalAtom] {
    let end = lines.firstIndex { $0.words.contains(where: Ticks.isTick) } ?? lines.count
    let texts = Paragraph.join(Array(lines[..<end])).map(GoalAtom.init(paragraph:))
    return end < lines.count ? texts + ticked(Array(lines[end...])) : texts
  }
}
