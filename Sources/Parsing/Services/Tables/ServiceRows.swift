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

  var bands: ServiceBands { ServiceBands(labels: labels, values: values) }

  /// What the columns ask for, those of ticks, counts and days among it.
  var asked: Set<ServiceRole> {
    Set(columns.compactMap(\.role)).union(ticks.values.map(\.role)).union(counts.isEmpty ? [] : [.sessions])
      .union(days.isEmpty ? [] : [.dose])
  }

  /// - Parameters:
  ///   - heading: what names the services of the first rows, from the page before.
  ///   - isContinued: the table goes on from the page before, so that its first row may be the rest of a row.
  func read(
    _ table: Table, from first: Int, context: ServiceContext, heading: ServiceHeading? = nil, isContinued: Bool
  ) -> ServiceTableReader.Result {
    var reading = ServiceRowsReading(
      of: table, from: first, by: self, context: context, heading: heading, isContinued: isContinued)
    for row in first..<table.rowCount { reading.take(row) }
    var candidates = reading.candidates
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
        columns: columns, ticks: ticks, counts: counts, days: days, edges: table.columnEdges, context: reading.context,
        heading: reading.name),
      continuesRow: reading.continuesRow)
  }

  /// "Service / Provider": most cells of the column for the person name the service over it.
  func namesInProviders(_ table: Table, from first: Int) -> Bool {
    guard let column = columns.firstIndex(where: { $0.role == .provider }) else { return false }
    let cells = table.cells.filter {
      $0.row >= first && $0.column == column && $0.columnSpan == 1 && !CellReading.isBlank($0.text)
    }
    return cells.filter { ServiceAndProvider($0, values: values) != nil }.count * 2 > cells.count
  }
}

extension ServiceCandidate {
  /// Nothing stands in it but a service's name, or that none is given: "Related | PT | N/A".
  fileprivate var namesOnlyService: Bool {
    let filled = parts.filter { !CellReading.isBlank($0.text) }
    if filled.count == 1, filled[0].role == .service { return true }
    let unfilled = parts.filter { $0.role.isDose && CellReading.isBlank($0.text) && !$0.text.isEmpty }
    // "PT | - | - | -" under the settings.
    let isDenied = unfilled.contains { $0.text.contains(where: \.isLetter) } || unfilled.count >= 2
    return isDenied && filled.allSatisfy { [.service, .category, .grouping].contains($0.role) }
  }
}
