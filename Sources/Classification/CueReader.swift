import IEPModel

/// A criterion that fired on a text, with the words that made it fire.
struct Fired {
  var criterion: Int
  /// Counts in full: a strong criterion in what is measured.
  var isStrong: Bool
  var slot: Slot
  var evidence: Evidence
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
  /// A number with a unit stands in the goal.
  var isMeasured = false
  var contentWords = 0
}

/// Finds the criteria of a pack in texts.
struct CueReader: Sendable {
  private struct CompiledCue: Sendable {
    var criterion: Int
    var after: Set<Int>
    var notAfter: Set<Int>
    var with: Set<Int>
    var without: Set<Int>
    var slots: Set<Slot>
    var strength: CriterionResult.Strength?
    var yields: Bool
  }

  private let criteria: [Criterion]
  private let lexicon: Lexicon
  private let slotReader: SlotReader
  /// Cues by the concept that makes them.
  private let cues: [Int: [CompiledCue]]
  private let vagueVerbs: Set<Int>
  private let functionWords: Set<Int32>
  private let negations: Int?
  private let units: Int?

  init(_ pack: CriteriaPack) {
    criteria = pack.criteria
    let lexicon = pack.lexicon
    self.lexicon = lexicon
    func numbers(_ names: [String]) -> Set<Int> { Set(names.compactMap { lexicon[$0] }) }
    var cues: [Int: [CompiledCue]] = [:]
    var clinical: Set<Int> = []
    var educational: Set<Int> = []
    for (index, criterion) in pack.criteria.enumerated() {
      for cue in criterion.cues {
        let compiled = CompiledCue(
          criterion: index, after: numbers(cue.after), notAfter: numbers(cue.notAfter), with: numbers(cue.with), without: numbers(cue.without),
          slots: Set(cue.in), strength: cue.strength ?? criterion.strength, yields: cue.yields ?? false)
        for name in cue.find {
          guard let concept = lexicon[name] else { continue }
          cues[concept, default: []].append(compiled)
          if criterion.polarity == .clinical, lexicon.kind(concept) == .thing { clinical.insert(concept) }
          if criterion.polarity == .educational { educational.insert(concept) }
        }
      }
    }
    self.cues = cues
    slotReader = SlotReader(lexicon, clinical: clinical, educational: educational.subtracting(clinical))
    vagueVerbs = numbers(["change-verbs", "vague-verbs"])
    negations = lexicon["negations"]
    units = lexicon["measure-units"]
    functionWords = Set(
      (lexicon["function-words"].map { lexicon.concepts[$0].words } ?? []).map {
        lexicon.vocabulary.intern(Array($0.utf8)).stem
      } + (lexicon["determiners"].map { lexicon.concepts[$0].words } ?? []).map {
        lexicon.vocabulary.intern(Array($0.utf8)).stem
      })
  }

  func slots(of text: String) -> GoalText { slotReader.read(text) }

  /// - Parameter subject: what the text is. In a service line or a present level there are no parts: every word counts.
  func read(_ text: String, field: String, subject: Criterion.Subject = .goal) -> GoalReading {
    var reading = GoalReading(text: slotReader.read(text))
    measure(&reading)
    if subject != .goal { reading.isObservable = true }
    let silentParts: Set<Slot> = [.method, .purpose, .means]
    let present = Set(reading.text.matches.filter { !silentParts.contains($0.slot) }.map(\.concept))
    var candidates: [(fired: Fired, yields: Bool)] = []
    let scalars = Array(text.unicodeScalars)
    for found in reading.text.matches {
      guard let list = cues[found.concept] else { continue }
      var match = found
      if subject != .goal {
        match.slot = .target
        match.isAct = true
      }
      let isVerb = lexicon.kind(match.concept) == .verb
      if isVerb, !match.isAct || match.slot != .target { continue }
      for cue in list {
        let criterion = criteria[cue.criterion]
        guard criterion.judges.contains(subject) else { continue }
        guard let strong = strength(of: match, cue, criterion) else { continue }
        guard cue.with.isEmpty || !cue.with.isDisjoint(with: present) else { continue }
        guard cue.after.isEmpty || governs(match, cue.after, reading.text) else { continue }
        let isTalkedAbout = !cue.notAfter.isEmpty && governor(of: match, in: reading.text, isOf: cue.notAfter)
        guard cue.without.isDisjoint(with: present), !isTalkedAbout else {
          reading.guardFired = reading.guardFired || criterion.polarity == .clinical
          continue
        }
        if criterion.polarity == .clinical, isNegated(match, reading.text) {
          reading.negated = true
          continue
        }
        if criterion.polarity == .educational, match.slot == .target, !isSeen(reading) { continue }
        let range = reading.text.range(match.first, match.last)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        let evidence = Evidence(field: field, quote: String(view), start: range.lowerBound, end: range.upperBound)
        candidates.append(
          (Fired(criterion: cue.criterion, isStrong: strong, slot: match.slot, evidence: evidence), cue.yields))
      }
    }
    settle(candidates, &reading)
    reading.guardFired = reading.guardFired
      || reading.text.silenced.contains { match in
        cues[match.concept]?.contains { criteria[$0.criterion].polarity == .clinical } ?? false
      }
    return reading
  }

