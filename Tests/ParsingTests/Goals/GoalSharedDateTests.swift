import IEPModel
import Testing

@testable import Parsing

/// What a goals page says of all its goals, and what stands beside a goal's facts.
@Suite struct GoalSharedDateTests {
  private func page(_ title: String, saying said: String? = nil) throws -> [Goal] {
    try plan { sheet in
      sheet.heading(title)
      if let said { sheet.line(said) }
      sheet.table(
        [
          ["Goal", "Area", "Annual goal", "Baseline"],
          ["A", "Mathematics", "Ana will solve two-step\nproblems on 4 of 5 quizzes.", "1 of 5"],
          ["B", "Writing", "Ana will write a paragraph of five\nsentences on 3 of 4 tasks.", "two sentences"],
        ], widths: [40, 100, 230, 120], bold: true)
    }.goals
  }

  @Test func theHeadingsTargetDateIsThatOfEachGoal() throws {
    let goals = try page("ANNUAL GOALS Target date for all goals on this page: 11/16/2026")
    #expect(goals.map { $0.targetDate?.description } == ["2026-11-16", "2026-11-16"])
  }

  @Test func aSentenceSaysItOfAllGoals() throws {
    let goals = try page("ANNUAL GOALS", saying: "All goals are to be met by 6/5/2026.")
    #expect(goals.map { $0.targetDate?.description } == ["2026-06-05", "2026-06-05"])
  }

  @Test func theDateOfAMeetingIsNone() throws {
    let goals = try page("ANNUAL GOALS", saying: "Progress on all goals was met with parents on 6/5/2026.")
    #expect(goals.count == 2)
    #expect(goals.allSatisfy { $0.targetDate == nil })
  }

  @Test func aQuestionWithBoxesIsNoPartOfTheMethod() throws {
    let goals = try goals { sheet in
      sheet.line("Academic: Math", bold: true)
      sheet.line("Goal 1: Ana will solve two-step problems on 4 of 5 quizzes.")
      sheet.line("By: 11/18/2026 Evaluation Method: Quizzes ESY Goal? ☐ Yes ☒ No")
    }
    #expect(goals.map(\.measurementMethod) == ["Quizzes"])
    #expect(goals.map { $0.area?.text } == ["Academic: Math"])
  }
}
