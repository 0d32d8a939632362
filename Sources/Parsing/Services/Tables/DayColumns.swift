import IEPModel

/// Columns for the days of a week that hold the minutes of each day: "Monday | Tuesday | ... | Friday" over "45 | | 45".
enum DayColumns {
  /// Which columns they are; empty where no row gives minutes there, or something else stands there.
  static func columns(of table: Table, header: Range<Int>) -> Range<Int> {
    let week = named(in: table, header: header)
    let filled = table.cells.filter {
      week.contains($0.column) && $0.columnSpan == 1 && $0.row >= header.upperBound && !CellReading.isBlank($0.text)
        // The header may come again.
        && !Weekdays.isName($0.text)
    }
    guard !filled.isEmpty, filled.allSatisfy({ minutes($0.text) != nil }) else { return 0..<0 }
    return week
  }

  /// The columns that the header names for the days of a week, whatever stands in them.
  static func named(in table: Table, header: Range<Int>) -> Range<Int> {
    Weekdays.columns(
      named: (0..<table.columnCount).map { column in
        table.cells.last { $0.column == column && header.contains($0.row) && $0.columnSpan == 1 && !$0.isEmpty }?.text
          ?? ""
      })
  }

  /// The amount a week that a row's days make; `nil` where no day has any.
  static func amount(of cells: [Cell]) -> String? {
    let days = cells.compactMap { minutes($0.text) }
    guard let first = days.first else { return nil }
    return days.allSatisfy { $0 == first }
      ? "\(first) minutes, \(days.count) times per week" : "\(days.reduce(0, +)) minutes per week"
  }

  /// Figures below ten may count sessions or hours.
  private static func minutes(_ text: String) -> Int? {
    let words = text.lowercased().blankSeparated
    guard let first = words.first, let minutes = Int(first), (10...420).contains(minutes),
      words.count == 1 || words.count == 2 && words[1].hasPrefix("min")
    else { return nil }
    return minutes
  }
}
