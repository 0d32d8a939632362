import IEPModel

/// SM-401 to SM-416: windows of the plan and its lines (34 CFR 300.323, 300.324).
enum DateRules {
  static let all = [
    AuditRule(id: "SM-401") { context in
      guard let first = context.document.iep.startDate else { return [] }
      if isEvery(context.services.compactMap(\.startDate), { $0 < first }) {
        return [.cannotTell("every line starts before \(first), which may not be the IEP's first day")]
      }
      return context.services.compactMap { line in
        guard let start = line.startDate, start < first, line.extendedSchoolYear != true, reversed(line) == nil else {
          return nil
        }
        if start.adding(years: 1) < first {
          return .cannotTell("\(context.name(line)) starts \(start), which may be the day since when it is given")
        }
        return failure(
          line, "\(context.name(line)) starts \(start), before the IEP's first day, \(first).", "\(first) or later",
          "\(start)")
      }
    },
    AuditRule(id: "SM-402") { context in
      let iep = context.document.iep
      // A plan that does not say when it ends is reviewed within a year all the same.
      guard let last = iep.endDate ?? iep.startDate?.adding(years: 1) else { return [] }
      if isEvery(context.services.compactMap(\.endDate), { $0 > last }) {
        return [.cannotTell("every line ends after \(last), which may not be the IEP's last day")]
      }
      let name = iep.endDate != nil ? "the IEP's last day" : "a year from the IEP's first day"
      return context.services.compactMap { line in
        guard let end = line.endDate, end > last, reversed(line) == nil else { return nil }
        return failure(
          line, "\(context.name(line)) ends \(end), after \(name), \(last).", "\(last) or earlier", "\(end)")
      }
    },
    AuditRule(id: "SM-403") { context in
      guard let start = context.document.iep.startDate, let end = context.document.iep.endDate else { return [] }
      guard end > start.adding(years: 1) else { return [] }
      if end > start.adding(years: 2) {
        return [.cannotTell("\(end), two years or more after \(start), may be the day of another review")]
      }
      if let meeting = context.document.iep.meetingDate, start >= meeting.adding(years: 1) {
        return [.cannotTell("\(start), a year or more after the meeting of \(meeting), may not be the IEP's first day")]
      }
      return [
        .fail(
          Failure(
            message: "The IEP runs from \(start) to \(end), longer than a year.", subjects: ["iep"],
            expected: "\(start.adding(years: 1)) or earlier",
            actual: "\(end)", arithmetic: "\(start.days(until: end)) days",
            places: dates(context, ["startDate", "endDate"]), facts: ["\(start)", "\(end)"]))
      ]
    },
    // Needs a profile's number of school days; without one the rule does not apply.
    AuditRule(id: "SM-404") { _ in [] },
    AuditRule(id: "SM-405") { context in context.services.compactMap { reversed($0) } },
    AuditRule(id: "SM-408") { context in
      guard let day = context.document.iep.meetingDate ?? context.document.iep.startDate else { return [] }
      guard let last = context.document.iep.lastEvaluationDate, last.adding(years: 3) < day else {
        return overdue(context, on: day)
      }
      return [
        .fail(
          Failure(
            message: "The last evaluation was \(last), more than three years before the IEP of \(day).",
            subjects: ["iep"],
            expected: "\(last.adding(years: 3)) or earlier", actual: "\(day)",
            arithmetic: "\(last) + 3 years = \(last.adding(years: 3))",
            places: dates(context, ["lastEvaluationDate"]), facts: ["\(last)", "\(day)"]))
      ]
    },
    AuditRule(id: "SM-409") { context in
      guard let review = context.document.iep.annualReviewDate,
        let meeting = context.document.iep.meetingDate ?? context.document.iep.startDate,
        review > meeting.adding(years: 1).adding(days: 14)
      else { return [] }
      return [
        .fail(
          Failure(
            message: "The annual review is set for \(review), more than a year after the meeting of \(meeting).",
            subjects: ["iep"],
            expected: "\(meeting.adding(years: 1)) or earlier", actual: "\(review)",
            places: dates(context, ["annualReviewDate"]), facts: ["\(review)", "\(meeting)"]))
      ]
    },
    AuditRule(id: "SM-410") { context in
      guard let end = context.document.iep.endDate ?? lastDay(context) else { return [] }
      return context.document.goals.compactMap { goal in
        guard let target = goal.targetDate, target > end else { return nil }
        return .fail(
          Failure(
            message: "Goal \(goal.number ?? goal.id) is to be reached by \(target), after the IEP's last day, \(end).",
            subjects: [goal.id],
            expected: "\(end) or earlier", actual: "\(target)", places: goal.provenance.map { $0.of(goal.id) },
            facts: ["\(target)", goal.text]))
      }
    },
    AuditRule(id: "SM-416") { context in
      // A sentence or an aid under the heading is no line: that has an amount, and a day or a person.
      let lines = context.services.filter {
        $0.extendedSchoolYear == true && $0.isTimed && ($0.startDate != nil || $0.provider != nil)
      }
      guard context.document.iep.extendedSchoolYear == false, !lines.isEmpty else { return [] }
      return [
        .fail(
          Failure(
            message:
              "The student is marked as not eligible for extended school year services, and \(lines.count) such lines are listed.",
            subjects: ["iep"] + lines.map(\.id), places: lines.flatMap(\.placesAsSubject), facts: lines.map(\.dose.text)
          ))
      ]
    },
  ]

  /// Where all lines of several lie outside the plan, the plan's dates were misread sooner than all of theirs.
  private static func isEvery(_ dates: [CalendarDate], _ isOutside: (CalendarDate) -> Bool) -> Bool {
    dates.count >= 3 && dates.allSatisfy(isOutside)
  }

  private static func reversed(_ line: ServiceLine) -> Verdict? {
    guard let start = line.startDate, let end = line.endDate, end < start else { return nil }
    return failure(
      line, "\(line.service.text) (\(line.id)) ends \(end), before it starts, \(start).", "\(start) or later", "\(end)")
  }

  private static func failure(_ line: ServiceLine, _ message: String, _ expected: String, _ actual: String) -> Verdict {
    .fail(
      Failure(
        message: message, subjects: [line.id], expected: expected, actual: actual, places: line.placesAsSubject,
        facts: line.facts))
  }

  /// The reevaluation that the form says is due was due before the meeting. A day years before is that of another one.
  private static func overdue(_ context: AuditContext, on day: CalendarDate) -> [Verdict] {
    guard let due = context.document.iep.reevaluationDueDate, due < day, due.adding(years: 2) > day,
      context.document.iep.kind != .reevaluation
    else { return [] }
    return [
      .fail(
        Failure(
          message: "The reevaluation was due \(due), before the IEP of \(day).", subjects: ["iep"],
          expected: "\(day) or later", actual: "\(due)", places: dates(context, ["reevaluationDueDate"]),
          facts: ["\(due)", "\(day)"]))
    ]
  }

  /// The plan's last day where the form prints none: that of the annual review, where most lines of service end on it.
  private static func lastDay(_ context: AuditContext) -> CalendarDate? {
    let ends = context.services.filter { $0.extendedSchoolYear != true }.compactMap(\.endDate)
    guard let review = context.document.iep.annualReviewDate, ends.count >= 2,
      ends.count(where: { $0 == review }) * 2 > ends.count
    else { return nil }
    return review
  }

  private static func dates(_ context: AuditContext, _ properties: Set<String>) -> [Place] {
    context.document.iep.provenance.filter { properties.contains($0.property ?? "") }
  }
}
