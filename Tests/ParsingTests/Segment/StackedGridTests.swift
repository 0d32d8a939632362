import IEPModel
import Testing

@testable import Parsing

/// Tables one right under the other, whose rules all but touch.
@Suite struct StackedGridTests {
  private static let inClass: [[String?]] = [
    ["B. Services in the general education classroom", nil, nil, nil, nil],
    ["Type of Service", "Type of Personnel", "Frequency and Duration", "Start Date", "End Date"],
    ["Speech therapy", "SLP", "1 x 20 min per week", "9/2/2025", "9/1/2026"],
  ]
  private static let elsewhere: [[String?]] = [
    ["C. Services in other settings", nil, nil, nil, nil, nil],
    ["Type of Service", "Type of Personnel", "Frequency and Duration", "Setting", "Start Date", "End Date"],
    ["Physical therapy", "PT", "1 x 30 min per week", "Motor room", "9/2/2025", "9/1/2026"],
  ]

  @Test(arguments: [3.0, 6])
  func eachIsReadByItsOwnColumns(gap: Double) throws {
    let services = try plan { sheet in
      sheet.heading("Service Delivery")
      sheet.table(Self.inClass, widths: [110, 100, 150, 70, 70], bold: true)
      // Below a table the pen moves on by 14 points.
      sheet.gap(gap - 14)
      sheet.table(Self.elsewhere, widths: [90, 95, 125, 60, 65, 65], bold: true)
    }.services
    #expect(services.map(\.service.code) == [.speechLanguage, .physicalTherapy])
    #expect(services.map(\.location?.code) == [.generalEducation, .therapyRoom])
    #expect(services.map { $0.endDate?.description } == ["2026-09-01", "2026-09-01"])
  }

  @Test func rowsFramedEachByItselfAreOneTable() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for row in [
        ["Service", "Provider", "Amount", "Start", "End"],
        ["Speech therapy", "SLP", "1 x 20 min per week", "9/2/2025", "9/1/2026"],
        ["Physical therapy", "PT", "1 x 30 min per week", "9/2/2025", "9/1/2026"],
      ] {
        sheet.table([row], widths: [110, 100, 150, 70, 70])
        sheet.gap(-12)
      }
    }.services
    #expect(services.map(\.service.code) == [.speechLanguage, .physicalTherapy])
  }
}
