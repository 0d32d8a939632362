import IEPModel

/// Where a service is given decides: never its minutes, and pull-out alone is no fault. EM401 to EM405 stand beside it.
struct ServiceJudge: Sendable {
  private let polarity: [String: CriterionResult.Polarity]
  private let strength: [String: CriterionResult.Strength]

  init(_ pack: CriteriaPack) {
    polarity = Dictionary(uniqueKeysWithValues: pack.criteria.map { ($0.id, $0.polarity) })
    strength = Dictionary(uniqueKeysWithValues: pack.criteria.compactMap { one in one.strength.map { (one.id, $0) } })
  }

  func judge(_ document: inout IEPDocument) {
    for index in document.services.indices {
      var result = label(document.services[index])
      result.criteria = criteria(of: document.services[index], in: document)
      document.services[index].classification = result
    }
  }

  private func label(_ service: ServiceLine) -> ServiceClassification {
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

  private func criteria(of service: ServiceLine, in document: IEPDocument) -> [CriterionResult] {
    var results: [CriterionResult] = []
    func add(_ id: String, _ field: String, _ quote: String) {
      guard let polarity = polarity[id] else { return }
      results.append(
        CriterionResult(
          id: id, polarity: polarity, strength: strength[id], evidence: [Evidence(field: field, quote: quote)]))
    }
    let numbers = Set(document.goals.compactMap(\.number))
    let linked = service.goalNumbers.filter { numbers.contains($0) }
    if !linked.isEmpty {
      add("EM401", "goalNumbers", linked.joined(separator: ", "))
    } else if let area = document.goals.compactMap(\.area).first(where: { Self.serves(service.service.code, $0.code) })
    {
      add("EM401", "service", "\(service.service.text): \(area.text)")
    }
    switch service.location?.code {
    case .therapyRoom: add("EM118", "location", service.location?.text ?? "")
    case .generalEducation, .schoolWide, .community, .bus: add("EM402", "location", service.location?.text ?? "")
    default:
      if service.delivery == .consultation || service.delivery == .indirect {
        add("EM402", "service", service.service.text)
      }
    }
    if service.category == .relatedService, let partner = partner(of: service, in: document) {
      add(
        partner.category == .specialEducation ? "EM404" : "EM403", "goalNumbers",
        service.goalNumbers.joined(separator: ", "))
    }
    return results
  }

  /// Another direct line of another discipline that names the same goals and no others, or goals with the same targets.
  private func partner(of service: ServiceLine, in document: IEPDocument) -> ServiceLine? {
    let mine = Set(service.goalNumbers)
    guard !mine.isEmpty, service.delivery != .consultation, service.delivery != .indirect else { return nil }
    let own = targets(of: mine, in: document)
    return document.services.first { other in
      let theirs = Set(other.goalNumbers)
      return other.id != service.id && other.service.code != service.service.code
        && other.delivery != .consultation && other.delivery != .indirect
        && (other.category == .relatedService || other.category == .specialEducation)
        && (theirs == mine || isSame(own, targets(of: theirs, in: document)))
    }
  }

  /// The words of what each goal measures.
  private func targets(of numbers: Set<String>, in document: IEPDocument) -> [Set<String>] {
    document.goals.filter { goal in goal.number.map(numbers.contains) ?? false }.map { goal in
      let words = (goal.components?.behavior ?? goal.text).lowercased().split { !$0.isLetter }
      return Set(words.filter { $0.count >= Self.lettersOfAContentWord }.map(String.init))
    }
  }

  /// Each target of the one has its like among those of the other.
  private func isSame(_ some: [Set<String>], _ others: [Set<String>]) -> Bool {
    !some.isEmpty && some.count == others.count
      && some.allSatisfy { one in
        others.contains { other in
          let shared = one.intersection(other).count
          return shared >= Self.fewestSharedWords && Double(shared) >= Self.likeness * Double(one.union(other).count)
        }
      }
  }

  private static let lettersOfAContentWord = 4
  private static let fewestSharedWords = 3
  /// The share of words that two targets have in common where they ask the same. Of 420,000 pairs of goals that different
  /// people invented, nine reach it, and all but one of those measure the same thing; a goal whose names, numbers or
  /// order were changed always does, and one with a scan's misreadings nine times in ten.
  private static let likeness = 2.0 / 3

  /// Whether a discipline works on an area, where no goal is named.
  private static func serves(_ service: ServiceCode?, _ area: GoalAreaCode?) -> Bool {
    guard let area else { return false }
    return switch service {
    case .speechLanguage: area == .communication
    case .occupationalTherapy: [.fineMotor, .selfCare, .sensoryRegulation, .writing].contains(area)
    case .physicalTherapy, .adaptedPE: [.grossMotor, .mobility].contains(area)
    case .counseling, .socialWork, .psychological, .behavior, .socialSkills:
      [.behavior, .socialEmotional, .executiveFunction, .sensoryRegulation].contains(area)
    case .vision, .orientationMobility: [.vision, .mobility].contains(area)
    case .audiology, .deafHardOfHearing, .interpreting: [.hearing, .communication].contains(area)
    case .specializedInstruction: [.reading, .writing, .mathematics, .academicOther, .executiveFunction].contains(area)
    case .transition, .vocational: [.vocational, .independentLiving].contains(area)
    case .nursing: area == .health
    default: false
    }
  }
}
