import IEPModel

/// What the parts of an amount are to one another, once all of them are known.
extension DoseAtoms {
  mutating func settle() {
    settleLessons()
    settleDays()
    settleTwofold()
    settleSum()
    // "30 min, 3 weeks a month": once in each of them.
    if active != nil, periods.isEmpty, !minutes.isEmpty { periods = [Period(.week)] }
  }

  /// Counts lessons as sessions where their minutes are told: "5 days a week, 2 periods a day (47 minutes)".
  private mutating func settleLessons() {
    guard let number = lessons.first else { return }
    lessons = []
    guard !minutes.isEmpty else {
      // "1 period" beside "5 per week": one each time.
      if number == Interval(1), counts.count == 1 { return }
      // "3 units per week": how often is told, how long is not.
      isOfUnknownLength = true
      return
    }
    // "1 period, 45 min, 3 days a week": one each time.
    if number == Interval(1), counts.count == 1 { return }
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

  /// "90 min/day x 5 days", "2 times a day, 5 days a week": a day's amount on so many days of a week.
  private mutating func settleDays() {
    guard let days, counts.indices.contains(days), periods.contains(where: { $0.unit == .day && $0.count == 1 })
    else { return }
    if counts.count == 2 { counts = [counts[0] * counts[1]] }
    self.days = nil
    if periods.allSatisfy({ $0.unit == .day }) { periods = [Period(.week)] }
  }

  /// "Biweekly (every other week)", "biweekly (2x a week)": told beside it.
  private mutating func settleTwofold() {
    guard isTwofold else { return }
    isTwofold = false
    let isTold = periods.count == 1 && (periods[0].count == 2 || counts == [Interval(2)])
    if !isTold { isAmbiguous = true }
  }

  /// "Two 20-minute sessions and one 10-minute session": their minutes together.
  private mutating func settleSum() {
    guard isSum, minutes.count > 1, periods.count == 1, counts.isEmpty || counts.count == minutes.count else { return }
    let lengths = counts.isEmpty ? minutes : zip(counts, minutes).map { $0 * $1 }
    minutes = [lengths.reduce(Interval(0), +)]
    counts = counts.isEmpty ? [] : [counts.reduce(Interval(0), +)]
    isTotal = true
  }
}
