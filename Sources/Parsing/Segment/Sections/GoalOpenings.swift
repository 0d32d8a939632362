import Extraction
import IEPModel

/// Where goals begin that no section's heading opens, and what above them is theirs.
extension Segmenter {
  /// The labels of a goal page that stand at the head of more than one line: those of a card that each goal has.
  func repeatedLabels(_ blocks: [Block]) -> Set<String> {
    var counts: [String: Int] = [:]
    for case .line(let line) in blocks {
      guard let label = Self.label(of: line), asksOfGoal(line) != nil else { continue }
      counts[label, default: 0] += 1
    }
    return Set(counts.filter { $0.value > 1 }.keys)
  }

  /// What stands before a line's first colon.
  static func label(of line: TextLine) -> String? {
    line.text.firstIndex(of: ":").map { line.text[..<$0].lowercased() }
  }

  /// "MEASURABLE ANNUAL GOAL related to the student's needs:" over each goal, on a page that no heading opens.
  func asksForGoal(_ line: TextLine, within current: SectionCode, repeated: Set<String>) -> Bool {
    switch current {
    case .goals, .progress, .priorNotice, .participants, .services, .esy, .lre: return false
    default: break
    }
    return line.text.hasSuffix(":") && asksOfGoal(line) == .text
      && (Self.label(of: line).map(repeated.contains) ?? false)
      && (line.isBold || line.text.isCapitals || String(line.text.prefix { $0 != " " }).isCapitals)
  }

  /// "Area of need 2: Language" over the present level and the goals of that area.
  func area(over section: SectionBlocks) -> String? {
    guard let line = section.headingLine, asksOfGoal(line) == .area, let colon = line.text.firstIndex(of: ":") else {
      return nil
    }
    return String(line.text[line.text.index(after: colon)...]).trimmingBlanks.nilIfEmpty
  }

  /// Takes what is said of a goal above its heading, from its area on: "Skill area: Reading", "Baseline: ...".
  func leadOfGoal(_ blocks: inout [Block], above heading: TextLine) -> [Block] {
    let lines = blocks.reversed().prefix(10).prefix { block in
      if case .line(let line) = block { line.page == heading.page } else { false }
    }
    let first = lines.firstIndex { block in
      if case .line(let line) = block { asksOfGoal(line) == .area } else { false }
    }
    guard let first else { return [] }
    let start = blocks.index(before: first.base)
    let lead = Array(blocks[start...])
    blocks.removeSubrange(start...)
    return lead
  }

  /// "Goal 2 - Communication" set off from the text outside a goals section opens one; the line stays, since it names
  /// the goal. Reports of progress repeat such headings and stay what they are.
  func opensGoal(_ line: TextLine, within current: SectionCode, bodySize: Double) -> Bool {
    switch current {
    case .progress where GoalHeading.isPageTitle(line.text): break
    case .goals, .progress, .priorNotice, .participants: return false
    default: break
    }
    guard line.chunks.count <= 3, let heading = GoalHeading(line.text) else { return false }
    let lowered = line.text.lowercased()
    let isAnnual = lowered.hasPrefix("annual goal") || lowered.hasPrefix("measurable annual goal")
    // Of goals for life after school those for the year are told apart by their name.
    if current == .transition {
      let hasObjectives = GoalHeading.isPageTitle(line.text) && LabelTokens.of(line.text).contains("objective")
      // "Annual Goal 1 of 3   ☐ Academic ☒ Functional": boxes may stand beside it.
      return (isAnnual || hasObjectives) && Ticks.before(line).chunks.count == 1
    }
    let isLoud = line.isBold || line.fontSize > bodySize * 1.12 || line.text == line.text.uppercased()
    return isLoud || isAnnual || heading.rest.lowercased().contains(" will ")
  }

