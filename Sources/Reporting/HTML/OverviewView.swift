import IEPModel

/// What the overview counts, gathered document by document.
struct Overview {
  private(set) var goals = GoalRollUp()
  private(set) var rules: [String: (severity: Severity, count: Int)] = [:]
  private(set) var rows: [Row] = []

  /// A document with what its row of the overview says of it.
  struct Row {
    var documentId: String
    var title: String
    var cells: HTML
  }

  mutating func add(_ document: IEPDocument) {
    goals.add(document.goals)
    for finding in document.findings {
      let old = rules[finding.rule]
      rules[finding.rule] = (max(old?.severity ?? finding.severity, finding.severity), (old?.count ?? 0) + 1)
    }
    let weekly = document.services.compactMap(\.dose.minutesPerWeek)
    let total = weekly.reduce(Interval(.zero), +)
    let cells: HTML = """
      <td data-label="File">\(document.source.path)</td><td data-label="Services">\(document.services.count)</td>
      <td data-label="Minutes a week">\(weekly.isEmpty ? "" : total.formatted(places: 1))</td>
      <td data-label="Goals">\(document.goals.count)</td><td data-label="Findings">\(document.findings.count)</td>
      """
    rows.append(Row(documentId: document.documentId, title: DocumentView.title(document), cells: cells))
  }
}

/// The first page: what was read and what was not, goals by label, findings by rule, the calendar.
struct OverviewView {
  let record: RunRecord
  let overview: Overview
  /// Each document has a page of its own.
  let isSplit: Bool
  let texts: ReportTexts

  var html: HTML {
    """
    <section class="panel">
    <h2>What was read</h2>
    \(inputs)
    </section>
    <section class="panel">
    <h2>Documents</h2>
    \(documents)
    </section>
    <section class="panel">
    <h2>Goals by the educational model</h2>
    \(goals)
    </section>
    <section class="panel">
    <h2>Findings</h2>
    \(findings)
    </section>
    <section class="panel">
    <h2>The calendar used</h2>
    \(calendar)
    </section>

    """
  }

  private var inputs: HTML {
    let counts = InputStatus.allCases.compactMap { status -> HTML? in
      let count = record.inputs.filter { $0.status == status }.count
      return count == 0 ? nil : "<li>\(count) \(ReportWords.inSentence(ReportWords.title(status)))</li>\n"
    }
    let unread = record.inputs.filter { $0.status != .read || $0.code != nil }.map { entry -> HTML in
      "<tr><th scope=\"row\">\(entry.path)</th><td data-label=\"Status\">\(ReportWords.title(entry.status))</td><td data-label=\"Why\">\(entry.reason)</td></tr>\n"
    }
    let table: HTML =
      unread.isEmpty
      ? "<p>Every file was read whole.</p>"
      : """
      <details\(unread.count <= 20 ? " open" as HTML : .empty)><summary>Files not read, or only in part</summary>
      <table class="cards"><thead><tr><th scope="col">File</th><th scope="col">Status</th><th scope="col">Why, and what to do</th></tr></thead>
      <tbody>
      \(unread)</tbody></table></details>
      """
    return "<ul class=\"plain\">\n\(counts)</ul>\n\(table)"
  }

  private var documents: HTML {
    guard !overview.rows.isEmpty else { return "<p>No document was read.</p>" }
    let rows = overview.rows.map { row -> HTML in
      let link = isSplit ? "documents/\(row.documentId).html" : "#" + DocumentView.anchor(row.documentId, nil)
      return """
        <tr><th scope="row"><a href="\(link)">\(row.title)</a></th>
        \(row.cells)</tr>

        """
    }
    return """
      <table class="cards"><thead><tr><th scope="col">Student</th><th scope="col">File</th><th scope="col">Services</th>
      <th scope="col">Minutes a week</th><th scope="col">Goals</th><th scope="col">Findings</th></tr></thead>
      <tbody>
      \(rows)</tbody></table>
      """
  }

  private var goals: HTML {
    guard overview.goals.all > 0 else { return "<p>No goals were read.</p>" }
    return """
      \(overview.goals.html)
      <p>This is a practice screen, not a compliance finding.</p>
      """
  }

  private var findings: HTML {
    guard !overview.rules.isEmpty else { return "<p>No findings.</p>" }
    let sorted = overview.rules.sorted { ($1.value.severity, $0.key) < ($0.value.severity, $1.key) }
    let items = sorted.map { rule, value -> HTML in
      "<li>\(value.count) \(value.severity.rawValue): \(rule) \(texts.rules[rule] ?? "")</li>\n"
    }
    return "<ul class=\"plain\">\n\(items)</ul>"
  }

  private var calendar: HTML {
    let c = record.calendar
    return """
      <p>\(c.daysPerWeek.formatted()) days a week, \(c.weeksPerYear.formatted()) weeks a year, months of
      \(c.weeksPerMonth.formatted()) weeks, quarters of \(c.weeksPerQuarter.formatted()), trimesters of
      \(c.weeksPerTrimester.formatted()), semesters of \(c.weeksPerSemester.formatted()) weeks.</p>
      """
  }
}
