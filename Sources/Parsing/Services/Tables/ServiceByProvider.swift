import IEPModel

extension ServiceCandidate {
  /// Where a grid has no column for the service, as under "Special Education", whoever gives it says what it is.
  func named(byProviderIn vocabulary: Vocabulary) -> ServiceCandidate {
    guard lacksName, let provider = part(.provider),
      let role = vocabulary.providerCode(of: provider.text), let words = role.serviceName
    else { return self }
    var copy = self
    copy.parts.append(
      Part(role: .service, label: "", text: words, place: provider.place, certainty: provider.certainty * 0.8))
    return copy
  }
}

extension ProviderCode {
  /// The service that a person of the role gives (34 CFR 300.34 and 300.39), in words of the vocabulary.
  var serviceName: String? {
    switch self {
    case .specialEducationTeacher: "special education"
    case .ot, .cota: "occupational therapy"
    case .pt, .pta: "physical therapy"
    case .slp, .slpa: "speech-language therapy"
    case .socialWorker: "social work"
    case .counselor: "counseling"
    case .nurse: "nursing"
    case .audiologist: "audiology"
    case .tvi: "vision services"
    case .orientationMobility: "orientation and mobility"
    case .interpreter: "interpreting"
    case .bcba: "behavior intervention services"
    case .teacherOfDeaf: "teacher of the deaf services"
    case .adaptedPETeacher: "adapted physical education"
    default: nil
    }
  }
}

extension ServiceCode {
  /// "Communication" given by a speech therapist, "Fine motor" by an occupational therapist: an area for its service.
  init?(area: GoalAreaCode?, givenBy provider: ProviderCode?) {
    switch (area, provider) {
    case (.communication, .slp), (.communication, .slpa): self = .speechLanguage
    case (.fineMotor, .ot), (.fineMotor, .cota): self = .occupationalTherapy
    case (.grossMotor, .pt), (.grossMotor, .pta): self = .physicalTherapy
    default: return nil
    }
  }
}
