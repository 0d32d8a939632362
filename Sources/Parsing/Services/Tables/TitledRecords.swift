import Extraction
import Foundation
import IEPModel

/// Records of two rows: a service's name across the table, and below it cells that say one thing each behind a label.
/// "Occupational therapy (Goal 4)" over "Amount: 25 minutes, once a week | Location: Cafeteria | Duration: term of IEP".
struct TitledRecords {
  let labels: LabelVocabulary
  let values: ValueReaders

  private static let longestName = 110

  /// - Returns: empty where a row of the table is neither a name nor facts, or no record says an amount.
  func candidates(of table: Table, context: ServiceContext) -> [ServiceCandidate] {
    guard table.rowCount >= 2, table.columnCount >= 2 else { return [] }
    var (context, found) = (context, [ServiceCandidate]())
    var open: ServiceCandidate?
    for row in 0..<table.rowCount {
      let cells = table.cells(startingIn: row).filter { !$0.isEmpty }
      if cells.isEmpty { continue }
      if cells.count == 1, cells[0].columnSpan == table.columnCount, !cells[0].text.contains(": ") {
        if let open { found.append(open) }
        open = nil
        if values.vocabulary.isCategory(cells[0].text) {
          context = context.under(cells[0].text, vocabulary: values.vocabulary, isBand: true)
        } else if cells[0].text.utf8.count <= Self.longestName {
          open = ServiceCandidate(parts: name(of: cells[0]), context: context, asked: [.service])
        } else {
          return []
        }
        continue
      }
      guard var record = open, case let told = cells.map({ fact(in: $0, taken: record.roles) }),
        !told.contains(where: { $0 == nil })
      else { return [] }
      for case .some(let fact) in told { record.add(fact) }
      open = record
    }
    if let open { found.append(open) }
    guard found.count >= 1, found.allSatisfy({ $0.asked.contains(where: \.isDose) }),
      found.contains(where: { $0.text(.service).flatMap(values.vocabulary.serviceCode) != nil })
    else { return [] }
    found.noteCompany(by: values)
    return found
  }

  /// "Speech therapy (Goal 3)": the service, and the goals that it serves.
  private func name(of cell: Cell) -> [ServiceCandidate.Part] {
    let text = cell.text
    guard text.hasSuffix(")"), let bracket = text.range(of: " (", options: .backwards),
      case let inside = String(text[bracket.upperBound...].dropLast()), Clauses.isGoals(inside)
    else { return [.told(.service, text, at: cell.place)] }
    return [
      .told(.service, String(text[..<bracket.lowerBound]), at: cell.place), .told(.goals, inside, at: cell.place),
    ]
  }

  /// `nil` where the cell has no label; a part without text where its label asks for nothing that is known.
  private func fact(in cell: Cell, taken: Set<ServiceRole>) -> ServiceCandidate.Part? {
    guard let colon = cell.text.range(of: ":"), colon.lowerBound > cell.text.startIndex else { return nil }
    let label = String(cell.text[..<colon.lowerBound])
    guard label.split(separator: " ").count <= 5, !label.contains(where: \.isNumber) else { return nil }
    let value = String(cell.text[colon.upperBound...]).trimmingBlanks
    let fact = Fact(label: label, value: value, lines: cell.lines, place: cell.place, labelPlace: cell.place)
    let role = CardFactRole(labels: labels, values: values).role(of: fact, taken: taken.union([.service]))
    return .told(role ?? .comment, label: label, value, at: cell.place)
  }
}

extension ServiceCandidate {
  fileprivate mutating func add(_ part: Part) {
    asked.insert(part.role)
    parts.append(part)
  }
}
