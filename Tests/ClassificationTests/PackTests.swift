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

  @Test func everyExampleDoesWhatThePackSays() {
    #expect(PackReview(pack).failures() == [])
  }

  @Test func allCriteriaOfTheIndexAreThere() {
    #expect(pack.criteria.count == 39)
    #expect(pack.criteria.allSatisfy { !$0.definition.isEmpty && !$0.source.isEmpty && !$0.coaching.ask.isEmpty })
  }

  @Test func criteriaOfWordsAndOfServicesHaveSixExamplesOfEachKind() {
    for criterion in pack.criteria where !criterion.cues.isEmpty || criterion.judges.first == .service {
      #expect(criterion.fires.count >= 6 && criterion.silent.count >= 6, "\(criterion.id)")
    }
  }

  @Test func aPackMayNotNameConceptsThatDoNotExist() {
    let yaml = Self.own(find: "no-such-concept")
    #expect(throws: SeedError.self) { try CriteriaPack(adding: yaml, file: "own.yaml", seeds: .embedded) }
  }

  @Test func aPackOfOnesOwnIsAddedToTheBuiltInOne() throws {
    let own = try CriteriaPack(adding: Self.own(find: "peers"), file: "own.yaml", seeds: .embedded)
    #expect(own.criteria.count == pack.criteria.count + 1)
    #expect(own.hash != pack.hash)
    let text = "Will play with two peers at recess in 4 of 5 games."
    let fired = Classifier(pack: own).classify(Goal(id: "goal-1", text: text)).criteria.map(\.id)
    #expect(fired.contains("XX900"))
  }

  @Test func aFieldThatNoCriterionHasIsNamed() {
    let yaml = Self.own(find: "peers").replacing("definition:", with: "defintion:")
    #expect(PackReview.unknownFields(in: yaml) == ["XX900.defintion"])
  }

  @Test func anExampleMayBeAPlan() throws {
    let yaml = Self.own(find: "peers").replacing(
      "fires: []",
      with:
        "fires: [{services: [{service: physical-therapy, place: bus, goals: ['1']}], goals: [{number: '1', text: a}]}]")
    let own = try CriteriaPack(adding: yaml, file: "own.yaml", seeds: .embedded)
    let example = try #require(own.criteria.last?.fires.first)
    #expect(example.description == "physical-therapy, bus, goals 1 | goal 1: a")
    #expect(Classifier(pack: own).criteria(firingOn: example, as: .service) == ["EM401", "EM402"])
  }

  private static func own(find concept: String) -> String {
    """
    id: own
    version: "1"
    criteria:
      - id: XX900
        name: Peers are named
        judges: [goal]
        polarity: educational
        strength: weak
        definition: Another student is named.
        source: own practice
        cues:
          - find: [\(concept)]
        fires: []
        silent: []
        coaching: {say: a, ask: b, rewrite: c}
    """
  }
}
