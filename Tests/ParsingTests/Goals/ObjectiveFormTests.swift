import IEPModel
import Testing

@testable import Parsing

/// Objectives as forms name, count, list and leave them out.
@Suite struct ObjectiveFormTests {
  private static let goal = "Zadie will count coins up to one dollar in 8 of 10 trials."

  @Test func anObjectiveMayBeNamedAndCountedWithoutAMarkBehind() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph(Self.goal)
      sheet.line("☒ Objectives are included for this goal.")
      sheet.line("Objective/Benchmark #1 Count dimes up to one dollar, 8/10.")
      sheet.line("Objective/Benchmark #2 Count nickels up to one dollar, 8/10.")
    }
    #expect(found.first?.objectives.map(\.number) == ["1", "2"])
    #expect(found.first?.objectives.first?.text == "Count dimes up to one dollar, 8/10.")
  }

  @Test func whereNoneAreRequiredTheMethodBesideIsKept() throws {
    let found = try goals { sheet in
      for (number, method) in [("1", "Coin checklist"), ("2", "Math unit tests")] {
        sheet.line("Annual Goal #\(number): " + Self.goal.replacing("coins", with: "coins and \(number) bill"))
        sheet.table(
          [
            ["Benchmarks or Short-Term Objectives", "Criteria", "Evaluation Procedures", "Progress Report", nil],
            ["^", "^", "^", "MP1", "MP2"],
            ["Not required", "see goal", method, "", ""],
          ], widths: [200, 80, 130, 50, 50])
      }
    }
    #expect(found.map(\.measurementMethod) == ["Coin checklist", "Math unit tests"])
    #expect(found.flatMap(\.objectives).isEmpty)
  }

  @Test func aValueUnderItsLabelMayReadLikeALabel() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Annual Goal #1", "Area: Math", nil, nil], ["Baseline", "Counts dimes.", nil, nil],
          ["Measurable Annual Goal", Self.goal, nil, nil],
          ["Short-Term Objectives / Benchmarks", nil, "Evaluation", "Schedule for evaluation"],
          ["", nil, "Teacher report", "Progress report dates"],
        ], widths: [110, 140, 120, 140])
    }
    #expect(found.first?.measurementMethod == "Teacher report")
  }

  @Test func aListMayNameTheGoalOfEachObjective() throws {
    let second = Self.goal.replacing("count coins", with: "name bills")
    let found = try goals { sheet in
      sheet.table(
        [
          ["Measurable annual goal", "How progress will be measured"],
          [Self.goal.replacing(" up ", with: "\nup "), "Data sheet"],
          [second.replacing(" up ", with: "\nup "), "Tally"],
        ], widths: [340, 170])
      sheet.heading("SHORT TERM OBJECTIVES")
      sheet.table(
        [
          ["Short-term\nobjectives", ""], ["Goal 1", "Zadie will count dimes up to 50 cents"],
          ["Goal 2", "Zadie will name two bills with a picture"],
        ], widths: [120, 390])
    }
    #expect(found.map(\.text) == [Self.goal, second])
    #expect(
      found.map { $0.objectives.map(\.text) } == [
        ["Zadie will count dimes up to 50 cents"], ["Zadie will name two bills with a picture"],
      ])
  }

  @Test func aFigureAloneCountsTheOnlyObjective() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["MEASURABLE ANNUAL GOAL\n\(Self.goal)"],
          ["MEASURABLE OBJECTIVES\n1 Use a number line to count coins in 6 of 10 trials."],
        ], widths: [510])
    }
    #expect(found.first?.objectives.map(\.number) == ["1"])
    #expect(found.first?.objectives.first?.text == "Use a number line to count coins in 6 of 10 trials.")
  }

  @Test func aShortSentenceUnderItsOwnLabelIsAnObjective() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Goal #1", "Math"], ["Measurable Annual Goal", Self.goal], ["Objective #1", "Count 5 dimes."],
          ["Objective #2", "Count dimes and nickels in 8 of 10 trials."],
        ], widths: [150, 360])
    }
    #expect(found.first?.objectives.map(\.text) == ["Count 5 dimes.", "Count dimes and nickels in 8 of 10 trials."])
  }

  @Test func aCountedListMayEndOnTheNextPageOverAnotherTable() throws {
    var first = Sheet()
    first.heading("Measurable Annual Goals")
    first.line("Goal 1: Math", bold: true)
    first.paragraph(Self.goal)
    first.line("Major Milestones / Short-Term Objectives", bold: true)
    first.table(
      [
        ["#", "Milestone", "Comments"], ["1", "Count dimes up to 50 cents", ""],
        ["2", "Count dimes up to 80 cents", ""],
      ],
      widths: [20, 380, 110])
    var second = Sheet(page: 2)
    second.table(
      [
        ["3", "Count dimes up to one dollar", nil, "", nil], ["Progress report date", nil, "Data", nil, "Decision"],
        ["", nil, "", nil, ""],
      ], widths: [20, 260, 120, 40, 70])
    let goals = try Readers.embedded().parser.parse([first, second]).goals
    #expect(goals.first?.objectives.map(\.number) == ["1", "2", "3"])
  }
}
