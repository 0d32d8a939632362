import IEPModel

/// What was seen of services in a table.
struct ServiceTableKind: Sendable, Hashable {
  /// The rows of labels that ask for services; `nil` where there are none.
  var header: Range<Int>?
  /// Whether its rows are services.
  var isListed: Bool
}

/// Tells the tables that list services from cards and from tables of other things.
struct ServiceTableRecognizer: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  private var header: ServiceTableHeader { ServiceTableHeader(labels: labels, values: values) }

  /// Whether its header asks for what a services grid asks for, or most of its rows say what a line of services says.
  func isServiceTable(_ table: Table) -> Bool { kind(of: table).isListed }

  private func kind(of table: Table) -> ServiceTableKind {
    if let known = table.services { return known }
    let header = self.header.rows(of: table)
    let isCard = asksBesideValues(table) || asksAboveValues(table) || alternates(table) || asksByTurns(table)
    return ServiceTableKind(
      header: header,
      isListed: !isCard && (asksForServices(table, below: header) || statesServices(table, below: header)))
  }

  /// "Service: | Speech | Setting: | Gym" in each row: every other cell is a label with a colon, as in a card.
  private func asksBesideValues(_ table: Table) -> Bool {
    guard table.rowCount >= 2, table.columnCount >= 2 else { return false }
    return (0..<table.rowCount).allSatisfy { row in
      let cells = table.row(row).filter { !$0.isEmpty }
      return cells.contains { $0.column == 0 && $0.text.hasSuffix(":") }
        && cells.allSatisfy { $0.text.hasSuffix(":") == $0.column.isMultiple(of: 2) }
    }
  }

  /// "Service | Speech | Given by | SLP" over "Amount | 30 minutes weekly | Place | Gym" and nothing else: labels and values
  /// by turns in every row, as in a card.
  private func asksByTurns(_ table: Table) -> Bool {
    let rows = (0..<table.rowCount).map { table.cells(startingIn: $0) }.filter { $0.contains { !$0.isEmpty } }
    func isLabel(_ cell: Cell) -> Bool { !labels.service.exact(cell.text).isEmpty }
    return rows.count >= 2
      && rows.allSatisfy { row in
        row.count >= 4 && row.count.isMultiple(of: 2)
          && stride(from: 0, to: row.count, by: 2).allSatisfy { isLabel(row[$0]) }
          && stride(from: 1, to: row.count, by: 2).contains { !row[$0].isEmpty && !isLabel(row[$0]) }
      }
  }

  /// "Service | Speech | Given by | SLP" in most rows: labels and values in turn, and the labels come again.
  private func alternates(_ table: Table) -> Bool {
    let rows = (0..<table.rowCount).map { table.cells(startingIn: $0).filter { !$0.isEmpty } }.filter { $0.count > 1 }
    guard rows.count >= 3 else { return false }
    func isLabel(_ cell: Cell) -> Bool { !labels.service.exact(cell.text).isEmpty }
    let alternating = rows.filter { row in
      row.count >= 4
        && row.enumerated().allSatisfy { isLabel($0.element) == $0.offset.isMultiple(of: 2) }
    }
    return alternating.count * 2 > rows.count && Set(alternating.map { $0[0].text }).count < alternating.count
  }

  /// "Provider" over "Nurse" in one cell, "Setting" over "Gym" in the next: each cell is a label with its value below.
  private func asksAboveValues(_ table: Table) -> Bool {
    let cells = table.cells.filter { !$0.isEmpty }
    let asking = cells.filter { $0.lines.count >= 2 && !labels.service.exact($0.lines[0].text).isEmpty }
    return asking.count >= 3 && asking.count * 5 >= cells.count * 3
  }

  /// The section with what was seen of services kept in each of its tables, and those that goals hold cut out of them.
  func marking(_ section: SectionBlocks) -> SectionBlocks {
    var section = section
    let embedded = EmbeddedServices(labels: labels.service)
    let framed = FramedTables(labels: labels.service)
    section.blocks = section.blocks.flatMap { block -> [Block] in
      guard case .table(let table) = block else { return [block] }
      return LeadingFacts(values: values).parts(of: table).flatMap(embedded.parts).flatMap(framed.parts).map { part in
        var part = part
        part.services = kind(of: part)
        return .table(part)
      }
    }
    return section
  }

  /// Whether its rows name a service and its amount, each beside a date, a place or a person, whatever its header says.
  func statesServices(_ table: Table, below header: Range<Int>?) -> Bool {
    guard table.columnCount >= 3 else { return false }
    let first = header?.upperBound ?? 0
    let rows = (first..<table.rowCount).map { row in
      table.cells(startingIn: row).map(Ticks.text).filter { !CellReading.isBlank($0) }
    }.filter { $0.count >= 3 }
    let stated = rows.filter { row in
      guard row.contains(where: DoseGrammar.mayStateMinutes) else { return false }
      // Short cells first: most tables end here, and long texts are dear to read.
      let short = row.filter { $0.utf8.count <= 90 }.map(values.read)
      // In one cell, or "1 time per week | 25 minutes" beside what is no person.
      let isWhole = short.contains { $0.hasMinutes && $0.hasPeriod }
      let isParted =
        short.contains { $0.hasMinutes && $0.isAmount } && short.contains { $0.hasPeriod && $0.isAmount }
      let isDated = short.contains(where: \.isDate)
      guard isWhole || isParted,
        let service = short.first(where: { name in
          // Beside days and a place "Special education" is what is given there.
          let isPlanned = isDated && short.contains { $0.text != name.text && $0.location != nil }
          return name.service != nil && (isWhole || name.provider == nil || isPlanned) && name.text.utf8.count <= 60
            && !name.isAmount && !name.isDate
        })
      else { return false }
      // "PT" beside "Physical therapy" is the person.
      return row.lazy.map(values.read).contains {
        $0.text != service.text && ($0.isDate || $0.provider != nil || $0.location != nil && $0.service == nil)
      }
    }
    guard !stated.isEmpty, stated.count * 2 > rows.count else { return false }
    // Labels between the values: cards, not a table.
    return !rows.joined().lazy.map(values.read).contains(where: isLabelAmongValues)
  }

  /// "Location: gym", "Provider": a text that is, or holds, a label and no value of a services grid.
  private func isLabelAmongValues(_ reading: CellReading) -> Bool {
    // "Related service" in a column of kinds is a label elsewhere.
    guard reading.service == nil, reading.category == nil else { return false }
    // "Live, 1:1" holds a ratio.
    if reading.text.contains(": ") || reading.text.hasSuffix(":"), !reading.isAmount { return true }
    return reading.location == nil && reading.provider == nil && labels.service.fit(reading.text) >= 0.95
  }

  /// "Resource room — Special education teacher" across the columns: where and by whom the rows below are given.
  private func bandsGivePlaces(_ table: Table, below header: Int) -> Bool {
    (header..<table.rowCount).contains { row in
      let cells = table.cells(startingIn: row).filter { !$0.isEmpty }
      guard cells.count == 1, cells[0].columnSpan * 2 > table.columnCount else { return false }
      let context = ServiceContext().under(cells[0].text, vocabulary: values.vocabulary, isBand: true)
      return context.location != nil && context.provider != nil
    }
  }

  /// Below most rows a row across the columns says how much.
  private func bandsGiveAmounts(_ table: Table, below header: Int) -> Bool {
    let bands = ServiceBands(labels: labels, values: values)
    let across = (header..<table.rowCount).compactMap { bands.band(of: table, row: $0) }
    let rows = table.rowCount - header - across.count
    guard rows > 0 else { return false }
    let amounts = across.count { !bands.amount($0).isEmpty || bands.facts($0).contains(where: \.role.isDose) }
    return amounts > 0 && amounts * 2 > rows
  }

  /// Whether its header asks for what a services grid asks for.
  private func asksForServices(_ table: Table, below header: Range<Int>?) -> Bool {
    guard let header, header.upperBound < table.rowCount else { return false }
    let texts = self.header.texts(of: table, rows: header)
    var roles = Set(
      texts.compactMap {
        labels.service.matches($0).first.flatMap { $0.score >= 0.5 ? $0.role : nil }
      })
    if asksForBoth(table, below: header) || self.header.group(of: table, header: header.lowerBound) != nil {
      roles.insert(.service)
    }
    let hasDose =
      roles.contains(where: \.isDose) || !DayColumns.columns(of: table, header: header).isEmpty
      || roles.contains(.service)
        && SettingColumns(values: values).stand(in: table, below: header, labelled: texts)
    let hasPlan =
      !roles.isDisjoint(with: [.location, .start, .end, .dates, .provider])
      || roles.contains(.service) && bandsGivePlaces(table, below: header.upperBound)
    let rest = (header.upperBound..<table.rowCount).filter { row in
      let cells = table.cells(startingIn: row).filter { !$0.isEmpty }
      return cells.count >= 2
        && cells.filter { labels.service.fit($0.text) >= 0.8 && values.read($0.text).service == nil }.count * 2
          > cells.count
    }
    // Label rows further down: cards, not a table, unless it is the header again.
    let first = table.row(header.lowerBound).map(\.text)
    // A row of labels over a row of values without a service between them is part of a card.
    if table.kind == .aligned, rest.count < 2, !roles.contains(.service), !roles.contains(.category) { return false }
    let others = rest.filter { !repeatsHeader(table.row($0).map(\.text), first) }
    // "Services within general education | Minutes per week" over its rows, "Services outside | Minutes per week" over
    // the next.
    let groups = (header.upperBound..<table.rowCount).filter { repeatsHeader(table.row($0).map(\.text), first) }
    if hasDose, !groups.isEmpty, others.isEmpty, namesServices(table, below: header.upperBound, but: Set(groups)) {
      return true
    }
    // "Service | Location | Provider | Goals" over rows with the amount across the columns below each.
    if !hasDose, hasPlan, roles.contains(.service), roles.count >= 3, bandsGiveAmounts(table, below: header.upperBound)
    {
      return true
    }
    // "Service | Location | Description | Provider": the amount is a part of a description.
    if !hasDose, hasPlan, roles.contains(.service), roles.count >= 3, others.isEmpty {
      return describesAmounts(table, below: header.upperBound)
    }
    return roles.count >= 3 && hasDose && hasPlan && others.isEmpty
      || (roles.contains(.service) && hasDose && roles.count >= 2 && others.isEmpty)
      || (roles.intersection(Self.totals).count >= 2 && namesServices(table, below: header.upperBound))
  }

  /// "Service" over "Provider" heads one column, in which a service stands over who gives it.
  private func asksForBoth(_ table: Table, below header: Range<Int>) -> Bool {
    header.lazy.flatMap(table.cells(startingIn:)).contains { label in
      label.lines.count == 2 && label.columnSpan == 1
        && zip(label.lines, [ServiceRole.service, .provider]).allSatisfy {
          labels.service.exact($0.text).contains($1)
        }
        && (header.upperBound..<table.rowCount).contains { row in
          table.cell(row: row, column: label.column).flatMap { ServiceAndProvider($0, values: values) } != nil
        }
    }
  }

  /// Most rows hold a text with an amount of time and a date in it, or with a label before each of several facts.
  private func describesAmounts(_ table: Table, below first: Int) -> Bool {
    let rows = (first..<table.rowCount).map { table.cells(startingIn: $0).filter { !$0.isEmpty } }.filter {
      $0.count > 1
    }
    let described = rows.filter { row in
      row.contains { cell in
        guard (40...250).contains(cell.text.utf8.count) else { return false }
        if LabelledCell(labels: labels, values: values).parts(of: cell).contains(where: \.role.isDose) { return true }
        let reading = values.read(cell.text)
        return reading.hasMinutes && !values.dates.dates(in: cell.text, near: nil).isEmpty
      }
    }
    return !rows.isEmpty && described.count * 2 > rows.count
  }

  /// The header again, perhaps with the name of the next group of services in place of its first label.
  private func repeatsHeader(_ row: [String], _ header: [String]) -> Bool {
    guard row != header else { return true }
    guard row.count == header.count, row.count >= 2 else { return false }
    let same = zip(row, header).dropFirst().filter { $0 == $1 }.count
    // A page's end may have cut a label.
    return same + 1 == row.count || row.count >= 4 && same + 2 >= row.count
  }

  private static let totals: Set<ServiceRole> = [
    .directTotal, .indirectTotal, .generalEducationTotal, .specialEducationTotal,
  ]

  /// A matrix: services down the side, settings or deliveries across.
  /// - Parameter labels: rows that are no services but labels.
  private func namesServices(_ table: Table, below first: Int, but labels: Set<Int> = []) -> Bool {
    let heads = (first..<table.rowCount).filter { !labels.contains($0) }.compactMap { row in
      table.cells(startingIn: row).first { $0.column == 0 && !$0.isEmpty }
    }
    let known = heads.filter { values.read($0.text).service != nil }
    return !known.isEmpty && known.count * 2 >= heads.count
  }
}
