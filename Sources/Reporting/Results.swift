import Foundation
public import IEPModel

/// What a run wrote, read again document by document: tables and report are made of it, in the order of the inputs,
/// and never hold more than one document in memory.
public struct Results {
  private let folder: String

  /// The output folder.
  public init(folder: String) { self.folder = folder }

  /// Writes tables and report, and fills in the record's counts. Gives the number of findings by severity.
  public func write(_ record: inout RunRecord) throws -> [Severity: Int] {
    var counts = RunCounts()
    var severities: [Severity: Int] = [:]
    for status in InputStatus.allCases {
      counts.inputs[status.rawValue] = record.inputs.filter { $0.status == status }.count
    }
    var seen: Set<String> = []
    for entry in record.inputs {
      for documentId in entry.documents where seen.insert(documentId).inserted {
        let document = try Results.document(documentId, in: folder)
        counts.documents += 1
        counts.services += document.services.count
        counts.serviceMentions += document.serviceMentions.count
        counts.goals += document.goals.count
        counts.findings += document.findings.count
        for finding in document.findings { severities[finding.severity, default: 0] += 1 }
      }
    }
    for severity in Severity.allCases { counts.findingsBySeverity[severity.rawValue] = severities[severity] ?? 0 }
    record.counts = counts
    return severities
  }

  /// A document that the run wrote.
  static func document(_ documentId: String, in folder: String) throws -> IEPDocument {
    let url = URL(fileURLWithPath: "\(folder)/documents/\(documentId).json")
    return try JSONDecoder().decode(IEPDocument.self, from: Data(contentsOf: url))
  }
}
