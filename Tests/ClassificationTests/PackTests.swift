import Classification
import IEPModel
import Seeds
import Testing

/// The pack's own examples are its tests.
@Suite struct PackTests {
  let pack: CriteriaPack
  let classifier: Classifier

  init() throws {
    pack = try CriteriaPack.shipped(.embedded)
    classifier = Classifier(pack: pack)
  }

  private func fires(_ criterion: Criterion, _ text: String) -> Bool {
    classifier.classify(Goal(id: "goal-1", text: text)).criteria.contains { $0.id == criterion.id }
  }

  @Test func everyExampleThatShouldFireDoes() {
    for criterion in pack.criteria {
      for text in criterion.fires { #expect(fires(criterion, text), "\(criterion.id): \(text)") }
    }
  }

  @Test func noExampleThatShouldBeSilentFires() {
    for criterion in pack.criteria {
      for text in criterion.silent { #expect(!fires(criterion, text), "\(criterion.id): \(text)") }
    }
  }

  @Test(arguments: [
    ("Will increase active shoulder flexion to 120 degrees in 4 of 5 trials.", GoalClassification.Label.clinical),
    ("Given a grade-level passage, Lena will read aloud at 95 correct words per minute.", .educational),
    ("Will improve social skills.", .insufficient),
    ("Will improve core strength so that she can sit with her class at circle time in 4 of 5 days.", .mixed),
  ])
  func labelsFollowTheRule(text: String, label: GoalClassification.Label) {
    #expect(classifier.classify(Goal(id: "goal-1", text: text)).label == label)
  }

  @Test func evidenceQuotesTheGoal() {
    let text = "Will integrate the asymmetrical tonic neck reflex as shown in quadruped testing."
    for criterion in classifier.classify(Goal(id: "goal-1", text: text)).criteria {
      for evidence in criterion.evidence { #expect(text.contains(evidence.quote)) }
    }
  }
}
