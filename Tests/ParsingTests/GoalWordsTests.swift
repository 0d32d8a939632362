import IEPModel
import Seeds
import Testing

@testable import Parsing

/// How goals are told by their words, apart from any layout.
@Suite struct GoalWordsTests {
  let vocabulary: Vocabulary

  init() throws { vocabulary = try Vocabulary(seeds: .embedded) }

  @Test(arguments: [
    ("Goal 3: Reading", "3", "Reading"), ("Annual Goal #2 - Motor", "2", "Motor"), ("GOAL 1 of 4", "1", ""),
    ("# 2 MEASURABLE ANNUAL GOAL: Given a list, Jo will read.", "2", "Given a list, Jo will read"),
    ("Goal 2, Mathematics", "2", "Mathematics"),
    ("MEASURABLE ANNUAL GOAL (including how progress will be measured) #4 Jo will read.", "4", "Jo will read."),
  ])
  func headingsGiveNumberAndRest(text: String, number: String, rest: String) {
    let heading = GoalHeading(text)
    #expect(heading?.number == number)
    #expect(heading?.rest == rest)
  }

  @Test(arguments: ["Goal of the team", "A student will read.", "Goals and objectives"])
  func sentencesAreNoHeadings(text: String) { #expect(GoalHeading(text) == nil) }

  @Test(arguments: [
    ("Reading: By May, Jo will read a page aloud in class.", "Reading", "By May, Jo will read a page aloud in class."),
    (
      "Mathematics. During class, Jo will solve ten problems.", "Mathematics",
      "During class, Jo will solve ten problems."
    ),
    ("(Writing) Given a topic, Jo will write two sentences.", "Writing", "Given a topic, Jo will write two sentences."),
  ])
  func theAreaBeforeAGoalIsNoPartOfIt(text: String, area: String, rest: String) {
    let lead = GoalLead.split(text, vocabulary: vocabulary)
    #expect(lead?.area == area)
    #expect(lead?.text == rest)
  }

  @Test func aSentenceWithoutAnAreaStaysWhole() {
    #expect(GoalLead.split("By May: Jo will read.", vocabulary: vocabulary) == nil)
  }

  @Test(arguments: ["What can the student currently do?", "How will we know that the goal is reached?"])
  func whatAFormAsksIsNoValue(text: String) { #expect(FormQuestion.isQuestion(text)) }

  @Test func aStatementIsNoQuestionOfTheForm() {
    #expect(!FormQuestion.isQuestion("Jo asks what comes next in 2 of 5 routines."))
  }

  @Test(arguments: [
    "Jo will write three sentences in 4 of 5 entries.",
    "Given a model, Jo will line up with her class on 9 out of 10 days.",
  ])
  func measuredActsOfAStudentAreGoals(text: String) { #expect(GoalSentences.isGoal(text)) }

  @Test(arguments: [
    "Jo will receive speech therapy for 30 minutes each week in class.",
    "Progress will be reported to parents at the end of each quarter.",
    "The team will meet to review progress in 30 days.",
  ])
  func whatStaffWillDoIsNoGoal(text: String) { #expect(!GoalSentences.isGoal(text)) }

  @Test func titlesCountAndName() {
    #expect(GoalTitle("Social/Emotional (Goal 3)", vocabulary: vocabulary)?.number == "3")
    #expect(GoalTitle("Goal Two", vocabulary: vocabulary)?.number == "2")
    #expect(GoalTitle("Reading", vocabulary: vocabulary)?.area == "Reading")
    #expect(GoalTitle("Jo reads every day.", vocabulary: vocabulary) == nil)
  }

  @Test(arguments: [
    "Of the 1,700 minutes in a week, Jo will spend 85 percent in general education.",
    "Jo will be with her class for 81% of the week.",
  ])
  func timeInClassIsNoGoal(text: String) {
    #expect(!GoalParagraph.looksLikeGoal(text))
    #expect(
      GoalParagraph.looksLikeGoal(
        "Jo will take part in class talk with peers on 80% of the days of the week in 4 of 5 trials."))
  }

  @Test func aDateThatOpensALaterSentenceIsTheGoalsDate() throws {
    let values = ValueReaders(vocabulary: vocabulary, dates: DateReader(), doses: DoseGrammar(vocabulary: vocabulary))
    var draft = GoalDraft()
    draft.text =
      "At the student store and in the lunch line at noon, Jo will count out the next whole dollar and wait for the "
      + "change. By 1/29/2027 he will do so in nine of ten purchases."
    #expect(
      GoalAssembler(values: values).goals(of: [draft]).first?.targetDate == CalendarDate(year: 2027, month: 1, day: 29))
  }

  @Test func aNumberBeforeItsTitleCountsTheGoal() {
    #expect(GoalHeading("2. Annual Goal")?.number == "2")
    #expect(GoalHeading("3) Measurable Annual Goal:")?.number == "3")
    #expect(GoalHeading("2. Annual Goals") == nil)
    #expect(GoalHeading("4. Progress on this goal") == nil)
  }
}
