import IEPModel

/// A criterion that fired on a text, with the words that made it fire.
struct Fired {
  var criterion: Int
  /// Counts in full: a strong criterion in what is measured.
  var isStrong: Bool
  var slot: Slot
  var evidence: Evidence
  /// The words are used by both models, or count only where nothing surer does.
  var isLoose = false
}

/// What the cues of a pack find in one text.
struct GoalReading {
  var text: GoalText
  var fired: [Fired] = []
  /// A clinical word was read in another sense, or a cue was kept silent by its company.
  var guardFired = false
  /// "not in the therapy room", "without a therapist".
  var negated = false
  /// Something is done that can be seen, not only improved, known or maintained.
  var isObservable = false
  /// The act is not one of the widest ("uses", "follows").
  var isConcrete = false
  /// A number with a unit stands in the goal.
  var isMeasured = false
  var hasNumber = false
  /// Wide acts in a manner that cannot be counted.
  var isWish = false
  /// Only the absence of a behaviour is asked for.
  var onlyStops = false
  var contentWords = 0
}

/// Finds the criteria of a pack in texts.
struct CueReader: Sendable {
  private struct CompiledCue: Sendable {
    var criterion: Int
    var after: Set<Int>
    var notAfter: Set<Int>
    var with: [Int]
    var without: [Int]
    var slots: Set<Slot>
    var strength: CriterionResult.Strength?
    var yields: Bool
    var fallback: Bool
    var lastResort: Bool
    var measured: Bool
  }

  /// How far behind its verb a manner may stand.
  private static let wordsToManner = 5

  private let criteria: [Criterion]
  private let lexicon: Lexicon
  private let slotReader: SlotReader
  /// Cues by the concept that makes them.
  private let cues: [[CompiledCue]]
  private let vagueVerbs: Set<Int>
  private let softVerbs: Int?
  private let functionWords: Set<Int32>
  private let negations: Int?
  private let absence: Int?
  private let units: Int?
  private let adults: Int?
  private let adultSubjects: Int?
  private let denials: Int?
  private let or: Int32
  private let places: Int?

  init(_ pack: CriteriaPack) {
    criteria = pack.criteria
    let lexicon = pack.lexicon
    self.lexicon = lexicon
    func numbers(_ names: [String]) -> Set<Int> { Set(names.compactMap { lexicon[$0] }) }
    var cues: [Int: [CompiledCue]] = [:]
    var clinical: Set<Int> = []
    var loose: Set<Int> = []
    var educational: Set<Int> = []
    for (index, criterion) in pack.criteria.enumerated() {
      for cue in criterion.cues {
        let compiled = CompiledCue(
          criterion: index, after: numbers(cue.after), notAfter: numbers(cue.notAfter), with: Array(numbers(cue.with)),
          without: Array(numbers(cue.without)),
          slots: Set(cue.in), strength: cue.strength ?? criterion.strength, yields: cue.yields ?? false,
          fallback: cue.fallback ?? false, lastResort: cue.lastResort ?? false,
          measured: cue.measured ?? false)
        for name in cue.find {
          guard let concept = lexicon[name] else { continue }
          cues[concept, default: []].append(compiled)
          // Words that yield to everything else say nothing of the parts of a goal.
          if criterion.polarity == .clinical, lexicon.kind(concept) == .thing {
            if cue.lastResort == true { loose.insert(concept) } else { clinical.insert(concept) }
          }
          if criterion.polarity == .educational { educational.insert(concept) }
        }
      }
    }
    self.cues = lexicon.concepts.indices.map { cues[$0] ?? [] }
    slotReader = SlotReader(
      lexicon, clinical: clinical, loose: loose.subtracting(clinical),
      educational: educational.subtracting(clinical))
    softVerbs = lexicon["soft-verbs"]
    vagueVerbs = numbers(["change-verbs", "vague-verbs"])
    absence = lexicon["absence-words"]
    negations = lexicon["negations"]
    units = lexicon["measure-units"]
    adults = lexicon["discipline-subjects"]
    adultSubjects = lexicon["adult-subjects"]
    denials = lexicon["denials"]
    or = lexicon.vocabulary.look(up: Array("or".utf8)).stem
    places = lexicon["session-prepositions"]
    functionWords = Set(
      (lexicon["function-words"].map { lexicon.concepts[$0].words } ?? []).map {
        lexicon.vocabulary.intern(Array($0.utf8)).stem
      }
        + (lexicon["determiners"].map { lexicon.concepts[$0].words } ?? []).map {
          lexicon.vocabulary.intern(Array($0.utf8)).stem
        })
  }

