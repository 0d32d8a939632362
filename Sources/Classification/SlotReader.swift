import Seeds

/// Splits a goal into its parts before any criterion is looked for: what is measured wins.
///
/// A goal is read from left to right. Before "will" each piece between commas is told by its first words; after it,
/// the target runs until a word that opens another part.
struct SlotReader: Sendable {
  let lexicon: Lexicon
  /// Which part a grammatical mark opens.
  let opens: [Opening?]
  let clinical: ConceptSet
  /// Clinical words that yield to everything else: they tell nothing of the parts of a goal.
  let loose: ConceptSet
  let educational: ConceptSet
  /// What only names an act of school.
  let named: ConceptSet
  /// Both models together.
  let judged: ConceptSet
  let routines: ConceptSet
  let times: Int?
  /// "A quarter inch": what is named by a word of time and is none.
  let untimed: Int?
  let lessons: Int?
  let settings: Int?
  /// What an adult does to bring the act about.
  let treatments: Set<Int>
  let techniques: Set<Int>
  /// What can be measured by itself: body functions, tests, schoolwork.
  let measurable: Set<Int>
  /// What is written, read and handed in.
  let works: Set<Int>
  /// What students do, named as a thing ("on-task behavior", "turn taking").
  let doings: Set<Int>
  /// Functions of the body, which units of force and angle measure.
  let functions: Set<Int>
  /// Parts and postures of the body.
  let bodies: Set<Int>
  let verbsOfMonths: Set<Int32>
  /// Of what a sentence tells the result, and what is done with it.
  let reportSubjects: Set<Int>
  let reportActs: Int?
  let testScores: Set<Int>
  let by: Int32
  let without: Int32
  /// "for ten seconds".
  let duration: Int32
  let be: Int32
  let not: Int32
  let need: Int32
  /// Before a clause inside another: "where he will sit", "as she likes".
  let subordinators: Set<Int32>
  /// What stands behind these is over before the act.
  let afterwards: Set<Int32>
  /// "has had", "have been": what was done before.
  let perfects: Set<Int32>
  /// Class and therapy in one breath.
  let bothSettings: Int?
  let scores: Int?
  /// Getting more or less of something.
  let changing: Int?
  /// "by teacher tally", "per OT data": what may stand before a recorder, and what recorders are.
  let recorderMarks: Set<Int32>
  /// What opens a condition and takes a thing and no sentence: "during fire drills | Mateo comes down ...".
  let phrasal: Set<Int32>
  let records: Set<Int>
  let adults: Int?
  /// Going to a place and needing a thing.
  let goings: Int?
  /// Verbs of schoolwork.
  let lessonActs: Int?

  static let marks: [(String, Opening)] = [
    ("modals", .modal), ("purpose-marks", .purpose), ("infinitive-mark", .infinitive), ("method-marks", .method),
    ("means-marks", .means), ("technique-marks", .technique), ("condition-marks", .condition),
    ("timeframe-marks", .timeframe), ("criterion-marks", .criterion), ("span-marks", .span),
    ("transparent-verbs", .transparent), ("ability-marks", .ability), ("measure-units", .unit),
    ("quantifiers", .quantifier), ("company-marks", .company), ("change-verbs", .change), ("vague-verbs", .change),
    ("coordinators", .coordinator), ("act-openers", .actOpener), ("verb-particles", .particle),
    ("place-prepositions", .place), ("keeping-verbs", .keeping), ("use-verbs", .use), ("aim-marks", .aim),
    ("learner-words", .learner), ("able-modals", .able), ("lead-participles", .lead), ("ratio-marks", .ratio),
    ("aside-marks", .aside), ("rise-verbs", .rise), ("body-units", .bodyUnit), ("asking-words", .asking),
    ("content-openers", .content),
    ("recording-acts", .recording), ("names-of-acts", .named), ("amounts", .amount),
    ("pretence-marks", .pretence), ("replacement-words", .replacement), ("reason-marks", .reason),
    ("into-marks", .intoMark),
  ]

