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
      case let last? where ("0"..."9").contains(last) || last == "/": if !isInsideDate(result, next) { result += " " }
      default: result += " "
      }
      result += next
    }
    return result
  }

  /// "10/28/20" over "27", "10/28/" over "2027": a narrow cell cuts a date's year.
  private static func isInsideDate(_ before: String, _ after: String) -> Bool {
    let date = before.suffix(10).split(separator: " ").last ?? ""
    let parts = date.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.prefix(2).allSatisfy({ (1...2).contains($0.count) }),
      parts.allSatisfy({ $0.allSatisfy(\.isNumber) }), case let year = parts[2] + after, year.count == 4
    else { return false }
    return year.allSatisfy(\.isNumber) && year.hasPrefix("20")
  }

  private static func isInsideCompound(_ before: String, _ after: String) -> Bool {
    guard let last = before.dropLast().last, let first = after.first else { return false }
    // "one-" over "and two-syllable words": what is left out comes behind.
    if ["and", "or", "to"].contains(after.prefix { $0 != " " }) { return false }
    return (last.isLetter || last.isNumber) && (first.isLetter || first.isNumber)
  }
}

extension String {
  /// `nil` for a text without letters.
  var nilIfEmpty: String? { isEmpty ? nil : self }
}
