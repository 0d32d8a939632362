import IEPModel

/// What a section's lines say of services where no table does: cards, lists and sentences, each reader taking what those
/// before it left.
extension ServiceSectionReader {
  /// Cards and lists; what they hold is no sentence.
  /// - Returns: the blocks that are none of them.
  func readCards(
    _ blocks: [Block], of section: SectionBlocks, facts known: [SectionItem]?, under base: ServiceContext,
    into collector: inout ServiceLineCollector
  ) -> [Block] {
    let barred = BarredCards(values: values).read(blocks, context: base)
    for candidate in barred.candidates { collector.append(candidate, block: nil) }
    let ticked = TickedList(labels: labels, values: values).read(barred.rest, context: base)
    for candidate in ticked.candidates { collector.append(candidate, block: nil) }
    var rest = ticked.rest
    let facts = facts(rest, of: section, known: known)
    // Below a table the section's heading is no card's title.
    let mayEntitle = (section.code == .services || section.code == .esy) && collector.result.lines.isEmpty
    let cards = ServiceCardReader(labels: labels, values: values).read(
      facts, under: mayEntitle ? section.headingLine : nil, context: base)
    let listed = cards.isEmpty ? ServiceEntries(values: values).read(rest.lines, context: base) : cards
    for candidate in listed { collector.append(candidate, block: nil) }
    // What a card holds is no sentence.
    let places = listed.flatMap(\.places)
    rest.removeAll { block in
      guard case .line(let line) = block else { return false }
      return places.contains {
        $0.page == line.page && $0.box.map { $0.y0 < line.box.midY && line.box.midY < $0.y1 } ?? false
      }
    }
    return rest
  }

  /// A sentence that says a service, its amount, its dates and its place or person is a line wherever it stands; one that
  /// says less only where a section of services holds nothing else.
  func readSentences(
    _ blocks: [Block], of section: SectionBlocks, under base: ServiceContext, into collector: inout ServiceLineCollector
  ) {
    collector.result.hasList = !collector.result.lines.isEmpty
    let isAlone = !collector.result.hasList && [.services, .esy, .transition].contains(section.code)
    let listed = collector.result.lines.count
    for sentence in statements.candidates(in: blocks, context: base) {
      // Among aids a sentence about an aide, with place and person, is one of the services whose dates the form says
      // once for all.
      let isAid =
        section.code == .accommodations && base.datesGoOn && sentence.saysWhereAndWho
        && [.paraprofessional, .interpreting, .transportation].contains(
          sentence.text(.service).flatMap(values.vocabulary.serviceCode))
      if sentence.isWhole || isAid {
        if !statements.isKnown(sentence, among: collector.result.lines, listed: listed) {
          collector.append(sentence, block: nil)
        }
      } else if isAlone, section.code != .transition || sentence.saysWhereAndWho {
        let before = collector.result.lines.count
        collector.append(sentence, block: nil)
        collector.result.statements += collector.result.lines[before...]
        collector.result.lines.removeSubrange(before...)
      }
    }
  }

  /// Cards that say all that a services page asks for, and services that are ticked, below a heading that nobody knew:
  /// "SPECIAL EDUCATION" alone may head anything.
  func readWholeCards(
    _ blocks: [Block], of section: SectionBlocks, facts known: [SectionItem]?, under base: ServiceContext,
    into collector: inout ServiceLineCollector
  ) {
    let ticked = TickedList(labels: labels, values: values).read(blocks, context: base)
    for card in ticked.candidates + wholeCards(in: facts(ticked.rest, of: section, known: known), context: base) {
      collector.append(card, block: nil)
    }
  }

  /// The blocks that are no tables of services as facts, read anew only where tables were taken out.
  private func facts(_ rest: [Block], of section: SectionBlocks, known: [SectionItem]?) -> [SectionItem] {
    if let known, rest.count == section.blocks.count { return known }
    return FactReader(labels: labels).items(of: rest, isColumnar: { tables.recognizer.isServiceTable($0) })
  }

  /// Cards that say all that a services page asks for, below a heading that nobody knew.
  private func wholeCards(in facts: [SectionItem], context: ServiceContext) -> [ServiceCandidate] {
    ServiceCardReader(labels: labels, values: values).read(facts, context: context).filter { card in
      let roles = Set(card.parts.filter { !CellReading.isBlank($0.text) }.map(\.role))
      return card.isWhole && roles.isSuperset(of: [.location, .provider]) && roles.contains(where: \.isDose)
    }
  }
}
