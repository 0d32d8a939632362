import IEPModel

/// Reads tables with a header row and a line of services in each row below, ruled or aligned.
struct ServiceTableReader: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders
  /// What the form's codes stand for.
  var key = CodeKey([])

  struct Result: Sendable {
    var candidates: [ServiceCandidate]
    var signature: Signature
    /// The first row went on a row of the page before.
    var continuesRow = false
  }

  var header: ServiceTableHeader { ServiceTableHeader(labels: labels, values: values) }
  var recognizer: ServiceTableRecognizer { ServiceTableRecognizer(labels: labels, values: values) }
  var bands: ServiceBands { ServiceBands(labels: labels, values: values) }
  private var cellTexts: ServiceCells { ServiceCells(values: values) }

  /// Reads a table of its own, or one that goes on from `previous`.
  func read(_ table: Table, context: ServiceContext, continuing previous: Signature?) -> Result? {
    var printed = header.rows(of: table)
    if let previous, previous.isAnswered(by: table) { printed = nil }
    if printed == nil, let previous, !previous.awaitsRows,
      let table = previous.fits(table)
        ? table : previous.regrouped(table) ?? TwoLineCells(reader: self).goingOn(table, from: previous)
    {
      return ServiceRows(
        labels: labels, values: values, key: key, columns: previous.columns, ticks: previous.ticks,
        counts: previous.counts,
        days: previous.days
      ).read(table, from: 0, context: previous.context, heading: previous.heading, isContinued: true)
    }
    // Its header stands at the end of the page before.
    let headed = printed == nil ? previous.flatMap { $0.awaitsRows && $0.fits(table) ? $0.printed : nil } : nil
    let rest = headed == nil ? [:] : Self.restOfLabels(at: table)
    // What asks for ticks or figures is told by cells, not by words alone: the header goes over its rows again.
    if headed != nil, rest.isEmpty, let previous, let head = previous.head {
      return read(head.over(table), context: previous.context, continuing: nil)
    }
    // Without a header the values alone say what the columns are.
    guard printed != nil || headed != nil || recognizer.statesServices(table, below: nil) else { return nil }
    let header = printed ?? 0..<(rest.isEmpty ? 0 : 1)
    var labelled = headed ?? self.header.texts(of: table, rows: header)
    for (column, words) in rest where labelled.indices.contains(column) { labelled[column] += " " + words }
    var context = printed == nil ? previous?.context ?? context : context
    let base = context
    let isRepeated = printed != nil && previous.map { table.page == $0.page + 1 && labelled == $0.printed } ?? false
    if let previous, isRepeated, context == previous.base {
      // The header again on the next page: the group of the last rows goes on.
      context = previous.context
    }
    for row in 0..<header.lowerBound {
      if let band = bands.band(of: table, row: row), let group = DatedGroup(band.text, values: values) {
        context = context.under(group, vocabulary: values.vocabulary)
      } else if let band = bands.band(of: table, row: row),
        let below = bands.groupedContext(context, under: band) ?? bands.context(context, under: band)
      {
        context = below
      } else if let band = table.row(row).first(where: { !$0.isEmpty }) {
        context = context.under(band.text, vocabulary: values.vocabulary, isBand: true)
      }
    }
    let headers = labelled.map { key.spelledOut(header: $0, labels: labels.service) }
    context = context.under(header: headers, vocabulary: values.vocabulary)
    if let group = headers.first,
      isRegrouped(table, below: header, as: headers) || self.header.group(of: table, header: header.lowerBound) != nil
    {
      context = context.under(group, vocabulary: values.vocabulary, isBand: true)
    }
    let body = (header.upperBound..<table.rowCount).filter { row in
      bands.band(of: table, row: row) == nil && !repeats(headers, row: row, of: table)
        && !Self.isBlank(row, of: table)
        && !(table.row(row).first { !$0.isEmpty }.map { $0.columnSpan > 1 && SumRow.isSum($0.text) } ?? false)
    }
    // Nothing but headings of groups below the labels: the rows stand on the next page.
    if printed != nil, body.isEmpty, headerAlone(table, context: context) != nil { return nil }
    let rows = body.prefix(30).flatMap { row -> [[Cell?]] in
      let whole = (0..<table.columnCount).map { table.cell(row: row, column: $0) }
      return LineAlignedRow.rows(whole, values: values)
    }
    let unsupported = headers.indices.filter { UnsupportedTime.isToldBy(headers[$0]) }
    let readings = (0..<table.columnCount).map { column in
      if unsupported.contains(column) { return [CellReading]() }
      let texts = rows.compactMap { row in
        row[column].flatMap { Self.isAcross($0, below: header, of: table) ? nil : cellTexts.wholeDate(of: $0) }
      }
      // "G1" under "Goal" is that goal, whatever stands beside it in the goals' own table.
      let namesGoals =
        labels.service.exact(headers[column]).first == .goals
        && texts.allSatisfy { CellReading.isBlank($0) || $0 == headers[column] || !GoalNumbers.read($0).isEmpty }
      return
        (namesGoals
        ? texts
        : key.spelledOut(
          column: texts, under: headers[column], among: headers, vocabulary: values.vocabulary)).map(values.read)
    }
    let ticks = TickColumn.columns(
      of: table, header: header, labels: labels.service, vocabulary: values.vocabulary, key: key)
    // A column for ticks in which none stands is not the one that asks for the place in words.
    let unticked = ticks.keys.filter { column in
      !table.cells.contains { cell in
        cell.column == column && cell.columnSpan == 1 && cell.row >= header.upperBound && !cell.isEmpty
      }
    }
    let untyped = Set(unsupported).union(unticked)
    var columns = ColumnTyping(labels: labels.service).columns(
      headers: headers.enumerated().map { untyped.contains($0.offset) ? "" : $0.element },
      values: readings.enumerated().map { unticked.contains($0.offset) ? [] : $0.element })
    for column in unticked { columns[column].header = headers[column] }
    for column in unsupported { columns[column].role = nil }
    // "Justification: writing group needs a quiet place" names no service.
    for column in columns.indices where columns[column].role == .service && Self.asksWhy(headers[column]) {
      columns[column].role = nil
    }
    let counts = CountColumns.periods(of: table, header: header, labels: labels.service)
    let days = DayColumns.columns(of: table, header: header)
    for column in ticks.keys { columns[column].role = nil }
    for column in days { columns[column].role = nil }
    for column in counts.keys { columns[column].role = nil }
    for column in settingColumns(columns, readings) { columns[column].role = .settingTotal }
    for column in GroupColumns(values: values).columns(columns, readings) { columns[column].role = .settingTotal }
    if days.isEmpty, let column = wholeAmounts(columns, readings) { columns[column].role = .dose }
    for column in unsupported { columns[column].header = headers[column] }
    if MarginGroups.stand(in: table, below: header, columns: columns, vocabulary: values.vocabulary) {
      (columns[0].role, columns[0].certainty) = (.category, 1)
    } else if let column = MarginGroups.kinds(
      in: table, below: header, columns: columns, vocabulary: values.vocabulary)
    {
      (columns[column].role, columns[column].certainty) = (.category, 1)
    }
    let reader = ServiceRows(
      labels: labels, values: values, key: key, columns: columns, ticks: ticks.filter { counts[$0.key] == nil },
      counts: counts,
      // Beside a column for the whole week the days say no more.
      days: columns.contains { $0.role?.isDose ?? false } ? 0..<0 : days)
    let isRest =
      isRepeated && rows.first.map { self.isRest($0, columns: columns, below: rows.dropFirst(), of: table) } ?? false
    var result = reader.read(
      table, from: header.upperBound, context: context, heading: isRepeated || printed == nil ? previous?.heading : nil,
      isContinued: false)
    result.continuesRow = isRest
    result.signature.printed = labelled
    result.signature.page = table.page
    result.signature.base = base
    return result
  }

  /// The labels again over further rows: "In General Ed" is no place of the column of that name.
  private func repeats(_ headers: [String], row: Int, of table: Table) -> Bool {
    let texts = headers.indices.map { table.cell(row: row, column: $0)?.text ?? "" }
    return texts.count(where: { !$0.isEmpty }) >= 4 && bands.group(repeating: headers, in: texts) != nil
  }

  private static func isBlank(_ row: Int, of table: Table) -> Bool { table.row(row).allSatisfy(\.isEmpty) }

  /// "2 units", "1 x": a figure and what it counts, of which the rest was left out.
  private static func counts(_ reading: CellReading) -> Bool {
    reading.text.first?.isNumber == true && reading.text.utf8.count <= 12 && reading.namesNothing
      && reading.service == nil
  }

  /// A cell across all columns below one heading tells what none of them asks for.
  private static func isAcross(_ cell: Cell, below header: Range<Int>, of table: Table) -> Bool {
    cell.columnSpan > 2
      && table.cells.contains {
        header.contains($0.row) && $0.column == cell.column && $0.columnSpan == cell.columnSpan
      }
  }

  private static func asksWhy(_ header: String) -> Bool {
    !Set(LabelTokens.words(header)).isDisjoint(with: [
      "justification", "rationale", "explanation", "reason", "reasons", "why",
    ])
  }

  /// "Cycle" at a page's head, the end of the label "Frequency and duration / per" that the page's end cut.
  /// - Returns: words by their column; empty where the first row is one of services.
  private static func restOfLabels(at table: Table) -> [Int: String] {
    let cells = table.cells(startingIn: 0).filter { !$0.isEmpty }
    guard cells.count <= 2, cells.count * 3 <= table.columnCount, table.rowCount > 1,
      cells.allSatisfy({ $0.columnSpan == 1 && $0.text.utf8.count < 24 && !$0.text.contains(where: \.isNumber) })
    else { return [:] }
    return Dictionary(cells.map { ($0.column, $0.text) }, uniquingKeysWith: { $0 + " " + $1 })
  }

  /// The rest of a row that the page's end parted, below the repeated header: it lacks the dates and all figures that
  /// the rows around it have.
  private func isRest(
    _ row: [Cell?], columns: [ColumnTyping.Column], below others: ArraySlice<[Cell?]>, of table: Table
  ) -> Bool {
    let asked = columns.indices.filter { index in
      columns[index].role.map { Self.neverWraps.contains($0) } ?? false
    }
    func isBlank(_ row: [Cell?], _ column: Int) -> Bool { CellReading.isBlank(row[column]?.text ?? "") }
    // A box to tick begins a row of its own.
    if let words = row.first??.lines.first?.words, words.count == 1, Ticks.isTick(words[0]) { return false }
    return asked.count >= 2 && asked.allSatisfy { isBlank(row, $0) } && !others.isEmpty
      && others.allSatisfy { other in asked.contains { !isBlank(other, $0) } }
      && row.contains { !($0?.isEmpty ?? true) }
  }

  private static let neverWraps: Set<ServiceRole> = [
    .start, .end, .dates, .amount, .dose, .total, .directTotal, .indirectTotal, .generalEducationTotal,
    .specialEducationTotal, .settingTotal,
  ]

  /// A header of a services grid without any row below it but headings of groups and rows left blank, at the end of a
  /// page.
  func headerAlone(_ table: Table, context: ServiceContext) -> Signature? {
    guard let rows = header.rows(of: table),
      case let filled = (rows.upperBound..<table.rowCount).filter({ !Self.isBlank($0, of: table) }),
      case let below = filled.map({ bands.band(of: table, row: $0) }), !below.contains(where: { $0 == nil })
    else { return nil }
    let texts = header.texts(of: table, rows: rows)
    // "Amount per 6-day cycle": an amount's label may go on with its period.
    let roles = Set(
      texts.compactMap { text in
        labels.service.matches(text).first.flatMap { match in
          match.score >= (match.role.isDose || match.role == .service ? 0.6 : 0.7) ? match.role : nil
        }
      })
    guard roles.contains(.service), roles.contains(where: \.isDose), roles.count >= 3 else { return nil }
    let over = (0..<rows.lowerBound).map { bands.band(of: table, row: $0) }
    let group = (over + below).compactMap { $0 }.reduce(context) {
      $0.under($1.text, vocabulary: values.vocabulary, isBand: true)
    }
    return Signature(
      columns: [], printed: texts, page: table.page, base: context, edges: table.columnEdges, context: group,
      head: table.rows(rows))
  }

  /// The header comes again with another group in place of its first label, which therefore is a group's name itself.
  private func isRegrouped(_ table: Table, below header: Range<Int>, as headers: [String]) -> Bool {
    (header.upperBound..<table.rowCount).contains { row in
      let texts = (0..<table.columnCount).map { table.cell(row: row, column: $0)?.text ?? "" }
      return bands.group(repeating: headers, in: texts).map { !$0.isEmpty } ?? false
    }
  }

  /// What a table of one row says further of the service in the table right above it: "Provided by | Begins | Ends".
  func supplement(_ table: Table, to candidate: ServiceCandidate) -> ServiceCandidate? {
    guard table.rowCount == 2, let header = self.header.rows(of: table), header == 0..<1 else { return nil }
    let headers = self.header.texts(of: table, rows: header)
    let readings = (0..<table.columnCount).map { column in
      table.cell(row: 1, column: column).map { [values.read(Ticks.text(of: $0))] } ?? []
    }
    let columns = ColumnTyping(labels: labels.service).columns(headers: headers, values: readings)
    let roles = Set(columns.compactMap(\.role))
    let known = Set(candidate.parts.filter { !CellReading.isBlank($0.text) }.map(\.role))
    guard !roles.contains(.service), roles.count >= 2, roles.isDisjoint(with: known) else { return nil }
    var whole = candidate
    whole.asked.formUnion(roles)
    for (index, column) in columns.enumerated() {
      guard let role = column.role, let cell = table.cell(row: 1, column: index) else { continue }
      whole.parts.append(
        ServiceCandidate.Part(
          role: role, label: column.header, text: cellTexts.text(of: cell, as: role), place: cell.place,
          certainty: column.certainty))
    }
    return whole
  }

  /// "How much, how, where" over "20 min, 2x/wk, gym": where no column asks for amounts, the one whose values say them.
  private func wholeAmounts(_ columns: [ColumnTyping.Column], _ readings: [[CellReading]]) -> Int? {
    guard !columns.contains(where: { $0.role?.isDose ?? false }) else { return nil }
    return columns.indices.first { index in
      let filled = readings[index].filter { !$0.isBlank }
      return columns[index].role != .service && filled.count { $0.hasMinutes && $0.hasPeriod } * 2 > filled.count
    }
  }

  /// Beside columns of minutes for each setting, those for settings of another kind: "Community", "Therapy room".
  private func settingColumns(_ columns: [ColumnTyping.Column], _ readings: [[CellReading]]) -> [Int] {
    guard columns.contains(where: { $0.role == .generalEducationTotal || $0.role == .specialEducationTotal }) else {
      return SettingColumns(values: values).columns(columns, readings)
    }
    return columns.indices.filter { index in
      let filled = readings[index].filter {
        // The header may come again over further rows.
        !$0.isBlank && !columns[index].header.contains($0.text)
      }
      // "Around the building" over "30/mo" asks for no frequency.
      let isPlace =
        columns[index].role == .frequency && values.vocabulary.locationCode(of: columns[index].header) != nil
        && filled.allSatisfy { $0.text.first?.isNumber == true }
      if isPlace { return true }
      guard [nil, .total, .amount, .dose, .location].contains(columns[index].role) else { return false }
      // "60 (playground)" under "Elsewhere": each amount with its place.
      if filled.contains(where: { AmountAndPlace($0.text, values: values) != nil }),
        filled.allSatisfy({ $0.text.first?.isNumber == true })
      {
        return true
      }
      // A place in the header over figures is no column of places.
      let header = columns[index].header
      let isSetting =
        CandidateLocation(values: values).setting(inHeader: header) != nil
        || columns[index].role == nil && !filled.isEmpty && values.vocabulary.likelyLocation(of: header) != nil
      return isSetting
        && filled.allSatisfy { SettingColumns.holdsAmount($0) || $0.isCountOfMinutes || Self.counts($0) }
    }
  }
}
