import IEPModel

/// Goes through the rows of a services table: bands change what holds for the rows below or say more of the one above,
/// and every other row is a line of services or goes on the one before it.
struct ServiceRowsReading {
  private let table: Table
  private let first: Int
  private let rows: ServiceRows
  private let isContinued: Bool
  private let asked: Set<ServiceRole>
  private let headerTexts: [String]
  /// The labels of bands that head groups of rows.
  private let headings: Set<String>
  /// Where no column names the service, the band right over its row does.
  private let namesInBands: Bool

  private(set) var context: ServiceContext
  /// What the band over the row says, where that names the service.
  private(set) var name: ServiceHeading?
  private(set) var candidates: [ServiceCandidate] = []
  /// The first row is the rest of the last one of the page before.
  private(set) var continuesRow = false
  /// The context of rows whose band names their service.
  private var named: ServiceContext
  /// "Extended school year" right over "Related services": the groups that follow are parts of it.
  private var partsYear = false

  private var bands: ServiceBands { rows.bands }
  private var vocabulary: Vocabulary { rows.values.vocabulary }

  init(
    of table: Table, from first: Int, by rows: ServiceRows, context: ServiceContext, heading: ServiceHeading?,
    isContinued: Bool
  ) {
    (self.table, self.first, self.rows, self.isContinued) = (table, first, rows, isContinued)
    asked = rows.asked
    headerTexts = rows.columns.map(\.header)
    headings = rows.bands.headings(of: table, from: first, under: headerTexts)
    namesInBands = !asked.contains(.service) && !rows.namesInProviders(table, from: first)
    let name = namesInBands ? heading : nil
    self.name = name
    self.context = context
    named = name.map { context.naming($0.service.text, vocabulary: rows.values.vocabulary) } ?? context
  }

  mutating func take(_ row: Int) {
    if let band = bands.band(of: table, row: row) { return take(band, in: row) }
    if let goal = bands.goalAcross(table, row: row, columns: rows.columns.count) {
      context.goal = goal
      return
    }
    let whole = (0..<rows.columns.count).map { table.cell(row: row, column: $0) }
    for cells in LineAlignedRow.rows(whole, values: rows.values) { take(cells) }
  }

  private mutating func take(_ band: Cell, in row: Int) {
    if addFacts(of: band) { return }
    if let group = DatedGroup(band.text, values: rows.values) {
      context = context.under(group, vocabulary: vocabulary)
      return
    }
    if let below = bands.groupedContext(context, under: band) {
      context = below
      return
    }
    if let label = bands.label(of: band), headings.contains(label), let below = bands.context(context, under: band) {
      context = below
      return
    }
    if addRemark(of: band) { return }
    // At a page's end its rows stand on the next.
    let isOverRows =
      row + 1 < table.rowCount
      ? bands.band(of: table, row: row + 1) == nil : !vocabulary.isCategory(band.text)
    if namesInBands, isOverRows {
      let heading = ServiceHeading(band, asksProvider: asked.contains(.provider), values: rows.values)
      name = heading
      named = context.naming(heading.service.text, vocabulary: vocabulary)
    } else if band.text.utf8.count < 120 {
      name = nil
      let above = row > first ? bands.band(of: table, row: row - 1) : nil
      context = context.under(band.text, rightBelow: above?.text ?? "", vocabulary: vocabulary)
      if let above, above.text.namesExtendedYear { partsYear = true }
      if partsYear { context.extendedSchoolYear = true }
    }
  }

  /// Labelled facts or an amount below a row: they are that row's.
  private mutating func addFacts(of band: Cell) -> Bool {
    let facts = bands.facts(band)
    let told = facts.isEmpty && !asked.contains(where: \.isDose) ? bands.amount(band) : facts
    guard !told.isEmpty, var last = candidates.popLast() else { return false }
    last.parts += told.filter { !last.says($0.role) }
    last.asked.formUnion(told.map(\.role))
    candidates.append(last)
    return true
  }

  /// "PROVIDER: SPECIAL EDUCATION TEACHER", "20-Jan-2026 to 19-Jan-2027" below a row says more of it.
  private mutating func addRemark(of band: Cell) -> Bool {
    guard let more = bands.remark(band), let last = candidates.indices.last, !candidates[last].says(more.role) else {
      return false
    }
    candidates[last].parts.append(more)
    if !candidates[last].asked.contains(.grouping), let size = bands.grouping(behind: more) {
      candidates[last].parts.append(size)
    }
    return true
  }

  private mutating func take(_ cells: [Cell?]) {
    let texts = cells.map { $0.map(Ticks.text) ?? "" }
    if texts.allSatisfy(CellReading.isBlank) { return }
    // "Total minutes" across the kind and the service.
    if let first = cells.compactMap({ $0 }).first(where: { !$0.isEmpty }), first.columnSpan > 1,
      SumRow.isSum(first.text)
    {
      return
    }
    if let group = bands.group(repeating: headerTexts, in: texts) {
      if !group.isEmpty { context = context.under(group, vocabulary: vocabulary, isBand: true) }
      return
    }
    var candidate = ServiceCandidate(
      parts: rows.parts(of: cells, asked: asked, name: name), context: name == nil ? context : named, asked: asked)
    candidate.doubts = rows.unread(texts)
    candidate.addsGoals = rows.columns.contains { $0.role == .goals && GoalNumbers.comeBeside($0.header) }
    // Rows of goals that go on below services have their columns and are none.
    if let name = candidate.text(.service), SumRow.isSum(name) || GoalParagraph.looksLikeGoal(name) { return }
    guard goesOnAbove(candidate) else {
      candidates.append(candidate)
      return
    }
    if let last = candidates.indices.last {
      candidates[last].append(candidate)
    } else {
      continuesRow = isContinued
      candidates.append(candidate)
    }
  }

  /// A row without a service goes on the one above: a cell that ran over the page's end, or wrapped lines.
  private func goesOnAbove(_ candidate: ServiceCandidate) -> Bool {
    let filled = candidate.parts.count { !CellReading.isBlank($0.text) }
    return (candidate.text(.service).map(CellReading.isBlank) ?? true) && asked.contains(.service)
      && filled < max(2, candidate.parts.count - 1)
  }
}

extension ServiceCandidate {
  /// One of its parts says something under the role.
  fileprivate func says(_ role: ServiceRole) -> Bool {
    parts.contains { $0.role == role && !CellReading.isBlank($0.text) }
  }
}
