import Extraction
import IEPModel

/// Exports that keep plans, lines, goals and people as records of their own, joined by keys, in any order.
struct JoinedExportReader: Sendable {
  let values: ValueReaders
  private let known = KnownWords()

  init(values: ValueReaders) { self.values = values }

  /// Hands over one document for each plan in force, in the order of the plans' first records.
  func read(_ records: MappedRecords, mapping: XMLMapping, source: Source, emit: (IEPDocument) -> Void) {
    var count = 0
    for plan in records.order {
      guard let document = document(of: plan, number: count + 1, records, mapping, source) else { continue }
      count += 1
      emit(document)
    }
  }

  /// Whether any of the documents has a service line or a goal.
  func hasLines(_ records: MappedRecords, mapping: XMLMapping, source: Source) -> Bool {
    records.order.contains { plan in
      guard let document = document(of: plan, number: 1, records, mapping, source) else { return false }
      return !document.services.isEmpty || !document.goals.isEmpty
    }
  }

  private func document(
    of id: Int, number: Int, _ records: MappedRecords, _ mapping: XMLMapping, _ source: Source
  ) -> IEPDocument? {
    let versions = records.planVersions(id)
    guard let plan = mapping.plan, let record = Self.inForce(versions, plan) else { return nil }
    var source = source
    source.record = number
    var document = IEPDocument(documentId: source.documentId, source: source)
    fill(&document, record, plan, mapping, records)
    if versions.count > 1, plan.isLine != true { document.iep.kind = .amendment }
    addLines(to: &document, of: id, record, mapping, records)
    // A plan that is its lines is none where all of them were deleted.
    if plan.isLine == true, document.services.isEmpty { return nil }
    note(&document, mapping)
    return document
  }

  /// Of a plan's versions that are none of those to be left out, the greatest; of equal ones the last.
  private static func inForce(_ versions: [XMLElement], _ plan: XMLMapping.Plan) -> XMLElement? {
    let standing = versions.filter { record in
      !(plan.not ?? [:]).contains { code(record.value(at: $0.key)?.text) == $0.value }
    }
    guard let path = plan.version else { return standing.last }
    return standing.reduce(nil as XMLElement?) { old, new in
      guard let old else { return new }
      return (new.value(at: path)?.text ?? "") < (old.value(at: path)?.text ?? "") ? old : new
    }
  }

  private func addLines(
    to document: inout IEPDocument, of id: Int, _ record: XMLElement, _ mapping: XMLMapping, _ records: MappedRecords
  ) {
    let version = mapping.plan?.version.flatMap { record.value(at: $0)?.text }
    func own(_ map: XMLMapping.Lines, _ joined: (Int) -> [XMLElement]) -> [XMLElement] {
      if let path = map.path { return record.elements(at: path) }
      let all = joined(id)
      guard let path = map.version, let version, all.contains(where: { $0.value(at: path)?.text == version }) else {
        return all
      }
      return all.filter { $0.value(at: path)?.text == version }
    }
    let goals = mapping.goals.map { map in own(map, records.goals).map { ($0, map) } } ?? []
    for (element, map) in goals {
      if let goal = goal(element, map, id: "goal-\(document.goals.count + 1)") { document.goals.append(goal) }
    }
    guard let map = mapping.services else { return }
    let inside = map.inGoal.map { path in
      goals.flatMap { goal, goalMap in
        let number = goalMap.fields["number"].flatMap { goal.value(at: $0)?.text }
        return goal.elements(at: path).map { ($0, number) }
      }
    }
    let elements = inside ?? PublishedLines.standing(own(map, records.services), map).map { ($0, nil) }
    let lines = elements.map { element, number in
      var line = service(element, map, records, mapping, id: "")
      if let number { line.goalNumbers = [number] }
      return (line: line, asOf: map.asOf.flatMap { element.value(at: $0)?.text })
    }
    for var line in PublishedLines.newest(lines) {
      line.id = "svc-\(document.services.count + 1)"
      document.services.append(line)
    }
  }

  /// What the mapping took a stand on.
  private func note(_ document: inout IEPDocument, _ mapping: XMLMapping) {
    guard mapping.services?.fields["minutesPeriod"] != nil,
      document.services.contains(where: { $0.dose.totalMinutes != nil || mapping.durationIs == .perSession })
    else { return }
    let reading =
      (mapping.durationIs ?? .perInterval) == .perInterval
      ? "The minutes were read as minutes in the interval beside them"
      : "The minutes were read as minutes of one session"
    document.diagnostics.append(
      Diagnostic(
        "duration-reading", stage: .parse, severity: .info,
        message: "\(reading); the mapping's durationIs gives the other reading."))
  }

