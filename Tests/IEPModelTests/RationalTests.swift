import IEPModel
import Testing

@Suite struct RationalTests {
  @Test(arguments: [
    ("30", Rational(30)), ("1,950", Rational(1950)), (".5", Rational(1, 2)), ("0.75", Rational(3, 4)),
    ("1/2", Rational(1, 2)), ("1 1/2", Rational(3, 2)),
  ])
  func readsNumbersAsWritten(text: String, value: Rational) {
    #expect(Rational(parsing: text) == value)
  }

  @Test(arguments: ["", "x", "1.2.3", "1/0", "12345678901", "1 2", "-"])
  func refusesWhatIsNoNumber(text: String) {
    #expect(Rational(parsing: text) == nil)
  }

  @Test func roundsHalfAwayFromZero() {
    #expect(Rational(37, 4).formatted(places: 1) == "9.3")
    #expect(Rational(37, 4).formatted(places: 0) == "9")
    #expect(Rational(-1, 8).formatted() == "-0.13")
    #expect(Rational(62, 5).formatted() == "12.4")
    #expect(Rational(30).formatted() == "30")
  }
}

@Suite struct CalendarDateTests {
  @Test func dayNumbersGoThereAndBack() {
    for number in stride(from: -200_000, through: 200_000, by: 733) {
      #expect(CalendarDate(dayNumber: number).dayNumber == number)
    }
  }

  @Test func knowsLeapDays() throws {
    #expect(CalendarDate(iso: "2025-02-29") == nil)
    let leap = try #require(CalendarDate(iso: "2024-02-29"))
    #expect(leap.adding(years: 1) == CalendarDate(iso: "2025-02-28"))
    #expect(leap.adding(days: 1) == CalendarDate(iso: "2024-03-01"))
  }
}

/// The conversion table of the audit specification, D.0.
@Suite struct DoseArithmeticTests {
  static func session(_ minutes: Int, _ sessions: Rational, _ period: Period) -> Dose {
    Dose(text: "", sessionMinutes: Interval(Rational(minutes)), sessions: Interval(sessions), period: period)
  }
  static func total(_ minutes: Int, _ period: Period) -> Dose {
    Dose(text: "", totalMinutes: Interval(Rational(minutes)), period: period)
  }

  @Test(arguments: [
    (total(30, Period(.week)), "30"),
    (session(30, 2, Period(.week)), "60"),
    (total(120, Period(.month)), "30"),
    (total(30, Period(.cycle, schoolDays: 6)), "25"),
    (session(20, 3, Period(.week)), "60"),
    (total(30, Period(.day)), "150"),
    (total(30, Period(.quarter)), "3.33"),
    (total(45, Period(.trimester)), "3.75"),
    (total(600, Period(.year)), "16.67"),
    (total(30, Period(.week, count: 2)), "15"),
  ])
  func minutesPerWeekFollowTheTable(dose: Dose, weekly: String) throws {
    #expect(try #require(dose.minutesPerWeek(by: SchoolCalendar())).formatted() == weekly)
  }

  @Test func threeOfFourWeeksCountThreeQuarters() throws {
    var dose = Self.total(60, Period(.week))
    dose.activePeriods = ActivePeriods(active: 3, of: 4)
    #expect(dose.minutesPerWeek(by: SchoolCalendar()) == Interval(45))
  }

  @Test func onceAndCyclesOfUnknownLengthAreUndetermined() {
    #expect(Self.total(60, Period(.once)).minutesPerWeek(by: SchoolCalendar()) == nil)
    #expect(Self.total(60, Period(.cycle)).minutesPerWeek(by: SchoolCalendar()) == nil)
  }
}
