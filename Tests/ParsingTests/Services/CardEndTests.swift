import IEPModel
import Testing

@testable import Parsing

/// What stands at the end of cards, and what is no part of them.
@Suite struct CardEndTests {
  private func card(_ name: String, by provider: String, on sheet: inout Sheet) {
    sheet.line([("Service: \(name)", 50), ("Start Date: 4/9/2027", 330), ("End Date: 4/8/2028", 450)])
    sheet.line([("Provider: \(provider)", 50), ("☐ Ind", 330), ("☐ Grp", 390)])
    sheet.line("Duration/Freq: 30 minutes weekly")
    sheet.line("Location: Resource room")
    sheet.gap(12)
  }

  @Test func theDecisionOnTheExtendedYearIsNoneOfTheLastCard() throws {
    let services = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      card("Speech therapy", by: "SLP", on: &sheet)
      card("Nursing", by: "Nurse", on: &sheet)
      sheet.line("Extended School Year (ESY): ☒ Yes ☐ No")
    }.services
    #expect(services.map(\.extendedSchoolYear) == [nil, nil])
  }

  @Test func boxesThatAreNotTickedLeaveTheValueBeforeThem() throws {
    let services = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      card("Speech therapy", by: "Speech pathologist", on: &sheet)
      card("Behavior services", by: "Behaviorist (BCBA)", on: &sheet)
    }.services
    #expect(services.map(\.provider?.code) == [.slp, .bcba])
    #expect(services.map(\.grouping) == [nil, nil])
  }

  @Test func theLengthOfTheSchoolDayIsNoAmount() throws {
    let services = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.line("Special Education Hours/")
      sheet.line("Extended School Year Services: ☐ Not required ☒ Required: see the grid")
      sheet.line("Length of School Day/Year: same as non-disabled peers ☒")
    }.services
    #expect(services.isEmpty)
  }
}
