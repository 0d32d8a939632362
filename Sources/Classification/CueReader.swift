import IEPModel

/// Finds the criteria of a pack in texts.
struct CueReader: Sendable {
  let lexicon: Lexicon
  let cues: CueTable
  private let slotReader: SlotReader
  private let behavior: BehaviorCheck
  private let companyWords: Company.Words
  let depictions: Int?
  /// "using a tripod grasp", "with an open thumb".
  let manners: Set<Int32>
  /// Functions of the body in which an act may be done.
  let patterns: ConceptSet
  private let places: Int?
  /// EM207, which is told by two places as well as by its cues.
  private let generalisation: Int?
  private let upkeep: ConceptSet
  /// Pictures of places, which are no places.
  let pictures: Int?
  let schoolPlaces: ConceptSet
  let joiners: Set<Int32>
  /// Before a place or a time ("at recess"), and before where one goes ("to recess").
  let placings: Set<Int32>
  let durings: Set<Int32>
  let ways: Set<Int32>
  /// Taking part and staying: the routine behind them is what is done.
  let routines: ConceptSet

  init(_ pack: CriteriaPack) {
    lexicon = pack.lexicon
    cues = CueTable(pack)
    slotReader = SlotReader(
      lexicon, clinical: cues.clinical, loose: cues.loose, educational: cues.educational, named: cues.namedConcepts)
    behavior = BehaviorCheck(lexicon)
    companyWords = Company.Words(lexicon)
    depictions = lexicon["depictions"]
    patterns = ConceptSet(
      ["grasp-patterns", "hand-components", "posture-balance", "joint-range", "gait-components"].compactMap {
        [lexicon] in lexicon[$0]
      }, of: lexicon.concepts.count)
    manners = Set(["using", "with"].map { [lexicon] in lexicon.vocabulary.look(up: Array($0.utf8)).stem })
    places = lexicon["session-prepositions"]
    upkeep = ConceptSet(["upkeep-verbs"].compactMap { [lexicon] in lexicon[$0] }, of: lexicon.concepts.count)
    pictures = lexicon["pictures-of-things"]
    generalisation = pack.criteria.firstIndex { $0.id == "EM207" }
    schoolPlaces = ConceptSet(
      ["school-places", "school-times", "school-routines", "lesson-names"].compactMap { [lexicon] in lexicon[$0] },
      of: lexicon.concepts.count)
    joiners = Set(["and", "or"].map { [lexicon] in lexicon.vocabulary.look(up: Array($0.utf8)).stem })
    placings = pack.lexicon.codes(of: "placing-words")
    durings = pack.lexicon.codes(of: "during-words")
    ways = pack.lexicon.codes(of: "way-words")
    routines = ConceptSet(
      ["routine-verbs"].compactMap { [lexicon] in lexicon[$0] }, of: lexicon.concepts.count)
  }

  func matchCount(in text: String) -> Int { slotReader.matchCount(in: text) }

  func slots(of text: String) -> GoalText { slotReader.read(text) }

