import IEPModel
import Testing

@testable import Parsing

/// Facts of goals under labels in the words of many forms, on cards and below one another.
@Suite struct GoalAnswerTests {
  private static let text = "By May 2027, Zadie will count coins up to one dollar in 8 of 10 trials."

  @Test(arguments: ["Performance at this time", "Performing now", "Present data", "Where the student is today"])
  func wordsOfNowAskForTheBaseline(label: String) throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph(Self.text)
      sheet.line("\(label): 2 of 10 trials")
    }
    #expect(found.first?.baseline == "2 of 10 trials")
  }

  @Test(arguments: ["Mastery judged from", "Yardstick", "Growth shown by", "How we know that it was met"])
  func wordsOfJudgingAskForTheMethod(label: String) throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph(Self.text)
      sheet.line("\(label): Coin checklist")
    }
    #expect(found.first?.measurementMethod == "Coin checklist")
  }

  @Test(arguments: ["Mastery expected by", "Mastery expected", "To be attained by"])
  func wordsOfMasteryAskForTheTargetDate(label: String) throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph("Zadie will count coins up to one dollar in 8 of 10 trials.")
      sheet.line("\(label): 4/7/2027")
    }
    #expect(found.first?.targetDate?.description == "2027-04-07")
  }

  @Test func questionsThatWrapAreLabels() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Goal # 1", "Goal focus: Mathematics"],
          ["What ambitious but realistic goal can\nwe expect the student to meet?", "Zadie will count coins."],
          ["What will the student need to do\nalong the way?", "1. Zadie will count pennies in 4 of 5 trials."],
          ["How will we know that the student\nhas reached this goal?", "Coin checklist"],
        ], widths: [190, 320])
    }
    #expect(found.map(\.text) == ["Zadie will count coins."])
    #expect(found.first?.objectives.map(\.text) == ["Zadie will count pennies in 4 of 5 trials."])
    #expect(found.first?.measurementMethod == "Coin checklist")
  }

  @Test func twoQuestionsBeforeOneAnswerAskForIt() throws {
    let found = try goals { sheet in
      sheet.line("Goal # 1", bold: true)
      sheet.line("Measurable Annual Goal: What goal can we expect the student to meet by the end of the period?")
      sheet.line("How will we know that the student has reached this goal?")
      sheet.line(Self.text)
    }
    #expect(found.map(\.text) == [Self.text])
    #expect(found.first?.measurementMethod == nil)
  }

  @Test func objectivesUnderAHeadingAcrossACardAreItsOwn() throws {
    let found = try goals { sheet in
      for number in ["1", "2"] {
        sheet.table(
          [
            ["Goal #\n\(number)", "Area of Need\nMath"], ["Measurable Annual Goal\n\(Self.text)", nil],
            ["SHORT-TERM OBJECTIVES / BENCHMARKS", nil], ["1", "Zadie will count pennies in 4 of 5 trials."],
            ["2", "Zadie will count dimes in 4 of 5 trials."],
          ], widths: [150, 360])
        sheet.gap(10)
      }
    }
    #expect(found.map { $0.objectives.count } == [2, 2])
  }

  @Test func factsAtTheFootOfAGoalsCellAreTheGoals() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          [
            "Area of Need: Math",
            "Measurable Annual Goal #: 1\n\(Self.text)\nGoal Target Date: 5/1/2027   Measured by: Coin checklist",
          ], ["Baseline: 2 of 10 trials.", "Person Responsible: Teacher"],
        ], widths: [150, 360])
    }
    #expect(found.map(\.text) == [Self.text])
    #expect(found.first?.targetDate?.description == "2027-05-01")
    #expect(found.first?.measurementMethod == "Coin checklist")
  }

  @Test func aStepKeepsItsTime() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.line("Annual goal: " + Self.text)
      sheet.line("Milestones:")
      sheet.line("12 weeks: Zadie will count pennies.", x: 62)
      sheet.line("24 weeks: Zadie will count dimes.", x: 62)
    }
    #expect(found.count == 1)
    #expect(
      found.first?.objectives.map(\.text) == [
        "12 weeks: Zadie will count pennies.", "24 weeks: Zadie will count dimes.",
      ])
  }

  @Test func theNextGoalEndsTheMethodOfTheLast() throws {
    let found = try goals { sheet in
      sheet.paragraph("Goal A, Math. " + Self.text)
      sheet.line("Procedures for measuring progress: Tally by the teacher and the speech pathologist who is in class.")
      sheet.paragraph("Goal B, Writing. Zadie will write four sentences in 4 of 5 samples.")
    }
    #expect(found.map(\.number) == ["A", "B"])
    #expect(found.first?.measurementMethod?.hasSuffix("in class.") == true)
  }

  @Test func aBirthDateIsNoTargetDate() throws {
    let found = try goals { sheet in
      sheet.line([("Student Name: Zadie Bell", 50), ("Date of Birth: 5/12/2017", 300)])
      sheet.line("Goal 1", bold: true)
      sheet.paragraph("Zadie will count coins up to one dollar in 8 of 10 trials.")
    }
    #expect(found.map(\.targetDate) == [nil])
  }

  @Test func whatParentsAreToldIsNoObjective() {
    #expect(!GoalParagraph.isObjective("Parents will be informed of progress by written report."))
    #expect(GoalParagraph.isObjective("Zadie will be understood by parents in 4 of 5 talks."))
  }

  @Test func anAreaMayHaveAColon() throws {
    let found = try goals { sheet in
      sheet.line("Area of need: Behavior: classroom routines", bold: true)
      sheet.paragraph("Goal 1. Zadie will put away her materials on 8 of 10 days.")
    }
    #expect(found.first?.area?.text == "Behavior: classroom routines")
    #expect(try Readers.embedded().vocabulary.goalAreaCode(of: "Academic: Reading") == .reading)
  }
}
