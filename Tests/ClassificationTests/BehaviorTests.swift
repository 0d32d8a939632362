import Classification
import IEPModel
import Seeds
import Testing

/// What counts as an act of the student, and where what says how well may stand.
@Suite struct BehaviorTests {
  private let judge: GoalJudge

  init() throws { judge = try GoalJudge() }

  @Test(arguments: [
    "Cy will show better attention, focus and effort in class.",
    "Amy will increase her engagement, participation and work completion in classroom activities.",
    "Ed will tolerate changes in his day better than before.",
  ])
  func namesOfWhatIsToGetBetterAreNoActs(text: String) {
    #expect(judge(text).label == .insufficient)
  }

  @Test(arguments: [
    "Fern will be provided with a scribe for written assignments longer than one page.",
    "The IEP team will meet every nine weeks to review his progress on reading goals.",
    "Rufus will be taught replacement behaviors by the classroom staff.",
  ])
  func whatAdultsDoIsNoBehavior(text: String) {
    #expect(judge(text).label == .insufficient)
  }

  @Test(arguments: [
    "Ida will increase time engaged in class lessons from 3 to 10 minutes.",
    "Jon will increase the number of peers he talks with at lunch from one to three.",
    "Lex will decrease the number of prompts needed to start his morning work from five to one.",
  ])
  func theActWhoseAmountIsToChangeIsMeasured(text: String) {
    #expect(judge(text).label == .educational)
  }

  @Test(arguments: [
    ("Ivan will maintain hip alignment for 30 minutes during science class.", GoalClassification.Label.mixed),
    ("Describe how muscle tone differs in smooth and skeletal muscle in anatomy class, 4 of 5 items.", .educational),
    ("Oz will string ten beads without stopping in the therapy gym, 4 of 5 times.", .clinical),
  ])
  func aLessonIsATimeWhereTheBodyIsKeptUpAndATopicWhereItIsDescribed(
    text: String, label: GoalClassification.Label
  ) {
    #expect(judge(text).label == label)
  }

  @Test func aColumnOfCriteriaBelongsToTheGoal() {
    let text = "Noor will read aloud."
    #expect(judge(text).label == .insufficient)
    let label = judge(text) {
      $0.components = GoalComponents()
      $0.components?.criterion = "At 101 words correct per minute on three weekly probes"
    }.label
    #expect(label == .educational)
  }

  @Test(arguments: [
    (
      ["Writes three sentences in her journal in 4 of 5 lessons.", "Works hard."],
      GoalClassification.Label.insufficient
    ),
    (
      [
        "Writes three sentences in her journal in 4 of 5 lessons.", "Edits his draft with a checklist, 4 of 5 drafts.",
        "Works hard.",
      ], .educational
    ),
    (
      [
        "Writes three sentences in her journal in 4 of 5 lessons.",
        "Increases grip strength to ten pounds in 4 of 5 trials.",
      ], .mixed
    ),
    // Steps that only say how far along they are name no act.
    (
      [
        "With two prompts, completes the first step of the routine in 3 of 5 tries.",
        "Meets half of the annual target by the second report card.",
      ], .insufficient
    ),
  ])
  func objectivesSpeakForAVagueGoal(objectives: [String], label: GoalClassification.Label) {
    #expect(judge("Will improve in writing.") { $0.objectives = objectives.map(Objective.init) }.label == label)
  }
}
