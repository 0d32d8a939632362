import IEPModel
import Testing

@testable import Parsing

/// A column for each person who may give a service, of which every row ticks one.
@Suite struct PersonTickTests {
  private func found(_ persons: [String], _ rows: [[String?]]) throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [["Service", "Amount"] + persons + ["General Ed", "Special Ed"]] + rows,
        widths: [110, 100] + persons.map { _ in 45 } + [60, 60], bold: true)
    }.services
  }

  @Test func theTickedPersonGivesTheService() throws {
    let services = try found(
      ["Sp Ed Tchr", "SLP", "OT", "Para"],
      [
        ["Reading", "30 minutes daily", "X", "", "", "", "", "X"],
        ["Speech therapy", "20 minutes weekly", "", "X", "", "", "X", ""],
        ["Occupational therapy", "30 minutes weekly", "", "", "X", "", "X", ""],
      ])
    #expect(services.map { $0.provider?.code } == [.specialEducationTeacher, .slp, .ot])
    #expect(services.map { $0.location?.code } == [.specialEducation, .generalEducation, .generalEducation])
  }
}
