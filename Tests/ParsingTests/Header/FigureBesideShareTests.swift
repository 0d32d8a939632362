import IEPModel
import Testing

@testable import Parsing

/// Figures beside a share of time that are no share.
@Suite struct FigureBesideShareTests {
  @Test(arguments: [
    "Time with Non-Disabled Peers hours/week 20.00 Percent with Non-Disabled Peers in school week 61.5%",
    "61.5% of the school day with non-disabled peers",
  ])
  func hoursBeforeTheNextLabelAreNoShare(text: String) {
    #expect(PlacementPercent.statement(text)?.share.formatted(places: 1) == "61.5")
  }

  @Test func aFormulaIsNoShare() {
    let text = "Percentage of time inside general education: (line 1 - line 2) / line 1 x 100"
    #expect(PlacementPercent.statement(text) == nil)
  }
}
