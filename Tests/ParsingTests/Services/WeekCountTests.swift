import IEPModel
import Testing

@testable import Parsing

/// Columns that tell in which weeks a service is given.
@Suite struct WeekCountTests {
  @Test(arguments: [
    ("every", 1), ("Every week", 1), ("every other", 2), ("every other wk", 2), ("alternate", 2), ("Every 4th", 4),
    ("all weeks", 1),
  ])
  func weeksAreCounted(text: String, count: Int) { #expect(WeekCount.read(text) == count) }

  @Test(arguments: ["weekly", "36", "9/8/2027", "", "every day of the month"])
  func otherTextsCountNone(text: String) { #expect(WeekCount.read(text) == nil) }

  @Test func aServiceOfEveryOtherWeekIsHalfAsLong() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Provider", "Minutes per day", "Days per week", "Weeks"],
          ["Occupational therapy", "OT", "30", "2", "every"],
          ["Social work", "Social worker", "40", "1", "every other"],
          ["Physical therapy", "PT", "20", "1", "every 4th"],
        ], widths: [140, 100, 90, 80, 80], bold: true)
    }.services
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.max } == [60, 20, 5])
  }
}
