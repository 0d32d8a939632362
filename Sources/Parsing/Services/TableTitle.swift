import Extraction
import IEPModel

/// The line right above a table that has no column for the service: its name, and beside it what holds for all rows.
/// "Occupational Therapy | Related Service · Provider: M. Hale, OTR/L" over "Amount | Setting | Dates".
struct TableTitle: Sendable {
  /// The service's name as printed.
  let service: TextLine
  private let marks: [(role: ServiceRole, text: String)]

  /// - Parameter line: what stands above the table, on its page.
  init?(_ line: TextLine, above table: Table, labels: LabelVocabulary, values: ValueReaders) {
    let titles = CardTitles(labels: labels, values: values)
    let groups = line.groups
    guard (1...3).contains(groups.count), line.page == table.page, (0..<24).contains(table.box.y0 - line.box.y1),
      !line.words.contains(where: { Ticks.isTick($0) || $0.field != nil }),
      case let name = CardTitles.withoutCount(Self.unlabelled(groups[0], page: line.page, labels)),
      (1...8).contains(name.words.count), titles.namesService(name.text), !titles.saysAmount(name.text),
      !values.vocabulary.isPerson(name.text) || values.vocabulary.isService(name.text)
    else { return nil }
    service = name
    let said = groups.dropFirst().map {
      Self.marks(in: $0.map(\.text).joined(separator: " "), labels, values.vocabulary)
    }
    marks = said.flatMap(\.self)
    // All that stands beside the name is known, else the line is a row of another table; a name alone is set apart from
    // the rows, else it is the end of one.
    let below = table.cells(startingIn: 1).lazy.flatMap(\.lines).first
    if said.contains(where: \.isEmpty) || said.isEmpty && !(below.map(name.differsInType) ?? true) { return nil }
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
