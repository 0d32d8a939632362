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
      "ec", "ecse", "pre", "pk3", "pk4", "early childhood":
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
    guard let number = Int(digits), (1...12).contains(number), tokens.count <= 2 else { return nil }
    return String(number)
  }
}

/// "Yes", "No", "Eligible", "Not eligible", "Y", "N".
enum YesNo {
  static func read(_ text: String) -> Bool? {
    let tokens = text.lowercased().split { !$0.isLetter }.map(String.init)
    guard let first = tokens.first, tokens.count <= 14 else { return nil }
    if first == "no" || first == "n" || tokens.contains("not") || first == "ineligible" { return false }
    // "Regular school year only".
    if first == "regular", tokens.contains("year"), tokens.contains("only") { return false }
    if first == "yes" || first == "y" || first == "eligible" || first == "needed" || first == "required" { return true }
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

  /// The share of time in general education that a sentence gives, "98% of the day in the general education
  /// environment", "Inside the regular class: 84%", and how plainly it does.
  static func statement(_ text: String) -> (share: Rational, score: Int)? {
    let lowered = text.lowercased()
    guard lowered.contains("%") || lowered.contains("percent"), !lowered.contains("80% or more"),
      !lowered.contains("accuracy"), !lowered.contains("less than 40"), !lowered.contains("40% to 79"),
      !lowered.contains("40-79"), !lowered.contains("40% -")
    else { return nil }
    let inside =
      lowered.contains("general ed") || lowered.contains("regular class") || lowered.contains("regular ed")
      || lowered.contains("nondisabled") || lowered.contains("without disabilities")
      || lowered.contains("do not have disabilities") || lowered.contains("typical peers")
      || lowered.contains("non-disabled") || lowered.contains("inside")
    let outside = lowered.contains("outside") || lowered.contains("removed") || lowered.contains("special education")
    guard inside else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let numbers = words.enumerated().compactMap { index, word -> Rational? in
      guard
        word.contains("%")
          || (index + 1 < words.count
            && (words[index + 1].hasPrefix("%") || words[index + 1].lowercased().hasPrefix("percent")))
      else { return nil }
      return read(word.trimmingCharacters("(=:"))
    }
    guard let value = numbers.last else { return nil }
    return (value, (outside ? 0 : 2) + (lowered.contains("time") || lowered.contains("day") ? 1 : 0))
  }

  /// The statement of a form's sections that says it most plainly.
  static func inside(_ sections: [SectionBlocks]) -> (Rational, Place)? {
    var best: (value: Rational, place: Place, score: Int)?
    for section in sections where [.lre, .services, .cover, .other, .esy].contains(section.code) {
      for line in section.allLines {
        guard let (share, plain) = statement(line.words.map(\.text).joined(separator: " ")) else { continue }
        let score = plain + (section.code == .lre ? 2 : 0)
        if score > best?.score ?? 1 { best = (share, line.place, score) }
      }
    }
    return best.map { ($0.value, $0.place) }
  }
}

extension SectionBlocks {
  /// Its lines in reading order, those of table cells included.
  var allLines: [TextLine] {
    blocks.flatMap { block -> [TextLine] in
      switch block {
      case .line(let line): [line]
      case .table(let table): table.cells.flatMap(\.lines)
      }
    }
  }

  /// Its lines with the cells of a table's row side by side: what stands on one height reads as one line.
  var visualLines: [TextLine] {
    blocks.flatMap { block -> [TextLine] in
      switch block {
      case .line(let line): [line]
      case .table(let table): Chunking.lines(of: table.cells.flatMap { $0.lines.flatMap(\.words) }, page: table.page)
      }
    }
  }
}
