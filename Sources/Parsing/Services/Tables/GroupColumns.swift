import IEPModel

/// Columns of time that is given alone or in a group: "Direct service (hours)" over "Individual | Group".
struct GroupColumns: Sendable {
  let values: ValueReaders

  private static let amounts: Set<ServiceRole?> = [
    nil, .amount, .total, .dose, .sessions, .frequency, .grouping, .directTotal, .indirectTotal,
  ]

  /// - Returns: empty where fewer than two such columns tell different sizes.
  func columns(_ columns: [ColumnTyping.Column], _ readings: [[CellReading]]) -> [Int] {
    let found = columns.indices.filter { index in
      Self.amounts.contains(columns[index].role) && size(in: columns[index].header) != nil
        && readings[index].allSatisfy { $0.isBlank || $0.number != nil || $0.hasMinutes }
        && readings[index].contains { !$0.isBlank }
    }
    return Set(found.compactMap { size(in: columns[$0].header) }).count >= 2 ? found : []
  }

  /// With how many the time of a column is given, where its row has columns for different sizes.
  func size(of column: ServiceCandidate.Part, among row: [ServiceCandidate.Part]) -> Grouping? {
    let sizes = Set(row.filter { $0.role == .settingTotal }.compactMap { size(in: $0.label) })
    return sizes.count >= 2 && column.role == .settingTotal ? size(in: column.label) : nil
  }

  /// With how many, where a column's label asks for time.
  private func size(in header: String) -> Grouping? {
    DoseHeader(header).namesTime ? values.vocabulary.grouping(of: header) : nil
  }
}
