import Extraction
import IEPModel
import Seeds

/// A part of the document under one heading.
struct SectionBlocks: Sendable {
  var code: SectionCode
  var heading: String
  var headingLine: TextLine?
  var blocks: [Block]
  /// The area of need that a heading over several goals names.
  var area: String?
}

/// The pages as sections of lines and tables, running headers gone.
struct SegmentedDocument: Sendable {
  var sections: [SectionBlocks]
  /// What was printed on every page, once.
  var running: [TextLine]
  /// Width and height of each page in points.
  var pageSizes: [Int: (width: Double, height: Double)]
}

/// Pages to sections. Knows headings, nothing of doses or law.
struct Segmenter: Sendable {
  private let sections: SectionVocabulary
  /// What a line asks for that begins with a label of a goal page.
  private let asksOfGoal: @Sendable (TextLine) -> GoalRole?

  init(seeds: SeedStore, asksOfGoal: @escaping @Sendable (TextLine) -> GoalRole?) throws(SeedError) {
    sections = try SectionVocabulary(seeds: seeds)
    self.asksOfGoal = asksOfGoal
  }

  /// - Parameter tables: finds the tables without rules, whose rows may stand under headings of their own ("Related
  ///   Services"): they are found before the sections are cut.
  /// - Parameter captions: knows labels, to find those that stand below what they ask for.
  /// - Parameter broken: makes words whole that narrow cells broke.
  func segment(
    _ layout: PDFLayout, tables: AlignedTableFinder, captions: CaptionsBelow, broken: BrokenWords
  ) -> SegmentedDocument {
    let (pages, stamps) = Watermark.parted(layout.pages.map(SpacedLetters.joined))
    let (linesOfPage, printed) = RunningText.remove(from: pages) { line, isOnAllPages in
      if GoalHeading(line.text) != nil { return true }
      if line.chunks.count > 1, line.chunks.allSatisfy({ tables.cues.labelFit($0.text) >= 0.95 }) { return true }
      guard !isOnAllPages, let (code, score) = sections.section(of: line.text) else { return false }
      return score >= 0.9 && code != .cover && code != .other
    }
    let running = printed + stamps
    var blocks: [Block] = []
    var sizes: [Int: (width: Double, height: Double)] = [:]
    for (page, lines) in zip(pages, linesOfPage) {
      sizes[page.number] = (page.width, page.height)
      // Words lettered upward stand in no line of the page, but they may in a cell.
      blocks += PageBlocks.blocks(of: page, words: lines.flatMap(\.words) + page.words.filter(\.isSideways))
    }
    let bodySize = Self.typicalSize(blocks)
    blocks = Gutter(isLabel: tables.cues.isLabel).parted(captions.lifted(blocks))
    blocks = tables.replacingTables(in: blocks) { line in
      GoalHeading(line.text) != nil || headingCode(line, next: nil, bodySize: bodySize) != nil
    }.map(broken.mended)
    return SegmentedDocument(
      sections: cut(blocks, bodySize: bodySize), running: running, pageSizes: sizes)
  }

