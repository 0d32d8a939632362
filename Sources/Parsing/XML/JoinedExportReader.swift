import Extraction
import IEPModel

/// Exports that keep plans, lines, goals and people as records of their own, joined by keys, in any order.
struct JoinedExportReader: Sendable {
  let values: ValueReaders

  func documents(_ records: [XMLElement], mapping: XMLMapping, source: Source) -> [IEPDocument] {
    guard let plan = mapping.plan else { return [] }
    func key(_ record: XMLElement, _ paths: [String]) -> String {
      paths.map { record.value(at: $0)?.text ?? "" }.joined(separator: "|")
    }
    var order: [String] = []
    var inForce: [String: XMLElement] = [:]
    var versions: [String: Int] = [:]
    for record in records where record.name == plan.element {
      let id = key(record, plan.key)
      if let not = plan.not, not.contains(where: { Self.code(record.value(at: $0.key)?.text) == $0.value }) {
        versions[id, default: 0] += 1
        if !order.contains(id) { order.append(id) }
        continue
      }
      if !order.contains(id) { order.append(id) }
      versions[id, default: 0] += 1
      let old = plan.version.flatMap { path in inForce[id]?.value(at: path)?.text } ?? ""
      let new = plan.version.flatMap { record.value(at: $0)?.text } ?? ""
      if inForce[id] == nil || new >= old { inForce[id] = record }
    }
    var lines: [String: [XMLElement]] = [:]
    for lineMap in [mapping.services, mapping.goals].compactMap({ $0 }) {
      for record in records where record.name == lineMap.element {
        lines[lineMap.element + "|" + key(record, lineMap.key), default: []].append(record)
      }
    }
    var people: [String: XMLElement] = [:]
    for (name, lookup) in mapping.lookups ?? [:] {
      for record in records where record.name == lookup.element {
        if let id = record.value(at: lookup.key)?.text { people[name + "|" + id] = record }
      }
    }
    var documents: [IEPDocument] = []
    for id in order {
      guard let record = inForce[id] else { continue }
      var source = source
      source.record = documents.count + 1
      var document = IEPDocument(documentId: source.documentId, source: source)
      fill(&document, record, plan, mapping, people)
      if (versions[id] ?? 1) > 1 { document.iep.kind = .amendment }
      let version = plan.version.flatMap { record.value(at: $0)?.text }
      func own(_ map: XMLMapping.Lines?) -> [(XMLElement, XMLMapping.Lines)] {
        guard let map else { return [] }
        let all = lines[map.element + "|" + id] ?? []
        guard let path = map.version, let version, all.contains(where: { $0.value(at: path)?.text == version }) else {
          return all.map { ($0, map) }
        }
        return all.filter { $0.value(at: path)?.text == version }.map { ($0, map) }
      }
      for (element, map) in own(mapping.services) {
        document.services.append(service(element, map, people, mapping, id: "svc-\(document.services.count + 1)"))
      }
      for (element, map) in own(mapping.goals) {
        guard let text = element.value(at: map.fields["text"] ?? "")?.text else { continue }
        var goal = Goal(id: "goal-\(document.goals.count + 1)", text: text)
        goal.number = element.value(at: map.fields["number"] ?? "")?.text
        goal.targetDate = element.value(at: map.fields["targetDate"] ?? "").flatMap {
          values.dates.date($0.text, near: nil)
        }
        goal.confidence = 1
        goal.provenance = map.fields.sorted { $0.key < $1.key }.compactMap { field, path in
          element.value(at: path).map { Place(xpath: "//\(element.name)/\(path)", line: $0.line, property: field) }
        }
        document.goals.append(goal)
      }
      documents.append(document)
    }
    return documents
  }

  /// What stands behind the '#' of a descriptor's URI.
  static func code(_ text: String?) -> String? {
    guard let text else { return nil }
    guard text.contains("://"), let hash = text.lastIndex(of: "#") else { return text }
    return String(text[text.index(after: hash)...])
  }

