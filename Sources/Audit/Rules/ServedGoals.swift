import IEPModel

/// The goals that a related service may serve: by the area that the form prints over them, else by their words (SM-601).
struct ServedGoals {
  private let areas: Set<GoalAreaCode>
  /// How words of such goals begin. Many, so that a goal without one of them is plainly of something else.
  private let stems: [String]?

  /// `nil` where the service may serve any goal.
  init?(by service: ServiceCode, _ words: RuleWords) {
    guard let areas = Self.areas(of: service) else { return nil }
    self.areas = areas
    stems = words.goalStems[service.rawValue]
  }

  /// - Parameter byWords: a goal without a printed area is judged by its words. No word is a proof by its absence, so
  ///   that this serves only plans of several goals, none of which speaks of what the service is for.
  func mayHold(_ goal: Goal, byWords: Bool) -> Bool {
    if let area = goal.area, let code = area.code {
      // An area that is called "Motor" alone holds mobility too.
      let isMotor = code == .grossMotor && RuleWords.words(of: area.text) == ["motor"]
      return areas.contains(code) || isMotor && areas.contains(.mobility)
    }
    guard let stems, byWords else { return true }
    let texts = [goal.text, goal.area?.text ?? ""] + goal.objectives.map(\.text)
    return texts.flatMap(RuleWords.words).contains { word in stems.contains(where: word.hasPrefix) }
  }

  private static func areas(of service: ServiceCode) -> Set<GoalAreaCode>? {
    switch service {
    case .occupationalTherapy:
      [
        .fineMotor, .selfCare, .sensoryRegulation, .writing, .executiveFunction, .independentLiving, .grossMotor,
        .behavior, .socialEmotional, .vocational, .other,
      ]
    case .physicalTherapy: [.grossMotor, .mobility, .other]
    case .speechLanguage:
      [.communication, .socialEmotional, .reading, .writing, .hearing, .selfCare, .academicOther, .other]
    case .vision: [.vision, .mobility, .reading, .academicOther, .independentLiving, .other]
    case .orientationMobility: [.mobility, .vision, .independentLiving, .other]
    case .deafHardOfHearing: [.hearing, .communication, .academicOther, .reading, .other]
    case .counseling, .socialWork, .psychological:
      [.socialEmotional, .behavior, .executiveFunction, .sensoryRegulation, .communication, .other]
    case .behavior: [.behavior, .socialEmotional, .executiveFunction, .sensoryRegulation, .communication, .other]
    default: nil
    }
  }
}
