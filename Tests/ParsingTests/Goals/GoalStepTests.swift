import IEPModel
import Testing

@testable import Parsing

/// Goals and objectives by how a form counts, names and marks them.
@Suite struct GoalStepTests {
  private static let texts = [
    "Zadie will write a paragraph of five sentences in 4 of 5 samples.",
    "Zadie will count coins up to one dollar in 8 of 10 trials.",
  ]

  @Test func behindTheNumberStandsTheGoalItself() throws {
    let found = try goals { sheet in
      for (index, text) in Self.texts.enumerated() {
        sheet.row(["Goal # \(index + 1)", text], at: [50, 100])
        sheet.line("Baseline (starting point): \(index + 1) of 10")
      }
    }
    #expect(found.map(\.text) == Self.texts)
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map(\.baseline) == ["1 of 10", "2 of 10"])
  }

  @Test func aNamedObjectiveIsNoLabelOfACard() throws {
    let found = try plan { sheet in
      sheet.heading("PRESENT LEVELS OF ACADEMIC ACHIEVEMENT AND FUNCTIONAL PERFORMANCE")
      for (index, text) in Self.texts.enumerated() {
        sheet.table(
          [
            ["☒ Academic ☐ Communication ☐ Motor", nil],
            [
              "Measurable Annual Goal* #\(index + 1): \(text.replacing(" in ", with: "\nin "))",
              "Eval. Procedure:\nWork samples",
            ],
            ["Present level for this goal:", nil], ["Objective #1 Talk about feelings", "Report: Nov __ Jan __"],
            ["Objective #2 Copy a sentence in 4 of 5 items", "Report: Nov __ Jan __"],
          ], widths: [330, 180])
        sheet.gap(10)
      }
    }.goals
    #expect(found.map(\.text) == Self.texts)
    for goal in found {
      #expect(goal.objectives.map(\.text) == ["Talk about feelings", "Copy a sentence in 4 of 5 items"])
    }
  }

  @Test func whatKindAGoalIsOfIsSaidBeforeItsSentence() throws {
    let kind = "Transition goal (employment): "
    let found = try goals { sheet in
      sheet.table(
        [
          [
            "Measurable Annual Goal #3: \(kind)Zadie will\nfinish all tasks of her shift in 4 of 5 shifts.",
            "Method:\nLog",
          ],
          ["Baseline: 1 of 5", nil],
        ], widths: [330, 180])
    }
    #expect(found.map(\.text) == [kind + "Zadie will finish all tasks of her shift in 4 of 5 shifts."])
    #expect(found.first?.number == "3")
  }

  @Test func bulletsBelowTheirHeadingAreObjectives() throws {
    let found = try goals { sheet in
      for (index, text) in Self.texts.enumerated() {
        sheet.line("Goal # \(index + 1) Area of Need: Motor")
        sheet.line("Measurable Goal: " + text)
        sheet.line("Evaluation Method: Tally")
        sheet.line("Objectives")
        sheet.line("• Step into snow pants", x: 64)
        sheet.line("• Do the listening check with an adult", x: 64)
        sheet.line("• Climb two rungs", x: 64)
      }
    }
    #expect(found.count == 2)
    for goal in found {
      #expect(
        goal.objectives.map(\.text) == [
          "Step into snow pants", "Do the listening check with an adult", "Climb two rungs",
        ])
      #expect(goal.area?.text == "Motor")
    }
  }

  @Test func countsWithAPointGoOnInSmallLetters() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Area", "Behavior"], ["Goal # 2", Self.texts[0]], ["Current performance", "20%"],
          ["Objectives", "2.1 with physical model, 50%\n2.2 with gesture, 65%"], ["Evaluation method", "Data"],
        ], widths: [120, 390])
    }
    #expect(found.first?.objectives.map(\.number) == ["2.1", "2.2"])
    #expect(found.first?.objectives.map(\.text) == ["with physical model, 50%", "with gesture, 65%"])
  }

  @Test func aFormTypedInCapitalsHasCountedSentences() throws {
    let found = try goals { sheet in
      sheet.row(["GOAL NO. 1", "AREA: BASIC READING"], at: [50, 160])
      sheet.line("GOAL: ZADIE WILL READ 18 OF 20 WORDS CORRECTLY ON THREE WEEKLY TRIALS.")
      sheet.line("BASELINE: 7 OF 20 WORDS.")
      sheet.line("TARGET: 10-21-2026")
      sheet.line("1. GIVEN CLOSED SYLLABLES, 15 OF 20.", x: 64)
      sheet.line("2. GIVEN OPEN SYLLABLES, 15 OF 20.", x: 64)
      sheet.line("6. WORK SITE ROTATION (for information; the time is in part 7)")
    }
    #expect(
      found.first?.objectives.map(\.text) == [
        "GIVEN CLOSED SYLLABLES, 15 OF 20.", "GIVEN OPEN SYLLABLES, 15 OF 20.",
      ])
  }

  @Test func aNamedObjectiveGoesOnInTheNextLine() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph(Self.texts[0])
      sheet.line("Target date: 6/12/2026")
      sheet.line("Objective a. Packs folder and snack box with a", x: 60)
      sheet.line("picture strip, 4 of 5 days.", x: 60)
      sheet.line("Objective b. Puts on her jacket alone, 4 of 5 days.", x: 60)
    }
    #expect(
      found.first?.objectives.map(\.text) == [
        "Packs folder and snack box with a picture strip, 4 of 5 days.", "Puts on her jacket alone, 4 of 5 days.",
      ])
  }

  @Test func aStepMayBeNamedByItsTime() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1. Domain: Mathematics")
      sheet.paragraph(Self.texts[1])
      sheet.line("Baseline: 4 coins")
      sheet.line("Short-term objectives")
      sheet.line("By the second quarter: 10 coins.", x: 60)
      sheet.line("By the third quarter: 18 coins.", x: 60)
    }
    #expect(
      found.first?.objectives.map(\.text) == ["By the second quarter: 10 coins.", "By the third quarter: 18 coins."])
  }

  @Test func figuresCountTitlesInTheFormsOwnWords() throws {
    let found = try goals { sheet in
      for (index, title) in ["Getting going", "Repair of the day"].enumerated() {
        sheet.line("\(index + 1) \(title)", bold: true)
        sheet.paragraph(Self.texts[index])
        sheet.line("Present: \(index + 2) of 10")
        sheet.line("Measured by: Log")
      }
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map { $0.area?.text } == ["Getting going", "Repair of the day"])
  }

  @Test func aDomainIsCodedByWhatTheGoalIsAbout() throws {
    let sense = GoalAreaSense(topics: try Readers.embedded().vocabulary.topics)
    func code(_ named: GoalAreaCode, _ area: String, _ goal: String) -> GoalAreaCode? {
      sense.code(named, of: area, goal: Goal(id: "goal-1", text: goal))
    }
    #expect(code(.academicOther, "Academic/Cognitive", "Zadie will write and edit an essay.") == .writing)
    #expect(code(.academicOther, "Academic/Cognitive", "Zadie will do her best.") == .academicOther)
    #expect(code(.grossMotor, "Motor", "Zadie will string ten beads.") == .fineMotor)
    #expect(code(.grossMotor, "Motor", "Zadie will climb the stairs.") == .grossMotor)
    #expect(code(.grossMotor, "Gross Motor", "Zadie will string ten beads.") == .grossMotor)
    #expect(code(.independentLiving, "Independent Living", "Zadie will eat with a spoon.") == .selfCare)
  }
}
