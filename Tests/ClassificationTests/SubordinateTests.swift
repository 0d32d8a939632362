@testable import Classification
import IEPModel
import Seeds
import Testing

/// Clauses inside a goal that are not its act: what is granted, what is over and what is told in passing.
@Suite struct SubordinateTests {
  let classifier: Classifier

  init() throws { classifier = Classifier(pack: try CriteriaPack.shipped(.embedded)) }

  private func parts(_ text: String) -> GoalComponents { classifier.components(of: Goal(id: "goal-1", text: text)) }

  private func label(_ text: String) -> GoalClassification.Label? {
    classifier.byCriteria(Goal(id: "goal-1", text: text)).label
  }

  @Test func whatIsToldInAnotherClauseIsNoAct() {
    let parts = parts("Tells the lab teacher where he will sit, 4 tests of 5.")
    #expect(parts.behavior?.hasPrefix("Tells the lab teacher") == true)
  }

  @Test(arguments: [
    "Fresh from a turn in the hammock, he goes to the number corner, 4 of 5 mornings.",
    "With earmuffs on or off, as she likes, Vega goes to the number corner, 4 of 5 mornings.",
    "When bumped in the lunch line he goes to the number corner, 4 of 5 mornings.",
  ])
  func theActFollowsTheLearner(text: String) {
    #expect(parts(text).behavior?.hasPrefix("goes to the number corner") == true)
  }

  @Test(arguments: [
    "Once her hands have had a squeeze of the stress ball, Pilar will label ten parts on the map handout, 4 of 5.",
    "Will round numbers to the nearest ten after stretching with the physical therapist in 4 of 5 lessons.",
    "Though articulation drills are done on Tuesdays, Ada will read 20 sight words in 4 of 5 lessons.",
  ])
  func whatIsOverOrGrantedIsOnlyTheMeans(text: String) {
    #expect(label(text) == .educational)
  }

  @Test func actsThatAreJoinedShareThePlaceBehindThem() {
    #expect(label("Will climb the ladder and go down the slide at recess with peers on 4 of 5 days.") == .educational)
  }

  @Test func aScoreBeforeTheActIsAskedForToo() {
    #expect(
      label("Working memory index to the 25th percentile, and homework written in the agenda 4 of 5 days.") == .mixed)
  }

  @Test func whatIsDoneForSomeSecondsHasAnAim() {
    let parts = parts("Will stand on one foot for ten seconds to climb the bus steps.")
    #expect(parts.purpose == "to climb the bus steps")
  }

  @Test func aPencilGripIsAToolAndATripodGripAFunction() {
    #expect(label("Will write a topic sentence using a pencil grip in 4 of 5 lessons.") == .educational)
    #expect(label("Will write a topic sentence using a tripod grip in 4 of 5 lessons.") == .mixed)
  }
}
