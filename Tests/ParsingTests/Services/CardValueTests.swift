import IEPModel
import Testing

@testable import Parsing

/// What a value tells of the label before it, and what a title says over its card.
@Suite struct CardValueTests {
  private func card(_ lines: [String]) throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Services")
      for line in lines { sheet.line(line) }
    }.services
  }

  @Test func whatAnUnknownLabelAsksIsToldByItsValue() throws {
    let services = try card([
      "Service: Reading instruction", "Frequency: 30 minutes daily", "Start Date: 4/9/2027",
      "How it looks: direct, small group", "Builds: Goals 1 and 2",
    ])
    #expect(services.map(\.goalNumbers) == [["1", "2"]])
    #expect(services.map(\.delivery) == [.direct])
    #expect(services.map(\.grouping) == [.group])
  }

  @Test func anUnknownLabelOverSomethingElseStaysUnread() throws {
    let services = try card([
      "Service: Reading instruction", "Frequency: 30 minutes daily", "Start Date: 4/9/2027",
      "Builds: stamina for longer texts",
    ])
    #expect(services.map(\.goalNumbers) == [[]])
  }

  @Test func deliveredInAPlaceAsksWhere() throws {
    let services = try card([
      "Service: Reading instruction", "Frequency: 30 minutes daily", "Start Date: 4/9/2027",
      "Delivered: Resource classroom",
    ])
    #expect(services.map(\.location?.text) == ["Resource classroom"])
  }

  @Test func whatStandsBeforeBoxesAnswersTheLabel() throws {
    let services = try card([
      "Service: Reading instruction", "Frequency: 30 minutes daily", "Start Date: 4/9/2027",
      "Location: Special education classroom ☐ Individual ☒ Group",
    ])
    #expect(services.map(\.location?.text) == ["Special education classroom"])
    #expect(services.map(\.grouping) == [.group])
  }

  @Test(arguments: ["SVC 02", "Service 2", "#2", "No. 2"])
  func aCountMayStandBeforeACardsName(count: String) throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for (count, name) in [("SVC 01", "Reading instruction"), (count, "Co-taught English 10")] {
        sheet.line([(count, 50), (name, 180)], bold: true)
        sheet.line("Frequency: 30 minutes daily")
        sheet.line("Location: Resource room")
        sheet.line("Start Date: 4/9/2027")
        sheet.gap(8)
      }
    }.services
    #expect(services.map(\.service.text) == ["Reading instruction", "Co-taught English 10"])
  }

  @Test func aNumberAndAStopMayStandBeforeACardsName() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for name in ["1. Speech", "2. Orton club"] {
        sheet.line(name, bold: true)
        sheet.line("Frequency: 30 minutes weekly")
        sheet.line("Location: Speech room")
        sheet.line("Start Date: 4/9/2027")
        sheet.gap(8)
      }
    }.services
    #expect(services.map(\.service.text) == ["Speech", "Orton club"])
  }

  @Test func aNameWithItsSubjectBehindAColonIsACardsTitle() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for (name, amount) in [("SDC: core academics", "200 minutes daily"), ("RSP: algebra", "50 minutes daily")] {
        sheet.line(name)
        sheet.line("Frequency: \(amount)")
        sheet.line("Location: Separate classroom")
        sheet.line("Start Date: 4/9/2027")
        sheet.gap(8)
      }
    }.services
    #expect(services.map(\.service.text) == ["SDC: core academics", "RSP: algebra"])
    #expect(services.map(\.service.code) == [.specializedInstruction, .specializedInstruction])
  }

  @Test(arguments: [("2 to 4", Grouping.group), ("3-5", .group), ("1", .individual)])
  func aSizeIsThatOfAGroup(size: String, grouping: Grouping) throws {
    let services = try card([
      "Service: Reading instruction", "Frequency: 30 minutes daily", "Start Date: 4/9/2027", "Group size: \(size)",
    ])
    #expect(services.map(\.grouping) == [grouping])
  }

  @Test func aKindOfServiceIsAskedForByALabelOfThreeWords() throws {
    let services = try card([
      "Kind of service: Related service", "Service: Reading club", "Frequency: 30 minutes daily",
      "Start Date: 4/9/2027",
    ])
    #expect(services.map(\.service.text) == ["Reading club"])
    #expect(services.map(\.category) == [.relatedService])
  }
}