  /// - Parameter subject: what the text is. In a service line or a present level there are no parts: every word counts.
  /// - Parameter isMeasured: the form says how well in a field of its own.
  func read(
    _ text: String, field: String, subject: Criterion.Subject = .goal, isMeasured: Bool = false
  ) -> GoalReading {
    var reading = GoalReading(text: slotReader.read(text))
    behavior.measure(&reading)
    reading.isMeasured = reading.isMeasured || isMeasured
    if subject != .goal {
      (reading.isObservable, reading.hasNumber, reading.isWish, reading.onlyStops) = (true, true, false, false)
    }
    let company = Company(reading.text, companyWords, subject: subject, of: lexicon.concepts.count)
    var candidates: [Candidate] = []
    let showsThings = subject == .goal && reading.text.matches.contains { $0.concept == depictions }
    let scalars = Array(text.unicodeScalars)
    // A stray word of the body says nothing where nothing is done ("work on weak areas").
    let isDone =
      (reading.isObservable || reading.isKept || reading.text.acts.isEmpty) && !reading.onlyStops && !reading.isWish
    let isCounted = reading.isMeasured || reading.hasNumber && reading.isConcrete
    for found in reading.text.matches {
      let list = cues[found.concept]
      guard !list.isEmpty else { continue }
      var match = found
      if subject != .goal {
        match.slot = .target
        match.isAct = true
      }
      let isVerb = lexicon.kind(match.concept) == .verb
      if isVerb, match.slot != .purpose, !match.isAct || match.slot != .target { continue }
      for cue in list {
        let criterion = cue.criterion
        var match = match
        // "(movement break, deep pressure)": an example of what is done, and not what is measured.
        if criterion.polarity == .clinical, subject == .goal, match.slot == .target,
          reading.text.tokens[match.first].marks.contains(.aside)
        {
          match.slot = .means
        }
        guard criterion.judges.contains(subject), let strong = strength(of: match, cue) else { continue }
        guard !cue.measured || isCounted && !reading.isWish || subject != .goal else { continue }
        if criterion.polarity == .clinical, cue.lastResort, subject == .goal, !isDone { continue }
        if let except = cue.except, isCut(match, by: except, reading.text) { continue }
        guard cue.with.isEmpty || cue.with.contains(where: company.all.contains) else { continue }
        // An aim is of school by its act, or by a place or a routine.
        if match.slot == .purpose, cue.fallback, cue.after == nil, !isVerb { continue }
        if let verbs = cue.after {
          let isGoverned =
            match.slot == .purpose
            ? isAim(match, verbs, reading.text)
            : governs(match, verbs, reading.text, itself: criterion.polarity != .clinical)
          guard isGoverned else { continue }
        }
        let isTalkedAbout =
          cue.notAfter.map {
            governor(of: match, in: reading.text, isOf: $0) && !isManner(match, reading.text)
              || showsThings && criterion.polarity == .clinical && isDepicted(match, reading.text)
          } ?? false
        let isKeptSilent =
          !cue.without.isEmpty
          && (criterion.polarity == .clinical
            ? company.stands(cue.without, beside: match.first) && !(subject == .goal && company.areApart(cue.without))
              && !(!cue.yields && company.areGiven(cue.without) && isKeptUp(match, in: reading.text))
            : match.slot == .purpose
              ? company.aims(at: cue.without) : company.goesOn(cue.without, at: match.first))
        guard !isKeptSilent, !isTalkedAbout else {
          reading.guardFired = reading.guardFired || criterion.polarity == .clinical
          continue
        }
        if criterion.polarity == .clinical, cue.isWeakened, company.isDenied(match) {
          reading.negated = true
          continue
        }
        if criterion.polarity == .clinical, subject == .goal,
          company.isLeftOpen(match) || isInCompound(match, reading.text)
        {
          continue
        }
        // "... rather than playing at recess".
        if criterion.polarity == .educational, cue.isWeakened, subject == .goal, company.isDenied(match) { continue }
        if criterion.polarity == .exempt, company.isDenied(match) { continue }
        if criterion.polarity == .educational, match.slot == .target || strong,
          !isSeen(
            reading, isNamed: !strong || !cue.lastResort && (!cue.fallback || criterion.isCurriculum),
            isKnown: !strong || !cue.lastResort,
            isCurriculum: criterion.isCurriculum && !cue.lastResort)
        {
          continue
        }
        let range = reading.text.range(match.first, match.last)
        let evidence = Evidence(
          field: field, quote: String(scalars: scalars[range]), start: range.lowerBound, end: range.upperBound)
        candidates.append(
          Candidate(
            fired: Fired(
              criterion: criterion.index, isStrong: strong, slot: match.slot, evidence: evidence,
              isLoose: cue.lastResort || cue.fallback || cue.yields,
              isPlaced: criterion.polarity == .educational && !strong && match.slot == .condition
                && placing(of: match, reading.text) != nil),
            cue: cue, isAct: isVerb && match.slot == .target,
            isPlace: match.slot == .condition && follows(places, match, reading.text),
            clause: reading.text.clause(of: match.first)))
      }
    }
    settle(candidates, &reading)
    if subject == .goal { name(&reading, company, field: field, of: scalars) }
    if let generalisation, subject == .goal, let words = severalPlaces(in: reading.text) {
      let range = reading.text.range(words.lowerBound, words.upperBound)
      let evidence = Evidence(
        field: field, quote: String(scalars: scalars[range]), start: range.lowerBound, end: range.upperBound)
      reading.fired.append(
        Fired(criterion: generalisation, isStrong: false, slot: .condition, evidence: evidence, isLoose: true))
    }
    reading.guardFired =
      reading.guardFired
      || reading.text.silenced.contains { match in
        cues[match.concept].contains { $0.criterion.polarity == .clinical }
      }
    return reading
  }

  /// Something is done, or there is a number: a fragment with neither "will" nor a number says what is wished for.
  /// A measure alone helps where a thing of school is measured, not where only a place of school is named.
  private func isSeen(_ reading: GoalReading, isNamed: Bool, isKnown: Bool, isCurriculum: Bool) -> Bool {
    if reading.onlyStops || reading.isWish { return false }
    // "Learn one letter a week", "improve the legibility of handwriting to do written work": schoolwork that is to be better
    // is told by its number or by what it is for.
    if isCurriculum, reading.hasNumber || hasSchoolAim(reading) { return true }
    if reading.isMeasured, isNamed || reading.isObservable { return true }
    // "Will navigate the school stairs": the act is wide, but what it is done with is named.
    // "Will increase his ability to navigate" only wishes for it.
    let isActedOutright = reading.isActed && reading.text.head.map(reading.text.acts.contains) ?? false
    if isKnown, isActedOutright, reading.text.modals > 0 { return true }
    return reading.isObservable && (isNamed || reading.isConcrete || reading.hasNumber)
      && (reading.text.modals > 0 || reading.hasNumber)
  }

  /// "Maintains hip alignment during science": the lesson is when, for what is kept up is no topic of it.
  private func isKeptUp(_ match: GoalText.Match, in text: GoalText) -> Bool {
    match.slot == .target && governor(of: match, in: text, isOf: upkeep)
  }

  /// "... to complete written assignments": something of school stands in what the act is for.
  private func hasSchoolAim(_ reading: GoalReading) -> Bool {
    reading.text.matches.contains { match in
      match.slot == .purpose && cues[match.concept].contains { $0.criterion.polarity == .educational }
    }
  }
}
