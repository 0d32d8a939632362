import IEPModel

/// What the cells of one row say, each under its column.
extension ServiceRows {
  /// - Parameter name: what the band over the row says, where that names the service.
  func parts(
    of cells: [Cell?], asked: Set<ServiceRole>, name: ServiceHeading?
  ) -> [ServiceCandidate.Part] {
    var parts: [ServiceCandidate.Part] = []
    var across: Set<Int> = []
    for (index, column) in columns.enumerated() {
      guard let whole = cells[index] else { continue }
      if let told = labelledFacts(in: whole, under: column, asked: asked) {
        parts += told
        continue
      }
      guard let role = column.role, !isOfAnotherColumn(whole, than: index) else { continue }
      let (cell, apart) = parted(whole, as: role, under: column, asked: asked)
      parts += apart
      if let both = twoFacts(in: cell, as: role, under: column, asked: asked) {
        parts += both
        continue
      }
      // A cell across several columns is read once.
      if cell.columnSpan > 1, !across.insert(cell.column).inserted { continue }
      parts += oneFact(in: cell, as: role, under: column, asked: asked, beside: cells)
    }
    parts += counted(cells) + onDays(cells)
    for (index, tick) in ticks.sorted(by: { $0.key < $1.key }) {
      guard let cell = cells[index], TickColumn.isTicked(cell.text),
        !parts.contains(where: { $0.role == tick.role && !CellReading.isBlank($0.text) })
      else { continue }
      parts.append(.told(tick.role, tick.meaning, at: cell.place))
    }
    if asked.isDisjoint(with: [.delivery, .directTotal, .indirectTotal]), let told = delivery(unasked: cells) {
      parts.append(told)
    }
    return parts + (name?.parts ?? [])
  }

  /// Facts behind labels of their own, in a column for amounts or dates or in one that nobody knows.
  private func labelledFacts(
    in cell: Cell, under column: ColumnTyping.Column, asked: Set<ServiceRole>
  ) -> [ServiceCandidate.Part]? {
    guard column.role.map({ $0.isDose || $0 == .dates }) ?? true, cell.columnSpan == 1,
      case let told = LabelledCell(labels: labels, values: values).parts(of: cell), !told.isEmpty
    else { return nil }
    return told.filter { $0.role.isDose || !asked.contains($0.role) }
  }

  /// A cell without what stands in it beside its column's fact: the goals that it serves, a further label, how a service
  /// is given below its name.
  private func parted(
    _ cell: Cell, as role: ServiceRole, under column: ColumnTyping.Column, asked: Set<ServiceRole>
  ) -> (rest: Cell, apart: [ServiceCandidate.Part]) {
    let served = GoalsInCell(cell, under: column.header, asked: asked)
    let printed = served?.rest ?? cell
    let lower = LowerLabel(printed, as: role, asked: asked, labels: labels.service, values: values)
    let upper = lower?.upper ?? printed
    let both = role == .service ? NameAndManner(upper, asked: asked, values: values) : nil
    return (
      both?.name ?? upper,
      [served?.part, lower?.part].compactMap { $0 }
        + (both?.parts(label: column.header, certainty: column.certainty) ?? [])
    )
  }

  /// A cell that says two things of its service, where no column asks for the second.
  private func twoFacts(
    in cell: Cell, as role: ServiceRole, under column: ColumnTyping.Column, asked: Set<ServiceRole>
  ) -> [ServiceCandidate.Part]? {
    let (header, certainty) = (column.header, column.certainty)
    /// The column is for one of the two, and none for the other.
    func joins(_ one: ServiceRole, _ other: ServiceRole) -> Bool {
      role == one && !asked.contains(other) || role == other && !asked.contains(one)
    }
    if role == .service, asked.isDisjoint(with: [.start, .end, .dates]),
      let both = EmbeddedDates(cell, values: values, labels: labels.service)
    {
      return both.parts(label: header, certainty: certainty)
    }
    if joins(.service, .provider), let both = ServiceAndProvider(cell, values: values) {
      return both.parts(label: header, certainty: certainty)
    }
    if joins(.service, .location), let both = ServiceAndPlace(cell, under: header, values: values) {
      return both.parts(label: header, certainty: certainty)
    }
    if joins(.location, .provider),
      let both = PlaceAndPerson(cell, under: header, labels: labels.service, values: values)
    {
      return both.parts(label: header, certainty: certainty)
    }
    let saysHow =
      role == .location && asked.isDisjoint(with: [.delivery, .grouping])
      || (role == .delivery || role == .grouping) && !asked.contains(.location)
    return saysHow
      ? PlaceAndDelivery(cell, under: header, labels: labels.service, values: values)?
        .parts(label: header, certainty: certainty) : nil
  }

  private func oneFact(
    in cell: Cell, as role: ServiceRole, under column: ColumnTyping.Column, asked: Set<ServiceRole>,
    beside cells: [Cell?]
  ) -> [ServiceCandidate.Part] {
    func part(_ role: ServiceRole, _ text: String) -> ServiceCandidate.Part {
      ServiceCandidate.Part(
        role: role, label: column.header, text: text, place: cell.place, certainty: column.certainty)
    }
    // "Service and provider" over a service of which the page's end cut the person off.
    let isService =
      role == .provider && !asked.contains(.service) && asksForService(column.header)
      && !values.vocabulary.isPerson(cell.text)
      && values.vocabulary.serviceCode(of: cell.text) != nil
    let isEnd = role == .dates && LowerDate.isEnd(cell, under: column.header, beside: cells)
    let told = part(
      isService ? .service : isEnd ? .end : isAcrossSettings(cell) ? .dose : role,
      TickColumn.chosen(in: cell, header: column.header) ?? ServiceCells(values: values).text(of: cell, as: role))
    if role == .dates, !asked.contains(where: \.isDose), let amount = amount(besideDatesOf: cell) {
      return [told, part(.dose, amount)]
    }
    return [told]
  }

  /// Numbers of sessions in the columns of their periods.
  private func counted(_ cells: [Cell?]) -> [ServiceCandidate.Part] {
    counts.sorted { $0.key < $1.key }.flatMap { index, period -> [ServiceCandidate.Part] in
      guard let cell = cells[index], Rational(parsing: cell.text) != nil else { return [] }
      return [(ServiceRole.sessions, cell.text), (.period, period)].map { role, text in
        ServiceCandidate.Part(role: role, label: "", text: text, place: cell.place, certainty: 0.95)
      }
    }
  }

  /// Minutes in the columns of the days of a week.
  private func onDays(_ cells: [Cell?]) -> [ServiceCandidate.Part] {
    let told = days.compactMap { cells[$0] }.filter { !$0.isEmpty }
    let filled = told.filter { $0.columnSpan == 1 }
    // "20 min. once a month" across the days: on none of them.
    if let across = told.first(where: { $0.columnSpan > 1 }), filled.isEmpty, values.read(across.text).isAmount {
      return [.told(.dose, across.text, at: across.place)]
    }
    guard let first = filled.first, let amount = DayColumns.amount(of: filled) else { return [] }
    let place = Place(page: first.page, box: Box.around(filled.map(\.box)))
    return [ServiceCandidate.Part(role: .dose, label: "", text: amount, place: place, certainty: 0.95)]
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
