import IEPModel
import Testing

@testable import Parsing

/// Goals and objectives set in lines: letters that count goals, rows of objectives in columns.
@Suite struct GoalLineTests {
  private static let texts = [
    "By May 2027, Zadie will write a paragraph of five sentences in 4 of 5 samples.",
    "By May 2027, Zadie will count coins up to one dollar in 8 of 10 trials.",
    "By May 2027, Zadie will join a game with two peers in 3 of 4 recesses.",
  ]

  @Test(arguments: [["A", "B", "C"], ["1", "2", "3"], ["I", "II", "III"], ["R-1", "M-1", "S-1"]])
  func headingsCountGoalsInFiguresAndLetters(numbers: [String]) throws {
    let found = try goals { sheet in
      for (number, text) in zip(numbers, Self.texts) {
        sheet.line("Goal \(number)", bold: true)
        sheet.paragraph(text)
      }
    }
    #expect(found.map(\.number) == numbers)
    #expect(found.map(\.text) == Self.texts)
  }

  @Test(arguments: ["3", "2.1", "A.1", "IV", "(2)", "R-1"]) func countsAreCounts(text: String) {
    #expect(GoalHeading.isCount(text))
  }

  @Test(arguments: ["Reading", "4 of 5", "12/1/2026", "goal", ""]) func wordsAreNoCounts(text: String) {
    #expect(!GoalHeading.isCount(text))
  }

  @Test func rowsOfObjectivesInColumnsAreObjectives() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph(Self.texts[1])
      sheet.line("Short-Term Objectives", bold: true)
      let columns = [50.0, 80, 420]
      sheet.row(["1", "Zadie will count pennies up to ten cents", "12/18/2026"], at: columns)
      sheet.row(["2", "Zadie will count nickels up to fifty cents", "3/19/2027"], at: columns)
    }
    #expect(found.map(\.text) == [Self.texts[1]])
    #expect(
      found.first?.objectives.map(\.text) == [
        "Zadie will count pennies up to ten cents", "Zadie will count nickels up to fifty cents",
      ])
    #expect(found.first?.objectives.map(\.number) == ["1", "2"])
  }

  @Test func anObjectiveInAColumnGoesOnBelowItself() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph(Self.texts[1])
      sheet.line("Short-Term Objectives", bold: true)
      let columns = [50.0, 80, 420]
      sheet.row(["1", "Zadie will count pennies up to ten cents", "12/18/2026"], at: columns, leading: 1.2)
      sheet.row(["", "at the school store."], at: [50, 80])
      sheet.row(["2", "Zadie will count nickels up to fifty cents", "3/19/2027"], at: columns)
    }
    #expect(
      found.first?.objectives.map(\.text).first == "Zadie will count pennies up to ten cents at the school store.")
    #expect(found.first?.objectives.count == 2)
  }

  @Test func aHeadingMayCarryFactsOnItsLine() throws {
    let found = try goals { sheet in
      for (index, text) in Self.texts.enumerated() {
        sheet.row(
          [
            "Goal \(index + 1).", "Area of Need", ["Writing", "Mathematics", "Social Skills"][index], "Target Date",
            "5/28/2027",
          ],
          at: [50, 110, 200, 330, 420])
        sheet.paragraph(text)
      }
    }
    #expect(found.map(\.number) == ["1", "2", "3"])
    #expect(found.map { $0.area?.text } == ["Writing", "Mathematics", "Social Skills"])
    #expect(found.map(\.text) == Self.texts)
    #expect(Set(found.map(\.targetDate)) == [CalendarDate(iso: "2027-05-28")])
  }

  @Test func aCountedListOfObjectivesKeepsItsNumbers() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph(Self.texts[0])
      sheet.line("Short-Term Objectives", bold: true)
      sheet.line("1 Given a model, Zadie will write one sentence.")
      sheet.line("2 Given a topic, Zadie will write three sentences.")
    }
    #expect(found.count == 1)
    #expect(
      found.first?.objectives.map(\.text) == [
        "Given a model, Zadie will write one sentence.", "Given a topic, Zadie will write three sentences.",
      ])
  }

  @Test func factsThatFlowTakeLinesOfTheirOwn() throws {
    let goals = try goals { sheet in
      for number in 1...2 {
        sheet.line(
          "Goal No.: \(number)  Skill Area: Reading  Annual Goal: During the reading hour of each school day, Zadie")
        sheet.line("will read aloud a page of a story at her own level with no more than one prompt by April of next")
        sheet.line("year, 2028.  Target Date: 4/8/2028")
        sheet.gap(8)
      }
    }
    #expect(goals.count == 2)
    #expect(goals.allSatisfy { $0.text.hasPrefix("During the reading hour") && $0.text.hasSuffix("next year, 2028.") })
    #expect(goals.map(\.number) == ["1", "2"])
    #expect(goals.map { $0.targetDate?.description } == ["2028-04-08", "2028-04-08"])
  }

  @Test func anAreaOpensTheNextGoalHoweverItIsPut() throws {
    let found = try goals { sheet in
      for (area, goal) in [
        ("Speech", "Perpetua will answer questions in 8 of 10 turns."),
        ("Fine Motor", "Perpetua will develop hand strength by squeezing a ball 20 times and pulling 10 pegs."),
      ] {
        sheet.line("AREA: \(area)", bold: true)
        sheet.paragraph(goal)
        sheet.line("How measured: Log")
      }
    }
    #expect(found.map(\.area?.text) == ["Speech", "Fine Motor"])
    #expect(found.last?.text.hasPrefix("Perpetua will develop hand strength") == true)
  }

  @Test func aGoalUnderItsServicesCardHasTheAreaOfItsOwnHeading() throws {
    let document = try plan { sheet in
      sheet.heading("Services and the goals they support")
      for (service, provider, number, area, goal) in [
        (
          "Occupational Therapy", "Occupational Therapist", "1", "Self-care",
          "Perpetua will zip her coat on 4 of 5 days."
        ),
        ("Speech Therapy", "Speech Pathologist", "2", "Communication", "Perpetua will greet a peer on 4 of 5 days."),
      ] {
        sheet.line(service, size: 11, bold: true)
        sheet.line([("HOW OFTEN", 50), ("PLACE", 200), ("GIVEN BY", 350)], size: 6)
        sheet.line([("2 times a week", 50), ("OT room", 200), (provider, 350)])
        sheet.line([("Goal \(number)", 50), (area, 100)])
        sheet.line(goal)
        sheet.line("Where the student is now: 1 of 5 days.")
      }
    }
    #expect(
      document.goals.map(\.text) == [
        "Perpetua will zip her coat on 4 of 5 days.", "Perpetua will greet a peer on 4 of 5 days.",
      ])
    #expect(document.goals.map(\.area?.text) == ["Self-care", "Communication"])
  }
}
