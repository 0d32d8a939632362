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

  /// Another direct line of another discipline that names the same goals and no others.
  private func partner(of service: ServiceLine, in document: IEPDocument) -> ServiceLine? {
    let mine = Set(service.goalNumbers)
    guard !mine.isEmpty, service.delivery != .consultation, service.delivery != .indirect else { return nil }
    return document.services.first {
      $0.id != service.id && $0.service.code != service.service.code && Set($0.goalNumbers) == mine
        && $0.delivery != .consultation && $0.delivery != .indirect
        && ($0.category == .relatedService || $0.category == .specialEducation)
    }
  }

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
