import IEPModel

/// What the audit found in one document, each finding with what a reviewer needs to check it.
struct FindingsView {
  let document: IEPDocument
  let texts: ReportTexts

  var html: HTML {
    guard !document.findings.isEmpty else {
      return "<h3>Findings</h3>\n<p>None\(undecidedNote).</p>\n\(undecided)"
    }
    let ordered = document.findings.enumerated()
      .sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
    return """
      <h3>Findings <span class="count">\(document.findings.count)</span></h3>
      <ul class="findings">
      \(ordered.map { card($0.element) })</ul>
      \(undecided)
      """
  }

  private var undecidedNote: HTML {
    document.undecided.isEmpty ? .empty : " among the rules that could be decided"
  }

  private func card(_ finding: Finding) -> HTML {
    let rows: [(String, String?)] = [
      ("Expected", finding.expected), ("Found", finding.actual), ("Arithmetic", finding.arithmetic),
      ("Basis", finding.citation),
    ]
    let details = rows.compactMap { name, value -> HTML? in
      value.map { "<div><dt>\(name)</dt><dd>\($0)</dd></div>\n" }
    }
    let title: HTML = texts.rules[finding.rule].map { " <span class=\"rule-title\">\($0)</span>" } ?? .empty
    let place = ReportWords.place(finding.provenance)
    return """
      <li class="finding \(finding.severity)">
      <p class="finding-head"><span class="severity \(finding.severity)">\(ReportWords.title(finding.severity))</span> \
      <code>\(finding.rule)</code>\(title)</p>
      <p class="message">\(finding.message)</p>
      \(details.isEmpty ? .empty : "<dl class=\"details\">\n\(details)</dl>\n" as HTML)\
      <p class="place">\(subjects(finding))\(place.isEmpty ? "" : finding.subjects.isEmpty ? place : ", \(place)")</p>
      </li>

      """
  }

  /// The services and goals that the finding is about, as links to them.
  private func subjects(_ finding: Finding) -> HTML {
    finding.subjects.map { subject -> HTML in
      let known =
        document.services.contains { $0.id == subject } || document.goals.contains { $0.id == subject }
        || subject.hasPrefix("mention-")
      guard known else { return "\(SubjectName.of(subject))" }
      return "<a href=\"#\(DocumentView.anchor(document.documentId, subject))\">\(SubjectName.of(subject))</a>"
    }.joined(", ")
  }

  private var undecided: HTML {
    guard !document.undecided.isEmpty else { return .empty }
    let items = document.undecided.map { item -> HTML in
      let title: HTML = texts.rules[item.rule].map { " \($0)" } ?? .empty
      return "<li><code>\(item.rule)</code>\(title): \(item.because)</li>\n"
    }
    return """
      <details><summary>\(ReportWords.amount(document.undecided.count, "rule")) could not be decided</summary>
      <ul class="plain">
      \(items)</ul></details>
      """
  }
}

/// `svc-2` as people say it.
enum SubjectName {
  static func of(_ subject: String) -> String {
    for (prefix, name) in [("svc-", "service line "), ("goal-", "goal "), ("mention-", "mention ")]
    where subject.hasPrefix(prefix) {
      return name + subject.dropFirst(prefix.count)
    }
    switch subject {
    case "iep": return "the IEP"
    case "student": return "the student"
    default: return subject
    }
  }
}