  /// Cuts the run of blocks where a heading stands; a table is cut where a row of it is a heading.
  private func cut(_ blocks: [Block], bodySize: Double) -> [SectionBlocks] {
    var result = [SectionBlocks(code: .cover, heading: "", headingLine: nil, blocks: [])]
    func open(_ code: SectionCode, _ line: TextLine) {
      result.append(SectionBlocks(code: code, heading: line.text, headingLine: line, blocks: []))
    }
    let repeated = repeatedLabels(blocks)
    for (index, block) in blocks.enumerated() {
      switch block {
      case .line(let line):
        let next = index + 1 < blocks.count ? blocks[index + 1] : nil
        let current = result[result.count - 1].code
        if let heading = result[result.count - 1].headingLine, result[result.count - 1].blocks.isEmpty,
          goesOn(heading, line)
        {
          result[result.count - 1].heading += " " + line.text
          result[result.count - 1].headingLine = TextLine(page: line.page, cells: [heading.words, line.words])
        } else if opensGoal(line, within: current, bodySize: bodySize)
          || asksForGoal(line, within: current, repeated: repeated)
        {
          let lead = leadOfGoal(&result[result.count - 1].blocks, above: line)
          let area = area(over: result[result.count - 1])
          result.append(
            SectionBlocks(code: .goals, heading: line.text, headingLine: line, blocks: lead + [block], area: area))
        } else if let code = headingCode(line, next: next, bodySize: bodySize),
          !isWithin(current, code, line, repeated: repeated),
          !endsLabel(line, below: index > 0 ? blocks[index - 1] : nil)
        {
          open(code, line)
        } else if let (label, answer) = extendedYear(line, within: current),
          blocks[(index + 1)...].prefix(4).contains(where: { if case .table = $0 { true } else { false } })
        {
          open(.esy, label)
          result[result.count - 1].blocks.append(.line(answer))
        } else {
          result[result.count - 1].blocks.append(block)
        }
      case .table(let table):
        if opensGoal(table, within: result[result.count - 1].code) {
          // What is said of the goal right above its table belongs to it: "Baseline: ...".
          var lead: [Block] = []
          while let last = result[result.count - 1].blocks.last, lead.count < 3, case .line(let line) = last,
            line.page == table.page, asksOfGoal(line) != nil
          {
            lead.insert(result[result.count - 1].blocks.removeLast(), at: 0)
          }
          let area = area(over: result[result.count - 1])
          result.append(SectionBlocks(code: .goals, heading: "", headingLine: nil, blocks: lead, area: area))
        }
        for part in TableCutter.parts(of: table, isHeading: { self.bandCode($0, in: table) }) {
          switch part {
          case .heading(let code, let line): open(code, line)
          case .rows(let rows): result[result.count - 1].blocks.append(.table(rows))
          }
        }
      }
    }
    return result.filter { !($0.heading.isEmpty && $0.blocks.isEmpty) }
  }

  /// The labels of a goal page that stand at the head of more than one line: those of a card that each goal has.
  private func repeatedLabels(_ blocks: [Block]) -> Set<String> {
    var counts: [String: Int] = [:]
    for case .line(let line) in blocks {
      guard let label = Self.label(of: line), asksOfGoal(line) != nil else { continue }
      counts[label, default: 0] += 1
    }
    return Set(counts.filter { $0.value > 1 }.keys)
  }

  /// What stands before a line's first colon.
  private static func label(of line: TextLine) -> String? {
    line.text.firstIndex(of: ":").map { line.text[..<$0].lowercased() }
  }

  /// "MEASURABLE ANNUAL GOAL related to the student's needs:" over each goal, on a page that no heading opens.
  private func asksForGoal(_ line: TextLine, within current: SectionCode, repeated: Set<String>) -> Bool {
    switch current {
    case .goals, .progress, .priorNotice, .participants, .services, .esy, .lre: return false
    default: break
    }
    return line.text.hasSuffix(":") && asksOfGoal(line) == .text
      && (Self.label(of: line).map(repeated.contains) ?? false)
      && (line.isBold || line.text.isCapitals || line.text.prefix { $0 != " " }.description.isCapitals)
  }

  /// "Area of need 2: Language" over the present level and the goals of that area.
  private func area(over section: SectionBlocks) -> String? {
    guard let line = section.headingLine, asksOfGoal(line) == .area, let colon = line.text.firstIndex(of: ":") else {
      return nil
    }
    return String(line.text[line.text.index(after: colon)...]).trimmingBlanks.nilIfEmpty
  }

