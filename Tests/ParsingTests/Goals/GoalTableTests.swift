import IEPModel
import Testing

@testable import Parsing

/// Goals in tables: margins, rows across, areas that hold on, rows of objectives.
@Suite struct GoalTableTests {
  private static let first = "By May 2027, Zadie will write a paragraph of five sentences in 4 of 5 samples."
  private static let second = "By May 2027, Zadie will count coins up to one dollar in 8 of 10 trials."

  private static let margins: [(String, String?, String?)] = [
    ("1", "1", nil), ("Goal 2", "2", nil), ("Writing", nil, "Writing"), ("3 Writing", "3", "Writing"),
  ]

  @Test(arguments: margins)
  func aNarrowCellBesideAllRowsNamesTheGoal(margin: String, number: String?, area: String?) throws {
    let table = Grid.table([[margin, "Annual Goal", Self.first], ["^", "Baseline", "One sentence"]])
    let found = try #require(GoalMargin(table, vocabulary: Readers.embedded().vocabulary))
    #expect(found.heading.number == number)
    #expect(found.heading.area == area)
    #expect(found.rest.columnCount == 2)
    #expect(found.rest.row(1).map(\.text) == ["Baseline", "One sentence"])
  }

  @Test func aCellBesideOneRowIsNoMargin() throws {
    let table = Grid.table([["1", "Annual Goal", Self.first], ["2", "Annual Goal", Self.second]])
    #expect(GoalMargin(table, vocabulary: try Readers.embedded().vocabulary) == nil)
  }

  @Test func cardsWithMarginsAreGoalsWithTheirNumbers() throws {
    let found = try goals { sheet in
      for (number, text, baseline) in [("1", Self.first, "One sentence"), ("2", Self.second, "Ten cents")] {
        sheet.table(
          [[number, "Annual Goal", text.replacing(" of five ", with: " of\nfive ")], ["^", "Baseline", baseline]],
          widths: [30, 90, 390])
      }
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map(\.text) == [Self.first, Self.second])
    #expect(found.map(\.baseline) == ["One sentence", "Ten cents"])
  }

