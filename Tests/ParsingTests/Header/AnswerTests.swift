import Testing

@testable import Parsing

/// Yes and no, as forms have them answered.
@Suite struct AnswerTests {
  @Test(arguments: [
    ("Are ESY services needed? No", false), ("Are ESY services needed? Yes", true),
    ("Needed? Yes ____ No X", false), ("Needed? Yes X No ____", true), ("X Yes ____ No", true),
    ("Services are needed", true), ("Not needed", false),
  ])
  func whatStandsBehindTheQuestionAnswers(text: String, isYes: Bool) {
    #expect(YesNo.read(text) == isYes)
  }
}
