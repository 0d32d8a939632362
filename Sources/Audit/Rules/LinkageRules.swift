import IEPModel

/// SM-601 to SM-615: needs, goals and the services that serve them.
enum LinkageRules {
  static let all = [
    AuditRule(id: "SM-601", check: serviceWithoutGoal),
    AuditRule(id: "SM-602", check: goalWithoutService),
    AuditRule(id: "SM-615", check: unknownGoals),
  ]

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

  /// What is given for many reasons, or as part of a program, with whatever goals the plan has.
  private static let programs: Set<ServiceCode> = [
    .adaptedPE, .recreation, .musicTherapy, .artTherapy, .rehabilitationCounseling, .socialSkills, .transition,
    .vocational,
  ]

  // MARK: SM-601

  private static func serviceWithoutGoal(_ context: AuditContext) -> [Verdict] {
    guard !context.document.goals.isEmpty else { return [] }
    return context.services.compactMap { line -> Verdict? in
      // What supports the student at school has no goal of its own.
      guard let code = line.service.code, line.category == .relatedService, !programs.contains(code),
        !supports.contains(code) || code == .assistiveTechnology && isLinked(context)
      else { return nil }
      guard line.goalNumbers.isEmpty else { return nil }
      if isLinked(context), line.asked.contains(.goalNumbers) {
        guard !line.isIndirect, line.extendedSchoolYear != true else { return nil }
      } else {
        guard let reasons = context.areas.reasons(for: code),
          !context.document.goals.contains(where: { AreaLinks.mayServe(reasons, $0, context) })
        else { return nil }
        if let doubt = context.doubts.goals ?? doubtOfFewGoals(context) {
          return .cannotTell("\(context.name(line)): \(doubt)")
        }
      }
      return .fail(
        Failure(
          message: "\(context.name(line)) names no goal, and none of its area was found.", subjects: [line.id],
          expected: "a goal that the service serves",
          actual: "none", places: line.placesAsSubject, facts: line.facts))
    }
  }

  /// A goal for services of many kinds: the others were not read.
  private static func doubtOfFewGoals(_ context: AuditContext) -> String? {
    let (goals, kinds) = (context.document.goals.count, Set(context.services.compactMap(\.service.code)).count)
    return goals * 3 < kinds ? "only \(goals) of the goals of \(kinds) kinds of services may have been read" : nil
  }

  // MARK: SM-602

  private static func goalWithoutService(_ context: AuditContext) -> [Verdict] {
    let verdicts: [Verdict]
    if isLinked(context) {
      verdicts = unnamed(context).map(Verdict.fail)
    } else {
      let failures = withoutPerson(context)
      verdicts = failures.map(Verdict.fail) + AreaLinks.unserved(context, but: Set(failures.flatMap(\.subjects)))
    }
    guard !verdicts.isEmpty else { return [] }
    if let doubt = doubtOfLinks(context) { return [.cannotTell(doubt)] }
    return verdicts
  }

  /// Goals that no line names, where the form links lines to goals.
  private static func unnamed(_ context: AuditContext) -> [Failure] {
    let linkable = context.services.filter { $0.asked.contains(.goalNumbers) || !$0.goalNumbers.isEmpty }
    guard linkable.count * 2 >= context.services.count else { return [] }
    let named = Set(context.services.flatMap(\.goalNumbers).map(GoalNumber.bare))
    if named.contains("ALL") { return [] }
    // Numbers none of which is a goal's, or one for all lines, are of something else.
    if named.count == 1, linkable.count > 2, context.document.goals.count > 2 { return [] }
    if named.isDisjoint(with: context.document.goals.compactMap(\.number).map(GoalNumber.bare)) { return [] }
    let blank = linkable.filter { $0.goalNumbers.isEmpty }.map { RuleWords.spaced($0.service.text) }
    return context.document.goals.compactMap { goal in
      guard let number = goal.number, !named.contains(GoalNumber.bare(number)) else { return nil }
      // "Written language" without a number is the line of a goal of "Written language".
      let area = RuleWords.spaced(goal.area?.text ?? "")
      if area.count > 2, blank.contains(where: { $0.contains(area) }) { return nil }
      return Failure(
        message: "Goal \(number) is named by no service line.", subjects: [goal.id],
        expected: "a line that names goal \(number)",
        actual: "lines name \(named.sorted().joined(separator: ", "))",
        places: goal.provenance.map { $0.of(goal.id) }, facts: [goal.text])
    }
  }

