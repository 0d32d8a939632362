public import IEPModel

/// Judges goals and services by the educational model, with the words that made each criterion fire.
public struct Classifier: Sendable {
  private let pack: CriteriaPack
  private let cues: CueReader
  private let rule: LabelRule
  private let quality: QualityChecks
  private let services: ServiceJudge
  /// The modifier of a label that the goal's objectives decided.
  private static let viaObjectives = "via-objectives"

  public init(pack: CriteriaPack) {
    self.pack = pack
    cues = CueReader(pack)
    rule = LabelRule(criteria: pack.criteria)
    quality = QualityChecks(pack)
    services = ServiceJudge(pack)
  }

  public func classify(_ goal: Goal) -> GoalClassification {
    var (result, reading) = judge(goal)
    if result.confidence == .low, !result.modifiers.contains(Self.viaObjectives) {
      decideByLikeness(goal.text, reading, &result)
    }
    return result
  }

  /// What the criteria alone say of a goal: criteria.md C.3, to the letter.
  func byCriteria(_ goal: Goal) -> GoalClassification { judge(goal).result }

  private func judge(_ goal: Goal) -> (result: GoalClassification, reading: GoalReading) {
    var reading = read(goal.text, criterion: goal.components?.criterion)
    let drills = reading.fired.indices.filter { pack.criteria[reading.fired[$0].criterion].id == "EM117" }
    if !drills.isEmpty, carriesOver(goal) {
      for index in drills { reading.fired[index].isStrong = false }
    }
    reading.fired += quality.defects(of: goal, reading)
    var result = rule.label(reading)
    if result.label == .insufficient, !goal.objectives.isEmpty, let vote = vote(goal.objectives) {
      result.label = vote
      result.modifiers.append(Self.viaObjectives)
      result.confidence = .low
      result.needsReview = true
    }
    return (result, reading)
  }

  /// Where the criteria leave a label in doubt, goals that are worded alike tell; as every label in doubt it is for a person
  /// to look at. Where strong criteria of both models fired the goal is mixed, however it is worded; and so is a function
  /// of the body that is plainly measured at a place or in a routine of the school day. A goal that no criterion of the
  /// clinic speaks of ("fewer tantrums", "will remain regulated") is more often vague than one of the clinic: it must lean
  /// as far as against a strong criterion.
  private func decideByLikeness(_ text: String, _ reading: GoalReading, _ result: inout GoalClassification) {
    let strong = Set(result.criteria.filter { $0.strength == .strong }.map(\.polarity))
    guard result.label != .exempt, !strong.isSuperset(of: [.educational, .clinical]),
      let label = pack.likeness.label(of: text, against: !strong.isEmpty), label != result.label,
      !(result.label == .mixed && label == .clinical && reading.fired.contains(where: \.isPlaced)),
      label != .clinical || result.criteria.contains(where: { $0.polarity == .clinical })
        || pack.likeness.label(of: text, against: true) == label
    else { return }
    result.label = label
    result.modifiers.append("by-likeness")
  }

  /// - Parameter column: how well, where the form prints it beside the text.
  private func read(_ text: String, criterion column: String?) -> GoalReading {
    let column = column.flatMap { text.contains($0) ? nil : $0 }
    var reading = cues.read(text, field: "text", isMeasured: column?.contains(where: \.isNumber) ?? false)
    if let column { addColumn(column, to: &reading) }
    return reading
  }

  /// A criterion that the form prints in a column of its own.
  private func addColumn(_ criterion: String, to reading: inout GoalReading) {
    let other = cues.read(criterion, field: "components.criterion")
    // What says how well is a part of the goal, wherever the form prints it.
    if reading.isActed { reading.contentWords += other.contentWords }
    let isOfSchool = reading.fired.contains { $0.isStrong && pack.criteria[$0.criterion].polarity == .educational }
    for var fired in other.fired where counts(fired) {
      // "9 of 12 points on 3 of 4 problem sets": a loose word of a clinic measures no act of school.
      if fired.isLoose, isOfSchool { continue }
      fired.isStrong = pack.criteria[fired.criterion].strength == .strong
      fired.slot = .criterion
      reading.fired.append(fired)
    }
  }

