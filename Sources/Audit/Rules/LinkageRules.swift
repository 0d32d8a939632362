import IEPModel

/// SM-601 to SM-615: needs, goals and the services that serve them.
enum LinkageRules {
  static let all = [
    AuditRule(id: "SM-601", check: serviceWithoutGoal),
    AuditRule(id: "SM-602", check: goalWithoutService),
    AuditRule(id: "SM-615", check: unknownGoals),
  ]

  /// "#01." and "1" are one number.
  private static func bare(_ number: String) -> String {
    let kept = number.uppercased().filter { $0.isLetter || $0.isNumber || $0 == "." }
    return kept.count > 1 && kept.hasPrefix("0") ? String(kept.drop { $0 == "0" }) : kept
  }

  /// A number between those that were found: its goal stands in the document and was not read.
  private static func isGap(_ number: String, in numbers: Set<String>) -> Bool {
    let known = numbers.compactMap { Int($0) }
    guard let number = Int(number), let low = known.min(), let high = known.max() else { return false }
    return known.count == numbers.count && number > low && number < high
  }

  /// Whether the form links lines to goals, and numbers its goals.
  private static func isLinked(_ context: AuditContext) -> Bool {
    context.services.contains { !$0.goalNumbers.isEmpty } && context.document.goals.contains { $0.number != nil }
  }

  private static let supports: Set<ServiceCode> = [
    .transportation, .paraprofessional, .nursing, .interpreting, .medicalDiagnostic, .parentCounseling,
    .assistiveTechnology, .audiology,
  ]

  private static func serviceWithoutGoal(_ context: AuditContext) -> [Verdict] {
    guard !context.document.goals.isEmpty else { return [] }
    return context.services.compactMap { line -> Verdict? in
      guard let code = line.service.code, line.category == .relatedService,
        !supports.contains(code) || (code == .assistiveTechnology || code == .nursing) && isLinked(context)
      else { return nil }
      let isFault: Bool
      if isLinked(context), line.asked.contains(.goalNumbers) {
        isFault = line.goalNumbers.isEmpty && line.delivery != .consultation && line.extendedSchoolYear != true
      } else {
        guard let areas = areas(of: code), context.document.goals.allSatisfy({ $0.area?.code != nil }) else {
          return nil
        }
        isFault = !context.document.goals.contains { goal in goal.area?.code.map(areas.contains) ?? true }
      }
      guard isFault else { return nil }
      return .fail(
        Failure(
          message: "\(context.name(line)) names no goal, and none of its area was found.", subjects: [line.id],
          expected: "a goal that the service serves",
          actual: "none", places: line.placesAsSubject, facts: line.facts))
    }
  }

  /// The areas that a service typically serves; `nil` where it may serve any.
  private static func areas(of code: ServiceCode) -> Set<GoalAreaCode>? {
    switch code {
    case .occupationalTherapy:
      [
        .fineMotor, .selfCare, .sensoryRegulation, .writing, .executiveFunction, .independentLiving, .grossMotor,
        .behavior, .socialEmotional, .vocational, .other,
      ]
    case .physicalTherapy:
      [.grossMotor, .mobility, .selfCare, .fineMotor, .health, .independentLiving, .vocational, .other]
    case .speechLanguage:
      [.communication, .socialEmotional, .reading, .writing, .hearing, .selfCare, .academicOther, .other]
    case .vision: [.vision, .mobility, .reading, .academicOther, .independentLiving, .other]
    case .orientationMobility: [.mobility, .vision, .independentLiving, .other]
    case .deafHardOfHearing: [.hearing, .communication, .academicOther, .reading, .other]
    case .counseling, .socialWork, .psychological:
      [.socialEmotional, .behavior, .executiveFunction, .sensoryRegulation, .communication, .other]
    default: nil
    }
  }

  private static func goalWithoutService(_ context: AuditContext) -> [Verdict] {
    let linkable = context.services.filter { $0.asked.contains(.goalNumbers) }
    guard isLinked(context), linkable.count * 2 >= context.services.count else { return [] }
    let named = Set(context.services.flatMap(\.goalNumbers).map(bare))
    if named.contains("ALL") { return [] }
    return context.document.goals.compactMap { goal in
      guard let number = goal.number, !named.contains(bare(number)) else { return nil }
      return .fail(
        Failure(
          message: "Goal \(number) is named by no service line.", subjects: [goal.id],
          expected: "a line that names goal \(number)",
          actual: "lines name \(named.sorted().joined(separator: ", "))",
          places: goal.provenance.map { $0.of(goal.id) }, facts: [goal.text]))
    }
  }

  private static func unknownGoals(_ context: AuditContext) -> [Verdict] {
    let numbers = Set(context.document.goals.compactMap(\.number).map(bare))
    guard !numbers.isEmpty else { return [] }
    return context.services.flatMap { line in
      line.goalNumbers.filter { !numbers.contains(bare($0)) && bare($0) != "ALL" }.map { number -> Verdict in
        if isGap(bare(number), in: numbers) { return .cannotTell("goal \(number) was not found among the goals") }
        return .fail(
          Failure(
            message:
              "\(context.name(line)) names goal \(number); the goals are \(numbers.sorted().joined(separator: ", ")).",
            subjects: [line.id],
            expected: "one of \(numbers.sorted().joined(separator: ", "))", actual: number,
            places: line.placesAsSubject, facts: line.facts + [number]))
      }
    }
  }
}
