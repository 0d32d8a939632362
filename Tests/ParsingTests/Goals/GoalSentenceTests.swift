import Testing

@testable import Parsing

/// Sentences of a goal page that are no goals.
@Suite struct GoalSentenceTests {
  @Test func howAllGoalsAreMeasuredIsNoGoal() {
    let shared = GoalSentences.sharedMethod(
      "Goals 2 and 3 are measured with work samples and checklists, once a month.")
    #expect(shared?.method == "work samples and checklists")
    #expect(shared?.schedule == "once a month")
    #expect(
      GoalSentences.sharedMethod("Progress on these goals will be monitored by weekly probes.")?.method
        == "weekly probes")
    #expect(GoalSentences.sharedMethod("Goals for spring were met.") == nil)
  }

  @Test(arguments: [
    "The physical therapist and the school nurse will check Ilse's brace each morning.",
    "Ilse will have physical therapy services for 30 minutes a week in the gym.",
    "After graduation Ilse will study welding at the technical college.",
  ])
  func whatIsGivenOrComesLaterIsNoGoal(text: String) {
    #expect(!GoalParagraph.looksLikeGoal(text))
  }

  @Test func whatTheStudentDoesIsAGoal() {
    #expect(GoalParagraph.looksLikeGoal("After recess, Ilse will begin her work within two minutes on 4 of 5 days."))
  }
}
