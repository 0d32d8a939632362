import IEPModel
import Seeds
import Testing

@testable import Parsing

@Suite struct CategoryHeadingTests {
  let vocabulary: Vocabulary

  init() throws { vocabulary = try Vocabulary(seeds: .embedded) }

  @Test(arguments: [
    (
      "RELATED SERVICES - List the services that the student needs to benefit from special education", "related-service"
    ),
    ("Related Services needed to benefit from special education", "related-service"),
    ("Related Services – 34 CFR 300.34", "related-service"),
    ("Specially Designed Instruction / Anticipated Amount / Location / Provider", "special-education"),
    ("Training needed by school personnel", "personnel-support"),
  ])
  func whatExplainsAHeadingNamesNothing(heading: String, category: String) {
    #expect(vocabulary.category(ofHeading: heading)?.rawValue == category)
  }

  @Test func anAnswerIsNoExplanation() {
    #expect(CategoryHeading.name(in: "Related services: OT 30 min weekly, in class") == nil)
    #expect(CategoryHeading.name(in: "Transportation: not needed") == nil)
  }
}
