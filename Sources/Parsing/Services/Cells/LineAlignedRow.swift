import Extraction
import IEPModel

/// A row whose cells hold several services, one a line: "SDI Math / Speech" beside "45 min daily / 30 min weekly".
enum LineAlignedRow {
  /// The rows that a row's cells are, one or more.
  static func rows(_ cells: [Cell?], values: ValueReaders) -> [[Cell?]] {
    split(cells, values: values) ?? PackedRow(cells, values: values)?.rows ?? [cells]
  }

  /// The row as one row a line, `nil` where it is one service. Lines that only wrap are told from lines that are values
  /// by what they say: each of the service's lines names a service, each of another cell's is a date or an amount.
  static func split(_ cells: [Cell?], values: ValueReaders) -> [[Cell?]]? {
    let filled = cells.compactMap { $0 }.filter { !$0.isEmpty && $0.columnSpan == 1 }
    let services = filled.filter { cell in
      cell.lines.count >= 2
        && cell.lines.allSatisfy {
          let reading = values.read($0.text)
          return reading.service != nil && reading.dose == nil
        }
    }
    guard let count = services.first?.lines.count else { return nil }
    let matching = filled.filter { $0.lines.count == count }
    let valued = matching.filter { cell in
      // "9/1/25" over "8/31/26": one service's first and last day.
      if count == 2, values.read(cell.text).span != nil { return false }
      return cell.lines.allSatisfy { line in
        let reading = values.read(line.text)
        return !isOpen(line.text) && (reading.date != nil || reading.dose?.dose.minutesPerPeriod != nil)
      }
    }
    guard !valued.isEmpty, matching.count * 3 >= filled.count * 2 else { return nil }
    return (0..<count).map { line in
      cells.map { cell in
        guard var cell, !cell.isEmpty else { return cell }
        if cell.lines.count == count { cell.lines = [cell.lines[line]] }
        return cell
      }
    }
  }

  /// "8/25/2025 –": the line below goes on with it.
  private static func isOpen(_ text: String) -> Bool {
    text.trimmingBlanks.unicodeScalars.last.map { "-–—/&,".unicodeScalars.contains($0) } ?? true
      || LabelTokens.of(text).last == "to"
  }
}
