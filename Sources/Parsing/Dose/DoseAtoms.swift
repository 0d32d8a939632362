import IEPModel

/// The parts of an amount: what the parser makes of the tokens before their value is worked out.
struct DoseAtoms: Sendable {
  var minutes: [Interval] = []
  var counts: [Interval] = []
  /// Numbers without a unit.
  var bare: [Interval] = []
  /// "2 blocks", "1 period": sessions where their length is told, of unknown length where it is not.
  var lessons: [Interval] = []
  /// "for 36 weeks" beside a period: how long the service lasts is no part of its amount.
  var spans: [Interval] = []
  var periods: [Period] = []
  /// The period was an adverb ("weekly"), which means one session where no count is given.
  var isAdverb = false
  /// "total": the minutes are those of the whole period.
  var isTotal = false
  /// "per session", "each session".
  var isPerSession = false
  var active: ActivePeriods?
  var qualifier: Dose.Qualifier?
  var isAmbiguous = false
  /// Units whose length is not told ("3 units per week").
  var isOfUnknownLength = false
  /// Tokens that were understood, of all that carry meaning.
  var understood = 0
  var meaningful = 0
  /// Scalars from the first understood token to the last.
  var range: Range<Int>?

  var isEmpty: Bool {
    minutes.isEmpty && counts.isEmpty && periods.isEmpty && qualifier == nil && bare.isEmpty && lessons.isEmpty
      && !isOfUnknownLength
  }

  mutating func merge(_ other: DoseAtoms) {
    minutes += other.minutes
    counts += other.counts
    bare += other.bare
    lessons += other.lessons
    periods += other.periods
    isAdverb = isAdverb || other.isAdverb
    isTotal = isTotal || other.isTotal
    isPerSession = isPerSession || other.isPerSession
    active = active ?? other.active
    qualifier = qualifier ?? other.qualifier
    isAmbiguous = isAmbiguous || other.isAmbiguous
    understood += other.understood
    meaningful += other.meaningful
  }

  /// Counts lessons as sessions where their minutes are told: "5 days a week, 2 periods a day (47 minutes)".
  mutating func settleLessons() {
    guard let number = lessons.first else { return }
    lessons = []
    guard !minutes.isEmpty else {
      // "1 period" beside "5 per week": one each time.
      if number == Interval(1), counts.count == 1 { return }
      // "3 units per week": how often is told, how long is not.
      isOfUnknownLength = true
      return
    }
    if counts.isEmpty {
      counts = [number]
    } else if counts.count == 1, periods.contains(where: { $0.unit == .day }),
      periods.contains(where: { $0.unit != .day })
    {
      counts = [counts[0] * number]
    } else if counts != [number] {
      isAmbiguous = true
    }
  }
}
