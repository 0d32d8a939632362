import IEPModel

/// Services set as entries of two lines: the name and its amount, and below them who gives it, where and with whom,
/// parted by dots: "Reading lab | 4 sessions a week, 45 minutes each" over "Special educator · Resource room · small group".
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
      guard let entry = entry(line), let said = details(below: line, in: lines[(index + 1)...]) else { continue }
      candidates.append(
        ServiceCandidate(parts: entry + said, context: context, asked: Set((entry + said).map(\.role))))
    }
    candidates.noteCompany(by: values.vocabulary)
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

  /// The pieces of the next line or two, each a person, a place, a grouping or a delivery.
  private func details(below line: TextLine, in rest: ArraySlice<TextLine>) -> [ServiceCandidate.Part]? {
    guard let first = rest.first, first.page == line.page, Self.hasDot(first),
      first.box.y0 - line.box.y1 < line.height * 1.2
    else { return nil }
    var lines = [first]
    // "small" over "group": a short line below goes on.
    if let next = rest.dropFirst().first, next.page == first.page, next.groups.count == 1, next.words.count <= 4,
      next.text.first?.isLowercase == true, next.box.y0 - first.box.y1 < first.height
    {
      lines.append(next)
    }
    let pieces = Unwrapping.text(of: lines).unicodeScalars.split(whereSeparator: Self.isDot).map {
      String($0).trimmingBlanks
    }
    let place = Paragraph(lines: lines).place
    let parts = pieces.compactMap { piece -> ServiceCandidate.Part? in
      let vocabulary = values.vocabulary
      let role: ServiceRole? =
        vocabulary.grouping(of: piece) != nil && vocabulary.providerCode(of: piece) == nil
        ? .grouping
        : (vocabulary.isPerson(piece) || vocabulary.personNamed(in: piece, besides: "") != nil
          ? .provider
          : (vocabulary.locationCode(of: piece) != nil
            ? .location : (vocabulary.delivery(of: piece) != nil ? .delivery : nil)))
      return role.map { ServiceCandidate.Part(role: $0, label: "", text: piece, place: place, certainty: 0.85) }
    }
    return parts.count >= 2 && Set(parts.map(\.role)).count == parts.count ? parts : nil
  }

  private static func hasDot(_ line: TextLine) -> Bool { line.text.unicodeScalars.contains(where: isDot) }

  private static func isDot(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "·", "•", "|", "∙": true
    default: false
    }
  }
}
