import IEPModel
import Testing

@testable import Parsing

/// Rows across the columns that say when and by whom the services below them are given.
@Suite struct RowsAcrossTests {
  private func plain(_ bands: [(String, String)]) throws -> [ServiceLine] {
    let columns: [Double] = [50, 210, 300, 360]
    return try plan { sheet in
      sheet.heading("Related services")
      sheet.row(["Service", "Minutes", "Per", "Setting"], at: columns, bold: true)
      for (band, service) in bands {
        sheet.line(band)
        sheet.row([service, "30", "week", "Classroom"], at: columns)
      }
    }.services
  }

  @Test func daysOverRowsAreThoseOfTheRows() throws {
    let found = try plain([
      ("For the whole IEP year: 9/8/2027 to 9/7/2028", "Speech therapy"),
      ("Effective 9/8/2027 to 1/31/2028", "Occupational therapy"),
      ("Extended School Year 6/19/2028 to 7/21/2028", "Physical therapy"),
    ])
    #expect(found.map(\.service.code) == [.speechLanguage, .occupationalTherapy, .physicalTherapy])
    #expect(found.map { $0.endDate?.description } == ["2028-09-07", "2028-01-31", "2028-07-21"])
    #expect(found.map(\.extendedSchoolYear) == [nil, nil, true])
  }

  @Test(arguments: ["Provided by", "Position responsible:"])
  func aPersonOverRowsGivesTheirServices(lead: String) throws {
    let found = try plain([
      ("\(lead) Speech-Language Pathologist", "Speech therapy"), ("\(lead) COTA", "Occupational therapy"),
    ])
    #expect(found.map(\.service.code) == [.speechLanguage, .occupationalTherapy])
    #expect(found.map { $0.provider?.code } == [.slp, .cota])
  }

  @Test func aPersonBelowARowGivesThatOne() throws {
    let found = try plan { sheet in
      sheet.heading("Related services")
      sheet.table(
        [
          ["Service", "Amount", "Setting"], ["Speech therapy", "30 minutes weekly", "Speech room"],
          ["Provided by SLP", nil, nil], ["Physical therapy", "20 minutes weekly", "Gym"],
          ["Provided by PT", nil, nil],
        ], widths: [200, 150, 120], bold: true)
    }.services
    #expect(found.map { $0.provider?.code } == [.slp, .pt])
  }
}
