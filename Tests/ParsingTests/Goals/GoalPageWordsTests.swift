import IEPModel
import Testing

@testable import Parsing

/// What a goal page asks and says itself, around the goals.
@Suite struct GoalPageWordsTests {
  private let goal = "Rowan will read four signs in the hallway aloud on 4 of 5 days."

  @Test func aQuestionMayGoOnInTheNextLine() throws {
    let found = try goals { sheet in
      sheet.line(
        "Measurable Annual Goal: What challenging and attainable goal can we expect the student to meet by the end of")
      sheet.line("this plan?")
      sheet.line(goal)
      sheet.line("How will we know that the student has reached this goal?")
      sheet.line("Weekly checklist")
    }
    #expect(found.map(\.text) == [goal])
  }

  @Test func countedAreasAreThoseOfGoals() throws {
    let others = [
      "Zip up the coat for recess", "Carry a tray in the cafeteria", "Open the locker", "Find a seat on the bus",
    ]
    let found = try goals { sheet in
      for (index, other) in others.enumerated() {
        sheet.table(
          [
            ["\(index + 1). Annual Goal Area: \(["Reading", "Mobility", "Self-Care", "Communication"][index])"],
            ["Rowan will \(other.lowercased()) on 4 of 5 days."], ["How progress is measured: Checklist"],
          ], widths: [500])
        sheet.gap(12)
      }
    }
    #expect(found.map(\.number) == ["1", "2", "3", "4"])
    #expect(found.map { $0.area?.text } == ["Reading", "Mobility", "Self-Care", "Communication"])
  }

  @Test func goalDatesEndWithTheirLast() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1  Area: Reading  Goal dates: 9/8/2027 to 9/7/2028", bold: true)
      sheet.line("Annual Goal: " + goal)
    }
    #expect(found.map { $0.targetDate?.description } == ["2028-09-07"])
  }

  @Test func whatTheTeamConsideredIsNoGoal() {
    #expect(
      GoalSentences.withoutRemark(goal + " The IEP team considered the need for short-term objectives.") == goal)
    #expect(GoalSentences.withoutRemark(goal + " The class will wait.") == goal + " The class will wait.")
  }

  @Test(arguments: ["Not required for this student", "N/A", "None"])
  func objectivesMayBeNone(text: String) {
    #expect(ObjectiveName.tellsOfNone(text))
    #expect(!ObjectiveName.tellsOfNone("None of the prompts will be needed in 4 of 5 tries"))
  }

  @Test func aWrappedLabelKeepsItsValueTogether() throws {
    let found = try goals { sheet in
      sheet.line("Goal #1", bold: true)
      let columns: [Double] = [50, 200]
      sheet.row(["Measurable annual goal", "Rowan will read four signs in the"], at: columns)
      sheet.row(["statement:", "hallway aloud on 4 of 5 days."], at: columns)
      sheet.row(["Baseline:", "1 of 5 days"], at: columns)
    }
    #expect(found.map(\.text) == [goal])
    #expect(found.map(\.baseline) == ["1 of 5 days"])
  }
}
