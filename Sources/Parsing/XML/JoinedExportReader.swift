import Extraction
import IEPModel

/// Exports that keep plans, lines, goals and people as records of their own, joined by keys, in any order.
struct JoinedExportReader: Sendable {
  let values: ValueReaders
  let known = KnownWords()

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

  func day(_ text: String) -> CalendarDate? {
    known.day(text) { values.dates.date(text, near: nil) }
  }
}
