import Extraction
import IEPModel
import Seeds
import Testing

@testable import Parsing

/// Goal pages as atoms, without any layout: which paragraph is a goal, an objective, a value.
@Suite struct GoalPartsTests {
  let labels: GoalLabels

  init() throws {
    let vocabulary = try Vocabulary(seeds: .embedded)
    let values = ValueReaders(vocabulary: vocabulary, dates: DateReader(), doses: DoseGrammar(vocabulary: vocabulary))
    labels = GoalLabels(labels: try LabelVocabulary(seeds: .embedded).goal, values: values)
  }

  private func drafts(_ atoms: [GoalAtom]) -> [GoalDraft] { GoalSegmenter(labels: labels).drafts(of: atoms) }
  private func text(_ text: String) -> GoalAtom { GoalAtom(.text, text: text) }

  @Test func aQuestionAsksForTheBoxesBelow() {
    let found = drafts([
      GoalAtom(.heading, number: "1"), text("Jo will write three sentences in 4 of 5 samples."),
      GoalAtom(.objectivesHeading), text("Jo will write one sentence with a model."),
      text("How will progress toward this annual goal be measured? (check all that apply)"),
      GoalAtom(.ticks, text: "Work samples"),
    ])
    #expect(found.first?.method == "Work samples")
    #expect(found.first?.objectives.map(\.text) == ["Jo will write one sentence with a model."])
  }

  @Test func numberedGoalsAndTheirNumberedObjectivesAreToldApart() {
    let found = drafts([
      text("1. Jo will hang up a coat in 4 of 5 trials."), GoalAtom(.fact(.method), text: "Checklist"),
      GoalAtom(.objectivesHeading), text("1. Jo will hang up a coat with help."),
      text("2. Jo will hang up a coat with one prompt."), text("2. Jo will read aloud 90 words a minute."),
      GoalAtom(.fact(.method), text: "Probes"), GoalAtom(.objectivesHeading),
      text("1. Jo will read 70 words a minute."),
      text("3. Jo will join a game with peers in 4 of 5 recesses."), GoalAtom(.fact(.method), text: "Tally"),
    ])
    #expect(found.map(\.number) == ["1", "2", "3"])
    #expect(found.map(\.objectives.count) == [2, 1, 0])
  }

  @Test func whatStandsBeforeTheFirstGoalStandsBeforeEach() {
    let found = drafts([
      GoalAtom(.fact(.area), text: "Reading"), GoalAtom(.fact(.baseline), text: "60 words"),
      GoalAtom(.fact(.text), text: "Jo will read 90 words a minute."), GoalAtom(.fact(.area), text: "Writing"),
      GoalAtom(.fact(.baseline), text: "one sentence"), GoalAtom(.fact(.text), text: "Jo will write a paragraph."),
    ])
    #expect(found.map(\.area) == ["Reading", "Writing"])
    #expect(found.map(\.baseline) == ["60 words", "one sentence"])
  }

  @Test func aVagueGoalUnderItsNumberIsAGoal() {
    let found = drafts([GoalAtom(.heading, number: "4"), text("Improve mobility.")])
    #expect(found.map(\.text) == ["Improve mobility."])
  }
}
