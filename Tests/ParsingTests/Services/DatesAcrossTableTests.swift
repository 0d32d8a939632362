import IEPModel
import Testing

@testable import Parsing

/// What a sheet of services says once for all rows, and columns in which none is ticked.
@Suite struct DatesAcrossTableTests {
  private func services() throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          [
            "All services here start 4/9/2027 and end 4/8/2028. Put an X under the place.", nil, nil, nil, nil, nil,
            nil,
          ],
          ["Service", "Minutes", "Per", "Gen ed class", "SpEd room", "Therapy room", "Other (where)"],
          ["Speech therapy", "20", "week", "", "", "X", ""],
          ["Nursing Services", "30", "week", "X", "", "", ""],
          ["Counseling", "40", "week", "", "", "", "Library"],
          ["School week: 1,900", nil, nil, "Time in gen ed: 97.0%", nil, nil, nil],
        ], widths: [110, 50, 50, 70, 70, 70, 80])
    }.services
  }

  @Test func datesInARowAcrossTheTableAreThoseOfItsLines() throws {
    let found = try services()
    #expect(found.count == 3)
    #expect(found.allSatisfy { $0.startDate?.description == "2027-04-09" && $0.endDate?.description == "2028-04-08" })
  }

  @Test func aColumnWithoutATickBesideTickedOnesLeavesThePlaceToTheOneInWords() throws {
    #expect(try services().map(\.location?.text) == ["Therapy room", "Gen ed class", "Library"])
  }

  @Test func onlyTheFirstLabelOfTheNextGroupDiffersBelowASingleRow() throws {
    let found = try plan { sheet in
      sheet.heading("Services to be provided")
      let columns = [50.0, 170, 280, 390, 470]
      for (group, row) in [
        ("Special Education", ["Reading", "Resource room", "30 min. / 4 times a week"]),
        ("Related Services", ["Physical Therapy", "Gym", "20 min. / 2 times a week"]),
      ] {
        sheet.row([group, "Location", "Frequency", "Initiation", "Ending"], at: columns, bold: true)
        sheet.row(row + ["4/9/2027", "4/8/2028"], at: columns)
        sheet.gap(4)
      }
    }.services
    #expect(found.map(\.service.text) == ["Reading", "Physical Therapy"])
    #expect(found.map(\.category) == [.specialEducation, .relatedService])
  }
}
