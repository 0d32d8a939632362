import IEPModel
import Testing

@testable import Parsing

/// Spans of which the second date alone has a year.
@Suite struct SpanOfOneYearTests {
  @Test(arguments: [
    ("from 9/8 to 6/18/27", "2026-09-08", "2027-06-18"), ("1/5 - 6/11/2026", "2026-01-05", "2026-06-11"),
    ("Sept. 8 through June 18, 2027", "2026-09-08", "2027-06-18"),
  ])
  func theFirstDateIsOfTheYearBefore(text: String, start: String, end: String) {
    let span = DateReader().span(text)
    #expect(span?.start.description == start)
    #expect(span?.end.description == end)
  }

  @Test(arguments: ["2 of 5 to 6/18/27", "Goal 2 by 6/18/27", "13/8 to 6/18/27", "6/18/27", "9/8 to 6/18/27 or later"])
  func otherFiguresBeginNone(text: String) { #expect(DateReader().span(text) == nil) }
}
