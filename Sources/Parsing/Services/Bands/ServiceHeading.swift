import Extraction
import IEPModel

/// A row across the columns that names the service of the rows below it, and at times who gives it: "Occupational therapy",
/// "Speech/Language — Speech-Language Pathologist".
struct ServiceHeading: Sendable {
  let service: TextLine
  let provider: TextLine?

  /// - Parameter asksProvider: the table has a column for who gives the service, so that the row names nobody.
  init(_ band: Cell, asksProvider: Bool, values: ValueReaders) {
    let line = TextLine(page: band.page, words: band.lines.flatMap(\.words))
    let halves = asksProvider ? nil : Self.halves(of: line, values: values)
    (service, provider) = (halves?.service ?? line, halves?.provider)
  }

  private static func halves(
    of line: TextLine, values: ValueReaders
  ) -> (service: TextLine, provider: TextLine)? {
    for index in line.words.indices.dropFirst() {
      guard let end = end(ofService: index, in: line.words), end.upperBound < line.words.count else { continue }
      let service = TextLine(page: line.page, words: Array(line.words[..<end.lowerBound]))
      let provider = TextLine(page: line.page, words: Array(line.words[end.upperBound...]))
      let name = provider.text.trimmingCharacters("()")
      guard values.vocabulary.providerCode(of: name) != nil, !values.vocabulary.isCategory(name),
        !values.vocabulary.isPlace(name),
        values.vocabulary.locationCode(of: name) == nil || values.vocabulary.isPerson(name),
        values.vocabulary.serviceCode(of: service.text) != nil || !values.vocabulary.isPerson(service.text)
      else { continue }
      return (service, provider)
    }
    return nil
  }

  /// The words that part a service from its person: a dash, "by" or "with", or none where the person opens a bracket.
  private static func end(ofService index: Int, in words: [Word]) -> Range<Int>? {
    let text = words[index].text
    if ["—", "–", "-", "/", "|", "·", "•", "by", "with"].contains(text) { return index..<(index + 1) }
    if text == "provided" || text == "given", index + 1 < words.count, words[index + 1].text == "by" {
      return index..<(index + 2)
    }
    return text.hasPrefix("(") && words.last?.text.hasSuffix(")") == true ? index..<index : nil
  }

  var parts: [ServiceCandidate.Part] {
    [ServiceCandidate.Part(role: .service, label: "", text: service.text, place: service.place, certainty: 0.95)]
      + (provider.map { line in
        [
          ServiceCandidate.Part(
            role: .provider, label: "", text: line.text.trimmingCharacters("()"), place: line.place, certainty: 0.9)
        ]
      } ?? [])
  }
}
