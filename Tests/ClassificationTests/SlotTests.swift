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

  @Test func aPlaceNeedsNoCommaBeforeTheLearner() {
    #expect(parts("At morning meeting Wren will name the day.").condition == "At morning meeting")
  }

  @Test func whatAnEarlierSentenceTellsIsBackground() {
    let parts = parts("Ana has practiced with the therapist. By May, she will order lunch in 4 of 5 tries.")
    #expect(parts.behavior == "order lunch")
    #expect(parts.condition == nil)
  }

  @Test func thePointOfAnAbbreviationEndsNoSentence() {
    #expect(parts("Will hold a 2 lb. ball overhead for 60 seconds.").behavior == "hold a 2 lb. ball overhead")
  }

  @Test func aWordInsideItsVerbOrItsCompoundOpensNothing() {
    #expect(parts("Will get through the lunch line by himself.").behavior == "get through the lunch line by himself")
    #expect(parts("Will walk heel-to-toe along a line.").behavior == "walk heel-to-toe along a line")
  }

  @Test func thePresentTenseStatesAnActAsWillDoes() {
    #expect(parts("Bea supplies a synonym for each word.").behavior == "supplies a synonym for each word")
    #expect(parts("Swaps seats so all can see.").behavior?.hasPrefix("Swaps seats") == true)
  }

  @Test func aFunctionOfTheBodyWithItsUnitIsHowWell() {
    let parts = parts("Will hang up his coat on the class hook with shoulder flexion of at least 90 degrees.")
    #expect(parts.criterion == "shoulder flexion of at least 90 degrees")
  }

  @Test func lowerCaseMayIsNoMonth() {
    #expect(
      parts("Will build grip in order that he may carry his tray.").purpose == "in order that he may carry his tray")
  }

  @Test func whoRecordsStandsBehindTheMeasure() {
    #expect(parts("Will ask for help in 4 of 5 labs, by teacher tally.").measurement == "by teacher tally")
  }

  @Test func aScoreByPointsIsNoMethod() {
    #expect(parts("Will raise the score by 8 points and copy a sentence.").measurement == nil)
  }

  @Test func aTitleEndsNoSentence() {
    #expect(parts("In Ms. Park's room, Ana will write a line.").condition == "In Ms. Park's room")
  }

  @Test func whatMustNotHappenToTheBodyIsHowWell() {
    #expect(parts("Will touch ten materials without gagging.").criterion == "without gagging")
  }

  @Test func aQuarterOfAnInchIsNoTime() {
    #expect(parts("Will draw a line within a quarter inch of the edge.").timeframe == nil)
    #expect(parts("Will climb ten stairs by the three-year milestone.").timeframe == nil)
    #expect(parts("Will write a paragraph within a quarter.").timeframe == "within a quarter")
  }

  @Test func aBareVerbBehindAConditionInIngIsAnActAgain() {
    #expect(parts("Will calm down after losing a game and rejoin PE.").condition?.contains("rejoin") == false)
    #expect(parts("Will rest after running and jumping in PE.").condition == "after running and jumping in PE")
  }
}
