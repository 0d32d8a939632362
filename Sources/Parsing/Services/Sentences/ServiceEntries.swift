import Foundation
import IEPModel

/// Services set as entries of two or three lines: the name and its amount, and below them who gives it, where and with
/// whom, parted by dots: "Reading lab | 4 sessions a week, 45 minutes each" over "Special educator · Resource room · small
/// group". The amount may stand among those: "Speech therapy" over "2 x 30 min / week · direct, group · Speech room".
struct ServiceEntries: Sendable {
  let values: ValueReaders

  func read(_ lines: [TextLine], context: ServiceContext) -> [ServiceCandidate] {
    guard lines.contains(where: Self.hasDot) else { return [] }
    var candidates: [ServiceCandidate] = []
    var context = context
    for (index, line) in lines.enumerated() {
      if line.words.count <= 6, values.vocabulary.category(ofHeading: line.text) != nil {
        context = context.under(line.text, vocabulary: values.vocabulary, isBand: true)
      }
      let rest = lines[(index + 1)...]
      guard let said = details(below: line, in: rest), let entry = entry(line) ?? name(line, over: said) else {
        continue
      }
      let dates = said.contains { $0.role == .dates } ? [] : self.dates(in: rest.dropFirst().prefix(2), below: line)
      let parts = entry + said + dates
      candidates.append(ServiceCandidate(parts: parts, context: context, asked: Set(parts.map(\.role))))
    }
    candidates.noteCompany(by: values)
    return candidates
  }

  /// A name and, set apart on its right, an amount.
  private func entry(_ line: TextLine) -> [ServiceCandidate.Part]? {
    guard line.groups.count == 2 else { return nil }
    let (name, amount) = (
      TextLine(page: line.page, words: line.groups[0]), TextLine(page: line.page, words: line.groups[1])
    )
    let reading = values.read(amount.text)
    guard reading.hasMinutes, reading.hasPeriod, (1...8).contains(name.words.count),
      name.text.first?.isUppercase == true, !name.text.hasSuffix(":"), values.doses.parse(name.text) == nil
    else { return nil }
    return [(ServiceRole.service, name), (.dose, amount)].map { role, line in
      ServiceCandidate.Part(role: role, label: "", text: line.text, place: line.place, certainty: 0.85)
    }
  }

  /// A service's name over a line that says its amount, with its kind in brackets and its goals behind it.
  private func name(_ line: TextLine, over said: [ServiceCandidate.Part]) -> [ServiceCandidate.Part]? {
    let text = line.text
    guard said.contains(where: { $0.role == .dose }), (1...12).contains(line.words.count),
      text.first?.isUppercase == true, values.doses.parse(text) == nil, values.vocabulary.serviceCode(of: text) != nil
    else { return nil }
    let bracket = text.firstIndex { "[(".contains($0) }
    let end = text.range(of: "goal", options: .caseInsensitive)?.lowerBound
    let name = String(text[..<min(bracket ?? text.endIndex, end ?? text.endIndex)]).trimmingCharacters(" ,;:-–—")
    guard !name.isEmpty else { return nil }
    var parts = [(ServiceRole.service, name)]
    if let bracket, case let kind = text[bracket...].dropFirst().prefix(while: { !"])".contains($0) }),
      values.vocabulary.category(ofHeading: String(kind)) != nil
    {
      parts.append((.category, String(kind)))
    }
    if let goals = Clauses.goals(in: text) { parts.append((.goals, goals)) }
    return parts.map { ServiceCandidate.Part(role: $0.0, label: "", text: $0.1, place: line.place, certainty: 0.85) }
  }

  /// "from 1/12/2026 to 1/11/2027" on a line of its own below.
  private func dates(in rest: ArraySlice<TextLine>, below line: TextLine) -> [ServiceCandidate.Part] {
    for next in rest where next.page == line.page && next.box.y0 - line.box.y1 < line.height * 4 {
      guard next.words.count <= 8, values.dates.span(next.text) != nil else { continue }
      return [ServiceCandidate.Part(role: .dates, label: "", text: next.text, place: next.place, certainty: 0.85)]
    }
    return []
  }

  /// The pieces of the next line or two, each a person, a place, a grouping or a delivery.
  private func details(below line: TextLine, in rest: ArraySlice<TextLine>) -> [ServiceCandidate.Part]? {
    guard let first = rest.first, first.page == line.page, Self.hasDot(first),
      first.box.y0 - line.box.y1 < line.height * 1.2
    else { return nil }
    var lines = [first]
    // "small" over "group": a short line below goes on.
    if let next = rest.dropFirst().first, next.page == first.page, next.groups.count == 1, next.words.count <= 4,
      next.text.first?.isLowercase == true, next.box.y0 - first.box.y1 < first.height,
      values.dates.span(next.text) == nil
    {
      lines.append(next)
    }
    let pieces = Unwrapping.text(of: lines).unicodeScalars.split(whereSeparator: Self.isDot).flatMap { piece in
      self.halves(of: String(piece).trimmingBlanks)
    }
    let place = Paragraph(lines: lines).place
    let parts = pieces.compactMap { piece in
      role(of: piece).map { ServiceCandidate.Part(role: $0, label: "", text: piece, place: place, certainty: 0.85) }
    }
    return parts.count >= 2 && Set(parts.map(\.role)).count == parts.count ? parts : nil
  }

  /// What a piece says of the service, by its words alone.
  private func role(of piece: String) -> ServiceRole? {
    let (vocabulary, reading) = (values.vocabulary, values.read(piece))
    if reading.hasMinutes, reading.hasPeriod || reading.hasSessions { return .dose }
    if reading.span != nil { return .dates }
    if Clauses.isGoals(piece) { return .goals }
    // "Special day class" is where.
    if reading.grouping != nil, reading.provider == nil, reading.location == nil || vocabulary.isGrouping(piece) {
      return .grouping
    }
    if vocabulary.isPerson(piece) || vocabulary.personNamed(in: piece, besides: "") != nil { return .provider }
    if reading.location != nil { return .location }
    return reading.delivery != nil ? .delivery : nil
  }

  /// "direct, group" says how and with whom.
  private func halves(of piece: String) -> [String] {
    let halves = piece.components(separatedBy: ", ")
    guard halves.count == 2, values.vocabulary.delivery(of: halves[0]) != nil,
      values.vocabulary.grouping(of: halves[1]) != nil, values.vocabulary.locationCode(of: piece) == nil
    else { return [piece] }
    return halves
  }

  private static func hasDot(_ line: TextLine) -> Bool { line.text.unicodeScalars.contains(where: isDot) }

  private static func isDot(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "·", "•", "|", "∙": true
    default: false
    }
  }
}
