import IEPModel
import Parsing
import Testing

@Suite struct DateReaderTests {
  @Test(arguments: [
    "9/1/25", "09-01-2025", "9.1.25", "Sept. 1, 2025", "September 1st, 2025", "1 Sep 2025", "2025-09-01", "20250901",
    "2025-09-01T00:00:00-05:00", "Mon 9/1/2025", "Sep 1, '25",
  ])
  func readsADateInEveryForm(text: String) {
    #expect(DateReader().date(text) == CalendarDate(iso: "2025-09-01"))
  }

  @Test func readsSpans() throws {
    let span = try #require(DateReader().span("9/1/25 - 8/31/26"))
    #expect(span.start == CalendarDate(iso: "2025-09-01"))
    #expect(span.end == CalendarDate(iso: "2026-08-31"))
  }

  @Test(arguments: ["2/5", "4 of 5", "13/45/2020", "30 minutes", "12:1:1"])
  func refusesWhatIsNoDate(text: String) {
    #expect(DateReader().date(text) == nil)
  }
}
