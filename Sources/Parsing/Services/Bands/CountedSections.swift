import IEPModel

/// Services each below a heading that only counts it: "SERVICE 3 OF 7". What kind of service it is the last heading of a
/// group says, which stands in the section before it.
extension ServiceSectionContext {
  /// What each section says of all its services.
  func bases(of sections: [SectionBlocks]) -> [ServiceContext] {
    var group: ServiceContext?
    var unit = SharedUnit()
    let served = ServedGoals(sections)
    /// Where all services are given, as the section before said it: "They are given on the campus, unless ...".
    var place: Coded<LocationCode>?
    return sections.enumerated().map { index, section in
      var base = base(of: section)
      base.goal = base.goal ?? served.goals[index]
      base.unitOfAmounts = unit.unit(in: section)
      if section.code != .services {
        place = nil
      } else if base.location == nil {
        base.location = place
        base.placeHoldsGroups = place != nil
      } else if ServiceContext().under(section.heading, vocabulary: values.vocabulary).location == nil {
        place = base.location
      }
      let isCounted = Self.countsService(section.heading)
      if isCounted, let group {
        base.category = base.category ?? group.category
        if group.extendedSchoolYear { base.extendedSchoolYear = true }
      }
      // "Getting to school (transportation)": the brackets say it in the law's words.
      var above = base
      if above.category == nil {
        above.category = Self.bracket(section.heading).flatMap { values.vocabulary.category(ofHeading: $0) }
      }
      group = self.group(atEndOf: section, from: isCounted ? group : above)
      return base
    }
  }

  /// "SERVICE 3 OF 7", "Service #2".
  static func countsService(_ heading: String) -> Bool {
    let words = LabelTokens.words(heading)
    guard words.count == 2 || words.count == 4 && words[2] == "of" && Int(words[3]) != nil else { return false }
    return ["service", "services", "svc"].contains(words[0]) && Int(words[1]) != nil
  }

  private static func bracket(_ heading: String) -> String? {
    guard heading.hasSuffix(")"), let open = heading.lastIndex(of: "(") else { return nil }
    return String(heading[heading.index(after: open)...].dropLast())
  }

  /// The group that the last heading among a section's lines opens.
  private func group(atEndOf section: SectionBlocks, from context: ServiceContext?) -> ServiceContext? {
    section.blocks.reduce(context) { context, block in
      guard case .line(let line) = block, line.chunks.count == 1, line.text.utf8.count < 90,
        line.isBold || line.text.isCapitals,
        !line.words.contains(where: Ticks.isTick), !line.text.contains(": "),
        // "Help for the staff (supports for school personnel)"
        let name = [line.text, Self.bracket(line.text) ?? ""].first(where: {
          values.vocabulary.category(ofHeading: $0) != nil || $0.namesExtendedYear
        })
      else { return context }
      return ServiceContext().under(name, vocabulary: values.vocabulary, isBand: true)
    }
  }
}
