import IEPModel

/// When a candidate begins and ends, by its own parts or by what its section says of all services.
struct CandidateDates: Sendable {
  let values: ValueReaders
  /// The plan's own dates, to resolve two-digit years.
  var near: CalendarDate?

  func fill(_ line: inout ServiceLine, from candidate: ServiceCandidate) {
    func read(_ role: ServiceRole) -> CalendarDate? {
      guard let text = candidate.text(role), !CellReading.isBlank(text) else { return nil }
      return values.dates.date(text, near: near)
    }
    if let text = candidate.text(.dates), !CellReading.isBlank(text) {
      if let span = values.dates.span(text) {
        (line.startDate, line.endDate) = (span.start, span.end)
      } else if let single = values.dates.date(text, near: near) {
        line.startDate = single
      }
    }
    if let start = candidate.text(.start), let span = values.dates.span(start),
      values.dates.date(start, near: near) == nil
    {
      (line.startDate, line.endDate) = (span.start, span.end)
    } else if let date = read(.start) {
      line.startDate = date
    }
    if let date = read(.end) { line.endDate = date }
    // "45 minutes weekly in the resource room beginning 10/27/2025"
    if line.startDate == nil, line.endDate == nil, candidate.asked.isDisjoint(with: [.start, .end, .dates]),
      let amount = candidate.text(.dose) ?? candidate.text(.amount), amount.utf8.count > 30
    {
      let dates = values.dates.dates(in: amount, near: near)
      line.startDate = dates.first?.date
      if dates.count == 2 { line.endDate = dates[1].date }
    }
    if line.startDate == nil, line.endDate == nil, candidate.asked.isDisjoint(with: [.start, .end, .dates]) {
      (line.startDate, line.endDate) = (candidate.context.start, candidate.context.end)
    }
    // "All services end on 11/13/26." beside a column of the days on which they begin.
    if line.endDate == nil, candidate.asked.isDisjoint(with: [.end, .dates]), candidate.context.start == nil {
      line.endDate = candidate.context.end
    }
    if line.startDate == nil, candidate.asked.isDisjoint(with: [.start, .dates]), candidate.context.end == nil {
      line.startDate = candidate.context.start
    }
    let listsOthers = candidate.parts.contains {
      [.start, .end, .dates].contains($0.role) && DatesOfServices.asksOnlyOthers($0.label)
    }
    if candidate.context.datesFillBlanks || listsOthers {
      line.startDate = line.startDate ?? candidate.context.start
      line.endDate = line.endDate ?? candidate.context.end
    }
  }
}