  /// - Parameter clinical: concepts whose presence turns "using ..." and "after ..." into the adult's means.
  /// - Parameter educational: concepts of educational cues; one does not silence another.
  /// - Parameter named: concepts that only name an act of school.
  init(_ lexicon: Lexicon, clinical: Set<Int>, loose: Set<Int>, educational: Set<Int>, named: Set<Int>) {
    self.lexicon = lexicon
    let count = lexicon.concepts.count
    self.clinical = ConceptSet(clinical, of: count)
    self.loose = ConceptSet(loose, of: count)
    self.named = ConceptSet(named, of: count)
    judged = ConceptSet(clinical.union(educational), of: count)
    self.educational = ConceptSet(educational, of: count)
    var opens: [Opening?] = Array(repeating: nil, count: count)
    for (name, opening) in Self.marks { if let concept = lexicon[name] { opens[concept] = opening } }
    self.opens = opens
    treatments = Set(["exercises", "therapy-programs", "sensory-treatments"].compactMap { lexicon[$0] })
    techniques = treatments.union([lexicon["exercise-equipment"]].compactMap { $0 })
    settings = lexicon["therapy-places"]
    changing = lexicon["change-verbs"]
    bothSettings = lexicon["both-settings"]
    scores = lexicon["test-scores"]
    let work = ["reading-content", "writing-content", "math-content", "subject-content", "school-products"]
    works = Set(["school-products", "writing-content"].compactMap { lexicon[$0] })
    measurable = clinical.union(work.compactMap { lexicon[$0] }).subtracting([settings].compactMap { $0 })
    doings = Set(
      [
        "regulation-acts", "staying-acts", "play-social-acts", "self-care-acts", "communication-acts",
        "self-advocacy-acts",
        "generalised-speech", "intelligibility-words",
      ].compactMap { lexicon[$0] })
    verbsOfMonths = Set(["may", "march"].map { lexicon.vocabulary.look(up: Array($0.utf8)).stem })
    reportSubjects = Set(["report-subjects", "clinical-tests", "test-scores"].compactMap { lexicon[$0] })
    reportActs = lexicon["report-acts"]
    testScores = Set(["clinical-tests", "test-scores"].compactMap { lexicon[$0] })
    not = lexicon.vocabulary.look(up: Array("not".utf8)).stem
    subordinators = Set(
      ["that", "where", "what", "when", "how", "who", "which", "whether", "if", "as", "whom", "why"].map {
        lexicon.vocabulary.look(up: Array($0.utf8)).stem
      }
    ).subtracting([Vocabulary.unknown])
    afterwards = Set(["after", "following"].map { lexicon.vocabulary.look(up: Array($0.utf8)).stem })
    perfects = Set(["has", "have", "had"].map { lexicon.vocabulary.look(up: Array($0.utf8)).stem })
      .subtracting([Vocabulary.unknown])
    need = lexicon.vocabulary.look(up: Array("need".utf8)).stem
    be = lexicon.vocabulary.look(up: Array("be".utf8)).stem
    duration = lexicon.vocabulary.look(up: Array("for".utf8)).stem
    without = lexicon.vocabulary.look(up: Array("without".utf8)).stem
    recorderMarks = Set(["by", "per"].map { lexicon.vocabulary.look(up: Array($0.utf8)).stem })
    phrasal = Set(["during", "given", "throughout"].map { lexicon.vocabulary.look(up: Array($0.utf8)).stem })
    adults = lexicon["adult-subjects"]
    goings = lexicon["going-acts"]
    lessonActs = lexicon["academic-verbs"]
    records = Set(["record-words", "adult-subjects"].compactMap { lexicon[$0] })
    by = lexicon.vocabulary.look(up: Array("by".utf8)).stem
    functions = Set(
      [
        "joint-range", "muscle-function", "posture-balance", "grasp-patterns", "hand-components", "ocular-motor",
        "oral-motor", "gait-components", "loose-body-words",
      ].compactMap { lexicon[$0] })
    bodies = Set(["body-parts", "joint-range", "grasp-patterns", "hand-components"].compactMap { lexicon[$0] })
    times = lexicon["time-words"]
    untimed = lexicon["no-times"]
    lessons = lexicon["lesson-names"]
    routines = ConceptSet(
      Set(
        ["school-routines", "school-places", "school-times", "lesson-names", "practical-lessons"].compactMap {
          lexicon[$0]
        }), of: count)
  }

  /// The text in parts, with the concepts found in it.
  func read(_ text: String) -> GoalText {
    let tokens = Tokens(text) { [vocabulary = lexicon.vocabulary] in vocabulary.look(up: $0) }.all
    let hits = lexicon.trie.hits(in: tokens)
    var reading = Reading(tokens: tokens, hits: hits)
    mark(&reading)
    findHead(&reading)
    readLead(&reading)
    readTail(&reading)
    readMeasures(&reading)
    readScores(&reading)
    return finish(reading)
  }

  func matchCount(in text: String) -> Int {
    let tokens = Tokens(text) { [vocabulary = lexicon.vocabulary] in vocabulary.look(up: $0) }.all
    return lexicon.trie.hits(in: tokens).count
  }

