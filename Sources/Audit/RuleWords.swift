import IEPModel
import Seeds

/// The words of `seeds/rules/words.yaml`, by which rules judge what a line or a section says.
struct RuleWords: Sendable, Decodable {
  static let file = "rules/words.yaml"

  let reasons: [String]
  let openUnits: Set<String>
  let meetings: Set<String>
  let periods: Set<String>
  let places: Set<String>
  let supervision: [String]
  /// By the code of the assistant whom they supervise.
  let therapists: [String: [String]]
  let transition: [String]
  let aids: [String]
  let consultation: [String]
  let openEnds: Set<String>

  /// The words of a text in small letters, without signs.
  static func words(of text: String) -> [String] {
    text.lowercased().words
  }

  /// The words of a text with one blank between and at each end, so that whole phrases can be looked for in it.
  static func spaced(_ text: String) -> String { " " + words(of: text).joined(separator: " ") + " " }
}
