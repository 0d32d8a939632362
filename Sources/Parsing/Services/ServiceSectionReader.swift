import Extraction
import IEPModel

/// Lets the readers compete for a section: each offers candidates, and the one whose lines are the surest explains
/// the section's blocks. Never decides by a state or a vendor.
struct ServiceSectionReader: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders
  let mentions: MentionReader
  /// What the form's codes stand for.
  let key: CodeKey

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
    var dates: SharedDates?
  }

  /// A plausibility below this: the line is no service but what else the table holds.
  static let threshold = 0.3
  /// A confidence below this: the line stands in the output with a diagnostic.
  static let doubtful = 0.5

  /// - Parameters:
  ///   - base: what the section says of all its services.
  ///   - facts: the section's blocks as facts, where they are known already.
  ///   - dates: what a section before gives to all services after it.
  func read(
    _ section: SectionBlocks, base said: ServiceContext, facts known: [SectionItem]? = nil, near: CalendarDate?,
    dates inherited: SharedDates? = nil, signature: inout ServiceTableReader.Signature?
  ) -> Result {
    var result = Result()
    var base = said
    if base.datesGoOn, base.start != nil || base.end != nil {
      result.dates = SharedDates(start: base.start, end: base.end, fillBlanks: base.datesFillBlanks)
    } else if let inherited {
      result.dates = inherited
      if [.services, .accommodations, .lre, .goals, .transition].contains(section.code) { base.take(inherited) }
    }
    if section.code == .goals { base.goal = GoalHeading(section.heading)?.number }
    var collector = ServiceLineCollector(
      code: section.code, labels: labels, values: values, key: key, near: near, result: result)
    var rest = readTables(of: section, under: base, into: &collector, signature: &signature)
    collector.result.hasList = !collector.result.lines.isEmpty
    guard Self.mayHoldServices(section.code) else {
      if section.code == .presentLevels || section.code == .specialFactors {
        readWholeCards(rest, of: section, facts: known, under: base, into: &collector)
      }
      return collector.result
    }

    if collector.result.lines.isEmpty || section.code == .services || section.code == .esy {
      rest = readCards(rest, of: section, facts: known, under: base, into: &collector)
    }
    readSentences(rest, of: section, under: base, into: &collector)
    // Services behind all goals are not those of the last one.
    if section.code == .goals, base.goal == nil,
      Set(collector.result.lines.flatMap(\.line.goalNumbers)).count == 1, goalHeadings(of: section) > 1
    {
      for index in collector.result.lines.indices where !collector.result.lines[index].line.asked.contains(.goalNumbers)
      {
        collector.result.lines[index].line.goalNumbers = []
      }
    }
    return collector.result
  }

  private var lead: ServiceTableLead { ServiceTableLead(labels: labels, values: values) }
  var tables: ServiceTableReader { ServiceTableReader(labels: labels, values: values, key: key) }
  var statements: ServiceStatements { ServiceStatements(labels: labels, values: values, mentions: mentions) }

  /// - Returns: the blocks that are no tables of services.
  private func readTables(
    of section: SectionBlocks, under base: ServiceContext, into collector: inout ServiceLineCollector,
    signature: inout ServiceTableReader.Signature?
  ) -> [Block] {
    var context = base
    context.listsRelatedApart = listsRelatedApart(section)
    var rest: [Block] = []
    if section.headingLine != nil, let above = signature?.context {
      // A heading among the rows of a table cuts it in two: what goes on stands below it, as below a band.
      signature?.context = above.under(section.heading, vocabulary: values.vocabulary, isBand: true)
    }
    for (index, block) in section.blocks.enumerated() {
      if section.code == .goals, case .line(let line) = block, let goal = GoalHeading(line.text) {
        context.goal = goal.number
        signature = nil
      }
      if section.code == .goals, case .table(let table) = block, index > 0,
        let goal = goalAbove(table, section.blocks[index - 1])
      {
        context.goal = goal
        signature = nil
      }
      if case .line(let line) = block, let goal = goalServed(by: line) { context.goal = goal }
      if case .line(let printed) = block, case let line = Ticks.before(printed), line.chunks.count == 1,
        case let lead = CategoryHeading.lead(of: line),
        case let heading = lead ?? FormQuestion.withoutInstruction(line.text), heading.utf8.count < 90
      {
        // A line between tables may be the heading of the next one: "Related Services ☒ Needed ☐ Not needed".
        if let group = DatedGroup(heading, values: values) {
          context = context.under(group, vocabulary: values.vocabulary)
          if section.code == .esy { context.extendedSchoolYear = true }
        } else if values.vocabulary.category(ofHeading: heading) != nil,
          lead != nil || line.isBold || heading == heading.uppercased()
        {
          context.deliveryHoldsGroups = base.deliveryHoldsGroups
          context = context.under(heading, vocabulary: values.vocabulary, isBand: true)
          if section.code == .esy { context.extendedSchoolYear = true }
        } else if line.isBold, line.words.count <= 5, heading.contains(inAnyCase: "service"),
          values.vocabulary.deliveries(named: heading).count == 1
        {
          // "Direct Services", "Consultation Services" over a table of each.
          context = context.under(heading, vocabulary: values.vocabulary, isBand: true)
          context.deliveryHoldsGroups = true
        } else if let below = table(below: index, in: section.blocks), captions(heading, over: below) {
          context = context.under(heading, vocabulary: values.vocabulary, isBand: true)
          context.deliveryHoldsGroups = true
        } else if namesService(line, over: index + 1 < section.blocks.count ? section.blocks[index + 1] : nil) {
          context.service = heading
        } else if heading.namesExtendedYear, line.text.hasSuffix(":") || line.isBold,
          // Boxes on its own line answer it.
          !printed.words.contains(where: Ticks.isTick),
          LabelTokens.of(heading.prefix { $0 != "(" }.description).count <= 5
        {
          // "Extended School Year Services (see the attached summary):" over the boxes and the table of those services.
          context = context.under(heading, vocabulary: values.vocabulary, isBand: true)
        }
      }
      let heading = section.lines(above: index)
      if case .table(let printed) = block, index > 0, collector.result.used.contains(index - 1),
        let open = collector.last,
        let whole = tables.supplement(printed, to: open)
      {
        collector.take([whole], continuesRow: false, block: index, replacing: true)
        continue
      }
      // The rest of a table that was read with its rows on the page before.
      if collector.result.used.contains(index) { continue }
      if Self.mayHoldServices(section.code), case .table(let table) = block,
        let list = TickedCatalogue(labels: labels, values: values).read(table, context: context)
      {
        collector.take(list.candidates, continuesRow: false, block: index)
        collector.result.used.insert(index)
        context = list.context
        signature = nil
        continue
      }
      if case .table(let table) = block,
        case let panels = ServicePanels(values: values).candidates(of: table, context: context)
          + TitledRecords(labels: labels, values: values).candidates(of: table, context: context), !panels.isEmpty
      {
        collector.take(panels, continuesRow: false, block: index)
        signature = nil
        continue
      }
      let next = index + 1 < section.blocks.count ? section.blocks[index + 1] : nil
      var joined: Table?
      if case .table(let table) = block {
        joined = ServiceTableShape.continued(table, by: next, under: heading, reader: tables)
      }
      let title =
        index == 0
        ? self.title(of: block, under: section.headingLine) : title(of: block, behind: section.blocks[..<index])
      let around = title?.context(context, vocabulary: values.vocabulary) ?? context
      guard case .table(let printed) = block,
        case let table = goesOn(printed, from: signature)
          ? printed : ServiceTableShape.settled(joined ?? printed, under: heading, reader: tables),
        tables.recognizer.isServiceTable(table) || signature?.isAnswered(by: table) ?? false
          || (tables.header.rows(of: table) == nil ? signature != nil : title != nil),
        let found = tables.read(
          table, context: lead.context(around, behind: section.blocks[..<index]),
          continuing: signature),
        Self.mayHoldServices(section.code) || isStrong(found),
        title == nil || TableTitle.isWhole(found.candidates)
      else {
        if case .table(let table) = block {
          // A header at the page's end, its rows on the next page.
          signature = tables.headerAlone(table, context: context)
        }
        rest.append(block)
        continue
      }
      signature = found.signature
      if let band = tables.bands.band(of: table, row: table.rowCount - 1),
        values.vocabulary.category(ofHeading: band.text) != nil
      {
        // The heading of the next table.
        context = context.under(band.text, vocabulary: values.vocabulary, isBand: true)
      }
      let before = collector.result.lines.count
      let named = found.candidates.map {
        $0.named(as: title?.service).named(by: section.headingLine, in: values.vocabulary)
      }
      collector.take(named, continuesRow: found.continuesRow, block: index)
      if collector.result.lines.count == before {
        rest.append(block)
      } else if joined != nil {
        collector.result.used.insert(index + 1)
      }
    }
    return rest
  }

  /// Rows of the table on the page before, below a band or above sums that part its columns further: no table to be
  /// turned.
  private func goesOn(_ table: Table, from signature: ServiceTableReader.Signature?) -> Bool {
    guard let signature, tables.header.rows(of: table) == nil else { return false }
    // Bands at a page's head may read like labels of settings once the table is turned.
    let isRest =
      signature.page + 1 == table.page && signature.fits(table)
      && (tables.bands.band(of: table, row: 0) != nil || holdsDates(table, as: signature))
    return isRest || signature.isAnswered(by: table) || signature.regrouped(table) != nil
  }

  /// Its first row has dates where the rows on the page before have them.
  private func holdsDates(_ table: Table, as signature: ServiceTableReader.Signature) -> Bool {
    let dated = signature.columns.indices.filter { column in
      signature.columns[column].role.map { [.start, .end, .dates].contains($0) } ?? false
    }
    return !dated.isEmpty
      && dated.allSatisfy { column in
        table.cell(row: 0, column: column).map { values.read($0.text).isDate } ?? false
      }
  }

  /// Statements of a plan that has no services in any other shape: those that say more than an amount.
  /// - Parameter dates: what a section before gives to all services after it.
  func lastResort(
    _ section: SectionBlocks, base: ServiceContext, dates: SharedDates?, near: CalendarDate?
  ) -> [ServiceAssembler.Assembled] {
    guard Self.mayHoldServices(section.code), section.code != .lre else { return [] }
    let assembler = ServiceAssembler(values: values, near: near)
    var context = base
    if section.code != .cover, let dates { context.take(dates) }
    return statements.candidates(in: section.blocks, context: context).filter { statement in
      statement.parts.contains { [.location, .provider, .dates, .start].contains($0.role) && !$0.text.isEmpty }
    }.flatMap { assembler.lines(of: $0) }
  }

  /// A table outside the services section counts where most of its rows name a service with minutes, or with all that
  /// a services grid asks for.
  private func isStrong(_ result: ServiceTableReader.Result) -> Bool {
    let grid: Set<ServiceRole> = [.service, .location, .provider, .start, .end]
    return result.candidates.contains { candidate in
      candidate.company >= 0.6
        && (candidate.asked.isSuperset(of: grid)
          || candidate.asked.isSuperset(of: grid.subtracting([.provider]))
            && candidate.parts.contains { $0.role == .amount && values.read($0.text).number != nil }
          || candidate.asked.contains(.service) && !candidate.asked.isDisjoint(with: [.provider, .start])
            && hasTotal(candidate)
          || candidate.parts.contains { $0.role.isDose && values.read($0.text).hasMinutes })
    }
  }

  /// An amount stands in a column for a setting or a delivery.
  private func hasTotal(_ candidate: ServiceCandidate) -> Bool {
    candidate.parts.contains { ServiceRole.columnTotals.contains($0.role) && values.read($0.text).number != nil }
  }

  private static func mayHoldServices(_ code: SectionCode) -> Bool {
    switch code {
    case .services, .esy, .lre, .cover, .other, .goals, .transition: true
    case .accommodations: true
    case .presentLevels, .specialFactors, .assessment, .progress, .priorNotice, .participants: false
    }
  }
}

extension SectionBlocks {
  /// The lines right above a block, from top to bottom.
  fileprivate func lines(above index: Int) -> [TextLine] {
    var lines: [TextLine] = []
    for block in blocks[..<index].reversed() {
      guard lines.count < 3, case .line(let line) = block else { break }
      lines.insert(line, at: 0)
    }
    return lines
  }
}