  func mark(_ reading: inout Reading) {
    for hit in reading.hits {
      if let opening = opens[hit.concept], opening != .method || !isVerbBeforeBy(reading, hit) {
        reading.openings.insert(opening, hit.first, hit.last)
      }
      switch lexicon.kind(hit.concept) {
      case .verb where isNameOfAct(reading.tokens[hit.first], hit): break
      case .verb: reading.verbs[hit.first] = max(reading.verbs[hit.first] ?? hit.last, hit.last)
      case .thing:
        for index in hit.first...hit.last {
          if hit.concept == times, !isVerbOfMonth(reading.tokens[index]) { reading.isTime[index] = true }
          if clinical.contains(hit.concept) { reading.isClinical[index] = true }
          if routines.contains(hit.concept) { reading.isRoutine[index] = true }
          if hit.concept == settings { reading.isSetting[index] = true }
        }
      case .mark, .sense: break
      }
    }
    for hit in reading.hits where hit.concept == untimed {
      for index in hit.first...hit.last { reading.isTime[index] = false }
    }
  }

  /// "improves her attention and participation": a stem that is a verb's, in a form that is none.
  private func isNameOfAct(_ token: Tokens.Token, _ hit: PhraseTrie.Hit) -> Bool {
    hit.first == hit.last && token.marks.contains(.nominal) && !lexicon.verbForms.contains(token.plain)
  }

  /// "raise the score by 8 points" measures nothing "by points", as "scored by a rubric" does.
  private func isVerbBeforeBy(_ reading: Reading, _ hit: PhraseTrie.Hit) -> Bool {
    hit.last == hit.first + 1 && !reading.tokens[hit.first].marks.contains(.participle)
      && reading.tokens[hit.last].code == by
  }

  /// "so that he may walk", "march to the beat": no months.
  private func isVerbOfMonth(_ token: Tokens.Token) -> Bool {
    !token.marks.contains(.capital) && verbsOfMonths.contains(token.code)
  }

  /// "Keeps her desk in order": the present tense states an act as "will" does.
  private func isStatement(_ reading: Reading) -> Bool {
    guard let head = reading.head, reading.hasVerb else { return false }
    // "Write the letters of her first name": a list of goals drops the learner with the "will".
    return reading.tokens[head].marks.contains(.finalS)
      || head == reading.start && !reading.tokens[head].marks.contains(.finalIng)
      || head == reading.start + 1 && reading.starts(.infinitive, reading.start)
  }

  /// Concepts with their parts; a longer phrase silences what stands inside it.
  func finish(_ reading: Reading) -> GoalText {
    var matches: [GoalText.Match] = []
    var silenced: [GoalText.Match] = []
    /// A phrase of another sense, or a longer phrase of another model, takes the words inside it.
    func swallows(_ other: PhraseTrie.Hit, _ hit: PhraseTrie.Hit) -> Bool {
      guard other.first <= hit.first, other.last >= hit.last else { return false }
      let (kind, otherKind) = (lexicon.kind(hit.concept), lexicon.kind(other.concept))
      guard kind != .sense || otherKind == .sense else { return false }
      let isLonger = other.last - other.first > hit.last - hit.first
      // "in home economics" is no home, and a lesson all the same.
      if otherKind == .sense, !isLonger, educational.contains(hit.concept) { return false }
      if otherKind == .sense, kind != .sense {
        return switch lexicon.concepts[other.concept].silences {
        case .clinical: clinical.contains(hit.concept) || loose.contains(hit.concept)
        case .educational: educational.contains(hit.concept) || named.contains(hit.concept)
        case nil: true
        }
      }
      // "brain gym" is no gym.
      if named.contains(hit.concept) { return isLonger && clinical.contains(other.concept) }
      guard isLonger, judged.contains(other.concept), judged.contains(hit.concept),
        (kind == .verb) == (otherKind == .verb)
      else { return false }
      return !(educational.contains(hit.concept) && educational.contains(other.concept))
    }
    let things = reading.hits.filter { lexicon.kind($0.concept) != .mark }
    // They come by their first word: what begins further back than the longest phrase is done with.
    let longest = things.map { $0.last - $0.first }.max() ?? 0
    var open = things[...]
    for hit in things {
      open = open.drop { $0.first < hit.first - longest }
      let match = GoalText.Match(
        concept: hit.concept, first: hit.first, last: hit.last, slot: reading.slots[hit.first],
        isAct: reading.acts.contains(hit.first))
      let swallower = open.lazy.prefix { $0.first <= hit.first }.first { swallows($0, hit) }
      if let swallower {
        if lexicon.kind(swallower.concept) == .sense, clinical.contains(hit.concept) { silenced.append(match) }
      } else {
        matches.append(match)
      }
    }
    return GoalText(
      tokens: reading.tokens, slots: reading.slots, matches: matches, silenced: silenced, head: reading.head,
      acts: reading.acts, modals: reading.saysWill ? reading.modals : isStatement(reading) ? 1 : 0,
      clauses: reading.clauses, reasons: reading.reasons, statesDeed: reading.statesDeed)
  }
}
