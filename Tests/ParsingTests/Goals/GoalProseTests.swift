import IEPModel
import Testing

@testable import Parsing

/// Goals set as running text: the area and the facts of a goal stand amid its sentences.
@Suite struct GoalProseTests {
  @Test func countedParagraphsBeginWithTheirArea() throws {
    let found = try goals { sheet in
      sheet.line(
        "(1) Reading. By May 2027, given a science article, Zadie will answer questions about the article with")
      sheet.line(
        "80% accuracy on four class assignments in science. Starting point: 45% of the questions answered on")
      sheet.line("the September assignments. Checked with: Graded classroom assignments.")
      sheet.line("(a) Zadie will answer literal questions with 80% accuracy.", x: 60)
      sheet.line(
        "(2) Mathematics. By May 2027, Zadie will solve ten problems with 80% accuracy on two")
      sheet.line("class quizzes. Checked with: Quiz scores.")
      sheet.line("(a) Zadie will solve five problems with 70% accuracy.", x: 60)
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map(\.area?.text) == ["Reading", "Mathematics"])
    #expect(found.first?.baseline == "45% of the questions answered on the September assignments.")
    #expect(found.first?.measurementMethod == "Graded classroom assignments.")
    #expect(found.map(\.objectives.count) == [1, 1])
  }

  @Test(arguments: [
    ("Objective: Zadie will read a page.", "Zadie will read a page."),
    ("Short-term objective: Zadie will read a page.", "Zadie will read a page."),
    ("With a clear objective: Zadie will read.", "With a clear objective: Zadie will read."),
    ("Zadie will read a page.", "Zadie will read a page."),
  ])
  func anObjectivesOwnNameIsNoPartOfIt(printed: String, text: String) {
    #expect(ObjectiveName.removed(from: printed) == text)
  }

  @Test func aQuestionThatWrapsInItsLabelIsNoValue() throws {
    let found = try goals { sheet in
      sheet.table(
        [
          ["Goal # 1", "Goal focus: Reading"],
          ["Current Performance Level: What\ncan the student currently do?", "Zadie reads 9 of 20 words"],
          ["Measurable Annual Goal", "By May 2027, Zadie will read 18 of 20 words in 4 of 5 trials."],
        ], widths: [190, 300])
    }
    #expect(found.map(\.baseline) == ["Zadie reads 9 of 20 words"])
    #expect(found.map(\.number) == ["1"])
  }

  @Test func theMarginOfACardNamesItsGoal() throws {
    let found = try goals { sheet in
      for (number, area, text) in [
        ("1", "Reading", "By May 2027, given a science article, Zadie will answer questions about it with"),
        ("2", "Mathematics", "By May 2027, given ten problems of two steps, Zadie will solve each problem with"),
      ] {
        let y = sheet.y
        sheet.write("Goal", x: 50, y: y, size: 8)
        sheet.write(number, x: 50, y: y + 11, size: 18, bold: true)
        sheet.write(area, x: 50, y: y + 34, size: 8)
        for (index, line) in [
          text, "80% accuracy on four class assignments.", "Starting point: Zadie does so with 45% accuracy.",
          "Method: Classroom quizzes",
        ].enumerated() {
          sheet.write(line, x: 130, y: y + Double(index) * 11.5, size: 9)
        }
        sheet.y = y + 64
      }
    }
    #expect(found.map(\.number) == ["1", "2"])
    #expect(found.map(\.area?.text) == ["Reading", "Mathematics"])
    #expect(found.first?.text.hasSuffix("about it with 80% accuracy on four class assignments.") == true)
    #expect(found.map(\.measurementMethod) == ["Classroom quizzes", "Classroom quizzes"])
  }
}
