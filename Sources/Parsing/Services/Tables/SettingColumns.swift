import IEPModel

/// Columns that are a setting each, with the amounts that are given there in their cells, where none of them is found by its
/// label: "In regular class | In therapy space | Elsewhere on campus" over "45", "20 per quarter".
struct SettingColumns: Sendable {
  let values: ValueReaders

  /// - Returns: empty where the table has other columns of amounts, or fewer than three for settings.
  func columns(_ columns: [ColumnTyping.Column], _ readings: [[CellReading]]) -> [Int] {
    let found = columns.indices.filter { isSetting(columns[$0], readings[$0]) }
    guard found.count >= 3, found.contains(where: { index in readings[index].contains { !$0.isBlank } }),
      !columns.indices.contains(where: { !found.contains($0) && columns[$0].role?.isDose ?? false })
    else { return [] }
    return found
  }

  /// Whether a table asks for amounts by nothing but its columns for settings.
  /// - Parameter texts: the label of each column.
  func stand(in table: Table, below header: Range<Int>, labelled texts: [String]) -> Bool {
    let setting = CandidateLocation(values: values)
    let found = texts.indices.filter { column in
      guard setting.setting(inHeader: texts[column]) != nil else { return false }
      let filled = table.cells.filter { $0.column == column && $0.row >= header.upperBound && !$0.isEmpty }
        .filter { $0.columnSpan == 1 }.map { values.read($0.text) }
      return filled.allSatisfy { $0.isBlank || Self.holdsAmount($0) }
    }
    return found.count >= 3
      && table.cells.contains { cell in
        cell.row >= header.upperBound && cell.columnSpan == 1 && found.contains(cell.column)
          && cell.text.contains(where: \.isNumber)
      }
  }

  private func isSetting(_ column: ColumnTyping.Column, _ readings: [CellReading]) -> Bool {
    guard [nil, .location, .frequency, .amount, .dose, .total, .sessions].contains(column.role),
      CandidateLocation(values: values).setting(inHeader: column.header) != nil
        || values.vocabulary.likelyLocation(of: column.header) != nil
    else { return false }
    return readings.allSatisfy { reading in
      reading.isBlank || column.header.contains(reading.text) || Self.holdsAmount(reading)
    }
  }

  /// "45", "20-30", or more words of nothing but an amount.
  static func holdsAmount(_ reading: CellReading) -> Bool {
    reading.number != nil || reading.isRange || isAmount(reading)
  }

  /// "60 per semester", "up to 30": short, with a figure, and nothing but an amount.
  private static func isAmount(_ reading: CellReading) -> Bool {
    reading.isAmount && !reading.isDate && reading.text.utf8.count <= 24 && reading.text.contains(where: \.isNumber)
      && reading.namesNothing && reading.service == nil
  }
}
