public import IEPModel
public import Seeds
import Yams

/// One criterion of the educational model: what it means and the words by which it is recognised.
public struct Criterion: Sendable, Hashable, Decodable {
  public var id: String
  public var name: String
  public var polarity: CriterionResult.Polarity
  public var strength: CriterionResult.Strength?
  public var definition: String
  public var source: String
  /// Phrases by which it fires.
  public var terms: [String]
  /// Phrases that give its words another sense: where one stands in the goal, it is silent.
  public var guards: [String]
  public var fires: [String]
  public var silent: [String]
  /// How a practitioner may put it to the team.
  public var coaching: String
}

/// A set of criteria as a coordinator edits it, with its identity.
public struct CriteriaPack: Sendable {
  private struct File: Decodable {
    var id: String
    var version: String
    var criteria: [Criterion]
  }

  public let id: String
  public let version: String
  /// SHA-256 of the file.
  public let hash: String
  public let criteria: [Criterion]

  public init(yaml: String, file: String) throws(SeedError) {
    let decoded: File
    do {
      decoded = try YAMLDecoder().decode(File.self, from: yaml)
    } catch {
      throw SeedError(file: file, reason: "is not in the shape of a criteria pack: \(error)")
    }
    id = decoded.id
    version = decoded.version
    criteria = decoded.criteria
    hash = SHA256.hex(of: yaml.utf8)
  }

  public static func shipped(_ seeds: SeedStore) throws(SeedError) -> CriteriaPack {
    let file = "criteria/educational-model.yaml"
    return try CriteriaPack(yaml: try seeds.text(of: file), file: file)
  }

  public var reference: CriteriaPackReference { CriteriaPackReference(id: id, version: version, hash: hash) }
}
