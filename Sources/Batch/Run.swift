import Extraction
import Foundation
public import IEPModel
public import Reporting
import Seeds

/// What a run is asked to do.
public struct RunOptions: Sendable {
  public var inputs: [String]
  public var output: String
  public var asOf: CalendarDate?
  /// A calendar file in place of the seeds'.
  public var calendarFile: String?
  /// A mapping for XML exports.
  public var mappingFile: String?
  /// Criteria of a coordinator's own, added to the shipped pack.
  public var criteriaFile: String?
  /// A district's own words for what its forms print.
  public var formHintsFile: String?
  /// A folder in place of the embedded seeds.
  public var seedsFolder: String?
  public var passwords: [String] = []
  public var jobs = 1
  public var failOn: Severity?
  public var force = false
  /// Seconds that one file may take.
  public var timeLimit = 120.0
  /// The program's own version.
  public var version = ""
  /// The binary that is started as a worker.
  public var executable: String

  public init(inputs: [String], output: String, executable: String) {
    self.inputs = inputs
    self.output = output
    self.executable = executable
  }
}

/// What a run gave.
public struct RunResult: Sendable {
  public var record: RunRecord
  public var exit: ExitStatus
  /// Where the report is.
  public var reportPath: String
}

/// A whole run: find, read, judge, write.
public struct Run {
  private let options: RunOptions
  /// Called with the number of files done and of all.
  private let progress: (Int, Int) -> Void

  public init(_ options: RunOptions, progress: @escaping (Int, Int) -> Void = { _, _ in }) {
    self.options = options
    self.progress = progress
  }

  public func perform() throws(BatchError) -> RunResult {
    let started = Supervisor.now
    let settings = try RunSettings(options)
    let output = OutputFolder(path: options.output)
    let files = try FolderWalk.find(inputs: options.inputs, excluding: options.output)
    let plan = ReadingPlan(files)
    var supervisor = Supervisor(
      executable: options.executable, configuration: settings.configuration, jobs: options.jobs,
      progress: { [progress] done in progress(done, plan.requests.count) })
    if !plan.requests.isEmpty { supervisor.startAhead() }
    // Meanwhile what the report and the record say of the seeds.
    let texts = try settings.texts()
    let seedsHash = settings.seedsHash
    try output.prepare(force: options.force)
    let found = Supervisor.now

    var results: Results
    do { results = try Results(folder: options.output, texts: texts) } catch {
      throw BatchError(.output, "\(error)")
    }
    // Tables and report take in what is read while the workers read on.
    let replies = try supervisor.process(plan.requests) { reply throws(BatchError) in
      do { for documentId in reply.documents { try results.add(documentId) } } catch {
        throw BatchError(.output, "\(error)")
      }
    }
    let read = Supervisor.now

    var record = RunRecord(
      program: RunRecord.Program(
        version: options.version,
        libraries: NamedValues(LinkedLibraries.versions.map { ($0.name, $0.version) })),
      seedsHash: seedsHash, formHintsHash: settings.formHintsHash, asOf: options.asOf,
      calendar: settings.calendar,
      inputs: plan.entries(with: replies))
    let findings: [Severity: Int]
    do {
      findings = try results.finish(&record)
      record.timings = NamedValues([
        ("find", found - started), ("read", read - found), ("write", Supervisor.now - read),
        ("total", Supervisor.now - started),
      ])
      try OutputFile.write(OrderedJSONEncoder().encode(record), to: output.runPath)
    } catch {
      throw BatchError(.output, "\(error)")
    }
    output.finish()
    return RunResult(
      record: record, exit: ExitStatus(inputs: record.inputs, findings: findings, failOn: options.failOn),
      reportPath: "\(options.output)/report/index.html")
  }
}
