/// What an audit rule found, with the arithmetic that a reviewer can redo.
public struct Finding: Hashable, Sendable, Codable {
  public var rule: String
  public var severity: Severity
  /// One sentence that a reviewer can act on, with the numbers in it.
  public var message: String
  /// svc-1, goal-2, mention-1, iep, student.
  public var subjects: [String]
  public var expected: String?
  public var actual: String?
  /// "2 x 30 min/week = 60 min/week; narrative: 90 min/month / 4 weeks = 22.5 min/week".
  public var arithmetic: String?
  public var citation: String?
  /// The same for the same finding after a reprint of the same content.
  public var fingerprint: String?
  @OmittedWhenEmpty public var provenance: [Place] = []

  public init(rule: String, severity: Severity, message: String, subjects: [String]) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.subjects = subjects
  }
}

/// A rule that applies here and could not be decided.
public struct UndecidedRule: Hashable, Sendable, Codable {
  public var rule: String
  /// What was missing.
  public var because: String

  public init(rule: String, because: String) {
    self.rule = rule
    self.because = because
  }
}
