import IEPModel

/// Lets the readers compete for a section: each offers candidates, and the one whose lines are the surest explains
/// the section's blocks. Never decides by a state or a vendor.
struct ServiceSectionReader: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders
  let mentions: MentionReader
  /// What the form's codes stand for.
  let key: CodeKey
  /// School days of the cycle that the form counts by, where it says so.
  let cycleDays: Int?

  struct Result: Sendable {
    var lines: [ServiceAssembler.Assembled] = []
    /// What sentences say where the section holds no other lines: lines of a plan that lists its services in sentences.
    var statements: [ServiceAssembler.Assembled] = []
    /// The section lists services in tables or cards.
    var hasList = false
    var accommodations: [Accommodation] = []
    var diagnostics: [Diagnostic] = []
    /// Blocks that were read as services: no other reader need look at them.
    var used: Set<Int> = []
    /// Dates that the section gives to all services after it.
    var dates: (start: CalendarDate, end: CalendarDate)?
  }

  /// A plausibility below this: the line is no service but what else the table holds.
  static let threshold = 0.3
  /// A confidence below this: the line stands in the output with a diagnostic.
  static let doubtful = 0.5

  /// - Parameters:
  ///   - facts: the section's blocks as facts, where they are known already.
  ///   - dates: what a section before gives to all services after it.
  func read(
    _ section: SectionBlocks, facts known: [SectionItem]? = nil, near: CalendarDate?,
    dates inherited: (start: CalendarDate, end: CalendarDate)? = nil, signature: inout ServiceTableReader.Signature?
  ) -> Result {
    var result = Result()
    let mayHold = Self.mayHoldServices(section.code)
    var base = baseContext(section)
    if base.datesFillBlanks, let start = base.start, let end = base.end {
      result.dates = (start, end)
    } else if let inherited, base.start == nil, section.code == .services || section.code == .accommodations {
      (base.start, base.end, base.datesFillBlanks) = (inherited.start, inherited.end, true)
      result.dates = inherited
    }
    if section.code == .goals { base.goal = GoalHeading(section.heading)?.number }
    var context = base
    let tables = ServiceTableReader(labels: labels, values: values, key: key)
    let assembler = ServiceAssembler(values: values, near: near)
    var last: ServiceCandidate?

    /// - Parameter isLonger: the candidate is the last one, with what a further table says of it.
    func take(_ candidates: [ServiceCandidate], continuesRow: Bool, block: Int, replacing isLonger: Bool = false) {
      if isLonger, let line = result.lines.indices.last { result.lines.remove(at: line) }
      for (position, candidate) in candidates.enumerated() {
        if continuesRow, position == 0, var open = last, !result.lines.isEmpty {
          open.append(candidate)
          result.lines.removeLast()
          append(open, block: block)
          last = open
          continue
        }
        append(candidate, block: block)
        last = candidate
      }
    }
    /// - Parameter block: the table that holds it; `nil` where it was gathered from several blocks.
    func append(_ candidate: ServiceCandidate, block: Int?) {
      var candidate = candidate.spelledOut(by: key, values: values)
      if section.code != .services, section.code != .esy { candidate.doubts.insert(.outsideServices) }
      if hasEnded(candidate) {
        result.diagnostics.append(
          Diagnostic(
            "ended-service", stage: .parse, severity: .info,
            message: "The form says that this service has ended; it is not counted.",
            text: candidate.wholeText, provenance: Array(candidate.places.prefix(1))))
        return
      }
      let assembled = assembler.lines(of: candidate)
      for line in assembled {
        let isKnown = line.line.service.code != nil
        let looksLikeService =
          isKnown || (line.line.dose.minutesPerPeriod != nil && candidate.company >= 0.3)
          || (section.code == .services && line.line.dose.minutesPerPeriod != nil)
        guard line.plausibility >= Self.threshold, looksLikeService,
          !isAccommodation(candidate, line.line, in: section.code)
        else {
          result.accommodations.append(accommodation(candidate))
          continue
        }
        result.lines.append(line)
        if let block { result.used.insert(block) }
        if line.confidence < Self.doubtful {
          result.diagnostics.append(
            Diagnostic(
              "doubtful-service-line", stage: .parse, severity: .warning,
              message: "This line was read with little confidence; compare it with the page.",
              text: candidate.wholeText, provenance: Array(line.line.provenance.prefix(1))))
        }
      }
    }

    var rest: [(index: Int, block: Block)] = []
    for (index, block) in section.blocks.enumerated() {
      if section.code == .goals, case .line(let line) = block, let goal = GoalHeading(line.text) {
        context.goal = goal.number
        signature = nil
      }
      if case .line(let line) = block, line.text.utf8.count < 90, line.chunks.count == 1 {
        // A line between tables may be the heading of the next one.
        if values.vocabulary.category(ofHeading: line.text) != nil, line.isBold || line.text == line.text.uppercased() {
          context = context.under(line.text, vocabulary: values.vocabulary, isBand: true)
          if section.code == .esy { context.extendedSchoolYear = true }
        }
      }
      var tableContext = context
      if case .table = block, index > 0, case .line(let line) = section.blocks[index - 1], line.text.hasSuffix(":"),
        context.location == nil, line.text.utf8.count < 160,
        let place = Clauses.location(in: line.text.trimmingColon, vocabulary: values.vocabulary),
        let code = values.vocabulary.locationCode(of: place)
      {
        // "Jo will receive these services in the therapy room:" holds for the table below.
        tableContext.location = Coded(code: code, text: place)
      }
      var heading: TextLine?
      if index > 0, case .line(let line) = section.blocks[index - 1] { heading = line }
      if case .table(let printed) = block, index > 0, result.used.contains(index - 1), let open = last,
        let whole = tables.supplement(printed, to: open)
      {
        take([whole], continuesRow: false, block: index, replacing: true)
        continue
      }
      guard case .table(let printed) = block,
        case let table = ServiceTableShape.settled(printed, under: heading, reader: tables),
        tables.isServiceTable(table) || signature != nil && tables.headerRows(of: table) == nil,
        let found = tables.read(table, context: tableContext, continuing: signature), mayHold || isStrong(found)
      else {
        if case .table = block { signature = nil }
        rest.append((index, block))
        continue
      }
      signature = found.signature
      let before = result.lines.count
      take(found.candidates, continuesRow: found.continuesRow, block: index)
      if result.lines.count == before { rest.append((index, block)) }
    }
    result.hasList = !result.lines.isEmpty
    guard mayHold else { return result }

    if result.lines.isEmpty || section.code == .services || section.code == .esy {
      let isWhole = rest.count == section.blocks.count
      let facts =
        (isWhole ? known : nil)
        ?? FactReader(labels: labels).items(of: rest.map(\.block), isColumnar: { tables.isServiceTable($0) })
      let cards = ServiceCardReader(labels: labels, values: values).read(
        facts, under: section.code == .services || section.code == .esy ? section.headingLine : nil, context: base)
      for card in cards { append(card, block: nil) }
      // What a card holds is no sentence.
      let places = cards.flatMap(\.places)
      rest.removeAll { _, block in
        guard case .line(let line) = block else { return false }
        return places.contains {
          $0.page == line.page && $0.box.map { $0.y0 < line.box.midY && line.box.midY < $0.y1 } ?? false
        }
      }
    }
    // A sentence that says a service, its amount, its dates and its place or person is a line wherever it stands;
    // one that says less only where a section of services holds nothing else.
    result.hasList = !result.lines.isEmpty
    let isAlone = !result.hasList && (section.code == .services || section.code == .esy)
    for sentence in statements(in: rest.map(\.block), context: base) {
      if sentence.isWhole {
        if !isKnown(sentence, among: result.lines) { append(sentence, block: nil) }
      } else if isAlone {
        let before = result.lines.count
        append(sentence, block: nil)
        result.statements += result.lines[before...]
        result.lines.removeSubrange(before...)
      }
    }
    // Services behind all goals are not those of the last one.
    if section.code == .goals, base.goal == nil,
      Set(result.lines.flatMap(\.line.goalNumbers)).count == 1, goalHeadings(of: section) > 1
    {
      for index in result.lines.indices where !result.lines[index].line.asked.contains(.goalNumbers) {
        result.lines[index].line.goalNumbers = []
      }
    }
    return result
  }

  /// "Social work | Discontinued": in place of an amount stands that there is none any more.
  private func hasEnded(_ candidate: ServiceCandidate) -> Bool {
    let amounts = candidate.parts.filter { $0.role.isDose && !CellReading.isBlank($0.text) }
    return !amounts.isEmpty && amounts.allSatisfy { labels.plan.exact($0.text).contains(.past) }
  }

  private func goalHeadings(of section: SectionBlocks) -> Int {
    section.visualLines.filter { GoalHeading($0.text) != nil }.count
  }

  /// Services that sentences, bullets and the paragraphs of other tables' cells state.
  func statements(in blocks: [Block], context: ServiceContext) -> [ServiceCandidate] {
    let lines = blocks.compactMap { if case .line(let line) = $0 { line } else { nil } }
    let menu = TickedMenu.paragraphs(of: lines) { values.vocabulary.serviceCode(of: $0) != nil }
    var paragraphs = menu
    var open: [TextLine] = []
    func close() {
      if menu.isEmpty { paragraphs += Paragraph.join(open) }
      open = []
    }
    for block in blocks {
      switch block {
      case .line(let line): open.append(line)
      case .table(let table):
        close()
        paragraphs += table.cells.flatMap { Paragraph.join($0.lines) }
      }
    }
    close()
    return ServiceSentenceReader(labels: labels, values: values, mentions: mentions).read(
      paragraphs, context: context)
  }

  /// Statements of a plan that has no services in any other shape: those that say more than an amount.
  func lastResort(_ section: SectionBlocks, near: CalendarDate?) -> [ServiceAssembler.Assembled] {
    guard Self.mayHoldServices(section.code), section.code != .lre else { return [] }
    let assembler = ServiceAssembler(values: values, near: near)
    return statements(in: section.blocks, context: baseContext(section)).filter { statement in
      statement.parts.contains { [.location, .provider, .dates, .start].contains($0.role) && !$0.text.isEmpty }
    }.flatMap { assembler.lines(of: $0) }
  }

  /// A line of the section says the same service and amount already.
  private func isKnown(_ sentence: ServiceCandidate, among lines: [ServiceAssembler.Assembled]) -> Bool {
    let code = sentence.text(.service).flatMap { values.vocabulary.serviceCode(of: $0) }
    return lines.contains { known in
      known.line.service.code == code && known.line.dose.minutesPerPeriod == sentence.sentenceDose?.minutesPerPeriod
    }
  }

  private func baseContext(_ section: SectionBlocks) -> ServiceContext {
    var context = ServiceContext().under(section.heading, vocabulary: values.vocabulary)
    if section.code == .esy { context.extendedSchoolYear = true }
    context.cycleDays = cycleDays
    // "From: 5/18/2026 To: 5/17/2027" above the tables holds for all their lines.
    let lines = section.blocks.compactMap { if case .line(let line) = $0 { line } else { nil } }
    guard lines.contains(where: { Self.mayGiveDates($0.text) }) else { return context }
    for text in lines.map(\.text) + Paragraph.join(lines).filter({ $0.lines.count > 1 }).map(\.text)
    where text.utf8.count < 200 {
      guard Self.mayGiveDates(text), [nil, .specializedInstruction].contains(values.vocabulary.serviceCode(of: text)),
        !values.read(text).hasMinutes
      else { continue }
      let dates = values.dates.dates(in: text, near: nil)
      if dates.count == 2, dates[0].date <= dates[1].date {
        (context.start, context.end) = (dates[0].date, dates[1].date)
        let lowered = text.lowercased()
        context.datesFillBlanks =
          lowered.contains("unless") || lowered.contains("all services") || lowered.contains("each service")
        break
      }
    }
    return context
  }

  private static func mayGiveDates(_ text: String) -> Bool {
    text.contains(inAnyCase: "from") || text.contains(inAnyCase: "begin") || text.contains(inAnyCase: "start")
      || text.contains(inAnyCase: "dates")
  }

  /// A table outside the services section counts where most of its rows name a service with minutes, or with all that
  /// a services grid asks for.
  private func isStrong(_ result: ServiceTableReader.Result) -> Bool {
    let grid: Set<ServiceRole> = [.service, .location, .provider, .start, .end]
    return result.candidates.contains { candidate in
      candidate.company >= 0.6
        && (candidate.asked.isSuperset(of: grid)
          || candidate.parts.contains { $0.role.isDose && values.read($0.text).hasMinutes })
    }
  }

  private static func mayHoldServices(_ code: SectionCode) -> Bool {
    switch code {
    case .services, .esy, .lre, .cover, .other, .goals, .transition: true
    case .accommodations: true
    case .presentLevels, .specialFactors, .assessment, .progress, .priorNotice, .participants: false
    }
  }

  /// "Preferential seating | Daily | All classes": a support without an amount of time.
  private func isAccommodation(_ candidate: ServiceCandidate, _ line: ServiceLine, in code: SectionCode) -> Bool {
    let hasNoAmount = line.dose.minutesPerPeriod == nil && line.dose.sessionMinutes == nil
    guard line.service.code == nil || code == .accommodations else {
      // "Copy of notes | Each lecture | Science": outside a section of services words for an amount are none.
      return hasNoAmount && line.dose.sessions == nil && line.dose.period == nil && line.startDate == nil
        && ![.services, .esy, .transition].contains(code)
    }
    return hasNoAmount
  }

  private func accommodation(_ candidate: ServiceCandidate) -> Accommodation {
    var accommodation = Accommodation(text: candidate.text(.service) ?? candidate.wholeText)
    accommodation.provenance = candidate.part(.service).map { [$0.place] } ?? candidate.places
    return accommodation
  }
}
