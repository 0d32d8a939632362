public import IEPModel
public import Seeds

/// What a rule is, for people: `iep explain` prints it.
public struct RuleRecord: Sendable, Hashable, Decodable {
  public var id: String
  /// Kebab-case.
  public var name: String
  public var severity: Severity
  /// line, document, student or delivery.
  public var phase: String
  public var citation: String
  public var title: String
  /// The check in words.
  public var computes: String
  public var why: String
  /// An example that passes and one that does not.
  public var pass: String
  public var fail: String

  /// What a finding rests on, which tells how surely its subjects must have been read.
  enum Ground {
    /// A line lacks a fact, which may have been overlooked.
    case lack
    /// What a line says.
    case statement
    /// Facts of several places, held against each other.
    case comparison
  }

  var ground: Ground {
    if Self.lacks.contains(id) { return .lack }
    return phase == "line" || Self.windows.contains(id) ? .statement : .comparison
  }

  /// A line held against the one window or week of its plan.
  private static let windows: Set<String> = ["SM-307", "SM-401", "SM-402"]

  private static let lacks: Set<String> = ["SM-101", "SM-102", "SM-103", "SM-104", "SM-105", "SM-110", "SM-204"]
}

/// The rules of `seeds/rules`.
public struct RuleCatalogue: Sendable {
  /// By rising id.
  public let rules: [RuleRecord]
  let words: RuleWords
  let areas: ServiceAreas
  let topics: GoalTopics

  /// The files that hold what rules look up, and no rules.
  private static let tables: Set<String> = [RuleWords.file, ServiceAreas.file, GoalTopics.file]

  public init(seeds: SeedStore) throws(SeedError) {
    var all: [RuleRecord] = []
    for file in seeds.files(in: "rules") where !Self.tables.contains(file) {
      all += try SeedYAML.decode([RuleRecord].self, from: file, in: seeds)
    }
    words = try SeedYAML.decode(RuleWords.self, from: RuleWords.file, in: seeds)
    areas = try ServiceAreas(seeds: seeds)
    topics = try GoalTopics(seeds: seeds)
    rules = all.sorted { $0.id < $1.id }
  }

  public subscript(id: String) -> RuleRecord? { rules.first { $0.id == id } }
}
