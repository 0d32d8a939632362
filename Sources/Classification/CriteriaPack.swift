public import IEPModel
public import Seeds

/// A set of criteria as a coordinator edits it, with the lexicon that its cues name and its identity.
public struct CriteriaPack: Sendable {
  private struct File: Decodable {
    var id: String
    var version: String
    var criteria: [Criterion]
  }

  public let id: String
  public let version: String
  /// SHA-256 of the file, the lexicon's files and the likeness.
  public let hash: String
  public let criteria: [Criterion]
  let lexicon: Lexicon
  let likeness: Likeness

  /// - Throws: `SeedError` where the file is not in the shape of a pack, names a concept that the lexicon lacks,
  ///   or uses an id twice.
  public init(yaml: String, file: String, seeds: SeedStore) throws(SeedError) {
    let decoded = try Self.decode(yaml, file: file)
    try self.init(decoded, hashing: [yaml], file: file, seeds: seeds)
  }

  /// The shipped pack with a coordinator's own criteria added, or put in place of those with the same id.
  public init(adding yaml: String, file: String, seeds: SeedStore) throws(SeedError) {
    let own = try Self.decode(yaml, file: file)
    let text = try seeds.text(of: Self.shippedFile)
    var base = try Self.decode(text, file: Self.shippedFile)
    let replaced = Set(own.criteria.map(\.id))
    guard replaced.count == own.criteria.count else {
      throw SeedError(file: file, reason: "has an id twice: give each criterion an id of its own")
    }
    base.criteria = (base.criteria.filter { !replaced.contains($0.id) } + own.criteria).sorted { $0.id < $1.id }
    base.id += "+" + own.id
    try self.init(base, hashing: [text, yaml], file: file, seeds: seeds)
  }

  private init(_ decoded: File, hashing texts: [String], file: String, seeds: SeedStore) throws(SeedError) {
    lexicon = try Lexicon(seeds)
    likeness = try Likeness(seeds)
    id = decoded.id
    version = decoded.version
    criteria = decoded.criteria
    var bytes: [UInt8] = []
    for text in texts { bytes += Array(text.utf8) + [0] }
    for file in seeds.files(in: "lexicon") + [Likeness.file] { bytes += Array(try seeds.text(of: file).utf8) + [0] }
    hash = SHA256.hex(of: bytes)
    try check(file)
  }

  /// What a report says of criteria.
  private struct Names: Decodable {
    struct Entry: Decodable {
      var id: String
      var name: String
    }
    var criteria: [Entry]
  }

  private static func decode<Shape: Decodable>(
    _ yaml: String, as shape: Shape.Type = File.self, file: String
  ) throws(SeedError) -> Shape {
    do {
      return try SeedYAML.decode(shape, text: yaml)
    } catch {
      throw SeedError(file: file, reason: "is not in the shape of a criteria pack: \(Self.words(for: error))")
    }
  }

  /// The decoder's complaint in one line, with the place in the file.
  private static func words(for error: any Error) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }.joined()
    }
    return switch error {
    case DecodingError.keyNotFound(let key, let context):
      "'\(key.stringValue)' is missing at \(place(context.codingPath))"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      "\(context.debugDescription) at \(place(context.codingPath))"
    default: "\(error)".split(separator: "\n").joined(separator: " ")
    }
  }

  private static let shippedFile = "criteria/educational-model.yaml"

  /// The pack that the program carries.
  public static func shipped(_ seeds: SeedStore) throws(SeedError) -> CriteriaPack {
    try CriteriaPack(yaml: try seeds.text(of: shippedFile), file: shippedFile, seeds: seeds)
  }

  /// The shipped pack, with a coordinator's own criteria added where there are some.
  public static func of(_ own: String?, file: String?, seeds: SeedStore) throws(SeedError) -> CriteriaPack {
    guard let own else { return try shipped(seeds) }
    return try CriteriaPack(adding: own, file: file ?? "the criteria", seeds: seeds)
  }

  /// The names of the criteria of `of(_:file:seeds:)` by their ids, without the cues and the lexicon that only judging needs.
  public static func names(of own: String?, file: String?, seeds: SeedStore) throws(SeedError) -> [String: String] {
    var criteria = try decode(try seeds.text(of: shippedFile), as: Names.self, file: shippedFile).criteria
    if let own { criteria += try decode(own, as: Names.self, file: file ?? "the criteria").criteria }
    return Dictionary(criteria.map { ($0.id, $0.name) }, uniquingKeysWith: { _, own in own })
  }

  public var reference: CriteriaPackReference { CriteriaPackReference(id: id, version: version, hash: hash) }

  private func check(_ file: String) throws(SeedError) {
    var seen: Set<String> = []
    for criterion in criteria {
      guard seen.insert(criterion.id).inserted else {
        throw SeedError(file: file, reason: "has \(criterion.id) twice: give each criterion an id of its own")
      }
      for cue in criterion.cues + criterion.naming {
        for name in cue.names where lexicon[name] == nil {
          throw SeedError(
            file: file, reason: "\(criterion.id) names the concept '\(name)', which no file of the lexicon defines")
        }
      }
    }
  }
}
