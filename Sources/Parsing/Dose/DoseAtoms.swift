import IEPModel

/// The parts of an amount: what the parser makes of the tokens before their value is worked out.
struct DoseAtoms: Sendable {
  var minutes: [Interval] = []
  var counts: [Interval] = []
  /// Numbers without a unit.
  var bare: [Interval] = []
  /// Which of the counts is one of days: "5 days".
  var days: Int?
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
  /// "Biweekly": twice a week, or every two weeks.
  var isTwofold = false
  /// "And" stood between whole parts.
  var isSum = false
  /// "Or" stood between parts: one of them holds.
  var isChoice = false
  /// After how many counts there were as many lengths: each count came with its own.
  var pairs: Set<Int> = []
  /// The period is that of the days that were named.
  var isByDays = false
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
    days = days ?? other.days.map { $0 + counts.count }
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
    isTwofold = isTwofold || other.isTwofold
    isSum = isSum || other.isSum
    isChoice = isChoice || other.isChoice
    isByDays = isByDays || other.isByDays
    pairs.formUnion(other.pairs)
    understood += other.understood
    meaningful += other.meaningful
  }
}
