public import IEPModel
import Reporting

/// What a worker is told before its first file: a line of JSON. It travels through a pipe, since passwords have no
/// place on a command line or in the environment.
public struct WorkerConfiguration: Sendable, Codable {
  /// The output folder.
  public var output: String
  /// A folder in place of the embedded seeds.
  public var seeds: String?
  /// The text of a calendar file; numbers would lose their exactness on the way.
  public var calendar: String
  public var asOf: CalendarDate?
  public var passwords: [String]
  /// The text of a mapping for XML exports.
  public var mapping: String?
  /// The text of criteria that are added to the shipped pack, and the file that errors name.
  public var criteria: String?
  public var criteriaFile: String?
  /// The text of a district's own words for what its forms print, and the file that errors name.
  public var formHints: String?
  public var formHintsFile: String?
  /// Seconds that one file may take.
  public var timeLimit: Double

  public init(
    output: String, seeds: String? = nil, calendar: String, asOf: CalendarDate? = nil, passwords: [String] = [],
    mapping: String? = nil, criteria: String? = nil, criteriaFile: String? = nil, formHints: String? = nil,
    formHintsFile: String? = nil,
    timeLimit: Double = 120
  ) {
    self.output = output
    self.seeds = seeds
    self.calendar = calendar
    self.asOf = asOf
    self.passwords = passwords
    self.mapping = mapping
    self.criteria = criteria
    self.criteriaFile = criteriaFile
    self.formHints = formHints
    self.formHintsFile = formHintsFile
    self.timeLimit = timeLimit
  }
}

/// One file to read: a line of JSON to the worker.
struct WorkerRequest: Codable {
  /// As `source.path`.
  var path: String
  var location: String
  var format: Source.Format
}

/// What became of it: a line of JSON back, on a pipe of its own, so that whatever a library prints cannot garble it.
struct WorkerReply: Codable {
  var status: InputStatus
  var code: String?
  var reason: String?
  /// Elements of an export that its mapping says nothing of, and how often they stand there.
  var unread: [String: Int] = [:]
  /// Ids of the documents, which the worker has written.
  var documents: [String]
}
