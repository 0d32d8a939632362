import ArgumentParser
import Extraction
import Foundation
import IEPModel
import Parsing
import Seeds

/// How fast an XML export is read, apart from judging and writing: for `Scripts/bench`, not for people.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Time the reading of an XML export.", shouldDisplay: false)

  enum Stage: String, ExpressibleByArgument, CaseIterable {
    /// The wanted values of every record, joined by key.
    case records
    /// The documents made of them as well.
    case documents
  }

  @Option(help: "How far to go.")
  var stage = Stage.records

  @Argument(help: "An XML export of a format that is mapped.")
  var file: String

  func run() throws {
    let reader = try XMLIEPReader(seeds: .embedded)
    let input = XMLInput(path: file)
    let clock = ContinuousClock()
    var count = 0
    let time = try clock.measure {
      switch stage {
      case .records: count = try reader.recordCount(input)
      case .documents:
        let source = Source(
          path: "", sha256: String(repeating: "0", count: 64), bytes: input.count, format: .xml, profile: "generic")
        _ = try reader.read(input, source: source, siblings: { [] }, emit: { _ in count += 1 })
      }
    }
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    print("\(count)\t" + String(format: "%.2f s\t%.0f MB/s", seconds, Double(input.count) / 1e6 / seconds))
  }
}