  private func fill(
    _ document: inout IEPDocument, _ record: XMLElement, _ plan: XMLMapping.Plan, _ mapping: XMLMapping,
    _ people: [String: XMLElement]
  ) {
    func field(_ name: String) -> (text: String, place: Place)? {
      guard let path = plan.fields[name], let value = record.value(at: path), let text = Self.code(value.text) else {
        return nil
      }
      return (text, Place(xpath: "//\(record.name)/\(path)", line: value.line))
    }
    if let id = record.value(at: plan.student) {
      document.student.studentId = id.text
      document.student.provenance.append(
        Place(xpath: "//\(record.name)/\(plan.student)", line: id.line, property: "studentId"))
      if let person = people["student|" + id.text], let fields = mapping.lookups?["student"]?.fields {
        let names = ["first", "last"].compactMap { fields[$0].flatMap { person.value(at: $0)?.text } }
        if !names.isEmpty { document.student.name = names.joined(separator: " ") }
        document.student.dateOfBirth = fields["dateOfBirth"].flatMap { person.value(at: $0) }.flatMap {
          values.dates.date($0.text, near: nil)
        }
        document.student.provenance.append(Place(xpath: "//\(person.name)", line: person.line, property: "name"))
      }
    }
    if let (text, place) = field("startDate") {
      document.iep.startDate = values.dates.date(text, near: nil)
      document.iep.provenance.append(place.of("startDate"))
    }
    if let (text, place) = field("endDate") {
      document.iep.endDate = values.dates.date(text, near: nil)
      document.iep.provenance.append(place.of("endDate"))
    }
    if let (text, place) = field("disability") {
      document.student.disabilities = [Coded(code: values.vocabulary.disabilityCode(of: text), text: text)]
      document.student.provenance.append(place.of("disabilities"))
    }
    var placement = Placement()
    func hours(_ name: String) -> Dose? {
      guard let (text, _) = field(name), let hours = Rational(parsing: text) else { return nil }
      return Dose(text: text, totalMinutes: Interval(hours * 60), period: Period(.week))
    }
    placement.statedSpecialEducationMinutes = hours("specialEducationHoursPerWeek")
    placement.statedSchoolMinutes = hours("schoolHoursPerWeek")
    if !placement.isEmpty { document.iep.placement = placement }
  }

  private func service(
    _ record: XMLElement, _ map: XMLMapping.Lines, _ people: [String: XMLElement], _ mapping: XMLMapping, id: String
  ) -> ServiceLine {
    func text(_ name: String) -> String? {
      map.fields[name].flatMap { record.value(at: $0) }.flatMap { Self.code($0.text) }
    }
    let name = text("service") ?? ""
    let code = values.vocabulary.serviceCode(of: name)
    var line = ServiceLine(
      id: id, category: ServiceCategory(of: code), service: Coded(code: code, text: name), dose: dose(text))
    if let place = text("location") {
      line.location = Coded(code: values.vocabulary.locationCode(of: place), text: place)
      line.grouping = values.vocabulary.grouping(of: ServiceName.qualifiers(place)).flatMap {
        place.contains("(") ? $0 : nil
      }
    }
    if let staff = text("provider"), let person = people["staff|" + staff],
      let fields = mapping.lookups?["staff"]?.fields
    {
      let names = ["first", "last"].compactMap { fields[$0].flatMap { person.value(at: $0)?.text } }
      if !names.isEmpty { line.provider = Coded(code: nil, text: names.joined(separator: " ")) }
    }
    line.startDate = text("start").flatMap { values.dates.date($0, near: nil) }
    line.endDate = text("end").flatMap { values.dates.date($0, near: nil) }
    line.asked = [.amount, .frequency, .location, .startDate, .endDate]
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

  /// Minutes per their interval, and sessions beside them; "Per Session" minutes are one session's.
  private func dose(_ text: (String) -> String?) -> Dose {
    func period(_ words: String?) -> Period? { words.flatMap { values.doses.parse("1 per " + $0)?.dose.period } }
    let minutes = text("minutes").flatMap { Rational(parsing: $0) }.map { Interval($0) }
    let sessions = text("sessions").flatMap { Rational(parsing: $0) }.map { Interval($0) }
    let minutesWords = text("minutesPeriod")
    let written = [
      [text("minutes"), minutesWords].compactMap { $0 }.joined(separator: " "),
      [sessions.map { $0.min.formatted() }, text("sessionsPeriod")].compactMap { $0 }.joined(separator: " "),
    ].filter { !$0.isEmpty }.joined(separator: " | ")
    var dose = Dose(text: written, sessions: sessions, period: period(text("sessionsPeriod")) ?? period(minutesWords))
    if minutesWords?.lowercased().contains("session") == true {
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
