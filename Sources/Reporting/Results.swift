import Foundation
public import IEPModel

/// What a run wrote, read again document by document: tables and report are made of it, in the order of the inputs,
/// and never hold more than one document in memory.
public struct Results {
  private let folder: String
  private let texts: ReportTexts

  /// Beyond this many documents each has a page of its own, so that the first one stays light.
  private static let mostOnOnePage = 50

  /// The output folder, and the names of rules and criteria for the report.
  public init(folder: String, texts: ReportTexts = ReportTexts()) {
    self.folder = folder
    self.texts = texts
  }

  /// Writes tables and report, and fills in the record's counts. Gives the number of findings by severity.
  public func write(_ record: inout RunRecord) throws -> [Severity: Int] {
    var counts = RunCounts()
    var severities: [Severity: Int] = [:]
    for status in InputStatus.allCases {
      counts.inputs[status.rawValue] = record.inputs.filter { $0.status == status }.count
    }
    var seen: Set<String> = []
    let tables = try CSVTables(folder: folder)
    let isSplit = Set(record.inputs.flatMap(\.documents)).count > Results.mostOnOnePage
    var overview = Overview()
    var articles: [HTML] = []
    try OutputFile.makeFolder("\(folder)/report")
    if isSplit { try OutputFile.makeFolder("\(folder)/report/documents") }
    for entry in record.inputs {
      for documentId in entry.documents where seen.insert(documentId).inserted {
        let document = try Results.document(documentId, in: folder)
        counts.documents += 1
        counts.services += document.services.count
        counts.serviceMentions += document.serviceMentions.count
        counts.goals += document.goals.count
        counts.findings += document.findings.count
        try tables.append(document)
        let link = isSplit ? "documents/\(documentId).html" : "#" + DocumentView.anchor(documentId, nil)
        overview.add(document, link: link)
        let article = DocumentView(document: document, texts: texts).html
        if isSplit {
          let page = ReportPage(
            title: DocumentView.title(document),
            body: "<main><p><a href=\"../index.html\">All documents</a></p>\n\(article)</main>")
          try OutputFile.write(page.bytes, to: "\(folder)/report/documents/\(documentId).html")
        } else {
          articles.append(article)
        }
        for finding in document.findings { severities[finding.severity, default: 0] += 1 }
      }
    }
    for severity in Severity.allCases { counts.findingsBySeverity[severity.rawValue] = severities[severity] ?? 0 }
    record.counts = counts
    try tables.finish()
    let body: HTML = """
      <header class="top"><h1>IEP review</h1>
      <p>\(counts.documents) documents, \(counts.services) service lines, \(counts.goals) goals, \(counts.findings) findings.
      Confidential: this report holds student records.</p></header>
      <main>
      \(OverviewView(record: record, overview: overview, texts: texts).html)
      \(articles)</main>
      """
    try OutputFile.write(ReportPage(title: "IEP review", body: body).bytes, to: "\(folder)/report/index.html")
    return severities
  }

  /// A document that the run wrote.
  static func document(_ documentId: String, in folder: String) throws -> IEPDocument {
    let url = URL(fileURLWithPath: "\(folder)/documents/\(documentId).json")
    return try JSONDecoder().decode(IEPDocument.self, from: Data(contentsOf: url))
  }
}