  /// Words that both models use yield to what is clearly clinical; a clinical word in a condition is what is done
  /// only where nothing educational is.
  private func settle(_ candidates: [(fired: Fired, yields: Bool)], _ reading: inout GoalReading) {
    func isClinical(_ fired: Fired) -> Bool { criteria[fired.criterion].polarity == .clinical }
    let clinicalIsMeasured = candidates.contains {
      isClinical($0.fired) && $0.fired.isStrong && $0.fired.slot != .condition && !$0.yields
    }
    let firmEducation = candidates.contains {
      criteria[$0.fired.criterion].polarity == .educational && $0.fired.isStrong && !$0.yields
    }
    let anyEducation = candidates.contains { criteria[$0.fired.criterion].polarity == .educational && $0.fired.isStrong }
    let clinicalCondition = candidates.contains { isClinical($0.fired) && $0.fired.isStrong && $0.fired.slot == .condition }
    for (found, yields) in candidates {
      var fired = found
      if isClinical(fired) {
        if yields, anyEducation { continue }
        if fired.slot == .condition, fired.isStrong, firmEducation { fired.isStrong = false }
      } else if yields, fired.isStrong, clinicalIsMeasured || clinicalCondition && !firmEducation {
        continue
      }
      let isRepeated = reading.fired.contains { $0.criterion == fired.criterion && $0.evidence == fired.evidence }
      if !isRepeated { reading.fired.append(fired) }
    }
  }

  /// Whether a cue counts in full (true), in half (false), or not at all (nil) where it stands.
  private func strength(of match: GoalText.Match, _ cue: CompiledCue, _ criterion: Criterion) -> Bool? {
    if !cue.slots.isEmpty, !cue.slots.contains(match.slot) { return nil }
    let isStrong = cue.strength == .strong
    switch (criterion.polarity, match.slot) {
    case (.quality, .target), (.quality, .learner), (.quality, .criterion): return true
    case (.exempt, .target), (.exempt, .learner), (.exempt, .condition), (.exempt, .criterion): return true
    case (.educational, .target): return isStrong
    case (.educational, .condition), (.educational, .criterion), (.educational, .purpose), (.educational, .span):
      if !cue.slots.isEmpty { return isStrong && match.slot != .purpose }
      return match.slot == .purpose || !isStrong ? false : nil
    case (.clinical, .target), (.clinical, .criterion), (.clinical, .span): return isStrong
    case (.clinical, .condition): return isStrong && criterion.countsInCondition == true
    case (.clinical, .means), (.clinical, .purpose): return false
    case (.clinical, .method): return criterion.id == "EM118" ? nil : false
    default: return nil
    }
  }

  /// A verb of the given classes stands before the match in the target, or before it in its own part.
  private func governs(_ match: GoalText.Match, _ verbs: Set<Int>, _ text: GoalText) -> Bool {
    text.matches.contains {
      verbs.contains($0.concept) && $0.isAct && $0.slot == .target
        && ($0.first <= match.first || match.slot != .target)
    }
  }

  /// Whether the verb next before the match in the target is of the given classes.
  private func governor(of match: GoalText.Match, in text: GoalText, isOf verbs: Set<Int>) -> Bool {
    guard let verb = text.acts.filter({ $0 <= match.first }).max() else { return false }
    return text.matches.contains { $0.first == verb && verbs.contains($0.concept) }
  }

  private func isNegated(_ match: GoalText.Match, _ text: GoalText) -> Bool {
    guard let negations else { return false }
    return text.matches.contains { $0.concept == negations && $0.last < match.first && $0.last >= match.first - 3 }
  }

  private func isSeen(_ reading: GoalReading) -> Bool { reading.isObservable || reading.isMeasured }

  private func measure(_ reading: inout GoalReading) {
    let text = reading.text
    let vague = Set(text.matches.filter { vagueVerbs.contains($0.concept) }.map(\.first))
    for act in text.acts where !vague.contains(act) { reading.isObservable = true }
    for (index, token) in text.tokens.enumerated() {
      if text.slots[index] == .criterion, token.code == Vocabulary.number || token.marks.contains(.number) {
        reading.isMeasured = true
      }
      switch text.slots[index] {
      case .timeframe, .learner: continue
      default: if !functionWords.contains(token.code), !token.marks.contains(.letter) { reading.contentWords += 1 }
      }
    }
  }
}
