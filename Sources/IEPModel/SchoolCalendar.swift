/// How many weeks and days of school a period holds: the parameters of the audit's arithmetic.
/// Every value can be overridden by a district; the report prints the ones used. Defaults: 180 days in 36 weeks,
/// 9 months of 4 weeks, quarters of 9, trimesters of 12, semesters of 18 weeks (audit.md D.0).
public struct SchoolCalendar: Hashable, Sendable, Codable {
  public var daysPerWeek: Rational = 5
  public var weeksPerYear: Rational = 36
  public var weeksPerMonth: Rational = 4
  public var weeksPerQuarter: Rational = 9
  public var weeksPerTrimester: Rational = 12
  public var weeksPerSemester: Rational = 18
  /// School days in a cycle whose length the page does not state; `nil` leaves such lines undetermined.
  public var daysPerCycle: Rational?
  /// Bell-to-bell minutes of a student's day, where the form states none.
  public var minutesPerDay: Rational = 390

  public init() {}

  public var daysPerYear: Rational { weeksPerYear * daysPerWeek }
  public var minutesPerWeek: Rational { minutesPerDay * daysPerWeek }

  /// School weeks in one such period; `nil` where the unit has none (`once`, a cycle of unknown length).
  public func weeks(in period: Period) -> Rational? {
    let one: Rational? =
      switch period.unit {
      case .day: Rational.one / daysPerWeek
      case .week: .one
      case .month: weeksPerMonth
      case .quarter: weeksPerQuarter
      case .trimester: weeksPerTrimester
      case .semester: weeksPerSemester
      case .year, .iep: weeksPerYear
      case .cycle: (period.schoolDays.map { Rational($0) } ?? daysPerCycle).map { $0 / daysPerWeek }
      case .once: nil
      }
    return one.map { $0 * period.count }
  }

  /// The same calendar with months of 52/12 weeks: the other convention that a form may mean.
  public var withCalendarMonths: SchoolCalendar {
    var other = self
    other.weeksPerMonth = Rational(52, 12)
    return other
  }
}
