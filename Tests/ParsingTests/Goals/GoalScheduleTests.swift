import IEPModel
import Testing

@testable import Parsing

/// Facts that a page gives of goals from afar: in a table by their numbers, or of all of them at once.
@Suite struct GoalScheduleTests {
  private static let texts = [
    "By May 2027, Zadie will write a paragraph of five sentences in 4 of 5 samples.",
    "By May 2027, Zadie will count coins up to one dollar in 8 of 10 trials.",
  ]

  private func numbered(_ sheet: inout Sheet) {
    for (index, text) in Self.texts.enumerated() {
      sheet.line("Goal \(index + 1)", bold: true)
      sheet.paragraph(text)
    }
  }

  @Test func aTableByTheNumbersOfGoalsSaysMoreOfEach() throws {
    let found = try goals { sheet in
      numbered(&sheet)
      sheet.table(
        [
          ["Goal", "Evaluation Method", "Target Date"], ["2", "Tally", "5/21/2027"], ["1", "Rubric", "5/28/2027"],
        ], widths: [60, 200, 120])
    }
    #expect(found.map(\.text) == Self.texts)
    #expect(found.map(\.measurementMethod) == ["Rubric", "Tally"])
    #expect(found.map { $0.targetDate?.description } == ["2027-05-28", "2027-05-21"])
  }

  @Test func aTableThatHoldsGoalsIsNoSchedule() throws {
    let readers = try Readers.embedded()
    let labels = GoalLabels(labels: readers.labels.goal, values: readers.values)
    let table = Grid.table([
      ["Goal", "Annual Goal", "Method"], ["1", Self.texts[0], "Rubric"], ["2", Self.texts[1], "Tally"],
    ])
    #expect(GoalSchedule.atoms(of: table, labels: labels) == nil)
  }

  @Test func aFactOfAllGoalsHoldsForEach() throws {
    let found = try goals { sheet in
      numbered(&sheet)
      sheet.line("Progress on goals will be measured by: weekly work samples")
    }
    #expect(found.map(\.text) == Self.texts)
    #expect(found.map(\.measurementMethod) == ["weekly work samples", "weekly work samples"])
  }

  @Test(arguments: ["Revised", "(new)", "Continued"]) func whatBecameOfAGoalIsNoArea(state: String) throws {
    let found = try goals { sheet in
      sheet.line("Goal 2 \(state)", bold: true)
      sheet.paragraph(Self.texts[0])
    }
    #expect(found.map(\.number) == ["2"])
    #expect(found.first?.area == nil)
  }

  @Test func aGoalUnderItsNumberMayBePutInAnyWords() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.line("Area of Need: Writing")
      sheet.paragraph("Increase the length of written answers to five sentences across classes.")
    }
    #expect(found.map(\.text) == ["Increase the length of written answers to five sentences across classes."])
    #expect(found.first?.area?.text == "Writing")
  }

  @Test func aDateThatLeadsItsSentenceIsTheTarget() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph(Self.texts[1])
      sheet.line("Target Date: May 21, 2027. Parents will get a copy of the data sheet.")
    }
    #expect(found.first?.targetDate == CalendarDate(iso: "2027-05-21"))
  }

  @Test func theAreaMayStandBeforeTheGoalOnItsLine() throws {
    let found = try goals { sheet in
      for (index, text) in Self.texts.enumerated() {
        sheet.row(["Area of Need: \(["Writing", "Mathematics"][index])", "Goal \(index + 1)"], at: [50, 400])
        sheet.paragraph(text)
      }
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map { $0.area?.text } == ["Writing", "Mathematics"])
    #expect(found.map(\.text) == Self.texts)
  }
}
