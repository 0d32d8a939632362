import Extraction
import IEPModel

/// A cell that says where a service is given and by whom: "Special class" over "Speech-language pathologist", or
/// "Resource room / Teacher" under "Location / Provider".
struct PlaceAndPerson: Sendable {
  private var place: [TextLine]
  private var person: [TextLine]

  init?(_ cell: Cell, under header: String, labels: LabelTable<ServiceRole>, values: ValueReaders) {
    guard !cell.lines.contains(where: { $0.words.contains(where: Ticks.isTick) }) else { return nil }
    if let halves = Self.halves(of: cell, under: header, labels: labels) {
      (place, person) = halves
      return
    }
    guard (2...5).contains(cell.lines.count) else { return nil }
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

  /// What stands on either side of the stroke, where the label above has one between place and person too.
  private static func halves(
    of cell: Cell, under header: String, labels: LabelTable<ServiceRole>
  ) -> (place: [TextLine], person: [TextLine])? {
    let asked = header.split(separator: "/").map { labels.exact(String($0).trimmingBlanks) }
    guard asked.count == 2 else { return nil }
    let isPlaceFirst = asked[0].contains(.location) && asked[1].contains(.provider)
    guard isPlaceFirst || asked[0].contains(.provider) && asked[1].contains(.location) else { return nil }
    var (first, second): ([TextLine], [TextLine]) = ([], [])
    var isBehind = false
    for line in cell.lines {
      guard !isBehind, let stroke = line.words.firstIndex(where: { $0.text == "/" }) else {
        if isBehind { second.append(line) } else { first.append(line) }
        continue
      }
      isBehind = true
      let sides = [Array(line.words[..<stroke]), Array(line.words[(stroke + 1)...])]
      if !sides[0].isEmpty { first.append(TextLine(page: line.page, words: sides[0])) }
      if !sides[1].isEmpty { second.append(TextLine(page: line.page, words: sides[1])) }
    }
    guard !first.isEmpty, !second.isEmpty else { return nil }
    return isPlaceFirst ? (first, second) : (second, first)
  }

  func parts(label: String, certainty: Double) -> [ServiceCandidate.Part] {
    [(ServiceRole.location, place), (.provider, person)].map { role, lines in
      ServiceCandidate.Part(role: role, label: label, lines: lines, certainty: certainty)
    }
  }
}
