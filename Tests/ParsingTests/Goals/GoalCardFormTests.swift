import IEPModel
import Testing

@testable import Parsing

/// Cards of goals as forms set them: facts behind a goal's number, numbers at a margin, labels over a row of values.
@Suite struct GoalCardFormTests {
  private static let first = "By May 2027, Zadie will write a paragraph of\nfive sentences in 4 of 5 samples."
  private static let second = "By May 2027, Zadie will count coins up to one\ndollar in 8 of 10 trials."
  private static let level = "Present Level of Academic Achievement and Functional Performance"

  @Test func aDateBehindTheNumberIsNoArea() throws {
    let found = try goals { sheet in
      for (number, area, text) in [("1", "Writing", Self.first), ("2", "Mathematics", Self.second)] {
        sheet.table(
          [
            ["Educational Need Area: \(area)", "Goal #: \(number) Target date: 05/09/2027"],
            ["Measurable Annual Goal: \(text)", nil], ["Method of Measurement: Work samples", ""],
          ], widths: [310, 200])
      }
    }
    #expect(found.map { $0.area?.text } == ["Writing", "Mathematics"])
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map { $0.targetDate?.description } == ["2027-05-09", "2027-05-09"])
  }

  @Test func anAreaBesideTheNumberIsNoLabel() throws {
    let found = try goals { sheet in
      for (number, area, text) in [("1", "Writing", Self.first), ("2", "Behavior", Self.second)] {
        sheet.table(
          [
            ["Goal \(number)", area, "By", "05/09/2027"], [text, nil, nil, nil],
            ["Now:", "1 of 5", "How we check:", "Work samples"],
          ], widths: [70, 180, 90, 160])
      }
    }
    #expect(found.map { $0.area?.text } == ["Writing", "Behavior"])
    #expect(found.map { $0.targetDate?.description } == ["2027-05-09", "2027-05-09"])
  }

  @Test func theNumbersOfNeedsAreNoArea() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Goal # 1 Need(s) addressed: 1, 2", "Area: Writing"], ["Measurable annual goal", Self.first],
          ["Baseline", "Two sentences"],
        ], widths: [200, 310])
    }
    #expect(found.first?.area?.text == "Writing")
    #expect(found.first?.number == "1")
  }

  @Test func aMarginEndsWhereTheNextOneStandsOnOneLine() throws {
    let found = try goals { sheet in
      sheet.line([("Goal", 50), ("Area: Writing", 110)], leading: 1.1)
      sheet.line([("K", 50)])
      for line in Self.first.split(separator: "\n") { sheet.line(String(line), x: 110) }
      sheet.line([("Baseline: 1 of 5", 110), ("Evaluated by: Work samples", 330)])
      sheet.gap(14)
      sheet.line([("Goal L", 50), ("Area: Mathematics", 110)])
      for line in Self.second.split(separator: "\n") { sheet.line(String(line), x: 110) }
      sheet.line([("Baseline: 2 of 10", 110), ("Evaluated by: Tally", 330)])
    }
    #expect(found.map(\.number) == ["K", "L"])
    #expect(found.map { $0.area?.text } == ["Writing", "Mathematics"])
  }

  @Test func theGoalAndItsNumberStandAtTheMarginOfACard() throws {
    let found = try goals { sheet in
      for (number, area, text) in [("1", "Articulation", Self.first), ("2", "Mathematics", Self.second)] {
        sheet.table(
          [
            ["Goal", "Area: \(area)", "Progress/Mastery", nil], [number, text, "1 __", "2 __"],
            ["", "Baseline: /r/ initial 30%, final 15%", nil, nil], ["", "Short-Term Objectives", nil, nil],
            ["\(number).1", "Zadie will do the first half with help.", nil, nil],
          ], widths: [50, 320, 70, 70])
      }
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map { $0.area?.text } == ["Articulation", "Mathematics"])
    #expect(found.map(\.baseline) == ["/r/ initial 30%, final 15%", "/r/ initial 30%, final 15%"])
    #expect(found.map { $0.objectives.map(\.number) } == [["1.1"], ["2.1"]])
  }

  @Test func aRowOfLabelsInACardHeadsItsValues() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Goal Number: 1", nil, "Goal Area/Skill: Writing", nil],
          [
            "Baseline (What\ncan the student\ndo?)", "Annual Goal/Target(s)", "Criteria",
            "Method (How will\nit be measured?)",
          ],
          ["Two sentences", "Zadie will write a\nparagraph.", "In 4 of 5 samples", "Writing rubric"],
          [
            "Short-term objectives and/or benchmarks\n1. Zadie will write one sentence\n2. Zadie will write two more",
            nil, nil, nil,
          ],
        ], widths: [110, 180, 110, 110])
    }
    #expect(found.count == 1)
    #expect(found.first?.area?.text == "Writing")
    #expect(found.first?.baseline == "Two sentences")
    #expect(found.first?.measurementMethod == "Writing rubric")
    #expect(found.first?.objectives.count == 2)
  }

  @Test func threeLabelsHeadTheirValuesToo() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Goal Number: 1", nil, "Goal Area: Writing"], ["Baseline", "Annual Goal", "Method"],
          ["Two sentences", "Zadie will write a\nparagraph.", "Writing rubric"],
        ], widths: [150, 210, 150])
    }
    #expect(found.map(\.baseline) == ["Two sentences"])
    #expect(found.map(\.measurementMethod) == ["Writing rubric"])
  }

  @Test func objectivesMayBeShortLevels() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["GOAL # 1", nil, "Area of need: Vocational", nil], ["Measurable Annual Goal", nil, Self.first, nil],
          ["#", "Benchmarks / Short-Term Objectives", "Qtr 1", "Qtr 2"],
          ["1", "With 4 prompts in 8 of 10 shifts", "", ""],
          ["2", "With 2 prompts in 8 of 10 shifts", "", ""],
        ], widths: [30, 280, 100, 100])
    }
    #expect(
      found.first?.objectives.map(\.text) == ["With 4 prompts in 8 of 10 shifts", "With 2 prompts in 8 of 10 shifts"])
    #expect(GoalParagraph.isObjective("1. 5 minutes"))
  }

  @Test func objectivesBehindOneAnotherAreParted() {
    func texts(_ text: String) -> [String] { InlineObjectives.parted(GoalAtom(.objective, text: text)).map(\.text) }
    #expect(
      texts("1. Zadie will copy a word 2. Zadie will copy a line") == [
        "1. Zadie will copy a word", "2. Zadie will copy a line",
      ])
    #expect(texts("1. Zadie will copy a word in 1 of 2. Each day counts.").count == 1)
  }

  @Test func whatTheFormAsksForInCapitalsIsNoGoal() throws {
    let found = try goals { sheet in
      for (area, text) in [("Writing", Self.first), ("Number Sense", Self.second)] {
        sheet.line("Measurable Annual Goal")
        sheet.table(
          [["PRIORITY EDUCATIONAL NEED: \(area)"], [text], ["BASELINE\nWith help"]], widths: [510])
      }
    }
    #expect(found.count == 2)
    #expect(found.map { $0.area?.text } == ["Writing", "Number Sense"])
  }

  @Test func aPresentLevelBelowARowIsTheBaseline() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Goal Area: Social Goal No. 1", nil, nil], ["Measurable Annual Goal", "Criteria", "Evaluation Procedures"],
          ["Zadie will join peers in a game\nat recess.", "In 4 of 5 observations", "Peer log"],
          ["Present level/baseline: Joins peers in 1 of 5 observations", nil, nil],
        ], widths: [250, 130, 130])
    }
    #expect(found.first?.baseline == "Joins peers in 1 of 5 observations")
  }

  @Test func aGoalsLastLineIsNoDateOfItsOwn() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Baseline", "2 of 10 tries"],
          ["Annual goal", "Zadie will ask and answer questions of classmates in 8 of 10 tries\nby 12/01/2026."],
        ], widths: [110, 400])
    }
    #expect(found.first?.text.hasSuffix("8 of 10 tries by 12/01/2026.") == true)
  }
}
