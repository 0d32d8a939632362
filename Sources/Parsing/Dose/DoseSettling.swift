import IEPModel

/// What the parts of an amount are to one another, once all of them are known.
extension DoseAtoms {
  mutating func settle() {
    settleLessons()
    settleDays()
    settleTwofold()
    settleRestated()
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

  /// "30 min/day = 150 min/wk": a day's amount, and what it comes to over the longer period.
  private mutating func settleRestated() {
    guard minutes.count == 2, periods.count == 2, counts.isEmpty, periods[0] == Period(.day), periods[1].unit != .day
    else { return }
    (minutes, periods, isTotal) = ([minutes[1]], [periods[1]], true)
  }

  /// Whole amounts that stand side by side: "30 min weekly and 15 min weekly".
  var areWholes: Bool { isSum && minutes.count > 1 && periods.count == minutes.count }

  /// "Two 20-minute sessions and one 10-minute session", "2x30 alone, 1x45 in a group": their minutes together.
  private mutating func settleSum() {
    guard minutes.count > 1, !isChoice, counts.isEmpty || counts.count == minutes.count, let period = periods.first,
      periods.allSatisfy({ $0 == period }), isSum || arePairs
    else { return }
    let lengths = counts.isEmpty ? minutes : zip(counts, minutes).map { $0 * $1 }
    minutes = [lengths.reduce(Interval(0), +)]
    counts = counts.isEmpty ? [] : [counts.reduce(Interval(0), +)]
    isTotal = true
  }

  /// Counts with a length each, which are not the same once more, nor the total with its parts.
  private var arePairs: Bool {
    guard counts.count == minutes.count, pairs.isSuperset(of: 1...counts.count), periods.count == 1 || isByDays
    else { return false }
    if isByDays { return true }
    let isSame = Set(minutes).count == 1 && Set(counts).count == 1
    return !isSame && counts[0] * minutes[0] != minutes[1]
  }
}
