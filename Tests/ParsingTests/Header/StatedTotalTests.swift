import IEPModel
import Testing

@testable import Parsing

/// The weekly minutes that a form states in sum.
@Suite struct StatedTotalTests {
  private func placement(_ lines: String...) throws -> Placement {
    try plan { sheet in
      sheet.heading("Services")
      for line in lines { sheet.line(line) }
    }.iep.placement ?? Placement()
  }

  @Test(arguments: [
    ("Total minutes of specially designed instruction: 480 per week.", 480),
    ("TOTAL SPECIAL INSTRUCTION MIN/WK 475", 475), ("Total special education hours per week: 9.5", 570),
  ])
  func aSumOfSpecialEducation(line: String, minutes: Int) throws {
    let stated = try placement(line).statedSpecialEducationMinutes
    #expect(stated?.minutesPerWeek(by: SchoolCalendar())?.min == Rational(minutes))
  }

  @Test func sumsBehindAHeadOfTheirSentence() throws {
    let placement = try placement(
      "Weekly totals. Special education instruction: 960 minutes per week. Related services: 240 minutes per week.")
    #expect(placement.statedSpecialEducationMinutes?.minutesPerWeek(by: SchoolCalendar())?.min == 960)
    #expect(placement.statedRelatedServiceMinutes?.minutesPerWeek(by: SchoolCalendar())?.min == 240)
  }

  @Test(arguments: [
    "Last year Jo received specially designed instruction for a total of 120 minutes per week.",
    "Total minutes outside general education for special education: 300 per week.",
  ])
  func whatIsToldOtherwiseIsNoSum(line: String) throws {
    let placement = try placement(line)
    #expect(placement.statedSpecialEducationMinutes == nil)
    #expect(placement.statedRelatedServiceMinutes == nil)
  }
}
