public import IEPModel
public import Seeds
import Yams

/// A set of criteria as a coordinator edits it, with the lexicon that its cues name and its identity.
public struct CriteriaPack: Sendable {
  private struct File: Decodable {
    var id: String
    var version: String
    var criteria: [Criterion]
  }

  public let id: String
  public let version: String
  /// SHA-256 of the file and the lexicon's files.
  public let hash: String
  public let criteria: [Criterion]
  let lexicon: Lexicon

  /// - Throws: `SeedError` where the file is not in the shape of a pack, names a concept that the lexicon lacks,
  ///   or uses an id twice.
  public init(yaml: String, file: String, seeds: SeedStore) throws(SeedError) {
    let decoded: File
    do {
      decoded = try YAMLDecoder().decode(File.self, from: yaml)
    } catch {
      throw SeedError(file: file, reason: "is not in the shape of a criteria pack: \(error)")
    }
    lexicon = try Lexicon(seeds)
    id = decoded.id
    version = decoded.version
    criteria = decoded.criteria
    var bytes = Array(yaml.utf8)
    for file in seeds.files(in: "lexicon") { bytes += [0] + Array(try seeds.text(of: file).utf8) }
    hash = SHA256.hex(of: bytes)
    try check(file)
  }

  /// The pack that the program carries.
  public static func shipped(_ seeds: SeedStore) throws(SeedError) -> CriteriaPack {
    let file = "criteria/educational-model.yaml"
    return try CriteriaPack(yaml: try seeds.text(of: file), file: file, seeds: seeds)
  }

  public var reference: CriteriaPackReference { CriteriaPackReference(id: id, version: version, hash: hash) }

  private func check(_ file: String) throws(SeedError) {
    var seen: Set<String> = []
    for criterion in criteria {
      guard seen.insert(criterion.id).inserted else {
        throw SeedError(file: file, reason: "has \(criterion.id) twice: give each criterion an id of its own")
      }
      for cue in criterion.cues {
        for name in cue.find + cue.after + cue.notAfter + cue.with + cue.without where lexicon[name] == nil {
          throw SeedError(
            file: file, reason: "\(criterion.id) names the concept '\(name)', which no file of the lexicon defines")
        }
      }
    }
  }
}
