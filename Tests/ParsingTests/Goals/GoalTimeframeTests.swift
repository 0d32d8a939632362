import IEPModel
import Testing

@testable import Parsing

@Suite struct GoalTimeframeTests {
  private let timeframe = GoalTimeframe(dates: DateReader(), near: CalendarDate(iso: "2025-09-01"))

  @Test(arguments: [
    "By 5/14/26, Jo will write", "By annual review 5/14/2026, Jo will write", "By the end of the IEP (5/14/2026), Jo",
    "From 9/1/2025 to 5/14/2026, Jo will write", "Between 9/1/2025 and 5/14/2026, Jo will write",
    "By the IEP end date of 5/14/2026, Jo will write", "Jo will read a page aloud in class by May 14, 2026.",
  ])
  func theDayThatTheSentenceNames(text: String) {
    #expect(timeframe.date(in: text)?.description == "2026-05-14")
  }

  @Test(arguments: [
    "By May 2026, Jo will write", "Beginning 9/1/2025, Jo will write", "As of 9/1/2025, Jo writes two; Jo will write",
    "Within one calendar year of 5/14/2025, Jo will", "By the end of 12 months from 5/14/2025, Jo will write",
    "Given the 9/1/2025 plan, Jo will write",
  ])
  func monthsAndDaysOfOtherThingsAreNone(text: String) {
    #expect(timeframe.date(in: text) == nil)
  }

  @Test(arguments: [
    "By the end of the 2025-26 school year (June 11, 2026), Jo will read.", "(9/8/2025 - 6/11/2026) Jo will read.",
  ])
  func bracketsMayHoldTheDay(text: String) {
    #expect(timeframe.date(in: text)?.description == "2026-06-11")
  }
}
