import IEPModel

/// A room told by what is given there, where no vocabulary has its name: "Audiology suite", "Intervention space".
enum NamedRoom {
  static func code(of text: String, vocabulary: Vocabulary) -> LocationCode? {
    guard text.utf8.count <= 48, let name = (numbered(text) ?? before(text)).map(Clauses.withoutLead),
      name.split(separator: " ").count <= 4,
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

  /// What stands before the room's noun: "Audiology suite".
  private static func before(_ text: String) -> String? {
    guard let space = text.lastIndex(of: " "), nouns.contains(text[text.index(after: space)...].lowercased()) else {
      return nil
    }
    return String(text[..<space])
  }

  /// What stands in brackets behind the room's number: "Rm 118 (speech)".
  private static func numbered(_ text: String) -> String? {
    guard text.last == ")", let open = text.firstIndex(of: "(") else { return nil }
    let head = text[..<open].split(separator: " ")
    guard head.count == 2, nouns.contains(head[0].lowercased()), head[1].contains(where: \.isNumber) else { return nil }
    return String(text[text.index(after: open)...].dropLast())
  }

  private static let nouns: Set<String> = [
    "room", "office", "suite", "space", "area", "corner", "station", "studio", "rm", "rm.", "nook", "portable",
    "trailer",
    "cottage", "bungalow",
  ]
}
