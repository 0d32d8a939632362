import IEPModel
import Testing

@testable import Parsing

/// Parts of a goal that stand apart from their names: in rows of a table, behind the form's questions, above lists of
/// services.
@Suite struct GoalPartTests {
  private static let first = "Zadie will write a paragraph of five sentences in 4 of 5 samples."
  private static let second = "Zadie will count coins up to one dollar in 8 of 10 trials."

  @Test func eachPartOfAGoalMayHaveARowBesideTheGoalsName() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Goal", "Part", "Text"],
          ["1\nWriting", "Baseline", "One sentence in 4 of 5 samples."],
          ["^", "Annual goal", Self.first], ["^", "Method", "Writing samples"],
          ["^", "Objective 1.1", "Zadie will write two sentences in 4 of 5 samples."],
          ["2\nMathematics", "Baseline", "Ten cents in 8 of 10 trials."],
          ["^", "Annual goal", Self.second], ["^", "Method", "Tally of trials"],
          ["^", "Objective 2.1", "Zadie will count dimes in 8 of 10 trials."],
        ], widths: [80, 90, 340])
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map { $0.area?.text } == ["Writing", "Mathematics"])
    #expect(found.map(\.text) == [Self.first, Self.second])
    #expect(found.map(\.baseline) == ["One sentence in 4 of 5 samples.", "Ten cents in 8 of 10 trials."])
    #expect(found.map(\.measurementMethod) == ["Writing samples", "Tally of trials"])
    #expect(found.map { $0.objectives.map(\.number) } == [["1.1"], ["2.1"]])
  }

  @Test func whatIsSetLargerBelowAFormsQuestionIsItsAnswer() throws {
    let found = try goals { sheet in
      sheet.boxes([[("Goal # 1   Specific Goal Focus: Writing", 9, true)]], widths: [510])
      sheet.boxes(
        [
          [
            ("Current Performance Level: What can the student currently do?", 7.5, false),
            ("One sentence in 4 of 5 samples.", 9, false),
            ("Measurable Annual Goal: What goal can we expect the student to meet this year?", 7.5, false),
            (Self.first, 9, false),
          ]
        ], widths: [510])
    }
    #expect(found.map(\.text) == [Self.first])
    #expect(found.map(\.baseline) == ["One sentence in 4 of 5 samples."])
  }

  @Test func whatIsSetLikeAFormsQuestionEndsItsAnswer() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.line("Annual goal: \(Self.first)")
      sheet.line("Method: How will the team know?", size: 7.5)
      sheet.line("Writing samples")
      sheet.line("Did the team check that a service serves this goal? ____", size: 7.5)
    }
    #expect(found.map(\.measurementMethod) == ["Writing samples"])
  }

  @Test func aNumberBeforeLabelledCellsCountsTheGoal() throws {
    let found = try goals { sheet in
      for (number, area, text) in [("# 1", "Writing", Self.first), ("# 2", "Mathematics", Self.second)] {
        sheet.table(
          [[number, "Area: \(area)", "Target date: 6/4/2027"], ["Goal", text, nil], ["Baseline", "2 of 10", nil]],
          widths: [60, 240, 210])
      }
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map { $0.area?.text } == ["Writing", "Mathematics"])
    #expect(found.map { $0.targetDate?.description } == ["2027-06-04", "2027-06-04"])
  }

  @Test(arguments: ["Behavior", "Reading"]) func anAreaOverAWholeGoalIsNoLabelOfAPiece(area: String) throws {
    let found = try goals { sheet in
      sheet.line(area, size: 11, bold: true)
      sheet.line(Self.first)
      sheet.line("Baseline: One sentence.")
    }
    #expect(found.map(\.text) == [Self.first])
    #expect(found.map { $0.area?.text } == [area])
  }

  @Test func servicesListedBelowAGoalSayNothingOfIt() throws {
    let found = try goals { sheet in
      for (number, text) in [("1", Self.first), ("2", Self.second)] {
        sheet.line("GOAL \(number)", bold: true)
        sheet.line("Baseline: One sentence.")
        sheet.line("Annual goal: \(text)")
        sheet.line("Data from: Weekly samples   Target date: 6/4/2027")
        sheet.line("Services for this goal")
        sheet.line("Specialized instruction [Special Education]   Goal: \(number)")
        sheet.line("2 x 30 min / week, group, classroom")
      }
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map(\.measurementMethod) == ["Weekly samples", "Weekly samples"])
    #expect(found.map { $0.area?.text } == [nil, nil])
  }

  @Test func sentencesBelowOneAnotherAreObjectivesOfTheirOwn() throws {
    let objectives = [
      "Zadie will answer a classmate's question with a complete sentence in 3 of 5 discussions.",
      "With a sentence starter, Zadie will ask a relevant question in 4 of 5 discussions.",
    ]
    let found = try goals { sheet in
      sheet.line("GOAL 1", bold: true)
      sheet.line("Annual goal: \(Self.second)")
      sheet.line("Short-term objectives", bold: true)
      for objective in objectives { sheet.line(objective, x: 60) }
      sheet.line("Data from: Tally sheets   Target date: 6/4/2027")
    }
    #expect(found.first?.objectives.map(\.text) == objectives)
  }

  @Test(arguments: ["When she meets a long word in a book", "During lessons and games with her class"])
  func aSentenceThatBeginsWithItsConditionIsNoLabel(condition: String) throws {
    let texts = ["\(condition), Zadie will say it aloud in 8 of 10 trials.", Self.second]
    let found = try goals { sheet in
      for (number, text) in zip(["1", "2"], texts) {
        sheet.row(["Goal \(number)", text], at: [50, 130])
        sheet.row(["Area of need", "Reading"], at: [50, 130])
        sheet.row(["Present level", "Says 3 of 10 words."], at: [50, 130])
      }
    }
    #expect(found.map(\.text) == texts)
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map(\.baseline) == ["Says 3 of 10 words.", "Says 3 of 10 words."])
  }

  @Test(arguments: ["Writing", "Behavior"]) func aRowOfLabelsSetApartIsNoLabelWithItsValue(area: String) throws {
    let found = try goals { sheet in
      sheet.line("Annual Goal #1", size: 11, bold: true)
      sheet.row(["Area of need", "Method of measurement"], at: [50, 300], bold: true)
      sheet.row([area, "Writing samples"], at: [50, 300])
      sheet.line("Measurable annual goal", bold: true)
      sheet.line(Self.first)
    }
    #expect(found.map { $0.area?.text } == [area])
    #expect(found.map(\.measurementMethod) == ["Writing samples"])
  }

  @Test func aDateAtTheEndOfAGoalsHeadingIsWhole() throws {
    let found = try goals { sheet in
      for (number, text) in [("1", Self.first), ("2", Self.second)] {
        sheet.row(["Goal \(number): Reading", "Target date: 06/04/2027"], at: [50, 430], bold: true)
        sheet.line(text)
        sheet.line("Baseline: 2 of 10 words are read correctly.")
      }
    }
    #expect(found.map(\.text) == [Self.first, Self.second])
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map { $0.targetDate?.description } == ["2027-06-04", "2027-06-04"])
  }

  @Test func aLabelMaySayWhatItIsRelatedTo() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.line("Present level related to the goal: One sentence in 4 of 5 samples.")
      sheet.line("Measurable annual goal: \(Self.first)")
    }
    #expect(found.map(\.baseline) == ["One sentence in 4 of 5 samples."])
  }

  @Test func anAreaInBracketsStandsBeforeTheShortestGoal() throws {
    let vocabulary = try Readers.embedded().vocabulary
    let found = GoalLead.split("(Behavior). Zadie will improve behavior.", vocabulary: vocabulary)
    #expect(found?.area == "Behavior")
    #expect(found?.text == "Zadie will improve behavior.")
  }
}
