import IEPModel

/// A room told by what is given there, where no vocabulary has its name: "Audiology suite", "Intervention space".
enum NamedRoom {
  static func code(of text: String, vocabulary: Vocabulary) -> LocationCode? {
    guard text.utf8.count <= 48, let space = text.lastIndex(of: " "),
      nouns.contains(text[text.index(after: space)...].lowercased()),
      case let name = String(text[..<space]), name.split(separator: " ").count <= 4,
      let service = vocabulary.services.best(in: name), service.coverage > 0.6
    else { return nil }
    switch service.code {
    case .occupationalTherapy, .physicalTherapy, .speechLanguage, .audiology, .psychological, .counseling, .socialWork,
      .rehabilitationCounseling, .musicTherapy, .artTherapy, .vision, .deafHardOfHearing, .orientationMobility,
      .behavior:
      return .therapyRoom
    case .specializedInstruction where !service.isWeak: return .specialEducation
    default: return nil
    }
  }

  private static let nouns: Set<String> = [
    "room", "office", "suite", "space", "area", "corner", "station", "studio", "rm", "rm.",
  ]
}
