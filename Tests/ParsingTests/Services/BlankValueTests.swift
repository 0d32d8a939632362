import IEPModel
import Testing

@testable import Parsing

/// Cards of labels beside their values, some of which were left blank.
@Suite struct BlankValueTests {
  private func card(_ facts: [(String, String)], on sheet: inout Sheet) {
    for (index, fact) in facts.enumerated() {
      if index < 2, fact.1.isEmpty, fact.0 != "Ratio" {
        sheet.line(fact.0, size: index == 0 ? 10 : 9, bold: index == 0)
      } else {
        sheet.line(fact.1.isEmpty ? [(fact.0, 50)] : [(fact.0, 50), (fact.1, 150)])
      }
    }
    sheet.gap(12)
  }

  @Test func aLabelWithoutItsValueTakesNoOthers() throws {
    func facts(_ name: String, often: String, length: String, goal: String) -> [(String, String)] {
      [
        (name, ""), ("Related service", ""), ("How often", often), ("Session length", length), ("Ratio", ""),
        ("Where", "Cafeteria"), ("Provider", "OTR"), ("Begins", "9/8/2026"), ("Ends", "6/25/2027"), ("For goal", goal),
      ]
    }
    let services = try plan { sheet in
      sheet.heading("Recommended Services")
      card(facts("Occupational Therapy", often: "2x a week", length: "30 min", goal: "1, 2"), on: &sheet)
      card(facts("Physical Therapy", often: "1x a week", length: "30 min", goal: ""), on: &sheet)
      card(facts("Counseling", often: "5 hours per week", length: "", goal: "3"), on: &sheet)
    }.services
    #expect(services.map { $0.endDate?.description } == ["2027-06-25", "2027-06-25", "2027-06-25"])
    #expect(services.map(\.goalNumbers) == [["1", "2"], [], ["3"]])
    #expect(services.map { $0.location?.text } == ["Cafeteria", "Cafeteria", "Cafeteria"])
    #expect(services.last?.dose.totalMinutes == Interval(300))
  }

  @Test func thePersonStandsBehindByUnderANameOfTwoLines() throws {
    let cell = Grid.table([["OT consult with\nteacher\nby OTR/L"]]).cells[0]
    let values = try Readers.embedded().values
    let parts = try #require(ServiceAndProvider(cell, values: values)).parts(label: "Service", certainty: 1)
    #expect(parts.map(\.text) == ["OT consult with teacher", "OTR/L"])
  }
}
