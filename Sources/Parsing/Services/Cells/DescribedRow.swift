import IEPModel

/// A row whose one wide cell describes services in sentences, with what its other columns say of all of them: "OT:
/// 30 minutes a week in the classroom. Speech: ..." beside "9/2/2025" under "Start date".
struct DescribedRow {
  let sentences: Cell
  private let parts: [ServiceCandidate.Part]

  /// The rows of a table whose labels ask for services in the first column and for further facts in each of the others.
  static func rows(of table: Table, labels: LabelTable<ServiceRole>) -> [DescribedRow] {
    let header = table.row(0)
    let asked = header.map { cell in
      labels.exact(cell.text).first { !$0.isDose && $0 != .service && $0 != .category }
    }
    guard header.count == table.columnCount, table.columnCount >= 2, asked.dropFirst().allSatisfy({ $0 != nil }),
      asked.first == .some(nil)
    else { return [] }
    return (1..<table.rowCount).compactMap { row in
      let cells = table.cells(startingIn: row)
      guard let first = cells.first(where: { $0.column == 0 }), first.columnSpan == 1, first.lines.count >= 3 else {
        return nil
      }
      let parts = cells.compactMap { cell -> ServiceCandidate.Part? in
        guard cell.column > 0, !CellReading.isBlank(cell.text), let role = asked[cell.column] else { return nil }
        return ServiceCandidate.Part(
          role: role, label: header[cell.column].text, text: cell.text, place: cell.place, certainty: 0.9)
      }
      return DescribedRow(sentences: first, parts: parts)
    }
  }

  /// What was read of the sentences, with what they do not say themselves.
  func completed(_ candidates: [ServiceCandidate]) -> [ServiceCandidate] {
    candidates.map { candidate in
      var candidate = candidate
      let dates: Set<ServiceRole> = [.dates, .start, .end]
      let roles = candidate.roles
      // A sentence that says a date of its own is dated whole.
      let said = roles.isDisjoint(with: dates) ? roles : roles.union(dates)
      candidate.parts += parts.filter { !said.contains($0.role) }
      candidate.asked.formUnion(parts.map(\.role))
      return candidate
    }
  }
}
