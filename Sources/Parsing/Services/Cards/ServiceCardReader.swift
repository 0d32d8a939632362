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
    var candidates = withKinds(Self.withoutDecision(collector.candidates))
    candidates.noteCompany(by: values)
    return candidates
  }

  /// "Special education: Reading" on one card, "Related service: Speech" on the next: labels that differ tell the kind of
  /// each, whatever the section is called. One label for all says nothing of any.
  private func withKinds(_ cards: [ServiceCandidate]) -> [ServiceCandidate] {
    let kinds = cards.map { card -> (label: String, category: ServiceCategory)? in
      guard let name = card.part(.service), let kind = values.vocabulary.category(ofHeading: name.label) else {
        return nil
      }
      return (name.label, kind)
    }
    guard Set(kinds.compactMap { $0?.category }).count > 1 else { return cards }
    return zip(cards, kinds).map { card, kind in
      guard let kind, card.part(.category) == nil, let name = card.part(.service) else { return card }
      var card = card
      card.parts.append(.init(role: .category, label: "", text: kind.label, place: name.place, certainty: 0.9))
      return card
    }
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
