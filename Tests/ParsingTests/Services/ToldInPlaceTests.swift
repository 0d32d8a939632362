import IEPModel
import Testing

@testable import Parsing

/// Columns for other places in which the amount stands behind the place.
@Suite struct ToldInPlaceTests {
  private let values: ValueReaders

  init() throws { values = try Readers.embedded().values }

  @Test(arguments: [
    ("gym, with 1st grade: 2x30 wkly", "gym, with 1st grade", "2x30 wkly"),
    ("library - 20 min/week", "library", "20 min/week"), ("hallways and stairs: 45/mo", "hallways and stairs", "45/mo"),
  ])
  func anAmountBehindAPlaceIsParted(text: String, place: String, amount: String) throws {
    let both = try #require(AmountAndPlace(placeFirst: text, values: values))
    #expect(both.place == place)
    #expect(both.amount == amount)
  }

  @Test(arguments: ["gym, room 12", "Room 4: reading", "30 minutes: weekly", "library"])
  func otherTextsHoldNoAmount(text: String) { #expect(AmountAndPlace(placeFirst: text, values: values) == nil) }
}
