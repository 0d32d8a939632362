import Extraction
import IEPModel

/// Boxes in a card that are ticked behind a value or without a label: they say by themselves what they are of.
struct CardBoxes: Sendable {
  let values: ValueReaders

  /// "Provider: District ☐ Ind ☒ Grp": boxes behind a value that say something else of the service.
  func behind(_ fact: Fact, as role: ServiceRole) -> (value: String, lines: [TextLine])? {
    guard let first = fact.lines.first, let box = first.words.firstIndex(where: Ticks.isTick), box > 0
    else { return nil }
    let value = first.words[..<box].map(\.text).joined(separator: " ")
    if role.isDose, let parted = PeriodBoxes(first, behind: box) {
      return (parted.amount, parted.others.map { [$0] + fact.lines.dropFirst() } ?? [])
    }
    // "Frequency: 3 ☐ day ☒ week" asks for the period; "30 minutes weekly ☒ Ind ☐ Grp" for something else.
    if role.isDose, !values.read(value).hasPeriod { return nil }
    let boxes = [TextLine(page: first.page, words: Array(first.words[box...]))] + fact.lines.dropFirst()
    guard values.read(value).support(role) >= 0.35 else { return nil }
    // "Provider: Behaviorist ☐ Ind ☐ Grp": nothing ticked says nothing more.
    if !role.isDose, !boxes.contains(where: { $0.words.contains { $0.text == "☒" } }) { return (value, []) }
    return ticked(boxes[0], taken: [role]).isEmpty ? nil : (value, boxes)
  }

  /// "☒ Ind ☐ Grp": what is ticked without a label before it says whom the service is given with, how or where.
  func ticked(_ line: TextLine, taken: Set<ServiceRole>) -> [ServiceCandidate.Part] {
    let options = Ticks.options(in: line)
    // "☒ Special education ☐ Related service": the kinds of service, of which one may read like a place.
    let kinds = options.compactMap { option in
      values.vocabulary.category(ofHeading: option.label).map { (option: option, category: $0) }
    }
    if Set(kinds.map(\.category)).count > 1 {
      let chosen = kinds.map(\.option).filter(\.isOn)
      guard chosen.count == 1, !taken.contains(.category) else { return [] }
      return [
        ServiceCandidate.Part(
          role: .category, label: "", text: chosen[0].label, place: chosen[0].place, certainty: 0.85)
      ]
    }
    let found: [(role: ServiceRole, option: TickedOption)] = options.filter(\.isOn).compactMap {
      option in
      let vocabulary = values.vocabulary
      let grouping = vocabulary.grouping(of: option.label)
      // "Regular class" is where, though a class may be with whom.
      let isPlace = grouping == .wholeClass && vocabulary.isPlace(option.label)
      let role: ServiceRole? =
        grouping != nil && !isPlace
        ? .grouping
        : (vocabulary.delivery(of: option.label) != nil
          ? .delivery : (vocabulary.locationCode(of: option.label) != nil ? .location : nil))
      return role.map { ($0, option) }
    }
    // "☒ Ind ☒ Grp" says both, so neither.
    return found.filter { one in !taken.contains(one.role) && found.filter { $0.role == one.role }.count == 1 }.map {
      ServiceCandidate.Part(role: $0.role, label: "", text: $0.option.label, place: $0.option.place, certainty: 0.85)
    }
  }

  /// "☒ direct   40 minutes, 4 times each ☐ day ☒ week": the amount among the boxes.
  func amount(_ line: TextLine) -> [ServiceCandidate.Part] {
    guard let said = TickedMenu.chosen(line), let (_, amount) = values.amount(endingIn: said.words.map(\.text)) else {
      return []
    }
    return [ServiceCandidate.Part(role: .dose, label: "", text: amount, place: line.place, certainty: 0.85)]
  }

  /// "Place: ☒ Regular class ☐ Bus ☒ ESY": a box for the extended year among others.
  func extendedYear(_ fact: Fact, taken: Set<ServiceRole>) -> [ServiceCandidate.Part] {
    let boxes = Ticks.wrappedOptions(in: fact.lines).filter(\.isOn)
    guard !taken.contains(.extendedSchoolYear), boxes.count > 1,
      let box = boxes.first(where: { ["esy", "extended school year"].contains($0.label.lowercased()) })
    else { return [] }
    return [
      ServiceCandidate.Part(role: .extendedSchoolYear, label: "", text: "Yes", place: box.place, certainty: 0.9)
    ]
  }
}
