import Extraction
import IEPModel

/// The weekly minutes that a form states in sum for special education and for related services, wherever on its pages:
/// "Total special education min/wk (both settings): 550", "Weekly totals. Related services: 240 minutes per week."
enum StatedTotals {
  enum Kind { case specialEducation, relatedServices }

  /// An amount in minutes a week, with its words and its place.
  struct Sum: Sendable {
    var minutes: Rational
    var text: String
    var place: Place
  }

  /// The first sum of each kind; a sum of both is none.
  static func sums(in sections: [SectionBlocks]) -> [Kind: Sum] {
    var found: [Kind: Sum] = [:]
    // Lines are put together as they stand on the page only where one may be such a sum.
    let summing = sections.filter { $0.allLines.contains { $0.text.contains(inAnyCase: "total") } }
    for line in summing.flatMap(\.visualLines)
    where line.text.contains(inAnyCase: "total") && line.text.utf8.count < 220 {
      for (kind, sum) in sums(of: line) where found[kind] == nil { found[kind] = sum }
    }
    return found
  }

  private static func sums(of line: TextLine) -> [(Kind, Sum)] {
    let totals = line.words.count { $0.text.lowercased().hasPrefix("total") }
    let pieces = totals > 1 ? line.groups.map { TextLine(page: line.page, words: $0) } : [line]
    return pieces.flatMap { piece -> [(Kind, Sum)] in
      // "Weekly totals. Special education: ...": what heads the sentence holds for all its clauses.
      var isSum = false
      var isWeekly = false
      return clauses(of: piece).compactMap { words in
        let tokens = words.flatMap { LabelTokens.words($0.text) }
        isSum = isSum || isLabelled(tokens)
        isWeekly = isWeekly || tokens.contains { ["week", "wk", "weekly"].contains($0) }
        guard isSum, isWeekly, let kind = kind(tokens), let minutes = minutes(words, tokens) else { return nil }
        let text = words.map(\.text).joined(separator: " ")
        return (kind, Sum(minutes: minutes, text: text, place: TextLine(page: piece.page, words: words).place))
      }
    }
  }

  /// "Total special education minutes", "Weekly totals": a label's words, not "received instruction for a total of 120".
  private static func isLabelled(_ tokens: [String]) -> Bool {
    guard tokens.count <= 14, let total = tokens.prefix(4).firstIndex(where: { $0.hasPrefix("total") }) else {
      return false
    }
    return total + 1 == tokens.count || tokens[total + 1] != "of"
  }

  /// The words between full stops and semicolons.
  private static func clauses(of line: TextLine) -> [[Word]] {
    var clauses: [[Word]] = [[]]
    for word in line.words {
      clauses[clauses.count - 1].append(word)
      let isEnd = word.text.hasSuffix(";") || word.text.hasSuffix(".") && word.text.utf8.count > 4
      if isEnd { clauses.append([]) }
    }
    return clauses.filter { !$0.isEmpty }
  }

  private static func kind(_ tokens: [String]) -> Kind? {
    let words = Set(tokens)
    // What is said of a setting or of the school's week is no sum of services.
    let others: Set<String> = [
      "outside", "inside", "general", "regular", "percent", "removed", "removal", "school", "instructional", "lunch",
    ]
    guard words.isDisjoint(with: others) else { return nil }
    let isSpecial =
      words.contains("special") && !words.isDisjoint(with: ["education", "instruction", "ed"])
      || words.isSuperset(of: ["specially", "designed"]) || words.contains("sdi")
    let isRelated = words.contains("related") && !words.isDisjoint(with: ["service", "services"])
    if isSpecial == isRelated { return nil }
    return isSpecial ? .specialEducation : .relatedServices
  }

  /// The one figure of the words, in minutes.
  private static func minutes(_ words: [Word], _ tokens: [String]) -> Rational? {
    let isMinutes = tokens.contains { $0.hasPrefix("min") }
    let isHours = tokens.contains { $0.hasPrefix("hour") || $0 == "hr" || $0 == "hrs" }
    guard isMinutes != isHours else { return nil }
    let figures = words.compactMap { Rational(parsing: $0.text.trimmingCharacters(",.;:()")) }
    guard figures.count == 1, let figure = figures.first, figure > Rational(0) else { return nil }
    return isHours ? figure * Rational(60) : figure
  }
}
