import IEPModel
import Testing

@testable import Parsing

/// Which lines make a row where cells take several lines and stand at the middle of taller ones.
@Suite struct AlignedRowTests {
  private let columns = [50.0, 170, 280, 360, 440]

  /// A row whose cells are set to its middle, with lines as far apart as everywhere.
  private func row(_ cells: [[String]], height lines: Int, on sheet: inout Sheet) {
    for (cell, x) in zip(cells, columns) {
      let top = sheet.y + Double(lines - cell.count) * 11 / 2
      for (index, text) in cell.enumerated() { sheet.write(text, x: x, y: top + 11 * Double(index), size: 9) }
    }
    sheet.y += 11 * Double(lines)
  }

  @Test func aRuleAboveARowOfSeveralLinesIsNotLost() throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      sheet.row(["Service", "Frequency", "Setting", "Start Date", "End Date"], at: columns, bold: true)
      for name in ["Educational Audiology", "Counseling Services", "Physical Therapy"] {
        sheet.across(45, 560, y: sheet.y)
        sheet.gap(3)
        row(
          [
            name.split(separator: " ").map(String.init), ["30 min", "weekly"], ["Therapy", "Room"],
            ["10-", "08-", "2026"],
            ["10-", "07-", "2027"],
          ], height: 3, on: &sheet)
        sheet.gap(3)
      }
      sheet.across(45, 560, y: sheet.y)
    }.services
    #expect(services.map(\.service.code) == [.audiology, .counseling, .physicalTherapy])
    #expect(services.map { $0.endDate?.description } == ["2027-10-07", "2027-10-07", "2027-10-07"])
  }

  @Test func theFirstLinesOfATallCellAreOfTheRowAtItsMiddle() throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      sheet.row(["Service", "Environment", "Frequency", "Start Date", "End Date"], at: columns, bold: true)
      for (name, ticks) in [("Vision Services", ["☐", "☒"]), ("Physical Therapy", ["☒", "☐"])] {
        row(
          [
            name.split(separator: " ").map(String.init),
            [
              "\(ticks[0]) General Education", "Classroom ☐ Special", "Education Classroom", "\(ticks[1]) Therapy Room",
            ],
            ["30 minutes", "weekly"], ["4/9/2027"], ["4/8/2028"],
          ], height: 4, on: &sheet)
        sheet.gap(4)
      }
    }.services
    #expect(services.map(\.service.code) == [.vision, .physicalTherapy])
    #expect(services.map(\.location?.code) == [.therapyRoom, .generalEducation])
  }
}
