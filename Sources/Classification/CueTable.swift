import IEPModel

/// A cue with its names looked up, as it is asked for at every hit of every goal. A reference, for it is handed about
/// far more often than it is made.
final class CompiledCue: Sendable {
  let criterion: CompiledCriterion
  let after: ConceptSet?
  let notAfter: ConceptSet?
  let with: [Int]
  let without: [Int]
  let slots: Set<Slot>
  let isStrong: Bool
  let isWeakened: Bool
  let yields: Bool
  let fallback: Bool
  let lastResort: Bool
  let measured: Bool
  let except: ConceptSet?
  let placed: Bool
  let acts: Bool

  init(_ cue: Criterion.Cue, of criterion: CompiledCriterion, in lexicon: Lexicon) {
    func numbers(_ names: [String]) -> [Int] { names.compactMap { lexicon[$0] } }
    self.criterion = criterion
    func set(_ names: [String]) -> ConceptSet? {
      names.isEmpty ? nil : ConceptSet(numbers(names), of: lexicon.concepts.count)
    }
    after = set(cue.after)
    notAfter = set(cue.notAfter)
    with = numbers(cue.with)
    without = numbers(cue.without)
    slots = Set(cue.in)
    isStrong = (cue.strength ?? criterion.strength) == .strong
    isWeakened = (cue.strength ?? criterion.strength) == .weak
    yields = cue.yields ?? false
    fallback = cue.fallback ?? false
    lastResort = cue.lastResort ?? false
    measured = cue.measured ?? false
    except = set(cue.except)
    placed = cue.placed ?? false
    acts = cue.acts ?? false
  }
}

/// What is asked of a criterion while cues are weighed.
final class CompiledCriterion: Sendable {
  let index: Int
  let polarity: CriterionResult.Polarity
  let strength: CriterionResult.Strength?
  let judges: [Criterion.Subject]
  let countsInCondition: Bool
  /// EM118: where it was practised is not where it counts.
  let isSetting: Bool
  /// EM103: a number measures schoolwork whatever the verb ("improve reading fluency to 90 words").
  let isCurriculum: Bool

  init(_ criterion: Criterion, at index: Int) {
    self.index = index
    polarity = criterion.polarity
    strength = criterion.strength
    judges = criterion.judges
    countsInCondition = criterion.countsInCondition == true
    isSetting = criterion.id == "EM118"
    isCurriculum = criterion.id == "EM103"
  }
}

/// All cues of a pack by the concept that makes them.
struct CueTable: Sendable {
  let criteria: [CompiledCriterion]
  private let cues: [[CompiledCue]]
  /// Cues that name what an act of school is, by concept, and the criteria that have some.
  private let naming: [[CompiledCue]]
  let named: Set<Int>
  /// Concepts of naming cues alone.
  let namedConcepts: Set<Int>
  /// Things that make a clinical cue, those that make only a loose one, and those of educational cues.
  let clinical: Set<Int>
  let loose: Set<Int>
  let educational: Set<Int>

  init(_ pack: CriteriaPack) {
    let lexicon = pack.lexicon
    var cues: [Int: [CompiledCue]] = [:]
    var clinical: Set<Int> = []
    var loose: Set<Int> = []
    var educational: Set<Int> = []
    criteria = pack.criteria.enumerated().map { CompiledCriterion($1, at: $0) }
    for (criterion, source) in zip(criteria, pack.criteria) {
      for cue in source.cues {
        let compiled = CompiledCue(cue, of: criterion, in: lexicon)
        for concept in cue.find.compactMap({ lexicon[$0] }) {
          cues[concept, default: []].append(compiled)
          // Words that yield to everything else say nothing of the parts of a goal.
          if criterion.polarity == .clinical, lexicon.kind(concept) == .thing {
            if compiled.lastResort { loose.insert(concept) } else { clinical.insert(concept) }
          }
          if criterion.polarity == .educational { educational.insert(concept) }
        }
      }
    }
    var naming: [Int: [CompiledCue]] = [:]
    for (criterion, source) in zip(criteria, pack.criteria) {
      for cue in source.naming {
        let compiled = CompiledCue(cue, of: criterion, in: lexicon)
        for concept in cue.find.compactMap({ lexicon[$0] }) { naming[concept, default: []].append(compiled) }
      }
    }
    self.naming = lexicon.concepts.indices.map { naming[$0] ?? [] }
    namedConcepts = Set(naming.keys).subtracting(cues.keys)
    named = Set(naming.values.joined().map(\.criterion.index))
    self.cues = lexicon.concepts.indices.map { cues[$0] ?? [] }
    self.clinical = clinical
    self.loose = loose.subtracting(clinical)
    self.educational = educational.subtracting(clinical)
  }

  subscript(concept: Int) -> [CompiledCue] { cues[concept] }

  func naming(_ concept: Int) -> [CompiledCue] { naming[concept] }
}
