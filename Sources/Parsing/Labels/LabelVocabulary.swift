import IEPModel
import Seeds

/// What a label may ask for, with how well its words fit.
struct RoleMatch<Role: Sendable & Hashable>: Sendable, Hashable {
  var role: Role
  /// 1: the label is just this phrase; less where it says more; 0.3 where the phrase only stands inside.
  var score: Double
}

/// The labels of `seeds/vocabulary/labels.yaml`. A class, since every reader holds it and its tables are many.
final class LabelVocabulary: Sendable {
  let service: LabelTable<ServiceRole>
  let goal: LabelTable<GoalRole>
  let header: LabelTable<HeaderRole>
  let plan: LabelTable<PlanRole>
  /// The names of the header's facts in exports.
  let exportNames: ExportNames
  private let fits = Memo<Double>()
  private let phrases = Memo<Bool>()

  init(seeds: SeedStore) throws(SeedError) {
    let file = "vocabulary/labels.yaml"
    let groups = try SeedYAML.groups(of: file, in: seeds)
    let wordsFile = "vocabulary/label-words.yaml"
    let words = try SeedYAML.groupsOfLists(of: wordsFile, in: seeds)
    service = try LabelTable(
      groups["service"] ?? [:], file: file, wordings: LabelWordings(words["service"] ?? [:], file: wordsFile))
    goal = try LabelTable(
      groups["goal"] ?? [:], file: file, wordings: LabelWordings(words["goal"] ?? [:], file: wordsFile))
    header = try LabelTable(
      groups["header"] ?? [:], file: file, wordings: LabelWordings(words["header"] ?? [:], file: wordsFile))
    plan = try LabelTable(groups["plan"] ?? [:], file: file)
    exportNames = try ExportNames(seeds: seeds, labels: header)
  }

  /// How well a text fits as a label of a service, a goal or the header, 0 to 1. Lines, cells and pieces of them are asked
  /// again and again, and most are labels of none.
  func fit(_ text: String) -> Double {
    fits.value(of: text) { max(service.fit($0), max(goal.fit($0), header.fit($0))) }
  }

  /// Whether a text is a phrase of one of these and nothing else.
  func isPhrase(_ text: String) -> Bool {
    guard text.utf8.count <= 200 else { return false }
    return phrases.value(of: text) {
      !service.exact($0).isEmpty || !goal.exact($0).isEmpty || !header.exact($0).isEmpty
    }
  }
}

