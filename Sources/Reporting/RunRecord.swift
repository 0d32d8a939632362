public import IEPModel

/// What a run did with every input: run.json (contract: run.schema.json).
public struct RunRecord: Hashable, Sendable, Codable {
  public struct Program: Hashable, Sendable, Codable {
    public var version: String
    /// Library and version.
    public var libraries: NamedValues<String>

    public init(version: String, libraries: NamedValues<String>) {
      self.version = version
      self.libraries = libraries
    }
  }

  public var schemaVersion = "1.0"
  public var program: Program
  /// Of the vocabularies, criteria and rules as they were used, form hints included.
  public var seedsHash: String
  /// SHA-256 of the form hints, in hexadecimal; `nil` where the run had none.
  public var formHintsHash: String?
  public var asOf: CalendarDate?
  public var calendar: SchoolCalendar
  /// Sorted by path: the order never depends on the number of workers.
  public var inputs: [InputEntry]
  public var counts = RunCounts()
  /// Seconds, by stage. Only here: nothing else in the output depends on the clock.
  public var timings = NamedValues<Double>()

  public init(
    program: Program, seedsHash: String, formHintsHash: String? = nil, asOf: CalendarDate?, calendar: SchoolCalendar,
    inputs: [InputEntry]
  ) {
    self.program = program
    self.seedsHash = seedsHash
    self.formHintsHash = formHintsHash
    self.asOf = asOf
    self.calendar = calendar
    self.inputs = inputs
  }
}

/// One file found under the inputs and what became of it.
public struct InputEntry: Hashable, Sendable, Codable {
  /// As `source.path` in the documents.
  public var path: String
  public var status: InputStatus
  /// Stable, kebab-case: see `InputCode` and `ExtractionError.Code`.
  public var code: String?
  /// One line for a person: what is wrong and what to do.
  public var reason: String?
  /// The ids of the documents written.
  @OmittedWhenEmpty public var documents: [String] = []
  /// Elements of an export that its mapping says nothing of, "StudentIEP/Notes", and how often they stand there.
  public var unread: NamedValues<Int>?

  public init(
    path: String, status: InputStatus, code: String? = nil, reason: String? = nil, documents: [String] = [],
    unread: NamedValues<Int> = NamedValues()
  ) {
    self.path = path
    self.status = status
    self.code = code
    self.reason = reason
    self.documents = documents
    self.unread = unread.pairs.isEmpty ? nil : unread
  }
}

/// Totals of a run.
public struct RunCounts: Hashable, Sendable, Codable {
  /// Files found, by status; a status that none has is 0.
  public var inputs = NamedValues<Int>()
  public var documents = 0
  public var services = 0
  public var serviceMentions = 0
  public var goals = 0
  public var findings = 0
  public var findingsBySeverity = NamedValues<Int>()

  public init() {}
}

/// An object whose keys are data and keep their order, which a Swift dictionary would not.
public struct NamedValues<Value: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
  public private(set) var pairs: [Pair] = []

  public struct Pair: Hashable, Sendable {
    public var name: String
    public var value: Value
  }

  public init() {}
  public init(_ pairs: [(String, Value)]) { self.pairs = pairs.map { Pair(name: $0.0, value: $0.1) } }

  /// A new name goes to the end.
  public subscript(name: String) -> Value? {
    get { pairs.first { $0.name == name }?.value }
    set {
      if let index = pairs.firstIndex(where: { $0.name == name }) {
        if let newValue { pairs[index].value = newValue } else { pairs.remove(at: index) }
      } else if let newValue {
        pairs.append(Pair(name: name, value: newValue))
      }
    }
  }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for pair in pairs { try container.encode(pair.value, forKey: Key(stringValue: pair.name)) }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    for key in container.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
      pairs.append(Pair(name: key.stringValue, value: try container.decode(Value.self, forKey: key)))
    }
  }
}
