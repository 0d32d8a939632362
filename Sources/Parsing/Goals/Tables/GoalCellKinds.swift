import Extraction
import IEPModel

/// What the cells of a table of goals are: labels, values that hold a label of their own, goals.
struct GoalCellKinds: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  private var goalLabels: GoalLabels { GoalLabels(labels: labels.goal, values: values) }

  private var cellAtoms: GoalCellAtoms { GoalCellAtoms(labels: labels, values: values) }

  func isLabel(_ cell: Cell) -> Bool {
    guard cell.lines.allSatisfy({ $0.words.allSatisfy { $0.field == nil && !Ticks.isTick($0) } }) else { return false }
    guard let meaning = goalLabels.meaning(of: cell.text), !GoalSentences.isGoal(cell.text) else { return false }
    // "Measurable Annual Goal #1 - Area: Reading" heads the goal below it.
    if case .heading = meaning { return !cellAtoms.headsFacts(cell) }
    return !holdsOwnLabel(cell) && !answersItsLabel(cell)
  }

  /// "Method" in smaller print over "Data collection": what is asked and its answer, though together they read like a
  /// label.
  private func answersItsLabel(_ cell: Cell) -> Bool {
    guard let first = cell.lines.first,
      case let label = cell.lines.prefix(while: { $0.fontSize < first.fontSize + 0.5 }), label.count < cell.lines.count
    else { return false }
    return cell.lines.dropFirst(label.count).allSatisfy { $0.fontSize > first.fontSize + 0.5 }
      && goalLabels.meaning(of: Unwrapping.text(of: Array(label))) != nil
  }

  /// A short text before the only other cell of its row that speaks of a goal's part: "Baseline data point | 2 of 5".
  func leads(_ cell: Cell) -> Bool {
    guard cell.lines.allSatisfy({ $0.words.allSatisfy { $0.field == nil && !Ticks.isTick($0) } }),
      cell.text.utf8.count <= 60, !cell.text.hasSuffix("."), !cell.text.lowercased().contains(" will ")
    else { return false }
    return goalLabels.meaning(of: cell.text, isLead: true) != nil && !holdsOwnLabel(cell)
      && !isNamedObjective(cell)
  }

  /// "Objective #1 Find the main idea": an objective behind its name and number.
  func isNamedObjective(_ cell: Cell) -> Bool { goalLabels.namedObjective(cell.text) != nil }

  /// "Area of need | Behavior": the name of an area may be a label elsewhere.
  func isArea(_ cell: Cell, of label: Cell) -> Bool {
    // So may it be right beside the goal's number: "Goal 5 | Behavior".
    let isNumber = GoalHeading(label.text)?.rest.isEmpty ?? false
    return (isNumber || goalLabels.meaning(of: label.text) == .role(.area, number: nil))
      && values.vocabulary.goalAreaCode(of: cell.text) != nil
  }

  /// "Area: Reading", or a label on the first line over its value.
  func holdsOwnLabel(_ cell: Cell) -> Bool {
    // Options are a value.
    if let first = cell.lines.first?.words.first, Ticks.isTick(first) { return false }
    let items = CellFacts(reader: FactReader(labels: labels)).inside(cell)
    // "Procedure: Criteria:" of a row that nobody filled in asks for facts and holds none.
    let asked = items.compactMap { item -> Fact? in if case .fact(let fact) = item { fact } else { nil } }
    if asked.count >= 2, asked.count == items.count, asked.allSatisfy(\.lines.isEmpty) { return true }
    return items.contains { item in
      // "Baseline: what the student can do now" is a label and what the form asks there.
      guard case .fact(let fact) = item, !FormQuestion.removed(from: fact).lines.isEmpty else { return false }
      return goalLabels.meaning(of: fact.label) != nil || goalLabels.role(of: fact.label, value: fact.value) != nil
    }
  }

  /// A goal's sentence under its label within one cell.
  func holdsGoal(_ cell: Cell) -> Bool {
    cell.lines.count >= 2 && GoalSentences.isGoal(Unwrapping.text(of: Array(cell.lines.dropFirst())))
  }

  func isGoal(_ cell: Cell) -> Bool {
    GoalParagraph.looksLikeGoal(cell.text) && goalLabels.meaning(of: cell.lines.first?.text ?? "") == nil
  }

  func isLabelOrHoldsOne(_ cell: Cell) -> Bool { isLabel(cell) || holdsOwnLabel(cell) }

  /// Cells most of which have no labels of their own: what the form explains in the labels above them ("CRITERIA: measure
  /// to determine if the goal has been achieved") is no value.
  func isPlain(_ cells: [Cell]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    return filled.contains(where: isGoal) || filled.filter(isLabelOrHoldsOne).count * 2 < filled.count
  }

  /// Its first row or its first column asks for facts: it is no table that goes on.
  func holdsLabels(_ table: Table) -> Bool {
    let top = table.row(0).filter { !$0.isEmpty }
    if top.count >= 2, top.filter(isLabelOrHoldsOne).count * 2 > top.count { return true }
    let filled = table.cells.filter { !$0.isEmpty }
    return labelShare(of: 0, in: table) > 0.5 || filled.filter(holdsOwnLabel).count * 4 > filled.count
  }

  /// "No. | Objective | Met" over "1.1 | Jo will ...": the labels of a list of objectives.
  func isHeader(_ labels: [Cell], overObjectives below: [Cell]) -> Bool {
    guard labels.count >= 2, let number = below.first, countsObjectives(number, below: labels[0]),
      let label = labels.first(where: { goalLabels.isObjectivesHeading($0.text) }),
      let sentence = below.first(where: { $0.column == label.column })
    else { return false }
    return sentence != number && sentence.text.split(separator: " ").count >= 3
  }

  /// "1.1", or "1", "a" and "b)" below "No.".
  private func countsObjectives(_ number: Cell, below label: Cell) -> Bool {
    let isCounted =
      label.column == number.column && LabelTokens.of(label.text).allSatisfy { $0 == "number" }
    let bare = number.text.trimmingCharacters("().")
    if bare.utf8.count == 1, bare.first?.isLetter == true { return isCounted }
    return GoalHeading.isCount(number.text)
      && (number.text.contains { ".-".contains($0) } || number.text.first?.isNumber == true && isCounted)
  }

  /// "Number 1 | Area: Reading", "MAG # 2 | Area of need: Language": a row that gives a goal's number and a fact of it
  /// begins a card, and heads no columns.
  func beginsCard(_ row: [Cell]) -> Bool {
    guard let first = row.first, row.count >= 2, givesNumber(first) else { return false }
    return row.dropFirst().contains {
      holdsOwnLabel($0)
        || $0 == row[1] && isArea($0, of: first) && isDated(row.dropFirst(2))
        || row.count == 2
          && (values.vocabulary.goalAreaCode(of: $0.text) != nil || GoalSentences.isMeasuredStatement($0.text))
    }
  }

  /// "Target date | 6/4/27": a label before its date.
  private func isDated(_ cells: ArraySlice<Cell>) -> Bool {
    zip(cells, cells.dropFirst()).contains { label, value in
      goalLabels.dateRole(of: label.text, value: value.text) != nil
    }
  }

  /// A number alone before cells that each hold a fact under its own label, the goal's area or the goal among them.
  func countsGoal(_ row: [Cell]) -> String? {
    guard let first = row.first, row.count >= 2, case let number = first.text.trimmingCharacters("#.:() "),
      GoalHeading.isCount(number), number.utf8.count <= 3
    else { return nil }
    let asked = row.dropFirst().map { cell in
      CellFacts(reader: FactReader(labels: labels)).inside(cell).compactMap { item -> GoalRole? in
        guard case .fact(let fact) = item else { return nil }
        return goalLabels.role(of: fact.label, value: fact.value)?.role
      }
    }
    guard asked.allSatisfy({ !$0.isEmpty }), asked.contains(where: { $0.contains(.area) || $0.contains(.text) }) else {
      return nil
    }
    return number
  }

  /// "# 1 | By May, Jo will ...": a number behind its mark, and the goal beside it.
  func counted(_ row: [Cell]) -> (number: String, goal: Cell)? {
    guard row.count == 2, row[0].text.hasPrefix("#"), case let number = row[0].text.trimmingCharacters("#.:() "),
      number.utf8.count <= 3, GoalHeading.isCount(number), !holdsOwnLabel(row[1]),
      GoalParagraph.looksLikeGoal(row[1].text)
    else { return nil }
    return (number, row[1])
  }

  private func givesNumber(_ cell: Cell) -> Bool {
    if GoalOwnName.number(cell.text) != nil { return true }
    if let heading = GoalHeading(cell.text) { return heading.rest.isEmpty }
    return CellFacts(reader: FactReader(labels: labels)).inside(cell).contains { item in
      guard case .fact(let fact) = item else { return false }
      return GoalHeading.isCount(fact.value) && goalLabels.role(of: fact.label, value: fact.value)?.role == .number
    }
  }

  /// The share of a column's filled cells that are labels.
  func labelShare(of column: Int, in table: Table) -> Double {
    let filled = table.cells.filter { $0.column == column && !$0.isEmpty }
    return filled.isEmpty ? 0 : Double(filled.filter(isLabel).count) / Double(filled.count)
  }

  /// The columns of a card that hold values behind a column of labels: what reads like a label there ("Data collection")
  /// is none.
  func valueColumns(of table: Table) -> Set<Int> {
    guard table.rowCount >= 2, labelShare(of: 0, in: table) >= 0.6 else { return [] }
    return Set((1..<max(1, table.columnCount)).filter { labelShare(of: $0, in: table) < 0.5 })
  }
}
