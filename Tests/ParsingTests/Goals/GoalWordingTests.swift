import IEPModel
import Testing

@testable import Parsing

/// Labels of goal pages in the words of many forms, answered or not, with dots or colons behind them.
@Suite struct GoalWordingTests {
  private static let text = "Given a topic, Zadie will write a paragraph of five sentences in 4 of 5 samples."

  @Test(arguments: [
    "The student will reach this goal", "The child will achieve this goal", "Measurable annual goal",
    "What the learner will learn",
  ])
  func aLabelOfTheGoal(label: String) throws {
    let found = try goals { sheet in
      sheet.line("Goal # 1", bold: true)
      sheet.line("\(label): \(Self.text)")
    }
    #expect(found.map(\.text) == [Self.text])
    #expect(found.first?.number == "1")
  }

  @Test(arguments: ["At present", "Now (baseline)", "Where I am now", "Currently", "Right now", "Where Zadie is now"])
  func aLabelOfTheBaseline(label: String) throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph(Self.text)
      sheet.line("\(label): Writes two sentences.")
    }
    #expect(found.map(\.baseline) == ["Writes two sentences."])
  }

  @Test(arguments: [
    "Method of assessing progress", "How progress is checked", "Means of documenting progress",
    "Procedure for determining progress", "Methods of evaluating progress",
  ])
  func aLabelOfTheMethod(label: String) throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph(Self.text)
      sheet.line("Objectives:")
      sheet.line("Zadie will write two sentences in 4 of 5 samples.")
      sheet.line("\(label): Writing samples")
    }
    #expect(found.map(\.measurementMethod) == ["Writing samples"])
    #expect(found.first?.objectives.count == 1)
  }

  @Test func dotsLeadFromALabelToItsValue() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.line("Annual Goal . . . \(Self.text)")
      sheet.line("Now . . . . . . . Writes two sentences.")
      sheet.line("Measured By ........ Writing samples")
    }
    #expect(found.map(\.text) == [Self.text])
    #expect(found.map(\.baseline) == ["Writes two sentences."])
    #expect(found.map(\.measurementMethod) == ["Writing samples"])
  }

  @Test func dotsWithinASentenceStandForWordsLeftOut() {
    let line = TextLine.of("Zadie wrote ... and read", x: 50)
    #expect(DotLeaders.replaced(line) == line)
  }

  @Test func aRowOfLabelsThatNobodyAnsweredIsNoGoal() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph(Self.text)
      sheet.gap(20)
      sheet.line("Measurable annual goal", bold: true)
      sheet.gap(30)
      sheet.row(["Baseline", "Evaluation procedure"], at: [50, 300])
    }
    #expect(found.map(\.text) == [Self.text])
  }

  @Test func aLabelMayGoOnInTheFormsWords() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Baseline: what the student can\ndo now", "Writes two sentences."],
          ["What will the student do by the\nend of this IEP?", Self.text],
          ["Progress will\nbe measured by", "Writing samples"],
        ], widths: [160, 350])
    }
    #expect(found.map(\.text) == [Self.text])
    #expect(found.map(\.baseline) == ["Writes two sentences."])
    #expect(found.map(\.measurementMethod) == ["Writing samples"])
  }

  @Test func aHeadingOfASectionNamesAreaAndNumber() throws {
    let found = try plan { sheet in
      sheet.heading("Social Skills Goal # 2")
      sheet.table(
        [["Annual goal", Self.text], ["Where the student is now", "Writes two sentences."]], widths: [140, 370])
    }.goals
    #expect(found.map(\.number) == ["2"])
    #expect(found.map { $0.area?.text } == ["Social Skills"])
  }

  @Test func theUnitOfMeasurementIsNoMethod() throws {
    let found = try goals { sheet in
      sheet.line("Goal 1", bold: true)
      sheet.paragraph(Self.text)
      sheet.line("Unit of Measurement: Rubric points")
      sheet.line("Evaluation Method: Writing samples")
    }
    #expect(found.map(\.measurementMethod) == ["Writing samples"])
  }

  @Test func areasOfNeedCountTheGoals() throws {
    let found = try goals { sheet in
      for (number, area) in [("1", "Writing"), ("2", "Behavior")] {
        sheet.line("Need Area \(number): \(area)")
        sheet.line("Annual Goal: \(Self.text.replacing("five", with: number == "1" ? "five" : "six"))")
        sheet.line("Baseline: Writes two sentences.")
      }
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map { $0.area?.text } == ["Writing", "Behavior"])
  }
}
