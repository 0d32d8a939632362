import Foundation
import Seeds
import Testing

@testable import Classification

/// Files of the lexicon, right and wrong: an error names the file, the line and the concept.
@Suite struct LexiconFileTests {
  /// The shipped seeds with one more file of concepts.
  private func read(_ text: String) throws -> [(name: String, concept: Concept)] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let file = folder.appending(path: "lexicon/own.yaml")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try text.write(to: file, atomically: true, encoding: .utf8)
    let seeds = try SeedStore(directory: folder.path(percentEncoded: false))
    return try LexiconFile("lexicon/own.yaml", in: seeds).concepts
  }

  @Test func conceptsComeInTheOrderOfTheirNames() throws {
    let concepts = try read(
      """
      wings:
        about: Parts of a kite.
        kind: verb
        inflect: true
        words: [flap, 'on', "soar, high"]
      kites:
        about: Toys.
        kind: sense
        silences: clinical
        compounds:
          - first: [box, stunt]
            then: [kite]
      """)
    #expect(concepts.map(\.name) == ["kites", "wings"])
    #expect(concepts[0].concept.silences == .clinical)
    #expect(concepts[0].concept.compounds == [Concept.Compound(first: ["box", "stunt"], then: ["kite"])])
    #expect(concepts[1].concept.kind == .verb)
    #expect(concepts[1].concept.inflect == true)
    #expect(concepts[1].concept.words == ["flap", "on", "soar, high"])
  }

  @Test(arguments: [
    ("kites:\n  words: [a]", "kites: lacks 'about'"),
    ("kites:\n  about: Toys.\n  words: {a: b}", "lexicon/own.yaml:3: kites: its words are no list"),
    ("kites:\n  about: Toys.\n  kind: noun", "lexicon/own.yaml:3: kites: 'noun' is no kind of concept"),
    ("kites:\n  about: Toys.\n  inflect: often", "'inflect' is true or false"),
    ("kites:\n  about: Toys.\n  compounds:\n    - first: [a]", "a compound has 'first' and 'then'"),
    ("- kites", "lexicon/own.yaml: holds no concepts by name"),
    ("kites: Toys.", "lexicon/own.yaml:1: is no concept with its words"),
    ("kites: [", "lexicon/own.yaml: is not in the expected shape"),
  ])
  func whatIsNoLexiconIsTold(text: String, reason: String) throws {
    let error = try #require(throws: SeedError.self) { try read(text) }
    #expect(error.description.contains(reason))
  }
}