  /// Takes what is said of a goal above its heading, from its area on: "Skill area: Reading", "Baseline: ...".
  private func leadOfGoal(_ blocks: inout [Block], above heading: TextLine) -> [Block] {
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

  /// "Extended School Year (ESY): ☒ needed ☐ not needed", "ESY Services: The team determined ...": a label with its
  /// answer that heads a table of such services among those of the year; none where the answer is no.
  private func extendedYear(_ line: TextLine, within current: SectionCode) -> (label: TextLine, answer: TextLine)? {
    guard [.services, .accommodations, .lre, .assessment, .transition, .other].contains(current),
      let colon = line.words.prefix(9).firstIndex(where: { $0.text.hasSuffix(":") }), colon + 1 < line.words.count,
      let found = sections.section(of: line.words[...colon].map(\.text).joined(separator: " ").trimmingColon),
      found.code == .esy, found.score >= 0.8
    else { return nil }
    let answer = TextLine(page: line.page, words: Array(line.words[(colon + 1)...]))
    let options = Ticks.options(in: answer)
    let said = options.isEmpty ? answer.text : options.filter(\.isOn).map(\.label).joined(separator: " ")
    guard Set(LabelTokens.words(said)).isDisjoint(with: ["no", "not", "ineligible"]) else { return nil }
    return (TextLine(page: line.page, words: Array(line.words[...colon])), answer)
  }

  /// A heading of two lines: the second right under the first, set alike, and the first ran on to the right.
  private func goesOn(_ heading: TextLine, _ line: TextLine) -> Bool {
    heading.page == line.page && line.box.y0 - heading.box.y1 < heading.height * 0.6 && heading.isBold == line.isBold
      && abs(heading.fontSize - line.fontSize) < 0.3 && heading.chunks.count == 1 && line.chunks.count == 1
      && heading.words.count >= 4 && line.words.count <= 6 && !isNumbered(line.text) && GoalHeading(line.text) == nil
      && (heading.isBold || heading.text == heading.text.uppercased())
      && (heading.text == heading.text.uppercased()) == (line.text == line.text.uppercased())
      && heading.box.width > line.box.width * 1.2
  }

  /// A heading inside a section of its own kind: a group of services, the label of a goal.
  private func isWithin(
    _ current: SectionCode, _ code: SectionCode, _ line: TextLine, repeated: Set<String>
  ) -> Bool {
    if GoalHeading(line.text) != nil { return true }
    guard let score = sections.section(of: line.text)?.score else { return false }
    switch (current, code) {
    case (.goals, .goals):
      return !isNumbered(line.text) && (score >= 0.7 || line.text.hasSuffix(":") && asksOfGoal(line) != nil)
    // "Present level related to this goal:" asks for a part of the goal that was begun.
    case (.goals, .presentLevels):
      return line.text.hasSuffix(":") && (asksOfGoal(line) != nil || LabelTokens.of(line.text).contains("goal"))
        || Self.label(of: line).map(repeated.contains) ?? false
    case (.services, .services): return isTitleOfCard(line)
    default: return false
    }
  }

  /// "Related Service:" right below "Special Education / | Speech therapy": the end of a label that wraps.
  private func endsLabel(_ line: TextLine, below block: Block?) -> Bool {
    guard case .line(let above)? = block, above.page == line.page, above.chunks.count >= 2, line.chunks.count == 1,
      line.box.y0 - above.box.y1 < line.height * 0.6, case let (head, rest) = (above.chunks[0], line.chunks[0])
    else { return false }
    return abs(head.box.x0 - rest.box.x0) < 2 && head.isBold == rest.isBold && abs(head.fontSize - rest.fontSize) < 0.3
      && rest.box.x1 < above.chunks[1].box.x0
  }

  /// "Service 2" over a card, alone or beside "Service 3"; "Service" or "Service | Service", the rest of a card's label.
  private func isTitleOfCard(_ line: TextLine) -> Bool {
    if line.text.lowercased() == "service" { return true }
    let titles = line.chunks.map { LabelTokens.of($0.text) }
    if titles.count == 2, titles[0] == titles[1], titles[0].count <= 2 { return true }
    return titles.allSatisfy { $0.count == 2 && Int($0[1]) != nil && Int($0[0]) == nil }
  }

  /// "Goal 2 - Communication" set off from the text outside a goals section opens one; the line stays, since it names
  /// the goal. Reports of progress repeat such headings and stay what they are.
  private func opensGoal(_ line: TextLine, within current: SectionCode, bodySize: Double) -> Bool {
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
      return (isAnnual || hasObjectives) && line.chunks.count == 1
    }
    let isLoud = line.isBold || line.fontSize > bodySize * 1.12 || line.text == line.text.uppercased()
    return isLoud || isAnnual || heading.rest.lowercased().contains(" will ")
  }

  /// "Measurable Annual Goal #1 - Area: Reading" at the head of a table outside a goals section.
  private func opensGoal(_ table: Table, within current: SectionCode) -> Bool {
    switch current {
    case .goals, .progress, .priorNotice, .participants, .services, .esy, .lre: return false
    default: break
    }
    let heads = (0..<min(4, table.rowCount)).compactMap {
      table.cells(startingIn: $0).first { !$0.isEmpty }?.lines.first
    }
    guard let index = heads.firstIndex(where: { GoalHeading($0.text) != nil }),
      table.cells.contains(where: { GoalParagraph.looksLikeGoal($0.text) })
    else { return false }
    let lowered = heads[index].text.lowercased()
    let isAnnual = lowered.hasPrefix("annual goal") || lowered.hasPrefix("measurable annual goal")
    // Of goals for life after school those for the year are told apart by their name; so are goals below other facts.
    let isFirst = index == 0 || heads[..<index].allSatisfy { asksOfGoal($0) != nil }
    return isFirst && (isAnnual || index == 0 && current != .transition)
  }

