import IEPModel

/// The rows of a services table to candidates, once its columns are known.
struct ServiceRows: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders
  /// What the form's codes stand for.
  var key = CodeKey([])
  let columns: [ColumnTyping.Column]
  /// Of columns that hold nothing but ticks: what a tick there says.
  let ticks: [Int: TickColumn]
  /// Of columns that count sessions: the period of each.
  let counts: [Int: String]
  /// Columns of the minutes of each day of a week.
  var days = 0..<0

  private var bands: ServiceBands { ServiceBands(labels: labels, values: values) }

  /// - Parameters:
  ///   - heading: what names the services of the first rows, from the page before.
  ///   - isContinued: the table goes on from the page before, so that its first row may be the rest of a row.
  func read(
    _ table: Table, from first: Int, context: ServiceContext, heading: ServiceHeading? = nil, isContinued: Bool
  ) -> ServiceTableReader.Result {
    var context = context
    var candidates: [ServiceCandidate] = []
    var continuesRow = false
    let asked = Set(columns.compactMap(\.role)).union(ticks.values.map(\.role)).union(counts.isEmpty ? [] : [.sessions])
      .union(days.isEmpty ? [] : [.dose])
    let headerTexts = columns.map(\.header)
    let headings = bands.headings(of: table, from: first, under: headerTexts)
    // Where no column names the service, the band right over its row does.
    let namesInBands = !asked.contains(.service) && !namesInProviders(table, from: first)
    var name = namesInBands ? heading : nil
    var named = name.map { context.naming($0.service.text, vocabulary: values.vocabulary) } ?? context
    // "Extended school year" right over "Related services": the groups that follow are parts of it.
    var partsYear = false
    for row in first..<table.rowCount {
      if let band = bands.band(of: table, row: row) {
        let facts = bands.facts(band)
        let told = facts.isEmpty && !asked.contains(where: \.isDose) ? bands.amount(band) : facts
        if !told.isEmpty, var last = candidates.last {
          last.parts += told.filter { part in
            !last.parts.contains { $0.role == part.role && !CellReading.isBlank($0.text) }
          }
          last.asked.formUnion(told.map(\.role))
          candidates[candidates.count - 1] = last
          continue
        }
        if let group = DatedGroup(band.text, values: values) {
          context = context.under(group, vocabulary: values.vocabulary)
          continue
        }
        if let below = bands.groupedContext(context, under: band) {
          context = below
          continue
        }
        if let label = bands.label(of: band), headings.contains(label), let below = bands.context(context, under: band)
        {
          context = below
          continue
        }
        // "PROVIDER: SPECIAL EDUCATION TEACHER", "20-Jan-2026 to 19-Jan-2027" below a row says more of it.
        if let more = bands.remark(band), var last = candidates.last,
          !last.parts.contains(where: { $0.role == more.role && !CellReading.isBlank($0.text) })
        {
          last.parts.append(more)
          if !last.asked.contains(.grouping), let size = bands.grouping(behind: more) { last.parts.append(size) }
          candidates[candidates.count - 1] = last
          continue
        }
        // At a page's end its rows stand on the next.
        let isOverRows =
          row + 1 < table.rowCount
          ? bands.band(of: table, row: row + 1) == nil : !values.vocabulary.isCategory(band.text)
        if namesInBands, isOverRows {
          let heading = ServiceHeading(band, asksProvider: asked.contains(.provider), values: values)
          name = heading
          named = context.naming(heading.service.text, vocabulary: values.vocabulary)
        } else if band.text.utf8.count < 120 {
          name = nil
          let above = row > first ? bands.band(of: table, row: row - 1) : nil
          context = context.under(band.text, rightBelow: above?.text ?? "", vocabulary: values.vocabulary)
          if let above, above.text.namesExtendedYear { partsYear = true }
          if partsYear { context.extendedSchoolYear = true }
        }
        continue
      }
      if let goal = bands.goalAcross(table, row: row, columns: columns.count) {
        context.goal = goal
        continue
      }
      let whole = (0..<columns.count).map { table.cell(row: row, column: $0) }
      for cells in LineAlignedRow.rows(whole, values: values) {
        let texts = cells.map { $0.map(Ticks.text) ?? "" }
        if texts.allSatisfy(CellReading.isBlank) { continue }
        // "Total minutes" across the kind and the service.
        if let first = cells.compactMap({ $0 }).first(where: { !$0.isEmpty }), first.columnSpan > 1,
          SumRow.isSum(first.text)
        {
          continue
        }
        if let group = bands.group(repeating: headerTexts, in: texts) {
          if !group.isEmpty { context = context.under(group, vocabulary: values.vocabulary, isBand: true) }
          continue
        }
        let parts = parts(of: cells, asked: asked, name: name)
        var candidate = ServiceCandidate(parts: parts, context: name == nil ? context : named, asked: asked)
        candidate.doubts = unread(texts)
        candidate.addsGoals = columns.contains { $0.role == .goals && GoalNumbers.comeBeside($0.header) }
        // Rows of goals that go on below services have their columns and are none.
        if let name = candidate.text(.service), SumRow.isSum(name) || GoalParagraph.looksLikeGoal(name) { continue }
        let filled = parts.filter { !CellReading.isBlank($0.text) }
        // A row without a service goes on the one above: a cell that ran over the page's end, or wrapped lines.
        if candidate.text(.service).map(CellReading.isBlank) ?? true, asked.contains(.service),
          filled.count < max(2, parts.count - 1)
        {
          if candidates.isEmpty {
            continuesRow = isContinued
            candidates.append(candidate)
          } else {
            candidates[candidates.count - 1].append(candidate)
          }
          continue
        }
        candidates.append(candidate)
      }
    }
    // A list that the form prints: services beside which nothing is filled in are not given.
    if candidates.contains(where: { !$0.namesOnlyService }) || candidates.count >= 3, asked.contains(where: \.isDose),
      asked.count >= 4
    {
      candidates.removeAll(where: \.namesOnlyService)
    }
    candidates.noteCompany(by: values, key: key)
    return ServiceTableReader.Result(
      candidates: candidates,
      signature: ServiceTableReader.Signature(
        columns: columns, ticks: ticks, counts: counts, days: days, edges: table.columnEdges, context: context,
        heading: name),
      continuesRow: continuesRow)
  }

  /// "Service / Provider": most cells of the column for the person name the service over it.
  private func namesInProviders(_ table: Table, from first: Int) -> Bool {
    guard let column = columns.firstIndex(where: { $0.role == .provider }) else { return false }
    let cells = table.cells.filter {
      $0.row >= first && $0.column == column && $0.columnSpan == 1 && !CellReading.isBlank($0.text)
    }
    return cells.filter { ServiceAndProvider($0, values: values) != nil }.count * 2 > cells.count
  }

  /// What a row says in the columns that are known.
  /// - Parameter name: what the band over the row says, where that names the service.
  private func parts(
    of cells: [Cell?], asked: Set<ServiceRole>, name: ServiceHeading?
  ) -> [ServiceCandidate.Part] {
    let cellTexts = ServiceCells(values: values)
    var parts: [ServiceCandidate.Part] = []
    var seen: Set<Int> = []
    for (index, column) in columns.enumerated() {
      if column.role.map({ $0.isDose || $0 == .dates }) ?? true, let cell = cells[index], cell.columnSpan == 1,
        case let told = LabelledCell(labels: labels, values: values).parts(of: cell), !told.isEmpty
      {
        parts += told.filter { $0.role.isDose || !asked.contains($0.role) }
        continue
      }
      guard let role = column.role, let whole = cells[index], !isOfAnotherColumn(whole, than: index) else {
        continue
      }
      let served = GoalsInCell(whole, under: column.header, asked: asked)
      if let served { parts.append(served.part) }
      let printed = served?.rest ?? whole
      let lower = LowerLabel(printed, as: role, asked: asked, labels: labels.service, values: values)
      let upper = lower?.upper ?? printed
      if let lower { parts.append(lower.part) }
      let both = role == .service ? NameAndManner(upper, asked: asked, values: values) : nil
      let cell = both?.name ?? upper
      parts += both?.parts(label: column.header, certainty: column.certainty) ?? []
      if role == .service, asked.isDisjoint(with: [.start, .end, .dates]),
        let dated = EmbeddedDates(cell, values: values, labels: labels.service)
      {
        parts += dated.parts(label: column.header, certainty: column.certainty)
        continue
      }
      if role == .service || role == .provider, !asked.contains(role == .service ? .provider : .service),
        let both = ServiceAndProvider(cell, values: values)
      {
        parts += both.parts(label: column.header, certainty: column.certainty)
        continue
      }
      if role == .service || role == .location, !asked.contains(role == .service ? .location : .service),
        let both = ServiceAndPlace(cell, under: column.header, values: values)
      {
        parts += both.parts(label: column.header, certainty: column.certainty)
        continue
      }
      if role == .location || role == .provider, !asked.contains(role == .location ? .provider : .location),
        let both = PlaceAndPerson(cell, under: column.header, labels: self.labels.service, values: values)
      {
        parts += both.parts(label: column.header, certainty: column.certainty)
        continue
      }
      let saysBoth =
        role == .location && asked.isDisjoint(with: [.delivery, .grouping])
        || (role == .delivery || role == .grouping) && !asked.contains(.location)
      if saysBoth,
        let both = PlaceAndDelivery(cell, under: column.header, labels: self.labels.service, values: values)
      {
        parts += both.parts(label: column.header, certainty: column.certainty)
        continue
      }
      // "Service and provider" over a service of which the page's end cut the person off.
      let isService =
        role == .provider && !asked.contains(.service) && asksForService(column.header)
        && !values.vocabulary.isPerson(cell.text)
        && values.vocabulary.serviceCode(of: cell.text) != nil
      let isEnd = role == .dates && LowerDate.isEnd(cell, under: column.header, beside: cells)
      // A cell across several columns is read once.
      let key = cell.row * 1000 + cell.column
      if cell.columnSpan > 1, !seen.insert(key).inserted { continue }
      parts.append(
        ServiceCandidate.Part(
          role: isService ? .service : isEnd ? .end : isAcrossSettings(cell) ? .dose : role, label: column.header,
          text: TickColumn.chosen(in: cell, header: column.header) ?? cellTexts.text(of: cell, as: role),
          place: cell.place, certainty: column.certainty))
      if role == .dates, !asked.contains(where: \.isDose), let amount = amount(besideDatesOf: cell) {
        parts.append(
          ServiceCandidate.Part(
            role: .dose, label: column.header, text: amount, place: cell.place, certainty: column.certainty))
      }
    }
    for (index, period) in counts.sorted(by: { $0.key < $1.key }) {
      guard let cell = cells[index], Rational(parsing: cell.text) != nil else { continue }
      for (role, text) in [(ServiceRole.sessions, cell.text), (.period, period)] {
        parts.append(ServiceCandidate.Part(role: role, label: "", text: text, place: cell.place, certainty: 0.95))
      }
    }
    let onDays = days.compactMap { cells[$0] }.filter { !$0.isEmpty }
    let filled = onDays.filter { $0.columnSpan == 1 }
    // "20 min. once a month" across the days: on none of them.
    if let across = onDays.first(where: { $0.columnSpan > 1 }), filled.isEmpty, values.read(across.text).isAmount {
      parts.append(
        ServiceCandidate.Part(role: .dose, label: "", text: across.text, place: across.place, certainty: 0.9))
    }
    if let first = filled.first, let amount = DayColumns.amount(of: filled) {
      let place = Place(page: first.page, box: Box.around(filled.map(\.box)))
      parts.append(ServiceCandidate.Part(role: .dose, label: "", text: amount, place: place, certainty: 0.95))
    }
    for (index, tick) in ticks.sorted(by: { $0.key < $1.key }) {
      guard let cell = cells[index], TickColumn.isTicked(cell.text),
        !parts.contains(where: { $0.role == tick.role && !CellReading.isBlank($0.text) })
      else { continue }
      parts.append(
        ServiceCandidate.Part(role: tick.role, label: "", text: tick.meaning, place: cell.place, certainty: 0.9))
    }
    if asked.isDisjoint(with: [.delivery, .directTotal, .indirectTotal]), let told = delivery(unasked: cells) {
      parts.append(told)
    }
    return parts + (name?.parts ?? [])
  }

  /// "Service / Provider", unlike "Staff", under which "SLPA (sup. by SLP)" is nothing but a person.
  private func asksForService(_ header: String) -> Bool {
    labels.service.matches(header).contains { $0.role == .service && $0.score > 0.3 }
      || LabelTokens.of(header).contains("service")
  }

  /// Dates across a column of amounts and one of dates, as where tables with other boundaries stand under one another: a
  /// cell is of the column that it says something of.
  private func isOfAnotherColumn(_ cell: Cell, than index: Int) -> Bool {
    guard cell.columnSpan > 1, let role = columns[index].role else { return false }
    let reading = values.read(cell.text)
    guard reading.support(role) < 0.5 else { return false }
    return cell.columns.contains { other in
      other != index && columns.indices.contains(other)
        && columns[other].role.map { reading.support($0) >= 0.9 } ?? false
    }
  }

  /// "2 trips" across all columns of minutes for a setting each: an amount of none of them.
  private func isAcrossSettings(_ cell: Cell) -> Bool {
    let settings: Set<ServiceRole?> = [.generalEducationTotal, .specialEducationTotal, .settingTotal]
    return cell.columnSpan > 2
      && cell.columns.allSatisfy {
        columns.indices.contains($0) && settings.contains(columns[$0].role)
      }
  }

  /// "☒ Consultative" under a label that nobody knows: how the service is given.
  private func delivery(unasked cells: [Cell?]) -> ServiceCandidate.Part? {
    for (index, column) in columns.enumerated()
    where column.role == nil && ticks[index] == nil && counts[index] == nil && !column.header.isEmpty {
      guard let cell = cells[index], !cell.isEmpty, cell.columnSpan == 1, cell.text.utf8.count < 40,
        let delivery = values.vocabulary.delivery(of: Ticks.text(of: cell)), delivery == .consultation
      else { continue }
      return ServiceCandidate.Part(
        role: .delivery, label: column.header, text: Ticks.text(of: cell), place: cell.place, certainty: 0.6)
    }
    return nil
  }

  /// The amount of a cell that describes a service with its dates: "Begin Date: 2/17/2026 End Date: 2/9/2027 Number of
  /// Sessions: 5 Length of Time: 30 Minutes".
  private func amount(besideDatesOf cell: Cell) -> String? {
    let text = values.dates.removed(from: cell.text).blankSeparated.joined(separator: " ")
    return values.read(text).hasMinutes ? text : nil
  }
}

extension ServiceCandidate {
  /// Nothing stands in it but a service's name, or that none is given: "Related | PT | N/A".
  fileprivate var namesOnlyService: Bool {
    let filled = parts.filter { !CellReading.isBlank($0.text) }
    if filled.count == 1, filled[0].role == .service { return true }
    let isDenied = parts.contains {
      $0.role.isDose && CellReading.isBlank($0.text) && $0.text.contains(where: \.isLetter)
    }
    return isDenied && filled.allSatisfy { [.service, .category, .grouping].contains($0.role) }
  }
}
