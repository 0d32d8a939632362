/// The period over which an amount of service is stated.
public struct Period: Hashable, Sendable, Codable {
  public enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
    case day, week, month, quarter, trimester, semester, year, cycle, iep, once
  }

  public var unit: Unit
  /// Every how many units: 2 for "every other week", 9 for "per 9 weeks".
  public var count: Rational
  /// Length of a cycle in school days, where it is stated.
  public var schoolDays: Int?

  public init(_ unit: Unit, count: Rational = 1, schoolDays: Int? = nil) {
    self.unit = unit
    self.count = count
    self.schoolDays = schoolDays
  }
}

/// "3 of every 4 weeks": the share of periods in which the service is given.
public struct ActivePeriods: Hashable, Sendable, Codable {
  public var active: Int
  public var of: Int

  public init(active: Int, of: Int) {
    self.active = active
    self.of = of
  }
}

/// How much of a service: a length and a count of sessions, or a total, over a period.
public struct Dose: Hashable, Sendable, Codable {
  public enum Qualifier: String, Hashable, Sendable, Codable {
    case upTo = "up-to"
    case atLeast = "at-least"
    case approximately
    case asNeeded = "as-needed"
  }

  /// The frequency and duration as written, cells joined by " | ".
  public var text: String
  /// Minutes of one session.
  public var sessionMinutes: Interval?
  /// Sessions in a period.
  public var sessions: Interval?
  /// Minutes in a period, where the text states a total.
  public var totalMinutes: Interval?
  public var period: Period?
  public var activePeriods: ActivePeriods?
  /// Derived by `deriveMinutesPerWeek`; `nil` where the text does not determine it.
  public var minutesPerWeek: Interval?
  public var qualifier: Qualifier?

  public init(
    text: String, sessionMinutes: Interval? = nil, sessions: Interval? = nil, totalMinutes: Interval? = nil,
    period: Period? = nil, activePeriods: ActivePeriods? = nil, qualifier: Qualifier? = nil
  ) {
    self.text = text
    self.sessionMinutes = sessionMinutes
    self.sessions = sessions
    self.totalMinutes = totalMinutes
    self.period = period
    self.activePeriods = activePeriods
    self.qualifier = qualifier
  }

  /// Minutes in one period: the stated total, or sessions times their length.
  public var minutesPerPeriod: Interval? {
    if let totalMinutes { return totalMinutes }
    guard let sessionMinutes, let sessions else { return nil }
    return sessions * sessionMinutes
  }

  /// Minutes a school week by `calendar`; `nil` where the text does not determine them (audit.md D.0).
  public func minutesPerWeek(by calendar: SchoolCalendar) -> Interval? {
    guard let minutesPerPeriod, let period, let weeks = calendar.weeks(in: period), weeks > .zero else { return nil }
    var value = minutesPerPeriod / weeks
    if let activePeriods, activePeriods.of > 0 { value = value * Rational(activePeriods.active, activePeriods.of) }
    return value
  }

  /// The same dose with `minutesPerWeek` filled in.
  public func derivingMinutesPerWeek(by calendar: SchoolCalendar) -> Dose {
    var copy = self
    copy.minutesPerWeek = minutesPerWeek(by: calendar)
    return copy
  }
}
