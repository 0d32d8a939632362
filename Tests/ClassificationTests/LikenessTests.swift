import IEPModel
import Seeds
import Testing

@testable import Classification

/// What goals that are worded alike decide, and what they leave to the criteria.
@Suite struct LikenessTests {
  private let classifier: Classifier
  private let likeness: Likeness

  init() throws {
    classifier = Classifier(pack: try CriteriaPack.shipped(.embedded))
    likeness = try Likeness(.embedded)
  }

  @Test(arguments: [
    ("Jo's goal: she'll read 12.5 words, 3x!", ["jo", "goal", "they", "ll", "read", "0", "0", "words", "0", "x"]),
    ("By 05/12/2026, his peers’ notes", ["by", "0", "0", "0", "their", "peers", "notes"]),
  ])
  func wordsAreCutAsTheyWereLearned(text: String, words: [String]) { #expect(Likeness.words(of: text) == words) }

  @Test func aLabelInDoubtIsDecidedAndSaysSo() {
    let goal = Goal(
      id: "goal-1", text: "Will put pressure through flat hands on the mat for one minute in 4 of 5 trials.")
    #expect(classifier.byCriteria(goal).label == .insufficient)
    let result = classifier.classify(goal)
    #expect(result.label == .clinical)
    #expect(result.modifiers.contains("by-likeness"))
    #expect(result.confidence == .low)
    #expect(result.needsReview == true)
  }

  @Test(arguments: [
    "During writing workshop, Ana will write a paragraph of five sentences with correct spacing in 4 of 5 samples.",
    "Given clay, Ana will increase her grip strength to 12 pounds on a dynamometer and write her name on her worksheet.",
  ])
  func whatTheCriteriaAreSureOfStands(text: String) {
    let goal = Goal(id: "goal-1", text: text)
    #expect(classifier.classify(goal) == classifier.byCriteria(goal))
  }

  /// Goals about acts that are clinical wherever they are done lean that way; C.3 asks where they are.
  @Test(arguments: [
    "In study hall, Bo will link up numbered dots into a picture without skipping any, nine sheets in ten.",
    "Sitting on the carpet at story hour, Bo will hold his back straight with no wall behind him for six minutes.",
  ])
  func whatIsPlainlyMeasuredAtSchoolStaysMixed(text: String) {
    #expect(likeness.label(of: text, against: true) == .clinical)
    #expect(classifier.classify(Goal(id: "goal-1", text: text)).label == .mixed)
  }

  @Test func wordsThatNobodyKnowsTellNothing() {
    #expect(likeness.label(of: "Plork frindle quazzle blonter grumish snerdle.", against: false) == nil)
  }
}
