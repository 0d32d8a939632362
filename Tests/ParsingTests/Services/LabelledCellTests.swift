import IEPModel
import Testing

@testable import Parsing

/// A column of descriptions, in whose cells every fact stands behind a label of its own.
@Suite struct LabelledCellTests {
  private func services(_ cells: [String]) throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [["Service", "Setting", "Description", "Begins", "Ends"]]
          + cells.map { ["Speech therapy", "Speech room", $0, "9/8/2027", "9/7/2028"] },
        widths: [100, 90, 160, 70, 70], bold: true)
    }.services
  }

  @Test func countLengthAndPeriodMakeTheAmount() throws {
    let found = try services([
      "Service type: Direct\nNumber of sessions: 2\nLength of time: 0 Hour(s) 25\nMinute(s)\nFrequency: Weekly",
      "Service type: Consultation\nNumber of sessions: 1\nLength of time: 1 Hour(s) 0\nMinute(s)\nFrequency: Monthly",
    ])
    #expect(found.map { $0.dose.sessionMinutes?.max } == [25, 60])
    #expect(found.map { $0.dose.sessions?.max } == [2, 1])
    #expect(found.map(\.delivery) == [.direct, .consultation])
  }

  @Test func aCellOfOneFactIsReadWhole() throws {
    let found = try services(["Minutes: 30 two times a week", "Minutes: 20 once a week"])
    #expect(found.map { $0.dose.sessionMinutes?.max } == [30, 20])
  }

  @Test func aLabelBelowAValueAsksForAFactOfItsOwn() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Amount", "Setting", "Dates"],
          ["Physical therapy", "30 minutes weekly", "Gym", "9/8/2027 to 9/7/2028\nGoal(s)\n2, 3"],
        ], widths: [110, 130, 90, 150], bold: true)
    }.services
    #expect(found.map(\.goalNumbers) == [["2", "3"]])
    #expect(found.first?.endDate?.description == "2028-09-07")
  }

  @Test func aNameOfThreeLinesHoldsNoLabel() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Amount", "Setting", "Dates"],
          ["Individual\nand Small\nGroup\nCounseling", "30 minutes weekly", "Office", "9/8/2027 to 9/7/2028"],
        ], widths: [70, 130, 90, 150], bold: true)
    }.services
    #expect(found.map(\.service.text) == ["Individual and Small Group Counseling"])
  }
}
