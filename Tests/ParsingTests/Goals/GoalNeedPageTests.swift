import IEPModel
import Testing

@testable import Parsing

/// Goals among other things of their page: services beside them, areas over several of them, lists of objectives that
/// name the goals.
@Suite struct GoalNeedPageTests {
  private static let first = "By May 2027, Zadie will write a paragraph of five sentences in 4 of 5 samples."
  private static let second = "By May 2027, Zadie will count coins up to one dollar in 8 of 10 trials."

  @Test func servicesBesideAGoalGiveItNoArea() throws {
    let found = try goals { sheet in
      sheet.line("Area of need 1: Writing", size: 11, bold: true)
      sheet.table([["Goal 1", Self.first], ["Baseline", "Two sentences"]], widths: [90, 420])
      sheet.line("Services for this area", bold: true)
      sheet.table(
        [
          ["Service", "Minutes per session", "Sessions", "Per", "Where", "From", "To"],
          ["Reading, direct", "30", "3", "week", "Resource room", "4/20/2026", "4/19/2027"],
        ], widths: [110, 90, 50, 50, 90, 60, 60])
      sheet.line("Area of need 2: Mathematics", size: 11, bold: true)
      sheet.table([["Goal 2", Self.second], ["Baseline", "Ten cents"]], widths: [90, 420])
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map { $0.area?.text } == ["Writing", "Mathematics"])
    #expect(found.flatMap(\.objectives).isEmpty)
  }

  private static let keyed: [[[String]]] = [
    [["Goal", "Objective"], ["1", "Zadie will write two sentences."], ["2", "Zadie will count ten cents."]],
    [
      ["Goal", "Bm.", "Benchmark"], ["1", "1a", "Zadie will write two sentences."],
      ["2", "2a", "Zadie will count ten cents."],
    ],
    [["No.", "Objective"], ["1.1", "Zadie will write two sentences."], ["2.1", "Zadie will count ten cents."]],
  ]

  @Test(arguments: keyed) func aListOfObjectivesServesTheGoalsThatItNames(rows: [[String]]) throws {
    let found = try goals { sheet in
      sheet.table(
        [["#", "Area", "Annual goal"], ["1", "Writing", Self.first], ["2", "Mathematics", Self.second]],
        widths: [30, 90, 390])
      sheet.line("Objectives", bold: true)
      sheet.table(rows, widths: rows[0].count == 2 ? [50, 460] : [50, 50, 410])
      sheet.paragraph("Who does what is said on the next page of this plan")
    }
    #expect(
      found.map { $0.objectives.map(\.text) } == [
        ["Zadie will write two sentences."], ["Zadie will count ten cents."],
      ])
  }

  @Test func anAbbreviationAndANumberHeadAGoal() throws {
    let found = try goals { sheet in
      sheet.line("MAG #1 Area: Writing", bold: true)
      sheet.paragraph(Self.first)
      sheet.line("MAG #2 Area: Mathematics", bold: true)
      sheet.paragraph(Self.second)
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map(\.text) == [Self.first, Self.second])
  }

  @Test func aCardOfAGoalHoldsItsListOfObjectives() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["MAG # 1", "Area of Need: Writing", nil], [Self.first, nil, nil], ["STO #", "Objective", "Met"],
          ["1-1", "Zadie will write two sentences.", "12/2026"], ["1-2", "Zadie will write three.", "3/2027"],
        ], widths: [70, 360, 80])
    }
    #expect(found.map(\.number) == ["1"])
    #expect(found.first?.area?.text == "Writing")
    #expect(found.first?.objectives.map(\.text) == ["Zadie will write two sentences.", "Zadie will write three."])
  }

  @Test func aLetterUnderNumberIsTheGoalsAndNoWordOfItsLabel() throws {
    let found = try goals { sheet in
      sheet.table(
        [["NUMBER\nA", "AREA\nWriting"], ["MEASURABLE ANNUAL GOAL\n" + Self.first, nil]], widths: [90, 420])
    }
    #expect(found.map(\.number) == ["A"])
    #expect(found.first?.area?.text == "Writing")
  }

  @Test func anAreaOverTwoGoalsIsThatOfBoth() throws {
    let found = try goals { sheet in
      sheet.line("Area of Concern: Writing")
      sheet.line("Goal 1", bold: true)
      sheet.paragraph(Self.first)
      sheet.line("Goal 2", bold: true)
      sheet.paragraph(Self.second)
    }
    #expect(found.map { $0.area?.text } == ["Writing", "Writing"])
  }

  @Test func whatAFormSaysOfObjectivesIsNone() {
    #expect(!GoalParagraph.isObjective("Required for students with disabilities who take alternate assessments."))
    #expect(GoalParagraph.isObjective("Zadie will write two sentences."))
  }

  @Test func aTimelineInWordsLeadsTheGoal() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["#", "Timeframe", "Condition", "Behavior", "Criteria"],
          ["1", "By October 2026", "given a prompt,", "Zadie will write two sentences", "4 of 5 samples"],
        ], widths: [30, 90, 100, 180, 110])
    }
    #expect(found.first?.text.hasPrefix("By October 2026, given a prompt, Zadie will write two sentences") == true)
  }

  @Test func aLabelMayNameWhomItAsksAbout() throws {
    let labels = try Readers.embedded().labels.goal
    #expect(labels.exact("Where Zadie is starting").contains(.baseline))
    #expect(!labels.exact("Where the bus stops for Zadie").contains(.baseline))
  }

  @Test(arguments: ["1 Teacher-made test; 2 Observation; 3 Work samples", "DO = Observation; WS = Work samples"])
  func aKeyOfCodesIsAList(text: String) {
    #expect(Legend.isList(text))
    #expect(!Legend.isList("Observation; Work samples; Tests"))
  }
}
