import IEPModel
import Seeds
import Testing

@testable import Parsing

@Suite struct NameLikenessTests {
  private let plain: WordForms

  init() throws { plain = try WordForms(seeds: .embedded) }

  private func likeness(_ names: [(name: String, code: String?)]) -> NameLikeness<String> {
    NameLikeness(forms: plain) { names }
  }

  @Test func aStrangeNameIsWhatTheNamesLikeItAre() {
    let places = likeness([
      ("speech room", "therapy"), ("speech office", "therapy"), ("therapy room", "therapy"),
      ("school cafeteria", "school"), ("cafeteria and playground", "school"), ("hallways", "school"),
    ])
    #expect(places.code(of: "Speech closet") == "therapy")
    #expect(places.code(of: "Cafeteria line") == "school")
  }

  @Test func whatIsLikeNothingHasNoCode() {
    let places = likeness([("speech room", "therapy"), ("school cafeteria", "school")])
    #expect(places.code(of: "Zylophant") == nil)
    #expect(places.code(of: "") == nil)
    #expect(places.code(of: "12/5/2026") == nil)
  }

  @Test func dividedVotesGiveNoCode() {
    let places = likeness([("blue annex", "one"), ("blue wing", "two")])
    #expect(places.code(of: "blue hall") == nil)
  }

  @Test func aNameMayBeKnownToBeNone() {
    let places = likeness([("group of four", nil), ("group of five", nil), ("reading group room", "class")])
    #expect(places.code(of: "group of six") == nil)
  }

  @Test func theOrderOfWordsAndCaseMoveNothing() {
    let places = likeness([("resource room", "special"), ("speech room", "therapy"), ("gymnasium", "school")])
    #expect(places.code(of: "ROOM, RESOURCE") == places.code(of: "room, resource"))
    #expect(places.code(of: "ROOM, RESOURCE") == "special")
  }

  @Test(arguments: ["Special Education Teacher", "Small group", "1:1", "consult", "Mrs. Ibarra, SLP"])
  func whatStandsInAColumnOfPlacesAndIsNoneHasNoLikelyPlace(text: String) throws {
    #expect(try Vocabulary(seeds: .embedded).likelyLocation(of: text) == nil)
  }

  @Test func aNameThatNoPhraseKnowsIsReadInItsColumn() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Minutes per week", "Location", "Begin", "End"],
          ["Occupational therapy", "30", "Motor skills nook by the kilns", "4/9/2027", "4/8/2028"],
        ], widths: [120, 80, 150, 70, 70], bold: true)
    }.services
    #expect(found.map { $0.location?.text } == ["Motor skills nook by the kilns"])
    #expect(found.first?.location?.code != nil)
  }

  /// A name that is like a service's does not make a service of a row.
  @Test func likenessMakesNoRowAService() throws {
    let vocabulary = try Vocabulary(seeds: .embedded)
    #expect(vocabulary.serviceCode(of: "Totals of the week") == nil)
  }
}
