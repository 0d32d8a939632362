import IEPModel

extension ServiceCandidate {
  /// Where a grid has no column for the service, as under "Special Education", whoever gives it says what it is.
  func named(byProviderIn vocabulary: Vocabulary) -> ServiceCandidate {
    guard lacksName, let provider = part(.provider),
      let role = vocabulary.providerCode(of: provider.text), let words = Self.services[role]
    else { return self }
    var copy = self
    copy.parts.append(
      Part(role: .service, label: "", text: words, place: provider.place, certainty: provider.certainty * 0.8))
    return copy
  }

  /// The service that a person of the role gives (34 CFR 300.34 and 300.39), in words of the vocabulary.
  private static let services: [ProviderCode: String] = [
    .specialEducationTeacher: "special education", .ot: "occupational therapy", .cota: "occupational therapy",
    .pt: "physical therapy", .pta: "physical therapy", .slp: "speech-language therapy",
    .slpa: "speech-language therapy", .socialWorker: "social work", .counselor: "counseling",
    .nurse: "nursing", .audiologist: "audiology", .tvi: "vision services",
    .orientationMobility: "orientation and mobility",
    .interpreter: "interpreting", .bcba: "behavior intervention services",
    .teacherOfDeaf: "teacher of the deaf services", .adaptedPETeacher: "adapted physical education",
  ]
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
