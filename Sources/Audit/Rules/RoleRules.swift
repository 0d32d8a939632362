import IEPModel

/// SM-702, SM-703: who gives a service (34 CFR 300.156(b) and the states' practice acts).
enum RoleRules {
  static let all = [
    AuditRule(id: "SM-702", check: roles),
    AuditRule(id: "SM-703", check: assistants),
  ]

  private static let qualified: [ServiceCode: Set<ProviderCode>] = [
    .occupationalTherapy: [.ot, .cota], .physicalTherapy: [.pt, .pta], .speechLanguage: [.slp, .slpa],
    .audiology: [.audiologist],
    .nursing: [.nurse, .paraprofessional], .psychological: [.schoolPsychologist, .counselor, .socialWorker],
    .socialWork: [.socialWorker, .counselor, .schoolPsychologist],
    .counseling: [.counselor, .socialWorker, .schoolPsychologist, .bcba], .vision: [.tvi],
    .orientationMobility: [.orientationMobility, .tvi], .deafHardOfHearing: [.teacherOfDeaf, .audiologist],
    .interpreting: [.interpreter],
  ]

  /// Of one discipline alone: they don't consult in another's name.
  private static let therapists: Set<ProviderCode> = [.ot, .cota, .pt, .pta, .slp, .slpa]

  private static func roles(_ context: AuditContext) -> [Verdict] {
    context.services.compactMap { line -> Verdict? in
      guard let code = line.service.code, let roles = qualified[code], let provider = line.provider?.code,
        provider != .other, !roles.contains(provider), line.category != .personnelSupport,
        // An aid may hold a service's word ("text to speech"), and anyone may help with it.
        !line.isAid(context.words), !isNoRole(line.provider?.text ?? "", context.words),
        !line.isIndirect || therapists.contains(provider)
      else { return nil }
      return .fail(
        Failure(
          severity: line.isIndirect ? .warning : nil,
          message:
            "\(context.name(line)) is to be given by \"\(line.provider?.text ?? "")\", a role that does not give this service.",
          subjects: [line.id],
          expected: roles.map(\.rawValue).sorted().joined(separator: " or "), actual: provider.rawValue,
          places: line.placesAsSubject, facts: line.facts))
    }
  }

  private static func assistants(_ context: AuditContext) -> [Verdict] {
    let supervisors: [ProviderCode: ProviderCode] = [.cota: .ot, .pta: .pt, .slpa: .slp]
    return context.services.compactMap { line -> Verdict? in
      guard let role = line.provider?.code, let therapist = supervisors[role],
        let text = line.provider?.text.lowercased()
      else { return nil }
      if text.contains("supervis") || text.contains("supv") || text.contains("under") || text.contains("direct")
        || text.contains("with ")
        || text.contains("/") && text.contains("otr")
      {
        return nil
      }
      if context.services.contains(where: { $0.provider?.code == therapist && $0.service.code == line.service.code }) {
        return nil
      }
      if isSupervised(role, context) { return .cannotTell("a therapist is named, and not for whom") }
      return .fail(
        Failure(
          message:
            "\(context.name(line)) is given by an assistant (\"\(line.provider?.text ?? "")\"); no supervising therapist is named.",
          subjects: [line.id],
          expected: "a supervising \(therapist.rawValue.uppercased())", actual: line.provider?.text,
          places: line.placesAsSubject, facts: line.facts))
    }
  }

  /// "In the regular education classroom" tells a place and "consultation to teachers" a way of giving a service, though
  /// both hold the words of a teacher.
  private static func isNoRole(_ provider: String, _ words: RuleWords) -> Bool {
    let text = RuleWords.words(of: provider)
    return text.last.map(words.places.contains) ?? true || text.first.map(words.consultation.contains) ?? true
      || provider.contains("|")
  }

  /// The pages of services speak of supervision, or name a therapist of the discipline, in words that no line took up.
  private static func isSupervised(_ assistant: ProviderCode, _ context: AuditContext) -> Bool {
    let text = context.document.sections.filter { $0.code == .services || $0.code == .esy }.map {
      RuleWords.spaced($0.text)
    }
    let therapists = context.words.therapists[assistant.rawValue] ?? []
    return text.contains { page in
      context.words.supervision.contains { page.contains(" " + $0) }
        || therapists.contains { page.contains(" " + $0 + " ") }
    }
  }
}
