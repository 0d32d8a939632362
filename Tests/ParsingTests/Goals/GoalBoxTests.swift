import IEPModel
import Testing

@testable import Parsing

/// Boxes of a goal in which a form asks for several facts at once, and what it prints there for whoever fills it in.
@Suite struct GoalBoxTests {
  private static let goal = "Ottoline will retell a story with its setting and its ending in 4 of 5 stories."

  @Test func aHeadingAndItsFactsMayStandOverTheGoalInOneCell() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["GOAL STATEMENT # 2 OF 3  Goal Area: ☒ Academic ☐ Functional  Skill area: Reading\n\(Self.goal)", nil],
          ["Objective for Measuring Progress on the Annual Goal", "Evaluation Criteria"],
          ["1. Ottoline will name who and where with a picture map.", "90 %"],
          ["2. Ottoline will name the ending with a picture map.", "3 of 4"],
        ], widths: [390, 120])
    }
    #expect(found.map(\.text) == [Self.goal])
    #expect(found.first?.number == "2")
    #expect(found.first?.area?.code == .reading)
    #expect(found.first?.objectives.map(\.number) == ["1", "2"])
  }

  @Test func aGoalBelowAShortFactIsNoPartOfIt() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.table([["Area: Reading  Learning Standard #: RL.2.2\n\(Self.goal)"]], widths: [510])
      sheet.line("Baseline: 2 of 5 stories")
    }
    #expect(found.map(\.text) == [Self.goal])
    #expect(found.first?.area?.text == "Reading")
  }

  @Test(arguments: ["(check all that apply)", "(Select one)", "(mark all used)"])
  func howBoxesAreToBeTickedIsNoMethod(instruction: String) throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Annual Goal #: 1", "Area: Reading"], [Self.goal, nil],
          [
            "Progress toward the goal will be measured by: \(instruction)\n"
              + "☐ Work samples ☒ Checklists ☐ Portfolios ☒ Other: story map", nil,
          ],
        ], widths: [255, 255])
    }
    #expect(found.first?.measurementMethod == "Checklists; story map")
  }

  @Test func tickedAreasWithoutALabelStandOverTheirGoal() throws {
    let found = try goals { sheet in
      for (area, number) in [(1, "1"), (2, "2")] {
        let boxes = ["Academic", "Communication", "Fine Motor"].enumerated().map { ($0 == area ? "☒ " : "☐ ") + $1 }
        sheet.line(boxes.joined(separator: " ") + " ☐ Self Help ☐")
        sheet.line("Health")
        sheet.line("Annual Goal # \(number)", bold: true)
        sheet.paragraph(Self.goal.replacing("a story", with: "story \(number)"))
      }
    }
    #expect(found.map { $0.area?.text } == ["Communication", "Fine Motor"])
    #expect(found.map(\.number) == ["1", "2"])
  }

  @Test func aCardKeepsItsKeyItsObjectivesAndItsEmptyRowsApart() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Measurable Annual Goal # 1\n\(Self.goal)", "Eval. Procedure: Checklist\nPerf. Criteria: Mastery"],
          ["Student will meet goal as shown in the key: M=Mastered S=Satisfactory", "Report Progress"],
          ["Objective #1\nOttoline will name who was in the story.", "Eval. Procedure: Map\nPerf. Criteria: 80%"],
          ["Objective #2", "Eval. Procedure:\nPerf. Criteria:"],
        ], widths: [360, 150])
    }
    #expect(found.map(\.text) == [Self.goal])
    #expect(found.first?.measurementMethod == "Checklist")
    #expect(found.first?.objectives.map(\.text) == ["Ottoline will name who was in the story."])
    #expect(found.first?.objectives.first?.criterion == "80%")
  }

  @Test(arguments: [
    "Making progress / Not making progress / Goal met", "Progress is reported each nine weeks in print.",
    "Projected beginning and ending dates of services: from 2/24/2026 to 2/22/2027",
  ])
  func whatAFormPrintsBelowObjectivesIsNone(text: String) {
    #expect(!GoalParagraph.isObjective(text))
  }

  @Test func theBaselineOutweighsThePresentLevelAndMayStandAboveTheHeading() throws {
    let found = try plan { sheet in
      sheet.heading("Present Levels of Performance")
      for (area, number) in [("Reading", "1"), ("Writing", "2")] {
        sheet.line("Skill Area: \(area)")
        sheet.line("Present Level of Academic Achievement and Functional Performance: He likes \(area).")
        sheet.line("Baseline data: \(number) of 10")
        sheet.line("Annual Goal \(number): " + Self.goal.replacing("a story", with: "story \(number)"))
        sheet.line("Evaluation procedure: Checklist")
      }
    }.goals
    #expect(found.map { $0.area?.text } == ["Reading", "Writing"])
    #expect(found.map(\.baseline) == ["1 of 10", "2 of 10"])
    #expect(found.map(\.number) == ["1", "2"])
  }

  @Test func aCardOfAGoalOpensThePageOfGoalsBelowItsFirstRows() throws {
    let found = try plan { sheet in
      sheet.heading("Transition Services")
      sheet.line("Postsecondary goals: Ottoline will attend a college of art.")
      sheet.table(
        [
          ["Area of need: ☐ Academic ☒ Communication"], ["Present level of performance: 2 of 5 stories"],
          ["Measurable Annual Goal # 1: \(Self.goal)"], ["Method of measurement: Story map"],
        ], widths: [510])
    }.goals
    #expect(found.map(\.text) == [Self.goal])
    #expect(found.first?.area?.text == "Communication")
    #expect(found.first?.baseline == "2 of 5 stories")
  }

  @Test func labelsOverTheirValuesAskForNothingInTheRowBelow() throws {
    let goals = try goals { sheet in
      sheet.table(
        [
          ["Goal #\n1", "By When\n4/8/2028", "Skill Area\nReading"],
          ["Annual Goal\nGiven a story, Zadie will name its characters in 4 of 5 trials.", nil, nil],
        ], widths: [150, 150, 150])
    }
    #expect(goals.map(\.text) == ["Given a story, Zadie will name its characters in 4 of 5 trials."])
    #expect(goals.first?.area?.code == .reading)
    #expect(goals.first?.targetDate?.description == "2028-04-08")
  }

  @Test func anAreaOfNeedIsAFactOfItsGoal() throws {
    let document = try plan { sheet in
      sheet.heading("Goals")
      for (number, area) in [(1, "Math"), (2, "Reading")] {
        sheet.line("Goal #: \(number)", bold: true)
        sheet.line("Goal: By April 2028, Zadie will solve ten problems in 4 of 5 trials.", bold: true)
        sheet.line("Area of Need: \(area)", bold: true)
        sheet.line("Baseline: 2 of 10 problems.", bold: true)
      }
    }
    #expect(document.goals.map(\.area?.code) == [.mathematics, .reading])
    #expect(document.goals.map(\.baseline) == ["2 of 10 problems.", "2 of 10 problems."])
  }
}
