import IEPModel

/// A cell that names the service and, on the lines below, where it is given: "Speech therapy" over "in the classroom"
/// under "Service and where".
struct ServiceAndPlace: Sendable {
  private var service: [TextLine]
  private var place: [TextLine]

  /// - Parameter header: asks for both, or the cell itself sets its place apart in another type.
  init?(_ cell: Cell, under header: String, values: ValueReaders) {
    guard (2...5).contains(cell.lines.count), !cell.lines.contains(where: { $0.words.contains(where: Ticks.isTick) })
    else { return nil }
    let asksForBoth = Self.asksForBoth(header)
    for count in (1..<cell.lines.count).reversed() {
      let head = Array(cell.lines[..<count])
      let rest = Array(cell.lines[count...])
      let isSetApart = rest.allSatisfy { $0.isItalic && !head.contains(where: \.isItalic) }
      guard asksForBoth || isSetApart, values.vocabulary.serviceCode(of: Unwrapping.text(of: head)) != nil,
        isSetApart && asksForBoth || Self.isPlace(Unwrapping.text(of: rest), values: values)
      else { continue }
      (service, place) = (head, rest)
      return
    }
    return nil
  }

  /// "Service and where", "Service / Setting".
  private static func asksForBoth(_ header: String) -> Bool {
    let words = Set(LabelTokens.words(header))
    return !words.isDisjoint(with: ["service", "services", "program", "support", "supports", "discipline"])
      && !words.isDisjoint(with: ["where", "place", "location", "setting", "site", "room"])
  }

  private static func isPlace(_ text: String, values: ValueReaders) -> Bool {
    values.vocabulary.locationCode(of: text) != nil && !values.vocabulary.isPerson(text)
  }

  func parts(label: String, certainty: Double) -> [ServiceCandidate.Part] {
    [(ServiceRole.service, service), (.location, place)].map { role, lines in
      ServiceCandidate.Part(role: role, label: label, lines: lines, certainty: certainty)
    }
  }
}
