import IEPModel

/// What the reading of a document leaves in doubt. A finding tells a school that its paper is at fault, so the facts under
/// it must have been read with confidence; what was not is undecided, with the reason, and never silent.
struct ReadingDoubts {
  /// Below this a line or a goal is more likely wrong than right.
  static let least = Rational(1, 2)
  /// Where it matters that nothing was overlooked, an uncertain line or goal may be a piece of another one.
  static let leastForWholeness = Rational(3, 4)
  /// Below this a line or a goal is not held against another place. Measured with faults put into what was read of real
  /// forms: between this and `least` a comparison is sooner right than a false alarm.
  static let leastForComparison = Rational(3, 10)
  /// From this on hardly a line is wrong.
  private static let sure = Rational(9, 10)
  /// Below this there is hardly a line at all.
  static let hopeless = Rational(1, 20)

  /// Why lines may be missing or wrong: rules that count on all lines can't be decided then.
  let lines: String?
  /// Why a line may be missing that would explain a figure: a row was not read, or no line was read well.
  let missingLines: String?
  /// Why goals may be missing: rules that look for a goal of some kind can't be decided then.
  let goals: String?
  /// Why the goals' numbers may be wrong: rules that look for a number can't be decided then.
  let goalNumbers: String?
  private let confidence: [String: Rational]
  /// Most lines of the form were read well, so that what one of them lacks is lacking on the page, and it is doubtful for
  /// that.
  private let isFormUnderstood: Bool

  init(_ document: IEPDocument) {
    // Goals that nobody serves tell of lines of some service that are missing.
    let unservedGoals = Self.unserved(document)
    lines = Self.doubtOfLines(document) ?? unservedGoals
    missingLines =
      unservedGoals ?? Self.unreadRow(document)
      ?? (document.services.allSatisfy(Self.isDoubtful) ? "no service line was read with confidence" : nil)
    goalNumbers = Self.doubtOfNumbers(document.goals)
    goals = goalNumbers ?? Self.unnumbered(document.goals) ?? Self.doubtOfGoals(document.goals)
    var confidence: [String: Rational] = [:]
    for line in document.services { confidence[line.id] = line.confidence }
    for goal in document.goals { confidence[goal.id] = goal.confidence }
    self.confidence = confidence
    isFormUnderstood = document.services.count { Self.isDoubtful($0) } * 2 < document.services.count
  }

  private static func isDoubtful(_ line: ServiceLine) -> Bool { line.confidence.map { $0 < least } ?? false }

  /// Whether a line has a doubt beside that of a fact that it lacks.
  func isUncertain(_ line: ServiceLine) -> Bool { line.confidence.map { $0 < Self.leastForWholeness } ?? false }

  /// The first of some subjects that was read with less confidence than a finding on this ground needs.
  func first(of subjects: [String], ground: RuleRecord.Ground) -> (subject: String, confidence: Rational)? {
    let least =
      switch ground {
      case .lack: isFormUnderstood ? Self.hopeless : Self.least
      case .statement: Self.hopeless
      case .comparison: Self.leastForComparison
      }
    for subject in subjects {
      if let confidence = confidence[subject], confidence < least { return (subject, confidence) }
    }
    return nil
  }

  // MARK: Lines

  private static func doubtOfLines(_ document: IEPDocument) -> String? {
    let doubtful = document.services.count { isDoubtful($0) }
    if doubtful * 2 > document.services.count {
      return "\(doubtful) of \(document.services.count) service lines were read with little confidence"
    }
    return unreadRow(document)
  }

  private static func unreadRow(_ document: IEPDocument) -> String? {
    if let row = document.diagnostics.first(where: {
      $0.code == "unread-service-row" || $0.code == "doubtful-service-line" && !isOfLine($0, document)
    }) {
      return "a row that may be a service was not read: \"\(row.text?.prefix(60) ?? "")\""
    }
    return nil
  }

