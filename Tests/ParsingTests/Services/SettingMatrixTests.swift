import IEPModel
import Testing

@testable import Parsing

/// Grids whose columns of minutes are settings, with sums below them.
@Suite struct SettingMatrixTests {
  private func services() throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.table(
        [
          ["Service", "Staff", "Minutes per week delivered in", nil, nil],
          ["^", "^", "Regular class", "Special education room", "Therapy room"],
          ["Phonics and reading", "Special education teacher", "", "150", ""],
          ["Speech and language", "Speech-language pathologist", "", "", "60"],
          ["Occupational therapy", "Occupational therapist", "10", "", ""],
          ["All services", "", "10", "150", "60"],
        ], widths: [120, 130, 80, 90, 80], bold: true)
    }.services
  }

  @Test func eachColumnIsAPlace() throws {
    #expect(try services().map(\.location?.code) == [.specialEducation, .therapyRoom, .generalEducation])
  }

  @Test func aRowOfSumsIsNoService() throws {
    #expect(try services().count == 3)
  }
}

/// Tables that look like services and columns that look like amounts.
@Suite struct LookAlikeTests {
  @Test func aTimetableGivesNoAmounts() throws {
    let services = try plan { sheet in
      sheet.heading("My day")
      sheet.table(
        [
          ["Time", "What", "With whom"], ["8:45", "Reading lesson", "Special class"],
          ["10:30", "Math lesson", "Special class"], ["1:30", "Health", "Homeroom class"],
        ], widths: [60, 160, 160], bold: true)
      sheet.heading("Related Services")
      sheet.table(
        [["Service", "Amount", "Location"], ["Speech therapy", "60 minutes weekly", "Speech room"]],
        widths: [140, 140, 120], bold: true)
    }.services
    #expect(services.map(\.service.code) == [.speechLanguage])
  }

  @Test func aHeaderOfDeliveriesAsksForOne() throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      sheet.table(
        [
          ["Service", "Direct (D) Indirect (I)", "Location", "Extent/Frequency"],
          ["Speech therapy", "D", "Speech room", "60 minutes per week"],
          ["Physical therapy", "I", "Gym", "30 minutes per week"],
        ], widths: [120, 100, 100, 140], bold: true)
    }.services
    #expect(services.map(\.delivery) == [.direct, .indirect])
  }
}
