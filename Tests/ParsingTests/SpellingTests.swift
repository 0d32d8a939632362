import IEPModel
import Seeds
import Testing

@testable import Parsing

@Suite struct SpellingTests {
  let spelling = Spelling(words: ["therapy", "resource", "physical", "individual", "writing", "cafeteria", "hearing"])

  @Test(arguments: [
    ("resouce", "resource"), ("phyiscal", "physical"), ("individaul", "individual"), ("theraapy", "therapy"),
    ("cafateria", "cafeteria"),
  ])
  func aSlipIsUndone(typed: String, meant: String) { #expect(spelling.intended(by: typed) == meant) }

  @Test(arguments: ["waiting", "therapy", "bearing", "resources", "rapid"])
  func anotherWordIsNoSlip(word: String) { #expect(spelling.intended(by: word) == nil) }

  @Test func cellsAreReadWithTheirSlips() throws {
    let vocabulary = try Vocabulary(seeds: .embedded)
    #expect(vocabulary.locationCode(of: "Resouce Room") == .specialEducation)
    #expect(vocabulary.serviceCode(of: "Phyiscal Therapy (Group)") == .physicalTherapy)
    #expect(vocabulary.grouping(of: "Individaul") == .individual)
    #expect(vocabulary.category(ofHeading: "Speical Education Services") == .specialEducation)
  }
}
