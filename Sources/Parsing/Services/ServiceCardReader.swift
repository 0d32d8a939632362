import Extraction
import IEPModel

/// Reads services that are set as cards: labels with their values, one service after another.
struct ServiceCardReader: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  /// - Parameters:
  ///   - items: the section's items; lines between cards are headings over those that follow.
  ///   - heading: the section's, which may be the name of its first card's service.
  func read(_ items: [SectionItem], under heading: TextLine? = nil, context: ServiceContext) -> [ServiceCandidate] {
    var collector = CardCollector(labels: labels, values: values, under: heading, context: context)
    for item in SideBySide.untangled(items) {
      switch item {
      case .fact(let fact): collector.take(fact)
      case .line(let line): collector.take(line)
      case .table: collector.close()
      }
    }
    collector.close()
    var candidates = Self.withoutDecision(collector.candidates)
    candidates.noteCompany(by: values)
    return candidates
  }

  /// "Extended School Year (ESY): ☒ Yes ☐ No" behind the last of several cards, of which no other asks for it: what the
  /// plan says of all, no part of that card.
  private static func withoutDecision(_ cards: [ServiceCandidate]) -> [ServiceCandidate] {
    var cards = cards
    guard cards.count >= 2, let last = cards.indices.last, let end = cards[last].parts.last,
      end.role == .extendedSchoolYear, !end.label.isEmpty,
      !cards.dropLast().contains(where: { $0.asked.contains(.extendedSchoolYear) })
    else { return cards }
    cards[last].parts.removeLast()
    cards[last].asked.remove(.extendedSchoolYear)
    return cards
  }
}
