import Extraction
import IEPModel

/// A table that prints every service of the form with a box before its name and, beside it, blanks and boxes for what is
/// given: "☒ Counseling | 30 min. per ☒ session ☐ day, 1 times per ☐ day ☒ week | ☒ individual ☐ group  Place: ☐ class
/// ☒ other  By: counselor  Goal(s): 3". Rows whose box is ticked are lines of services, the others say nothing.
struct TickedCatalogue: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  struct Result: Sendable {
    var candidates: [ServiceCandidate] = []
    /// What the headings of groups among the rows say of what stands below the table.
    var context: ServiceContext
  }

  /// - Returns: `nil` where the table is no such list.
  func read(_ table: Table, context: ServiceContext) -> Result? {
    guard table.columnCount >= 2 else { return nil }
    let rows = (0..<table.rowCount).map { table.cells(startingIn: $0).filter { !$0.isEmpty } }
    let items = rows.filter { $0.count >= 2 }
    let blanks = ServiceBlanks(labels: labels, values: values)
    guard !items.isEmpty,
      items.allSatisfy({ row in name(row[0]) != nil && row.dropFirst().contains { blanks.asks($0.lines) } }),
      rows.allSatisfy({ $0.count != 1 || $0[0].columnSpan == table.columnCount })
    else { return nil }
    var result = Result(context: context)
    for row in rows where !row.isEmpty {
      guard row.count >= 2, let name = name(row[0]) else {
        result.context = result.context.under(row[0].text, vocabulary: values.vocabulary, isBand: true)
        continue
      }
      guard row[0].lines[0].words[0].text == "☒" else { continue }
      let service = ServiceCandidate.Part(
        role: .service, label: "", text: name, place: row[0].place, certainty: 0.95)
      let parts = [service] + blanks.parts(of: row.dropFirst().flatMap(\.lines))
      result.candidates.append(
        ServiceCandidate(parts: parts, context: result.context, asked: Set(parts.map(\.role))))
    }
    result.candidates.noteCompany(by: values)
    return result
  }

  /// The service behind the box that a cell begins with: "☒ Specially designed instruction" over "Math".
  private func name(_ cell: Cell) -> String? {
    guard let first = cell.lines.first?.words.first, Ticks.isTick(first),
      cell.lines.flatMap(\.words).count(where: Ticks.isTick) == 1
    else { return nil }
    let name = String(cell.text.dropFirst()).trimmingBlanks
    return values.vocabulary.serviceCode(of: name) == nil ? nil : name
  }
}
