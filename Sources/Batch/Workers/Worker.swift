import Foundation
import IEPModel
import Reporting
public import Seeds

/// The inner side of a worker process: reads paths line by line, does all stages, writes the documents, and answers
/// with one line each. Runs until its input ends.
public enum Worker {
  /// The descriptor on which answers go; standard output stays free for what libraries may print.
  static let replyDescriptor: Int32 = 3

  /// The whole life of a worker.
  public static func run() throws {
    guard let first = readLine() else { return }
    let configuration = try JSONDecoder().decode(WorkerConfiguration.self, from: Data(first.utf8))
    let pipeline = try Pipeline(configuration)
    while let line = readLine() {
      let request = try JSONDecoder().decode(WorkerRequest.self, from: Data(line.utf8))
      TestFault.strike(request.path)
      // Should the supervisor die and this file never end, the system ends the worker.
      alarm(UInt32(configuration.timeLimit.rounded(.up)) + 30)
      let reply = autoreleasepool { answer(request, by: pipeline, into: configuration.output) }
      alarm(0)
      try send(reply)
    }
  }

  private static func answer(_ request: WorkerRequest, by pipeline: Pipeline, into output: String) -> WorkerReply {
    var written: [String] = []
    var failure: (any Error)?
    let outcome = pipeline.process(
      PipelineInput(path: request.path, location: request.location, format: request.format)
    ) { document in
      guard failure == nil else { return }
      do {
        let bytes = try OrderedJSONEncoder().encode(document)
        try OutputFile.write(bytes, to: OutputFolder.documentPath(of: document.documentId, in: output))
        written.append(document.documentId)
      } catch {
        failure = error
      }
    }
    if let failure {
      return WorkerReply(
        status: .failed, code: InputCode.writeFailed, reason: "its document could not be written: \(failure)",
        documents: written)
    }
    return WorkerReply(
      status: outcome.status, code: outcome.code, reason: outcome.reason, unread: outcome.unread, documents: written)
  }

  private static func send(_ reply: WorkerReply) throws {
    var bytes = [UInt8](try JSONEncoder().encode(reply))
    bytes.append(UInt8(ascii: "\n"))
    try Descriptor.writeAll(bytes, to: replyDescriptor)
  }

  #if !canImport(ObjectiveC)
    private static func autoreleasepool<Result>(_ body: () -> Result) -> Result { body() }
  #endif
}

extension Pipeline {
  /// The pipeline that a worker's configuration asks for.
  public init(_ configuration: WorkerConfiguration) throws(SeedError) {
    let seeds = try SeedStore(
      folder: configuration.seeds, formHints: configuration.formHints, file: configuration.formHintsFile)
    let calendar = try SchoolCalendar(yaml: configuration.calendar, file: "the calendar")
    try self.init(
      seeds: seeds,
      options: PipelineOptions(
        calendar: calendar, asOf: configuration.asOf, passwords: configuration.passwords,
        mapping: configuration.mapping, criteria: configuration.criteria, criteriaFile: configuration.criteriaFile))
  }
}

/// Faults on demand, so that tests and operators can see a bad document contained. `IEP_TEST_FAULT=crash:NAME` or
/// `hang:NAME` strikes at the files whose path ends so; only a worker looks at it.
enum TestFault {
  static func strike(_ path: String) {
    guard let wish = getenv("IEP_TEST_FAULT") else { return }
    let parts = String(cString: wish).split(separator: ":", maxSplits: 1)
    guard parts.count == 2, path.hasSuffix(parts[1]) else { return }
    if parts[0] == "crash" { raise(SIGSEGV) }
    if parts[0] == "hang" { while true { sleep(60) } }
  }
}
