import IEPModel
import Testing

@testable import Parsing

/// What ended is no service of the plan, wherever the form shows it.
@Suite struct PastServiceTests {
  @Test func columnsOfThePlanBeforeAreLeftOut() throws {
    let found = try plan { sheet in
      sheet.heading("Related Services")
      sheet.table(
        [
          ["Service", "Last IEP", nil, "Proposed IEP", nil, nil, nil],
          ["^", "Amount", "Place", "Times", "Minutes", "Begins", "Ends"],
          ["Physical therapy", "40 min 3x/wk", "Gym", "2 times per week", "20", "4/9/2027", "4/8/2028"],
          ["Nursing", "None", "-", "1 time per day", "10", "4/9/2027", "4/8/2028"],
        ], widths: [90, 75, 50, 95, 55, 65, 65])
    }
    #expect(found.services.map { $0.dose.sessionMinutes } == [Interval(20), Interval(10)])
    #expect(found.services.map(\.service.code) == [.physicalTherapy, .nursing])
  }

  @Test func anAmendmentGivesWhatItChangesTo() throws {
    let found = try plan { sheet in
      sheet.heading("Related Services")
      sheet.table(
        [
          ["Service", "CHANGED FROM", nil, "CHANGED TO", nil, nil, nil],
          ["^", "Minutes and frequency", "Location", "Minutes and frequency", "Location", "Begins", "Ends"],
          [
            "Physical therapy", "40 min, 2 x per week", "Gym", "20 min, 1 x per week", "PT room", "4/9/2027",
            "4/8/2028",
          ],
        ], widths: [80, 100, 50, 100, 60, 60, 60])
    }
    #expect(found.services.map { $0.dose.sessionMinutes } == [Interval(20)])
    #expect(found.services.map { $0.location?.code } == [.therapyRoom])
  }

  @Test func aServiceThatIsDiscontinuedIsToldAndNotCounted() throws {
    let found = try plan { sheet in
      sheet.heading("Related Services")
      sheet.table(
        [
          ["Service", "Amount", "Location", "Begins", "Ends"],
          ["Physical therapy", "20 minutes weekly", "Gym", "4/9/2027", "4/8/2028"],
          ["Social work", "Discontinued", "", "", ""], ["Nursing", "DISCONTINUED 01/23/2027", "", "", ""],
        ], widths: [110, 110, 80, 80, 80])
    }
    #expect(found.services.map(\.service.code) == [.physicalTherapy])
    #expect(found.diagnostics.contains { $0.code == "ended-service" })
  }

  @Test func aCourseUnderSpecialEducationIsInstruction() throws {
    let found = try plan { sheet in
      sheet.heading("Special Education Services")
      sheet.table(
        [
          ["Service", "Amount", "Location", "Begins", "Ends"],
          ["Civics 9", "40 minutes daily", "Resource room", "4/9/2027", "4/8/2028"],
        ], widths: [110, 110, 80, 80, 80])
    }
    #expect(found.services.map(\.service.code) == [.specializedInstruction])
  }
}
