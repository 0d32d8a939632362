import Extraction
import Foundation
import IEPModel

/// Records of two rows: a service's name across the table, and below it cells that say one thing each behind a label.
/// "Occupational therapy (Goal 4)" over "Amount: 25 minutes, once a week | Location: Cafeteria | Duration: term of IEP". The
/// labels may stand over their values, and the name behind its kind: "Related service: Speech therapy".
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
      if cells.count == 1, cells[0].columnSpan == table.columnCount, let name = name(of: cells[0]) {
        if let open { found.append(open) }
        open = nil
        if values.vocabulary.isCategory(cells[0].text) {
          context = context.under(cells[0].text, vocabulary: values.vocabulary, isBand: true)
        } else {
          open = ServiceCandidate(parts: name, context: context, asked: [.service])
        }
        continue
      }
      guard var record = open else { return [] }
      for cell in cells {
        let told = facts(in: cell, taken: record.roles)
        if told.isEmpty { return [] }
        for fact in told { record.add(fact) }
      }
      open = record
    }
    if let open { found.append(open) }
    guard found.count >= 1, found.allSatisfy({ $0.asked.contains(where: \.isDose) }),
      found.contains(where: { $0.text(.service).flatMap(values.vocabulary.serviceCode) != nil })
    else { return [] }
    found.noteCompany(by: values)
    return found
  }

  /// "Speech therapy (Goal 3)": the service, and the goals that it serves; `nil` where the row says something else.
  private func name(of cell: Cell) -> [ServiceCandidate.Part]? {
    // Below it may stand what is done.
    guard let line = cell.lines.first, line.text.utf8.count <= Self.longestName else { return nil }
    var (text, parts) = (cell.lines.count > 1 ? line.text : cell.text, [ServiceCandidate.Part]())
    // "Speech therapy | Supports goal(s): 2, 4": beside the name what it serves.
    if line.groups.count > 1 {
      let rest = line.groups.dropFirst().flatMap { $0.map(\.text) }.joined(separator: " ")
      guard cell.lines.count == 1, let goals = Clauses.goals(in: rest) else { return nil }
      parts.append(.told(.goals, goals, at: cell.place))
      text = line.groups[0].map(\.text).joined(separator: " ")
    }
    if let colon = text.range(of: ": ") {
      let kind = String(text[..<colon.lowerBound])
      guard values.vocabulary.namesCategory(kind) else { return nil }
      parts.append(.told(.category, kind, at: cell.place))
      // "Specially designed instruction: early literacy" names what is given, and in what.
      let rest = String(text[colon.upperBound...])
      let isNamed = values.vocabulary.services.best(in: rest).map { $0.coverage > 0.6 && !$0.isWeak } ?? false
      if isNamed || values.vocabulary.serviceCode(of: kind) == nil { text = rest }
    } else if cell.lines.count > 1, !cell.lines[1].differsInType(from: line) {
      text = cell.text
    }
    if text.hasSuffix(")"), let bracket = text.range(of: " (", options: .backwards),
      case let inside = String(text[bracket.upperBound...].dropLast()), Clauses.isGoals(inside)
    {
      parts.append(.told(.goals, inside, at: cell.place))
      text = String(text[..<bracket.lowerBound])
    }
    return [.told(.service, text, at: cell.place)] + parts
  }

  /// "☒ Other: cafeteria and playground": what was written behind the last box.
  private static func chosen(_ option: TickedOption) -> String {
    guard option.label.lowercased().hasPrefix("other:") else { return option.label }
    return String(option.label.dropFirst(6)).trimmingBlanks
  }

  /// Empty where the cell has no label.
  private func facts(in cell: Cell, taken: Set<ServiceRole>) -> [ServiceCandidate.Part] {
    var found: [(label: String, lines: [TextLine], value: String)] = []
    for line in cell.lines {
      if let colon = line.text.range(of: ":"), case let label = String(line.text[..<colon.lowerBound]), !label.isEmpty,
        label.split(separator: " ").count <= 5, !label.contains(where: \.isNumber)
      {
        found.append((label, [line], String(line.text[colon.upperBound...]).trimmingBlanks))
      } else if !labels.service.exact(line.text).isEmpty, line.words.allSatisfy({ !Ticks.isTick($0) }) {
        found.append((line.text, [], ""))
      } else if !found.isEmpty {
        found[found.count - 1].lines.append(line)
        let value = found[found.count - 1].value
        found[found.count - 1].value = Unwrapping.join([value, line.text].filter { !$0.isEmpty })
      } else {
        return []
      }
    }
    var taken = taken.union([.service])
    return found.map { label, lines, value in
      let ticked = lines.contains { $0.words.contains(where: Ticks.isTick) }
      let text =
        ticked ? Ticks.wrappedOptions(in: lines).filter(\.isOn).map(Self.chosen).joined(separator: "; ") : value
      let fact = Fact(label: label, value: text, lines: lines, place: cell.place, labelPlace: cell.place)
      let role = CardFactRole(labels: labels, values: values).role(of: fact, taken: taken)
      if let role { taken.insert(role) }
      return .told(role ?? .comment, label: label, text, at: cell.place)
    }
  }
}

extension ServiceCandidate {
  fileprivate mutating func add(_ part: Part) {
    asked.insert(part.role)
    parts.append(part)
  }
}