/// One group of labels. A class, since readers hold it too.
final class LabelTable<Role: RawRepresentable & Sendable & Hashable & CaseIterable>: Sendable
where Role.RawValue == String {
  private let table: PhraseTable<Role>
  private let wordings: LabelWordings<Role>?
  private let matched = Memo<[RoleMatch<Role>]>()
  private let exactly = Memo<[Role]>()

  init(_ phrases: [String: [String]], file: String, wordings: LabelWordings<Role>? = nil) throws(SeedError) {
    self.wordings = wordings
    var table = PhraseTable<Role>()
    for (key, list) in phrases.sorted(by: { $0.key < $1.key }) {
      guard let role = Role(rawValue: key) else { throw SeedError(file: file, reason: "knows no label kind '\(key)'") }
      for phrase in list { table.insert(phrase, role) }
    }
    self.table = table
  }

  /// Every single word of the labels.
  var words: Set<String> { table.words }

  /// The facts that a label may ask for, best first. A label that is a phrase scores 1; one that begins with a
  /// phrase and goes on (an instruction to whoever fills the form) by the share that the phrase has of its first
  /// words; a phrase further inside less.
  func matches(_ text: String) -> [RoleMatch<Role>] {
    guard text.utf8.count <= 400 else { return [] }
    return matched.value(of: text, make: match)
  }

  private func match(_ text: String) -> [RoleMatch<Role>] {
    if let bare = BlankLetter.without(text) { return matches(bare) }
    let tokens = LabelTokens.of(text)
    guard !tokens.isEmpty, tokens.count <= 30 else { return [] }
    var best: [Role: Double] = [:]
    func note(_ roles: [Role], _ score: Double) {
      for role in roles { best[role] = max(best[role] ?? 0, score) }
    }
    let phrases = table.values(of: tokens)
    note(phrases, 1)
    if let wordings { note(wordings.roles(of: tokens), 0.95) }
    // "State Student ID (SSID)": what stands in brackets explains the label.
    if best.isEmpty || phrases.isEmpty && WritingHint.ends(text), let open = text.firstIndex(of: "("),
      open > text.startIndex, text.trimmingColon.hasSuffix(")")
    {
      let bare = LabelTokens.of(String(text[..<open]))
      note(table.values(of: bare), 0.93)
      if let wordings { note(wordings.roles(of: bare), 0.9) }
    }
    if tokens.count > 1, best.isEmpty {
      // "PLAAFP / Baseline data", "Annual goal statement": phrases of one role and nothing else.
      note(covering(tokens), 0.95)
      // "Baseline / Línea base": the label in two languages.
      if let slash = text.firstIndex(of: "/"), best.isEmpty, tokens.count <= 12 {
        note(table.values(of: LabelTokens.of(String(text[..<slash]))), 0.9)
        // "Priority Educational Need / Baseline", "Pupil/State ID"
        if best.isEmpty, Role.self == GoalRole.self || Role.self == HeaderRole.self {
          note(table.values(of: LabelTokens.of(String(text[text.index(after: slash)...]))), 0.85)
        }
      }
    }
    for start in 0..<min(tokens.count, 12) {
      guard let match = table.longestMatch(in: tokens, at: start), match.count < tokens.count else { continue }
      let share = Double(match.count) / Double(min(tokens.count, match.count + 4))
      if start == 0 {
        note(match.values, 0.55 + 0.35 * share)
      } else {
        note(match.values, 0.25 + 0.4 * Double(match.count) / Double(tokens.count))
      }
    }
    return best.map { RoleMatch(role: $0.key, score: $0.value) }
      .sorted { ($1.score, $0.role.rawValue) < ($0.score, $1.role.rawValue) }
  }

  /// The roles that every phrase has of those that the tokens are put together from.
  private func covering(_ tokens: [String]) -> [Role] {
    var common: Set<Role>?
    var start = 0
    while start < tokens.count {
      guard let match = table.longestMatch(in: tokens, at: start) else { return [] }
      common = common.map { $0.intersection(match.values) } ?? Set(match.values)
      start += match.count
    }
    return (common ?? []).sorted { $0.rawValue < $1.rawValue }
  }

  /// How well the text fits as a label at all, 0 to 1.
  func fit(_ text: String) -> Double { matches(text).first?.score ?? 0 }

  /// The facts of a label that is a phrase and nothing else, or ends in a colon after one.
  func exact(_ text: String) -> [Role] {
    guard text.utf8.count <= 200 else { return [] }
    return exactly.value(of: text, make: named)
  }

  private func named(_ text: String) -> [Role] {
    let tokens = LabelTokens.of(text)
    let phrases = table.values(of: tokens)
    let found = phrases.isEmpty ? wordings?.roles(of: tokens) ?? [] : phrases
    if found.isEmpty, let bare = BlankLetter.without(text) { return exact(bare) }
    // "Authorizing district (LEA)", "Ext. year (Y/N)": capitals in brackets shorten the label or say how to answer.
    guard found.isEmpty, let open = text.firstIndex(of: "("), open > text.startIndex else { return found }
    let bracket = String(text[open...].dropFirst()).trimmingColon
    let isShort =
      bracket.hasSuffix(")") && (3...7).contains(bracket.utf8.count)
      && bracket.dropLast().allSatisfy { $0.isUppercase || $0 == "/" }
    guard isShort || WritingHint.ends(text) else { return [] }
    return exact(String(text[..<open]).trimmingBlanks)
  }
}

/// "C. Student is seen", "H) Place": the letter by which a form counts its blanks, which is no part of the label.
enum BlankLetter {
  static func without(_ label: String) -> String? {
    let bytes = label.utf8.prefix(4)
    guard bytes.count == 4, let first = bytes.first, first &- 0x41 < 26,
      let mark = bytes.dropFirst().first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
      bytes.dropFirst(2).first == UInt8(ascii: " ")
    else { return nil }
    return String(label.dropFirst(3))
  }
}

/// "Location (e.g., regular classroom, resource room)", "Frequency (number of times per period)", "Provider (by position)":
/// brackets at a label's end that tell what to write there.
private enum WritingHint {
  static func ends(_ label: String) -> Bool {
    guard let open = label.firstIndex(of: "("), case let bracket = String(label[open...].dropFirst()).trimmingColon,
      bracket.hasSuffix(")"), !bracket.dropLast().contains(where: { $0 == ")" || $0 == "(" }),
      let first = bracket.split(separator: " ").first?.lowercased().trimmingCharacters(",.:")
    else { return false }
    return openers.contains(first) || bracket.count(where: { $0 == "," }) >= 2
  }

  private static let openers: Set = [
    "e.g", "eg", "i.e", "number", "per", "by", "list", "such", "include", "for", "title", "position", "specify",
    "state",
  ]
}
