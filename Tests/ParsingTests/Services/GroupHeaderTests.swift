import IEPModel
import Testing

@testable import Parsing

/// Tables whose header names the group of the services in place of asking for them.
@Suite struct GroupHeaderTests {
  @Test func theGroupSaysWhereItsRowsAreGiven() throws {
    let found = try plan { sheet in
      sheet.heading("Educational services")
      for (place, minutes) in [("inside the general classroom", "60"), ("outside the general classroom", "90")] {
        sheet.table(
          [
            ["Special education services \(place)", "Minutes each week"], ["Reading support", minutes],
            ["Occupational therapy", "30"],
          ], widths: [300, 120], bold: true)
        sheet.gap(12)
      }
    }.services
    #expect(
      found.map { $0.location?.code } == [.generalEducation, .generalEducation, .specialEducation, .specialEducation])
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.max } == [60, 30, 90, 30])
  }

  @Test func aListOfOptionsThatAreTickedListsNoService() throws {
    let found = try plan { sheet in
      sheet.heading("Special education and related services")
      sheet.table(
        [
          ["Supportive instruction / co-teaching", "X"], ["Small group outside general education", "X"],
          ["Separate day school", ""],
        ], widths: [300, 60])
    }.services
    #expect(found.isEmpty)
  }
}
