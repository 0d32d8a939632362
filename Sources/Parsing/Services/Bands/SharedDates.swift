import IEPModel

/// When services run, as a section says it for its own and for those of the sections below: both days, or the one that
/// the services have no column for.
struct SharedDates: Sendable, Hashable {
  var start: CalendarDate?
  var end: CalendarDate?
  /// Also for lines whose own column of dates is blank: "unless otherwise noted".
  var fillBlanks: Bool
}

extension SharedDates {
  /// The plan's own days, where the form says that its services run from the first to the last of them.
  /// - Parameter lines: of each section, as they stand on the page.
  init?(ofPlan plan: IEP, saidIn lines: [[TextLine]]) {
    // Where no last day is printed, the plan holds until its review.
    guard let start = plan.startDate, let end = plan.endDate ?? plan.annualReviewDate else { return nil }
    let isSaid = lines.contains { lines in
      lines.contains { DatesOfServices.mayBeThePlans($0.text) }
        && Paragraph.join(lines).contains { paragraph in
          Sentences.texts(paragraph.text).contains(where: DatesOfServices.areThePlans)
        }
    }
    guard isSaid else { return nil }
    self.init(start: start, end: end, fillBlanks: true)
  }

  /// "Duration of Special Education and Related Services: From 10/9/2025 To 10/8/2026" at the head of every page.
  init?(atHeadOf pages: [TextLine], values: ValueReaders) {
    let statement = DatesOfServices(values: values)
    let texts = pages.flatMap { line in [line.text] + line.chunks.map(\.text) }
    guard let said = texts.lazy.compactMap(statement.read).first(where: \.isForAll) else { return nil }
    self.init(start: said.start, end: said.end, fillBlanks: false)
  }

  /// "Unless a sentence says otherwise, each of these services begins on ..." at the end of the last list: said of those
  /// listed before it too.
  /// - Parameter contexts: what each section of services says of all its services.
  init?(ofAllServices contexts: [ServiceContext]) {
    let said = contexts.filter(\.datesFillBlanks).compactMap { context in
      context.start.flatMap { start in context.end.map { SharedDates(start: start, end: $0, fillBlanks: true) } }
    }
    guard let dates = said.first, Set(said).count == 1 else { return nil }
    self = dates
  }
}

extension ServiceContext {
  /// Days that a section before gives to all services after it, unless this one gives its own.
  mutating func take(_ dates: SharedDates) {
    guard start == nil, end == nil else { return }
    (start, end) = (dates.start, dates.end)
    (datesGoOn, datesFillBlanks) = (true, dates.fillBlanks)
  }
}
