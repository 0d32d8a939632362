import IEPModel

/// SM-302 to SM-307: whether the parts of the document agree on the minutes.
enum AgreementRules {
  static let all = [
    AuditRule(id: "SM-302", check: mentions),
    AuditRule(id: "SM-303", check: totals),
    AuditRule(id: "SM-304", check: repeated),
    AuditRule(id: "SM-307", check: fitsWeek),
  ]

  // MARK: SM-302

  private static func mentions(_ context: AuditContext) -> [Verdict] {
    context.document.serviceMentions.enumerated().compactMap { index, mention -> Verdict? in
      guard mention.historical != true, let code = mention.service.code else { return nil }
      let stated = context.weekly(mention.dose)
      let lines = ofYear(
        context.services.filter { $0.service.code == code && !context.weekly($0.dose).isEmpty }, told: mention)
      guard !stated.isEmpty, !lines.isEmpty else { return nil }
      let sums = readings(of: lines, context)
      if stated.contains(where: { s in sums.contains { agrees(s, $0) } }) { return nil }
      if lines.contains(where: { sameAmount($0.dose, mention.dose) }) { return nil }
      if isOfNamedLine(mention, stated, context) { return nil }
      if let doubt = doubt(of: mention, lines, context) { return .cannotTell(doubt) }
      let place = mention.provenance.map { $0.of("mention-\(index + 1)") }
      let grid = lines.map { context.arithmetic($0.dose) }.joined(separator: "; ")
      return .fail(
        Failure(
          message:
            "The text gives \(mention.service.text) as \"\(mention.dose.text)\", the services grid as \(lines.map { "\"\($0.dose.text)\"" }.joined(separator: " and ")).",
          subjects: ["mention-\(index + 1)"] + lines.map(\.id),
          expected: "\(sums[0].formatted(places: 1)) min/week as in the grid",
          actual: "\(stated[0].formatted(places: 1)) min/week",
          arithmetic: "grid: \(grid); text: \(context.arithmetic(mention.dose))",
          places: place + lines.flatMap(\.placesAsSubject),
          facts: [code.rawValue, mention.dose.text] + lines.map(\.dose.text)))
    }
  }

  /// "Two times a week during the school year": lines of the extended year are none of these.
  private static func ofYear(_ lines: [ServiceLine], told mention: ServiceMention) -> [ServiceLine] {
    let words = RuleWords.spaced(mention.quote ?? "")
    let year = lines.filter { $0.extendedSchoolYear != true && !$0.isOfSummer }
    guard !year.isEmpty, words.contains(" during the school year "),
      ![" extended ", " esy ", " summer "].contains(where: words.contains)
    else { return lines }
    return year
  }

  /// Why lines can't be held against a mention: the one that it speaks of may be another.
  private static func doubt(
    of mention: ServiceMention, _ lines: [ServiceLine], _ context: AuditContext
  ) -> String? {
    let name = mention.service.text
    if let week = context.weekly(mention.dose).first, week.min > context.calendar.minutesPerWeek * Rational(3, 4) {
      return "\(mention.dose.text) may be of the school week, and not of \(name)"
    }
    let words = RuleWords.spaced(mention.quote ?? "")
    if !lines.contains(where: \.isIndirect), context.words.consultation.contains(where: { words.contains(" \($0) ") }) {
      return "the text speaks of consultation in \(name), and no such line was found"
    }
    return nil
  }

  /// The sentence names a line of another code in full, and its amount ("behavior skills instruction").
  private static func isOfNamedLine(_ mention: ServiceMention, _ stated: [Interval], _ context: AuditContext) -> Bool {
    let sentence = RuleWords.spaced(mention.quote ?? "")
    return context.services.contains { line in
      sentence.contains(RuleWords.spaced(line.service.text))
        && context.weekly(line.dose).contains { amount in stated.contains { agrees($0, amount) } }
    }
  }

  private static func agrees(_ a: Interval, _ b: Interval) -> Bool {
    a.distance(to: b) <= max(Rational(1), a.max * Rational(1, 100))
  }

  private static func sameAmount(_ a: Dose, _ b: Dose) -> Bool {
    a.minutesPerPeriod != nil && a.minutesPerPeriod == b.minutesPerPeriod && a.period == b.period
  }

  /// Every way in which lines of one service may be meant: each alone, all, those of one grouping or delivery,
  /// those outside general education, the regular year's, ESY's.
  private static func readings(of lines: [ServiceLine], _ context: AuditContext) -> [Interval] {
    var groups: [[ServiceLine]] = [lines] + lines.map { [$0] }
    groups.append(lines.filter { $0.extendedSchoolYear != true })
    groups.append(lines.filter { $0.extendedSchoolYear == true })
    for delivery in Delivery.allCases { groups.append(lines.filter { $0.delivery == delivery }) }
    for grouping in Grouping.allCases { groups.append(lines.filter { $0.grouping == grouping }) }
    groups.append(lines.filter { !$0.isIndirect && $0.extendedSchoolYear != true })
    groups.append(lines.filter { $0.location?.code?.isOutsideGeneralEducation ?? false })
    var result: [Interval] = []
    for group in groups where !group.isEmpty {
      for calendar in [context.calendar, context.calendar.withCalendarMonths] {
        let parts = group.compactMap { $0.dose.minutesPerWeek(by: calendar) }
        let sum = parts.reduce(Interval(.zero), +)
        if parts.count == group.count, !result.contains(sum) { result.append(sum) }
      }
    }
    return result
  }

  // MARK: SM-303

  private static func totals(_ context: AuditContext) -> [Verdict] {
    guard let placement = context.document.iep.placement else { return [] }
    let regular = context.services.filter { $0.extendedSchoolYear != true && !$0.isOfSummer }
    let special = regular.filter { $0.category == .specialEducation }
    let related = regular.filter { $0.category == .relatedService }
    let cases: [(Dose?, String, [[ServiceLine]])] = [
      (
        placement.statedSpecialEducationMinutes, "special education",
        [special, special + related, regular, regular.filter { $0.category != .transportation }]
      ),
      (
        placement.statedRelatedServiceMinutes, "related service",
        [
          related, regular.filter { $0.category == .relatedService || $0.category == .transportation },
          related + regular.filter { $0.category == .transition },
        ]
      ),
    ]
    return cases.compactMap { stated, name, ways -> Verdict? in
      guard let stated else { return nil }
      let values = context.weekly(stated)
      guard !values.isEmpty else { return nil }
      var sums: [Interval] = []
      var whole = true
      for way in ways {
        for lines in [
          way, way.filter { !$0.isIndirect },
          way.filter { $0.service.code != .paraprofessional },
        ] {
          for calendar in [context.calendar, context.calendar.withCalendarMonths] {
            let parts = lines.filter { $0.service.code != .transportation }.map { $0.dose.minutesPerWeek(by: calendar) }
            if parts.contains(where: { $0 == nil }) { whole = false }
            sums.append(parts.compactMap { $0 }.reduce(Interval(.zero), +))
          }
        }
      }
      // Nothing was read under this heading: the lines may stand under another.
      if ways.allSatisfy(\.isEmpty), !regular.isEmpty {
        return .cannotTell("no \(name) line was found to compare the total with")
      }
      guard whole else { return .cannotTell("a \(name) line has no amount that can be counted in minutes a week") }
      if values.contains(where: { v in sums.contains { $0.distance(to: v) <= 1 } }) { return nil }
      // A line that was overlooked makes the total larger than the sum, never smaller.
      let most = sums.map(\.max).max() ?? .zero
      if values.contains(where: { $0.min > most }), let doubt = context.doubts.lines { return .cannotTell(doubt) }
      guard let first = sums.first, let lines = ways.first else { return nil }
      let parts = lines.compactMap { $0.dose.minutesPerWeek(by: context.calendar)?.formatted(places: 1) }.joined(
        separator: " + ")
      return .fail(
        Failure(
          message:
            "The stated \(name) total is \(stated.text) minutes a week; the lines add up to \(first.formatted(places: 1)).",
          subjects: ["iep"] + lines.map(\.id), expected: "\(first.formatted(places: 1)) min/week",
          actual: "\(values[0].formatted(places: 1)) min/week",
          arithmetic:
            "\(parts.isEmpty ? "no lines" : parts) = \(first.formatted(places: 1)); stated \(values[0].formatted(places: 1))",
          places: context.document.iep.provenance.filter { $0.property?.contains("stated") ?? false }.prefix(2).map {
            $0
          }, facts: [name, stated.text]))
    }
  }

  // MARK: SM-304

  private static func repeated(_ context: AuditContext) -> [Verdict] {
    var verdicts: [Verdict] = []
    for (i, a) in context.services.enumerated() {
      for b in context.services[(i + 1)...] where isSameService(a, b) && overlaps(a, b) {
        verdicts.append(
          .fail(
            Failure(
              ground: isCopy(a, b) ? .statement : nil,
              message:
                "\(context.name(a)) and \(context.name(b)) are lines of the same service over the same time: \"\(a.dose.text)\" and \"\(b.dose.text)\".",
              subjects: [a.id, b.id], places: a.placesAsSubject + b.placesAsSubject, facts: a.facts + b.facts)))
        break
      }
    }
    return verdicts
  }

  /// Lines of one service that nothing sets apart: neither place, person, delivery, group nor category.
  private static func isSameService(_ a: ServiceLine, _ b: ServiceLine) -> Bool {
    guard let code = a.service.code, code == b.service.code, a.delivery == b.delivery, a.grouping == b.grouping,
      (a.extendedSchoolYear ?? false) == (b.extendedSchoolYear ?? false), a.isOfSummer == b.isOfSummer,
      a.category == b.category,
      isSameName(a.service.text, b.service.text)
    else { return false }
    let hasSameDates = a.startDate == b.startDate && a.endDate == b.endDate
    let (place, person) = (a.location?.code == b.location?.code, a.provider?.code == b.provider?.code)
    // A copy is a copy where the place or the person of one was not understood.
    if hasSameDates, a.dose == b.dose {
      return (place || a.location?.code == nil || b.location?.code == nil)
        && (person || a.provider?.code == nil || b.provider?.code == nil)
    }
    guard place, person else { return false }
    guard a.dose.minutesPerPeriod != nil, b.dose.minutesPerPeriod != nil else { return false }
    if let one = a.dose.minutesPerWeek(by: SchoolCalendar()), one == b.dose.minutesPerWeek(by: SchoolCalendar()) {
      // One line in words and again in the grid, where only one of them has dates, is the same commitment.
      return hasSameDates && a.startDate != nil
    }
    // Instruction in several subjects stands in lines of one name. A second amount that sets in later is no subject.
    if code.isOfSeveralSubjects { return !hasSameDates && a.startDate != nil && b.startDate != nil }
    // Where the place is blank or was not understood, it may be what sets them apart.
    return a.location?.code != nil
  }

  /// Alike in every cell: where one was read wrong, so was the other, and they are a copy all the same.
  private static func isCopy(_ a: ServiceLine, _ b: ServiceLine) -> Bool {
    a.facts == b.facts && a.provider?.text == b.provider?.text && a.goalNumbers == b.goalNumbers
      && a.dose.minutesPerWeek(by: SchoolCalendar()) != nil && a.provenance.first != b.provenance.first
  }

  /// "OT" and "OT services" are one name; "Language therapy" and "Speech therapy" are two services of one kind.
  private static func isSameName(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Set(RuleWords.words(of: a)), Set(RuleWords.words(of: b)))
    return a.isSubset(of: b) || b.isSubset(of: a)
  }

  private static func overlaps(_ a: ServiceLine, _ b: ServiceLine) -> Bool {
    if let end = a.endDate, let start = b.startDate, end < start { return false }
    if let end = b.endDate, let start = a.startDate, end < start { return false }
    return true
  }

  // MARK: SM-307

  private static func fitsWeek(_ context: AuditContext) -> [Verdict] {
    let stated = context.document.iep.placement?.statedSchoolMinutes.flatMap { $0.minutesPerWeek(by: context.calendar) }
    let week = stated?.max ?? context.calendar.minutesPerWeek
    let limit = stated == nil ? week * Rational(11, 10) : week
    return context.services.compactMap { line -> Verdict? in
      guard let minutes = line.dose.minutesPerWeek(by: context.calendar), minutes.min > limit,
        line.service.code != .transportation
      else { return nil }
      return .fail(
        Failure(
          message:
            "\(context.name(line)) would take \(minutes.formatted(places: 1)) minutes a week of a school week of \(week.formatted()).",
          subjects: [line.id], expected: "at most \(week.formatted()) min/week",
          actual: "\(minutes.formatted(places: 1)) min/week",
          arithmetic: context.arithmetic(line.dose), places: line.placesAsSubject, facts: line.facts))
    }
  }
}

extension ServiceCode {
  fileprivate var isOfSeveralSubjects: Bool {
    self == .specializedInstruction || self == .transition || self == .vocational || self == .paraprofessional
  }
}
