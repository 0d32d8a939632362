import IEPModel

/// SM-501 and SM-502: the least restrictive environment (34 CFR 300.116, 300.320(a)(5)).
enum PlacementRules {
  static let all = [AuditRule(id: "SM-501", check: percent), AuditRule(id: "SM-502", check: band)]

  private static func percent(_ context: AuditContext) -> [Verdict] {
    guard let placement = context.document.iep.placement, let stated = placement.generalEducationPercent,
      !context.services.isEmpty
    else { return [] }
    guard let week = placement.statedSchoolMinutes?.minutesPerWeek(by: context.calendar)?.max, week > .zero else {
      return [.cannotTell("the form does not print the minutes of the student's school week")]
    }
    let outside = context.services.filter { line in
      line.extendedSchoolYear != true && line.service.code != .paraprofessional && line.delivery != .consultation
        && line.delivery != .indirect
        && (line.location?.code?.isOutsideGeneralEducation ?? false)
    }
    if context.services.contains(where: {
      $0.extendedSchoolYear != true && $0.location?.code == nil && $0.service.code != .transportation
    }) {
      return [.cannotTell("a line's place is missing or not understood")]
    }
    var computed: [Rational] = []
    for calendar in [context.calendar, context.calendar.withCalendarMonths] {
      let parts = outside.map { $0.dose.minutesPerWeek(by: calendar) }
      if parts.contains(where: { $0 == nil }) {
        return [.cannotTell("a line outside general education has no minutes a week")]
      }
      let removed = parts.compactMap { $0 }.reduce(Interval(.zero), +)
      computed += [removed.min, removed.max].map { max(.zero, (week - $0) / week * 100) }
    }
    guard let low = computed.min(), let high = computed.max(), stated < low - 1 || stated > high + 1 else { return [] }
    let removed = outside.compactMap { $0.dose.minutesPerWeek(by: context.calendar) }.reduce(Interval(.zero), +)
    return [
      .fail(
        Failure(
          message:
            "The IEP states \(stated.formatted()) % of the week in general education; its lines leave \(computed[0].formatted(places: 1)) %.",
          subjects: ["iep"] + outside.map(\.id), expected: "\(computed[0].formatted(places: 1)) %",
          actual: "\(stated.formatted()) %",
          arithmetic:
            "(\(week.formatted()) - \(removed.formatted(places: 1))) / \(week.formatted()) = \(computed[0].formatted(places: 1)) %",
          places: context.document.iep.provenance.filter { $0.property == "placement.generalEducationPercent" },
          facts: [stated.formatted()]))
    ]
  }

  private static func band(_ context: AuditContext) -> [Verdict] {
    guard let placement = context.document.iep.placement, let stated = placement.generalEducationPercent,
      let environment = placement.environment?.lowercased()
    else { return [] }
    let bounds: (Rational, Rational)
    if environment.contains("80") {
      bounds = (80, 100)
    } else if environment.contains("40")
      && (environment.contains("79") || environment.contains("no more") || environment.contains("-")
        || environment.contains("at least 40"))
    {
      bounds = (40, 79)
    } else if environment.contains("less than 40") || environment.contains("<40") || environment.contains("< 40")
      || environment.contains("under 40")
    {
      bounds = (0, 40)
    } else {
      return []
    }
    // Between the bands two federal wordings disagree (SM-512): never an error.
    if stated >= bounds.0 - 1 && stated <= bounds.1 + 1 { return [] }
    return [
      .fail(
        Failure(
          message:
            "The stated environment is \"\(placement.environment ?? "")\", the stated share of time \(stated.formatted()) %.",
          subjects: ["iep"], expected: "\(bounds.0.formatted()) to \(bounds.1.formatted()) %",
          actual: "\(stated.formatted()) %",
          places: context.document.iep.provenance.filter { $0.property?.hasPrefix("placement.") ?? false },
          facts: [environment, stated.formatted()]))
    ]
  }
}
