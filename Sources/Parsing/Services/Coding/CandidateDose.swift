import IEPModel

/// What the parts of a candidate say of its amount.
struct CandidateDose: Sendable {
  let values: ValueReaders

  /// - Parameter total: the column of minutes that the line stands for, where there are several.
  func reading(of candidate: ServiceCandidate, total: ServiceCandidate.Part?) -> DoseReading? {
    if let sentence = candidate.sentenceDose { return DoseReading(dose: sentence, coverage: 1, isComplete: true) }
    let shared: Set<ServiceRole> = [.frequency, .amount, .dose, .sessions, .period, .total]
    var parts = candidate.parts.filter { shared.contains($0.role) && !CellReading.isBlank($0.text) }
    // "20 | 1 | every other": in which weeks, beside minutes a day and days a week.
    let weeks = parts.firstIndex { $0.role == .period && WeekCount.isAsked(by: $0.label) }.flatMap { index in
      let part = parts.remove(at: index)
      return WeekCount.read(part.text, under: part.label)
    }
    // "2 per month | 30 min | 0.25" under "Hours per week": the sum of what stands beside it.
    if parts.contains(where: { $0.role == .amount && values.read($0.text).hasMinutes }),
      parts.contains(where: { [.sessions, .frequency].contains($0.role) && values.read($0.text).hasSessions })
    {
      parts.removeAll { $0.role == .total }
    }
    if var total {
      // "60 (playground)"
      if let both = AmountAndPlace(total.text, values: values) { total.text = both.amount }
      parts.append(total)
    }
    let spelled = CountWord.spelledOut(parts)
    let isInWords = spelled.map(\.text) != parts.map(\.text)
    parts = spelled
    guard !parts.isEmpty else { return nil }
    // "45" beside "5 per wk": what stands beside the minutes counts sessions.
    let hasLength = parts.contains { $0.role == .amount && $0.text.contains(where: \.isNumber) }
    let cells = parts.map { part in
      let heading = candidate.context.heading
      let isBare = part.role == total?.role && DoseGrammar.namesUnit(heading)
      return DoseCell(
        text: period(of: part) ?? values.dates.removed(from: part.text),
        header: (part.label.isEmpty ? heading : (isBare ? part.label + " " + heading : part.label))
          + unit(of: part, in: candidate, total: total),
        unit: part.role == .amount || part.role == total?.role && !hasLength && !Self.countsSessions(part.label)
          ? .minutes : (part.role == .sessions || part.role == .frequency && hasLength ? .sessions : nil))
    }
    var reading = values.doses.dose(cells: cells)
    // "1,500 | daily" where "minutes are given per week": what stands beside them only tells how they are spread.
    if let unit = self.unit(ofAmountsIn: candidate), DoseGrammar.namesUnit(unit),
      let index = parts.firstIndex(where: { $0.role == .amount }),
      let sum = values.doses.dose(cells: [cells[index]]), sum.isComplete, sum.dose.totalMinutes != nil,
      sum.dose.period != reading?.dose.period
    {
      reading = sum
      reading?.dose.text = parts.map(\.text).joined(separator: " | ")
    }
    if let weeks, weeks > 1, reading?.dose.period == Period(.week) {
      reading?.dose.period = Period(.week, count: Rational(weeks))
      reading?.dose.text = text(of: candidate)
    }
    if isInWords { reading?.dose.text = text(of: candidate) }
    // "30 | | Monthly": how many times stands open.
    if candidate.parts.contains(where: { $0.role == .sessions && CellReading.isBlank($0.text) }),
      !parts.contains(where: { $0.role == .sessions }), reading?.dose.sessions == Interval(1),
      let unit = reading?.dose.period?.unit, unit != .day
    {
      reading?.dose.sessions = nil
    }
    if let days = candidate.context.cycleDays, let period = reading?.dose.period, period.unit == .cycle,
      period.schoolDays == nil
    {
      reading?.dose.period = Period(.cycle, count: period.count, schoolDays: days)
    }
    return reading
  }

  /// "Weekly" under "Per": the period alone, as "Week" is there; it counts no sessions.
  private func period(of part: ServiceCandidate.Part) -> String? {
    guard part.role == .period, LabelTokens.words(part.label) == ["per"] else { return nil }
    return Self.nouns[part.text.trimmingBlanks.lowercased()]
  }
  private static let nouns = [
    "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year", "annually": "year",
  ]

  /// "Sessions in general education": its figures are no minutes, as those below a setting's name alone are.
  private static func countsSessions(_ label: String) -> Bool {
    !Set(LabelTokens.words(label)).isDisjoint(with: [
      "sessions", "times", "visits", "days", "periods", "units", "frequency", "number", "hours",
    ])
  }

  /// What a sentence above the table says of the figures of its rows. "Minutes are per day of service" is the length of a
  /// session where the row says on how many days.
  private func unit(ofAmountsIn candidate: ServiceCandidate) -> String? {
    guard let unit = candidate.context.unitOfAmounts else { return nil }
    let words = LabelTokens.words(unit)
    let isPerDay = zip(words, words.dropFirst()).contains { $0 == "per" && $1 == "day" || $0 == "each" && $1 == "day" }
    let countsDays = candidate.parts.contains {
      [.frequency, .sessions].contains($0.role) && values.read($0.text).hasSessions
    }
    return isPerDay && countsDays ? nil : unit
  }

  /// What a sentence above the table says of the figures of a part.
  private func unit(
    of part: ServiceCandidate.Part, in candidate: ServiceCandidate, total: ServiceCandidate.Part?
  ) -> String {
    guard let unit = self.unit(ofAmountsIn: candidate),
      part.role == total?.role || part.role == .amount && DoseGrammar.namesUnit(unit)
    else { return "" }
    return " " + unit
  }

  /// The amount as printed.
  func text(of candidate: ServiceCandidate) -> String {
    candidate.parts.filter { $0.role.isDose && !$0.text.isEmpty }.map(\.text).joined(separator: " | ")
  }

  /// Whether a column of minutes says more than zero.
  func isMoreThanNothing(_ part: ServiceCandidate.Part, in candidate: ServiceCandidate) -> Bool {
    let cell = DoseCell(text: part.text, header: part.label + " " + candidate.context.heading)
    let dose = values.doses.dose(cells: [cell])?.dose
    guard let minutes = dose?.totalMinutes ?? dose?.sessionMinutes else { return true }
    return minutes.max > .zero
  }
}
