import IEPModel

/// What the parts of an amount come to: which number is a count and which a length, and over which period they hold.
struct DoseValue {
  private let atoms: DoseAtoms
  /// How many cells state the amount.
  private let cells: Int
  private var counts: [Interval]
  private var minutes: [Interval]
  private var bare: [Interval]

  init(_ atoms: DoseAtoms, cells: Int) {
    (self.atoms, self.cells) = (atoms, cells)
    (counts, minutes, bare) = (atoms.counts, atoms.minutes, atoms.bare)
    settleBareNumbers()
  }

  func dose(text: String) -> Dose {
    var dose = Dose(text: text, activePeriods: atoms.active, qualifier: atoms.qualifier)
    dose.period = period
    guard let length = minutes.first else {
      if let count = counts.first {
        dose.sessions = count
      } else if atoms.isAdverb, dose.period != nil, bare.isEmpty {
        dose.sessions = Interval(1)
      }
      return dose
    }
    if let (session, count, total) = totalOfParts ?? totalOfOneSession {
      dose.sessionMinutes = session
      dose.sessions = count
      dose.totalMinutes = total
    } else if atoms.isTotal {
      dose.totalMinutes = length
      if let count = counts.first, count != Interval(1) { dose.sessions = count }
    } else if let count = counts.first {
      dose.sessionMinutes = length
      dose.sessions = count
    } else if let period = dose.period {
      if isOneSession(every: period) {
        dose.sessionMinutes = length
        dose.sessions = Interval(1)
      } else {
        dose.totalMinutes = length
      }
    } else {
      dose.sessionMinutes = length
    }
    return dose
  }

  /// A bare number beside minutes is their count; two bare ones are count and length.
  private mutating func settleBareNumbers() {
    let hasPeriod = !atoms.periods.isEmpty
    if !minutes.isEmpty, counts.isEmpty, bare.count == 1, hasPeriod, bare[0].max <= 60 {
      counts = bare
      bare = []
    } else if minutes.isEmpty, !counts.isEmpty, bare.count == 1, bare[0].min >= 5 {
      minutes = bare
      bare = []
    } else if minutes.isEmpty, counts.isEmpty, bare.count == 2, hasPeriod {
      let sorted = bare.sorted { $0.max < $1.max }
      if sorted[1].min >= 10, sorted[0].max <= 10 { (counts, minutes, bare) = ([sorted[0]], [sorted[1]], []) }
    } else if minutes.isEmpty, counts.isEmpty, bare.count == 1, hasPeriod, bare[0].max <= 10,
      cells > 1 || !atoms.isAdverb
    {
      counts = bare
    }
  }

  /// The period that the numbers hold for, of those that are named.
  private var period: Period? {
    // "1 day/wk" beside "Every 4 weeks": the longer one says how often.
    if cells > 1, Set(atoms.periods.map(\.unit)).count == 1 { return atoms.periods.max { $0.count < $1.count } }
    // "40 min/day x 3 days/wk": the outer period holds, its days are the count.
    return atoms.periods.first { $0.unit != .day } ?? atoms.periods.first
  }

  /// A session's minutes, how many there are, and what they come to.
  private typealias Total = (session: Interval, count: Interval, total: Interval)

  /// "60 min/wk (2x30)": the total and its parts.
  private var totalOfParts: Total? {
    guard let length = minutes.first, let count = counts.first, let other = minutes.first(where: { $0 != length })
    else { return nil }
    let (small, large) = length.max < other.max ? (length, other) : (other, length)
    return count * small == large ? (small, count, large) : nil
  }

  /// "1 x 30 min | total 30": the total of one session is the session.
  private var totalOfOneSession: Total? {
    guard minutes.count == 2, minutes[0] == minutes[1], counts.first == Interval(1), period != nil else { return nil }
    return (minutes[0], Interval(1), minutes[0])
  }

  /// "30 minutes per session", "every 2 weeks": the minutes are those of one session, not of the period.
  private func isOneSession(every period: Period) -> Bool {
    atoms.isPerSession || (atoms.isAdverb && cells > 1)
      || period.count > 1 && [.day, .week].contains(period.unit) && period.count < 5
  }
}
