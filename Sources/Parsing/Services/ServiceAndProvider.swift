import IEPModel

/// A cell that names the service and, on the lines below, who gives it: "Speech/language services" over "SLPA
/// supervised by SLP".
struct ServiceAndProvider: Sendable {
  private var service: [TextLine]
  private var provider: [TextLine]

  init?(_ cell: Cell, values: ValueReaders) {
    guard (2...5).contains(cell.lines.count), !cell.lines.contains(where: { $0.words.contains(where: Ticks.isTick) })
    else {
      return nil
    }
    // "Consultation with the classroom teacher" names whom the service is for.
    if values.vocabulary.isPerson(cell.text) || cell.text.contains(inAnyCase: "consult") { return nil }
    for count in (1..<max(1, cell.lines.count)).reversed() {
      let head = Unwrapping.text(of: Array(cell.lines[..<count]))
      let rest = Unwrapping.text(of: Array(cell.lines[count...]))
      // The longest name that is still a service, with a person below and no service there.
      guard values.vocabulary.serviceCode(of: head) != nil, values.vocabulary.providerCode(of: rest) != nil,
        values.vocabulary.providerCode(of: head) == nil || count == 1
      else { continue }
      (service, provider) = (Array(cell.lines[..<count]), Array(cell.lines[count...]))
      return
    }
    return nil
  }

  func parts(label: String, certainty: Double) -> [ServiceCandidate.Part] {
    [(ServiceRole.service, service), (.provider, provider)].map { role, lines in
      ServiceCandidate.Part(role: role, label: label, lines: lines, certainty: certainty)
    }
  }
}
