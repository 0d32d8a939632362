import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Values, labels and boxes that go on in the next line while another fact stands beside it.
@Suite struct WrappedFactTests {
  private func facts(_ lines: [TextLine]) throws -> [String] {
    LineFacts(reader: FactReader(labels: try Readers.embedded().labels)).items(of: lines).compactMap { item in
      guard case .fact(let fact) = item else { return nil }
      return "\(fact.label): \(fact.value)"
    }
  }

  private func line(_ parts: [(text: String, x: Double)], y: Double) -> TextLine {
    TextLine(page: 1, words: parts.flatMap { Word.run($0.text, x: $0.x, y: y) })
  }

  @Test func aFullValueGoesOnBesideTheNextLabel() throws {
    let found = try facts([
      line([("School: Old Foundry Primary", 50), ("Start Date: 11/10/2025", 185)], y: 0),
      line([("School", 50), ("End Date: 11/4/2026", 185)], y: 11),
    ])
    #expect(found.contains("School: Old Foundry Primary School"))
    #expect(found.contains("End Date: 11/4/2026"))
  }

  @Test func aValueWithRoomToSpareDoesNot() throws {
    let found = try facts([
      line([("School: Foundry", 50), ("Start Date: 11/10/2025", 300)], y: 0),
      line([("Annex", 50), ("End Date: 11/4/2026", 300)], y: 11),
    ])
    #expect(found.contains("School: Foundry"))
  }

  @Test func whatAnswersTheLastLabelIsNoRestOfTheFirst() throws {
    let found = try facts([
      line([("School: Old Foundry Primary", 50), ("Building:", 185)], y: 0),
      line([("Annex", 50), ("End Date: 11/4/2026", 185)], y: 11),
    ])
    #expect(found.contains("School: Old Foundry Primary"))
  }

  @Test func aListOfBoxesGoesOnUnderItsLabel() throws {
    let found = try facts([
      line([("Evaluation method: ☐ Teacher made test ☐ Observation ☐ Grades", 50)], y: 0),
      line([("☒ Work samples ☐ Charts", 50)], y: 11),
    ])
    #expect(found.contains { $0.contains("☒ Work samples") && $0.hasPrefix("Evaluation method") })
  }

  @Test func aLabelGoesOnBehindAWordThatAsksForMore() throws {
    let found = try facts([
      line([("Evaluation procedures and", 50), ("Class work, monthly", 220)], y: 0), line([("schedule", 50)], y: 11),
    ])
    #expect(found == ["Evaluation procedures and schedule: Class work, monthly"])
  }

  @Test func aLineToSignOnIsNoDistrict() throws {
    let readers = try Readers.embedded()
    let fit = HeaderFit(labels: readers.labels, values: readers.values)
    #expect(fit.fit(.district, "Representative ____________ Date ______", label: "LEA") == nil)
    #expect(fit.fit(.district, "Sagebrush Arts LEA", label: "LEA") != nil)
  }
}
