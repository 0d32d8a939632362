import ArgumentParser
import Extraction
import Foundation
import Parsing
import Seeds

/// `iep map`: how an XML export of unknown make is read, for a person to correct.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Write the mapping that was inferred of an XML export, or check one.",
    discussion: """
      EXAMPLES
        iep map export.xml > district.yaml                    what iep makes of the export
        iep map --check district.yaml export.xml              what a mapping finds and leaves, and its own tests
        iep process exports/ --mapping district.yaml --output results/

      EXIT STATUS
        0  written, or the mapping fits
        1  the mapping names what the file has not, a test in it fails, or nothing in the file reads as a plan
        2  a file that cannot be read
      """)

  @Option(help: ArgumentHelp("Hold this mapping against the file.", valueName: "mapping"))
  var check: String?

  @Argument(help: "An XML export.")
  var file: String

  func run() throws {
    do {
      guard FileManager.default.isReadableFile(atPath: file) else {
        throw SeedError(file: file, reason: "cannot be read")
      }
      let input = XMLInput(path: file)
      let reader = try XMLIEPReader(seeds: .embedded)
      if let check { return try hold(check, against: input, reader) }
      let name = (file as NSString).lastPathComponent
      guard let mapping = try reader.inferredMapping(input, id: (name as NSString).deletingPathExtension) else {
        Console.error("\(file): nothing in it reads as service lines or goals")
        throw ExitCode(1)
      }
      print(mapping.yaml, terminator: "")
    } catch let error as ExtractionError {
      Console.error("\(file): \(error)")
      throw ExitCode(2)
    } catch let error as SeedError {
      Console.error("\(error)")
      throw ExitCode(2)
    }
  }

  private func hold(_ mappingFile: String, against input: XMLInput, _ reader: XMLIEPReader) throws {
    guard let data = FileManager.default.contents(atPath: mappingFile), let text = String(data: data, encoding: .utf8)
    else { throw SeedError(file: mappingFile, reason: "cannot be read as UTF-8 text") }
    let tests = try MappingTests(mapping: text, file: mappingFile)
    let failures = try tests.failures(seeds: .embedded)
    for failure in failures { Console.error("\(mappingFile): \(failure)") }
    if tests.count > 0 { print("tests: \(tests.count), failed: \(failures.count)") }
    let fits =
      text.contains("reader: automatic")
      ? try covers(ExportMapping(yaml: text, file: mappingFile), input, reader) : try finds(text, input)
    if !fits { Console.error("\(mappingFile): names records or fields that \(file) does not hold") }
    if !fits || !failures.isEmpty { throw ExitCode(1) }
  }

  private func covers(_ mapping: ExportMapping, _ input: XMLInput, _ reader: XMLIEPReader) throws -> Bool {
    let coverage = try reader.coverage(of: input, by: mapping)
    for kind in coverage {
      print("\(kind.record): \(kind.records) records")
      for (name, count) in kind.read.sorted(by: { $0.key < $1.key }) { print("  read    \(name)  \(count)") }
      for (name, count) in kind.unread.sorted(by: { $0.key < $1.key }) { print("  unread  \(name)  \(count)") }
      for name in kind.absent { print("  absent  \(name)") }
    }
    return !coverage.isEmpty && coverage.allSatisfy { $0.records > 0 && $0.absent.isEmpty }
  }

  /// Of a mapping by paths: how many records of the file it reads.
  private func finds(_ mapping: String, _ input: XMLInput) throws -> Bool {
    let count = try XMLIEPReader(seeds: .embedded, mapping: mapping).recordCount(input)
    print("records: \(count)")
    return count > 0
  }
}
