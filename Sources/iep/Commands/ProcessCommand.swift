import ArgumentParser
import Batch
import Foundation
import IEPModel

/// `iep process`: the main job.
struct ProcessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "process",
    abstract: "Read IEPs and write JSON, tables and a report.",
    discussion: """
      EXAMPLES
        iep process plans/ --output results/
        iep process plans/ extra.pdf --output results/ --as-of 2026-03-01 --jobs 4

      Folders are read with all below them. What a file is, its bytes say, not its name. Every file found is listed
      in results/run.json with what became of it.
      """)

  @Argument(help: ArgumentHelp("Files and folders to read.", valueName: "input"))
  var inputs: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write.", valueName: "dir"))
  var output: String

  @Option(
    help: ArgumentHelp("The day by which reviews are due or overdue (default: today).", valueName: "yyyy-mm-dd"),
    transform: ProcessCommand.day)
  var asOf: CalendarDate?

  @Option(help: ArgumentHelp("School calendar in YAML: weeks a month, minutes a day ...", valueName: "file"))
  var calendar: String?

  @Option(help: ArgumentHelp("Vocabularies, criteria and mappings in place of the built-in ones.", valueName: "dir"))
  var seeds: String?

  @Option(help: ArgumentHelp("How an XML export is to be read, as 'iep map' writes it.", valueName: "file"))
  var mapping: String?

  @Option(help: ArgumentHelp("Criteria of your own, added to the built-in ones; equal ids replace.", valueName: "file"))
  var criteria: String?

  @Option(help: ArgumentHelp("Words of your district's forms, added to the built-in ones.", valueName: "file"))
  var formHints: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("Worker processes (default: one a core).", valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp("Passwords to try on encrypted PDFs, one a line.", valueName: "file"))
  var passwordFile: String?

  @Option(help: ArgumentHelp("End with status 1 where a finding is at least this.", valueName: "error|warning"))
  var failOn: FailOn?

  @Option(help: ArgumentHelp("Seconds that one file may take.", valueName: "seconds"))
  var timeLimit: Double = 120

  @Flag(help: "Write into a folder that holds other things as well.")
  var force = false

  @Flag(name: .shortAndLong, help: "Print errors only.")
  var quiet = false

  enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case error, warning

    var severity: Severity { self == .error ? .error : .warning }
  }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs needs a number of 1 or more") }
    if !(timeLimit > 0) { throw ValidationError("--time-limit needs a number of seconds above 0") }
  }

  func run() throws {
    do {
      let result = try Run(options(), progress: { done, all in if !quiet { Console.progress(done, of: all) } })
        .perform()
      if !quiet { RunSummary(result).print() }
      throw ExitCode(result.exit.rawValue)
    } catch let error as BatchError {
      Console.error(error.message)
      throw ExitCode(error.exit.rawValue)
    }
  }

  private func options() throws -> RunOptions {
    var options = RunOptions(inputs: inputs, output: output, executable: ProcessCommand.executable)
    options.asOf = asOf ?? ProcessCommand.today
    options.calendarFile = calendar
    options.seedsFolder = seeds
    options.mappingFile = mapping
    options.criteriaFile = criteria
    options.formHintsFile = formHints
    options.passwords = try passwordFile.map { try ProcessCommand.passwords(in: $0) } ?? []
    options.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    options.failOn = failOn?.severity
    options.force = force
    options.timeLimit = timeLimit
    options.version = programVersion
    return options
  }

  /// One password a line; blanks within a line belong to the password.
  private static func passwords(in file: String) throws -> [String] {
    guard let data = FileManager.default.contents(atPath: file), let text = String(data: data, encoding: .utf8)
    else { throw BatchError(.usage, "\(file): the password file cannot be read as UTF-8 text") }
    return text.split(whereSeparator: \.isNewline).map(String.init)
  }

  private static func day(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(iso: text) else { throw ValidationError("'\(text)' is no day; write 2026-03-01") }
    return date
  }

  private static var today: CalendarDate? {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// This binary, which is started again as the worker.
  private static var executable: String {
    Bundle.main.executablePath ?? CommandLine.arguments.first ?? "iep"
  }
}
