import ArgumentParser
import Classification
import Foundation
import Seeds

/// `iep criteria`: for those who write criteria of their own.
struct CriteriaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "criteria", abstract: "Test and check a pack of criteria.",
    subcommands: [Test.self, Coverage.self, Lint.self])

  struct Source: ParsableArguments {
    @Argument(help: "A pack's YAML file; the built-in pack where none is given.")
    var pack: String?

    @Option(name: .customLong("seeds"), help: "A folder laid out as seeds/, in place of the built-in lists.")
    var seedsFolder: String?

    func load() throws -> CriteriaPack {
      let seeds = try seedsFolder.map { folder in try SeedStore(directory: folder) } ?? .embedded
      guard let pack else { return try CriteriaPack.shipped(seeds) }
      return try CriteriaPack(adding: try text(of: pack), file: pack, seeds: seeds)
    }

    func text(of path: String) throws -> String {
      guard let data = FileManager.default.contents(atPath: path) else {
        Console.error("\(path): the file can't be read; give a pack of criteria in YAML")
        throw ExitCode(2)
      }
      return String(decoding: data, as: UTF8.self)
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Run a pack's examples as tests.")
    @OptionGroup var source: Source

    func run() throws {
      let pack = try source.load()
      let failures = PackReview(pack).failures()
      for failure in failures {
        print("\(failure.criterion) \(failure.shouldFire ? "should fire" : "should be silent"): \(failure.example)")
      }
      let count = pack.criteria.reduce(0) { $0 + $1.fires.count + $1.silent.count }
      print("\(count - failures.count) of \(count) examples of \(pack.criteria.count) criteria hold")
      if !failures.isEmpty { throw ExitCode(1) }
    }
  }

  struct Coverage: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Count the examples and cues of each criterion.")
    @OptionGroup var source: Source

    func run() throws {
      for row in PackReview(try source.load()).coverage() {
        print("\(row.id)  fires \(row.fires)  silent \(row.silent)  cues \(row.cues)  \(row.name)")
      }
    }
  }

  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Look for unknown fields, failing examples, criteria that never fire and pairs that always do together."
    )
    @OptionGroup var source: Source

    @Option(help: "A text file of goals, one a line, over which firing is counted.")
    var goals: String?

    func run() throws {
      let pack = try source.load()
      let review = PackReview(pack)
      var notes: [String] = []
      if let file = source.pack {
        notes += PackReview.unknownFields(in: try source.text(of: file)).map { "unknown field: \($0)" }
      }
      notes += review.failures().map {
        "\($0.criterion) \($0.shouldFire ? "should fire" : "should be silent"): \($0.example)"
      }
      for row in review.coverage() where row.cues > 0 && (row.fires < 6 || row.silent < 6) {
        notes.append("\(row.id) has \(row.fires) and \(row.silent) examples: give it six and six")
      }
      if let goals {
        let lines = try source.text(of: goals).split(whereSeparator: \.isNewline).map(String.init)
        let use = review.use(of: lines)
        notes += use.never.map { "\($0) never fires on \(lines.count) goals" }
        notes += use.together.map { "\($0.0) and \($0.1) always fire together" }
      }
      for note in notes { print(note) }
      if notes.isEmpty { print("nothing to mend") } else { throw ExitCode(1) }
    }
  }
}
