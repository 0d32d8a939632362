import IEPModel

/// Where a service is given decides: never its minutes, and pull-out alone is no fault.
struct ServiceJudge: Sendable {
  func classify(_ service: ServiceLine) -> ServiceClassification {
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
}
