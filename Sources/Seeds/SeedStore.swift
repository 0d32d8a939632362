import CGLib
import CSeeds
import Foundation

/// The domain's knowledge as data: criteria, rules, vocabularies, XML mappings, calendars.
/// Compiled in; a district may put a folder of its own in their place.
public struct SeedStore: Sendable {
  private let contents: [String: String]

  /// The files that were compiled in.
  public static let embedded = SeedStore(contents: embeddedContents())

  /// The files of a folder laid out as `seeds/` is. A file that the folder lacks is taken from the embedded ones.
  public init(directory: String) throws(SeedError) {
    var found = SeedStore.embedded.contents
    let root = URL(fileURLWithPath: directory, isDirectory: true)
    guard
      let walker = FileManager.default.enumerator(atPath: root.path(percentEncoded: false))
    else { throw SeedError(file: directory, reason: "is no folder that can be read") }
    for case let path as String in walker where path.hasSuffix(".yaml") {
      do {
        found[path] = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      } catch {
        throw SeedError(file: path, reason: "is not readable as UTF-8 text")
      }
    }
    contents = found
  }

  /// The seeds of a run.
  /// - Parameters:
  ///   - folder: in place of the embedded ones.
  ///   - formHints: the text of a district's own words, and the file that errors name.
  public init(folder: String?, formHints: String? = nil, file: String? = nil) throws(SeedError) {
    let seeds = if let folder { try SeedStore(directory: folder) } else { SeedStore.embedded }
    self = if let formHints { try seeds.adding(formHints: formHints, file: file ?? "the form hints") } else { seeds }
  }

  private init(contents: [String: String]) { self.contents = contents }

  /// The same files with a district's own words laid over the vocabularies.
  /// - Parameter hints: YAML; its keys are names of files of `seeds/vocabulary`, and below each stands what stands there.
  /// - Throws: `SeedError` with the place of what is not understood in `file`.
  public func adding(formHints hints: String, file: String) throws(SeedError) -> SeedStore {
    SeedStore(contents: contents.merging(try FormHints(hints, file: file).laid(over: self)) { $1 })
  }

  /// The text of a file, named by its path below `seeds/`: `vocabulary/services.yaml`.
  public func text(of path: String) throws(SeedError) -> String {
    guard let text = contents[path] else { throw SeedError(file: path, reason: "is missing from the seeds") }
    return text
  }

  /// The paths of the files in a folder of `seeds/`, sorted.
  public func files(in folder: String) -> [String] {
    contents.keys.filter { $0.hasPrefix(folder + "/") }.sorted()
  }

  /// SHA-256 over all paths and texts, in hexadecimal: changes where any seed does.
  public var hash: String {
    var bytes: [UInt8] = []
    for (path, text) in contents.sorted(by: { $0.key < $1.key }) {
      bytes += Array(path.utf8) + [0] + Array(text.utf8) + [0]
    }
    return SHA256.hex(of: bytes)
  }

  private static func embeddedContents() -> [String: String] {
    var result: [String: String] = [:]
    let table = UnsafeBufferPointer(start: iep_seed_table(), count: Int(iep_seed_count))
    for seed in table {
      let bytes = UnsafeBufferPointer(start: seed.bytes, count: seed.count)
      result[String(cString: seed.path)] = String(decoding: bytes, as: UTF8.self)
    }
    return result
  }
}

/// A seed file that is missing or cannot be understood: names the file, the place in it where known, and why.
public struct SeedError: Error, Hashable, Sendable, CustomStringConvertible {
  public var file: String
  public var line: Int?
  public var reason: String

  public init(file: String, line: Int? = nil, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  public var description: String { line.map { "\(file):\($0): \(reason)" } ?? "\(file): \(reason)" }
}
