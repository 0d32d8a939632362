import IEPModel

/// The label of a goal from the criteria that fired: criteria.md C.3, to the letter.
struct LabelRule: Sendable {
  let criteria: [Criterion]
  /// Fewer words than this say too little to be judged.
  static let fewestContentWords = 5

  func label(_ reading: GoalReading) -> GoalClassification {
    func ids(_ polarity: CriterionResult.Polarity, strong: Bool) -> Set<Int> {
      Set(
        reading.fired.filter { criteria[$0.criterion].polarity == polarity && $0.isStrong == strong }.map(\.criterion))
    }
    let (eStrong, cStrong) = (ids(.educational, strong: true), ids(.clinical, strong: true))
    let eWeak = ids(.educational, strong: false).subtracting(eStrong)
    // Two places are one sign of school, not two.
    let eSure = eWeak.filter { id in reading.fired.contains { $0.criterion == id && !$0.isLoose } }
    let cWeak = ids(.clinical, strong: false).subtracting(cStrong)
    let isExempt = reading.fired.contains { criteria[$0.criterion].polarity == .exempt }
    let forPurpose = reading.fired.contains {
      $0.slot == .purpose && criteria[$0.criterion].polarity == .educational
    }

    let forFunction = reading.fired.contains {
      $0.slot == .purpose && !$0.isLoose && criteria[$0.criterion].polarity == .clinical
        && criteria[$0.criterion].strength == .strong
    }

    var result = GoalClassification(label: .insufficient)
    if isExempt {
      result.label = .exempt
    } else if reading.text.head == nil || saysTooLittle(reading) {
      result.label = .insufficient
    } else if !eStrong.isEmpty {
      result.label = cStrong.isEmpty ? .educational : .mixed
    } else if !cStrong.isEmpty {
      result.label = eWeak.isEmpty ? .clinical : .mixed
    } else if reading.isConcrete, reading.isMeasured, forPurpose, cWeak.isEmpty {
      // An act that no cue knows, done for the sake of one that is of school.
      result.label = .educational
    } else if reading.isConcrete, reading.isMeasured, forFunction, eWeak.isEmpty {
      // The same for the sake of a function of the body.
      result.label = .clinical
    } else if reading.isObservable || reading.isMeasured, eSure.count >= 2, spans(of: eSure, reading) >= 2 {
      result.label = .educational
    }

    if forPurpose, !cStrong.isEmpty { result.modifiers.append("purpose-clause") }
    if !cWeak.isEmpty, !eStrong.isEmpty { result.modifiers.append("clinical-means") }
    if reading.guardFired { result.modifiers.append("guard-fired") }
    if reading.negated { result.modifiers.append("negation") }

    let e = Rational(eStrong.count * 2 + eWeak.count)
    let c = Rational(cStrong.count * 2 + cWeak.count)
    if !isExempt {
      result.score = e + c == .zero ? Rational(1, 2) : Rational(1, 2) + (e - c) / (e + c) * Rational(1, 2)
    }
    let spans = reading.fired.filter { criteria[$0.criterion].polarity != .quality }.count
    let isOneSided = (e == .zero) != (c == .zero)
    let isStrong = !eStrong.isEmpty || !cStrong.isEmpty
    // One stretch of words that both models use is no more than a hint.
    let firm = reading.fired.filter { $0.isStrong && criteria[$0.criterion].polarity != .quality }
    let isHint = firm.count == 1 && firm[0].isLoose
    if isExempt {
      result.confidence = .high
    } else if !isOneSided || !isStrong || isHint {
      result.confidence = .low
    } else if spans >= 2 {
      result.confidence = reading.guardFired ? .medium : .high
    } else {
      result.confidence = reading.guardFired ? .low : .medium
    }
    result.needsReview = result.confidence == .low || result.label == .mixed
    // C.2, EM500: an exempt goal is read for its defects alone.
    let told = reading.fired.filter { !isExempt || [.exempt, .quality].contains(criteria[$0.criterion].polarity) }
    result.criteria = results(told)
    return result
  }

  /// C.3: two criteria that fire on the same words count once.
  private func spans(of ids: Set<Int>, _ reading: GoalReading) -> Int {
    Set(reading.fired.filter { ids.contains($0.criterion) }.map { $0.evidence.quote }).count
  }

  private func saysTooLittle(_ reading: GoalReading) -> Bool { reading.contentWords < Self.fewestContentWords }

  /// One result a criterion, in the pack's order, with all its evidence.
  func results(_ fired: [Fired]) -> [CriterionResult] {
    criteria.indices.compactMap { index in
      let mine = fired.filter { $0.criterion == index }
      guard !mine.isEmpty else { return nil }
      let strength: CriterionResult.Strength? =
        criteria[index].strength == nil ? nil : mine.contains(where: \.isStrong) ? .strong : .weak
      return CriterionResult(
        id: criteria[index].id, polarity: criteria[index].polarity, strength: strength,
        evidence: Self.longest(mine.map(\.evidence)))
    }
  }

  /// Without quotes that stand inside a longer one.
  private static func longest(_ evidence: [Evidence]) -> [Evidence] {
    evidence.filter { one in
      guard let start = one.start, let end = one.end else { return true }
      return !evidence.contains { other in
        guard other.field == one.field, let from = other.start, let to = other.end else { return false }
        return from <= start && to >= end && to - from > end - start
      }
    }
  }
}
