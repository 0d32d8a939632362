import Extraction
import IEPModel

/// School grades as the contract writes them: PK, K, 1 ... 12, 13+.
enum Grade {
  static func normalised(_ text: String) -> String? {
    let tokens = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "+" }.map(String.init)
    // "Preschool (age 4)", "Preschool/Prekindergarten".
    if let kind = tokens.first, ["preschool", "prekindergarten", "prek"].contains(kind) { return "PK" }
    guard let first = tokens.first(where: { !["grade", "gr", "level", "the"].contains($0) }), tokens.count <= 4 else {
      return nil
    }
    let joined = tokens.filter { !["grade", "gr", "level"].contains($0) }.joined(separator: " ")
    switch joined {
    case "pk", "prek", "pre k", "p3", "p4", "pre kindergarten", "prekindergarten", "preschool", "pre school", "ps",
      "ec", "ecse", "pre", "pk3", "pk4", "early childhood", "4k", "3k", "k4", "k3", "vpk", "prek 3", "prek 4", "p",
      "4 k", "3 k",
      "pre k 3", "pre k 4", "pre k3", "pre k4", "head start", "infant toddler":
      return "PK"
    case "k", "kg", "kindergarten", "kdg", "kn", "00", "0", "kinder", "tk": return "K"
    case "13", "13+", "12+", "post secondary", "postsecondary", "18 21", "post graduate", "pg": return "13+"
    default: break
    }
    let ordinals = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
      "twelfth",
    ]
    if let index = ordinals.firstIndex(of: first) { return String(index + 1) }
    var digits = first
    // "G08", "Gr5": the way codes have it.
    if let number = digits.firstIndex(where: \.isNumber), ["g", "gr"].contains(digits[..<number]) {
      digits.removeSubrange(..<number)
    }
    for suffix in ["st", "nd", "rd", "th"] where digits.hasSuffix(suffix) { digits.removeLast(2) }
    // "01 First grade": the number and its name.
    let isNamed = tokens.dropFirst().allSatisfy { ordinals.contains($0) || ["grade", "gr"].contains($0) }
    guard let number = Int(digits), (1...12).contains(number), tokens.count <= 2 || isNamed else { return nil }
    return String(number)
  }
}

/// "Yes", "No", "Eligible", "Not eligible", "Y", "N".
enum YesNo {
  /// "Yes ____ No X", "X Yes ____ No": the answer behind which, or before which if it stands first, an X was put.
  private static func marked(among tokens: [String]) -> Bool? {
    guard tokens.count <= 4, tokens.contains("yes"), tokens.contains("no"), tokens.count(where: { $0 == "x" }) == 1,
      let mark = tokens.firstIndex(of: "x")
    else { return nil }
    let answer = tokens[mark == 0 ? 1 : mark - 1]
    return ["yes", "no"].contains(answer) ? answer == "yes" : nil
  }

  static func read(_ text: String) -> Bool? {
    // "Are ESY services needed? No": behind the question.
    let answer = text.lastIndex(of: "?").map { text[$0...] }.flatMap { $0.contains(where: \.isLetter) ? $0 : nil }
    let tokens = (answer ?? text[...]).lowercased().split { !$0.isLetter }.map(String.init)
    guard let first = tokens.first, tokens.count <= 14 else { return nil }
    if let marked = marked(among: tokens) { return marked }
    if first == "no" || first == "n" || tokens.contains("not") || first == "ineligible" { return false }
    // "Regular school year only".
    if first == "regular", tokens.contains("year"), tokens.contains("only") { return false }
    if tokens.count > 1,
      tokens.contains(where: {
        ["eligible", "qualifies", "needed", "required", "necessary", "recommended"].contains($0)
      })
    {
      return true
    }
    if first == "yes" || first == "y" || first == "eligible" || first == "needed" || first == "required"
      || first == "recommended" || first == "qualifies"
    {
      return true
    }
    return nil
  }
}

/// "98%", "96.2 %", "84 percent".
enum Percent {
  /// A percentage from 0 to 100.
  static func read(_ text: String) -> Rational? {
    var digits = ""
    for character in text {
      if character.isNumber || character == "." && !digits.isEmpty {
        digits.append(character)
      } else if character == ",", !digits.isEmpty {
        continue  // "1,950" is a thousand and no percentage.
      } else if !digits.isEmpty {
        break
      } else if character.isLetter {
        return nil
      }
    }
    while digits.hasSuffix(".") { digits.removeLast() }
    guard let value = Rational(parsing: digits), value >= .zero, value <= 100 else { return nil }
    return value
  }

  /// A share as an export writes it: "62", "62%", "0.62".
  static func share(_ text: String) -> Rational? {
    guard let value = read(text) else { return nil }
    let isFraction = text.hasPrefix("0.") && value < 1 && !text.contains("%")
    return isFraction ? value * 100 : value
  }
}
