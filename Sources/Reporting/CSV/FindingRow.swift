import IEPModel

/// What an audit rule found as cells.
enum FindingRow {
  static let columns = [
    "rule", "severity", "message", "subjects", "expected", "actual", "arithmetic", "citation", "fingerprint",
  ]

  static func cells(_ finding: Finding) -> [CSVTable.Cell] {
    [
      .value(finding.rule), .code(finding.severity), .text(finding.message), .list(finding.subjects),
      .optional(finding.expected), .optional(finding.actual), .optional(finding.arithmetic),
      .optional(finding.citation), .described(finding.fingerprint),
    ]
  }
}
