import IEPModel

/// What stands right above a table of services and holds for all its rows, where the table has no column for it: "In the
/// resource room, with the special education teacher", "Location: Speech room   Provider: SLP".
struct ServiceTableLead: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  /// The context of the table behind `blocks`: what its nearest lines say, nearest first, up to a heading or a table.
  func context(_ context: ServiceContext, behind blocks: ArraySlice<Block>) -> ServiceContext {
    var context = context
    let lines = blocks.lastLines(4)
    context.unitOfAmounts =
      context.unitOfAmounts ?? Paragraph.join(lines).reversed().lazy.compactMap { Self.unitOfAmounts($0.text) }.first
    for line in lines.suffix(3).reversed() where Self.unitOfAmounts(line.text) == nil {
      guard line.text.utf8.count < 160, !values.read(line.text).hasMinutes else { break }
      if let (place, person) = phrase(line.text) {
        if let place { take(place, as: .location, into: &context) }
        if let person { take(person, as: .provider, into: &context) }
        continue
      }
      let said = labelled(line)
      if said.isEmpty, let title = title(line) {
        context.service = title.service.text
        return title.context(context, vocabulary: values.vocabulary)
      }
      guard !said.isEmpty, values.vocabulary.category(ofHeading: line.text) == nil else { break }
      for (role, text) in said { take(text, as: role, into: &context) }
    }
    return context
  }

  /// "SPEECH-LANGUAGE | Category: Related service" over the lines that say by whom and where: a service whose rows follow.
  private func title(_ line: TextLine) -> TableTitle? {
    guard line.chunks.count > 1 else { return nil }
    return TableTitle(line, labels: labels, values: values)
  }

  /// "All amounts are hours of service.", "Service times are listed in minutes", "Minutes are given per week": the one
  /// unit, with its period where one is said, that a sentence gives all amounts of the table.
  static func unitOfAmounts(_ text: String) -> String? {
    for sentence in text.lowercased().split(separator: ".") where !sentence.contains(where: \.isNumber) {
      let words = String(sentence).words
      guard let verb = words.firstIndex(where: { ["are", "is"].contains($0) }), verb <= 4,
        !Set(words[..<verb]).isDisjoint(with: amounts)
      else { continue }
      let period = words[verb...].firstIndex { ["per", "each", "a", "every"].contains($0) }
        .flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
        .flatMap { DoseGrammar.isPeriod("per " + $0) ? " per " + $0 : nil }
      let units = Set(words[verb...]).intersection(units)
      if units.count == 1 { return units.first.map { $0 + (period ?? "") } }
      let subjects = Set(words[..<verb]).intersection(Self.units)
      if units.isEmpty, subjects.count == 1, let period { return subjects.first.map { $0 + period } }
    }
    return nil
  }

  private static let amounts: Set<String> = [
    "amount", "amounts", "time", "times", "figures", "numbers", "minutes", "hours",
  ]
  private static let units: Set<String> = ["minutes", "hours"]

  /// Fills what no line nearer to the table has said.
  private func take(_ text: String, as role: ServiceRole, into context: inout ServiceContext) {
    switch role {
    case .location where context.location == nil, .provider where context.provider == nil,
      .delivery where context.delivery == nil:
      context.take(text, as: role, vocabulary: values.vocabulary)
    case .dates where context.start == nil:
      if let span = values.dates.span(text) { (context.start, context.end) = (span.start, span.end) }
    default: break
    }
  }

  /// The labelled facts of a line of nothing else.
  private func labelled(_ line: TextLine) -> [(role: ServiceRole, text: String)] {
    LineFacts(reader: FactReader(labels: labels)).items(of: [line]).compactMap { item in
      guard case .fact(let fact) = item, !fact.value.isEmpty,
        let role = labels.service.exact(fact.label).first(where: {
          [.location, .provider, .delivery, .dates].contains($0)
        })
      else { return nil }
      return (role, fact.value)
    }
  }

  /// "In the speech room, with the speech-language pathologist", "Jo receives these services in the therapy room:".
  private func phrase(_ text: String) -> (place: String?, person: String?)? {
    let leads: Set<String> = ["in", "at", "within", "during", "outside", "with", "by"]
    let bare = HeadingCount.removed(from: text).trimmingColon
    let first = bare.prefix { $0 != " " }.lowercased()
    guard text.hasSuffix(":") || leads.contains(first) else { return nil }
    let place = Clauses.location(in: bare, vocabulary: values.vocabulary)
    // "as determined by the IEP team:" names nobody who gives it.
    let person = Clauses.provider(in: bare, vocabulary: values.vocabulary).flatMap { name in
      values.vocabulary.providerCode(of: name) == .other ? nil : name
    }
    return place == nil && person == nil ? nil : (place, person)
  }
}
