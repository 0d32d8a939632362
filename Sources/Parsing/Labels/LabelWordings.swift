import IEPModel
import Seeds

/// Labels by the words that they are put together from, where no phrase of the vocabulary is just so: "Ending Date of
/// This IEP" asks for what every label of "end", "date" and words without weight asks for.
struct LabelWordings<Role: RawRepresentable & Sendable & Hashable>: Sendable where Role.RawValue == String {
  private var filler: Set<String> = []
  /// The longest lists first.
  private var lists: [(words: Set<String>, role: Role)] = []
  /// Each list under one of its words.
  private var byWord: [String: [Int]] = [:]
  /// Every word of the lists and those without weight.
  private var known: Set<String> = []
  /// A label of more words is a sentence, unless it is a question.
  private static var longest: Int { 8 }
  private static var longestQuestion: Int { 16 }

  /// - Parameters:
  ///   - group: one of `seeds/vocabulary/label-words.yaml`: for each role the lists of words that ask for it.
  ///   - file: named in errors.
  init(_ group: [String: [[String]]], file: String) throws(SeedError) {
    for (key, entries) in group.sorted(by: { $0.key < $1.key }) {
      if key == "filler" {
        filler = Set(entries.joined().flatMap { LabelTokens.of($0) })
        continue
      }
      guard let role = Role(rawValue: key) else { throw SeedError(file: file, reason: "knows no label kind '\(key)'") }
      for words in entries { lists.append((Set(words.flatMap { LabelTokens.of($0) }), role)) }
    }
    lists.sort { ($1.words.count, $0.role.rawValue) < ($0.words.count, $1.role.rawValue) }
    for (index, list) in lists.enumerated() {
      if let word = list.words.min() { byWord[word, default: []].append(index) }
    }
    known = lists.reduce(into: filler) { $0.formUnion($1.words) }
  }

  /// "Where Jo is starting", "What can Jo do now": whom a question asks about is no word of the label.
  private func isQuestion(_ tokens: [String]) -> Bool {
    Self.opensQuestion(tokens) && tokens.count { !known.contains($0) } == 1
  }

  private static func opensQuestion(_ tokens: [String]) -> Bool { ["where", "what", "how"].contains(tokens[0]) }

  /// The facts that a label of these words asks for; none where a word is no label's.
  func roles(of tokens: [String]) -> [Role] {
    guard !tokens.isEmpty, tokens.count <= (Self.opensQuestion(tokens) ? Self.longestQuestion : Self.longest) else {
      return []
    }
    let asked = isQuestion(tokens) ? tokens.filter { $0 == tokens[0] || known.contains($0) } : tokens
    // A word of no list and with some weight leaves none that fits; most texts have one.
    guard asked.allSatisfy(known.contains) else { return [] }
    let words = Set(asked)
    var found: [Role] = []
    var count = 0
    for list in words.flatMap({ byWord[$0] ?? [] }).sorted().map({ lists[$0] }) where list.words.isSubset(of: words) {
      if list.words.count < count { break }
      guard words.subtracting(list.words).isSubset(of: filler) else { continue }
      count = list.words.count
      found.append(list.role)
    }
    return found
  }
}
