/// The stable codes of the output (contract: codes.md). Adding one is a minor change, renaming one a major change.

/// Services, after 34 CFR 300.34 and what else stands in a services grid.
public enum ServiceCode: String, Hashable, Sendable, Codable, CaseIterable {
  case occupationalTherapy = "occupational-therapy"
  case physicalTherapy = "physical-therapy"
  case speechLanguage = "speech-language"
  case audiology, interpreting, psychological, counseling
  case socialWork = "social-work"
  case parentCounseling = "parent-counseling"
  case orientationMobility = "orientation-mobility"
  case nursing
  case medicalDiagnostic = "medical-diagnostic"
  case recreation
  case rehabilitationCounseling = "rehabilitation-counseling"
  case earlyIdentification = "early-identification"
  case transportation
  case specializedInstruction = "specialized-instruction"
  case adaptedPE = "adapted-pe"
  case vision
  case deafHardOfHearing = "deaf-hard-of-hearing"
  case behavior
  case assistiveTechnology = "assistive-technology"
  case paraprofessional
  case musicTherapy = "music-therapy"
  case artTherapy = "art-therapy"
  case vocational, transition
  case socialSkills = "social-skills"
}

/// Where a service is given.
public enum LocationCode: String, Hashable, Sendable, Codable, CaseIterable {
  case generalEducation = "general-education"
  case specialEducation = "special-education"
  case therapyRoom = "therapy-room"
  case schoolWide = "school-wide"
  case separateSchool = "separate-school"
  case residential, home, hospital, community, virtual, bus, other

  /// Whether time there is time outside general education (audit.md D.0).
  public var isOutsideGeneralEducation: Bool {
    switch self {
    case .specialEducation, .therapyRoom, .separateSchool, .residential, .home, .hospital: true
    case .generalEducation, .schoolWide, .community, .virtual, .bus, .other: false
    }
  }
}

/// Who gives a service or is responsible for a goal.
public enum ProviderCode: String, Hashable, Sendable, Codable, CaseIterable {
  case ot, cota, pt, pta, slp, slpa
  case specialEducationTeacher = "special-education-teacher"
  case generalEducationTeacher = "general-education-teacher"
  case paraprofessional
  case schoolPsychologist = "school-psychologist"
  case counselor
  case socialWorker = "social-worker"
  case nurse, audiologist, tvi
  case orientationMobility = "o-and-m"
  case teacherOfDeaf = "tdhh"
  case interpreter, bcba
  case adaptedPETeacher = "ape-teacher"
  case other
}

/// What a goal is about.
public enum GoalAreaCode: String, Hashable, Sendable, Codable, CaseIterable {
  case reading, writing, mathematics, communication
  case fineMotor = "fine-motor"
  case grossMotor = "gross-motor"
  case sensoryRegulation = "sensory-regulation"
  case selfCare = "self-care"
  case behavior
  case socialEmotional = "social-emotional"
  case executiveFunction = "executive-function"
  case vision, hearing, mobility, health, vocational
  case independentLiving = "independent-living"
  case academicOther = "academic-other"
  case other
}

/// The disability categories of 34 CFR 300.8.
public enum DisabilityCode: String, Hashable, Sendable, Codable, CaseIterable {
  case autism
  case deafBlindness = "deaf-blindness"
  case deafness
  case developmentalDelay = "developmental-delay"
  case emotionalDisturbance = "emotional-disturbance"
  case hearingImpairment = "hearing-impairment"
  case intellectualDisability = "intellectual-disability"
  case multipleDisabilities = "multiple-disabilities"
  case orthopedicImpairment = "orthopedic-impairment"
  case otherHealthImpairment = "other-health-impairment"
  case specificLearningDisability = "specific-learning-disability"
  case speechLanguageImpairment = "speech-language-impairment"
  case traumaticBrainInjury = "traumatic-brain-injury"
  case visualImpairment = "visual-impairment"
}

/// Under which head of 34 CFR 300.320(a)(4) a line stands.
public enum ServiceCategory: String, Hashable, Sendable, Codable, CaseIterable {
  case specialEducation = "special-education"
  case relatedService = "related-service"
  case supplementaryAid = "supplementary-aid"
  case personnelSupport = "personnel-support"
  case transition, transportation

  /// Where the source does not say: what the service itself is (corpus convention, 34 CFR 300.34 and 300.39).
  public init(of service: ServiceCode?) {
    self =
      switch service {
      // Vocational education and the teaching of social skills are specially designed instruction (34 CFR 300.39).
      case .specializedInstruction, .adaptedPE, .vocational, .socialSkills: .specialEducation
      case .transition: .transition
      case .paraprofessional: .supplementaryAid
      case .transportation: .transportation
      default: .relatedService
      }
  }

  /// The head that a line stands under where the form's heading says one: the heading holds unless the service can't be
  /// what it says. Forms list instruction, aides and the bus in one grid with the therapies; 34 CFR 300.34, 300.39 and
  /// 300.42 tell them apart.
  public init(of service: ServiceCode?, under heading: ServiceCategory) {
    let own = ServiceCategory(of: service)
    let isFixed =
      switch service {
      case .transportation: true
      case .paraprofessional: heading == .relatedService
      case .specializedInstruction, .adaptedPE: heading == .relatedService || heading == .transportation
      case .occupationalTherapy, .physicalTherapy, .counseling, .psychological, .socialWork, .nursing,
        .orientationMobility, .audiology,
        .parentCounseling, .medicalDiagnostic, .recreation, .rehabilitationCounseling, .musicTherapy, .artTherapy:
        heading == .specialEducation
      default: false
      }
    self = isFixed ? own : heading
  }
}

public enum Delivery: String, Hashable, Sendable, Codable, CaseIterable { case direct, consultation, indirect }

public enum Grouping: String, Hashable, Sendable, Codable, CaseIterable {
  case individual, group
  case wholeClass = "class"
}

public enum IEPKind: String, Hashable, Sendable, Codable, CaseIterable {
  case initial, annual, amendment, reevaluation, interim, transfer, other
}

public enum SectionCode: String, Hashable, Sendable, Codable, CaseIterable {
  case cover
  case presentLevels = "present-levels"
  case specialFactors = "special-factors"
  case goals, services, accommodations, assessment, lre, esy, transition, progress
  case priorNotice = "prior-notice"
  case participants, other
}

/// A value with its code, where one fits, beside the source's own words.
public struct Coded<Code: RawRepresentable & Hashable & Sendable & Codable>: Hashable, Sendable, Codable
where Code.RawValue == String {
  public var code: Code?
  /// As written in the source.
  public var text: String

  public init(code: Code?, text: String) {
    self.code = code
    self.text = text
  }
}