  func matchCount(in text: String) -> Int { slotReader.matchCount(in: text) }

  func slots(of text: String) -> GoalText { slotReader.read(text) }

  /// - Parameter subject: what the text is. In a service line or a present level there are no parts: every word counts.
  /// - Parameter isMeasured: the form says how well in a field of its own.
  func read(
    _ text: String, field: String, subject: Criterion.Subject = .goal, isMeasured: Bool = false
  ) -> GoalReading {
    var reading = GoalReading(text: slotReader.read(text))
    measure(&reading)
    reading.isMeasured = reading.isMeasured || isMeasured
    if subject != .goal {
      (reading.isObservable, reading.hasNumber, reading.isWish, reading.onlyStops) = (true, true, false, false)
    }
    let silentParts: Set<Slot> = subject == .goal ? [.method, .purpose, .means] : []
    // Few texts deny anything.
    let denials = reading.text.matches.filter { $0.concept == negations }
    func isNegated(_ match: GoalText.Match) -> Bool { denials.contains { denies($0, match, reading.text) } }
    let count = lexicon.concepts.count
    let present = ConceptSet(
      reading.text.matches.filter { !silentParts.contains($0.slot) && !isNegated($0) }.map(\.concept),
      of: count)
    // What keeps a cue silent stands before the acts or in the cue's own clause: a peer in the other act is no guard.
    var clausePresent: [Int: ConceptSet] = [:]
    func beside(_ word: Int) -> ConceptSet {
      guard subject == .goal, !reading.text.clauses.isEmpty else { return present }
      let clause = reading.text.clause(of: word)
      if let known = clausePresent[clause] { return known }
      let head = reading.text.head ?? 0
      let near = ConceptSet(
        reading.text.matches.filter {
          ($0.first < head || reading.text.clause(of: $0.first) == clause) && present.contains($0.concept)
            && !silentParts.contains($0.slot) && !isNegated($0)
        }.map(\.concept), of: count)
      clausePresent[clause] = near
      return near
    }
    var candidates: [Candidate] = []
    let scalars = Array(text.unicodeScalars)
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
        let criterion = criteria[cue.criterion]
        guard criterion.judges.contains(subject) else { continue }
        guard let strong = strength(of: match, cue, criterion) else { continue }
        guard !cue.measured || isCounted && !reading.isWish || subject != .goal else { continue }
        if criterion.polarity == .clinical, cue.lastResort, reading.onlyStops || reading.isWish { continue }
        guard cue.with.isEmpty || cue.with.contains(where: present.contains) else { continue }
        guard
          cue.after.isEmpty || match.slot == .purpose
            || governs(match, cue.after, reading.text, itself: criterion.polarity != .clinical)
        else { continue }
        let isTalkedAbout = !cue.notAfter.isEmpty && governor(of: match, in: reading.text, isOf: cue.notAfter)
        let company = criterion.polarity == .clinical ? beside(match.first) : present
        guard !cue.without.contains(where: company.contains), !isTalkedAbout else {
          reading.guardFired = reading.guardFired || criterion.polarity == .clinical
          continue
        }
        if criterion.polarity == .clinical, cue.strength == .weak, isNegated(match) {
          reading.negated = true
          continue
        }
        if criterion.polarity == .exempt, isNegated(match) { continue }
        if criterion.polarity == .educational, match.slot == .target || strong,
          !isSeen(reading, isNamed: !strong || !cue.fallback && !cue.lastResort)
        {
          continue
        }
        let range = reading.text.range(match.first, match.last)
        let evidence = Evidence(
          field: field, quote: String(scalars: scalars[range]), start: range.lowerBound, end: range.upperBound)
        let fired = Fired(
          criterion: cue.criterion, isStrong: strong, slot: match.slot, evidence: evidence,
          isLoose: cue.lastResort || cue.fallback || cue.yields)
        candidates.append(
          Candidate(
            fired: fired, yields: cue.yields, fallback: cue.fallback, lastResort: cue.lastResort,
            isPlace: match.slot == .condition && follows(places, match, reading.text),
            clause: reading.text.clause(of: match.first)))
      }
    }
    settle(candidates, &reading)
    reading.guardFired =
      reading.guardFired
      || reading.text.silenced.contains { match in
        cues[match.concept].contains { criteria[$0.criterion].polarity == .clinical }
      }
    return reading
  }

  private struct Candidate {
    var fired: Fired
    var yields: Bool
    var fallback: Bool
    var lastResort: Bool
    /// "In discrete trials": the condition is where performance counts, not what is given.
    var isPlace: Bool
    var clause: Int
  }

  /// Words that both models use yield to what is clearly clinical in the same clause; a clinical word in a condition
  /// is what is done only where nothing educational is.
  private func settle(_ candidates: [Candidate], _ reading: inout GoalReading) {
    func polarity(_ one: Candidate) -> CriterionResult.Polarity { criteria[one.fired.criterion].polarity }
    let strong = candidates.filter(\.fired.isStrong)
    let clinical = strong.filter { polarity($0) == .clinical }
    let educational = strong.filter { polarity($0) == .educational }
    let clinicalClauses = Set(clinical.filter { $0.fired.slot != .condition && !$0.yields }.map(\.clause))
    let isFirm = educational.contains { !$0.yields }
    let isNamed = educational.contains {
      !$0.fallback && !$0.lastResort && !($0.yields && clinicalClauses.contains($0.clause))
    }
    let isKnown = educational.contains { !$0.lastResort }
    let isDoneInCondition = clinical.contains { $0.fired.slot == .condition && !$0.yields }
    let isBodyMeasured = clinical.contains { !$0.lastResort }
    let hasAim = candidates.contains {
      $0.fired.slot == .purpose && polarity($0) == .educational && !$0.lastResort
    }
    // Few goals hold loose words of a clinic.
    let hasLoose = clinical.contains { $0.yields || $0.lastResort }
    let byClause = hasLoose ? Dictionary(grouping: strong.filter { $0.fired.slot != .purpose }, by: \.clause) : [:]
    let educationalByClause = hasLoose ? Dictionary(grouping: educational, by: \.clause) : [:]
    let looselyClinical = Set(
      byClause.filter { clause, strong in
        isLooselyClinical(strong, polarity, isAlone: educationalByClause.keys.allSatisfy { $0 == clause })
      }.keys)
    for candidate in candidates {
      var fired = candidate.fired
      switch polarity(candidate) {
      case .clinical:
        if candidate.fallback, fired.isStrong,
          clinical.contains(where: { !$0.fallback && !$0.yields && !$0.lastResort })
        {
          continue
        }
        let isLikelier = looselyClinical.contains(candidate.clause)
        let beside = educationalByClause[candidate.clause] ?? []
        if candidate.yields, !isLikelier, beside.contains(where: { !$0.lastResort }) { continue }
        if candidate.lastResort, isBodyMeasured || !isLikelier && !educational.isEmpty { continue }
        if fired.slot == .condition, fired.isStrong, isFirm, !candidate.isPlace { fired.isStrong = false }
      case .educational:
        if fired.isStrong, looselyClinical.contains(candidate.clause) { continue }
        let isOutdone = clinicalClauses.contains(candidate.clause) || isDoneInCondition && !isFirm
        if candidate.yields, fired.isStrong, isOutdone { continue }
        if candidate.lastResort, isKnown || fired.isStrong && isBodyMeasured { continue }
        if candidate.lastResort, fired.slot == .purpose, hasAim { continue }
        if candidate.fallback, fired.slot == .target || fired.slot == .condition, isNamed { continue }
      case .exempt:
        // "After the nurse's visit, hands in his work": care that only goes before what the student does.
        if candidate.yields, isNamed, fired.slot == .condition || fired.slot == .means { continue }
      case .quality: break
      }
      let isRepeated = reading.fired.contains { $0.criterion == fired.criterion && $0.evidence == fired.evidence }
      if !isRepeated { reading.fired.append(fired) }
    }
    countMeans(&reading)
    dropMentions(&reading)
  }

  /// What is only named in a condition or a purpose tells nothing more where an act of school is measured; a place does.
  private func dropMentions(_ reading: inout GoalReading) {
    func isEducational(_ fired: Fired) -> Bool { criteria[fired.criterion].polarity == .educational }
    guard reading.fired.contains(where: { $0.isStrong && isEducational($0) }) else { return }
    reading.fired.removeAll { !$0.isStrong && isEducational($0) && criteria[$0.criterion].strength == .strong }
  }

  /// Whether the body is likelier what a clause measures, where neither side has more than loose words in it.
  /// - Parameter isAlone: no other clause holds an act of school; beside one, a single loose word says too little.
  private func isLooselyClinical(
    _ strong: [Candidate], _ polarity: (Candidate) -> CriterionResult.Polarity, isAlone: Bool
  ) -> Bool {
    let clinical = strong.filter { polarity($0) == .clinical }
    let educational = strong.filter { polarity($0) == .educational }
    guard clinical.allSatisfy({ $0.yields || $0.lastResort }), educational.allSatisfy({ $0.fallback || $0.lastResort })
    else {
      return false
    }
    return spans(of: clinical) > (isAlone ? spans(of: educational) : max(1, spans(of: educational)))
  }

  /// How many stretches of words candidates rest on. Where neither side has more than loose words ("eyes on the wall
  /// clock"), the side with more of them is likelier the one that is measured, and a tie goes to school.
  private func spans(of candidates: [Candidate]) -> Int {
    var reach = -1
    var count = 0
    for evidence in candidates.map(\.fired.evidence).sorted(by: { ($0.start ?? 0) < ($1.start ?? 0) }) {
      if (evidence.start ?? 0) >= reach { count += 1 }
      reach = max(reach, evidence.end ?? 0)
    }
    return count
  }

  /// "Using clothespins of graded resistance, clips twenty pins", "less in-toeing in gait": a drill in the means and a
  /// body function in the condition are what is measured where nothing of school stands beside them.
  private func countMeans(_ reading: inout GoalReading) {
    let isAlone = !reading.fired.contains { $0.isStrong || criteria[$0.criterion].polarity == .educational }
    guard isAlone, reading.isMeasured else { return }
    for index in reading.fired.indices {
      let criterion = criteria[reading.fired[index].criterion]
      guard criterion.polarity == .clinical, criterion.strength == .strong else { continue }
      let isDone = reading.fired[index].slot == .means && reading.isObservable
      if isDone || reading.fired[index].slot == .condition { reading.fired[index].isStrong = true }
    }
  }

  /// Whether a cue counts in full (true), in half (false), or not at all (nil) where it stands.
  private func strength(of match: GoalText.Match, _ cue: CompiledCue, _ criterion: Criterion) -> Bool? {
    let isPurpose = match.slot == .purpose && criterion.polarity == .educational && criterion.strength == .strong
    if !cue.slots.isEmpty, !cue.slots.contains(match.slot), !isPurpose { return nil }
    let isStrong = cue.strength == .strong
    switch (criterion.polarity, match.slot) {
    case (.quality, .target), (.quality, .learner), (.quality, .criterion): return true
    case (.exempt, .target), (.exempt, .learner), (.exempt, .condition), (.exempt, .criterion), (.exempt, .means):
      return true
    case (.educational, .target): return isStrong
    case (.educational, .condition), (.educational, .criterion), (.educational, .purpose), (.educational, .span):
      if !cue.slots.isEmpty { return isStrong && match.slot != .purpose }
      return match.slot == .purpose || !isStrong ? false : nil
    case (.clinical, .target), (.clinical, .criterion), (.clinical, .span): return isStrong
    case (.clinical, .condition), (.clinical, .timeframe): return isStrong && criterion.countsInCondition == true
    // A session in the means is where it was practised, not where it counts.
    case (.clinical, .means): return criterion.id == "EM118" ? nil : false
    case (.clinical, .purpose), (.clinical, .learner): return false
    case (.clinical, .method): return criterion.id == "EM118" ? nil : false
    default: return nil
    }
  }

  /// Whether a word of a concept stands just before the match.
  private func follows(_ concept: Int?, _ match: GoalText.Match, _ text: GoalText) -> Bool {
    text.matches.contains { $0.concept == concept && $0.last < match.first && $0.last + 2 >= match.first }
  }

  /// A verb of the given classes stands before the match in the target, or before it in its own part.
  /// - Parameter itself: the match may be its own verb ("requests"); a stimulus to be borne may not ("touches").
  private func governs(_ match: GoalText.Match, _ verbs: Set<Int>, _ text: GoalText, itself: Bool) -> Bool {
    text.matches.contains {
      verbs.contains($0.concept) && $0.isAct && $0.slot == .target
        && ($0.first < match.first || itself && $0.first == match.first || match.slot != .target
          || match.last < (text.head ?? 0))
    }
  }

  /// Whether the verb next before the match in the target is of the given classes.
  private func governor(of match: GoalText.Match, in text: GoalText, isOf verbs: Set<Int>) -> Bool {
    guard let verb = text.acts.filter({ $0 <= match.first }).max() else { return false }
    return text.matches.contains { $0.first == verb && verbs.contains($0.concept) }
  }

  /// "not in the therapy room": whether a negation close before a match takes it back.
  private func denies(_ negation: GoalText.Match, _ match: GoalText.Match, _ text: GoalText) -> Bool {
    negation.last < match.first && negation.last >= match.first - 9
      && (negation.last >= match.first - 3 || negation.slot == .condition && match.slot == .condition)
      && text.tokens[(negation.last + 1)...match.first].allSatisfy { !$0.marks.contains(.comma) }
  }

  /// Something is done, or there is a number: a fragment with neither "will" nor a number says what is wished for.
  /// A measure alone helps where a thing of school is measured, not where only a place of school is named.
  private func isSeen(_ reading: GoalReading, isNamed: Bool) -> Bool {
    if reading.onlyStops || reading.isWish { return false }
    if reading.isMeasured, isNamed || reading.isObservable { return true }
    return reading.isObservable && (isNamed || reading.isConcrete || reading.hasNumber)
      && (reading.text.modals > 0 || reading.hasNumber)
  }

  /// "The team will watch", "Given a form, parents attend": the word next before the act, or before its "will".
  private func isSubject(_ match: GoalText.Match, _ text: GoalText) -> Bool {
    guard let head = text.head else { return false }
    return match.last + 1 == head || text.modals > 0 && match.last + 2 == head && text.slots[head - 1] == .learner
  }

  private func measure(_ reading: inout GoalReading) {
    let text = reading.text
    func holds(_ concept: String, in slots: Set<Slot>) -> Bool {
      lexicon[concept].map { number in text.matches.contains { $0.concept == number && slots.contains($0.slot) } }
        ?? false
    }
    reading.isMeasured = holds("frequency-words", in: [.target, .criterion, .condition, .span])
    let act = text.acts.min() ?? 0
    // "will not hum, rock or tap"
    let isDenied =
      text.matches.contains { $0.concept == denials && $0.last + 1 == act }
      && text.acts.allSatisfy {
        $0 == act || text.tokens[$0].marks.contains(.comma) || $0 > 0 && text.tokens[$0 - 1].code == or
      }
    let refrains = text.matches.contains { $0.concept == absence && $0.first <= act + 1 && $0.first + 2 >= act }
    reading.onlyStops =
      (isDenied || refrains && holds("problem-behaviors", in: [.target, .criterion]))
      && !holds("replacement-words", in: Set(Slot.allCases))
    // "maintain" is vague, "maintain a topic" is an act.
    let vagueMatches = text.matches.filter { vagueVerbs.contains($0.concept) }
    let vagueEnds = Dictionary(vagueMatches.map { ($0.first, $0.last) }, uniquingKeysWith: max)
    let surer =
      vagueMatches.isEmpty
      ? []
      : text.matches.filter { match in
        vagueEnds[match.first].map { match.last > $0 } ?? false && lexicon.kind(match.concept) == .verb
      }
    let vague = Set(vagueEnds.keys).subtracting(surer.map(\.first))
    let soft = Set(text.matches.filter { softVerbs == $0.concept }.map(\.first))
    // "responds appropriately": a wide act, done in a way that nobody could count, is only a wish.
    let manners = text.matches.filter { $0.concept == lexicon["vague-manner"] }
    func isVaguelyDone(_ act: Int) -> Bool {
      manners.contains { act < $0.first && $0.first - act <= Self.wordsToManner }
    }
    // "OT staff will monitor": what adults do is nothing that the student does.
    let isDoneByAdults = text.matches.contains { match in
      match.slot == .learner
        && (match.concept == adults && match.last + 1 == text.head
          || match.concept == adultSubjects && isSubject(match, text))
    }
    reading.isWish =
      isDoneByAdults || !text.acts.isEmpty && text.acts.allSatisfy { soft.contains($0) && isVaguelyDone($0) }
    // "will be exposed to books", "will show interest in print": a state, whatever is counted beside it.
    let states = Set(text.matches.filter { $0.concept == lexicon["state-verbs"] }.map(\.first))
    let isState = text.acts.allSatisfy { act in states.contains(act) || states.contains(act - 1) }
    let isOfState = text.acts.allSatisfy(vague.contains) && holds("state-names", in: [.target])
    if !text.acts.isEmpty, isState || isOfState { reading.isWish = true }
    let isPlaced = text.slots.contains(.condition) || text.slots.contains(.means)
    let counted = text.matches.filter { $0.concept == lexicon["count-units"] }
    for (index, token) in text.tokens.enumerated() {
      if text.slots[index] == .criterion, token.code == Vocabulary.number || token.marks.contains(.number) {
        reading.isMeasured = true
      }
      if token.code == Vocabulary.number, text.slots[index] != .timeframe {
        reading.hasNumber = true
        // "twenty times", "for a count of 30 seconds": a measure with no word before it.
        if counted.contains(where: { $0.first == index + 1 }) { reading.isMeasured = true }
      }
      switch text.slots[index] {
      case .timeframe, .learner: continue
      default:
        if !functionWords.contains(token.code), !token.marks.contains(.letter) { reading.contentWords += 1 }
      }
    }
    reading.isConcrete = text.acts.contains { !vague.contains($0) && !soft.contains($0) }
    reading.isObservable = text.acts.contains {
      !vague.contains($0) && (!soft.contains($0) || isPlaced || reading.hasNumber)
    }
  }
}
