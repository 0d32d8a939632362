import IEPModel
import Testing

@testable import Parsing

/// What a services page sums up of the whole plan is no service.
@Suite struct PlanSumTests {
  private func fact(_ label: String, _ value: String) -> Fact {
    Fact(label: label, value: value, lines: [], place: Place(page: 1), labelPlace: Place(page: 1))
  }

  @Test(arguments: [
    ("Percent inside general education", "96.7%"), ("Minutes outside general education", "60"),
    ("Bell to bell minutes per week", "1800"), ("Total related service minutes per week", "83.75"),
    ("Total School Hours/Week", "32.5"), ("Time with Non-Disabled Peers", "82%"),
  ])
  func aSumIsKnown(label: String, value: String) { #expect(PlanSums.isSum(fact(label, value))) }

  @Test(arguments: [("Minutes per week", "60"), ("Total minutes", "60"), ("Length of Time", "0 Hour(s) 30 Minutes")])
  func anAmountOfAServiceIsNone(label: String, value: String) { #expect(!PlanSums.isSum(fact(label, value))) }

  @Test func theMinutesOfAllSpecialEducationAreNoServiceOfTheirOwn() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.line("Service: Speech therapy")
      sheet.line("Time: 30 minutes, once a week")
      sheet.line("Provider: SLP")
      sheet.heading("Placement and Services")
      sheet.line("Special education hours per week: 6.25 hours")
      sheet.line("Time with non-disabled peers (TWNDP): 28.25 hours per week")
    }.services
    #expect(found.map(\.service.code) == [.speechLanguage])
  }
}
