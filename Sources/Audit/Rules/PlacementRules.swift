import IEPModel

/// SM-501 and SM-502: the least restrictive environment (34 CFR 300.116, 300.320(a)(5)).
enum PlacementRules {
  static let all = [AuditRule(id: "SM-501", check: percent), AuditRule(id: "SM-502", check: band)]

  /// Minutes of a school week where the form prints none: 25 to 37.5 hours.
  private static let plausibleWeeks = Rational(1500)...Rational(2250)
  /// What a printed figure may be: half-day preschool to a long week. Others were misread, or are of another span.
  private static let readableWeeks = Rational(600)...Rational(2700)

  /// Points of the share that one line may take.
  private static let aLine: Rational = 10

  /// A line that starts well after the plan or ends well before it: the share of time differs over the year.
  private static func isPhase(_ line: ServiceLine, of iep: IEP) -> Bool {
    if let start = line.startDate, let first = iep.startDate, first.days(until: start) > 30 { return true }
    if let end = line.endDate, let last = iep.endDate, end.days(until: last) > 30 { return true }
    return false
  }

  private static func percent(_ context: AuditContext) -> [Verdict] {
    guard let placement = context.document.iep.placement, let stated = placement.generalEducationPercent,
      !context.services.isEmpty
    else { return [] }
    let printed = placement.statedSchoolMinutes?.minutesPerWeek(by: context.calendar)?.max
    if let printed, !readableWeeks.contains(printed) {
      return [.cannotTell("the minutes of the school week were read as \(printed.formatted())")]
    }
    let weeks = printed.map { [$0] } ?? [plausibleWeeks.lowerBound, plausibleWeeks.upperBound]
    let week = printed ?? context.calendar.minutesPerWeek
    let counted = context.services.filter { line in
      line.extendedSchoolYear != true && !line.isOfSummer && line.service.code != .paraprofessional
        && line.service.code != .transportation && !line.isIndirect
    }
    let outside = counted.filter { $0.location?.code?.isOutsideGeneralEducation ?? false }
    let elsewhere = counted.filter { $0.location?.code == .other }
    // Where a line's place is blank or was not understood, its minutes may be inside or outside.
    let unplaced = counted.filter { $0.location?.code == nil }
    if unplaced.count * 2 >= counted.count, !unplaced.isEmpty {
      return [.cannotTell("the place of \(unplaced.count) of \(counted.count) lines is missing or not understood")]
    }
    var computed: [Rational] = []
    for calendar in [context.calendar, context.calendar.withCalendarMonths] {
      let parts = outside.map { $0.dose.minutesPerWeek(by: calendar) }
      if parts.contains(where: { $0 == nil }) {
        return [.cannotTell("a line outside general education has no minutes a week")]
      }
      let removed = parts.compactMap { $0 }.reduce(Interval(.zero), +)
      // A health room or an office is no class: the share may be meant with such minutes or without them.
      let most =
        removed.max + (elsewhere + unplaced).compactMap { $0.dose.minutesPerWeek(by: calendar)?.max }.reduce(.zero, +)
      for week in weeks { computed += [removed.min, removed.max, most].map { max(.zero, (week - $0) / week * 100) } }
    }
    guard let low = computed.min(), let high = computed.max() else { return [] }
    let slack: Rational = printed == nil ? 5 : 1
    if stated >= low - slack && stated <= high + slack {
      return printed == nil ? [.cannotTell("the form does not print the minutes of the student's school week")] : []
    }
    // A line that was overlooked leaves less than was computed, never more.
    if printed == nil, stated < low {
      if let doubt = context.doubts.missingLines { return [.cannotTell(doubt)] }
      if !AreaLinks.unserved(context).isEmpty { return [.cannotTell("a goal is served by no line that was read")] }
      if low - stated < aLine, !context.services.contains(where: { $0.category == .specialEducation }) {
        return [.cannotTell("no line of special education was found")]
      }
    }
    // Half the week apart, or the share that is left, is a figure of something else.
    let left = 100 - stated
    if printed == nil, stated < low - 50 || stated > high + 50 || (left >= low - 5 && left <= high + 5) {
      return [.cannotTell("the stated share, \(stated.formatted()) %, may be of something else than the lines' week")]
    }
    if outside.contains(where: { isPhase($0, of: context.document.iep) }) {
      return [.cannotTell("lines outside general education run for a part of the year")]
    }
    let removed = outside.compactMap { $0.dose.minutesPerWeek(by: context.calendar) }.reduce(Interval(.zero), +)
    let leaves =
      printed == nil && low != high
      ? "\(low.formatted(places: 1)) to \(high.formatted(places: 1))" : computed[0].formatted(places: 1)
    let assumed = printed == nil ? " in any school week of 25 to 37.5 hours" : ""
    return [
      .fail(
        Failure(
          message:
            "The IEP states \(stated.formatted()) % of the week in general education; its lines leave \(leaves) %\(assumed).",
          subjects: ["iep"] + outside.map(\.id), expected: "\(leaves) %",
          actual: "\(stated.formatted()) %",
          arithmetic: printed == nil
            ? "1 - \(removed.formatted(places: 1)) / \(weeks.map { $0.formatted() }.joined(separator: " to ")) = \(leaves) %"
            : "(\(week.formatted()) - \(removed.formatted(places: 1))) / \(week.formatted()) = \(computed[0].formatted(places: 1)) %",
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
