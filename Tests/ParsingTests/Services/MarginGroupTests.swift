import IEPModel
import Testing

@testable import Parsing

/// Grids with the groups of services in their left margin and minutes under each setting.
@Suite struct MarginGroupTests {
  private func services(_ heading: String, over header: String) throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading(heading)
      sheet.table(
        [
          ["", "Service", "Provided by", "Goal #", header, nil],
          ["^", "^", "^", "^", "Regular class", "Special education class"],
          ["SPECIAL EDUCATION", "Teacher of the deaf, direct", "Teacher of the deaf", "1", "", "480"],
          ["^", "Vocabulary support", "Special education teacher", "2", "400", ""],
          ["RELATED SERVICES", "Speech", "Speech-language pathologist", "3", "", "160"],
          ["^", "Physical therapy", "Physical therapist", "4", "90", ""],
        ], widths: [100, 130, 125, 40, 60, 90], x: 20, bold: true)
    }.services
  }

  @Test func aGroupInTheMarginIsNoPlace() throws {
    let found = try services("Services", over: "Minutes per month")
    #expect(
      found.map(\.category) == [.specialEducation, .specialEducation, .relatedService, .relatedService])
    #expect(
      found.map { $0.location?.code } == [.specialEducation, .generalEducation, .specialEducation, .generalEducation])
    #expect(found.map(\.service.code)[1] == .specializedInstruction)
  }

  @Test func aGroupBesideSeveralRowsIsInTheBoxOfNone() throws {
    let rows = try services("Services", over: "Minutes per month").compactMap { $0.provenance.first?.box }
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.y1 <= $1.y0 + 1 })
  }

  @Test func aPeriodThatHeadingAndHeaderNameIsOne() throws {
    let found = try services("Services: minutes per month", over: "Minutes per month, by setting")
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.max } == [120, 100, 40, Rational(45, 2)])
  }
}
