import Seeds
import Yams

/// A file of the lexicon: concepts by name. Read by hand, for its tens of thousands of phrases take a general decoder a
/// good part of a worker's start.
struct LexiconFile {
  let concepts: [(name: String, concept: Concept)]

  /// - Throws: where the text is no YAML or not in the shape of a lexicon; the error names the concept.
  init(_ file: String, in seeds: SeedStore) throws(SeedError) {
    guard let mapping = try SeedYAML.root(of: file, in: seeds).mapping else {
      throw SeedError(file: file, reason: "holds no concepts by name")
    }
    var concepts: [(name: String, concept: Concept)] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string, let entry = value.mapping else {
        throw SeedError(file: file, line: value.mark?.line, reason: "is no concept with its words")
      }
      do throws(Fault) { concepts.append((name, try Self.concept(entry))) } catch {
        throw SeedError(
          file: file, line: error.line ?? value.mark?.line, reason: "\(name): \(error.reason)")
      }
    }
    self.concepts = concepts.sorted { $0.name < $1.name }
  }

  private struct Fault: Error {
    var line: Int?
    var reason: String

    init(node: Node? = nil, reason: String) { (line, self.reason) = (node?.mark?.line, reason) }
  }

  private static func concept(_ entry: Node.Mapping) throws(Fault) -> Concept {
    guard let about = entry["about"]?.scalar?.string else { throw Fault(reason: "lacks 'about'") }
    var concept = Concept(about: about)
    if let kind = entry["kind"] { concept.kind = try named(kind) }
    if let silences = entry["silences"] { concept.silences = try named(silences) }
    if let inflect = entry["inflect"] {
      guard let flag = inflect.bool else { throw Fault(node: inflect, reason: "'inflect' is true or false") }
      concept.inflect = flag
    }
    if let words = entry["words"] { concept.words = try phrases(words) }
    guard let compounds = entry["compounds"] else { return concept }
    guard let list = compounds.sequence else { throw Fault(node: compounds, reason: "'compounds' is a list") }
    for node in list {
      guard let first = node.mapping?["first"], let then = node.mapping?["then"] else {
        throw Fault(node: node, reason: "a compound has 'first' and 'then'")
      }
      concept.compounds.append(Concept.Compound(first: try phrases(first), then: try phrases(then)))
    }
    return concept
  }

  private static func named<Name: RawRepresentable<String>>(_ node: Node) throws(Fault) -> Name {
    guard let name = node.scalar.flatMap({ Name(rawValue: $0.string) }) else {
      throw Fault(node: node, reason: "'\(node.scalar?.string ?? "")' is no kind of concept")
    }
    return name
  }

  private static func phrases(_ node: Node) throws(Fault) -> [String] {
    guard let list = node.sequence else { throw Fault(node: node, reason: "its words are no list") }
    var phrases: [String] = []
    phrases.reserveCapacity(list.count)
    for item in list {
      guard let phrase = item.scalar?.string else { throw Fault(node: item, reason: "a phrase is no text") }
      phrases.append(phrase)
    }
    return phrases
  }
}
