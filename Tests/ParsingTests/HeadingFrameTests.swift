import IEPModel
import Testing

@testable import Parsing

@Suite struct HeadingFrameTests {
  /// Parent-friendly forms name the student in their headings.
  @Test func aHeadingAroundTheStudentsNameOpensItsSection() throws {
    let plan = try plan { sheet in
      sheet.heading("What Mary Ann will receive")
      sheet.line("Each service begins on May 27, 2026 and continues through May 26, 2027.")
      sheet.line("Special education", bold: true)
      sheet.paragraph(
        "Reading: the special education teacher works with Mary Ann individually for 30 minutes twice a week in the "
          + "resource room.")
      sheet.heading("What Mary Ann will work on")
      sheet.paragraph(
        "Goal 1. Mary Ann will read a page aloud to her class group with two errors or fewer in 4 of 5 trials.")
    }
    #expect(plan.sections.map(\.code).contains(.services))
    #expect(plan.services.map(\.service.text) == ["Reading"])
    #expect(plan.services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [60])
    #expect(plan.goals.count == 1)
  }
}