  /// Whether a row that was read with doubt speaks of a service that a line is of.
  private static func isOfLine(_ row: Diagnostic, _ document: IEPDocument) -> Bool {
    let text = RuleWords.spaced(row.text ?? "")
    return document.services.contains { text.contains(RuleWords.spaced($0.service.text)) }
  }

  /// Who serves goals of an area that few others do.
  private static let specialists: [GoalAreaCode: Set<ServiceCode>] = [
    .vision: [.vision, .orientationMobility], .mobility: [.orientationMobility, .physicalTherapy, .vision, .adaptedPE],
    .hearing: [.deafHardOfHearing, .audiology, .speechLanguage, .interpreting],
    .grossMotor: [.physicalTherapy, .adaptedPE, .occupationalTherapy],
    .fineMotor: [.occupationalTherapy, .physicalTherapy],
  ]

  /// Goals of several kinds that nobody serves tell of lines that were not read, sooner than of a plan without them.
  private static func unserved(_ document: IEPDocument) -> String? {
    let services = Set(document.services.compactMap(\.service.code))
    guard !services.isEmpty, document.services.allSatisfy({ $0.service.code != nil }) else { return nil }
    let areas = Set(document.goals.compactMap { $0.area?.code })
    let missing = areas.filter { area in specialists[area].map(services.isDisjoint) ?? false }
    guard missing.count >= 2, !isReadWell(document.services, beside: missing.count) else { return nil }
    return "no line serves the goals of \(missing.map(\.rawValue).sorted().joined(separator: " and "))"
  }

  /// Whether lines of more kinds of related services than are looked for were read, and no line with doubt: a table that
  /// was overlooked would hold those too.
  private static func isReadWell(_ lines: [ServiceLine], beside missing: Int) -> Bool {
    let kinds = Set(lines.filter { $0.category == .relatedService }.compactMap(\.service.code))
    return kinds.count > missing && lines.allSatisfy { $0.confidence.map { $0 >= sure } ?? true }
  }

  // MARK: Goals

  private static func doubtOfGoals(_ goals: [Goal]) -> String? {
    // Of goals that are counted from one on, none is a piece of another.
    let isCounted =
      goals.count >= 2 && goals.indices.allSatisfy { goals[$0].number.map(GoalNumber.bare) == String($0 + 1) }
    let enough = isCounted ? least : leastForWholeness
    if let goal = goals.first(where: { $0.confidence.map { $0 < enough } ?? false }) {
      return "\(goal.id) was read with confidence \(goal.confidence?.formatted(places: 2) ?? "")"
    }
    let counted = goals.compactMap(\.number).map(GoalNumber.bare).compactMap { Int($0) }
    guard counted.count == goals.count, let low = counted.min(), let high = counted.max(), high - low >= counted.count
    else { return nil }
    return "goals between \(low) and \(high) were not found"
  }

  private static func unnumbered(_ goals: [Goal]) -> String? {
    guard goals.contains(where: { $0.number != nil }) else { return nil }
    return goals.first { $0.number == nil }.map { "\($0.id) has no number" }
  }

  private static func doubtOfNumbers(_ goals: [Goal]) -> String? {
    let numbers = goals.compactMap(\.number)
    if let odd = numbers.first(where: { RuleWords.words(of: $0).count > 3 }) {
      return "a goal's number was read as \"\(odd)\""
    }
    let bare = numbers.map(GoalNumber.bare)
    return bare.first { one in bare.count { $0 == one } > 1 }.map { "goal \($0) was read twice" }
  }
}

/// How goals' numbers are compared.
enum GoalNumber {
  /// "#01." and "1" are one number.
  static func bare(_ number: String) -> String {
    let kept = number.uppercased().filter { $0.isLetter || $0.isNumber || $0 == "." }
    return kept.count > 1 && kept.hasPrefix("0") ? String(kept.drop { $0 == "0" }) : kept
  }
}
