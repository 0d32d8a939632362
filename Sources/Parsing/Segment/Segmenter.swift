import Extraction
import IEPModel
import Seeds

/// A part of the document under one heading.
struct SectionBlocks: Sendable {
  var code: SectionCode
  var heading: String
  var headingLine: TextLine?
  var blocks: [Block] { didSet { lines = nil } }
  /// The area of need that a heading over several goals names.
  var area: String?
  /// Its lines once all stages have cut it: several readers want them.
  private var lines: (all: [TextLine], visual: [TextLine])?

  init(code: SectionCode, heading: String, headingLine: TextLine?, blocks: [Block], area: String? = nil) {
    (self.code, self.heading, self.headingLine, self.blocks, self.area) = (code, heading, headingLine, blocks, area)
  }

  /// The section with its lines remembered.
  var settled: SectionBlocks {
    var copy = self
    copy.lines = (allLines, visualLines)
    return copy
  }

  /// Its lines in reading order, those of table cells included.
  var allLines: [TextLine] {
    lines?.all
      ?? blocks.flatMap { block -> [TextLine] in
        switch block {
        case .line(let line): [line]
        case .table(let table): table.cells.flatMap(\.lines)
        }
      }
  }

  /// Its lines with the cells of a table's row side by side: what stands on one height reads as one line.
  var visualLines: [TextLine] {
    lines?.visual
      ?? blocks.flatMap { block -> [TextLine] in
        switch block {
        case .line(let line): [line]
        case .table(let table): Chunking.lines(of: table.cells.flatMap { $0.lines.flatMap(\.words) }, page: table.page)
        }
      }
  }
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
  let sections: SectionVocabulary
  /// What a line asks for that begins with a label of a goal page.
  let asksOfGoal: @Sendable (TextLine) -> GoalRole?
  /// How well a text fits a label of services or goals: 0 to 1.
  let labelFit: @Sendable (String) -> Double

  init(
    seeds: SeedStore, labelFit: @escaping @Sendable (String) -> Double,
    asksOfGoal: @escaping @Sendable (TextLine) -> GoalRole?
  ) throws(SeedError) {
    sections = try SectionVocabulary(seeds: seeds)
    self.labelFit = labelFit
    self.asksOfGoal = asksOfGoal
  }

  /// - Parameter tables: finds the tables without rules, whose rows may stand under headings of their own ("Related
  ///   Services"): they are found before the sections are cut.
  /// - Parameter captions: knows labels, to find those that stand below what they ask for.
  /// - Parameter broken: makes words whole that narrow cells broke.
  func segment(
    _ layout: PDFLayout, tables: AlignedTableFinder, captions: CaptionsBelow, broken: BrokenWords
  ) -> SegmentedDocument {
    let (pages, stamps) = Watermark.parted(SheetHeadings.removed(from: layout.pages.map(SpacedLetters.joined)))
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
    blocks = partedByHeadings(ServicesBesideGoal.parted(blocks), bodySize: bodySize)
    blocks = CountedLabels(isLabel: captions.isLabel).removed(from: blocks)
    blocks = LabelGlosses(isLabel: captions.isLabel).removed(from: blocks)
    blocks = Gutter(isLabel: tables.cues.isLabel).parted(captions.lifted(blocks))
    blocks = tables.replacingTables(in: CutHeader.mended(blocks)) { line in
      GoalHeading(line.text) != nil || headingCode(line, next: nil, bodySize: bodySize) != nil
    }.map(broken.mended)
    return SegmentedDocument(
      sections: cut(HeadingLegend.parted(blocks), bodySize: bodySize), running: running, pageSizes: sizes)
  }

  /// Cuts the run of blocks where a heading stands; a table is cut where a row of it is a heading.
  private func cut(_ blocks: [Block], bodySize: Double) -> [SectionBlocks] {
    var result = [SectionBlocks(code: .cover, heading: "", headingLine: nil, blocks: [])]
    func open(_ code: SectionCode, _ line: TextLine) {
      result.append(SectionBlocks(code: code, heading: line.text, headingLine: line, blocks: []))
    }
    let repeated = repeatedLabels(blocks)
    let counted = CountedHeadings(in: blocks, sections: sections, bodySize: bodySize) {
      headingCode($0, next: nil, bodySize: bodySize)
    }
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
        } else if opensAreaPage(line, within: current, before: blocks[(index + 1)...]) {
          result.append(SectionBlocks(code: .goals, heading: line.text, headingLine: line, blocks: [block]))
        } else if let code = headingCode(line, next: next, bodySize: bodySize)
          ?? titleOfPage(line, behind: index > 0 ? blocks[index - 1] : nil) ?? counted.code(of: line),
          !isWithin(current, code, line, repeated: repeated),
          !CardOpenings.opensCard(line, above: next, in: result[result.count - 1]),
          !endsLabel(line, below: index > 0 ? blocks[index - 1] : nil)
        {
          if opensArea(line, code, before: blocks[(index + 1)...]) {
            result.append(SectionBlocks(code: .goals, heading: line.text, headingLine: line, blocks: [block]))
          } else {
            open(code, line)
          }
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
            line.page == table.page, let role = asksOfGoal(line),
            // "Behavior: No" asks of special factors.
            role != .text || line.text.hasSuffix(":") || GoalParagraph.looksLikeGoal(line.text)
          {
            lead.insert(result[result.count - 1].blocks.removeLast(), at: 0)
          }
          let area = area(over: result[result.count - 1])
          result.append(SectionBlocks(code: .goals, heading: "", headingLine: nil, blocks: lead, area: area))
        }
        for part in TableCutter.parts(
          of: table,
          isHeading: { cell in
            let current = result[result.count - 1].code
            guard let code = self.bandCode(cell, in: table, within: current) else { return nil }
            return current == .goals && isRowOfGoal(cell, code, in: table) ? nil : code
          })
        {
          switch part {
          case .heading(let code, let line): open(code, line)
          case .rows(let rows): result[result.count - 1].blocks.append(.table(rows))
          }
        }
      }
    }
    return ContinuedList.joined(result.filter { !($0.heading.isEmpty && $0.blocks.isEmpty) })
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

  /// A heading inside a section of its own kind: a group of services, the label of a goal.
  private func isWithin(
    _ current: SectionCode, _ code: SectionCode, _ line: TextLine, repeated: Set<String>
  ) -> Bool {
    if GoalHeading(line.text) != nil { return true }
    // "Annual goal | Evaluation method" over their values.
    if current == .goals, code == .goals, line.chunks.count == 2,
      Set(line.groups.compactMap({ asks($0, page: line.page) })).count == 2
    {
      return true
    }
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

  /// The type size that most of the text is set in, in points.
  private static func typicalSize(_ blocks: [Block]) -> Double {
    var weight: [Int: Int] = [:]
    var sizes: [Int: Double] = [:]
    for block in blocks {
      guard case .line(let line) = block else { continue }
      for word in line.words {
        let size = Int((word.fontSize * 2).rounded())
        weight[size, default: 0] += word.text.utf8.count
        sizes[size, default: 0] += word.fontSize * Double(word.text.utf8.count)
      }
    }
    let best = weight.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, best.value > 0 else { return 10 }
    // Fonts without a name may be measured small: half a point would be too coarse.
    return (sizes[best.key] ?? 0) / Double(best.value)
  }
}
