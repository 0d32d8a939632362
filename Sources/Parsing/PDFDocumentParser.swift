public import Extraction
public import IEPModel
public import Seeds

/// A PDF's layout to an IEP: the segment and parse stages of one document.
public struct PDFDocumentParser: Sendable {
  let segmenter: Segmenter
  let tables: AlignedTableFinder
  let captions: CaptionsBelow
  let broken: BrokenWords
  let labels: LabelVocabulary
  let values: ValueReaders
  private let mentions: MentionReader
  private let statements: StatementVocabulary

  /// - Throws: `SeedError` where a vocabulary can't be read.
  public init(seeds: SeedStore) throws(SeedError) {
    let labels = try LabelVocabulary(seeds: seeds)
    let labelFit: @Sendable (String) -> Double = { max(labels.service.fit($0), labels.goal.fit($0)) }
    segmenter = try Segmenter(seeds: seeds, labelFit: labelFit) {
      GoalLabels.role(asked: $0.text, labels: labels.goal)
    }
    let vocabulary = try Vocabulary(seeds: seeds)
    let values = ValueReaders(vocabulary: vocabulary, dates: DateReader(), doses: DoseGrammar(vocabulary: vocabulary))
    let reader = FactReader(labels: labels)
    let headsRows: @Sendable (String) -> Bool = {
      DatedGroup.heads($0, values: values) || ServiceBands.person($0) != nil
    }
    tables = AlignedTableFinder(
      cues: AlignedTableCues(
        labelFit: labelFit,
        isLabel: { reader.isExactLabel($0) },
        isAnchor: { text in
          guard text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return false }
          return values.dates.date(text, near: nil) != nil || values.dates.span(text) != nil
        },
        isBand: { text in
          // "** JULY/AUGUST (EXTENDED SCHOOL YEAR) SERVICES **"
          vocabulary.category(ofHeading: text) != nil
            || text.utf8.count < (text.isCapitals ? 56 : 40) && text.namesExtendedYear || headsRows(text)
        },
        headsRows: headsRows))
    captions = CaptionsBelow(isLabel: { reader.isLabel($0) })
    broken = BrokenWords(
      words: vocabulary.words.union(labels.service.words).union(labels.goal.words).union(DoseWords.all))
    (self.labels, self.values) = (labels, values)
    mentions = MentionReader(vocabulary: vocabulary)
    statements = try StatementVocabulary(seeds: seeds)
  }

  public struct Parsed: Sendable {
    public var document: IEPDocument
    /// Whether the file is an IEP at all; a document that is none has no services and no goals.
    public var isIEP: Bool
  }

  /// - Parameters:
  ///   - source: what is known of the file; page count and text origin are filled in.
  ///   - documentId: as the output names it.
  public func parse(_ layout: PDFLayout, source: Source, documentId: String) -> Parsed {
    var source = source
    source.pageCount = layout.pages.count
    source.textOrigin = layout.textOrigin
    var document = IEPDocument(documentId: documentId, source: source)
    document.diagnostics = layout.diagnostics
    let segmented = segmenter.segment(layout, tables: tables, captions: captions, broken: broken)
    let sections = marked(segmented.sections).map(\.settled)

    let facts = sections.map(headerItems)
    let header = HeaderReader(labels: labels, values: values, statements: statements).read(
      Array(zip(sections, facts)), running: segmented.running)
    document.student = header.student
    document.iep = header.iep
    let near = header.iep.meetingDate ?? header.iep.startDate

    var signature: ServiceTableReader.Signature?
    var found: [ServiceSectionReader.Result] = []
    let visual = sections.map(\.visualLines)
    let key = codeKey(of: sections, lines: visual)
    let cycleDays = CycleLength.days(in: sections)
    let services = ServiceSectionReader(
      labels: labels, values: values, mentions: mentions, key: key)
    // What each section says of all its services.
    let bases = ServiceSectionContext(values: values, cycleDays: cycleDays).bases(of: sections)
    let planDates =
      SharedDates(ofPlan: header.iep, saidIn: visual) ?? SharedDates(atHeadOf: segmented.running, values: values)
      ?? SharedDates(ofAllServices: zip(sections, bases).filter { [.services, .other].contains($0.0.code) }.map(\.1))
    var used: [Int: Set<Int>] = [:]
    for (index, section) in sections.enumerated() {
      let result = services.read(
        section, base: bases[index], facts: Self.asksForHeader(section) ? facts[index] : nil, near: near,
        dates: found.last?.dates ?? planDates, signature: &signature)
      used[index] = result.used
      found.append(result)
      document.accommodations += result.accommodations
      document.diagnostics += result.diagnostics
    }
    // Beside a list of services a sentence with no more than an amount repeats it.
    let isListed = found.contains(where: \.hasList)
    var lines = found.flatMap { isListed ? $0.lines : $0.lines + $0.statements }.map(\.line)
    if lines.isEmpty {
      lines = sections.indices.flatMap { index in
        services.lastResort(sections[index], base: bases[index], dates: found[index].dates ?? planDates, near: near)
      }.map(\.line)
    }
    let (kept, repeated) = SummaryLines.parted(ExtendedYearLines.categorised(lines))
    document.diagnostics += repeated.map { line in
      Diagnostic(
        "summary-line", stage: .parse, severity: .info,
        message: "This line sums up a service that is listed in detail elsewhere; it is counted once.",
        text: line.service.text, provenance: Array(line.provenance.prefix(1)))
    }
    for (index, line) in kept.enumerated() {
      var line = line
      line.id = "svc-\(index + 1)"
      // What a name is like says what service it is, not that it is one: asked only of lines that are kept.
      line.service.code = line.service.code ?? values.vocabulary.likeness.service(of: line.service.text)
      document.services.append(line)
    }

    // Where no line says it, services listed for the extended year do.
    if document.iep.extendedSchoolYear == nil, document.services.contains(where: { $0.extendedSchoolYear == true }) {
      document.iep.extendedSchoolYear = true
    }
    let goals = GoalAssembler(values: values, near: near)
    document.goals = goals.goals(of: drafts(sections))
    document.services = GoalReferences.resolved(document.services, among: document.goals)
    document.sections = zip(sections, visual).map(Self.written)
    let collector = MentionCollector(
      mentions: mentions, lines: document.services.flatMap(\.provenance).filter { $0.property == nil },
      cycleDays: cycleDays, goals: document.goals.map(\.text).filter { !$0.isEmpty })
    document.serviceMentions = collector.mentions(
      in: sections.enumerated().map { ($0.element, used[$0.offset] ?? []) })
    document.diagnostics += UnreadServiceRows(values: values).diagnostics(
      in: sections, known: Self.places(of: document))
    let turns = Dictionary(
      layout.pages.compactMap { page in page.turn.map { (page.number, $0) } }, uniquingKeysWith: { a, _ in a })
    if !turns.isEmpty {
      document.mapPlaces { place in
        guard let page = place.page, let turn = turns[page] else { return place }
        var place = place
        place.box = place.box.map(turn.displayed)
        return place
      }
    }
    let isIEP = Self.isIEP(document, text: sections)
    return Parsed(document: document, isIEP: isIEP)
  }

  /// The sections with the blocks of worksheets apart, and what was seen of services kept in each table.
  func marked(_ sections: [SectionBlocks]) -> [SectionBlocks] {
    WorksheetBlocks(labels: labels, values: values).parted(sections)
      .map(ServiceTableRecognizer(labels: labels, values: values).marking)
  }

  /// What the form says that its codes stand for, in lines, paragraphs and tables.
  /// - Parameter lines: of each section, as they stand on the page.
  func codeKey(of sections: [SectionBlocks], lines: [[TextLine]]) -> CodeKey {
    var key = CodeKey(lines.flatMap { $0.map(\.text) })
    for lines in lines { key.add(columns: lines) }
    for lines in sections.map(\.allLines) where lines.contains(where: { CodeKey.mayExplain($0.text) }) {
      for paragraph in Paragraph.join(lines).map(\.text) where paragraph.utf8.count < 2000 {
        key.add(paragraph: paragraph)
      }
    }
    let grids = ServiceTableRecognizer(labels: labels, values: values)
    for case .table(let table) in sections.flatMap(\.blocks) where !grids.isServiceTable(table) {
      key.add(table: table)
    }
    return key
  }

  /// Places of all facts of the plan's body.
  private static func places(of document: IEPDocument) -> [Place] {
    document.services.flatMap(\.provenance) + document.accommodations.flatMap(\.provenance)
      + document.goals.flatMap(\.provenance) + document.serviceMentions.flatMap(\.provenance)
      + document.diagnostics.flatMap(\.provenance)
  }

  private func drafts(_ sections: [SectionBlocks]) -> [GoalDraft] {
    let atomizer = GoalAtomizer(labels: labels, values: values)
    let segmenter = GoalSegmenter(labels: GoalLabels(labels: labels.goal, values: values))
    let sentences = GoalSentences(values: values)
    let pages = sections.filter { $0.code == .goals }
    let read = segmenter.drafts(of: pages.flatMap(atomizer.atoms(of:)))
    let drafts = read + sentences.missed(by: read, in: pages)
    guard drafts.isEmpty else { return drafts }
    // No heading of goals: those that a label names stand elsewhere, or those that sentences state; last of all what
    // reports of progress repeat.
    let reports = sections.filter { $0.code == .progress || $0.code == .transition || $0.code == .lre }
    let plans = sections.filter {
      [.goals, .cover, .presentLevels, .services, .specialFactors, .other, .accommodations, .esy].contains($0.code)
    }
    for elsewhere in [plans, reports] {
      let labelled = elsewhere.flatMap { segmenter.drafts(of: atomizer.atoms(of: $0)) }.filter {
        $0.certainty >= 1 && GoalParagraph.looksLikeGoal($0.text)
      }
      guard labelled.isEmpty else { return labelled }
      let stated = elsewhere.flatMap { sentences.read($0) }
      guard stated.isEmpty else { return stated }
    }
    return []
  }

  /// Goals have labels of their own ("Target date"); a first page may still be taken for one of theirs.
  private static func asksForHeader(_ section: SectionBlocks) -> Bool {
    section.code != .progress && (section.code != .goals || section.headingLine?.page == 1)
  }

  func headerItems(_ section: SectionBlocks) -> [SectionItem] {
    guard Self.asksForHeader(section) else { return [] }
    let tables = ServiceTableRecognizer(labels: labels, values: values)
    return FactReader(labels: labels).items(of: section.blocks, isColumnar: { tables.isServiceTable($0) })
  }

  /// - Parameter lines: as they stand on the page.
  private static func written(_ section: SectionBlocks, lines: [TextLine]) -> Section {
    var result = Section(
      code: section.code, heading: section.heading, text: Paragraph.join(lines).map(\.text).joined(separator: "\n"))
    var places = section.headingLine.map { [$0.place] } ?? []
    places += Paragraph(lines: lines).places
    result.provenance = places.isEmpty ? [] : Array(places.prefix(1))
    return result
  }

  /// An IEP names itself or has what only an IEP has.
  private static func isIEP(_ document: IEPDocument, text: [SectionBlocks]) -> Bool {
    let codes = Set(document.sections.map(\.code))
    var score = 0
    if !document.services.isEmpty { score += 2 }
    if !document.goals.isEmpty { score += 2 }
    for code in [SectionCode.goals, .services, .lre, .presentLevels, .specialFactors, .esy] where codes.contains(code) {
      score += 1
    }
    if document.sections.contains(where: { section in
      let lowered = (section.heading + " " + section.text).lowercased()
      return lowered.contains("individualized education") || lowered.contains("individual education p")
        || lowered.contains(" iep ") || lowered.contains("special education")
    }) {
      score += 2
    }
    return score >= 4
  }
}
