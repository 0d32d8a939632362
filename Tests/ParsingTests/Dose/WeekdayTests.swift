import IEPModel
import Testing

@testable import Parsing

/// Days of the week as a frequency.
@Suite struct WeekdayTests {
  private let grammar: DoseGrammar

  init() throws { grammar = try Readers.embedded().values.doses }

  private func days(_ text: String) -> (count: Int, weeks: Int)? {
    Weekdays(DoseTokens.of(text), at: 0).map { ($0.count, $0.weeks) }
  }

  @Test(arguments: [
    ("Tue, Thu", 2), ("Mondays and Wednesdays", 2), ("M-F", 5), ("T/Th", 2), ("MWF", 3), ("Mon-Thurs", 4),
    ("Monday through Friday", 5), ("Tuesday, Wednesday & Friday", 3), ("each Friday", 1), ("M/W/F", 3),
    ("Wednesday, Wednesday", 1),
  ])
  func namedDaysAreCounted(text: String, count: Int) {
    #expect(days(text)?.count == count)
    #expect(days(text)?.weeks == 1)
  }

  @Test(arguments: ["every other Tuesday", "alternating Fridays", "on alternate Thursdays"])
  func everyOtherDayIsOnceInTwoWeeks(text: String) {
    #expect(days(text)?.count == 1)
    #expect(days(text)?.weeks == 2)
  }

  @Test(arguments: ["mon", "month", "W", "F", "T", "weekly", "every other week", "30 minutes"])
  func whatMayMeanAnotherThingIsNoDay(text: String) { #expect(days(text) == nil) }

  @Test(arguments: [
    ("25 min Tue/Thu", "50"), ("40 minutes every other Wednesday", "20"), ("35 min M-F", "175"),
    ("50 minutes, Mondays, Tuesdays and Fridays", "150"),
  ])
  func daysMultiplyTheLengthOfASession(text: String, minutes: String) {
    #expect(grammar.parse(text)?.dose.minutesPerWeek(by: SchoolCalendar())?.formatted(places: 1) == minutes)
  }

  @Test func daysBesideACountSayOnlyWhen() {
    let dose = grammar.parse("2 x 35 minutes per week (Tue, Thu)")?.dose
    #expect(dose?.sessions == Interval(2))
    #expect(dose?.minutesPerWeek(by: SchoolCalendar()) == Interval(70))
  }

  @Test func aMonthIsNoMonday() {
    #expect(grammar.parse("3x25 min/mon")?.dose.period == Period(.month))
  }
}
