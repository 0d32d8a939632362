import IEPModel
import Testing

@testable import Parsing

/// Tables of labels and values that the page's end cut in two.
@Suite struct BrokenTableTests {
  private static let labels: Set<String> = ["Goal", "Baseline", "Method", "Schedule"]

  private func joined(_ first: [[String?]], _ second: [[String?]], page: Int = 2) -> [String]? {
    BrokenTable.joined(Grid.table(first), Grid.table(second, page: page)) { Self.labels.contains($0.text) }.map {
      table in
      (0..<table.rowCount).map { table.cells(startingIn: $0).map(\.text).joined(separator: " | ") }
    }
  }

  @Test func aValueGoesOnOverThePagesEnd() {
    #expect(
      joined(
        [["Goal", "Zadie will count"], ["Baseline", "She counts to ten"]], [["", "with help."], ["Method", "Tally"]])
        == ["Goal | Zadie will count", "Baseline | She counts to ten with help.", "Method | Tally"])
  }

  @Test func aRowOfLabelsHasItsValuesOnTheNextPage() {
    #expect(
      joined([["Goal", "Zadie will count"], ["Method", "Schedule"]], [["Tally", "Monthly"]])
        == ["Goal | Zadie will count", "Method | Schedule", "Tally | Monthly"])
  }

  @Test func aSentenceAmongOthersGoesOnOverThePagesEnd() {
    #expect(
      joined(
        [["Zadie will count coins up to", "4 of 5"]], [["one dollar.", ""], ["Zadie will add coins.", "3 of 5"]])
        == ["Zadie will count coins up to one dollar. | 4 of 5", "Zadie will add coins. | 3 of 5"])
    #expect(joined([["Zadie will count coins.", "4 of 5"]], [["one dollar.", ""]]) == nil)
  }

  @Test func aTableThatBeginsWithALabelStandsForItself() {
    #expect(joined([["Goal", "Zadie will count"]], [["Goal", "Zadie will write"]]) == nil)
  }

  @Test func onlyTheNextPageOfTheSameColumnsGoesOn() {
    #expect(joined([["Goal", "Zadie will count"]], [["", "to ten."]], page: 3) == nil)
    #expect(joined([["Goal", "Zadie will count"]], [["", "to ten.", ""]]) == nil)
  }

  @Test func aCutCardIsOneGoal() throws {
    var first = Sheet(page: 1, top: 640)
    first.heading("Measurable Annual Goals")
    first.table(
      [["Annual Goal", "By May 2027, Zadie will count coins up to one dollar in 4 of"]], widths: [120, 380])
    var second = Sheet(page: 2, top: 120)
    second.table(
      [
        ["", "5 trials at the school store."], ["Baseline", "She counts to ten cents."],
        ["Method of Measurement", "Tally"],
      ],
      widths: [120, 380])
    let goals = try Readers.embedded().parser.parse([first, second]).goals
    #expect(
      goals.map(\.text) == [
        "By May 2027, Zadie will count coins up to one dollar in 4 of 5 trials at the school store."
      ])
    #expect(goals.first?.baseline == "She counts to ten cents.")
    #expect(goals.first?.measurementMethod == "Tally")
  }

  @Test func labelsAtAPagesFootHeadRowsThatAreRuledOtherwise() throws {
    #expect(
      joined([["Goal", "Baseline", nil, "Method"]], [["Zadie will count", nil, "To ten", "Tally"]]) == nil)
    #expect(
      joined([["Goal", nil, "Baseline", "Method"]], [["Zadie will count", nil, "To ten", "Tally"]])
        == ["Goal | Baseline | Method", "Zadie will count | To ten | Tally"])
    var second = Grid.table([["Zadie will count", "To ten", "Tally"]], page: 2)
    for (index, edges) in [(0.0, 220.0), (220, 330), (330, 440)].enumerated() {
      (second.cells[index].box.x0, second.cells[index].box.x1) = edges
    }
    let whole = BrokenTable.joined(Grid.table([["Goal", nil, "Baseline", "Method"]]), second) {
      Self.labels.contains($0.text)
    }
    #expect(whole?.columnCount == 3)
    #expect(whole?.cells(startingIn: 1).map(\.column) == [0, 1, 2])
  }
}
