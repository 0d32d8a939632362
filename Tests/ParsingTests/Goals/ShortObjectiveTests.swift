import IEPModel
import Testing

@testable import Parsing

/// Objectives of two or three words, in lists, columns and under labels.
@Suite struct ShortObjectiveTests {
  private static let goal = "Zadie will read a passage of her grade aloud at 90 words a minute in 3 of 4 tries."

  @Test(arguments: ["60 wpm.", "40%.", "Three steps.", "With one cue.", "6 of 10.", "Draws a map."])
  func aMeasureOrAFewWordsAreAStep(text: String) { #expect(ShortObjective.isStep(text)) }

  @Test(arguments: [
    "N/A.", "Not applicable.", "Met.", "In progress.", "10/4/2027.", "Date met.", "Area: math.", "Work Sample.",
  ])
  func whatAReportSaysIsNone(text: String) { #expect(!ShortObjective.isStep(text)) }

  @Test func shortStepsBelowTheirHeadingAreObjectives() throws {
    let found = try goals { sheet in
      sheet.line("Annual Goal: " + Self.goal)
      sheet.line("Short-term objectives:")
      sheet.line("a. 60 wpm.", x: 64)
      sheet.line("b. With one cue.", x: 64)
      sheet.line("Baseline: 40 words a minute.")
    }
    #expect(found.first?.objectives.map(\.text) == ["60 wpm.", "With one cue."])
    #expect(found.first?.objectives.map(\.number) == ["a", "b"])
  }

  @Test func aCardListsItsObjectivesBesideTheirSchedule() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Goal 1", "Goal area: Reading"], ["Goal Statement: " + Self.goal.replacing(" at ", with: "\nat "), nil],
          ["Benchmarks", "Schedule"], ["60%.", "Each quarter"], ["75%.", "Each quarter"],
          ["Evaluation procedure: Running record", nil],
        ], widths: [330, 170])
    }
    #expect(found.first?.objectives.map(\.text) == ["60%.", "75%."])
    #expect(found.first?.measurementMethod == "Running record")
  }

  @Test func lettersBelowNoCountTheObjectivesOfACard() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Goal 1", "Area: Reading"], ["Annual Goal: " + Self.goal.replacing(" at ", with: "\nat "), nil],
          ["No.", "Objectives"], ["a", "Reads ten lines."], ["b", "Reads a page of twenty lines aloud."],
        ], widths: [70, 430])
    }
    #expect(found.first?.objectives.map(\.text) == ["Reads ten lines.", "Reads a page of twenty lines aloud."])
  }

  @Test func theColonEndsALabelThoughItsValueCouldGoOnWithIt() throws {
    let readers = try Readers.embedded()
    let cell = Grid.table([["How will progress be measured:\nChecklist"]]).cells[0]
    let items = CellFacts(reader: FactReader(labels: readers.labels)).inside(cell)
    let values = items.compactMap { item -> String? in if case .fact(let fact) = item { fact.value } else { nil } }
    #expect(values == ["Checklist"])
  }
}
