import IEPModel
import Seeds
import Testing

@testable import Parsing

@Suite struct PlaceWordTests {
  private let vocabulary: Vocabulary

  init() throws { vocabulary = try Vocabulary(seeds: .embedded) }

  @Test(arguments: [
    ("Health office and classroom", LocationCode.schoolWide),
    ("Hallways, playground, music room", .schoolWide), ("Art room, music room, gym", .generalEducation),
    ("Hallways and stairs", .schoolWide),
    ("Bus - to and from school", .bus), ("Regular class and lunch", .generalEducation),
    ("Pullout", .therapyRoom), ("Other", .other), ("Cross-cat room", .specialEducation), ("ESE Bus", .bus),
    ("Outside GE", .specialEducation), ("Not in the general education class", .specialEducation),
    ("Away from peers", .specialEducation), ("Inside and outside GE", .generalEducation),
    ("Non-classroom", .schoolWide),
    ("Home school", .schoolWide), ("Birch Lane ES", .schoolWide), ("Otter Creek K-8", .schoolWide),
    ("Rm 118 (speech)", .therapyRoom), ("Portable 3 (speech)", .therapyRoom), ("the speech nook", .therapyRoom),
  ])
  func aPlaceIsKnown(text: String, code: LocationCode) {
    #expect(vocabulary.locationCode(of: text) == code)
  }

  @Test func bracketsExplainAHeading() {
    #expect(vocabulary.category(ofHeading: "RELATED (ANCILLARY) SERVICES") == .relatedService)
  }
}
