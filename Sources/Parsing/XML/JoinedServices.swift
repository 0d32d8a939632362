import Extraction
import IEPModel

/// Lines of services, of records that a mapping describes.
extension JoinedExportReader {
  func service(
    _ record: XMLElement, _ map: XMLMapping.Lines, _ records: MappedRecords, _ mapping: XMLMapping, id: String
  ) -> ServiceLine {
    func text(_ name: String) -> String? {
      map.fields[name].flatMap { record.value(at: $0) }.flatMap { Self.code($0.text) }
    }
    let name = text("service") ?? ""
    let role = text("role")
    // Words mean what the mapping says that they mean.
    let context = "\(mapping.id)|\(role ?? "")"
    let code = known.service(name, context) { serviceCode(name, role: role, meant: map.codes?["service"]) }
    let stated = text("category").flatMap { map.codes?["category"]?[$0] }.flatMap(ServiceCategory.init(rawValue:))
    var line = ServiceLine(
      id: id, category: stated ?? known.category(name, context) { category(of: code, named: name) },
      service: Coded(code: code, text: name), dose: dose(text, mapping))
    if let direct = text("minutes").flatMap({ Rational(parsing: $0) }),
      let indirect = text("indirectMinutes").flatMap({ Rational(parsing: $0) })
    {
      line.delivery = direct > .zero ? .direct : (indirect > .zero ? .indirect : nil)
    }
    if let role {
      let provider = values.vocabulary.providerCode(of: role) ?? values.vocabulary.likeness.provider(of: role)
      line.provider = Coded(code: provider, text: role)
    }
    if let summer = text("extendedSchoolYear"), ["yes", "true", "1"].contains(summer.lowercased()) {
      line.extendedSchoolYear = true
    }
    if let place = text("location") {
      (line.location, line.grouping) = known.place(place) { location(place) }
    }
    if line.provider == nil, let staff = text("provider"), let person = records.person("staff", staff),
      let fields = mapping.lookups?["staff"]?.fields
    {
      let names = ["first", "last"].compactMap { fields[$0].flatMap { person.value(at: $0)?.text } }
      if !names.isEmpty { line.provider = Coded(code: nil, text: names.joined(separator: " ")) }
    }
    if line.provider == nil, let name = text("providerName") { line.provider = Coded(code: nil, text: name) }
    line.startDate = text("start").flatMap(day)
    line.endDate = text("end").flatMap(day)
    let asked: [(String, ServiceFact)] = [
      ("minutes", .amount), ("sessions", .frequency), ("frequency", .frequency), ("location", .location),
      ("start", .startDate), ("end", .endDate),
    ]
    line.asked = Set(asked.filter { map.fields[$0.0] != nil }.map(\.1))
    line.confidence = code == nil ? Rational(1, 2) : 1
    let properties = [
      "service": "service", "minutes": "dose", "location": "location", "start": "startDate", "end": "endDate",
      "provider": "provider",
    ]
    line.provenance = properties.sorted { $0.key < $1.key }.compactMap { field, property in
      map.fields[field].flatMap { path in
        record.value(at: path).map { Place(xpath: "//\(record.name)/\(path)", line: $0.line, property: property) }
      }
    }
    return line
  }

  private func location(_ place: String) -> (Coded<LocationCode>, Grouping?) {
    let grouping = place.contains("(") ? values.vocabulary.grouping(of: ServiceName.qualifiers(place)) : nil
    let code = values.vocabulary.locationCode(of: place) ?? values.vocabulary.likelyLocation(of: place)
    return (Coded(code: code, text: place), grouping)
  }

  /// The source's own word decides; where it is one for several services ("Motor"), the giver's role does.
  private func serviceCode(_ name: String, role: String?, meant: [String: String]?) -> ServiceCode? {
    if let known = meant?[name] {
      return ServiceCode(rawValue: known) ?? role.flatMap { values.vocabulary.serviceCode(of: $0) }
        ?? values.vocabulary.serviceCode(of: name)
    }
    return values.vocabulary.serviceCode(of: name) ?? values.vocabulary.likeness.service(of: name)
  }

  /// Where a format states no category, what the service is (34 CFR 300.34: transportation is a related service).
  private func category(of code: ServiceCode?, named name: String) -> ServiceCategory {
    // "Vision (Special Education)": the source says it.
    if name.contains("("), let said = values.vocabulary.category(ofHeading: ServiceName.qualifiers(name)) {
      return said
    }
    return switch code {
    case .transportation, .vocational: .relatedService
    default: ServiceCategory(of: code)
    }
  }

  /// "2 per week" beside an amount with its unit.
  private func inWords(_ cells: [String]) -> Dose {
    let written = cells.joined(separator: " | ")
    return known.dose(written) {
      values.doses.dose(cells: cells.map { DoseCell(text: $0) })?.dose ?? Dose(text: written)
    }
  }

  /// Minutes per their interval, and sessions beside them; "Per Session" minutes are one session's.
  private func dose(_ text: (String) -> String?, _ mapping: XMLMapping) -> Dose {
    func period(_ words: String?) -> Period? {
      words.flatMap { words in known.period(words) { values.doses.parse("1 per " + words)?.dose.period } }
    }
    let direct = text("minutes").flatMap { Rational(parsing: $0) }
    let indirect = text("indirectMinutes").flatMap { Rational(parsing: $0) }
    let minutes = (direct.flatMap { $0 > .zero ? $0 : nil } ?? indirect ?? direct).map { Interval($0) }
    let sessions = text("sessions").flatMap { Rational(parsing: $0) }.map { Interval($0) }
    let frequency = text("frequency")
    let units = [text("minutesUnit"), text("indirectUnit")]
    if frequency != nil || units.contains(where: { $0 != nil }) {
      let isDirect = direct.map { $0 > .zero } ?? (indirect == nil)
      let amount = isDirect ? text("minutes") : text("indirectMinutes")
      let unit = isDirect ? units[0] : units[1]
      return inWords([frequency, amount.map { "\($0) \(unit ?? "minutes")" }].compactMap { $0 })
    }
    let minutesWords = text("minutesPeriod")
    let written = [
      [text("minutes"), minutesWords].compactMap { $0 }.joined(separator: " "),
      [sessions.map { $0.min.formatted() }, text("sessionsPeriod")].compactMap { $0 }.joined(separator: " "),
    ].filter { !$0.isEmpty }.joined(separator: " | ")
    var dose = Dose(text: written, sessions: sessions, period: period(text("sessionsPeriod")) ?? period(minutesWords))
    let isSession = minutesWords.map { $0.lowercased().contains("session") } ?? (sessions != nil)
    if isSession || mapping.durationIs == .perSession {
      dose.sessionMinutes = minutes
    } else {
      dose.totalMinutes = minutes
    }
    if dose.totalMinutes != nil, let own = period(minutesWords) {
      if own != dose.period { dose.sessions = nil }
      dose.period = own
    }
    return dose
  }
}
