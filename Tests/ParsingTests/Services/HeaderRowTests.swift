import IEPModel
import Testing

@testable import Parsing

/// Which rows below the labels of a services grid are labels too.
@Suite struct HeaderRowTests {
  @Test func aRowWithItsAmountIsNoFurtherRowOfLabels() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Type", "Service", "Amount", "Ind/Grp", "Place"],
          ["SE", "Special education direct", "5 sessions of 45 min. each week", "Group", "Resource setting"],
          ["RS", "Occupational therapy", "30 minutes a week", "Ind", "Classroom"],
        ], widths: [40, 140, 170, 60, 90], bold: true)
    }.services
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.max } == [225, 30])
  }

  @Test func aHintAtHowToFillInIsARowOfLabels() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Amount", "Place", "Provider"],
          ["(type of service)", "(e.g., 30 minutes per week)", "(setting)", "(position)"],
          ["Occupational therapy", "30 minutes a week", "Classroom", "OT"],
        ], widths: [140, 170, 90, 90], bold: true)
    }.services
    #expect(found.map(\.service.code) == [.occupationalTherapy])
  }
}
