import IEPModel

/// Columns that count sessions, one for each period: "Sessions per" over "Week | Month | Quarter | Year".
enum CountColumns {
  /// The period of each such column.
  static func periods(of table: Table, header: Range<Int>, labels: LabelTable<ServiceRole>) -> [Int: String] {
    guard header.count >= 2 else { return [:] }
    var result: [Int: String] = [:]
    for wide in table.cells where header.contains(wide.row) && wide.columnSpan > 1 && !wide.isEmpty {
      let asks = labels.matches(wide.text).contains { [.sessions, .frequency].contains($0.role) && $0.score >= 0.5 }
      guard asks else { continue }
      let below = table.cells.filter {
        header.contains($0.row) && $0.row > wide.row && $0.columnSpan == 1 && !$0.isEmpty
          && ($0.column >= wide.column && $0.column < wide.column + wide.columnSpan)
      }
      let periods = below.compactMap { cell in period(cell.text).map { (cell.column, $0) } }
      guard periods.count >= 2, periods.count == below.count else { continue }
      let values = table.cells.filter { cell in
        cell.row >= header.upperBound && !cell.isEmpty && periods.contains { $0.0 == cell.column }
      }
      // Ticks under the periods say how often, not how many.
      let counts = values.filter { Rational(parsing: $0.text) != nil }
      let isTicked = values.contains { $0.lines.contains { $0.words.contains(where: Ticks.isTick) } }
      guard !counts.isEmpty, !isTicked, values.allSatisfy({ counts.contains($0) || CellReading.isBlank($0.text) })
      else { continue }
      for (column, period) in periods { result[column] = period }
    }
    return result
  }

  /// "Week", "Reporting period (quarter)".
  private static func period(_ text: String) -> String? {
    if DoseGrammar.isPeriod(text) { return text }
    guard let open = text.firstIndex(of: "("), let close = text.firstIndex(of: ")"), open < close else { return nil }
    let inside = String(text[text.index(after: open)..<close])
    return DoseGrammar.isPeriod(inside) ? inside : nil
  }
}
