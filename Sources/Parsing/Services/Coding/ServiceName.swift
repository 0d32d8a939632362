import Foundation
import IEPModel

/// A service's name and what is said behind it: "Physical Therapy - Individual", "OT (push-in)".
enum ServiceName {
  /// The name as written.
  static func split(_ text: String) -> String { text.trimmingBlanks }

  /// What qualifies the name: behind a dash, a comma or in brackets, or the whole text.
  static func qualifiers(_ text: String) -> String { qualifier(text) ?? text }

  /// What stands before a colon: "Consultation: reading".
  static func lead(_ text: String) -> String? {
    text.firstIndex(of: ":").map { String(text[..<$0]) }
  }

  /// What stands behind the name, after a dash, a comma or in brackets.
  static func qualifier(_ text: String) -> String? {
    behind(text).max { $0.count < $1.count }
  }

  /// The last of several qualifiers: "ind" of "Study skills (SDI), ind".
  static func lastQualifier(_ text: String) -> String? {
    text.range(of: ",", options: .backwards).map { String(text[$0.upperBound...]).trimmingBlanks }
  }

  private static func behind(_ text: String) -> [String] {
    var parts: [Substring] = []
    for separator in [" - ", " – ", " — ", "(", ",", ":", ";"] {
      if let range = text.range(of: separator) { parts.append(text[range.upperBound...]) }
    }
    return parts.map { String($0).trimmingCharacters(" )") }
  }
}
