import Foundation
import IEPModel

/// Reads the share of school time in general education, as sentences, options and labelled values state it: inside
/// ("84 % of the day in the general education classroom") or outside ("removed for 16 % of the week").
enum PlacementPercent {
  enum Side { case inside, outside }

  /// The best statement of the plan; a percentage outside is taken from 100.
  /// - Returns: the percentage inside, where it stands, and how plainly: 2 to 4.
  static func stated(
    in sections: [(section: SectionBlocks, items: [SectionItem])]
  ) -> (value: Rational, place: Place, score: Int)? {
    var best: (value: Rational, place: Place, score: Int)?
    for (section, items) in sections {
      guard let weight = weight(of: section.code) else { continue }
      for (text, place) in texts(of: section, items) {
        for statement in statements(in: text) {
          let score = weight + statement.score
          if score > best?.score ?? 1 { best = (statement.inside, place, score) }
        }
      }
    }
    return best
  }

  /// The share inside that a text states most plainly, and how plainly: 0 to 2.
  static func statement(_ text: String) -> (share: Rational, score: Int)? {
    statements(in: text).max { $0.score < $1.score }.map { ($0.inside, $0.score) }
  }

  /// Which side of the regular class the words speak of; `nil` where they speak of neither.
  static func side(of text: String) -> Side? {
    let lowered = text.lowercased()
    if outside.contains(where: lowered.contains) { return .outside }
    if inside.contains(where: lowered.contains) { return .inside }
    return lowered.contains("special ed") || lowered.contains("separate class") ? .outside : nil
  }

  private static let outside = [
    "outside", "removed", "removal", "not participat", "nonparticipat", "non-participat", "away from", "apart from",
    "pulled out", "pull-out", "out of the general", "out of general", "out of the regular", "out of regular",
    "not be in the general", "not be in the regular", "not in the general", "not in the regular", "not in a general",
    "not in a regular",
    "not in general", "not in regular", "excluded",
  ]
  private static let inside = [
    "inside", "general ed", "general class", "regular class", "regular environment", "general environment",
    "regular ed", "regular school", "nondisabled",
    "non-disabled", "without disabilities", "do not have disabilities", "typical peers", "typically developing",
    "mainstream", "gen ed", "gen. ed", "participat", "grade class", "with his class", "with her class",
    "with their class", "with peers", "with classmates",
  ]

  private static func weight(of code: SectionCode) -> Int? {
    switch code {
    case .lre: 2
    case .cover, .services, .esy, .other, .accommodations: 1
    case .participants, .priorNotice, .transition, .specialFactors, .goals, .presentLevels, .assessment: 0
    case .progress: nil
    }
  }

  private static func texts(of section: SectionBlocks, _ items: [SectionItem]) -> [(String, Place)] {
    guard mayState(section, items) else { return [] }
    var texts: [(String, Place)] = []
    for block in section.blocks {
      if case .table(let table) = block {
        texts += table.cells.filter { !$0.isEmpty }.map { ($0.text, $0.place) }
        // "Time in regular class" over "83%".
        for cell in table.cells
        where cell.row > 0 && cell.text.utf8.count < 80 && namesShare(cell.text) && Percent.read(cell.text) != nil {
          if let label = table.row(cell.row - 1).first(where: { $0.column == cell.column && !$0.isEmpty }) {
            texts.append((label.text + " " + cell.text, cell.place))
          }
        }
        for row in 0..<table.rowCount {
          let cells = table.cells(startingIn: row).filter { !$0.isEmpty }
          guard cells.count >= 2, let last = cells.last else { continue }
          texts.append((cells.map(\.text).joined(separator: " "), last.place))
        }
      }
    }
    // Options stand for themselves; what follows them is no part of the last.
    var ticked: [TextLine] = []
    var plain: [TextLine] = []
    for case .line(let line) in section.blocks {
      if line.words.contains(where: Ticks.isTick) { ticked.append(line) } else { plain.append(line) }
    }
    texts += ticked.map { ($0.text, $0.place) }
    texts += Paragraph.join(plain).map { ($0.text, $0.place) }
    for case .fact(let fact) in items {
      texts.append((fact.label + " " + fact.value, fact.place))
      // "PERCENT OF TIME IN GENERAL EDUCATION: 87.5" over what else the form says of it.
      if fact.lines.count > 1, let first = fact.lines.first {
        texts.append((fact.label + " " + first.text, fact.place))
      }
    }
    return texts.filter { namesShare($0.0) }
  }

