import Extraction
import Seeds

/// XML that is known and holds no IEP: `seeds/vocabulary/xml-formats.yaml`.
struct OtherFormats: Sendable {
  private struct Entry: Decodable, Sendable {
    var roots: [String]
    var namespace: String?
    var `is`: String
    var then: String
  }
  private let entries: [Entry]

  init(seeds: SeedStore) throws(SeedError) {
    entries = try SeedYAML.decode([Entry].self, from: "vocabulary/xml-formats.yaml", in: seeds)
  }

  /// What a file with this root is, and what to do, in words that go on from its name; `nil` where it is not known.
  func note(on root: XMLRoot) -> String? {
    entries.first { entry in
      entry.roots.contains(root.name) && (entry.namespace.map { root.namespace.hasPrefix($0) } ?? true)
    }.map { "is \($0.is): \($0.then)" }
  }
}