  /// "Measurable Annual Goal #1 - Area: Reading" at the head of a table outside a goals section.
  func opensGoal(_ table: Table, within current: SectionCode) -> Bool {
    if opensCountedGoal(table, within: current) { return true }
    switch current {
    case .goals, .progress, .priorNotice, .participants, .services, .esy, .lre: return false
    default: break
    }
    // Rows of rules that nothing stands in do not count.
    let heads = (0..<table.rowCount).lazy.compactMap {
      table.cells(startingIn: $0).first { !$0.isEmpty }?.lines.first
    }.prefix(4)
    guard let index = heads.firstIndex(where: { GoalHeading($0.text) != nil }),
      table.cells.contains(where: { GoalParagraph.looksLikeGoal($0.text) })
    else { return false }
    let lowered = heads[index].text.lowercased()
    let isAnnual = lowered.hasPrefix("annual goal") || lowered.hasPrefix("measurable annual goal")
    // Of goals for life after school those for the year are told apart by their name; so are goals below other facts.
    let isFirst =
      index == 0
      || heads[..<index].allSatisfy { asksOfGoal($0) != nil || $0.words.first.map(Ticks.isTick) ?? false }
    return isFirst && (isAnnual || index == 0 && current != .transition)
  }

  /// "Measurable annual goal related to the student's needs: # 3" over the goal: its label and its number open it
  /// wherever they stand, even among the services of the goal before.
  private func opensCountedGoal(_ table: Table, within current: SectionCode) -> Bool {
    switch current {
    case .goals, .progress, .priorNotice, .participants: return false
    default: break
    }
    return (0..<min(4, table.rowCount)).contains { row in
      guard let cell = table.cells(startingIn: row).first(where: { !$0.isEmpty }), cell.lines.count >= 2,
        let label = Self.counted(cell.lines[0]), asksOfGoal(label) == .text
      else { return false }
      return GoalParagraph.looksLikeGoal(Unwrapping.text(of: Array(cell.lines.dropFirst())))
    }
  }

  /// A label without the number behind its colon: "Annual goal for this need: # 3".
  private static func counted(_ line: TextLine) -> TextLine? {
    guard let colon = line.words.lastIndex(where: { $0.text.hasSuffix(":") }),
      case let number = line.words[(colon + 1)...].map(\.text).joined(), number.hasPrefix("#"),
      Int(number.dropFirst()) != nil
    else { return nil }
    return TextLine(page: line.page, words: Array(line.words[...colon]))
  }

  /// "Short-term objectives", "Current performance (baseline)" across a goal's card is a row of the card.
  func isRowOfGoal(_ band: Cell, _ code: SectionCode, in table: Table) -> Bool {
    switch code {
    case .goals: return band.text.contains(inAnyCase: "objective") || band.text.contains(inAnyCase: "benchmark")
    case .presentLevels:
      let pieces: Set<GoalRole> = [.number, .area, .text, .method, .targetDate]
      return asks(band) == .baseline && table.cells.contains { asks($0).map(pieces.contains) ?? false }
    default: return false
    }
  }

  /// What a cell asks for that is a label of a goal page and no more.
  private func asks(_ cell: Cell) -> GoalRole? {
    cell.lines.count <= 2 ? cell.lines.first.flatMap { asks($0.words, page: $0.page) } : nil
  }

  /// What words ask for as a label, with a colon or without.
  func asks(_ words: [Word], page: Int) -> GoalRole? {
    guard var last = words.last, last.field == nil, words.count <= 8 else { return nil }
    if !last.text.hasSuffix(":") { last.text += ":" }
    return asksOfGoal(TextLine(page: page, words: words.dropLast() + [last]))
  }

  /// "AREA: Reading" alone over a label of the present level and then one of the goal, on a page of the goal's own: the
  /// facts of the goal begin there, though the page's head names no goals.
  func opensAreaPage(_ line: TextLine, within current: SectionCode, before rest: ArraySlice<Block>) -> Bool {
    guard [.cover, .other, .specialFactors, .progress, .participants].contains(current),
      asksOfGoal(line) == .area, case .line(let level)? = rest.first, level.page == line.page,
      level.text.hasSuffix(":"), asksOfGoal(level) == .baseline
    else { return false }
    return rest.prefix(14).contains { block in
      if case .line(let next) = block { next.page == line.page && asksOfGoal(next) == .text } else { false }
    }
  }

  /// "Area of need: Reading" over its own present level and goal: the facts of the goal begin there.
  func opensArea(_ line: TextLine, _ code: SectionCode, before rest: ArraySlice<Block>) -> Bool {
    guard code == .presentLevels, let label = Self.label(of: line), asksOfGoal(line) == .area else { return false }
    for case .line(let next) in rest.prefix(12) {
      if Self.label(of: next) == label { return false }
      if asksOfGoal(next) == .text { return true }
    }
    return false
  }
}
