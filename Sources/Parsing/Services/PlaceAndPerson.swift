import IEPModel

/// A cell that says where a service is given and, on the lines below, by whom: "Special class" over "Speech-language
/// pathologist".
struct PlaceAndPerson: Sendable {
  private var place: [TextLine]
  private var person: [TextLine]

  init?(_ cell: Cell, values: ValueReaders) {
    guard (2...5).contains(cell.lines.count), !cell.lines.contains(where: { $0.words.contains(where: Ticks.isTick) })
    else { return nil }
    // "School" over "Psychologist" is one person.
    if values.vocabulary.isPerson(cell.text) { return nil }
    for count in 1..<cell.lines.count {
      let head = Unwrapping.text(of: Array(cell.lines[..<count]))
      let rest = Unwrapping.text(of: Array(cell.lines[count...]))
      guard values.vocabulary.locationCode(of: head) != nil, !values.vocabulary.isPerson(head),
        values.vocabulary.isPerson(rest) || values.vocabulary.personNamed(in: rest, besides: "") != nil
      else { continue }
      (place, person) = (Array(cell.lines[..<count]), Array(cell.lines[count...]))
      return
    }
    return nil
  }

  func parts(label: String, certainty: Double) -> [ServiceCandidate.Part] {
    [(ServiceRole.location, place), (.provider, person)].map { role, lines in
      ServiceCandidate.Part(role: role, label: label, lines: lines, certainty: certainty)
    }
  }
}
