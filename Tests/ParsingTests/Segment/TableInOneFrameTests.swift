import IEPModel
import Testing

@testable import Parsing

/// Tables of other things that a form draws in one frame with its services.
@Suite struct TableInOneFrameTests {
  private static let services: [[String?]] = [
    ["Type of service", "Goal(s)", "Provider title", nil, "Location", "Begin", "End", "Amount", "Frequency"],
    ["RELATED SERVICES", nil, nil, nil, nil, nil, nil, nil, nil],
    ["Counseling", "3", "Counselor", nil, "Office", "4/9/2027", "4/8/2028", "20 min", "weekly"],
  ]

  @Test func aBandOverOtherColumnsOpensAnother() {
    let table = Grid.table(
      Self.services + [
        ["ACCOMMODATIONS", nil, nil, nil, nil, nil, nil, nil, nil],
        ["Type", nil, nil, "Where", nil, nil, "Dates", nil, nil],
        ["Break card", nil, nil, "all classes", nil, nil, "4/9/2027 - 4/8/2028", nil, nil],
      ])
    let bands = table.cells.filter { $0.columnSpan == table.columnCount }
    #expect(bands.map { TableCutter.opensOtherColumns(below: $0, in: table) } == [false, true])
  }

  @Test func servicesAreReadAboveIt() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        Self.services + [
          ["ACCOMMODATIONS", nil, nil, nil, nil, nil, nil, nil, nil],
          ["Type", nil, nil, "Where", nil, nil, "Begin / End", nil, nil],
          ["Break card", nil, nil, "all classes", nil, nil, "4/9/2027 - 4/8/2028", nil, nil],
        ], widths: [90, 50, 40, 40, 60, 60, 60, 50, 60], x: 20, bold: true)
    }.services
    #expect(found.map(\.service.code) == [.counseling])
  }

  /// A worksheet printed whole: the goals' rows, then the services', with what the form explains between.
  @Test(arguments: ["SERVICES - MINUTES PER WEEK", "TAB 2 SERVICES"])
  func servicesAreReadBelowOtherColumns(heading: String) throws {
    let found = try plan { sheet in
      sheet.heading("Goals")
      sheet.table(
        [
          ["#", "Area", "Goal", nil, "Baseline", "Measured by"],
          [
            "1", "Writing", "Given a checklist, Ana will write five sentences\nin 4 of 5 samples.", nil, "2", "Samples",
          ],
          [heading, nil, nil, nil, nil, nil],
          ["Put the minutes under the setting.", nil, nil, nil, nil, nil],
          ["Service", nil, "Staff", "Minutes", "Start", "End"],
          ["RELATED SERVICES", nil, nil, nil, nil, nil],
          ["Occupational therapy", nil, "OT", "30", "4/9/2027", "4/8/2028"],
          ["Speech therapy", nil, "SLP", "60", "4/9/2027", "4/8/2028"],
        ], widths: [40, 80, 150, 100, 80, 80], x: 30)
    }
    #expect(found.services.map(\.service.code) == [.occupationalTherapy, .speechLanguage])
    #expect(found.goals.count == 1)
  }
}
