import IEPModel
import Testing

@testable import Parsing

/// Headings that a form counts, of which its own words name some sections and not others.
@Suite struct CountedHeadingTests {
  private func sections(_ headings: [String], bold: Bool = true) throws -> [Section] {
    try plan { sheet in
      for heading in headings {
        sheet.line(heading, bold: bold)
        sheet.line("What the team wrote about it stands here in a line of its own.")
        sheet.gap(8)
      }
    }.sections.filter { !$0.heading.isEmpty }
  }

  @Test func whatIsCountedLikeSectionsIsOne() throws {
    let found = try sections([
      "Part 1. Present Levels", "Part 2. Annual Goals", "Part 3. Sunny days ahead", "Part 4. Placement",
    ])
    #expect(found.map(\.code) == [.presentLevels, .goals, .other, .lre])
  }

  @Test func theNameMayStandBeforeWhatExplainsIt() throws {
    let found = try sections(["A. Present Levels", "B. Annual Goals", "C. Services, by place", "D. Placement"])
    #expect(found.map(\.code) == [.presentLevels, .goals, .services, .lre])
  }

  @Test func listsOfOtherThingsAreNoSections() throws {
    let found = try sections(["1. Blue chair", "2. Annual Goals", "3. Extra time", "4. Quiet room"])
    #expect(!found.contains { $0.code == .other })
  }
}

@Suite struct HeadingCountTests {
  @Test(arguments: [
    ("Table 2. In the resource room", "In the resource room"), ("C. Related services", "Related services"),
    ("Part IV - Placement", "Placement"), ("(b) Goals", "Goals"), ("Article 3. Other matters", "Other matters"),
  ])
  func theCountIsNoWordOfTheHeading(heading: String, rest: String) {
    #expect(HeadingCount.removed(from: heading) == rest)
  }

  @Test(arguments: ["Services", "A good reader", "Section", "Table tennis club", "2 goals"])
  func whatCountsNothingStays(heading: String) {
    #expect(HeadingCount.removed(from: heading) == heading)
  }
}
