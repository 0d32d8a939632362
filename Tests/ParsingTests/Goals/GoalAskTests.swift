import IEPModel
import Testing

@testable import Parsing

/// What a form prints around a goal's values: page titles that count, labels that wrap or explain, questions over boxes.
@Suite struct GoalAskTests {
  private static let goal = "Ottoline will retell a story with its setting and its ending in 4 of 5 stories."
  private static let other = "Ottoline will write three sentences about a picture in 3 of 4 samples."

  @Test func aPagesTitleCountsTheGoalBelowIt() throws {
    let found = try plan { sheet in
      sheet.heading("Progress Reporting")
      sheet.line("Reports are mailed home each term.")
      for (number, text) in [("1", Self.goal), ("2", Self.other)] {
        sheet.line("PRESENT LEVEL, GOAL AND OBJECTIVES Goal \(number) of 2", bold: true)
        sheet.line("Present Level of Academic Achievement and Functional Performance related to this goal:", bold: true)
        sheet.line("Ottoline does so in \(number) of 5.")
        sheet.line("Measurable Annual Goal: \(text)")
        sheet.line("Procedure for measuring progress: Checklist")
      }
    }.goals
    #expect(found.map(\.text) == [Self.goal, Self.other])
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map(\.baseline) == ["Ottoline does so in 1 of 5.", "Ottoline does so in 2 of 5."])
  }

  @Test(arguments: ["See the annual goal on Goal 2 of 5", "He met goal 1 of 3", "GOAL AND OBJECTIVES Goal 2"])
  func whatMerelySpeaksOfAGoalIsNoTitle(text: String) {
    #expect(!GoalHeading.isPageTitle(text))
  }

  @Test func aLabelBesideItsValueMayWrapOrExplainItself() throws {
    let found = try goals { sheet in
      sheet.line([("Goal 1", 50), ("D", 540)], bold: true)
      sheet.line([("Goal area: Reading", 50), ("☒ Academic ☐ Behavior", 146)])
      sheet.table(
        [
          ["Baseline\nWhat can the student currently do?", "2 of 5 stories"],
          ["Measurable annual goal:\nconditions, behavior and criterion", Self.goal],
          ["Evaluation procedures and\nschedule", "Story map, one time each week"],
        ], widths: [200, 310])
    }
    #expect(found.map(\.text) == [Self.goal])
    #expect(found.first?.number == "1")
    #expect(found.first?.area?.text == "Reading")
    #expect(found.first?.baseline == "2 of 5 stories")
    #expect(found.first?.measurementMethod == "Story map, one time each week")
  }

  @Test func aNumberBeforeTheFirstLabelIsTheGoals() throws {
    let found = try goals { sheet in
      for (number, text) in [("1", Self.goal), ("2", Self.other)] {
        sheet.line("# \(number) Area of Need: Reading")
        sheet.line("MEASURABLE ANNUAL GOAL: \(text)")
        sheet.line("The team thought of benchmarks. ☒ Short-term objectives/benchmarks are not included for this")
        sheet.line("goal.")
        sheet.line("How will progress toward this annual goal be measured? (check all that apply)", bold: true)
        sheet.line([("☐ Checklist", 50), ("☒ Class work", 180), ("☐ Homework", 310)])
        sheet.gap(12)
      }
    }
    #expect(found.map(\.text) == [Self.goal, Self.other])
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map(\.measurementMethod) == ["Class work", "Class work"])
    #expect(found.allSatisfy { $0.objectives.isEmpty })
  }

  @Test(arguments: [
    ("What will the student do in one year? Include the skill and how well.", true),
    ("Ottoline will ask what is next.", false), ("Is she ready? She will say so.", true),
  ])
  func whatIsSaidOfAQuestionBeginsWithIt(text: String, asks: Bool) {
    #expect(FormQuestion.beginsWithQuestion(text) == asks)
  }

  @Test func anObjectiveOfANameIsNoGoal() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Goal No. / Area", "Measurable Annual Goals", "Criteria"],
          ["1. Reading", Self.goal, "4 of 5"],
          ["", "Objective 1.1. Ottoline will name who was in the story in 4 of 5 trials.", nil],
        ], widths: [100, 330, 80])
    }
    #expect(found.map(\.text) == [Self.goal])
    #expect(found.first?.objectives.map(\.number) == ["1.1"])
    #expect(found.first?.objectives.map(\.text) == ["Ottoline will name who was in the story in 4 of 5 trials."])
  }
}