  @Test func aGoalMayGoAcrossTheColumnsBelowItsRow() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Goal", "Area of Need", "Target Date"], ["A", "Writing", "5/28/2027"], [Self.first, nil, nil],
          ["B", "Mathematics", "5/21/2027"], [Self.second, nil, nil],
        ], widths: [100, 240, 170])
    }
    #expect(found.map(\.number) == ["A", "B"])
    #expect(found.map { $0.area?.text } == ["Writing", "Mathematics"])
    #expect(found.map(\.text) == [Self.first, Self.second])
    #expect(found.map { $0.targetDate?.description } == ["2027-05-28", "2027-05-21"])
  }

  @Test func anAreaOverATableHoldsForAllItsRows() throws {
    let found = try goals { sheet in
      sheet.line("Area of Need: Mathematics")
      sheet.table(
        [
          ["Annual Goal", "Baseline", "Method"], [Self.second, "Ten cents", "Tally"],
          ["By May 2027, Zadie will tell\ntime to the hour in 4 of 5 trials.", "Noon only", "Probe"],
        ], widths: [330, 90, 90])
    }
    #expect(found.map { $0.area?.code } == [.mathematics, .mathematics])
    #expect(found.map(\.baseline) == ["Ten cents", "Noon only"])
  }

  @Test func aTableOfObjectivesBelongsToTheGoalAboveIt() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Annual Goal", Self.second, nil], ["Baseline", "Ten cents", nil],
          ["Objective", "Criterion", "Method"],
          ["Zadie will count pennies up to ten cents.", "4 of 5", "Tally"],
          ["Zadie will count nickels up to fifty cents.", "4 of 5", "Tally"],
        ], widths: [230, 140, 140])
    }
    #expect(found.map(\.text) == [Self.second])
    #expect(
      found.first?.objectives.map(\.text) == [
        "Zadie will count pennies up to ten cents.", "Zadie will count nickels up to fifty cents.",
      ])
    #expect(found.first?.measurementMethod == "Tally")
  }

  @Test func rowsNumberedByLettersOfTheirGoalAreObjectives() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Annual Goals and Objectives", "Criterion", "Method"],
          ["1. " + Self.second, "8 of 10", "Tally"],
          ["1A. Zadie will count pennies up to ten cents.", "4 of 5", "Tally"],
          ["1B. Zadie will count nickels up to fifty cents.", "4 of 5", "Tally"],
          ["2. " + Self.first, "4 of 5", "Rubric"],
        ], widths: [400, 60, 50])
    }
    #expect(found.count == 2)
    #expect(found.map(\.objectives.count) == [2, 0])
  }

  @Test func rowsCountedBySmallLettersAreObjectives() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Goal no.", "Area", "Annual goal and objectives", "Baseline"],
          ["1", "Mathematics", Self.second, "Ten cents"],
          ["a", "", "Count pennies up to ten cents in 8 of 10 trials.", ""],
          ["b", "", "Count nickels up to fifty cents in 8 of 10 trials.", ""],
          ["2", "Writing", Self.first, "One sentence"],
        ], widths: [50, 80, 300, 80])
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map { $0.objectives.map(\.number) } == [["a", "b"], []])
  }

  @Test func aBaselineBeforeTheOnlyRowOfObjectivesIsTheGoals() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Goal 1", "Mathematics", "Criterion date: 5/21/2027"], [Self.second, nil, nil],
          ["Baseline", "Evaluation method", "Objectives"],
          ["Zadie counts coins in\n3 of 10 trials.", "Tally", "1.1 Count pennies up to ten cents in 8 of 10 trials."],
        ], widths: [130, 110, 270])
    }
    #expect(found.map(\.baseline) == ["Zadie counts coins in 3 of 10 trials."])
    #expect(found.map(\.measurementMethod) == ["Tally"])
    #expect(found.map { $0.targetDate?.description } == ["2027-05-21"])
    #expect(found.map { $0.objectives.map(\.number) } == [["1.1"]])
  }

  @Test func columnsUnderLabelsOfTheFormsOwnAreKnownByTheirSentences() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["No.", "Area", "Where the student is", "Goal for the year", "Short-term steps"],
          [
            "1", "Mathematics", "Zadie counts coins in\n3 of 10 trials.",
            "By May 2027, Zadie\nwill count coins in\n8 of 10 trials.",
            "1. Count pennies up to\nten cents.\n2. Count nickels up to\nfifty cents.",
          ],
          [
            "2", "Writing", "Zadie writes one\nsentence a day.",
            "By May 2027, Zadie\nwill write 5 sentences\nin 4 of 5 samples.", "N/A",
          ],
        ], widths: [30, 70, 120, 150, 140])
    }
    #expect(found.map(\.baseline) == ["Zadie counts coins in 3 of 10 trials.", "Zadie writes one sentence a day."])
    #expect(found.map(\.objectives.count) == [2, 0])
  }

  @Test func aBandThatAsksForTheBaselineIsARowOfItsGoal() throws {
    let found = try goals { sheet in
      for (number, baseline) in [("1", "Reads 7 of 20 words."), ("2", "Reads 9 of 20 words.")] {
        sheet.table(
          [
            ["Goal #", "Area of Need", "Target Date"], [number, "Reading", "10/14/2026"],
            ["CURRENT PERFORMANCE (BASELINE)", nil, nil], [baseline, nil, nil], ["ANNUAL GOAL", nil, nil],
            ["Perpetua will read list \(number) with 18 of 20 words correct.", nil, nil],
          ], widths: [100, 260, 150])
      }
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map(\.baseline) == ["Reads 7 of 20 words.", "Reads 9 of 20 words."])
  }

  @Test func aRowAboutASchoolVisitBelowTheGoalsIsNone() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1: Perpetua will read a list with 18 of 20 words correct.")
      sheet.table(
        [
          ["Planning for High School", nil], ["Interests", "Sports medicine, music production"],
          ["Student visit to high school", "Planned for spring with the grade 8 class"],
          ["Person responsible", "Counselor"],
        ], widths: [200, 300])
    }
    #expect(found.count == 1)
  }

  @Test func targetOverDatesAsksWhenAndColumnsMayBeShortened() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["#", "Area", "Annual goal", "Baseline", "Objectives", "How meas.", "Target", "Q1"],
          [
            "1", "Wr. Lang.", "Perpetua will write\n3 paragraphs in 4 of 5 samples.", "1 of 5", "a. 2 samples, 60%.",
            "Work samples", "10/26/26", "",
          ],
          [
            "2", "Self-reg.", "Perpetua will ask for\na break in 4 of 5 lessons.", "None", "a. Tolerate 5 min.",
            "OT log",
            "10/26/26", "",
          ],
        ], widths: [20, 50, 150, 50, 100, 70, 60, 20])
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map(\.area?.code) == [.writing, .sensoryRegulation])
    #expect(found.map(\.measurementMethod) == ["Work samples", "OT log"])
    #expect(found.map(\.targetDate) == Array(repeating: CalendarDate(iso: "2026-10-26"), count: 2))
    #expect(found.flatMap(\.objectives).map(\.text) == ["2 samples, 60%.", "Tolerate 5 min."])
  }

  @Test func figuresBeforeTheSameLabelCountTheGoals() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["1. Area: Reading\nAnnual Goal: Perpetua will read 20 signs in 4 of 5 trials.\nHow measured: Checklist"],
          ["2. Area: Math\nAnnual Goal: Perpetua will count coins in 4 of 5 trials.\nHow measured: Tally"],
        ], widths: [510])
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map(\.area?.text) == ["Reading", "Math"])
  }

  @Test func figuresOfAFormsQuestionsCountNoGoals() throws {
    let found = try goals { sheet in
      sheet.line("1. Area: Reading")
      sheet.line("2. Annual goal: Perpetua will read 20 signs in 4 of 5 trials.")
      sheet.line("3. Baseline: 8 signs")
    }
    #expect(found.count == 1)
    #expect(found.first?.number != "1")
  }
}
