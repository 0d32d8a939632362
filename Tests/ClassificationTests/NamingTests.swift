import IEPModel
import Testing

/// Which criteria hold of an act of school: each is a question of its own.
@Suite struct NamingTests {
  private let judge: GoalJudge

  init() throws { judge = try GoalJudge() }

  private static let questions: Set<String> = [
    "EM101", "EM102", "EM103", "EM104", "EM105", "EM106", "EM107", "EM108", "EM109",
  ]

  private func names(of text: String) -> Set<String> {
    Set(judge(text).criteria.map(\.id)).intersection(Self.questions)
  }

  @Test(arguments: [
    // Two definitions hold of one act.
    ("Will ask for help by raising a card instead of leaving the room, 9 of 10 times.", ["EM107", "EM109"]),
    // Talk with a real partner is no play, and a question to a teacher for help no talk.
    ("At lunch, Ina will tell a classmate about her weekend in 4 of 5 lunches.", ["EM102", "EM108"]),
    ("When stuck, Ole will tell the teacher which step he needs shown again, 4 of 5 times.", ["EM107"]),
    // The place stands where the act happens, not where it goes to.
    ("Will drive his power chair from homeroom to the library without help, 9 of 10 trips.", ["EM106"]),
    // A place in the name of a thing is none.
    ("Will write the hypothesis in her lab notebook with 80% correct.", ["EM103"]),
    // Taking part in what the class does, where the class does it.
    (
      "During assembly, Per will participate in the class song for the whole song, 3 of 4 assemblies.",
      ["EM101", "EM102"]
    ),
  ])
  func eachCriterionIsAskedByItself(text: String, criteria: [String]) {
    #expect(names(of: text) == Set(criteria))
  }

  @Test func namingMovesNoLabel() {
    // "In step with" names going along with a class; beside a function of the body it tells nothing.
    let goal = judge("Will increase hip extension to ten degrees in step with a metronome, 4 of 5 trials.")
    #expect(goal.label == .clinical)
  }

  @Test func anAimIsNamedByWhatIsDoneThere() {
    let goal = judge(
      "Will increase pinch strength to five pounds so that he can open his milk carton at lunch, 4 of 5 days.")
    #expect(goal.label == .mixed)
    #expect(
      names(
        of: "Will increase pinch strength to five pounds so that he can open his milk carton at lunch, 4 of 5 days.")
        == [
          "EM104"
        ])
  }

  @Test(arguments: [
    // A part with verbs of its own goes before the act.
    (
      "Instead of tearing the page when work gets hard, Moses writes a note to his teacher, 8 of 10 times.",
      "writes a note"
    ),
    ("In the lunch line Rafi carries his tray with two hands, 4 of 5 days.", "carries his tray"),
  ])
  func theActStandsBehindItsLead(text: String, act: String) {
    #expect(judge.behavior(of: text)?.hasPrefix(act) == true)
  }

  @Test func whatIsPretendedIsNotThere() {
    let goal = judge("Pretending he is on the school bus, Ollie bounces on the hop ball for three minutes.")
    #expect(goal.label == .clinical)
  }

  @Test func aPostureBesideTheActIsItsCondition() {
    let goal = judge("Standing at the whiteboard in math, keeps her heels flat and knees apart for ten minutes.")
    #expect(goal.label == .mixed)
  }
}
