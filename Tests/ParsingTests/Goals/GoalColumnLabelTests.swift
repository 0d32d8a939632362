import IEPModel
import Testing

@testable import Parsing

/// Labels of goals in the ways that districts' own forms set them: side by side in a box, joined, as the sentence's
/// beginning, behind a tag.
@Suite struct GoalColumnLabelTests {
  private static let goal = "By May 2027, Zadie will count coins up to one dollar in 8 of 10 trials."

  @Test func aCountUnderALabelThatSpeaksOfTheGoalIsItsBaseline() throws {
    #expect(GoalHeading("PRESENT PERFORMANCE ON THIS GOAL 5 of 10") == nil)
    #expect(GoalHeading("PRESENT LEVEL, GOAL AND OBJECTIVES Goal 2 of 5")?.number == "2")
  }

  @Test func theBeginningOfTheSentenceIsTheLabelOfTheGoal() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Goal #1", "Area of need: Motor"], ["By the IEP end date, the\nstudent will:", "Zadie will be stronger."],
          ["Starting point", "gets tired"],
        ], widths: [150, 360])
    }
    #expect(found.map(\.text) == ["Zadie will be stronger."])
    #expect(found.first?.baseline == "gets tired")
  }

  @Test func aLabelMayAskForAreaAndBaseline() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Area of need and baseline", "How will progress be measured?"], ["Math\n3 of 10", "unit tests"],
          ["Annual goal: \(Self.goal)", nil],
        ], widths: [255, 255])
    }
    #expect(found.first?.area?.text == "Math")
    #expect(found.first?.baseline == "3 of 10")
    #expect(found.first?.measurementMethod == "unit tests")
  }

  @Test func aTagHeadsAGoalWithItsAreaAndDate() throws {
    let found = try goals { sheet in
      for (number, area) in [("G1", "Work Habits"), ("G2", "Mathematics"), ("G3", "Word Decoding")] {
        sheet.row([number, area, "Target 09/24/2026"], at: [50, 80, 300], bold: true)
        sheet.paragraph(Self.goal)
        sheet.gap(8)
      }
    }
    #expect(found.map(\.number) == ["G1", "G2", "G3"])
    #expect(found.map { $0.area?.text } == ["Work Habits", "Mathematics", "Word Decoding"])
    #expect(found.map { $0.targetDate?.description } == ["2026-09-24", "2026-09-24", "2026-09-24"])
  }

  @Test func aShortGoalBehindItsNumberIsNoHeading() throws {
    let found = try goals { sheet in
      for (number, text) in [("1", Self.goal), ("2", "Zadie will work on coping.")] {
        sheet.table(
          [
            ["Current skill level: none yet"], ["Measurable goal \(number): \(text)"],
            ["Progress will be measured by: observation"],
          ], widths: [510])
      }
    }
    #expect(found.map(\.text) == [Self.goal, "Zadie will work on coping."])
    #expect(found.map(\.number) == ["1", "2"])
  }

  @Test func anAreaInTheFormsOwnWordsLeadsAGoalAmongOthers() throws {
    let found = try goals { sheet in
      sheet.paragraph("Goal 1 – Writing. Zadie will finish her journal in the time the class has, on 4 of 5 days.")
      sheet.gap(8)
      sheet.paragraph("Goal 2 – Lining up. Zadie will stand in line with her class until the bell, on 4 of 5 days.")
    }
    #expect(found.map { $0.area?.text } == ["Writing", "Lining up"])
    #expect(found.last?.text == "Zadie will stand in line with her class until the bell, on 4 of 5 days.")
  }

  @Test func aTableOfTestsSaysNothingOfAGoal() throws {
    let table = Grid.table([["Assessment", "Score", "Given"], ["MAP reading", "61st pct", "9/2025"]])
    let goals = Grid.table([["Assessment", "Result", "Annual goal"], ["Quiz", "4", Self.goal]])
    let labels = try Readers.embedded().labels.goal
    #expect(TestTable.isOfTests(table, labels: labels))
    #expect(!TestTable.isOfTests(goals, labels: labels))
  }
}
