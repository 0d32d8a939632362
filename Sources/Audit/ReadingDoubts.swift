import IEPModel

/// What the reading of a document leaves in doubt. A finding tells a school that its paper is at fault, so the facts under
/// it must have been read with confidence; what was not is undecided, with the reason, and never silent.
struct ReadingDoubts {
  /// Below this a line or a goal is more likely wrong than right, whatever is said of it. A line that lacks what its form
  /// asks for is doubtful for that alone, and stays above.
  static let least = Rational(45, 100)
  /// Where facts of several places are compared, a slip in any of them makes the difference.
  static let leastForAgreement = Rational(60, 100)
  /// Where it matters that nothing was overlooked, an uncertain goal may be a piece of another one.
  static let leastForWholeness = Rational(3, 4)

  /// Why lines may be missing or wrong: rules that count on all lines can't be decided then.
  let lines: String?
  /// Why goals may be missing or wrong.
  let goals: String?
  private let confidence: [String: Rational]

  init(_ document: IEPDocument) {
    lines = Self.doubtOfLines(document)
    goals = Self.doubtOfGoals(document.goals)
    var confidence: [String: Rational] = [:]
    for line in document.services { confidence[line.id] = line.confidence }
    for goal in document.goals { confidence[goal.id] = goal.confidence }
    self.confidence = confidence
  }

  /// The first of some subjects that was read with less confidence than a finding needs.
  func first(of subjects: [String], below least: Rational) -> (subject: String, confidence: Rational)? {
    for subject in subjects {
      if let confidence = confidence[subject], confidence < least { return (subject, confidence) }
    }
    return nil
  }

  // MARK: Lines

  private static func doubtOfLines(_ document: IEPDocument) -> String? {
    let doubtful = document.diagnostics.count { $0.code == "doubtful-service-line" }
    if doubtful > 0 { return "\(doubtful) rows of the services were read with little confidence" }
    return unserved(document)
  }

  private static let academic: Set<GoalAreaCode> = [.reading, .writing, .mathematics]
  /// Who serves goals of an area that few others do.
  private static let specialists: [GoalAreaCode: Set<ServiceCode>] = [
    .vision: [.vision, .orientationMobility], .mobility: [.orientationMobility, .physicalTherapy, .vision, .adaptedPE],
    .hearing: [.deafHardOfHearing, .audiology, .speechLanguage, .interpreting],
    .grossMotor: [.physicalTherapy, .adaptedPE, .occupationalTherapy], .fineMotor: [.occupationalTherapy, .physicalTherapy],
  ]

  /// Goals of several kinds that nobody serves tell of lines that were not read, sooner than of a plan without them; so do
  /// goals of reading, writing or mathematics without special education.
  private static func unserved(_ document: IEPDocument) -> String? {
    let services = Set(document.services.compactMap(\.service.code))
    guard !services.isEmpty, document.services.allSatisfy({ $0.service.code != nil }) else { return nil }
    let areas = Set(document.goals.compactMap { $0.area?.code })
    let missing = areas.filter { area in specialists[area].map(services.isDisjoint) ?? false }
    if missing.count >= 2 {
      return "no line serves the goals of \(missing.map(\.rawValue).sorted().joined(separator: " and "))"
    }
    let taught = document.services.contains { $0.category == .specialEducation }
    if !taught, !services.contains(.specializedInstruction), !areas.isDisjoint(with: academic) {
      return "no line of special education was found, though there are goals of a subject"
    }
    return nil
  }

  // MARK: Goals

  private static func doubtOfGoals(_ goals: [Goal]) -> String? {
    if let goal = goals.first(where: { $0.confidence.map { $0 < leastForWholeness } ?? false }) {
      return "\(goal.id) was read with confidence \(goal.confidence?.formatted(places: 2) ?? "")"
    }
    let numbers = goals.compactMap(\.number)
    if let odd = numbers.first(where: { RuleWords.words(of: $0).count > 3 }) {
      return "a goal's number was read as \"\(odd)\""
    }
    let bare = numbers.map(GoalNumber.bare)
    if let twice = bare.first(where: { one in bare.count { $0 == one } > 1 }) { return "goal \(twice) was read twice" }
    let counted = bare.compactMap { Int($0) }
    if counted.count == bare.count, let low = counted.min(), let high = counted.max(), high - low + 1 > counted.count {
      return "goals between \(low) and \(high) were not found"
    }
    return nil
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
