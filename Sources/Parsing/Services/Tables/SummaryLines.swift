import IEPModel

/// A table that only sums up: "Services at a glance", "Weekly time summary". It says of each service what the detail
/// says, in minutes a week, without dates or a person. Its lines are not given twice.
enum SummaryLines {
  /// - Returns: the plan's lines, and those that repeat another with the same name and the same minutes a week.
  static func parted(_ lines: [ServiceLine]) -> (kept: [ServiceLine], repeated: [ServiceLine]) {
    /// To whole minutes: "2.22" sums up 40 minutes a semester.
    func weekly(_ line: ServiceLine) -> String? {
      line.dose.minutesPerWeek(by: SchoolCalendar())?.formatted(places: 0)
    }
    let sums = lines.indices.filter { isSum(lines[$0]) }
    let repeats = sums.filter { sum in
      let minutes = weekly(lines[sum])
      return lines.contains { detail in
        !isSum(detail) && LabelTokens.of(detail.service.text) == LabelTokens.of(lines[sum].service.text)
          && minutes != nil && weekly(detail) == minutes
      }
    }
    // One line may be a service of its own that happens to be as long.
    guard repeats.count >= 2, repeats.count * 2 >= sums.count else { return (lines, []) }
    let gone = Set(repeats)
    return (lines.indices.filter { !gone.contains($0) }.map { lines[$0] }, repeats.map { lines[$0] })
  }

  /// A total a week in a form that asks for no dates and no person.
  private static func isSum(_ line: ServiceLine) -> Bool {
    line.dose.sessionMinutes == nil && line.dose.totalMinutes != nil && line.dose.period?.unit == .week
      && line.startDate == nil && line.endDate == nil && line.provider == nil
      && line.asked.isDisjoint(with: [.startDate, .endDate, .provider])
  }
}
