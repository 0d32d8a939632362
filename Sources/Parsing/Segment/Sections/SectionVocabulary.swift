import Foundation
import IEPModel
import Seeds

/// Which section a heading opens, by `seeds/vocabulary/sections.yaml`.
struct SectionVocabulary: Sendable {
  private struct Entry: Decodable {
    var phrases: [String]
    /// Headings around the student's name: "what ... will receive".
    var frames: [String]?
    var not: [String]?
  }

  private struct Frame: Sendable {
    var code: SectionCode
    var lead: [String]
    var tail: [String]

    /// "What Jo Ann will receive": one to three words between.
    func holds(_ words: [String]) -> Bool {
      (1...3).contains(words.count - lead.count - tail.count) && words.starts(with: lead)
        && words.suffix(tail.count).elementsEqual(tail)
    }
  }

  private var table = PhraseTable<SectionCode>()
  private var frames: [Frame] = []
  private var vetoes: [SectionCode: Set<String>] = [:]
  private let named = Memo<Named?>()
  /// A heading of more bytes is a paragraph, whatever words stand in it.
  private static let longest = 600

  private struct Named: Sendable {
    var code: SectionCode
    var score: Double
  }

  init(seeds: SeedStore) throws(SeedError) {
    let file = "vocabulary/sections.yaml"
    for (key, entry) in try SeedYAML.decode([String: Entry].self, from: file, in: seeds).sorted(by: { $0.key < $1.key })
    {
      guard let code = SectionCode(rawValue: key) else {
        throw SeedError(file: file, reason: "knows no section '\(key)'")
      }
      for phrase in entry.phrases { table.insert(phrase, code) }
      for frame in entry.frames ?? [] {
        let parts = frame.components(separatedBy: " ... ")
        guard parts.count == 2 else { throw SeedError(file: file, reason: "'\(frame)' has no ' ... ' for a name") }
        frames.append(Frame(code: code, lead: LabelTokens.of(parts[0]), tail: LabelTokens.of(parts[1])))
      }
      vetoes[code] = Set((entry.not ?? []).flatMap { LabelTokens.of($0) })
    }
  }

  /// The section that a heading's words name, with how much of the heading they are: 0 to 1.
  func section(of heading: String) -> (code: SectionCode, score: Double)? {
    guard heading.utf8.count <= Self.longest else { return nil }
    return named.value(of: heading, make: read).map { ($0.code, $0.score) }
  }

  private func read(_ heading: String) -> Named? {
    var tokens = LabelTokens.of(heading)
    // "Article 2. Annual goals"
    if tokens.count > 2, HeadingCount.names.contains(tokens[0]), Self.isNumbering(tokens[1]) { tokens.removeFirst() }
    // "12-Month Service": there the figure is a word of the heading.
    let counted = tokens.indices.filter { index in
      !Self.isNumbering(tokens[index])
        || index + 1 < tokens.count && tokens[index + 1] == "month" && Int(tokens[index]) ?? 0 > 1
    }.map { tokens[$0] }
    // "My goals for the year": whose they are.
    let words = counted.count > 1 && Self.owners.contains(counted[0]) ? Array(counted.dropFirst()) : counted
    guard !words.isEmpty, words.count <= 22 else { return nil }
    // "PART II. SPECIAL EDUCATION": a numbered part of the form. Alone the words stand in letterheads and groups of rows.
    if words == ["special", "education"], counted.count < tokens.count { return Named(code: .services, score: 1) }
    if let frame = frames.first(where: { $0.holds(words) }) { return Named(code: frame.code, score: 1) }
    var best: (code: SectionCode, count: Int, start: Int)?
    var start = 0
    while start < words.count {
      if let match = table.longestMatch(in: words, at: start) {
        // A vetoed word that the phrase itself has is meant: "Measurable annual goals, progress report".
        var others = Set(words[..<start]).union(words[(start + match.count)...])
        if start == 0, let last = Self.joined(heading) { others.remove(last) }
        for code in match.values where vetoes[code]?.isDisjoint(with: others) ?? true {
          // The longest phrase wins; of equal ones the first.
          if match.count > best?.count ?? 0 { best = (code, match.count, start) }
        }
      }
      start += 1
    }
    guard let best else { return nil }
    // "Annual Goals and Benchmarks/Short-Term Objectives": all that names the section counts, and what joins it.
    var covered = 0
    var index = 0
    while index < words.count {
      if let match = table.longestMatch(in: words, at: index), match.values.contains(best.code) {
        covered += match.count
        index += match.count
      } else {
        if ["or", "in", "to", "with"].contains(words[index]) { covered += 1 }
        index += 1
      }
    }
    // "Services and the goals they support": two sections joined; the first one's name is said first.
    if best.start == 0, covered < words.count, Self.isJoined(heading, behind: best.count),
      let joined = partner(in: words, behind: best.count, of: best.code)
    {
      covered += joined
    }
    // "Related services that the district offers": which ones, said right behind the section's name.
    // "Services that support Goal 1" are a part of that goal.
    if best.start == 0, best.count < words.count, Self.relatives.contains(words[best.count]),
      !words[best.count...].contains(where: { $0.hasPrefix("goal") }),
      partner(in: words, behind: best.count, of: best.code) == nil
    {
      covered = words.count
    }
    let share = Double(max(best.count, covered)) / Double(words.count)
    // A single word of a longer heading ("Attendance and Feelings") says little.
    if max(best.count, covered) == 1, share < 0.5, best.start > 0 || share < 0.34 { return nil }
    return Named(code: best.code, score: min(1, share * 0.7 + (best.start == 0 ? 0.3 : 0.1)))
  }

  /// Right behind the section's name stands "and".
  private static func isJoined(_ heading: String, behind count: Int) -> Bool {
    let words = heading.lowercased().blankSeparated
    guard let and = words.firstIndex(where: { $0 == "and" || $0 == "&" }) else { return false }
    return LabelTokens.of(words[..<and].joined(separator: " ")).count == count
  }

  /// How many words behind a section's name are that of another section.
  private func partner(in words: [String], behind start: Int, of code: SectionCode) -> Int? {
    (start..<words.count).lazy.compactMap { index in
      self.table.longestMatch(in: words, at: index).flatMap { $0.values.contains(code) ? nil : $0.count }
    }.first
  }

  /// The word that "and" joins to a heading as one thing more: "Annual goals, objectives and progress".
  private static func joined(_ heading: String) -> String? {
    let words = heading.lowercased().blankSeparated
    guard words.count >= 4, ["and", "&"].contains(words[words.count - 2]) else { return nil }
    return LabelTokens.of(words[words.count - 1]).first
  }

  /// What opens a clause about the word before it.
  private static let relatives: Set<String> = ["that", "which"]

  private static let owners: Set<String> = ["my", "our", "your", "his", "her", "their"]

  /// What a form calls its counted parts.
  private static let parts: Set<String> = [
    "section", "part", "step", "page", "tab", "sheet", "form", "box", "item", "screen", "panel", "block",
  ]

  /// "VI", "7", "part", "section", "a": the numbering of a heading.
  private static func isNumbering(_ token: String) -> Bool {
    if token.allSatisfy(\.isNumber) { return true }
    if parts.contains(token) { return true }
    return token.count <= 5 && token.allSatisfy { "ivx".contains($0) } || token.count == 1
  }
}
