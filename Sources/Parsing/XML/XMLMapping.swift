import Extraction
import Seeds

/// How a known XML format keeps its plans: `seeds/xml-mappings`. Data, not code; a path is child steps that may end in
/// an attribute.
struct XMLMapping: Decodable, Sendable {
  struct Plan: Decodable, Sendable {
    var element: String
    /// What names a plan; its lines carry the same values.
    var key: [String]
    /// The student's identifier.
    var student: String
    /// Of plans with one key the one with the greatest value is in force.
    var version: String?
    /// A plan with one of these values is no record.
    var not: [String: String]?
    /// Each record is a line and not a version of the plan; what they share is the plan.
    var isLine: Bool?
    /// Where facts of the plan stand apart from it.
    var program: Program?
    var fields: [String: String]

    struct Program: Decodable, Sendable {
      /// Which of the lookups, whose fields are then the plan's.
      var lookup: String
      var key: String
    }
  }
  struct Lines: Decodable, Sendable {
    /// The lines' own records, joined to plans by `key`; or else `path`.
    var element: String?
    var key: [String]?
    /// Child steps from the plan to its lines, where they stand inside it.
    var path: String?
    /// Child steps from a goal to the lines that stand inside it.
    var inGoal: String?
    /// What names a line, where later records change or delete it; and what says which of the two.
    var identifier: String?
    var action: String?
    /// When the line was published: of lines that are the same but for this the newest stands.
    var asOf: String?
    /// Lines of another version than the plan in force belong to nothing.
    var version: String?
    var fields: [String: String]
    /// What values mean that say it in codes of their own: by field and value.
    var codes: [String: [String: String]]?
    /// Goals: child steps to the objectives, and the fields of one.
    var objectives: Objectives?
    struct Objectives: Decodable, Sendable {
      var path: String
      var text: String
      var number: String?
    }
  }
  struct Lookup: Decodable, Sendable {
    var element: String
    var key: String
    var fields: [String: String]
  }

  /// What an amount beside an interval of its own means.
  enum DurationReading: String, Decodable, Sendable {
    case perInterval, perSession
  }

  var id: String
  /// Local name of the root; of several, parted by `|`, any.
  var root: String
  /// What the root's namespace begins with.
  var namespace: String?
  var plan: Plan?
  var services: Lines?
  var goals: Lines?
  var lookups: [String: Lookup]?
  /// `perInterval` where nothing is said.
  var durationIs: DurationReading?

  func matches(_ root: XMLRoot) -> Bool {
    self.root.split(separator: "|").contains { $0 == root.name }
      && (namespace.map { root.namespace.hasPrefix($0) } ?? true)
  }

  var lookupElements: Set<String> { Set((lookups ?? [:]).values.map(\.element)) }

  static func all(_ seeds: SeedStore) throws(SeedError) -> [XMLMapping] {
    var result: [XMLMapping] = []
    for file in seeds.files(in: "xml-mappings") {
      result.append(try SeedYAML.decode(XMLMapping.self, from: file, in: seeds))
    }
    return result
  }
}
