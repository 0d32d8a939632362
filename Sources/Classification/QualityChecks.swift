import IEPModel

/// The defects EM201 to EM212: what a measurable goal lacks. They stand beside the label and never move it.
struct QualityChecks: Sendable {
  private let numbers: [String: Int]
  private let clinical: Set<Int>
  private let lexicon: Lexicon

  init(_ pack: CriteriaPack) {
    lexicon = pack.lexicon
    clinical = Set(pack.criteria.indices.filter { pack.criteria[$0].polarity == .clinical })
    numbers = Dictionary(uniqueKeysWithValues: pack.criteria.enumerated().map { ($1.id, $0) })
  }

  func defects(of goal: Goal, _ reading: GoalReading) -> [Fired] {
    let text = reading.text
    guard let target = text.stretches(of: .target).first else { return [] }
    let evidence = self.evidence(goal.text, text, target)
    let has = { (slot: Slot) in text.slots.contains(slot) }
    let column = goal.components?.criterion
    let isMeasured = reading.isMeasured || column != nil
    let measuresBody = reading.fired.contains { $0.isStrong && clinical.contains($0.criterion) }
    var ids: [String] = []
    if !reading.isObservable, !(isMeasured && measuresBody) { ids.append("EM201") }
    if !has(.condition), !has(.means), !holds("school-places", text), !holds("school-times", text),
      !holds("school-routines", text)
    {
      ids.append("EM202")
    }
    if !isMeasured { ids.append("EM203") }
    if isMeasured, isUncounted(text) { ids.append("EM204") }
    if !has(.timeframe), goal.targetDate == nil { ids.append("EM205") }
    if !has(.method), goal.measurementMethod == nil, !holds("record-words", text) { ids.append("EM206") }
    if isMeasured, !has(.span), !holds("span-words", text), column == nil { ids.append("EM208") }
    if text.modals > 1 { ids.append("EM209") }
    if reading.onlyStops { ids.append("EM211") }
    if let baseline = goal.baseline,
      let wanted = unit(of: column ?? quote(goal.text, text, .criterion)) ?? unit(of: goal.text),
      let stated = unit(of: baseline), wanted != stated
    {
      ids.append("EM212")
    }
    return ids.compactMap { id in
      numbers[id].map { Fired(criterion: $0, isStrong: false, slot: .target, evidence: evidence) }
    }
  }

  private func holds(_ concept: String, _ text: GoalText) -> Bool {
    guard let number = lexicon[concept] else { return false }
    return text.matches.contains { $0.concept == number }
  }

  /// A percentage of accuracy for an act in which nothing is counted, or safety that may fail now and then.
  private func isUncounted(_ text: GoalText) -> Bool {
    guard
      text.tokens.indices.contains(where: { text.slots[$0] == .criterion && text.tokens[$0].marks.contains(.percent) })
    else { return false }
    return holds("safety-acts", text) || holds("uncounted-acts", text) && holds("accuracy", text)
  }

  private enum Unit { case percent, ratio, minutes, prompts, rate }

  /// What a measure counts, where it says so.
  private func unit(of measure: String?) -> Unit? {
    guard let measure = measure?.lowercased() else { return nil }
    if measure.contains("%") || measure.contains("percent") { return .percent }
    if measure.contains("per minute") || measure.contains("wpm") { return .rate }
    if measure.contains(" of ") || measure.contains("/") || measure.contains("out of") { return .ratio }
    if measure.contains("minute") { return .minutes }
    return measure.contains("prompt") ? .prompts : nil
  }

  private func quote(_ text: String, _ read: GoalText, _ slot: Slot) -> String? {
    read.stretches(of: slot).first.map { evidence(text, read, $0).quote }
  }

  private func evidence(_ text: String, _ read: GoalText, _ stretch: ClosedRange<Int>) -> Evidence {
    let range = read.range(stretch.lowerBound, stretch.upperBound)
    return Evidence(
      field: "text", quote: String(scalars: Array(text.unicodeScalars)[range]), start: range.lowerBound,
      end: range.upperBound)
  }
}
