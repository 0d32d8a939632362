import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Blanks that were filled in: beside labels with a colon, behind dots, and where a form goes on to the next line.
@Suite struct FilledBlankTests {
  private func facts(_ lines: [String]) throws -> [String] {
    let reader = FactReader(labels: try Readers.embedded().labels)
    let printed = lines.enumerated().map { TextLine.of($1, y: 14 * Double($0)) }
    return LineFacts(reader: reader).items(of: printed).compactMap { item in
      if case .fact(let fact) = item { "\(fact.label) = \(fact.value)" } else { nil }
    }
  }

  @Test func aBlankMayStandBehindALabelWithAColon() throws {
    let found = try facts(["Frequency: 2 times per week  Minutes each time 20"])
    #expect(found == ["Frequency = 2 times per week", "Minutes each time = 20"])
  }

  @Test func datesMayStandBeforeALabelWithAColon() throws {
    let found = try facts(["From 4/9/2027 to 4/8/2028  Goals: 1"])
    #expect(found == ["From = 4/9/2027 to 4/8/2028", "Goals = 1"])
  }

  @Test func datesThatBeginALineGoOnNoLabelAboveThem() throws {
    let found = try facts([
      "Service: Reading instruction  Given by: special education teacher", "From 4/9/2027 to 4/8/2028  Goals: 1",
    ])
    #expect(found.contains("Given by = special education teacher"))
    #expect(found.contains("From = 4/9/2027 to 4/8/2028"))
  }

  @Test func anUnknownLabelOverAKnownOneIsALabel() throws {
    let reader = FactReader(labels: try Readers.embedded().labels)
    let printed = [("How it looks", "direct, small group"), ("Location", "Gym")].enumerated().map { row, pair in
      let y = 14 * Double(row)
      return TextLine(page: 1, words: Word.run(pair.0, x: 50, y: y) + Word.run(pair.1, x: 200, y: y))
    }
    let found = LineFacts(reader: reader).items(of: printed).compactMap { item in
      if case .fact(let fact) = item { "\(fact.label) = \(fact.value)" } else { nil }
    }
    #expect(found == ["How it looks = direct, small group", "Location = Gym"])
  }

  @Test func dotsLeadFromALabelToItsValue() throws {
    let found = try facts(["Given by ............. OTR", "Location ............. Gym"])
    #expect(found == ["Given by = OTR", "Location = Gym"])
  }

  @Test func dotsAtALinesBeginningLeadFromNothing() throws {
    #expect(try facts([".......... OTR"]).isEmpty)
  }

  @Test func aLabelsNextWordIsNotItsValue() throws {
    let found = try facts(["Time in day  Minutes each time: 20  Times 4"])
    #expect(!found.contains { $0.hasSuffix("= in day") })
  }
}
