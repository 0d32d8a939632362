import Extraction
import IEPModel

/// Joins wrapped lines to running text.
enum Unwrapping {
  static func text(of lines: [TextLine]) -> String { join(lines.map(\.text)) }

  /// A line's end hyphen is dropped where it breaks a word ("move-" "ment"), kept where it stands between two words
  /// that are whole by themselves ("push-" "in"): a letter before it and a small letter after it, and at least three
  /// letters on each side, mark a break.
  static func join(_ lines: [String]) -> String {
    var result = ""
    for line in lines {
      let next = line.trimmingBlanks
      if next.isEmpty { continue }
      if result.isEmpty {
        result = next
        continue
      }
      switch result.unicodeScalars.last {
      case "-" where isInsideCompound(result, next): break
      case "\u{00AD}": result.removeLast()
      default: result += " "
      }
      result += next
    }
    return result
  }

  private static func isInsideCompound(_ before: String, _ after: String) -> Bool {
    guard let last = before.dropLast().last, let first = after.first else { return false }
    return (last.isLetter || last.isNumber) && (first.isLetter || first.isNumber)
  }
}

extension String {
  /// `nil` for a text without letters.
  var nilIfEmpty: String? { isEmpty ? nil : self }
}
