/// Names of rules and criteria for the report; the modules that know them stand above this one.
public struct ReportTexts: Sendable {
  /// Rule id to a short title.
  public var rules: [String: String]
  /// Criterion id to a short title.
  public var criteria: [String: String]

  public init(rules: [String: String] = [:], criteria: [String: String] = [:]) {
    self.rules = rules
    self.criteria = criteria
  }
}
