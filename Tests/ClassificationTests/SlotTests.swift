import Classification
import IEPModel
import Seeds
import Testing

/// The parts of a goal.
@Suite struct SlotTests {
  let classifier: Classifier

  init() throws { classifier = Classifier(pack: try CriteriaPack.shipped(.embedded)) }

  private func parts(_ text: String) -> GoalComponents { classifier.components(of: Goal(id: "goal-1", text: text)) }

  @Test func aWholeGoalComesApart() {
    let parts = parts(
      "By June 2027, given a checklist, Ada will pack her bag in 4 of 5 days as measured by teacher tally.")
    #expect(parts.timeframe == "By June 2027")
    #expect(parts.condition == "given a checklist")
    #expect(parts.behavior == "pack her bag")
    #expect(parts.criterion?.hasPrefix("in 4 of 5") == true)
    #expect(parts.measurement == "as measured by teacher tally")
  }

  @Test func theTherapistsMeansAreNoCondition() {
    let parts = parts("Through daily putty exercises, Bo will write two lines in his journal.")
    #expect(parts.means == "Through daily putty exercises")
    #expect(parts.behavior == "write two lines in his journal")
  }

  @Test func whatForIsAPartOfItsOwn() {
    let parts = parts("Will increase grip strength to ten pounds so that she can carry her tray.")
    #expect(parts.purpose == "so that she can carry her tray")
    #expect(parts.behavior == "increase grip strength")
  }

  @Test func conditionsMayComeLast() {
    #expect(parts("Will ask for help in 4 of 5 lessons during math.").condition == "during math")
  }

  @Test func aFragmentWithoutWillHasATarget() {
    #expect(parts("Given a timer, Ana writes three sentences.").behavior == "writes three sentences")
    #expect(parts("To tie her shoes").behavior == "tie her shoes")
  }
}
