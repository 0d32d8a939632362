import IEPModel

/// A cell that says where a service is given and how or with whom: "Speech room" over "Direct - Group 3:1" under
/// "Location" over "Delivery and ratio"; "Consult, regular class" under "How and where".
struct PlaceAndDelivery: Sendable {
  private let parts: [(role: ServiceRole, text: String, lines: [TextLine])]

  /// - Parameter header: the column's, which asks for both.
  init?(_ cell: Cell, under header: String, labels: LabelTable<ServiceRole>, values: ValueReaders) {
    guard (1...4).contains(cell.lines.count), !cell.lines.contains(where: { $0.words.contains(where: Ticks.isTick) }),
      case let asked = labels.matches(header).filter({ $0.score >= 0.3 }).map(\.role), asked.contains(.location),
      asked.contains(.delivery) || asked.contains(.grouping)
    else { return nil }
    let vocabulary = values.vocabulary
    if cell.lines.count > 1, let last = cell.lines.last, let role = Self.role(ofLine: last.text, vocabulary) {
      let place = Array(cell.lines.dropLast())
      parts = [(.location, Unwrapping.text(of: place), place), (role, last.text, [last])]
      return
    }
    guard let found = Self.clauses(of: cell.text, vocabulary) else { return nil }
    parts = found.map { ($0.role, $0.text, cell.lines) }
  }

  /// Of "Small group" over "instruction room" the last line says nothing of it, nor does "English class"; "Direct - Class"
  /// does.
  private static func role(ofLine text: String, _ vocabulary: Vocabulary) -> ServiceRole? {
    guard !namesRoom(text) else { return nil }
    let isClass = vocabulary.grouping(of: text) == .wholeClass && vocabulary.locationCode(of: text) != nil
    let pieces = text.split { "-–—,;".contains($0) }.map { String($0).trimmingBlanks }
    if isClass, !pieces.contains(where: { vocabulary.isGrouping($0) }) { return nil }
    if vocabulary.delivery(of: text) != nil { return .delivery }
    return vocabulary.grouping(of: text) == nil ? nil : .grouping
  }

  /// "Direct, 1:1, halls and entry": each clause that is a way or a company and nothing else, and the place that is left.
  private static func clauses(of text: String, _ vocabulary: Vocabulary) -> [(role: ServiceRole, text: String)]? {
    let clauses = Clauses.commas(text)
    guard clauses.count <= 4 else { return nil }
    if clauses.count == 1 { return role(ofLine: text, vocabulary).map { [($0, text)] } }
    var found: [(role: ServiceRole, text: String)] = []
    var rest: [String] = []
    for clause in clauses {
      let role = vocabulary.isDelivery(clause) ? ServiceRole.delivery : vocabulary.isGrouping(clause) ? .grouping : nil
      // "Snack table, class" is a place of two words.
      if let role, !found.contains(where: { $0.role == role }), clause.lowercased() != "class" {
        found.append((role, clause))
      } else {
        rest.append(clause)
      }
    }
    return rest.isEmpty ? found : [(.location, rest.joined(separator: ", "))] + found
  }

  private static func namesRoom(_ text: String) -> Bool {
    let words = LabelTokens.words(text)
    return !Set(words).isDisjoint(with: ["room", "rm", "classroom", "office", "gym", "building", "home"])
  }

  func parts(label: String, certainty: Double) -> [ServiceCandidate.Part] {
    parts.map { role, text, lines in
      ServiceCandidate.Part(
        role: role, label: label, text: text, place: Paragraph(lines: lines).place, certainty: certainty)
    }
  }
}
