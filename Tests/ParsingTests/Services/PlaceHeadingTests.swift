import IEPModel
import Testing

@testable import Parsing

/// Headings over rows of services that say where they are given.
@Suite struct PlaceHeadingTests {
  private let vocabulary: Vocabulary

  init() throws { vocabulary = try Readers.embedded().values.vocabulary }

  @Test(arguments: [
    ("In the learning center", LocationCode.specialEducation), ("Regular class", .generalEducation),
    ("Therapy room or office", .therapyRoom), ("In a related services room", .therapyRoom),
    ("Services provided in the community", .community), ("Elsewhere in the school (halls, stairs)", .schoolWide),
  ])
  func aPlaceAloneIsThatOfTheRows(heading: String, code: LocationCode) {
    #expect(PlaceHeading.place(in: heading, vocabulary: vocabulary)?.code == code)
  }

  @Test(arguments: ["Special education", "Related services", "Speech-Language Pathologist", "Reading in small groups"])
  func whatNamesAKindOrAPersonIsNoPlace(heading: String) {
    #expect(PlaceHeading.place(in: heading, vocabulary: vocabulary) == nil)
  }

  @Test func eachPlaceHoldsUntilTheNext() throws {
    let found = try plan { sheet in
      sheet.heading("Related services")
      sheet.table(
        [
          ["Service", "Amount", "Given by"], ["Therapy room", nil, nil],
          ["Occupational therapy", "30 minutes weekly", "OT"], ["In the regular class", nil, nil],
          ["Speech therapy", "20 minutes weekly", "SLP"], ["Physical therapy", "20 minutes monthly", "PT"],
        ], widths: [200, 150, 120], bold: true)
    }.services
    #expect(found.map { $0.location?.code } == [.therapyRoom, .generalEducation, .generalEducation])
  }
}
