import IEPModel

/// SM-601 to SM-703: needs, goals, services and who gives them.
enum LinkageRules {
  static let all = [
    AuditRule(id: "SM-601", check: serviceWithoutGoal),
    AuditRule(id: "SM-602", check: goalWithoutService),
    AuditRule(id: "SM-615", check: unknownGoals),
    AuditRule(id: "SM-702", check: roles),
    AuditRule(id: "SM-703", check: assistants),
  ]

  private static func bare(_ number: String) -> String {
    number.uppercased().filter { $0.isLetter || $0.isNumber || $0 == "." }
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
      line.goalNumbers.filter { !numbers.contains(bare($0)) && bare($0) != "ALL" }.map { number in
        .fail(
          Failure(
            message:
              "\(context.name(line)) names goal \(number); the goals are \(numbers.sorted().joined(separator: ", ")).",
            subjects: [line.id],
            expected: "one of \(numbers.sorted().joined(separator: ", "))", actual: number,
            places: line.placesAsSubject, facts: line.facts + [number]))
      }
    }
  }

  private static let qualified: [ServiceCode: Set<ProviderCode>] = [
    .occupationalTherapy: [.ot, .cota], .physicalTherapy: [.pt, .pta], .speechLanguage: [.slp, .slpa],
    .audiology: [.audiologist],
    .nursing: [.nurse, .paraprofessional], .psychological: [.schoolPsychologist, .counselor, .socialWorker],
    .socialWork: [.socialWorker, .counselor, .schoolPsychologist],
    .counseling: [.counselor, .socialWorker, .schoolPsychologist, .bcba], .vision: [.tvi],
    .orientationMobility: [.orientationMobility, .tvi], .deafHardOfHearing: [.teacherOfDeaf, .audiologist],
    .interpreting: [.interpreter],
  ]

  private static func roles(_ context: AuditContext) -> [Verdict] {
    context.services.compactMap { line -> Verdict? in
      guard let code = line.service.code, let roles = qualified[code], let provider = line.provider?.code,
        provider != .other, !roles.contains(provider),
        line.delivery != .consultation && line.delivery != .indirect
      else { return nil }
      return .fail(
        Failure(
          message:
            "\(context.name(line)) is to be given by \"\(line.provider?.text ?? "")\", a role that does not give this service.",
          subjects: [line.id],
          expected: roles.map(\.rawValue).sorted().joined(separator: " or "), actual: provider.rawValue,
          places: line.placesAsSubject, facts: line.facts))
    }
  }

  private static func assistants(_ context: AuditContext) -> [Verdict] {
    let supervisors: [ProviderCode: (ProviderCode, [String])] = [
      .cota: (.ot, ["ot", "otr", "occupational therapist"]), .pta: (.pt, ["pt", "dpt", "physical therapist"]),
      .slpa: (.slp, ["slp", "speech-language pathologist", "speech language pathologist"]),
    ]
    return context.services.compactMap { line -> Verdict? in
      guard let role = line.provider?.code, let (therapist, _) = supervisors[role],
        let text = line.provider?.text.lowercased()
      else { return nil }
      if text.contains("supervis") || text.contains("under") || text.contains("direct") || text.contains("with ")
        || text.contains("/") && text.contains("otr")
      {
        return nil
      }
      if context.services.contains(where: { $0.provider?.code == therapist && $0.service.code == line.service.code }) {
        return nil
      }
      return .fail(
        Failure(
          message:
            "\(context.name(line)) is given by an assistant (\"\(line.provider?.text ?? "")\"); no supervising therapist is named.",
          subjects: [line.id],
          expected: "a supervising \(therapist.rawValue.uppercased())", actual: line.provider?.text,
          places: line.placesAsSubject, facts: line.facts))
    }
  }
}
