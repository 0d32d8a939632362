import IEPModel
import Seeds

/// What the rules look at: one document, and the calendar by which minutes are counted.
struct AuditContext {
  let document: IEPDocument
  let calendar: SchoolCalendar
  let words: RuleWords
  let areas: ServiceAreas
  let topics: GoalTopics
  let doubts: ReadingDoubts

  init(document: IEPDocument, calendar: SchoolCalendar, catalogue: RuleCatalogue) {
    self.document = document
    self.calendar = calendar
    words = catalogue.words
    areas = catalogue.areas
    topics = catalogue.topics
    doubts = ReadingDoubts(document)
  }

  var services: [ServiceLine] { document.services }

  /// Minutes a week in each month convention, 4 weeks and 52/12, without doubles.
  func weekly(_ dose: Dose) -> [Interval] {
    var result: [Interval] = []
    for calendar in [calendar, calendar.withCalendarMonths] {
      if let value = dose.minutesPerWeek(by: calendar), !result.contains(value) { result.append(value) }
    }
    return result
  }

  /// A line's words for messages: "Occupational Therapy (svc-2)".
  func name(_ line: ServiceLine) -> String { "\(line.service.text) (\(line.id))" }

  /// "2 x 30 min/week = 60 min/week".
  func arithmetic(_ dose: Dose) -> String {
    guard let week = dose.minutesPerWeek(by: calendar) else { return dose.text }
    let period = dose.period.map { ($0.count == 1 ? "" : $0.count.formatted() + " ") + $0.unit.rawValue } ?? "?"
    let amount: String
    if let length = dose.sessionMinutes, let sessions = dose.sessions, dose.totalMinutes == nil {
      amount = "\(sessions.formatted()) x \(length.formatted()) min/\(period)"
    } else {
      amount = "\(dose.minutesPerPeriod?.formatted() ?? "?") min/\(period)"
    }
    return "\(amount) = \(week.formatted(places: 1)) min/week"
  }
}

/// What a rule says of one subject.
enum Verdict {
  case fail(Failure)
  case cannotTell(String)
}

struct Failure {
  var severity: Severity?
  /// Where it rests on something else than other findings of its rule.
  var ground: RuleRecord.Ground?
  var message: String
  var subjects: [String]
  var expected: String?
  var actual: String?
  var arithmetic: String?
  var places: [Place] = []
  /// What makes the finding the same after a reprint: facts, not ids or pages.
  var facts: [String] = []
}

/// A rule's function beside its record's id.
struct AuditRule: Sendable {
  let id: String
  let check: @Sendable (AuditContext) -> [Verdict]
}