  /// Goals whose responsible persons, all of them specialists, give no line.
  private static func withoutPerson(_ context: AuditContext) -> [Failure] {
    guard !context.services.isEmpty, context.services.allSatisfy({ $0.service.code != nil }) else { return [] }
    let services = Set(context.services.compactMap(\.service.code))
    let providers = Set(context.services.compactMap(\.provider?.code))
    return context.document.goals.compactMap { goal in
      let roles = goal.responsible.map(\.code)
      guard !roles.isEmpty,
        roles.allSatisfy({ role in
          guard let role, let kinds = given(by: role) else { return false }
          return !providers.contains(role) && services.isDisjoint(with: kinds)
        })
      else { return nil }
      let name = goal.responsible.map(\.text).joined(separator: ", ")
      return Failure(
        message: "Goal \(goal.number ?? goal.id) is given to \(name), and no service line is theirs.",
        subjects: [goal.id], expected: "a line of a service that \(name) gives", actual: "none",
        places: goal.provenance.map { $0.of(goal.id) }, facts: [goal.text])
    }
  }

  /// The services that a specialist gives; `nil` for who may serve goals without a line of their own.
  private static func given(by role: ProviderCode) -> Set<ServiceCode>? {
    switch role {
    case .ot, .cota: [.occupationalTherapy]
    case .pt, .pta: [.physicalTherapy]
    case .slp, .slpa: [.speechLanguage]
    case .orientationMobility: [.orientationMobility, .vision]
    case .tvi: [.vision, .orientationMobility]
    case .teacherOfDeaf: [.deafHardOfHearing]
    case .adaptedPETeacher: [.adaptedPE]
    case .schoolPsychologist, .counselor, .socialWorker:
      [.counseling, .socialWork, .psychological, .behavior, .socialSkills]
    default: nil
    }
  }

  /// Why it can't be said which goals are served: what was read of lines, goals or their links has gaps.
  private static func doubtOfLinks(_ context: AuditContext) -> String? {
    if let doubt = context.doubts.lines ?? context.doubts.goalNumbers { return doubt }
    guard isLinked(context) else {
      // Related services often stand in a table of their own, which on a page may have been overlooked.
      let isOverlooked =
        context.document.source.format == .pdf && !context.services.contains { $0.category == .relatedService }
      return isOverlooked ? "no line of a related service was found" : nil
    }
    // A blank may be a number that was not read.
    return context.services.first {
      $0.goalNumbers.isEmpty && $0.category == .specialEducation && context.doubts.isUncertain($0)
    }.map {
      "\(context.name($0)) names no goal that was read"
    }
  }

  // MARK: SM-615

  /// A goal without a number may be the one that is looked for, and a goal that was read with doubt may hold the next.
  private static func doubtOfUnread(_ number: String, _ numbers: Set<String>, _ context: AuditContext) -> String? {
    guard let number = Int(GoalNumber.bare(number)),
      number <= max(context.document.goals.count, (numbers.compactMap { Int($0) }.max() ?? 0) + 1)
    else { return nil }
    return context.doubts.goals
  }

  private static func unknownGoals(_ context: AuditContext) -> [Verdict] {
    let numbers = Set(context.document.goals.compactMap(\.number).map(GoalNumber.bare))
    guard !numbers.isEmpty else { return [] }
    let unknown = Set(context.services.flatMap(\.goalNumbers).map(GoalNumber.bare)).subtracting(numbers).subtracting([
      "ALL"
    ])
    // Several numbers without a goal tell of goals that were not read, sooner than of as many slips.
    if unknown.count > 1, unknown.count >= numbers.count {
      return [.cannotTell("goals \(unknown.sorted().joined(separator: ", ")) were not found among the goals")]
    }
    return context.services.flatMap { line in
      line.goalNumbers.filter { !numbers.contains(GoalNumber.bare($0)) && GoalNumber.bare($0) != "ALL" }.map {
        number -> Verdict in
        if let doubt = context.doubts.goalNumbers ?? doubtOfUnread(number, numbers, context) {
          return .cannotTell("goal \(number): \(doubt)")
        }
        if isGap(GoalNumber.bare(number), in: numbers) {
          return .cannotTell("goal \(number) was not found among the goals")
        }
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
