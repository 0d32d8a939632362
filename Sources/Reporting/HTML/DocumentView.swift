import IEPModel

/// One document of the report: facts, findings, services, goals, and what could not be read.
struct DocumentView {
  let document: IEPDocument
  let texts: ReportTexts

  /// The name of the student, or what there is in its place.
  static func title(_ document: IEPDocument) -> String {
    if let name = document.student.name { return name }
    if let number = document.student.studentId { return "Student \(number)" }
    return document.source.record.map { "Student \($0) of the file" } ?? "Student not named"
  }

  var html: HTML {
    """
    <article class="document" id="\(anchor(nil))">
    <h2>\(DocumentView.title(document))</h2>
    <p class="path">\(document.source.path)\(record)</p>
    \(FactsView(document: document).html)
    \(FindingsView(document: document, texts: texts).html)
    \(ServicesView(document: document).html)
    \(GoalsView(document: document, texts: texts).html)
    \(diagnostics)
    </article>

    """
  }

  private var record: HTML { document.source.record.map { ", record \($0)" } ?? .empty }

  /// The anchor of the document or of something in it.
  private func anchor(_ subject: String?) -> String { DocumentView.anchor(document.documentId, subject) }

  static func anchor(_ documentId: String, _ subject: String?) -> String {
    subject.map { "d\(documentId)-\($0)" } ?? "d\(documentId)"
  }

  private var diagnostics: HTML {
    guard !document.diagnostics.isEmpty else { return .empty }
    let items = document.diagnostics.map { item -> HTML in
      let place = ReportWords.place(item.provenance)
      let quote: HTML = item.text.map { " <q>\($0)</q>" } ?? .empty
      let origin: HTML = place.isEmpty ? .empty : " <span class=\"place\">\(place)</span>"
      return "<li>\(item.message)\(quote)\(origin)</li>\n"
    }
    return """
      <h3>What could not be read, or was guessed</h3>
      <ul class="plain">
      \(items)</ul>
      """
  }
}

/// Who the student is and when the plan runs.
struct FactsView {
  let document: IEPDocument

  var html: HTML {
    let student = document.student
    let iep = document.iep
    let disabilities = student.disabilities.map(\.text).joined(separator: ", ")
    let facts: [(String, String?)] = [
      ("Student id", student.studentId), ("Date of birth", student.dateOfBirth?.description),
      ("Grade", student.grade), ("School", student.school), ("District", student.district),
      ("Disability", disabilities.isEmpty ? nil : disabilities),
      ("Kind of IEP", iep.kind.map { ReportWords.words($0.rawValue) }),
      ("Meeting", iep.meetingDate?.description), ("In effect", period),
      ("Annual review", iep.annualReviewDate?.description),
      ("Last evaluation", iep.lastEvaluationDate?.description),
      ("Reevaluation due", iep.reevaluationDueDate?.description),
      ("Extended school year", iep.extendedSchoolYear.map { $0 ? "yes" : "no" }),
      ("In general education", iep.placement?.generalEducationPercent.map { "\($0.formatted()) %" }),
      ("Environment", iep.placement?.environment),
      ("Special education, stated", iep.placement?.statedSpecialEducationMinutes?.text),
      ("Related services, stated", iep.placement?.statedRelatedServiceMinutes?.text),
      ("School time, stated", iep.placement?.statedSchoolMinutes?.text),
    ]
    let items = facts.compactMap { name, value -> HTML? in
      guard let value, !value.isEmpty else { return nil }
      return "<div><dt>\(name)</dt><dd>\(value)</dd></div>\n"
    }
    guard !items.isEmpty else { return "<p>No facts about the student or the plan were found.</p>" }
    return "<dl class=\"facts\">\n\(items)</dl>"
  }

  private var period: String? {
    switch (document.iep.startDate, document.iep.endDate) {
    case (let start?, let end?): "\(start) to \(end)"
    case (let start?, nil): "from \(start)"
    case (nil, let end?): "to \(end)"
    case (nil, nil): nil
    }
  }
}
