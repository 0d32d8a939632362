import IEPModel
import Testing

@testable import Parsing

/// Labels over values in cards, of which some were not answered.
@Suite struct UnansweredLabelTests {
  private func cards(lastOfFirst grouping: String?) throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Related services")
      for (name, answer) in [("Speech therapy", grouping), ("Physical therapy", "Group")] {
        sheet.line(name, size: 11, bold: true)
        for (label, value) in [
          ("Minutes per session", "30"), ("Sessions per week", "2"), ("Setting", "Gym"), ("Individual / group", answer),
        ] {
          sheet.line(label, size: 7)
          if let value { sheet.line(value, size: 10) }
        }
        sheet.gap(10)
      }
    }.services
  }

  @Test func aWordThatTheLabelListsIsItsAnswer() throws {
    #expect(try cards(lastOfFirst: "Individual").map(\.grouping) == [.individual, .group])
  }

  @Test func theTitleOfTheNextCardAnswersNoLabel() throws {
    let found = try cards(lastOfFirst: nil)
    #expect(found.map(\.service.code) == [.speechLanguage, .physicalTherapy])
    #expect(found.map(\.grouping) == [nil, .group])
  }

  @Test func theLastBoxGoesOnInALineOfItsOwn() throws {
    let found = try plan { sheet in
      sheet.heading("Related services")
      sheet.line("Service: Counseling")
      sheet.line("30 minutes, 1 time per ☐ day ☒ week")
      sheet.line("Place: ☐ Regular class ☐ Therapy room ☐ Home")
      sheet.row(["☒ Other:", "video call"], at: [60, 110])
      sheet.line("Position responsible: School counselor   From 9/8/2027 to 9/7/2028")
    }.services
    #expect(found.map { $0.location?.code } == [.virtual])
    #expect(found.map { $0.provider?.code } == [.counselor])
  }

  @Test func aKindOverATitleIsTheGroupOfTheCards() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.line("Special education", size: 11, bold: true)
      sheet.line("Braille lessons", size: 9, bold: true)
      for (label, value) in [("Minutes per week", "60"), ("Setting", "Classroom"), ("Provider", "TVI")] {
        sheet.line(label, size: 7)
        sheet.line(value, size: 9)
      }
    }.services
    #expect(found.map(\.category) == [.specialEducation])
    #expect(found.map(\.service.code) == [.vision])
  }
}
