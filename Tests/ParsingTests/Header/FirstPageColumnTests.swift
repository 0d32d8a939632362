import IEPModel
import Testing

@testable import Parsing

/// Facts of the first page in narrow columns and in columns for "Yes" and "No"; districts by how they are counted.
@Suite struct FirstPageColumnTests {
  @Test func aFactGoesOnBelowItsLabel() throws {
    let iep = try plan { sheet in
      sheet.row(
        ["Team met on 03-Feb-", "IEP in force from 09-Feb-", "IEP in force through 08-Feb-"], at: [50, 220, 400])
      sheet.row(["2026", "2026", "2027"], at: [50, 220, 400])
    }.iep
    #expect(iep.meetingDate?.description == "2026-02-03")
    #expect(iep.startDate?.description == "2026-02-09")
    #expect(iep.endDate?.description == "2027-02-08")
  }

  @Test func aRemarkBehindTheColumnsAnswersNothing() throws {
    let iep = try plan { sheet in
      sheet.heading("Special Considerations")
      let columns = [50.0, 300, 350, 400]
      sheet.row(["Consideration", "Yes", "No", "Comment"], at: columns, bold: true)
      sheet.row(["Braille needed", "", "X", ""], at: columns)
      sheet.row(["Extended School Year (ESY) services required", "", "X", "No regression after winter"], at: columns)
    }.iep
    #expect(iep.extendedSchoolYear == false)
  }

  @Test(arguments: [
    "Elk Divide RE-2", "Bluff Creek School District 8-RJ", "Cobalt Bay Public Charter School",
  ])
  func aDistrictMayBeCountedOrChartered(name: String) throws {
    #expect(StatedNames(vocabulary: try Readers.embedded().statements).district(name) == name)
  }

  @Test(arguments: ["Room RE-2", "Grade 5-A", "Elk Divide Middle School"]) func otherCountsAreNone(text: String) throws
  {
    #expect(StatedNames(vocabulary: try Readers.embedded().statements).district(text) == nil)
  }
}
