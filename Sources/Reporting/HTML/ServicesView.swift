import IEPModel

/// The service grid in minutes a week, and the amounts written elsewhere.
struct ServicesView {
  let document: IEPDocument

  var html: HTML { "\(grid)\n\(mentions)" }

  private var grid: HTML {
    guard !document.services.isEmpty else { return "<h3>Services</h3>\n<p>No service lines were found.</p>" }
    return """
      <h3>Services <span class="count">\(document.services.count)</span></h3>
      <div class="scroll"><table class="cards">
      <caption>Service lines in the order of the document, in minutes a school week</caption>
      <thead><tr><th scope="col">Service</th><th scope="col">As written</th>\
      <th scope="col" class="number">Minutes a week</th><th scope="col">Where</th><th scope="col">How</th>\
      <th scope="col">Dates</th><th scope="col">Place</th></tr></thead>
      <tbody>
      \(document.services.map { row($0) })</tbody>
      </table></div>
      """
  }

  private func row(_ line: ServiceLine) -> HTML {
    """
    <tr id="\(DocumentView.anchor(document.documentId, line.id))"><th scope="row">\(name(line))</th>\
    <td data-label="As written">\(line.dose.text)</td>\
    <td data-label="Minutes a week" class="number">\(ServicesView.minutes(line.dose))</td>\
    <td data-label="Where">\(line.location?.text)\(setting(line))</td>\
    <td data-label="How">\(how(line))</td>\
    <td data-label="Dates">\(dates(line))</td>\
    <td data-label="Place">\(ReportWords.place(line.provenance))</td></tr>

    """
  }

  private func name(_ line: ServiceLine) -> HTML {
    let name = line.service.text.isEmpty ? line.service.code.map { ReportWords.words($0.rawValue) } : line.service.text
    var notes: [String] = []
    if line.extendedSchoolYear == true { notes.append("extended school year") }
    if !line.goalNumbers.isEmpty { notes.append("goals \(line.goalNumbers.joined(separator: ", "))") }
    let note: HTML = notes.isEmpty ? .empty : "<span class=\"note\">\(notes.joined(separator: "; "))</span>"
    return "\(name)\(note)"
  }

  /// Exact, to a tenth; `up to` and the like stay visible.
  static func minutes(_ dose: Dose) -> HTML {
    guard let weekly = dose.minutesPerWeek else { return "<span class=\"unknown\">not determined</span>" }
    let qualifier: HTML =
      switch dose.qualifier {
      case .upTo: "<span class=\"note\">up to</span> "
      case .atLeast: "<span class=\"note\">at least</span> "
      case .approximately: "<span class=\"note\">about</span> "
      case .asNeeded: "<span class=\"note\">as needed</span> "
      case nil: .empty
      }
    return "\(qualifier)\(weekly.formatted(places: 1))"
  }

  private func setting(_ line: ServiceLine) -> HTML {
    guard let label = line.classification?.label else { return .empty }
    return "<span class=\"note\">\(ReportWords.title(label))</span>"
  }

  private func how(_ line: ServiceLine) -> HTML {
    let parts = [line.delivery?.rawValue, line.grouping?.rawValue, line.provider?.text].compactMap { $0 }
    return "\(parts.joined(separator: ", "))"
  }

  private func dates(_ line: ServiceLine) -> HTML {
    switch (line.startDate, line.endDate) {
    case (let start?, let end?): "\(start.description) <span class=\"to\">to</span> \(end.description)"
    case (let start?, nil): "from \(start.description)"
    case (nil, let end?): "to \(end.description)"
    case (nil, nil): .empty
    }
  }

  private var mentions: HTML {
    guard !document.serviceMentions.isEmpty else { return .empty }
    let items = document.serviceMentions.enumerated().map { index, mention -> HTML in
      let anchor = DocumentView.anchor(document.documentId, "mention-\(index + 1)")
      let quote = mention.quote ?? mention.dose.text
      let section = mention.section.map { ReportWords.words($0.rawValue).lowercased() }
      let past = mention.historical == true ? "speaks of an earlier plan" : nil
      let place = ReportWords.place(mention.provenance)
      let notes = [section, past, place.isEmpty ? nil : place].compactMap { $0 }.joined(separator: ", ")
      return """
        <li id="\(anchor)"><b>\(mention.service.text)</b>: \(ServicesView.minutes(mention.dose)) minutes a week \
        <q>\(quote)</q> <span class="place">\(notes)</span></li>

        """
    }
    return """
      <details><summary>Amounts written outside the grid (\(document.serviceMentions.count))</summary>
      <ol class="plain">
      \(items)</ol></details>
      """
  }
}