  /// What is clinical counts in a measure; of what is of school only a place or a time does ("during 4 of 5 lunches").
  private func counts(_ fired: Fired) -> Bool {
    switch pack.criteria[fired.criterion].polarity {
    case .clinical: true
    case .educational: pack.criteria[fired.criterion].strength == .weak
    default: false
    }
  }

  /// An isolated speech drill whose objectives reach connected speech with real partners counts half.
  private func carriesOver(_ goal: Goal) -> Bool {
    goal.objectives.contains { objective in
      cues.read(objective.text, field: "").fired.contains { pack.criteria[$0.criterion].id == "EM108" && $0.isStrong }
    }
  }

  /// The label that most of the objectives share; none where as many say nothing.
  private func vote(_ objectives: [Objective]) -> GoalClassification.Label? {
    var counts: [GoalClassification.Label: Int] = [:]
    for objective in objectives {
      counts[rule.label(read(objective.text, criterion: objective.criterion)).label, default: 0] += 1
    }
    let most = counts.values.max() ?? 0
    let first = Set(counts.filter { $0.value == most }.keys)
    if first.contains(.insufficient) { return nil }
    // As many of the body as of school: the goal measures both.
    if first.count > 1 { return first.contains(.exempt) ? nil : .mixed }
    return first.first
  }

  /// The parts of a goal.
  public func components(of goal: Goal) -> GoalComponents {
    var components = GoalComponents(cues.slots(of: goal.text), of: goal.text)
    if let column = goal.components?.criterion { components.criterion = column }
    return components
  }

  /// How many phrases of the lexicon stand in a text: the matching alone, for measuring its speed.
  public func matchCount(in text: String) -> Int { cues.matchCount(in: text) }

  /// EM301 and EM119 in a present level: does it say what the need costs the student at school?
  public func schoolImpact(of text: String) -> [CriterionResult] {
    let reading = cues.read(text, field: "text", subject: .presentLevel)
    return rule.results(reading.fired)
  }

  /// The criteria of the pack that fire on an example of one of them, as `iep criteria test` asks.
  public func criteria(firingOn example: Criterion.Example, as subject: Criterion.Subject) -> Set<String> {
    switch example {
    case .text(let text): criteria(firingOn: text, as: subject)
    case .plan(let plan): Set(judge(plan.document).services.first?.classification?.criteria.map(\.id) ?? [])
    }
  }

  /// The criteria that fire on a text.
  public func criteria(firingOn text: String, as subject: Criterion.Subject) -> Set<String> {
    switch subject {
    case .goal: Set(classify(Self.example(text)).criteria.map(\.id))
    case .presentLevel: Set(schoolImpact(of: text).map(\.id))
    case .service: Set(rule.results(cues.read(text, field: "text", subject: .service).fired).map(\.id))
    }
  }

  /// A goal as an example writes it: "Will ... in 4 of 5 lessons. | baseline: 2 of 5 lessons".
  private static func example(_ text: String) -> Goal {
    let parts = text.split(separator: " | baseline: ", maxSplits: 1)
    var goal = Goal(id: "goal-1", text: parts.first.map(String.init) ?? text)
    if parts.count == 2 { goal.baseline = String(parts[1]) }
    return goal
  }

  /// Fills labels, components and the pack's identity.
  public func judge(_ document: IEPDocument) -> IEPDocument {
    var document = document
    for index in document.goals.indices {
      document.goals[index].classification = classify(document.goals[index])
      let components = components(of: document.goals[index])
      document.goals[index].components = components.isEmpty ? nil : components
    }
    services.judge(&document)
    for index in document.sections.indices where document.sections[index].code == .presentLevels {
      document.sections[index].criteria = schoolImpact(of: document.sections[index].text)
    }
    document.criteriaPack = pack.reference
    return document
  }
}
