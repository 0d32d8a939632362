import IEPModel
import Testing

@testable import Parsing

@Suite struct GoalFactTests {
  @Test func aQuestionAndItsAnswerAreTheMethod() throws {
    let found = try goals { sheet in
      sheet.line("# 1 MEASURABLE ANNUAL GOAL", bold: true)
      sheet.paragraph("Odile will list the three steps of a recipe and carry them out in 4 of 5 cooking lessons.")
      sheet.line("How will progress toward this annual goal be measured? Lesson checklist")
    }
    #expect(found.first?.number == "1")
    #expect(found.first?.measurementMethod == "Lesson checklist")
  }

  @Test func lettersThatCountOptionsAreNoPartOfThem() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph("Odile will list the three steps of a recipe and carry them out in 4 of 5 cooking lessons.")
      sheet.line("Evaluation method: ☐ A. Portfolios ☒ B. Checklists ☒ C. Work samples")
    }
    #expect(found.first?.measurementMethod == "Checklists; Work samples")
  }

  @Test func aBareDateIsNoTargetDate() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph("Odile will list the three steps of a recipe and carry them out in 4 of 5 cooking lessons.")
      sheet.line("Date: 11/7/2025")
    }
    #expect(found.count == 1)
    #expect(found.first?.targetDate == nil)
  }

  @Test func emptyColumnsForReportsDoNotHideObjectives() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph("Odile will list the three steps of a recipe and carry them out in 4 of 5 cooking lessons.")
      sheet.table(
        [
          ["Objectives / Benchmarks", "Criteria", "GP1", "GP2", "GP3", "GP4"],
          ["Odile will gather the\nitems for one recipe.", "3 of 4 lessons", "", "", "", ""],
          ["Odile will follow two\nsteps in their order.", "4 of 5 lessons", "", "", "", ""],
        ], widths: [180, 100, 40, 40, 40, 40])
    }
    #expect(found.first?.objectives.map(\.criterion) == ["3 of 4 lessons", "4 of 5 lessons"])
  }

  @Test func aLegendIsNoMethod() throws {
    let found = try goals { sheet in
      sheet.line("Method of measurement: WS = Work samples; CL = Checklist; DL = Data log")
      sheet.line("Goal 1", bold: true)
      sheet.paragraph("Odile will list the three steps of a recipe and carry them out in 4 of 5 cooking lessons.")
      sheet.line("Method of measurement: CL")
    }
    #expect(found.map(\.measurementMethod) == ["CL"])
  }
}

/// Goals whose number and area stand before each, in whatever words the goal is put.
@Suite struct GoalOpeningFactTests {
  @Test func aNumberWithAreaAndDateOpensTheNextGoal() throws {
    let found = try goals { sheet in
      for (number, text) in [
        ("1", "Jo will read 90 words in a minute in 4 of 5 probes."),
        ("2", "Jo will improve the Core Language standard score from 74 to 85."),
      ] {
        sheet.row(["Goal #", "Area", "Target date"], at: [50, 150, 300], bold: true)
        sheet.row([number, "Reading", "10/15/2026"], at: [50, 150, 300])
        sheet.line("Annual goal (condition, behavior, criterion)", bold: true)
        sheet.line(text)
        sheet.line("Baseline", bold: true)
        sheet.line("Standard score 74.")
      }
    }
    #expect(found.map(\.number) == ["1", "2"])
  }

  @Test func boxesThatWrapBehindAQuestionAreAllRead() throws {
    let found = try goals { sheet in
      for (number, marks) in [(1, ["☐", "☒", "☐", "☒"]), (2, ["☒", "☐", "☐", "☐"])] {
        let question = "How will progress toward this annual goal be measured? (check all that apply)"
        sheet.table(
          [
            ["# \(number) Area of Need: Reading"],
            [
              "MEASURABLE ANNUAL GOAL: In class \(number), Jo will retell a story to a partner in four of five lessons."
            ],
            [
              "\(question) \(marks[0]) Classroom participation\n"
                + "\(marks[1]) Class work \(marks[2]) Homework \(marks[3]) Tests and quizzes"
            ],
          ], widths: [500])
        sheet.gap(12)
      }
    }
    #expect(found.map(\.measurementMethod) == ["Class work; Tests and quizzes", "Classroom participation"])
  }

  @Test func aPresentLevelOverTwoGoalsIsTheBaselineOfNone() throws {
    let found = try goals { sheet in
      for (area, counts) in [("Reading", ["3 of 10", "74 words"]), ("Math", ["4 of 10", "2 of 5"])] {
        sheet.line(area, bold: true)
        sheet.line("Present level: Jo answers literal questions well and has more trouble telling why.")
        for count in counts {
          sheet.line(
            "Annual Goal: By June, Jo will explain \(count) tasks of the class to a partner in four of five lessons.")
          sheet.row(["Baseline: \(count)", "Evaluation Method: Probes of \(area)"], at: [50, 220])
        }
      }
    }
    #expect(found.map(\.baseline) == ["3 of 10", "74 words", "4 of 10", "2 of 5"])
    #expect(
      found.map(\.measurementMethod) == ["Probes of Reading", "Probes of Reading", "Probes of Math", "Probes of Math"])
  }
}
