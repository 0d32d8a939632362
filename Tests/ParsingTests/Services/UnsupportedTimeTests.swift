import IEPModel
import Testing

@testable import Parsing

/// Schedules that count the time in class beside what is given there.
@Suite struct UnsupportedTimeTests {
  @Test(arguments: [
    "General Education\n(no special\neducation support)", "Regular class\nwithout support", "Gen Ed - not supported",
  ])
  func timeWithoutHelpIsNoService(label: String) throws {
    let services = try plan { sheet in
      sheet.heading("Schedule of Services")
      sheet.table(
        [
          ["Subject", "Minutes per week", nil, nil, "Begin", "End"],
          ["^", label, "General education\nwith support", "Special education\nsetting", "^", "^"],
          ["Reading", "225", "", "200", "4/9/2027", "4/8/2028"], ["Science", "225", "", "", "", ""],
          ["Mathematics", "200", "150", "", "4/9/2027", "4/8/2028"],
        ], widths: [80, 100, 100, 100, 60, 60], bold: true)
    }.services
    #expect(services.map(\.service.text) == ["Reading", "Mathematics"])
    #expect(services.map(\.location?.code) == [.specialEducation, .generalEducation])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [200, 150])
  }

  @Test(arguments: ["General education with support", "Regular class", "Special education services", "No. of sessions"])
  func otherColumnsCount(label: String) { #expect(!UnsupportedTime.isToldBy(label)) }
}
