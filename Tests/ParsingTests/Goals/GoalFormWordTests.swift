import Extraction
import IEPModel
import Testing

@testable import Parsing

/// What the form itself says on a goal's page, beside what was written there of the student.
@Suite struct GoalFormWordTests {
  private static let goal = "Ottoline will retell a story with its setting and its ending in 4 of 5 stories."

  @Test(arguments: [
    "UNIT OF MEASUREMENT / EVALUATION METHOD", "ASSESSMENT / MONITORING PROCEDURE", "MEASUREMENT AND EVALUATION METHOD",
  ])
  func aLabelThatAsksForMoreThanTheMethodAsksForIt(label: String) throws {
    let found = try goals { sheet in
      for number in ["1", "2"] {
        sheet.line("Goal #\(number) AREA OF NEED: Reading", bold: true)
        sheet.line("MEASURABLE ANNUAL GOAL", size: 7, bold: true)
        sheet.line(Self.goal.replacing("a story", with: "story \(number)"))
        sheet.line("BASELINE DATA POINT(S)", size: 7, bold: true)
        sheet.line("\(number) of 5 stories")
        sheet.line(label, size: 7, bold: true)
        sheet.line("Writing rubric")
        sheet.gap(10)
      }
    }
    #expect(found.map(\.measurementMethod) == ["Writing rubric", "Writing rubric"])
    #expect(found.map(\.baseline) == ["1 of 5 stories", "2 of 5 stories"])
    #expect(found.map(\.area?.text) == ["Reading", "Reading"])
  }

  @Test func aSentenceThatTellsWhatToWriteIsNoBaseline() throws {
    let found = try goals { sheet in
      sheet.line("Annual Goal 1 of 2", bold: true)
      sheet.line("Area: Reading")
      let label = "Present Level(s) of Performance"
      sheet.write(label, x: 50, y: sheet.y, bold: true)
      sheet.write(
        "Include specific descriptions of strengths and needs that", x: 55 + Word.width(label, size: 9), y: sheet.y)
      sheet.y += 13
      sheet.line("apply to the student's progress in the general curriculum.")
      sheet.gap(10)
      sheet.line("Retells the beginning of 2 of 5 stories.")
      sheet.gap(10)
      sheet.line("Annual Goal", bold: true)
      sheet.paragraph(Self.goal)
    }
    #expect(found.map(\.text) == [Self.goal])
    #expect(found.first?.baseline == "Retells the beginning of 2 of 5 stories.")
  }

  @Test(arguments: [
    ("Include specific descriptions of strengths and needs of the student in the curriculum.", true),
    ("Describe what the child can do now in the area of this goal.", true),
    ("Describes 4 pictures with two words in the area that the student likes.", false),
    ("Include 3 details that the student knows about the story that was read.", false),
    ("List the months in their order when the teacher asks for them.", false),
  ])
  func theFormAsksAtLength(text: String, isAsked: Bool) {
    #expect(FormQuestion.asksAtLength(text) == isAsked)
  }

  @Test func bracketsBehindTheNumberMayGoOnInTheNextLine() throws {
    let found = try goals { sheet in
      for number in ["1", "2"] {
        sheet.table(
          [
            [
              "ANNUAL GOAL # \(number) (including how progress toward the annual\ngoal will be measured)\n"
                + "Ottoline will be better at retelling story \(number).\n☐ Check here if the goal is for the summer",
              "PROGRESS REPORT (enter date and code)",
            ],
            ["SHORT-TERM OBJECTIVE: Ottoline will name the setting in 4 of 5 stories.", ""],
          ], widths: [380, 130])
      }
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(
      found.map(\.text) == [
        "Ottoline will be better at retelling story 1.", "Ottoline will be better at retelling story 2.",
      ])
    #expect(found.map(\.objectives.count) == [1, 1])
  }

  @Test func whatTheFormSaysOfAllProgressIsNoGoal() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph(Self.goal)
      sheet.paragraph(
        "Reporting on Goals: The progress on annual goals will be measured by the short-term objectives. Check how "
          + "parents will be told of it.")
      sheet.line("☒ Report Card ☐ Parent Conference")
    }
    #expect(found.map(\.text) == [Self.goal])
  }

  @Test func theLastBoxOfALineGoesOnInTheNext() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph(Self.goal)
      sheet.line("How will progress toward this annual goal be measured? (check all that apply)")
      sheet.line(
        "☐ Checklist ☐ Classroom Participation ☒ Classwork ☐ Homework ☐ Special Projects of the class ☒ Tests and")
      sheet.line("Quizzes ☐ Written Reports ☒ Portfolio")
    }
    #expect(found.first?.measurementMethod == "Classwork; Tests and Quizzes; Portfolio")
  }

  @Test func goalsThatAreCountedAmongTheirFellowsKeepTheirArea() throws {
    let found = try goals { sheet in
      for (number, area) in [("1", "Reading"), ("2", "Written Expression")] {
        sheet.row(["Goal \(number) of 2 goals", "Need/Area: \(area)"], at: [50, 200], bold: true)
        sheet.paragraph(Self.goal.replacing("a story", with: "story \(number)"))
      }
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map(\.area?.text) == ["Reading", "Written Expression"])
  }

  @Test func aStrokePartsAValueFromTheNextLabel() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph(Self.goal)
      sheet.line("How progress will be measured: aide and teacher data | When reported: quarterly")
    }
    #expect(found.first?.measurementMethod == "aide and teacher data")
  }

  @Test func boxesMayStandBesideTheHeadingOfTheFirstGoalBehindATransitionPlan() throws {
    let found = try plan { sheet in
      sheet.heading("Transition Services")
      sheet.line("Course of study: automotive service")
      sheet.gap(10)
      for number in ["1", "2"] {
        sheet.row(
          ["Annual Goal \(number) of 2", "☐ Academic Goal", "☒ Functional Goal"], at: [50, 200, 320], bold: true)
        sheet.line("Area: Reading")
        sheet.line("Baseline: \(number) of 5 stories")
        sheet.line("Annual Goal", bold: true)
        sheet.paragraph(Self.goal.replacing("a story", with: "story \(number)"))
      }
    }.goals
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map(\.baseline) == ["1 of 5 stories", "2 of 5 stories"])
  }
}
