import Classification
import IEPModel
import Seeds
import Testing

/// What explains, denies, shows or compares is not what is measured, and each of two targets is judged by itself.
@Suite struct ContextTests {
  private let judge: GoalJudge

  init() throws { judge = try GoalJudge() }

  @Test(arguments: [
    "Because his clinic report lists nystagmus, Arlo will tell each new teacher where he sits best, 5 of 5 times.",
    "Although his evaluation shows low muscle tone, Sami will carry his own tray to the table at lunch 4 of 5 days.",
    "Since her Beery score is low, Lucia will use a typed template to finish each lab report by its due date, 5 of 6.",
  ])
  func aReasonIsNotMeasured(text: String) {
    #expect(judge(text).label == .educational)
  }

  @Test(arguments: [
    "Instead of going to the sensory room, will take her breaks at her desk and finish the work of the period, 4 of 5.",
    "With neither her mother nor the psychologist present, will answer a classmate who speaks to her, 4 of 5 days.",
    "Without going to the sensory gym, Kai will come back from recess and start math in three minutes, 8 of 10 days.",
    "During fire drills Mateo comes down the stairwell, alternating feet or not, and reaches the door with his class.",
  ])
  func whatIsDeniedOrLeftOpenIsNotMeasured(text: String) {
    #expect(judge(text).label == .educational)
  }

  @Test(arguments: [
    "From two tables, Pilar will compute the standard deviation and the 25th percentile of each set, 4 of 5 items.",
    "Reads a chart of pulse rates before and after exercise and writes two conclusions in lab, 4 of 5 labs.",
    "In the frog lab, Keisha will label ten leg muscles and mark which ones flex, 8 of 10 labels right.",
  ])
  func theBodyThatIsWorkedOutOrShownIsATopic(text: String) {
    #expect(judge(text).label == .educational)
  }

  @Test(arguments: [
    "In PE, Mina will join the class's throwing game for 15 minutes and throw at the five-year level on the checklist.",
    "Nolan will say twenty /l/ words from the card deck, and at morning meeting will be understood by the whole class.",
    "Will copy the homework list from the board and, in the clinic, track a penlight without head movement, 4 of 5.",
    "Will string ten beads in two minutes; in math, will line up digits in columns on 4 of 5 pages.",
    "Her essays will have a thesis and three reasons, and her shoulder flexion will reach 120 degrees.",
    "Will read her part in the play so the audience follows her and will hold prone extension for 15 seconds.",
  ])
  func eachOfTwoTargetsIsJudgedByItself(text: String) {
    #expect(judge(text).label == .mixed)
  }

  @Test(arguments: [
    ("Before math, will do 20 wall push-ups in order to take part in the lesson.", GoalClassification.Label.mixed),
    ("In PE, will do 20 wall push-ups with the class, 4 of 5 lessons.", .educational),
    ("Given classroom scissors, Ivy will show an open web space and a stable thumb in 80% of observations.", .clinical),
    (
      "Playing ball like other children of 42 months, Birdie will catch and kick at that level in 3 of 4 tries.",
      .clinical
    ),
    ("In the speech room, Ana will finish her history test within the time given, 4 of 5 tests.", .educational),
    ("Will hold prone extension for 20 seconds rather than playing at recess.", .clinical),
    ("Will put pressure through flat hands on the bus-shaped mat for one minute.", .insufficient),
    ("To be able to join kickball, hops five times on each foot, 4 of 5 tries.", .mixed),
    ("Will copy shapes with the OT in the OT room, 4 of 5 tries.", .clinical),
  ])
  func aPlaceCountsWhereTheActIsDone(text: String, label: GoalClassification.Label) {
    #expect(judge(text).label == label)
  }

  @Test(arguments: [
    (
      "Will write his name on class papers without needing a tripod grasp, 4 of 5 papers.",
      GoalClassification.Label.educational
    ),
    ("Will write a topic sentence with a tripod grasp in 4 of 5 lessons.", .mixed),
    ("Will touch ten materials without gagging, 4 of 5 trials.", .clinical),
  ])
  func whatIsNotNeededIsNoMeasure(text: String, label: GoalClassification.Label) {
    #expect(judge(text).label == label)
  }

  @Test func aWillInsideWhatIsToldStatesNoAct() {
    let behavior = judge.behavior(of: "Writes to the coach to say which games she will miss, every time.")
    #expect(behavior?.hasPrefix("Writes to the coach") == true)
  }

  @Test func whatIsTakenIntoSchoolIsMeasured() {
    let text = "Will carry the breathing she learned in therapy into her oral report and finish it, 2 of 2 reports."
    #expect(judge(text).label == .educational)
  }
}
