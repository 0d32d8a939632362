import IEPModel
import Testing

@testable import Parsing

/// Labels in small print with their answers below, in boxes of a goal.
@Suite struct AnsweredLabelTests {
  @Test func anAnswerThatReadsLikeALabelIsNone() throws {
    let goals = try plan { sheet in
      sheet.heading("Annual Goals")
      for number in ["1", "2"] {
        func box(_ label: String, _ value: String) -> [Sheet.Print] { [(label, 6, false), (value, 9, false)] }
        sheet.boxes(
          [
            box("Goal #", number), box("Present Performance", "Currently at 20% with adult support."),
            box("Method", "Data collection"),
          ], widths: [80, 240, 180])
        sheet.boxes(
          [box("Goal", "By June 2027, Zadie will answer a question from a classmate in a sentence with 80% accuracy.")],
          widths: [500])
        sheet.gap(10)
      }
    }.goals
    #expect(goals.map(\.number) == ["1", "2"])
    #expect(goals.map(\.measurementMethod) == ["Data collection", "Data collection"])
    #expect(goals.allSatisfy { $0.text.hasPrefix("By June 2027") })
  }
}
