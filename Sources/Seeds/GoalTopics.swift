public import IEPModel

/// Tells by a goal's words of which areas it may be: for the code of an area that no vocabulary knows, and for SM-601 and
/// SM-602.
public struct GoalTopics: Sendable {
  public static let file = "rules/goal-topics.yaml"

  private struct Cue: Sendable, Hashable {
    var pattern: WordPattern
    var area: GoalAreaCode
    var weight: Int
  }

  private struct Cues: Decodable {
    var sure: [String]
    var hints: [String]
  }

  /// What the words of a goal weigh for each area.
  public struct Reading: Sendable {
    public fileprivate(set) var weights: [GoalAreaCode: Int] = [:]

    public var weight: Int { weights.values.max() ?? 0 }

    /// The areas whose words weigh at least half as much as those of the best, which needs a sure word or two hints.
    public var areas: Set<GoalAreaCode> { weight < 2 ? [] : Set(weights.filter { $0.value * 2 >= weight }.keys) }

    /// The areas whose words weigh most.
    public var best: Set<GoalAreaCode> { weight < 2 ? [] : Set(weights.filter { $0.value == weight }.keys) }

    /// The one area whose words weigh three more than those of any other: right for nine goals of ten of forms that
    /// print their areas.
    public var clear: GoalAreaCode? {
      let ordered = weights.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
      guard let first = ordered.first, first.value >= 3 + (ordered.dropFirst().first?.value ?? 0) else { return nil }
      return first.key
    }
  }

  /// By the word that begins them, and by the letters that it begins with.
  private let whole: [String: [Cue]]
  private let openEnded: [String: [Cue]]
  /// How many letters such beginnings have, in bytes.
  private let openLengths: Set<Int>

  public init(seeds: SeedStore) throws(SeedError) {
    var (whole, openEnded): ([String: [Cue]], [String: [Cue]]) = ([:], [:])
    for (name, cues) in try SeedYAML.decode([String: Cues].self, from: Self.file, in: seeds) {
      guard let area = GoalAreaCode(rawValue: name) else {
        throw SeedError(file: Self.file, reason: "\"\(name)\" is no area of goals")
      }
      for (phrases, weight) in [(cues.sure, 2), (cues.hints, 1)] {
        for phrase in phrases {
          let cue = Cue(pattern: WordPattern(phrase), area: area, weight: weight)
          let (first, isOpen) = cue.pattern.first
          if isOpen { openEnded[first, default: []].append(cue) } else { whole[first, default: []].append(cue) }
        }
      }
    }
    self.whole = whole
    self.openEnded = openEnded
    openLengths = Set(openEnded.keys.map(\.utf8.count))
  }

  public func reading(of goal: Goal) -> Reading {
    // An area that is known by no code is a word like others.
    let area = goal.area.flatMap { $0.code == nil ? $0.text : nil } ?? ""
    let words = ([area, goal.text] + goal.objectives.map(\.text)).flatMap { $0.lowercased().words }
    var found: Set<Cue> = []
    for (index, word) in words.enumerated() {
      let begun = openLengths.flatMap { length in
        length <= word.utf8.count ? openEnded[String(decoding: word.utf8.prefix(length), as: UTF8.self)] ?? [] : []
      }
      found.formUnion(((whole[word] ?? []) + begun).filter { $0.pattern.begins(words[index...]) })
    }
    return Reading(weights: found.reduce(into: [:]) { $0[$1.area, default: 0] += $1.weight })
  }
}
