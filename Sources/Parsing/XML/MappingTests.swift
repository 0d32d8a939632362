import Extraction
import IEPModel
public import Seeds

/// The tests that a mapping carries: a small export, and what must be read of it. They keep a mapping that someone
/// changes from changing results unseen.
public struct MappingTests: Sendable {
  private struct Holder: Decodable {
    var tests: [Test]?
  }
  private struct Test: Decodable, Sendable {
    var xml: String
    /// Names, one a document.
    var students: [String]?
    /// Codes of services.
    var services: [String]?
    /// Their amounts as written.
    var amounts: [String]?
    /// Texts.
    var goals: [String]?
  }
  private let tests: [Test]
  private let mapping: String

  /// - Throws: where the mapping's text is none, or its tests are not understood.
  public init(mapping: String, file: String) throws(SeedError) {
    self.mapping = mapping
    tests = try SeedYAML.decode(Holder.self, text: mapping, file: file).tests ?? []
  }

  public var count: Int { tests.count }

  /// What differs, a line each; nothing where all pass.
  public func failures(seeds: SeedStore) throws(SeedError) -> [String] {
    let reader = try XMLIEPReader(seeds: seeds, mapping: mapping)
    var failures: [String] = []
    for (index, test) in tests.enumerated() {
      let name = "test \(index + 1)"
      var documents: [IEPDocument] = []
      let source = Source(
        path: name, sha256: String(repeating: "0", count: 64), bytes: test.xml.utf8.count, format: .xml,
        profile: "generic")
      do throws(ExtractionError) {
        _ = try reader.read(
          XMLInput(bytes: Array(test.xml.utf8)), source: source, siblings: { [] }, emit: { documents.append($0) })
      } catch {
        failures.append("\(name): \(error)")
        continue
      }
      let services = documents.flatMap(\.services)
      let read: [(what: String, wanted: [String]?, got: [String])] = [
        ("students", test.students, documents.map { $0.student.name ?? "" }),
        ("services", test.services, services.map { $0.service.code?.rawValue ?? "" }),
        ("amounts", test.amounts, services.map(\.dose.text)),
        ("goals", test.goals, documents.flatMap(\.goals).map(\.text)),
      ]
      for (what, wanted, got) in read {
        guard let wanted, wanted != got else { continue }
        failures.append("\(name): \(what) are \(got.joined(separator: " / ")), not \(wanted.joined(separator: " / "))")
      }
    }
    return failures
  }
}
