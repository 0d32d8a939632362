import IEPModel

/// Dates that the cell of a service holds below its name: "Resource Room Program" over "Begin: 09/04/2025" and
/// "End: 06/25/2026".
struct EmbeddedDates: Sendable {
  private(set) var name: [TextLine]
  private var dates: [(role: ServiceRole, text: String, line: TextLine)] = []

  init?(_ cell: Cell, values: ValueReaders, labels: LabelTable<ServiceRole>) {
    let roles: Set<ServiceRole> = [.start, .end, .dates]
    name = []
    for line in cell.lines {
      let halves = line.text.split(separator: ":", maxSplits: 1).map { String($0).trimmingBlanks }
      if halves.count == 2, let role = labels.exact(halves[0]).first(where: roles.contains),
        values.read(halves[1]).isDate
      {
        dates.append((role, halves[1], line))
      } else if values.dates.span(line.text) != nil {
        dates.append((.dates, line.text, line))
      } else {
        name.append(line)
      }
    }
    guard !dates.isEmpty, !name.isEmpty else { return nil }
  }

  func parts(label: String, certainty: Double) -> [ServiceCandidate.Part] {
    let service = ServiceCandidate.Part(
      role: .service, label: label, text: Unwrapping.text(of: name), place: Paragraph(lines: name).place,
      certainty: certainty)
    return [service]
      + dates.map {
        ServiceCandidate.Part(role: $0.role, label: "", text: $0.text, place: $0.line.place, certainty: certainty)
      }
  }
}
