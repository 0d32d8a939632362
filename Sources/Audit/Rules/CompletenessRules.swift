import IEPModel

/// SM-101 to SM-110: what every line must say (34 CFR 300.320(a)(7)). Only what a form asks for can be missing.
enum CompletenessRules {
  static let all = [
    AuditRule(id: "SM-101") {
      missing($0, .startDate, inherited: $0.document.iep.startDate, "start date") { $0.startDate == nil }
    },
    AuditRule(id: "SM-102") {
      missing($0, .endDate, inherited: $0.document.iep.endDate, "end date") { $0.endDate == nil }
    },
    AuditRule(id: "SM-103", check: frequency),
    AuditRule(id: "SM-104", check: amount),
    AuditRule(id: "SM-105") { missing($0, .location, inherited: nil, "location") { $0.location == nil } },
    AuditRule(id: "SM-110", check: unreadable),
  ]

  private static func missing(
    _ context: AuditContext, _ fact: ServiceFact, inherited: CalendarDate?, _ word: String,
    _ isMissing: (ServiceLine) -> Bool
  ) -> [Verdict] {
    context.services.filter { $0.asked.contains(fact) && isMissing($0) }.map { line in
      .fail(
        Failure(
          message: "\(context.name(line)) has no \(word), though the form asks for one.", subjects: [line.id],
          expected: "a \(word)", actual: "blank", places: line.placesAsSubject, facts: line.facts + [word]))
    }
  }

  private static func needsTime(_ line: ServiceLine) -> Bool {
    line.service.code != .transportation && line.category != .personnelSupport && line.dose.qualifier != .asNeeded
  }

  private static func frequency(_ context: AuditContext) -> [Verdict] {
    context.services.filter { line in
      needsTime(line) && !line.dose.text.isEmpty && line.dose.period == nil && line.dose.sessions == nil
        && line.dose.sessionMinutes != nil && line.asked.contains(.frequency) && line.asked.contains(.amount)
        && !line.dose.text.contains("|")
    }.map { line in
      .fail(
        Failure(
          message: "\(context.name(line)) says how long but not how often: \"\(line.dose.text)\".", subjects: [line.id],
          expected: "sessions or a total over a period", actual: line.dose.text, places: line.placesAsSubject,
          facts: line.facts))
    }
  }

  private static func amount(_ context: AuditContext) -> [Verdict] {
    context.services.filter { line in
      needsTime(line) && line.dose.minutesPerPeriod == nil && line.dose.sessionMinutes == nil
        && (line.dose.sessions != nil || line.dose.period != nil)
    }.map { line in
      .fail(
        Failure(
          message: "\(context.name(line)) says how often but not for how many minutes: \"\(line.dose.text)\".",
          subjects: [line.id],
          expected: "minutes", actual: line.dose.text, places: line.placesAsSubject, facts: line.facts))
    }
  }

  private static func unreadable(_ context: AuditContext) -> [Verdict] {
    context.services.filter { line in
      needsTime(line) && !line.dose.text.isEmpty && line.dose.minutesPerPeriod == nil && line.dose.sessionMinutes == nil
        && line.dose.sessions == nil && line.dose.period == nil
    }.map { line in
      .fail(
        Failure(
          message: "The amount of \(context.name(line)) could not be read: \"\(line.dose.text)\". Please look at it.",
          subjects: [line.id], actual: line.dose.text, places: line.placesAsSubject, facts: line.facts))
    }
  }
}
