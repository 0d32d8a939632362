import Foundation
import IEPModel

/// Where all services of a section are given, as the form says it once: "Place of services: the Learning Center, unless a
/// line names another place", "All services are provided in the resource room."
struct PlaceOfServices: Sendable {
  let vocabulary: Vocabulary

  /// Whether a line may be part of such a sentence: it speaks of services.
  static func mayBeGiven(in line: String) -> Bool { line.contains(inAnyCase: "services") }

  /// "All services begin 8/17/2026. They are given on the campus, unless ...": what a paragraph says in a further sentence.
  func read(sentences: [String]) -> Coded<LocationCode>? {
    for (said, sentence) in zip(sentences, sentences.dropFirst()) where Self.mayBeGiven(in: said) {
      guard sentence.hasPrefix("They "), case let (statement, isQualified) = Self.withoutExceptions(sentence),
        isQualified,
        case let words = statement.blankSeparated, words.count >= 5, Self.given.contains(words[2]),
        ["in", "at", "on"].contains(words[3]),
        case let place = words[4...].joined(separator: " ").trimmingCharacters(" .,;"),
        let code = vocabulary.locationCode(of: place)
      else { continue }
      return Coded(code: code, text: place)
    }
    return nil
  }

  /// The place that a sentence says of all services; `nil` where it says none, or none that is known.
  func read(_ text: String) -> Coded<LocationCode>? {
    guard text.utf8.count < 200, Self.mayBeGiven(in: text),
      case let (statement, isQualified) = Self.withoutExceptions(text),
      let place = labelled(statement, isQualified: isQualified) ?? stated(statement),
      let code = vocabulary.locationCode(of: place)
    else { return nil }
    return Coded(code: code, text: place)
  }

  /// "Place of services: ..." behind which exceptions are named, "Location of all services: ...".
  private func labelled(_ text: String, isQualified: Bool) -> String? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let words = LabelTokens.words(String(text[..<colon]))
    guard words.contains("services"), !Self.places.isDisjoint(with: words), words.count <= 8,
      isQualified || words.contains("all")
    else { return nil }
    return String(text[text.index(after: colon)...]).trimmingCharacters(" .,;")
  }

  /// "All services listed below will be provided in ..."
  private func stated(_ text: String) -> String? {
    let words = text.split(separator: " ").map(String.init)
    let plain = words.map { $0.lowercased() }
    // "ESY services are given in the Life Skills classroom and run from ..."
    guard ["all", "these", "esy", "summer"].contains(plain.first),
      let named = plain.prefix(8).firstIndex(of: "services"),
      let given = plain[named...].prefix(8).firstIndex(where: { Self.given.contains($0) }), given + 2 < words.count,
      ["in", "at"].contains(plain[given + 1])
    else { return nil }
    let place = words[(given + 2)...]
    let end = place.indices.first { plain[$0] == "and" && $0 + 1 < place.endIndex && plain[$0 + 1].hasPrefix("run") }
    return place[..<(end ?? place.endIndex)].joined(separator: " ").trimmingCharacters(" .,;")
  }

  /// The statement without ", unless a line names another" behind it.
  private static func withoutExceptions(_ text: String) -> (statement: String, isQualified: Bool) {
    guard text.contains(inAnyCase: "unless") || text.contains(inAnyCase: "except") || text.contains(inAnyCase: "if not")
    else { return (text, false) }
    for lead in ["unless", "except", "if not otherwise"] {
      if let found = text.range(of: lead, options: .caseInsensitive) {
        return (String(text[..<found.lowerBound]).trimmingCharacters(" .,;("), true)
      }
    }
    return (text, false)
  }

  private static let places: Set = ["place", "location", "setting", "site", "where"]
  private static let given: Set = ["provided", "delivered", "given", "implemented"]
}
