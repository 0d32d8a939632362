import Extraction
import IEPModel

/// The line right above a table that has no column for the service: its name, and beside it what holds for all rows.
/// "Occupational Therapy | Related Service · Provider: M. Hale, OTR/L" over "Amount | Setting | Dates".
struct TableTitle: Sendable {
  /// The service's name as printed.
  let service: TextLine
  private let marks: [(role: ServiceRole, text: String)]

  /// - Parameters:
  ///   - line: what stands above the table, on its page.
  ///   - description: lines between the two that say what is done.
  init?(
    _ line: TextLine, describedBy description: [TextLine] = [], above table: Table, labels: LabelVocabulary,
    values: ValueReaders
  ) {
    guard line.page == table.page,
      (0..<24).contains((description.first?.box.y0 ?? table.box.y0) - line.box.y1),
      let title = TableTitle(line, labels: labels, values: values)
    else { return nil }
    // "Consultation with the teacher about noise and seating."
    let consults = description.first.map { $0.words[0].text.lowercased().hasPrefix("consult") } ?? false
    (service, marks) = (title.service, title.marks + (consults ? [(.delivery, "consultation")] : []))
    // A name alone is set apart from the rows, else it is the end of one.
    let below = table.cells(startingIn: 1).lazy.flatMap(\.lines).first
    if line.groups.count == 1, !(below.map(service.differsInType) ?? true) { return nil }
  }

  /// All that stands beside the name is known, else the line is a row of another table.
  init?(_ line: TextLine, labels: LabelVocabulary, values: ValueReaders) {
    let titles = CardTitles(labels: labels, values: values)
    let groups = line.groups
    let kind = Self.kind(groups[0], values.vocabulary)
    let words = kind.map { Array(groups[0].dropFirst($0.count)) } ?? groups[0]
    guard (1...3).contains(groups.count),
      !line.words.contains(where: { Ticks.isTick($0) || $0.field != nil }),
      case let name = CardTitles.withoutCount(Self.unlabelled(words, page: line.page, labels)),
      (1...8).contains(name.words.count), kind != nil || titles.namesService(name.text),
      !titles.saysAmount(name.text),
      !values.vocabulary.isPerson(name.text) || values.vocabulary.isService(name.text),
      case let said = groups.dropFirst().map({
        Self.marks(in: $0.map(\.text).joined(separator: " "), labels, values.vocabulary)
      }), !said.contains(where: \.isEmpty)
    else { return nil }
    service = name
    marks = said.flatMap(\.self) + (kind.map { [(.category, $0.text)] } ?? [])
  }

  /// "Supplementary aids and services: Adult reader", "Support or related service: Occupational therapy": the kind of
  /// service as the label before its name, with the count of its words.
  private static func kind(_ words: [Word], _ vocabulary: Vocabulary) -> (text: String, count: Int)? {
    guard let colon = words.prefix(6).firstIndex(where: { $0.text.hasSuffix(":") }), colon >= 1,
      colon + 1 < words.count,
      case let label = words[...colon].map(\.text).joined(separator: " ").trimmingColon,
      label.contains(inAnyCase: "service"), vocabulary.category(ofHeading: label) != nil
    else { return nil }
    return (label, colon + 1)
  }

  /// "Service: Occupational Therapy": the name without the label before it.
  private static func unlabelled(_ words: [Word], page: Int, _ labels: LabelVocabulary) -> TextLine {
    let isLabelled =
      words.count > 1 && words[0].text.hasSuffix(":") && labels.service.exact(words[0].text).contains(.service)
    return TextLine(page: page, words: isLabelled ? Array(words.dropFirst()) : words)
  }

  /// "Related Service · Provider: School counselor": what is labelled, the kind of service, how or by whom it is given.
  private static func marks(
    in text: String, _ labels: LabelVocabulary, _ vocabulary: Vocabulary
  ) -> [(role: ServiceRole, text: String)] {
    text.split { "·•|;".contains($0) }.compactMap {
      let text = String($0).trimmingBlanks
      if let colon = text.range(of: ":"), let role = labels.service.exact(String(text[..<colon.lowerBound])).first {
        return (role, String(text[colon.upperBound...]).trimmingBlanks)
      }
      if vocabulary.category(ofHeading: text) != nil, vocabulary.locationCode(of: text) == nil {
        return (.category, text)
      }
      if vocabulary.delivery(of: text) != nil { return (.delivery, text) }
      return vocabulary.providerCode(of: text) != nil && vocabulary.isPerson(text) ? (.provider, text) : nil
    }
  }

  /// Rows below a title say how much; labels of a card's later lines ("Begins | Ends | Goals") stand over other things.
  static func isWhole(_ rows: [ServiceCandidate]) -> Bool {
    rows.allSatisfy { $0.roles.contains(where: \.isDose) || $0.part(.service) != nil }
  }

  /// What the title says of the rows that their columns do not.
  func context(_ base: ServiceContext, vocabulary: Vocabulary) -> ServiceContext {
    var context = base
    for (role, text) in marks { context.take(text, as: role, vocabulary: vocabulary) }
    return context
  }
}
