import IEPModel
import Testing

@testable import Parsing

/// Objectives under titles, labels and columns of their own.
@Suite struct ObjectiveListTests {
  private static let first = "By May 2027, Zadie will write a paragraph of five sentences in 4 of 5 samples."
  private static let second = "By May 2027, Zadie will count coins up to one dollar in 8 of 10 trials."

  @Test(arguments: [
    ("Steps toward goal 1", "1"), ("Objectives for Annual Goal #2", "2"), ("Benchmarks: Goal 3", "3"),
    ("Short-Term Objectives for Goal No. 4", "4"), ("Goal 2 Objectives", "2"), ("Milestones to reach goal 1", "1"),
  ])
  func aTitleNamesTheGoalOfItsObjectives(title: String, goal: String) {
    #expect(ObjectivesTitle(title)?.goal == goal)
  }

  @Test(arguments: [
    "Present Level, Goal and Objectives Goal 1 of 4", "Goal 2: Reading", "Annual Goals and Objectives",
    "Objective 2", "Zadie will take steps toward goal 1", "Steps toward the goal",
  ])
  func otherTextsAreNoTitleOfObjectives(text: String) {
    #expect(ObjectivesTitle(text) == nil)
  }

  @Test func aGoalUnderItsBarInACardIsReadBehindTheBarOfItsBaseline() throws {
    let found = try goals { sheet in
      for (number, text) in [("1", Self.first), ("2", Self.second)] {
        sheet.table(
          [
            ["Goal #", "Area of Need"], [number, "Writing"],
            ["Current Performance (Baseline)", nil], ["Two of ten.", nil],
            ["Annual Goal", nil], [text, nil],
            ["How Progress Will Be Measured", "Person Responsible"], ["Work samples", "Teacher"],
          ], widths: [340, 170])
        sheet.gap(12)
      }
    }
    #expect(found.map(\.text) == [Self.first, Self.second])
  }

  @Test func aTableOfObjectivesGoesToTheGoalOfItsTitle() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["No.", "Skill Area", "Annual Goal", "Target Date"],
          ["1", "Writing", Self.first.replacing(" of five ", with: " of\nfive "), "5/28/2027"],
          ["2", "Mathematics", Self.second.replacing(" up to ", with: " up\nto "), "5/21/2027"],
        ], widths: [40, 90, 290, 90])
      sheet.gap(12)
      sheet.table(
        [
          ["Steps toward goal 1", nil, "Progress", nil], ["Step", "Short-term objective", "Nov.", "Mar."],
          ["1a", "Zadie will write two sentences in 4 of 5 samples.", "", ""],
          ["1b", "Zadie will write three sentences in 4 of 5 samples.", "", ""],
        ], widths: [50, 340, 60, 60])
    }
    #expect(found.map(\.text) == [Self.first, Self.second])
    #expect(found.first?.objectives.map(\.number) == ["1a", "1b"])
    #expect(found.last?.objectives.isEmpty == true)
  }

  @Test func columnsForLaterReportsLeaveTheObjectivesWhole() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1 · Writing", bold: true)
      sheet.paragraph(Self.first)
      sheet.row(["Milestones", "Fall", "Winter", "Spring"], at: [50, 360, 420, 480])
      sheet.line("Writes two sentences in 4 of 5 samples.")
      sheet.line("Writes three sentences about one thing that she has")
      sheet.line("seen in 4 of 5 samples.")
    }
    #expect(
      found.first?.objectives.map(\.text) == [
        "Writes two sentences in 4 of 5 samples.",
        "Writes three sentences about one thing that she has seen in 4 of 5 samples.",
      ])
    #expect(found.first?.area?.text == "Writing")
  }

  @Test func aCriterionStandsBesideItsObjective() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph(Self.first)
      sheet.row(["Short-term objectives", "Criterion"], at: [50, 360], bold: true)
      sheet.row(["Write two sentences about a picture", "4 of 5 samples"], at: [50, 360])
      sheet.row(["Write three sentences about a picture", "3 of 5 samples"], at: [50, 360])
    }
    #expect(
      found.first?.objectives.map(\.text) == [
        "Write two sentences about a picture", "Write three sentences about a picture",
      ])
    #expect(found.first?.objectives.map(\.criterion) == ["4 of 5 samples", "3 of 5 samples"])
  }

  @Test func namedObjectivesNeedNoColon() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph(Self.first)
      sheet.line("Objective 1 Zadie will write two sentences in 4 of 5 samples.")
      sheet.line("Objective 2 Zadie will write three sentences in 4 of 5 samples.")
      sheet.line("Measured through: Writing samples")
    }
    #expect(found.count == 1)
    #expect(found.first?.objectives.map(\.number) == ["1", "2"])
    #expect(found.first?.measurementMethod == "Writing samples")
  }

  @Test func aKeyOfCodesIsNoObjective() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph(Self.first)
      sheet.line("Short-Term Objectives", bold: true)
      sheet.line("Zadie will write two sentences in 4 of 5 samples.")
      sheet.gap(8)
      sheet.line("* A = achieved  P = progressing  N = not progressing")
    }
    #expect(found.first?.objectives.count == 1)
  }

  @Test func objectivesMayStandInTheColumnOfTheGoals() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1 - Writing", bold: true)
      sheet.table(
        [
          ["Measurable Annual Goal", "Criteria for\nMastery", "Method of Evaluation"],
          ["Given a topic, Zadie will write\na paragraph of five sentences.", "4 of 5 samples", "Writing samples"],
          ["Objective 1: Zadie will write\ntwo sentences.", "3 of 5 samples", "Writing samples"],
          ["Objective 2: Zadie will write\nthree sentences.", "4 of 5 samples", "Writing samples"],
        ], widths: [280, 110, 120])
    }
    #expect(found.map(\.text) == ["Given a topic, Zadie will write a paragraph of five sentences."])
    #expect(found.first?.measurementMethod == "Writing samples")
    #expect(
      found.first?.objectives.map(\.text) == ["Zadie will write two sentences.", "Zadie will write three sentences."])
    #expect(found.first?.objectives.map(\.criterion) == ["3 of 5 samples", "4 of 5 samples"])
  }
}
