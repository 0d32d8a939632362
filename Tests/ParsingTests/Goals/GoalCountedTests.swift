import IEPModel
import Testing

@testable import Parsing

/// Goals that a column, a band or a label counts, and what stands in one cell or on one line with something else.
@Suite struct GoalCountedTests {
  @Test func bareFiguresBeforeALabelCountTheGoals() throws {
    let found = try goals { sheet in
      for (number, area) in ["Math", "Behavior"].enumerated() {
        sheet.line("\(number + 1) Need area: \(area)", bold: true)
        sheet.line("Annual goal: Mara will finish 4 of 5 tasks in class on her own for three weeks.")
        sheet.line("Baseline: 1 of 5 tasks")
        sheet.gap(6)
      }
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map(\.area?.text) == ["Math", "Behavior"])
  }

  @Test func numbersThatSayWhatTheyCountOpenGoalsAndTheirStepsDoNot() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["No.", "Goal / objective", "Method"],
          ["Goal 4", "Mara will add two-digit numbers\nwith 18 of 20 correct.", "Weekly quiz"],
          ["4.1", "Add one-digit numbers with 18 of 20 correct.", ""],
          ["4.2", "Add tens with 18 of 20 correct.", ""],
        ], widths: [60, 320, 110])
    }
    #expect(found.map(\.number) == ["4"])
    #expect(found.first?.objectives.map(\.number) == ["4.1", "4.2"])
    #expect(found.first?.measurementMethod == "Weekly quiz")
  }

  @Test func labelsInABandWithoutRulesBelongToTheColumnsBelow() throws {
    let found = try goals { sheet in
      let top = sheet.y
      sheet.table(
        [
          [" ", nil, nil, nil],
          ["1\nReading", "Mara will read 20 words\nin 4 of 5 lists.", "9 of 20 words", "Word lists"],
          ["2\nMath", "Mara will solve 20 sums\nin 4 of 5 tests.", "6 of 20 sums", "Unit tests"],
        ], widths: [80, 200, 120, 110])
      let below = sheet.y
      sheet.y = top + 3
      sheet.row(["No. / Area", "Annual goal", "Baseline", "Method"], at: [53, 133, 333, 453], bold: true)
      sheet.y = below
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map(\.area?.text) == ["Reading", "Math"])
    #expect(found.map(\.baseline) == ["9 of 20 words", "6 of 20 sums"])
    #expect(found.map(\.measurementMethod) == ["Word lists", "Unit tests"])
  }

  @Test func factsOfOneCellStandEachUnderItsOwnLabel() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Area of concern", "Present level", "Annual goal 2", "Baseline, procedure, date"],
          [
            "Writing", "Likes comics.", "Mara will write a paragraph\nin 4 of 5 tasks.",
            "Baseline: 1 of 5\nEval. procedure: Rubric\nDate: 6/4/2027",
          ],
          ["Objective 1", "Mara will write three sentences in 4 of 5 tasks.", nil, nil],
        ], widths: [90, 110, 170, 140])
    }
    #expect(found.map(\.number) == ["2"])
    #expect(found.first?.baseline == "1 of 5")
    #expect(found.first?.measurementMethod == "Rubric")
    #expect(found.first?.targetDate?.description == "2027-06-04")
    #expect(found.first?.objectives.count == 1)
  }

  @Test func aQuestionBeforeItsAnswerIsNoPartOfIt() throws {
    let found = try goals { sheet in
      sheet.line("Goal # 1", bold: true)
      sheet.line("Baseline: What can the student do now? Counts to 5 in 2 of 10 trials.")
      sheet.line("Annual goal: What will the student do? Mara will count to 20 in 8 of 10 trials.")
    }
    #expect(found.map(\.text) == ["Mara will count to 20 in 8 of 10 trials."])
    #expect(found.first?.baseline == "Counts to 5 in 2 of 10 trials.")
  }

  @Test func areaAndGoalSideBySideGoOnInTheirColumns() throws {
    let found = try goals { sheet in
      for (number, area) in [("1", "Written"), ("2", "Oral")] {
        sheet.row(["Goal area", "Goal # \(number)"], at: [50, 180], bold: true)
        sheet.row([area, "Given a plan, Mara will tell or write of the"], at: [50, 180])
        sheet.row(["Expression", "topic with three details in 4 of 5 tasks."], at: [50, 180])
        sheet.row(["By:", "Evaluation Method", "Baseline", "ESY Goal?"], at: [50, 180, 330, 480], bold: true)
        sheet.row(["6/4/2027", "Rubric", "1 of 5 tasks", "No"], at: [50, 180, 330, 480])
      }
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map(\.area?.text) == ["Written Expression", "Oral Expression"])
    #expect(
      found.first?.text == "Given a plan, Mara will tell or write of the topic with three details in 4 of 5 tasks.")
    #expect(found.map(\.baseline) == ["1 of 5 tasks", "1 of 5 tasks"])
    #expect(found.map(\.measurementMethod) == ["Rubric", "Rubric"])
    #expect(found.first?.targetDate?.description == "2027-06-04")
  }

  @Test func paragraphsThatBeginWithTheirAreaAreGoalsEach() throws {
    let found = try goals { sheet in
      sheet.line("Mathematics. Given ten problems, Mara will show her work and")
      sheet.line("steps and reach the answer in 7 of 10. Baseline:")
      sheet.line("Solves two of them. Method: Unit tests.")
      sheet.line("Health. Mara will tell the teacher when she is tired in 8 of 10 cases. Method: Log.")
    }
    #expect(found.map(\.area?.text) == ["Mathematics", "Health"])
    #expect(
      found.first?.text == "Given ten problems, Mara will show her work and steps and reach the answer in 7 of 10.")
    #expect(found.first?.measurementMethod == "Unit tests.")
  }

  @Test func anAreaOfNeedOverItsPresentLevelAndGoalOpensTheGoal() throws {
    let found = try plan { sheet in
      for area in ["Reading", "Writing"] {
        sheet.heading("Area of need: \(area)")
        sheet.line("Present performance: Does so in 2 of 10 tasks.")
        sheet.line("Annual goal: In \(area), Mara will finish her work in 8 of 10 tasks.")
      }
    }.goals
    #expect(found.map(\.area?.text) == ["Reading", "Writing"])
    #expect(found.count == 2)
  }

  @Test func aNumberBehindItsMarkCountsTheGoalBesideIt() throws {
    let found = try goals { sheet in
      for (number, text) in [
        ("# 1", "Mara will read 20 words in 4 of 5 lists."), ("# 2", "Mara will fill out a form."),
      ] {
        sheet.table(
          [[number, text], ["Progress will be measured by: Work samples", nil]], widths: [40, 420])
      }
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map(\.text) == ["Mara will read 20 words in 4 of 5 lists.", "Mara will fill out a form."])
  }

  @Test func anAreaOfTwoPartsBesideTheHeadingIsWhole() throws {
    let found = try goals { sheet in
      sheet.line([("Goal 3", 50), ("Motor: gross", 440)], bold: true)
      sheet.paragraph("Mara will climb the stairs with one hand on the rail in 4 of 5 trials.")
      sheet.line([("BASELINE", 50), ("PROGRESS MONITORING", 220), ("EXPECTED BY", 390)], size: 7)
      sheet.line([("Two hands.", 50), ("PT record", 220), ("4/8/2028", 390)])
    }
    #expect(found.map(\.area?.text) == ["Motor: gross"])
    #expect(found.map(\.area?.code) == [.grossMotor])
  }
}
