import Extraction
import IEPModel

/// Services in panels side by side, "INSIDE general education" beside "OUTSIDE general education": below each heading one
/// cell lists what is given there, a few lines a service. No row of the table is a service.
struct ServicePanels {
  let values: ValueReaders

  /// The services of each panel, from left to right; empty where the table holds other things.
  func candidates(of table: Table, context: ServiceContext) -> [ServiceCandidate] {
    guard table.rowCount == 2, table.columnCount >= 2,
      case let heads = table.row(0), case let lists = table.row(1),
      heads.count == table.columnCount, lists.count == table.columnCount,
      heads.allSatisfy({ $0.lines.count == 1 && names($0.text) }),
      case let amounts = lists.map({ amounts(in: $0.lines) }),
      zip(lists, amounts).allSatisfy({ $0.lines.count <= 1 || !$1.isEmpty })
    else { return [] }
    var found = zip(heads, zip(lists, amounts)).flatMap { head, panel in
      var below = context.under(head.text, vocabulary: values.vocabulary, isBand: true)
      // Groups in a panel are parts of what is given there.
      below.placeHoldsGroups = below.location != nil
      below.deliveryHoldsGroups = below.delivery != nil
      return services(in: panel.0.lines, at: panel.1, context: below)
    }
    found.noteCompany(by: values)
    return found
  }

  /// A place, or how services are given.
  private func names(_ heading: String) -> Bool {
    heading.utf8.count < 60
      && (PlaceHeading.place(in: heading, vocabulary: values.vocabulary) != nil
        || values.vocabulary.deliveries(named: heading).count == 1)
  }

  /// The lines that say an amount and nothing else, each below a service's name.
  private func amounts(in lines: [TextLine]) -> [Int] {
    lines.indices.dropFirst().filter { index in
      let reading = values.read(lines[index].text)
      return reading.hasMinutes && (reading.hasPeriod || reading.hasSessions) && reading.service == nil
        && nameBegins(above: index, in: lines) < index
    }
  }

  /// The first line of the name above an amount, set otherwise than it: a long name wraps.
  private func nameBegins(above amount: Int, in lines: [TextLine]) -> Int {
    var first = amount
    while first > 0, amount - first < 3, lines[first - 1].differsInType(from: lines[amount]),
      first == amount || !lines[first - 1].differsInType(from: lines[first]),
      !values.vocabulary.isCategory(lines[first - 1].text)
    { first -= 1 }
    return first
  }

  /// - Parameter amounts: the lines that say how much of each service.
  private func services(
    in lines: [TextLine], at amounts: [Int], context: ServiceContext
  ) -> [ServiceCandidate] {
    let begins = amounts.map { nameBegins(above: $0, in: lines) }
    var context = context
    var (result, line) = ([ServiceCandidate](), 0)
    for (k, amount) in amounts.enumerated() {
      // "Related services" between two of them.
      for heading in lines[line..<begins[k]] where values.vocabulary.isCategory(heading.text) {
        context = context.under(heading.text, vocabulary: values.vocabulary, isBand: true)
      }
      let next = k + 1 < begins.count ? begins[k + 1] : lines.count
      let name = Paragraph(lines: Array(lines[begins[k]..<amount]))
      var parts: [ServiceCandidate.Part] = [
        .told(.service, name.text, at: name.place), .told(.dose, lines[amount].text, at: lines[amount].place),
      ]
      for said in lines[(amount + 1)..<next] where !values.vocabulary.isCategory(said.text) {
        guard let role = role(of: said.text), !parts.contains(where: { $0.role == role }) else { continue }
        parts.append(.told(role, said.text, at: said.place))
      }
      result.append(ServiceCandidate(parts: parts, context: context, asked: Set(parts.map(\.role))))
      line = amount + 1
    }
    return result
  }

  /// What a line without a label says of a service.
  private func role(of text: String) -> ServiceRole? {
    let vocabulary = values.vocabulary
    if values.dates.span(text) != nil { return .dates }
    if Clauses.isGoals(text) { return .goals }
    if vocabulary.personNamed(in: text, besides: "") != nil, !vocabulary.isPlace(text) { return .provider }
    if vocabulary.isGrouping(text) { return .grouping }
    return vocabulary.locationCode(of: text) != nil ? .location : nil
  }
}