  /// Whether a percentage stands anywhere in a section.
  private static func mayState(_ section: SectionBlocks, _ items: [SectionItem]) -> Bool {
    section.blocks.contains { block in
      switch block {
      case .line(let line): namesShare(line.text)
      case .table(let table): table.cells.contains { namesShare($0.text) }
      }
    }
      || items.contains { item in
        if case .fact(let fact) = item { namesShare(fact.label) || namesShare(fact.value) } else { false }
      }
  }

  private static func namesShare(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "%")) || text.contains(inAnyCase: "percent")
  }

  /// "is removed for 975 minutes and is with peers for 54 %": of two clauses the last one holds.
  private static func nearestSide(_ text: String) -> Side? {
    var rest = text
    while rest.contains(" and "), let joint = rest.range(of: " and ", options: .backwards) {
      if let side = side(of: String(rest[joint.upperBound...])) { return side }
      rest = String(rest[..<joint.lowerBound])
    }
    return side(of: text)
  }

  /// "89.5 % of the week in the regular class": what the share is of, said right behind it.
  private static func statedSide(_ behind: String) -> Side? {
    let clause =
      behind.lowercased().components(separatedBy: " and ").first?.split(separator: ",").first.map(String.init) ?? ""
    guard clause.contains("of the "),
      [" in the regular", " in regular", " in the general", " in general", " inside ", " outside ", " with non"]
        .contains(
          where: clause.contains)
    else { return nil }
    return side(of: clause)
  }

  private struct Statement {
    var inside: Rational
    var score: Int
  }

  /// The percentages that stand for a share, each with the words before and behind it; those that bound a category
  /// ("80 % or more", "40 % to 79 %") and those of options that are not ticked state nothing.
  private static func statements(in text: String) -> [Statement] {
    let text = spelledOut(text)
    // Most shares are of trials that succeed, not of time.
    guard side(of: text) != nil else { return [] }
    let words = withoutOpenOptions(text).blankSeparated
    var numbers = words.indices.filter { isPercent(words, at: $0) }
    if numbers.isEmpty, let answer = answer(of: words) { numbers = [answer] }
    return numbers.enumerated().compactMap { order, index in
      guard !isBound(words, at: index), let value = Percent.read(words[index].trimmingCharacters("(=:~,;")) else {
        return nil
      }
      let start = order == 0 ? 0 : numbers[order - 1] + 1
      let end = order + 1 < numbers.count ? numbers[order + 1] : words.count
      let before = lastSentence(words[start..<index])
      let behind = firstSentence(words[(index + 1)..<end])
      let asked = order + 1 == numbers.count ? sideAsked(text, over: words[..<index]) : nil
      guard let side = asked ?? statedSide(behind) ?? nearestSide(before) ?? self.side(of: behind) else { return nil }
      let clause = (before + " " + behind).lowercased()
      let isTime = ["time", "day", "week", "school", "hours", "minutes"].contains { clause.contains($0) }
      let isMeasure = ["accuracy", "correct", "score", "trials", "mastery", "percentile"].contains {
        clause.contains($0)
      }
      guard !isMeasure else { return nil }
      return Statement(
        inside: side == .inside ? value : Rational(100) - value, score: (side == .inside ? 1 : 0) + (isTime ? 1 : 0))
    }
  }

  /// "Percentage inside general education: 1,750 minutes - 180 minutes outside = 90%": the result is of what was asked,
  /// whatever the sum takes away.
  private static func sideAsked(_ text: String, over before: ArraySlice<String>) -> Side? {
    guard let colon = text.firstIndex(of: ":"), case let label = text[..<colon], label.utf8.count < 80,
      label.lowercased().hasPrefix("percent") || label.hasPrefix("%"), before.last?.hasSuffix("=") == true
    else { return nil }
    return side(of: String(label))
  }

  /// "In GE 74% of wk.": the words that forms shorten there.
  private static func spelledOut(_ text: String) -> String {
    guard text.contains("GE ") || text.contains("SE ") || text.contains("wk") else { return text }
    let whole = ["GE": "general education", "SE": "special education", "wk": "week", "wk.": "week"]
    return text.split(separator: " ", omittingEmptySubsequences: false).map { whole[String($0)] ?? String($0) }
      .joined(separator: " ")
  }

  /// "Percent of time in regular education classroom: 85": the number that answers what is asked in percent.
  private static func answer(of words: [String]) -> Int? {
    guard words.count <= 24, let last = words.indices.last, let value = Rational(parsing: words[last]), value <= 100,
      words.dropLast().contains(where: { $0.lowercased().hasPrefix("percent") || $0.hasPrefix("%") }),
      // "... / line 1 x 100" tells how to reckon it.
      !["x", "X", "×", "*", "/", "÷"].contains(words[last - 1])
    else { return nil }
    return last
  }

  private static func isPercent(_ words: [String], at index: Int) -> Bool {
    guard words[index].contains(where: \.isNumber) else { return false }
    if words[index].contains("%") { return true }
    guard index + 1 < words.count else { return false }
    if words[index + 1].hasPrefix("%") { return true }
    // "20.00 | Percent of time 61.5%": a capital begins the next label.
    let goesOn = index + 2 >= words.count || ["of", "in", "inside"].contains(words[index + 2])
    return isPercentWord(words[index + 1]) && (words[index + 1].first?.isLowercase == true || goesOn)
  }

  private static func isPercentWord(_ word: String) -> Bool {
    word.lowercased().trimmingCharacters(".,;)") == "percent"
  }

  private static func isBound(_ words: [String], at index: Int) -> Bool {
    let word = words[index]
    if word.contains(where: { "<>≥≤-–".contains($0) }) { return true }
    let lead = index > 0 ? words[index - 1].lowercased() : ""
    // "(line 1 - line 2) / line 1 x 100": how it is worked out.
    if word.hasPrefix("100"), ["x", "×", "*", "by"].contains(lead) { return true }
    if ["than", "least", "most", "between", "over", "under", "to", "-", "–", "<", ">", "≥", "≤"].contains(lead) {
      return true
    }
    // "between 40% and 79%"
    if lead == "and", words[..<(index - 1)].suffix(4).contains(where: { $0.lowercased() == "between" }) { return true }
    var next = index + 1
    if next < words.count, words[next].hasPrefix("%") || isPercentWord(words[next]) { next += 1 }
    guard next < words.count else { return false }
    let follow = words[next].lowercased().trimmingCharacters(".,;")
    if ["to", "-", "–", "through"].contains(follow) { return true }
    return follow == "or" && next + 1 < words.count
      && ["more", "less", "greater", "fewer", "above", "higher"].contains(
        words[next + 1].lowercased().trimmingCharacters(".,;"))
  }

  /// The text without the options whose box is empty, each up to the next box.
  private static func withoutOpenOptions(_ text: String) -> String {
    guard text.contains("☐") else { return text }
    var kept = ""
    var isOpen = false
    for character in text {
      if character == "☐" { isOpen = true }
      if character == "☒" { isOpen = false }
      if !isOpen { kept.append(character) }
    }
    return kept
  }

  private static func lastSentence(_ words: ArraySlice<String>) -> String {
    let from = words.lastIndex { $0.hasSuffix(".") && $0.utf8.count > 3 || $0.hasSuffix(";") }.map { $0 + 1 }
    return words[(from ?? words.startIndex)...].joined(separator: " ")
  }

  private static func firstSentence(_ words: ArraySlice<String>) -> String {
    let end = words.firstIndex { $0.hasSuffix(".") && $0.utf8.count > 3 || $0.hasSuffix(";") }
    return words[..<(end.map { $0 + 1 } ?? words.endIndex)].joined(separator: " ")
  }
}
