import IEPModel
import Testing

@testable import Parsing

/// Boxes with their label inside, of which one was left blank.
@Suite struct BlankLabelTests {
  @Test func aBoxWithItsOwnLabelAnswersNoBlankOne() throws {
    let table = Grid.table([
      ["DESCRIPTION OF SERVICE\nCounseling", nil, "PROVIDER TITLE\nSchool Counselor"],
      ["LOCATION OF SERVICE\nOffice", "END", "FREQUENCY\nWeekly"],
    ])
    let facts = TableFacts(reader: FactReader(labels: try Readers.embedded().labels)).items(of: table)
    let pairs = facts.compactMap { item in if case .fact(let fact) = item { fact.label + "=" + fact.value } else { nil }
    }
    #expect(pairs.contains("FREQUENCY=Weekly"))
    #expect(pairs.contains("END="))
  }

  @Test func aKindHoldsForTheCardsBelowThatDoNotAskForIt() throws {
    let services = try plan { sheet in
      sheet.heading("Description of Specially Designed Services")
      for (kind, name) in [("Related Services", "Speech Therapy"), (nil, "Physical Therapy")] {
        if let kind { sheet.line("Type of Service: \(kind)") }
        for text in [
          "Service: \(name)", "Provider: Therapist", "Location: Gym", "Begin: 12/02/2024", "End: 12/01/2025",
          "Frequency: 30 minutes weekly",
        ] { sheet.line(text) }
        sheet.gap(10)
      }
    }.services
    #expect(services.map(\.category) == [.relatedService, .relatedService])
  }
}