  private func goal(_ element: XMLElement, _ map: XMLMapping.Lines, id: String) -> Goal? {
    guard let text = element.value(at: map.fields["text"] ?? "")?.text else { return nil }
    var goal = Goal(id: id, text: text)
    goal.number = map.fields["number"].flatMap { element.value(at: $0)?.text }
    goal.baseline = map.fields["baseline"].flatMap { element.value(at: $0)?.text }
    goal.measurementMethod = map.fields["method"].flatMap { element.value(at: $0)?.text }
    if let area = map.fields["area"].flatMap({ element.value(at: $0)?.text }) {
      goal.area = Coded(code: values.vocabulary.goalAreaCode(of: area), text: area)
    }
    goal.targetDate =
      map.fields["targetDate"].flatMap { element.value(at: $0) }.flatMap { day($0.text) }
      ?? values.dates.dates(in: String(text.prefix(90)), near: nil).first?.date
    goal.confidence = 1
    goal.provenance = map.fields.sorted { $0.key < $1.key }.compactMap { field, path in
      element.value(at: path).map { Place(xpath: "//\(element.name)/\(path)", line: $0.line, property: field) }
    }
    if let objectives = map.objectives {
      goal.objectives = element.elements(at: objectives.path).compactMap { item in
        guard let text = item.value(at: objectives.text) else { return nil }
        var objective = Objective(text: text.text)
        objective.number = objectives.number.flatMap { item.value(at: $0)?.text }
        objective.provenance = [Place(xpath: "//\(item.name)/\(objectives.text)", line: text.line)]
        return objective
      }
    }
    return goal
  }

  /// What stands behind the '#' of a descriptor's URI.
  static func code(_ text: String?) -> String? {
    guard let text, let hash = text.utf8.lastIndex(of: UInt8(ascii: "#")), text.contains("://") else { return text }
    return String(text[text.index(after: hash)...])
  }

  private func fill(
    _ document: inout IEPDocument, _ record: XMLElement, _ plan: XMLMapping.Plan, _ mapping: XMLMapping,
    _ records: MappedRecords
  ) {
    let program = plan.program.flatMap { program in
      record.value(at: program.key).flatMap { records.person(program.lookup, $0.text) }
    }
    let programFields = plan.program.flatMap { mapping.lookups?[$0.lookup]?.fields } ?? [:]
    func field(_ name: String) -> (text: String, place: Place)? {
      let holder =
        plan.fields[name].map { (record, $0) } ?? program.flatMap { at in programFields[name].map { (at, $0) } }
      guard let (element, path) = holder, let value = element.value(at: path), let text = Self.code(value.text) else {
        return nil
      }
      return (text, Place(xpath: "//\(element.name)/\(path)", line: value.line))
    }
    if let id = record.value(at: plan.student) {
      document.student.studentId = id.text
      document.student.provenance.append(
        Place(xpath: "//\(record.name)/\(plan.student)", line: id.line, property: "studentId"))
      if let person = records.person("student", id.text), let fields = mapping.lookups?["student"]?.fields {
        let names = ["first", "last"].compactMap { fields[$0].flatMap { person.value(at: $0)?.text } }
        if !names.isEmpty { document.student.name = names.joined(separator: " ") }
        document.student.dateOfBirth = fields["dateOfBirth"].flatMap { person.value(at: $0) }.flatMap {
          day($0.text)
        }
        if let number = fields["studentId"].flatMap({ person.value(at: $0)?.text }) {
          document.student.studentId = number
        }
        document.student.provenance.append(Place(xpath: "//\(person.name)", line: person.line, property: "name"))
      }
    }
    if let (text, place) = field("startDate") {
      document.iep.startDate = day(text)
      document.iep.provenance.append(place.of("startDate"))
    }
    if let (text, place) = field("endDate") {
      document.iep.endDate = day(text)
      document.iep.provenance.append(place.of("endDate"))
    }
    if let (text, place) = field("disability") {
      document.student.disabilities = [Coded(code: values.vocabulary.disabilityCode(of: text), text: text)]
      document.student.provenance.append(place.of("disabilities"))
    }
    func dayOf(_ name: String) -> CalendarDate? {
      guard let (text, place) = field(name), let date = day(text) else { return nil }
      document.iep.provenance.append(place.of(name))
      return date
    }
    document.iep.meetingDate = dayOf("meetingDate")
    document.iep.annualReviewDate = dayOf("annualReviewDate")
    document.iep.lastEvaluationDate = dayOf("lastEvaluationDate")
    document.iep.reevaluationDueDate = dayOf("reevaluationDueDate")
    var placement = Placement()
    placement.environment = field("environment")?.text
    func hours(_ name: String) -> Dose? {
      guard let (text, _) = field(name), let hours = Rational(parsing: text) else { return nil }
      return Dose(text: text, totalMinutes: Interval(hours * 60), period: Period(.week))
    }
    placement.statedSpecialEducationMinutes = hours("specialEducationHoursPerWeek")
    placement.statedSchoolMinutes = hours("schoolHoursPerWeek")
    if !placement.isEmpty { document.iep.placement = placement }
  }

  private func service(
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
      line.provider = Coded(code: values.vocabulary.providerCode(of: role), text: role)
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
    return (Coded(code: values.vocabulary.locationCode(of: place), text: place), grouping)
  }

  private func day(_ text: String) -> CalendarDate? {
    known.day(text) { values.dates.date(text, near: nil) }
  }

  /// The source's own word decides; where it is one for several services ("Motor"), the giver's role does.
  private func serviceCode(_ name: String, role: String?, meant: [String: String]?) -> ServiceCode? {
    if let known = meant?[name] {
      return ServiceCode(rawValue: known) ?? role.flatMap { values.vocabulary.serviceCode(of: $0) }
        ?? values.vocabulary.serviceCode(of: name)
    }
    return values.vocabulary.serviceCode(of: name)
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
