public import IEPModel

/// Judges goals and services by the educational model, with the words that made each criterion fire.
public struct Classifier: Sendable {
  private let pack: CriteriaPack
  private let terms: PhraseTrie
  private let guards: PhraseTrie
  private let slots = SlotReader()

  public init(pack: CriteriaPack) {
    self.pack = pack
    var terms = PhraseTrie()
    var guards = PhraseTrie()
    for (index, criterion) in pack.criteria.enumerated() {
      for term in criterion.terms { terms.insert(term, index) }
      for word in criterion.guards { guards.insert(word, index) }
    }
    self.terms = terms
    self.guards = guards
  }

  struct Fired {
    var criterion: Criterion
    /// Strong only where the words stand in what is measured.
    var isStrong: Bool
    var slot: GoalSlots.Slot
    var evidence: Evidence
  }

  struct Reading {
    var fired: [Fired] = []
    var guardFired = false
    var hasPurpose = false
  }

  /// The criteria that fire on one text.
  func read(_ text: String, field: String) -> Reading {
    let words = Words(text)
    let parts = slots.slots(of: text)
    var reading = Reading()
    reading.hasPurpose = parts.purpose != nil
    let guarded = Set(guards.matches(in: words).map(\.value))
    for match in terms.matches(in: words) {
      let criterion = pack.criteria[match.value]
      if guarded.contains(match.value) {
        reading.guardFired = reading.guardFired || criterion.polarity == .clinical
        continue
      }
      let range =
        words.words[match.words.lowerBound].range.lowerBound..<words.words[match.words.upperBound - 1].range.upperBound
      let slot = parts.slot(at: range.lowerBound)
      if criterion.polarity == .educational, slot == .measurement || slot == .criterion && criterion.id == "EM103" {
        continue
      }
      let isMeasured = slot == .target || (slot == .criterion && criterion.polarity == .clinical)
      reading.fired.append(
        Fired(
          criterion: criterion, isStrong: criterion.strength == .strong && isMeasured, slot: slot,
          evidence: Evidence(field: field, quote: words.quote(range), start: range.lowerBound, end: range.upperBound)))
    }
    // The same words count once on each side: a criterion's longer phrase wins over a shorter one inside it.
    reading.fired = reading.fired.filter { one in
      !reading.fired.contains { other in
        other.criterion.polarity == one.criterion.polarity
          && (other.evidence.end ?? 0) - (other.evidence.start ?? 0) > (one.evidence.end ?? 0)
            - (one.evidence.start ?? 0)
          && (other.evidence.start ?? 0) <= (one.evidence.start ?? 0)
          && (other.evidence.end ?? 0) >= (one.evidence.end ?? 0)
      }
    }
    return reading
  }

