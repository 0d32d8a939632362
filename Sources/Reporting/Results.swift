import Foundation
public import IEPModel

/// What a run wrote, read again document by document as the run goes on: tables and report are made of it, in the order in
/// which the documents are added. Holds one document in memory, and the pages of so few that one page takes them all.
public struct Results {
  private let folder: String
  private let texts: ReportTexts
  private let tables: CSVTables
  private var counts = RunCounts()
  private var severities: [Severity: Int] = [:]
  private var seen: Set<String> = []
  private var overview = Overview()
  /// The documents of the one page, as long as they are few.
  private var articles: [Article] = []
  private var isSplit = false

  private struct Article {
    var documentId: String
    var title: String
    var html: HTML
  }

  /// Beyond this many documents each has a page of its own, so that the first one stays light.
  private static let mostOnOnePage = 50

  /// The output folder, and the names of rules and criteria for the report.
  public init(folder: String, texts: ReportTexts = ReportTexts()) throws {
    self.folder = folder
    self.texts = texts
    tables = try CSVTables(folder: folder)
    try OutputFile.makeFolder("\(folder)/report")
  }

  /// Takes a document that the run wrote, once.
  public mutating func add(_ documentId: String) throws {
    guard seen.insert(documentId).inserted else { return }
    let document = try Results.document(documentId, in: folder)
    counts.documents += 1
    counts.services += document.services.count
    counts.serviceMentions += document.serviceMentions.count
    counts.goals += document.goals.count
    counts.findings += document.findings.count
    for finding in document.findings { severities[finding.severity, default: 0] += 1 }
    try tables.append(document)
    overview.add(document)
    articles.append(
      Article(
        documentId: documentId, title: DocumentView.title(document),
        html: DocumentView(document: document, texts: texts).html))
    if isSplit || articles.count > Results.mostOnOnePage { try split() }
  }

  /// Gives each document that waits a page of its own.
  private mutating func split() throws {
    if !isSplit { try OutputFile.makeFolder("\(folder)/report/documents") }
    isSplit = true
    for article in articles {
      let page = ReportPage(
        title: article.title,
        body: "<main><p><a href=\"../index.html\">All documents</a></p>\n\(article.html)</main>")
      try OutputFile.write(page.bytes, to: "\(folder)/report/documents/\(article.documentId).html")
    }
    articles = []
  }

  /// Writes the report's first page, and fills in the record's counts. Gives the number of findings by severity.
  public mutating func finish(_ record: inout RunRecord) throws -> [Severity: Int] {
    for status in InputStatus.allCases {
      counts.inputs[status.rawValue] = record.inputs.filter { $0.status == status }.count
    }
    for severity in Severity.allCases { counts.findingsBySeverity[severity.rawValue] = severities[severity] ?? 0 }
    record.counts = counts
    try tables.finish()
    let body: HTML = """
      <header class="top"><h1>IEP review</h1>
      <p>\(counts.documents) documents, \(counts.services) service lines, \(counts.goals) goals, \(counts.findings) findings.
      Confidential: this report holds student records.</p></header>
      <main>
      \(OverviewView(record: record, overview: overview, isSplit: isSplit, texts: texts).html)
      \(articles.map(\.html))</main>
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
