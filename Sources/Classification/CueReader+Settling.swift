import IEPModel

/// Which of the cues that were found count beside each other.
extension CueReader {
  /// A cue that was found, before it is weighed against the others.
  struct Candidate {
    var fired: Fired
    let cue: CompiledCue
    /// A verb by which the goal acts, not a thing.
    var isAct: Bool
    /// "In discrete trials": the condition is where performance counts, not what is given.
    var isPlace: Bool
    var clause: Int

    var polarity: CriterionResult.Polarity { cue.criterion.polarity }
    /// It stands in what is given, when and where, not in what is done.
    var isGiven: Bool { fired.slot == .condition || fired.slot == .timeframe }
    var yields: Bool { cue.yields }
    var fallback: Bool { cue.fallback }
    var lastResort: Bool { cue.lastResort }
  }

  /// Words that both models use yield to what is clearly clinical in the same clause; a clinical word in a condition
  /// is what is done only where nothing educational is.
  func settle(_ candidates: [Candidate], _ reading: inout GoalReading) {
    let strong = candidates.filter(\.fired.isStrong)
    let clinical = strong.filter { $0.polarity == .clinical }
    let educational = strong.filter { $0.polarity == .educational && $0.fired.slot != .method }
    // "... by teacher checklist": who records tells where it is done, where nothing else tells anything.
    let isOnlyRecorded =
      educational.isEmpty && !candidates.contains { $0.polarity == .clinical || $0.polarity == .exempt }
      && reading.isConcrete && reading.isMeasured
    let clinicalClauses = Set(clinical.filter { !$0.isGiven && !$0.yields }.map(\.clause))
    let isFirm = educational.contains { !$0.yields || $0.isAct }
    let isNamed = educational.contains {
      !$0.fallback && !$0.lastResort && !($0.yields && clinicalClauses.contains($0.clause))
    }
    let isKnown = educational.contains { !$0.lastResort }
    let isDoneInCondition = clinical.contains { $0.isGiven && !$0.yields }
    let isBodyMeasured = clinical.contains { !$0.lastResort }
    let hasAim = candidates.contains {
      $0.fired.slot == .purpose && $0.polarity == .educational && !$0.lastResort
    }
    // Few goals hold loose words of a clinic.
    let hasLoose = clinical.contains { $0.yields || $0.lastResort }
    let byClause = hasLoose ? Dictionary(grouping: strong.filter { $0.fired.slot != .purpose }, by: \.clause) : [:]
    let educationalByClause = hasLoose ? Dictionary(grouping: educational, by: \.clause) : [:]
    let looselyClinical = Set(
      byClause.filter { clause, strong in
        isLooselyClinical(strong, isAlone: educationalByClause.keys.allSatisfy { $0 == clause })
      }.keys)
    for candidate in candidates {
      var fired = candidate.fired
      switch candidate.polarity {
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
        if candidate.isGiven, fired.isStrong, isFirm, !candidate.isPlace { fired.isStrong = false }
      case .educational:
        if fired.slot == .method, !isOnlyRecorded { continue }
        if fired.isStrong, looselyClinical.contains(candidate.clause) { continue }
        let isOutdone = clinicalClauses.contains(candidate.clause) || isDoneInCondition && !isFirm
        if candidate.yields, fired.isStrong, isOutdone { continue }
        if candidate.lastResort, fired.slot == .purpose ? hasAim : isKnown || fired.isStrong && isBodyMeasured {
          continue
        }
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
    func isEducational(_ fired: Fired) -> Bool { cues.criteria[fired.criterion].polarity == .educational }
    guard reading.fired.contains(where: { $0.isStrong && isEducational($0) }) else { return }
    reading.fired.removeAll { !$0.isStrong && isEducational($0) && cues.criteria[$0.criterion].strength == .strong }
  }

  /// Whether the body is likelier what a clause measures, where neither side has more than loose words in it.
  /// - Parameter isAlone: no other clause holds an act of school; beside one, a single loose word says too little.
  private func isLooselyClinical(_ strong: [Candidate], isAlone: Bool) -> Bool {
    let clinical = strong.filter { $0.polarity == .clinical }
    let educational = strong.filter { $0.polarity == .educational }
    // C.2, EM102: places alone are one sign of school, however many are named.
    let isPlaceAlone = educational.allSatisfy { $0.lastResort && $0.isGiven }
    guard clinical.allSatisfy({ $0.yields || $0.lastResort }), educational.allSatisfy({ $0.fallback || $0.lastResort })
    else {
      return false
    }
    let signs = isPlaceAlone ? min(1, educational.count) : spans(of: educational)
    return spans(of: clinical) > (isAlone ? signs : max(1, signs))
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

  /// "Because his report lists low tone, ...": what explains is not what is measured.
  private func isReason(_ fired: Fired, _ text: GoalText) -> Bool {
    guard !text.reasons.isEmpty, let start = fired.evidence.start,
      let word = text.tokens.firstIndex(where: { Int($0.end) > start })
    else { return false }
    return text.isReason(word)
  }

  /// "Using clothespins of graded resistance, clips twenty pins", "less in-toeing in gait": a drill in the means and a
  /// body function in the condition are what is measured where nothing of school stands beside them.
  private func countMeans(_ reading: inout GoalReading) {
    let isAlone = !reading.fired.contains { $0.isStrong || cues.criteria[$0.criterion].polarity == .educational }
    guard isAlone, reading.isMeasured else { return }
    for index in reading.fired.indices {
      let criterion = cues.criteria[reading.fired[index].criterion]
      guard criterion.polarity == .clinical, criterion.strength == .strong,
        !isReason(reading.fired[index], reading.text)
      else { continue }
      let isDone = reading.fired[index].slot == .means && reading.isObservable
      if isDone || reading.fired[index].slot == .condition { reading.fired[index].isStrong = true }
    }
  }
}
