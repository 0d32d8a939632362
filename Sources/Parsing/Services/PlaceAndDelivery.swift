import IEPModel

/// A cell that says where a service is given and, on the line below, how or with whom: "Speech room" over "Direct - Group
/// 3:1" under "Location" over "Delivery and ratio".
struct PlaceAndDelivery: Sendable {
  private var place: [TextLine]
  private var delivery: [TextLine]
  private let role: ServiceRole

  /// - Parameter header: the column's, which asks for both.
  init?(_ cell: Cell, under header: String, labels: LabelTable<ServiceRole>, values: ValueReaders) {
    guard (1...4).contains(cell.lines.count), !cell.lines.contains(where: { $0.words.contains(where: Ticks.isTick) }),
      case let asked = labels.matches(header).filter({ $0.score >= 0.3 }).map(\.role), asked.contains(.location),
      asked.contains(.delivery) || asked.contains(.grouping), let last = cell.lines.last
    else { return nil }
    let vocabulary = values.vocabulary
    // Of "Small group" over "instruction room" the last line says nothing of it.
    guard vocabulary.delivery(of: last.text) != nil || vocabulary.grouping(of: last.text) != nil,
      !Self.namesRoom(last.text)
    else { return nil }
    (place, delivery) = (Array(cell.lines.dropLast()), [last])
    role = vocabulary.delivery(of: last.text) == nil ? .grouping : .delivery
  }

  private static func namesRoom(_ text: String) -> Bool {
    let words = LabelTokens.words(text)
    return !Set(words).isDisjoint(with: ["room", "rm", "classroom", "office", "gym", "building", "home"])
  }

  func parts(label: String, certainty: Double) -> [ServiceCandidate.Part] {
    [(ServiceRole.location, place), (role, delivery)].filter { !$0.1.isEmpty }.map { role, lines in
      ServiceCandidate.Part(role: role, label: label, lines: lines, certainty: certainty)
    }
  }
}
