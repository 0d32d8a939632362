import IEPModel

/// What a section says of all its services: by its heading, by dates and places between its tables.
struct ServiceSectionContext: Sendable {
  let values: ValueReaders
  /// School days of the cycle that the form counts by, where it says so.
  let cycleDays: Int?

  func base(of section: SectionBlocks) -> ServiceContext {
    var context = ServiceContext().under(section.heading, vocabulary: values.vocabulary)
    // "Supports for school personnel - List the staff to receive them": what is to be filled in names no group.
    context.category =
      context.category ?? values.vocabulary.category(ofHeading: FormQuestion.withoutInstruction(section.heading))
    // "Special Education" right below "C. Special education and related services", read as one heading: the last line says
    // which of them its table lists.
    if context.category == nil, let chunks = section.headingLine?.chunks, chunks.count > 1, let last = chunks.last {
      context.category = values.vocabulary.category(ofHeading: last.text)
    }
    if section.code == .esy || context.extendedSchoolYear {
      (context.extendedSchoolYear, context.isExtendedYearSection) = (true, true)
    }
    // "C. Special education and related services within the general education classroom": groups of the tables below are
    // parts of what is given there.
    context.placeHoldsGroups = context.location != nil
    context.deliveryHoldsGroups = context.delivery != nil
    context.cycleDays = cycleDays
    // "Related services for goal #3"
    context.goal = GoalServiceTitle.number(in: section.heading)
    // "From: 5/18/2026 To: 5/17/2027" above the tables holds for all their lines.
    if let dates = tabled(section) {
      (context.start, context.end, context.datesFillBlanks) = (dates.start, dates.end, dates.fillBlanks)
      // Where the section holds nothing else, they are those of the sections of services that follow.
      context.datesGoOn = section.code == .services && section.blocks.count == 1
    }
    // "SERVICES FROM 09/29/2025 TO 09/25/2026"
    if let span = values.dates.span(section.heading) {
      (context.start, context.end, context.datesGoOn) = (span.start, span.end, true)
    }
    var lines: [TextLine] = []
    for block in section.blocks {
      switch block {
      case .line(let line): lines.append(line)
      // A sentence in a box of its own above the table, or in a row of its own within it.
      case .table(let table): lines += table.cells.filter { $0.columnSpan * 2 > table.columnCount }.flatMap(\.lines)
      }
    }
    let mayGivePlace = context.location == nil && lines.contains { PlaceOfServices.mayBeGiven(in: $0.text) }
    let mayGiveDates = lines.contains { DatesOfServices.mayBeGiven(in: $0.text) }
    guard mayGivePlace || mayGiveDates else { return context }
    let paragraphs = Paragraph.join(lines)
    if mayGivePlace {
      let places = PlaceOfServices(vocabulary: values.vocabulary)
      let texts = lines.map(\.text) + paragraphs.map(\.text) + paragraphs.flatMap { Sentences.texts($0.text) }
      context.location =
        texts.lazy.compactMap(places.read).first
        ?? paragraphs.lazy.compactMap { places.read(sentences: Sentences.texts($0.text)) }.first
      context.placeHoldsGroups = context.location != nil
    }
    guard mayGiveDates else { return context }
    // "All services begin 9/2/2025 and end 9/1/2026. Figures are minutes per week.": each sentence says its own.
    let texts = lines.map(\.text) + paragraphs.filter({ $0.lines.count > 1 }).map(\.text)
    // A sentence may end in the next line though the first is not full.
    let pairs = zip(lines, lines.dropFirst()).compactMap { line, next in
      !".!?:".contains(line.text.last ?? ".") && next.page == line.page
        && next.box.y0 - line.box.y1 < line.height ? line.text + " " + next.text : nil
    }
    let statement = DatesOfServices(values: values)
    let whole = (texts + pairs).filter { text in
      // Among goals the dates of one service are not those of all.
      DatesOfServices.mayBeGiven(in: text)
        && (section.code != .goals
          || ["services", "each service", "every service", "all help", "all support"].contains {
            text.contains(inAnyCase: $0)
          })
    }
    if let dates = (whole.flatMap(Sentences.texts) + whole).lazy.compactMap(statement.read).first {
      (context.start, context.end) = (dates.start, dates.end)
      context.datesFillBlanks = dates.fillsBlanks
      context.datesGoOn = dates.isForAll || dates.isOfServices
    } else if context.start == nil, case let sentences = whole.flatMap(Sentences.texts) {
      context.end = sentences.lazy.compactMap(statement.end).first
      context.start = sentences.lazy.compactMap(statement.start).first
      context.datesGoOn = context.start != nil || context.end != nil
    }
    return context
  }

  /// "Initiation date: 8/20/2025 | Ending date: 5/12/2026" in a small table at the head of a section.
  private func tabled(_ section: SectionBlocks) -> SharedDates? {
    for case .table(let table) in section.blocks.prefix(4) where table.rowCount <= 2 && table.cells.count <= 4 {
      let cells = table.cells.filter { !$0.isEmpty }
      guard
        cells.contains(where: { DatesOfServices.mayBeGiven(in: $0.text) || $0.text.contains(inAnyCase: "initiation") }),
        cells.allSatisfy({ $0.text.utf8.count < 60 && !values.read($0.text).hasMinutes })
      else { continue }
      let dates = cells.flatMap { values.dates.dates(in: $0.text, near: nil) }
      if dates.count == 2, dates[0].date < dates[1].date {
        return SharedDates(
          start: dates[0].date, end: dates[1].date, fillBlanks: cells.contains { DatesOfServices.namesAll($0.text) })
      }
    }
    return nil
  }
}
