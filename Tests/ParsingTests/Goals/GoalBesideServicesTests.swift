import IEPModel
import Testing

@testable import Parsing

/// Goals of forms that list the services for each below it, with dates and numbers in the labels.
@Suite struct GoalBesideServicesTests {
  @Test func theLabelOfAGoalSaysWhenItIsToBeMet() throws {
    let goals = try goals { sheet in
      for (number, area) in [(1, "Academic: Writing"), (2, "Academic: Mathematics")] {
        sheet.line("Goal \(number) \(area)")
        sheet.line("Baseline: one paragraph by hand")
        sheet.paragraph(
          "Measurable annual goal (by 10/19/2027): Given a prompt, Jo will type an essay of three paragraphs for the class in 3 of 4 weeks."
        )
        sheet.line("Short-term objectives:")
        sheet.line("a) Jo will fill in a planner with a main idea on 4 of 5 prompts.")
        sheet.line("b) Jo will type two paragraphs with a topic sentence each.")
        sheet.line("How progress will be measured: District rubric")
        sheet.line("Special education and related services that will help the student reach this goal:")
        sheet.table(
          [
            ["Type of service", "Provided by", "How often", "Length of each time", "Where"],
            ["SE: Specialized instruction", "Special Educator", "4 times a week", "35 minutes", "Rm 12 resource"],
          ], widths: [130, 90, 90, 90, 90])
      }
    }
    #expect(goals.map(\.number) == ["1", "2"])
    #expect(goals.map(\.targetDate) == [CalendarDate(iso: "2027-10-19"), CalendarDate(iso: "2027-10-19")])
    #expect(goals.map { $0.objectives.count } == [2, 2])
    #expect(goals.map(\.measurementMethod) == ["District rubric", "District rubric"])
  }

  @Test func theNumberOfABlankIsNotTheGoals() throws {
    let goals = try goals { sheet in
      sheet.table(
        [
          ["Goal 1   Skill Area: Communication"], ["1. Baseline: Jo is understood in 6 of 10 turns."],
          ["3. Annual Goal: During class talk Jo will be understood by classmates in 9 of 10 turns."],
          ["4. Evaluation Procedure: Teacher tally sheet"],
          [
            "5. Benchmarks:\na) In a group of three, Jo will be understood in 7 of 10 turns.\nb) In class talk, Jo will be understood in 8 of 10 turns."
          ],
        ], widths: [500])
    }
    #expect(goals.map(\.number) == ["1"])
    #expect(goals.first?.objectives.count == 2)
  }

  @Test func whenAGoalIsMetOpensItsSentence() throws {
    let goals = try goals { sheet in
      sheet.line([
        ("Goal 1", 50), ("By August 2027, Jo will turn in at least 90% of the assignments on the day they", 130),
      ])
      sheet.line("are due in all core classes for one nine weeks.", x: 140)
      sheet.line([("Area", 50), ("Organization", 130)])
      sheet.line([("Baseline", 50), ("54% on time", 130)])
    }
    #expect(
      goals.map(\.text) == [
        "By August 2027, Jo will turn in at least 90% of the assignments on the day they are due in all core classes for one nine weeks."
      ])
    #expect(goals.map(\.baseline) == ["54% on time"])
  }

  @Test func factsAboveATableOfServicesAreTheGoals() throws {
    let goals = try goals { sheet in
      sheet.line("ANNUAL GOAL 1 - Employment", bold: true)
      sheet.paragraph("At her work site in the community, Jo will complete the closing checklist on 9 of 10 shifts.")
      sheet.line("Measured with: Shift card   Target: 6/11/2027")
      sheet.table(
        [
          ["Service", "How much", "Where", "Who", "From - to"],
          ["Supervised work", "90 min 3x/wk", "Community", "Job coach", "9/2/26 - 6/11/27"],
        ], widths: [120, 90, 90, 90, 110])
    }
    #expect(goals.map(\.measurementMethod) == ["Shift card"])
    #expect(goals.map(\.targetDate) == [CalendarDate(iso: "2027-06-11")])
  }
}