  private func isNumbered(_ text: String) -> Bool {
    guard let first = text.split(separator: " ").first else { return false }
    return first.contains(where: \.isNumber)
      || (first.hasSuffix(".") && first.count <= 6 && first.dropLast().allSatisfy { "IVX".contains($0) })
  }

  /// A heading is set off from the text: capitals, bold, larger, or numbered; short; and its words name a section.
  private func headingCode(_ printed: TextLine, next: Block?, bodySize: Double) -> SectionCode? {
    let line = Self.withoutRemark(printed)
    guard line.chunks.count <= 2, line.words.allSatisfy({ $0.field == nil && !Ticks.isTick($0) }) else { return nil }
    let text = line.text
    let isCapitals = text.isCapitals
    guard !text.hasSuffix(":") || line.isBold || isCapitals else { return nil }
    var emphasis = 0.0
    if isCapitals, text.unicodeScalars.lazy.filter(\.isLetter).prefix(3).count > 2 { emphasis += 0.5 }
    if line.isBold { emphasis += 0.4 }
    if line.fontSize > bodySize * 1.12 { emphasis += 0.5 }
    let first = text.prefix { $0 != " " }
    if !first.isEmpty, first.count <= 6,
      first.hasSuffix(".") || first.allSatisfy({ $0.isNumber || "IVX".contains($0) })
    {
      emphasis += 0.2
    }
    // Every long word with a capital, right above a table.
    if case .table(let table) = next, table.page == line.page, line.chunks.count == 1, !text.hasSuffix(":") {
      let long = text.split { !$0.isLetter }.filter { $0.count > 4 }
      if long.count >= 2, long.allSatisfy({ $0.first?.isUppercase == true }) { emphasis += 0.5 }
    }
    if text.hasSuffix(".") || text.hasSuffix(",") || text.hasSuffix(";") { emphasis -= 0.5 }
    guard emphasis >= 0.4, let (code, score) = sections.section(of: text), score + emphasis >= 1.15
    else { return nil }
    // The title of the document is no section of it: "Individualized Education Program and Progress Record".
    let isTitle = LabelTokens.words(text).contains("iep") || text.lowercased().contains("individualized education")
    return code == .progress && isTitle ? nil : code
  }

  /// "ACCOMMODATIONS - including those on field trips", "GOALS - Include academic goals": a heading and what is said of it
  /// or asked there.
  private static func withoutRemark(_ line: TextLine) -> TextLine {
    guard let dash = line.words.firstIndex(where: { ["-", "–", "—"].contains($0.text) }), dash > 0,
      dash + 1 < line.words.count, case let next = line.words[dash + 1].text,
      next.first?.isLowercase == true || FormQuestion.opensInstruction(next[...])
    else { return line }
    return TextLine(page: line.page, words: Array(line.words[..<dash]))
  }

  /// A row of one cell across the whole table whose words are a section's heading.
  private func bandCode(_ cell: Cell, in table: Table) -> SectionCode? {
    guard cell.lines.count <= 2, let (code, score) = sections.section(of: cell.text) else { return nil }
    let text = cell.text
    // "Present level: 3 of 10 cases." is a fact.
    if let line = cell.lines.first, asksOfGoal(line) != nil, let colon = text.range(of: ": "),
      !String(text[colon.upperBound...]).isCapitals
    {
      return nil
    }
    let isLoud = text == text.uppercased() || cell.isBold
    // "Related services" across a services table is a group of its rows, not a new section.
    let isGroup = code == .services || code == .accommodations || code == .esy
    return isLoud && score >= 0.75 && !(isGroup && table.columnCount > 2) ? code : nil
  }

  /// The type size that most of the text is set in, in points.
  private static func typicalSize(_ blocks: [Block]) -> Double {
    var weight: [Int: Int] = [:]
    for block in blocks {
      guard case .line(let line) = block else { continue }
      for word in line.words { weight[Int((word.fontSize * 2).rounded()), default: 0] += word.text.utf8.count }
    }
    let best = weight.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return Double(best?.key ?? 20) / 2
  }
}