  public func classify(_ goal: Goal) -> GoalClassification {
    var reading = read(goal.text, field: "text")
    if let criterion = goal.components?.criterion, !goal.text.contains(criterion) {
      // A criterion that the form prints in a column of its own.
      let other = read(criterion, field: "components.criterion")
      reading.fired += other.fired.map { fired in
        var fired = fired
        fired.isStrong = fired.criterion.polarity == .clinical && fired.criterion.strength == .strong
        return fired
      }
    }
    let carriesOver = goal.objectives.contains { objective in
      read(objective.text, field: "").fired.contains { $0.criterion.id == "EM108" && $0.isStrong }
    }
    if carriesOver {
      for i in reading.fired.indices where reading.fired[i].criterion.id == "EM117" {
        reading.fired[i].isStrong = false
      }
    }
    var result = label(reading, text: goal.text)
    if let missing = missingCriterion(goal) { result.criteria.append(missing) }
    if result.label == .insufficient, !goal.objectives.isEmpty {
      let votes = goal.objectives.map { label(read($0.text, field: "text"), text: $0.text).label }
      let counts = Dictionary(grouping: votes.filter { $0 != .insufficient }, by: { $0 }).mapValues(\.count)
      if let best = counts.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }),
        best.value * 2 > votes.count, !isVague(goal.text)
      {
        result.label = best.key
        result.modifiers.append("via-objectives")
        result.confidence = .low
        result.needsReview = true
      }
    }
    return result
  }

  /// EM203: no measure anywhere in the goal nor in a column of its own. Quality never moves the label.
  private func missingCriterion(_ goal: Goal) -> CriterionResult? {
    let parts = slots.slots(of: goal.text)
    guard let criterion = pack.criteria.first(where: { $0.id == "EM203" }), let target = parts.target,
      parts.criterion == nil, goal.components?.criterion == nil,
      !Words(goal.text).words.contains(where: { $0.range.lowerBound >= target.lowerBound && Int($0.folded) != nil })
    else { return nil }
    let quote = Words(goal.text).quote(target)
    let evidence = Evidence(field: "text", quote: quote, start: target.lowerBound, end: target.upperBound)
    return CriterionResult(id: criterion.id, polarity: criterion.polarity, evidence: [evidence])
  }

  /// "Will improve social skills": nothing that could be seen, no number.
  /// Words that say something: neither grammar, nor the learner before "will", nor a timeframe. Criteria C.3 asks for five.
  private static func contentWords(_ words: Words) -> Int {
    let all = words.words.map(\.folded)
    let grammar: Set<String> = [
      "the", "a", "an", "of", "to", "in", "on", "at", "by", "with", "and", "or", "his", "her", "their", "will", "be",
      "able",
      "for", "as", "student", "he", "she", "they", "is", "it", "from", "when", "that",
    ]
    guard let will = all.firstIndex(of: "will") else { return all.count }
    let timeframe: Set<String> = ["by", "within", "in", "over", "during"]
    var lead = all[..<max(0, will - 1)]
    let periods: Set<String> = ["year", "iep", "review", "weeks", "months"]
    if let first = lead.first, timeframe.contains(first),
      lead.contains(where: { periods.contains($0) || ($0.count == 4 && $0.hasPrefix("20")) })
    {
      lead = lead.prefix(0)
    }
    return (Array(lead) + Array(all[(will + 1)...])).filter { !grammar.contains($0) }.count
  }

  private func isVague(_ text: String) -> Bool {
    let words = Words(text)
    guard let target = slots.slots(of: text).target else { return true }
    if Self.contentWords(words) < 5 { return true }
    let first = words.words.first { $0.range.lowerBound >= target.lowerBound }?.folded ?? ""
    let vague: Set<String> = [
      "improve", "increase", "develop", "understand", "learn", "work", "be", "demonstrate", "have", "appreciate",
      "know", "show", "make", "continue", "enhance", "gain", "strengthen",
    ]
    let hasNumber = words.words.contains { $0.folded.contains(where: \.isNumber) }
    return vague.contains(first) && !hasNumber && words.words.count < 14
  }

  /// The documented rule: criteria.md C.3.
  private func label(_ reading: Reading, text: String) -> GoalClassification {
    func ids(_ polarity: CriterionResult.Polarity, strong: Bool) -> Set<String> {
      Set(reading.fired.filter { $0.criterion.polarity == polarity && $0.isStrong == strong }.map(\.criterion.id))
    }
    let (eStrong, cStrong) = (ids(.educational, strong: true), ids(.clinical, strong: true))
    let eWeak = ids(.educational, strong: false).subtracting(eStrong)
    let cWeak = ids(.clinical, strong: false).subtracting(cStrong)
    var result = GoalClassification(label: .insufficient)
    let purposeful = reading.fired.contains { $0.slot == .purpose && $0.criterion.polarity == .educational }
    if isVague(text), cStrong.isEmpty {
      result.label = .insufficient
    } else if !cStrong.isEmpty {
      result.label = eStrong.isEmpty && eWeak.isEmpty && !purposeful ? .clinical : .mixed
    } else if !eStrong.isEmpty {
      result.label = .educational
    } else if eWeak.count >= 2 {
      result.label = .educational
    }
    if purposeful, !cStrong.isEmpty { result.modifiers.append("purpose-clause") }
    if !cWeak.isEmpty, !eStrong.isEmpty { result.modifiers.append("clinical-means") }
    if reading.guardFired { result.modifiers.append("guard-fired") }
    let e = Rational(eStrong.count * 2 + eWeak.count)
    let c = Rational(cStrong.count * 2 + cWeak.count)
    result.score = e + c == .zero ? Rational(1, 2) : Rational(1, 2) + (e - c) / (e + c) * Rational(1, 2)
    let spans = reading.fired.filter { $0.criterion.polarity != .quality }.count
    let isOneSided = (e == .zero) != (c == .zero)
    result.confidence =
      isOneSided && spans >= 2 && !reading.guardFired
      ? .high : (isOneSided && (!eStrong.isEmpty || !cStrong.isEmpty) ? .medium : .low)
    result.needsReview = result.confidence == .low || result.label == .mixed
    result.criteria = pack.criteria.compactMap { criterion in
      let fired = reading.fired.filter { $0.criterion.id == criterion.id }
      guard !fired.isEmpty else { return nil }
      let strength: CriterionResult.Strength? =
        criterion.strength == nil ? nil : (fired.contains(where: \.isStrong) ? .strong : .weak)
      return CriterionResult(
        id: criterion.id, polarity: criterion.polarity, strength: strength, evidence: fired.map(\.evidence))
    }
    return result
  }

  /// Where a service is given decides: never its minutes, and pull-out alone is no fault.
  public func classify(_ service: ServiceLine) -> ServiceClassification {
    var result = ServiceClassification(label: .unclear)
    switch service.service.code {
    case .nursing, .transportation, .medicalDiagnostic, .parentCounseling: result.label = .exempt
    default:
      switch service.location?.code {
      case .generalEducation, .schoolWide, .community, .bus: result.label = .natural
      case .therapyRoom: result.label = .therapySetting
      default: result.label = service.delivery == .consultation || service.delivery == .indirect ? .natural : .unclear
      }
    }
    result.confidence = service.location?.code == nil ? .low : .medium
    result.needsReview = result.label == .unclear && service.location?.code == nil
    return result
  }

  /// Fills labels, components and the pack's identity.
  public func judge(_ document: IEPDocument) -> IEPDocument {
    var document = document
    for index in document.goals.indices {
      let column = document.goals[index].components?.criterion
      document.goals[index].classification = classify(document.goals[index])
      var components = slots.components(of: document.goals[index].text)
      if let column { components.criterion = column }
      document.goals[index].components = components.isEmpty ? nil : components
    }
    for index in document.services.indices {
      document.services[index].classification = classify(document.services[index])
    }
    document.criteriaPack = pack.reference
    return document
  }
}
