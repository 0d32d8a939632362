import IEPModel
import Testing

@testable import Parsing

/// Columns of minutes and sessions below a heading for each setting.
@Suite struct SettingGroupTests {
  private func services(_ rows: [[String?]]) throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.table(
        [
          ["Service", "Regular class", nil, "Special class", nil, "Other setting", nil, nil, "Begins"],
          [
            "^", "Minutes", "Times/wk", "Minutes", "Times/wk", "Where",
            "Minutes",
            "Times/wk", "^",
          ],
        ] + rows, widths: [100, 50, 55, 50, 55, 70, 50, 55, 60], bold: true)
    }.services
  }

  @Test func aSettingOfOneMoreColumnNamesItsPlace() throws {
    let found = try services([
      ["Reading", "", "", "45", "5", "", "", "", "9/8/2027"],
      ["Speech therapy", "", "", "", "", "Speech room", "20", "2", "9/8/2027"],
      ["Occupational therapy", "30", "1", "", "", "", "", "", "9/8/2027"],
    ])
    #expect(found.map { $0.location?.code } == [.specialEducation, .therapyRoom, .generalEducation])
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.max } == [225, 40, 30])
  }
}
