import IEPModel

/// services.csv, goals.csv and findings.csv: a row for each, all facts flat, for spreadsheets and statistics.
struct CSVTables {
  private let services: CSVTable
  private let goals: CSVTable
  private let findings: CSVTable

  init(folder: String) throws(OutputError) {
    services = try CSVTable(path: "\(folder)/services.csv", columns: CSVTables.common + ServiceRow.columns)
    goals = try CSVTable(path: "\(folder)/goals.csv", columns: CSVTables.common + GoalRow.columns)
    findings = try CSVTable(path: "\(folder)/findings.csv", columns: CSVTables.common + FindingRow.columns)
  }

  func append(_ document: IEPDocument) throws(OutputError) {
    for service in document.services {
      try services.append(CSVTables.cells(document, service.provenance) + ServiceRow.cells(service))
    }
    for goal in document.goals {
      try goals.append(CSVTables.cells(document, goal.provenance) + GoalRow.cells(goal))
    }
    for finding in document.findings {
      try findings.append(CSVTables.cells(document, finding.provenance) + FindingRow.cells(finding))
    }
  }

  func finish() throws(OutputError) {
    try services.finish()
    try goals.finish()
    try findings.finish()
  }

  /// What every row begins with.
  private static let common = ["document_id", "path", "page", "line", "student_name", "student_id"]

  private static func cells(_ document: IEPDocument, _ places: [Place]) -> [CSVTable.Cell] {
    [
      .value(document.documentId), .text(document.source.path), .described(places.lazy.compactMap(\.page).first),
      .described(places.lazy.compactMap(\.line).first), .optional(document.student.name),
      .optional(document.student.studentId),
    ]
  }
}
