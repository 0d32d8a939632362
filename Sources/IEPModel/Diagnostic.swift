/// What a stage could not read or had to guess. Nothing is dropped silently.
public struct Diagnostic: Hashable, Sendable, Codable {
  public enum Stage: String, Hashable, Sendable, Codable {
    case intake, extract, segment, parse, classify, audit, write
  }

  /// Stable, kebab-case.
  public var code: String
  public var stage: Stage
  public var severity: Severity
  /// One line for a person.
  public var message: String
  /// The source's words, where there are any.
  public var text: String?
  @OmittedWhenEmpty public var provenance: [Place] = []

  public init(
    _ code: String, stage: Stage, severity: Severity, message: String, text: String? = nil, provenance: [Place] = []
  ) {
    self.code = code
    self.stage = stage
    self.severity = severity
    self.message = message
    self.text = text
    self.provenance = provenance
  }
}

public enum Severity: String, Hashable, Sendable, Codable, Comparable, CaseIterable {
  case error, warning, info

  private var rank: Int {
    switch self {
    case .error: 2
    case .warning: 1
    case .info: 0
    }
  }
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}
