import IEPModel

/// Reads tables with a header row and a line of services in each row below, ruled or aligned.
struct ServiceTableReader: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders
  /// What the form's codes stand for.
  var key = CodeKey([])

  /// What a table's columns are, to go on with on the next page.
  struct Signature: Sendable {
    var columns: [ColumnTyping.Column]
    /// Of columns that hold nothing but ticks: what a tick there says.
    var ticks: [Int: TickColumn] = [:]
    /// Of columns that count sessions: the period of each.
    var counts: [Int: String] = [:]
    /// The header's texts as printed, and the page where the table ends.
    var printed: [String] = []
    var page = 0
    /// What the headings above the table said, before its own bands.
    var base = ServiceContext()
    /// Left and right edges of the columns in points.
    var edges: [(Double, Double)]
    var context: ServiceContext
  }

  struct Result: Sendable {
    var candidates: [ServiceCandidate]
    var signature: Signature
    /// The first row went on a row of the page before.
    var continuesRow = false
  }

  /// Which rows at the top are headers; empty where the table has none that asks for services.
  func headerRows(of table: Table) -> Range<Int>? {
    for start in 0..<min(4, table.rowCount) {
      let cells = table.row(start).filter { !$0.isEmpty }
      guard cells.count >= 2 else { continue }
      let roles = cells.map { labels.service.matches($0.text).first }
      let fits = roles.filter { ($0?.score ?? 0) >= 0.55 }.count
      // Letters over boxes to tick are no labels by themselves.
      let worded = cells.filter { $0.text.utf8.count > 2 }.count
      guard fits >= 2, fits * 2 >= worded, !cells.contains(where: isValue) else { return nil }
      var end = start + 1
      while end < min(start + 4, table.rowCount) {
        let next = table.cells(startingIn: end).filter { !$0.isEmpty }
        let spanning = table.row(end).contains { $0.row < end }
        let labelled = next.filter { labels.service.fit($0.text) >= 0.55 && !isValue($0) }.count
        if divides(next, of: table, below: end - 1) {
          end += 1
          continue
        }
        if !next.isEmpty, labelled * 3 >= next.count * 2, next.count >= 2 || spanning, spanning || labelled >= 2 {
          end += 1
        } else {
          break
        }
      }
      return start..<end
    }
    return nil
  }

  /// Cells that stand only below headers across several columns, each in a part of one: "Reg. | Spec." below
  /// "Setting".
  private func divides(_ cells: [Cell], of table: Table, below row: Int) -> Bool {
    let wide = table.row(row).filter { $0.columnSpan > 1 && !$0.isEmpty && $0.columnSpan < table.columnCount }
    guard cells.count >= 2, !wide.isEmpty else { return false }
    return cells.allSatisfy { cell in
      cell.columnSpan == 1 && !TickColumn.isMark(cell.text) && !isValue(cell) && Rational(parsing: cell.text) == nil
        && wide.contains { $0.column <= cell.column && cell.column < $0.column + $0.columnSpan }
    }
  }

  /// Whether its header asks for what a services grid asks for, or most of its rows say what a line of services says.
  func isServiceTable(_ table: Table) -> Bool {
    if let known = table.listsServices { return known }
    let header = headerRows(of: table)
    return asksForServices(table, below: header) || statesServices(table, below: header)
  }

  /// The section with the answer to `isServiceTable` kept in each of its tables.
  func marking(_ section: SectionBlocks) -> SectionBlocks {
    var section = section
    section.blocks = section.blocks.map { block in
      guard case .table(var table) = block else { return block }
      table.listsServices = isServiceTable(table)
      return .table(table)
    }
    return section
  }

  /// Whether its rows name a service and its amount, each beside a date, a place or a person, whatever its header says.
  private func statesServices(_ table: Table, below header: Range<Int>?) -> Bool {
    guard table.columnCount >= 3 else { return false }
    let first = header?.upperBound ?? 0
    let rows = (first..<table.rowCount).map { row in
      table.cells(startingIn: row).map(Ticks.text).filter { !CellReading.isBlank($0) }
    }.filter { $0.count >= 3 }
    let stated = rows.filter { row in
      // Short cells first: most tables end here, and long texts are dear to read.
      let short = row.filter { $0.utf8.count <= 90 }.map(values.read)
      guard short.contains(where: { $0.hasMinutes && $0.hasPeriod }),
        let service = short.first(where: { $0.service != nil && $0.text.utf8.count <= 60 && !$0.isAmount && !$0.isDate }
        )
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
    guard reading.service == nil else { return false }
    if reading.text.contains(":"), !reading.isAmount { return true }
    return reading.location == nil && reading.provider == nil && labels.service.fit(reading.text) >= 0.95
  }

  /// Whether its header asks for what a services grid asks for.
  private func asksForServices(_ table: Table, below header: Range<Int>?) -> Bool {
    guard let header, header.upperBound < table.rowCount else { return false }
    let roles = Set(
      headers(of: table, rows: header).compactMap {
        labels.service.matches($0).first.flatMap { $0.score >= 0.5 ? $0.role : nil }
      })
    let hasDose = roles.contains(where: \.isDose)
    let hasPlan = !roles.isDisjoint(with: [.location, .start, .end, .dates, .provider])
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
    return roles.count >= 3 && hasDose && hasPlan && others.isEmpty
      || (roles.contains(.service) && hasDose && roles.count >= 2 && others.isEmpty)
      || (roles.intersection(Self.totals).count >= 2 && namesServices(table, below: header.upperBound))
  }

  /// The header again, perhaps with the name of the next group of services in place of its first label.
  private func repeatsHeader(_ row: [String], _ header: [String]) -> Bool {
    guard row != header else { return true }
    // A page's end may have cut a label.
    let same = zip(row, header).dropFirst().filter { $0 == $1 }.count
    return row.count == header.count && row.count >= 4 && same + 2 >= row.count
  }

  private static let totals: Set<ServiceRole> = [
    .directTotal, .indirectTotal, .generalEducationTotal, .specialEducationTotal,
  ]

  /// A matrix: services down the side, settings or deliveries across.
  private func namesServices(_ table: Table, below first: Int) -> Bool {
    let heads = (first..<table.rowCount).compactMap { row in
      table.cells(startingIn: row).first { $0.column == 0 && !$0.isEmpty }
    }
    let known = heads.filter { values.read($0.text).service != nil }
    return !known.isEmpty && known.count * 2 >= heads.count
  }

  func headers(of table: Table, rows: Range<Int>) -> [String] {
    (0..<table.columnCount).map { column in
      var parts: [String] = []
      for row in rows {
        for cell in table.row(row)
        where cell.column <= column && column < cell.column + cell.columnSpan && max(cell.row, rows.lowerBound) == row {
          if !cell.isEmpty {
            let isBroken = labels.service.fit(cell.text) < 0.8 && labels.service.fit(cell.tightText) >= 0.9
            parts.append(isBroken ? cell.tightText : cell.text)
          }
        }
      }
      return parts.joined(separator: " ")
    }
  }

  private func isValue(_ cell: Cell) -> Bool {
    let reading = values.read(cell.text)
    return reading.isDate
      || (reading.hasMinutes && reading.hasPeriod && reading.number == nil && reading.text.contains(where: \.isNumber))
  }

  /// Reads a table of its own, or one that goes on from `previous`.
  func read(_ table: Table, context: ServiceContext, continuing previous: Signature?) -> Result? {
    let printed = headerRows(of: table)
    if printed == nil, let previous, fits(table, previous) {
      return rows(
        of: table, from: 0, columns: previous.columns, ticks: previous.ticks, counts: previous.counts,
        context: previous.context, isContinued: true)
    }
    // Without a header the values alone say what the columns are.
    guard printed != nil || statesServices(table, below: nil) else { return nil }
    let header = printed ?? 0..<0
    var context = printed == nil ? previous?.context ?? context : context
    let base = context
    if let previous, printed != nil, table.page == previous.page + 1, context == previous.base,
      headers(of: table, rows: header) == previous.printed
    {
      // The header again on the next page: the group of the last rows goes on.
      context = previous.context
    }
    for row in 0..<header.lowerBound {
      if let band = table.row(row).first(where: { !$0.isEmpty }) {
        context = context.under(band.text, vocabulary: values.vocabulary, isBand: true)
      }
    }
    let headers = headers(of: table, rows: header).map { key.spelledOut(header: $0, labels: labels.service) }
    context = context.under(header: headers, vocabulary: values.vocabulary)
    let body = (header.upperBound..<table.rowCount).filter { band(of: table, row: $0) == nil }
    let rows = body.prefix(30).flatMap { row -> [[Cell?]] in
      let whole = (0..<table.columnCount).map { cell(of: table, row: row, column: $0) }
      return LineAlignedRow.split(whole, values: values) ?? [whole]
    }
    let readings = (0..<table.columnCount).map { column in
      let texts = rows.compactMap { $0[column].map(wholeDate) }
      return key.spelledOut(column: texts, vocabulary: values.vocabulary).map(values.read)
    }
    var columns = ColumnTyping(labels: labels.service).columns(headers: headers, values: readings)
    let ticks = TickColumn.columns(
      of: table, header: header, labels: labels.service, vocabulary: values.vocabulary, key: key)
    let counts = CountColumns.periods(of: table, header: header, labels: labels.service)
    for column in ticks.keys { columns[column].role = nil }
    for column in counts.keys { columns[column].role = nil }
    for column in settingColumns(columns, readings) { columns[column].role = .settingTotal }
    var result = self.rows(
      of: table, from: header.upperBound, columns: columns, ticks: ticks.filter { counts[$0.key] == nil },
      counts: counts, context: context, isContinued: false)
    result.signature.printed = self.headers(of: table, rows: header)
    result.signature.page = table.page
    result.signature.base = base
    return result
  }

  /// What a table of one row says further of the service in the table right above it: "Provided by | Begins | Ends".
  func supplement(_ table: Table, to candidate: ServiceCandidate) -> ServiceCandidate? {
    guard table.rowCount == 2, let header = headerRows(of: table), header == 0..<1 else { return nil }
    let headers = headers(of: table, rows: header)
    let readings = (0..<table.columnCount).map { column in
      cell(of: table, row: 1, column: column).map { [values.read(Ticks.text(of: $0))] } ?? []
    }
    let columns = ColumnTyping(labels: labels.service).columns(headers: headers, values: readings)
    let roles = Set(columns.compactMap(\.role))
    let known = Set(candidate.parts.filter { !CellReading.isBlank($0.text) }.map(\.role))
    guard !roles.contains(.service), roles.count >= 2, roles.isDisjoint(with: known) else { return nil }
    var whole = candidate
    whole.asked.formUnion(roles)
    for (index, column) in columns.enumerated() {
      guard let role = column.role, let cell = cell(of: table, row: 1, column: index) else { continue }
      whole.parts.append(
        ServiceCandidate.Part(
          role: role, label: column.header, text: text(of: cell, as: role), place: cell.place,
          certainty: column.certainty))
    }
    return whole
  }

  /// "Total minutes per week" at the foot of a table.
  private static func isSum(_ text: String) -> Bool {
    ["total", "totals", "sum", "subtotal"].contains(LabelTokens.of(text).first ?? "")
  }

  /// A cell's text, with the words whole that a narrow column broke where only then it says what the column asks for.
  private func text(of cell: Cell, as role: ServiceRole) -> String {
    let text = Ticks.text(of: cell)
    guard cell.lines.count > 1, values.read(text).support(role) < 0.9 else { return text }
    return values.read(cell.tightText).support(role) >= 0.95 ? cell.tightText : text
  }

  /// A cell's text; "11/23/202" over "6" is a date.
  private func wholeDate(of cell: Cell) -> String {
    let text = Ticks.text(of: cell)
    guard cell.lines.count > 1, !values.read(text).isDate, values.read(cell.tightText).date != nil else { return text }
    return cell.tightText
  }

  /// Beside columns of minutes for each setting, those for settings of another kind: "Community", "Therapy room".
  private func settingColumns(_ columns: [ColumnTyping.Column], _ readings: [[CellReading]]) -> [Int] {
    guard columns.contains(where: { $0.role == .generalEducationTotal || $0.role == .specialEducationTotal }) else {
      return []
    }
    return columns.indices.filter { index in
      columns[index].role == nil && values.vocabulary.locationCode(of: columns[index].header) != nil
        && readings[index].allSatisfy { $0.number != nil || $0.isBlank }
    }
  }

  private func fits(_ table: Table, _ signature: Signature) -> Bool {
    guard table.columnCount == signature.edges.count else { return false }
    let edges = columnEdges(of: table)
    return zip(edges, signature.edges).allSatisfy { abs($0.0 - $1.0) < 6 && abs($0.1 - $1.1) < 6 }
  }

  private func columnEdges(of table: Table) -> [(Double, Double)] {
    (0..<table.columnCount).map { column in
      let starts = table.cells.filter { $0.column == column }.map(\.box.x0)
      let ends = table.cells.filter { $0.column + $0.columnSpan - 1 == column }.map(\.box.x1)
      return (starts.min() ?? 0, ends.max() ?? 0)
    }
  }

  private func cell(of table: Table, row: Int, column: Int) -> Cell? {
    table.row(row).first { $0.column <= column && column < $0.column + $0.columnSpan }
  }

  /// The text of a row that is a heading over those that follow: one cell filled, across columns or alone.
  private func band(of table: Table, row: Int) -> Cell? {
    let filled = table.row(row).filter { !$0.isEmpty && $0.row == row }
    guard filled.count == 1, let only = filled.first else { return nil }
    if table.row(row).contains(where: { $0.row < row && !$0.isEmpty }) { return nil }
    if only.columnSpan * 2 > table.columnCount { return only }
    guard only.column == 0 else { return nil }
    let isHeading = values.vocabulary.category(ofHeading: only.text) != nil
    return isHeading && (only.isBold || only.text == only.text.uppercased() || only.text.hasSuffix(":")) ? only : nil
  }

  /// A fact that a row across the columns gives of the service above it.
  private func remark(_ band: Cell) -> ServiceCandidate.Part? {
    let text = band.text
    if values.dates.span(text) != nil {
      return ServiceCandidate.Part(role: .dates, label: "", text: text, place: band.place, certainty: 0.9)
    }
    let halves = text.split(separator: ":", maxSplits: 1).map { String($0).trimmingBlanks }
    let roles: Set<ServiceRole> = [.provider, .location, .dates, .grouping, .delivery, .goals]
    guard halves.count == 2, let role = labels.service.exact(halves[0]).first(where: roles.contains),
      values.read(halves[1]).support(role) >= 0.35
    else { return nil }
    return ServiceCandidate.Part(role: role, label: halves[0], text: halves[1], place: band.place, certainty: 0.9)
  }

  /// The number of a goal that a row holds across the columns, over the services for it.
  private func goalAcross(_ table: Table, row: Int, columns: Int) -> String? {
    let filled = table.cells(startingIn: row).filter { !$0.isEmpty }
    guard filled.count == 2, filled[0].columnSpan == 1, filled[1].columnSpan * 3 >= columns * 2,
      filled[1].text.utf8.count > 60, Int(filled[0].text.trimmingBlanks).map({ (1...40).contains($0) }) ?? false
    else { return nil }
    return filled[0].text.trimmingBlanks
  }

  /// What a row says in columns that nobody knew.
  private func unread(_ texts: [String], columns: [ColumnTyping.Column], besides known: Set<Int>) -> Set<LineDoubt> {
    var doubts: Set<LineDoubt> = []
    for (index, text) in texts.enumerated()
    where columns[index].role == nil && !known.contains(index) && !CellReading.isBlank(text) {
      let reading = values.read(text)
      if reading.number != nil || reading.isAmount {
        doubts.insert(.unreadAmount)
      } else if reading.namesNothing, text.utf8.count > 3 {
        doubts.insert(.unreadText)
      }
    }
    return doubts
  }

  private func rows(
    of table: Table, from first: Int, columns: [ColumnTyping.Column], ticks: [Int: TickColumn], counts: [Int: String],
    context: ServiceContext, isContinued: Bool
  ) -> Result {
    var context = context
    var candidates: [ServiceCandidate] = []
    var continuesRow = false
    let asked = Set(columns.compactMap(\.role)).union(ticks.values.map(\.role)).union(counts.isEmpty ? [] : [.sessions])
    let headerTexts = columns.map(\.header)
    // Where no column names the service, the band right over its row does.
    let namesInBands = !asked.contains(.service)
    var name: Cell?
    var named = context
    for row in first..<table.rowCount {
      if let band = band(of: table, row: row) {
        // "PROVIDER: SPECIAL EDUCATION TEACHER", "20-Jan-2026 to 19-Jan-2027" below a row says more of it.
        if let more = remark(band), var last = candidates.last,
          !last.parts.contains(where: { $0.role == more.role && !CellReading.isBlank($0.text) })
        {
          last.parts.append(more)
          candidates[candidates.count - 1] = last
          continue
        }
        if namesInBands, row + 1 < table.rowCount, self.band(of: table, row: row + 1) == nil {
          name = band
          named = context.naming(band.text, vocabulary: values.vocabulary)
        } else if band.text.utf8.count < 120 {
          name = nil
          context = context.under(band.text, vocabulary: values.vocabulary, isBand: true)
        }
        continue
      }
      if let goal = goalAcross(table, row: row, columns: columns.count) {
        context.goal = goal
        continue
      }
      let whole = (0..<columns.count).map { cell(of: table, row: row, column: $0) }
      for cells in LineAlignedRow.split(whole, values: values) ?? [whole] {
        let texts = cells.map { $0.map(Ticks.text) ?? "" }
        if texts.allSatisfy(CellReading.isBlank) { continue }
        let labelsAgain = zip(texts, headerTexts).filter {
          !$0.0.isEmpty && LabelTokens.of($0.0) == LabelTokens.of($0.1)
        }
        .count
        if labelsAgain >= 2 {
          if let group = texts.first, group != headerTexts.first, values.vocabulary.category(ofHeading: group) != nil {
            context = context.under(group, vocabulary: values.vocabulary, isBand: true)
          }
          continue
        }
        var parts: [ServiceCandidate.Part] = []
        var seen: Set<Int> = []
        for (index, column) in columns.enumerated() {
          guard let role = column.role, let cell = cells[index] else { continue }
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
          // A cell across several columns is read once, for the column in which it begins.
          let key = cell.row * 1000 + cell.column
          if cell.columnSpan > 1, !seen.insert(key).inserted { continue }
          parts.append(
            ServiceCandidate.Part(
              role: role, label: column.header,
              text: TickColumn.chosen(in: cell, header: column.header) ?? self.text(of: cell, as: role),
              place: cell.place, certainty: column.certainty))
        }
        for (index, period) in counts.sorted(by: { $0.key < $1.key }) {
          guard let cell = cells[index], Rational(parsing: cell.text) != nil else { continue }
          for (role, text) in [(ServiceRole.sessions, cell.text), (.period, period)] {
            parts.append(ServiceCandidate.Part(role: role, label: "", text: text, place: cell.place, certainty: 0.95))
          }
        }
        for (index, tick) in ticks.sorted(by: { $0.key < $1.key }) {
          guard let cell = cells[index], TickColumn.isTicked(cell.text),
            !parts.contains(where: { $0.role == tick.role && !CellReading.isBlank($0.text) })
          else { continue }
          parts.append(
            ServiceCandidate.Part(role: tick.role, label: "", text: tick.meaning, place: cell.place, certainty: 0.9))
        }
        if let name {
          parts.append(
            ServiceCandidate.Part(role: .service, label: "", text: name.text, place: name.place, certainty: 0.95))
        }
        var candidate = ServiceCandidate(parts: parts, context: name == nil ? context : named, asked: asked)
        candidate.doubts = unread(texts, columns: columns, besides: Set(ticks.keys).union(counts.keys))
        if let name = candidate.text(.service), Self.isSum(name) { continue }
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
    if candidates.contains(where: { !$0.namesOnlyService }), asked.contains(where: \.isDose), asked.count >= 4 {
      candidates.removeAll(where: \.namesOnlyService)
    }
    let known = candidates.filter { $0.text(.service).flatMap { values.vocabulary.serviceCode(of: $0) } != nil }.count
    let company = candidates.isEmpty ? 0 : Double(known) / Double(candidates.count)
    for index in candidates.indices { candidates[index].company = company }
    return Result(
      candidates: candidates,
      signature: Signature(
        columns: columns, ticks: ticks, counts: counts, edges: columnEdges(of: table), context: context),
      continuesRow: continuesRow)
  }
}

extension ServiceCandidate {
  /// Nothing stands in it but a service's name.
  fileprivate var namesOnlyService: Bool {
    let filled = parts.filter { !CellReading.isBlank($0.text) }
    return filled.count == 1 && filled[0].role == .service
  }

  /// Takes the texts of a row that goes on this one.
  mutating func append(_ other: ServiceCandidate) {
    doubts.formUnion(other.doubts)
    for part in other.parts where !part.text.isEmpty {
      if let index = parts.firstIndex(where: { $0.role == part.role }) {
        parts[index].text = Unwrapping.join([parts[index].text, part.text])
        if parts[index].place.page == part.place.page, let a = parts[index].place.box, let b = part.place.box {
          parts[index].place.box = a.union(b)
        }
      } else {
        parts.append(part)
      }
    }
  }
}
