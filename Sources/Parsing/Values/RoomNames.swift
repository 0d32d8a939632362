import IEPModel
import Seeds

/// A room told by what it is called after, where the vocabulary of places lacks its name: "MOID class", "Audiology suite",
/// "Ceramics room". The words are those of `seeds/vocabulary/rooms.yaml`.
struct RoomNames: Sendable {
  private struct File: Decodable {
    var nouns: [String]
    var names: [LocationCode: [String]]

    init(from decoder: any Decoder) throws {
      let lists = try decoder.singleValueContainer().decode([String: [String]].self)
      nouns = lists["nouns"] ?? []
      names = [:]
      for (key, list) in lists where key != "nouns" {
        guard let code = LocationCode(rawValue: key) else {
          throw DecodingError.dataCorrupted(
            .init(codingPath: decoder.codingPath, debugDescription: "knows no place '\(key)'"))
        }
        names[code] = list
      }
    }
  }

  private let nouns: Set<String>
  private let names: TermTable<LocationCode>

  init(seeds: SeedStore, forms: WordForms) throws(SeedError) {
    let file = try SeedYAML.decode(File.self, from: "vocabulary/rooms.yaml", in: seeds)
    nouns = Set(file.nouns.map(Terms.folded))
    names = TermTable(phrases: file.names, forms: forms)
  }

  /// Every known name of a room, with its code.
  var known: [(name: String, code: LocationCode)] { names.phrases.map { ($0.name + " room", $0.code) } }

  /// The kind of a room; `nil` where the text names no room or one that is called after nothing known.
  func code(of text: String, services: TermTable<ServiceCode>) -> LocationCode? {
    let terms = Terms(text)
    guard text.utf8.count <= 60, (2...7).contains(terms.tokens.count),
      let noun = terms.tokens.lastIndex(where: { nouns.contains($0.word) }), noun > 0
    else { return nil }
    // The name nearest to the noun: "SpEd math class" is the last of its words' class but for a word of special education.
    let found = names.matches(inCell: terms).filter { $0.tokens.lowerBound < noun }
    if let special = found.first(where: { $0.code == .specialEducation }) { return special.code }
    if let last = found.last { return last.code }
    // In a text of capitals every word looks like one.
    if Self.isAcronym(terms.tokens[noun - 1].raw), text != text.uppercased() { return .specialEducation }
    return room(of: String(text.prefix(terms.tokens[noun].range.lowerBound)), services: services)
  }

  /// The kind of a room that is counted, by what is told behind its number: "Rm 118 (speech)".
  func code(of head: String, told remark: String, services: TermTable<ServiceCode>) -> LocationCode? {
    let room = Terms(head).tokens
    guard room.count == 2, nouns.contains(room[0].word), room[1].raw.contains(where: \.isNumber) else { return nil }
    let name = remark.trimmingCharacters("() ")
    return names.best(in: name)?.code ?? self.room(of: name, services: services)
  }

  /// Classes that bear capital letters are programmes of special education, but for those that `rooms.yaml` knows.
  private static func isAcronym(_ word: String) -> Bool {
    (2...5).contains(word.utf8.count) && word.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  private func room(of name: String, services: TermTable<ServiceCode>) -> LocationCode? {
    guard name.split(separator: " ").count <= 4, let service = services.best(in: name), service.coverage > 0.6 else {
      return nil
    }
    switch service.code {
    case .occupationalTherapy, .physicalTherapy, .speechLanguage, .audiology, .psychological, .counseling, .socialWork,
      .rehabilitationCounseling, .musicTherapy, .artTherapy, .vision, .deafHardOfHearing, .orientationMobility,
      .behavior:
      return .therapyRoom
    case .specializedInstruction where !service.isWeak: return .specialEducation
    default: return nil
    }
  }
}
