import Foundation
import IEPModel

/// Codes a candidate: its words to codes, dates and a dose, with a confidence that says how surely the line is whole.
struct ServiceAssembler: Sendable {
  let values: ValueReaders
  /// The plan's own dates, to resolve two-digit years.
  var near: CalendarDate?

  struct Assembled: Sendable {
    var line: ServiceLine
    /// How surely the line is whole: 0 to 1.
    var confidence: Double
    /// How surely it is a service at all: 0 to 1.
    var plausibility: Double
  }

  /// - Parameter id: left to the caller to number; lines are numbered once all are known.
  func lines(of candidate: ServiceCandidate) -> [Assembled] {
    let totals = candidate.parts.filter {
      [.directTotal, .indirectTotal, .generalEducationTotal, .specialEducationTotal, .settingTotal].contains($0.role)
        && !CellReading.isBlank($0.text)
    }
    guard !totals.isEmpty else { return [line(of: candidate, total: nil)] }
    // A column of minutes for each setting or delivery: a line for each that is not zero.
    let filled = totals.filter { Self.isMoreThanNothing(amount($0, in: candidate)?.dose) }
    return (filled.isEmpty ? Array(totals.prefix(1)) : filled).map { line(of: candidate, total: $0) }
  }

  private static func isMoreThanNothing(_ dose: Dose?) -> Bool {
    guard let minutes = dose?.totalMinutes ?? dose?.sessionMinutes else { return true }
    return minutes.max > .zero
  }

  private func amount(_ part: ServiceCandidate.Part, in candidate: ServiceCandidate) -> DoseReading? {
    values.doses.dose(cells: [DoseCell(text: part.text, header: part.label + " " + candidate.context.heading)])
  }

  private func line(of candidate: ServiceCandidate, total: ServiceCandidate.Part?) -> Assembled {
    let serviceText = candidate.text(.service) ?? ""
    let name = ServiceName.split(serviceText)
    let named = values.vocabulary.serviceCode(of: serviceText)
    let code = named ?? (isInstruction(candidate) || isConsultation(candidate) ? .specializedInstruction : nil)

    let dose = dose(of: candidate, total: total)
    var line = ServiceLine(
      id: "", category: .relatedService, service: Coded(code: code, text: name),
      dose: dose?.dose ?? Dose(text: doseText(candidate)))

    line.category = category(of: candidate, code: code)

    if let part = candidate.part(.location), !CellReading.isBlank(part.text) {
      let location = values.vocabulary.locationCode(of: part.text) ?? Self.inOrOut(part)
      line.location = Coded(code: location, text: part.text)
    } else if let total, total.role == .generalEducationTotal {
      line.location = Coded(code: .generalEducation, text: total.label)
    } else if let total, total.role == .specialEducationTotal {
      line.location = Coded(code: .specialEducation, text: total.label)
    } else if let total, total.role == .settingTotal {
      line.location = Coded(code: values.vocabulary.locationCode(of: total.label), text: total.label)
    } else if let location = candidate.context.location {
      line.location = location
    } else if !candidate.asked.contains(.location), let amount = candidate.part(.dose), amount.text.utf8.count > 30,
      let place = Clauses.location(in: amount.text, vocabulary: values.vocabulary),
      let code = values.vocabulary.locationCode(of: place)
    {
      // "45 minutes weekly in the resource room": the column of amounts says where.
      line.location = Coded(code: code, text: place)
    } else if !candidate.asked.contains(.location), let qualifier = ServiceName.qualifier(serviceText),
      let place = values.vocabulary.locationCode(of: qualifier)
    {
      line.location = Coded(code: place, text: qualifier)
    }

    let deliveryText = candidate.text(.delivery)
    line.delivery = deliveryText.flatMap { values.vocabulary.delivery(of: $0) }
    if line.delivery == nil, let total {
      line.delivery =
        total.role == .directTotal
        ? .direct
        : (total.role == .indirectTotal
          ? values.vocabulary.delivery(of: total.label) ?? .indirect : values.vocabulary.delivery(of: total.label))
      // Beside a column of indirect time the others are direct.
      if line.delivery == nil, candidate.asked.contains(.indirectTotal) { line.delivery = .direct }
    }
    if line.delivery == nil {
      let named =
        values.vocabulary.delivery(of: ServiceName.qualifiers(serviceText))
        ?? ServiceName.lead(serviceText).flatMap { values.vocabulary.delivery(of: $0) }
      // "P.T., ind" is given to one student, not indirectly.
      let isGrouping =
        ServiceName.qualifier(serviceText).map { values.vocabulary.grouping(of: $0) == .individual } ?? false
      line.delivery = named == .indirect && isGrouping ? nil : named
    }
    if line.delivery == nil { line.delivery = candidate.context.delivery }
    let groupingText = candidate.text(.grouping)
    line.grouping =
      groupingText.flatMap { values.vocabulary.grouping(of: $0) ?? Self.groupOf($0) } ?? deliveryText.flatMap {
        values.vocabulary.grouping(of: $0)
      }
      ?? ServiceName.qualifier(serviceText).flatMap { values.vocabulary.grouping(of: $0) }.flatMap {
        $0 == .wholeClass ? nil : $0
      }
    if line.grouping == nil, groupingText == nil { line.grouping = groupingBeside(candidate) }

    if let part = candidate.part(.provider), !CellReading.isBlank(part.text) {
      let provider = values.vocabulary.providerCode(of: part.text)
      line.provider = Coded(code: provider, text: part.text)
    } else if let part = candidate.part(.service), part.label.lowercased().contains("provider"),
      let provider = values.vocabulary.providerCode(of: part.text)
    {
      line.provider = Coded(code: provider, text: part.text)
    }
    fillDates(of: candidate, into: &line)
    line.goalNumbers = candidate.text(.goals).map { GoalNumbers.read($0) } ?? []
    if let goal = candidate.context.goal, !candidate.asked.contains(.goals) { line.goalNumbers = [goal] }
    let session = candidate.text(.extendedSchoolYear)
    if candidate.context.extendedSchoolYear || session.map(saysExtendedYear) ?? false
      || serviceText.namesExtendedYear || candidate.text(.category)?.namesExtendedYear ?? false
    {
      line.extendedSchoolYear = true
    }
    line.asked = asked(candidate)
    let doubts = LineDoubts(of: line, from: candidate, dose: dose, hasOwnColumn: total != nil, values: values)
    line.confidence = Rational(Int((doubts.confidence * 100).rounded()), 100)
    line.provenance = provenance(of: candidate)
    return Assembled(line: line, confidence: doubts.confidence, plausibility: doubts.plausibility)
  }

  /// "Outside" under "Inside or outside general education".
  private static func inOrOut(_ part: ServiceCandidate.Part) -> LocationCode? {
    let header = Set(LabelTokens.of(part.label))
    guard !header.isDisjoint(with: ["gen", "general", "regular", "class", "classroom"]),
      let word = LabelTokens.of(part.text).first
    else { return nil }
    switch word {
    case "inside", "in", "yes": return .generalEducation
    case "outside", "out": return .specialEducation
    default: return nil
    }
  }

  /// A group's size: one is individual, up to eight a group.
  private static func groupOf(_ text: String) -> Grouping? {
    // "1:4": so many students with one adult.
    let parts = text.split(separator: ":").map { Int(String($0).trimmingBlanks) }
    if parts.count == 2, parts[0] == 1, let students = parts[1], students > 0 { return groupOf("\(students)") }
    guard let size = Int(text.trimmingBlanks), size > 0 else { return nil }
    return size == 1 ? .individual : (size <= 8 ? .group : nil)
  }

  /// "30 min, small group", "Resource room (1:1)": the grouping said beside the amount, the place or in a comment.
  private func groupingBeside(_ candidate: ServiceCandidate) -> Grouping? {
    for part in candidate.parts where part.role.isDose || part.role == .location || part.role == .comment {
      guard part.text.utf8.count < 80, let grouping = values.vocabulary.grouping(of: part.text), grouping != .wholeClass
      else { continue }
      return grouping
    }
    return nil
  }

  private func dose(of candidate: ServiceCandidate, total: ServiceCandidate.Part?) -> DoseReading? {
    if let sentence = candidate.sentenceDose { return DoseReading(dose: sentence, coverage: 1, isComplete: true) }
    let shared: Set<ServiceRole> = [.frequency, .amount, .dose, .sessions, .period, .total]
    var parts = candidate.parts.filter { shared.contains($0.role) && !CellReading.isBlank($0.text) }
    if let total { parts.append(total) }
    guard !parts.isEmpty else { return nil }
    var reading = values.doses.dose(
      cells: parts.map { part in
        let heading = candidate.context.heading
        let isBare = part.role == total?.role && DoseGrammar.namesUnit(heading)
        return DoseCell(
          text: withoutDates(part.text),
          header: part.label.isEmpty ? heading : (isBare ? part.label + " " + heading : part.label),
          unit: part.role == .amount ? .minutes : (part.role == .sessions ? .sessions : nil))
      })
    if let days = candidate.context.cycleDays, let period = reading?.dose.period, period.unit == .cycle,
      period.schoolDays == nil
    {
      reading?.dose.period = Period(.cycle, count: period.count, schoolDays: days)
    }
    return reading
  }

  /// "150 minutes per week beginning 10/27/2025": figures of a date are none of an amount.
  private func withoutDates(_ text: String) -> String {
    guard text.utf8.count > 20 else { return text }
    var scalars = Array(text.unicodeScalars)
    for found in values.dates.dates(in: text, near: nil).reversed() { scalars.removeSubrange(found.range) }
    return scalars.count == text.unicodeScalars.count ? text : String(scalars: scalars[...])
  }

  private func doseText(_ candidate: ServiceCandidate) -> String {
    candidate.parts.filter { $0.role.isDose && !$0.text.isEmpty }.map(\.text).joined(separator: " | ")
  }

  /// "Personal Finance", "English 11" under "Special education": a course that the vocabulary does not name is
  /// specially designed instruction there (34 CFR 300.39).
  private func isInstruction(_ candidate: ServiceCandidate) -> Bool {
    guard let name = candidate.text(.service), !CellReading.isBlank(name), name.contains(where: \.isLetter) else {
      return false
    }
    let stated = candidate.text(.category).flatMap { values.vocabulary.category(ofHeading: $0) }
    return (stated ?? candidate.context.category) == .specialEducation
      && candidate.parts.contains { $0.role.isDose && values.read($0.text).hasMinutes }
  }

  /// "Consultation between the ESE teacher and the general education teacher" under supports for personnel: what is
  /// consulted on is the specially designed instruction.
  private func isConsultation(_ candidate: ServiceCandidate) -> Bool {
    guard candidate.context.category == .personnelSupport, let name = candidate.text(.service) else { return false }
    let words = LabelTokens.words(name)
    return words.contains { $0.hasPrefix("consult") || $0.hasPrefix("collaborat") }
      && words.contains { $0.hasPrefix("teacher") || $0 == "staff" || $0 == "instruction" }
  }

  private func category(of candidate: ServiceCandidate, code: ServiceCode?) -> ServiceCategory {
    if let text = candidate.text(.category), let category = values.vocabulary.category(ofHeading: text) {
      return category
    }
    if let category = candidate.context.category { return category }
    if let label = candidate.part(.service)?.label, let category = values.vocabulary.category(ofHeading: label),
      category != .specialEducation || code == .specializedInstruction
    {
      return category
    }
    return ServiceCategory(of: code)
  }

  private func fillDates(of candidate: ServiceCandidate, into line: inout ServiceLine) {
    func read(_ role: ServiceRole) -> CalendarDate? {
      guard let text = candidate.text(role), !CellReading.isBlank(text) else { return nil }
      return values.dates.date(text, near: near)
    }
    if let text = candidate.text(.dates), !CellReading.isBlank(text) {
      if let span = values.dates.span(text) {
        (line.startDate, line.endDate) = (span.start, span.end)
      } else if let single = values.dates.date(text, near: near) {
        line.startDate = single
      }
    }
    if let start = candidate.text(.start), let span = values.dates.span(start),
      values.dates.date(start, near: near) == nil
    {
      (line.startDate, line.endDate) = (span.start, span.end)
    } else if let date = read(.start) {
      line.startDate = date
    }
    if let date = read(.end) { line.endDate = date }
    // "45 minutes weekly in the resource room beginning 10/27/2025"
    if line.startDate == nil, line.endDate == nil, candidate.asked.isDisjoint(with: [.start, .end, .dates]),
      let amount = candidate.text(.dose), amount.utf8.count > 30
    {
      let dates = values.dates.dates(in: amount, near: near)
      line.startDate = dates.first?.date
      if dates.count == 2 { line.endDate = dates[1].date }
    }
    if line.startDate == nil, line.endDate == nil, candidate.asked.isDisjoint(with: [.start, .end, .dates]) {
      (line.startDate, line.endDate) = (candidate.context.start, candidate.context.end)
    }
    if candidate.context.datesFillBlanks {
      line.startDate = line.startDate ?? candidate.context.start
      line.endDate = line.endDate ?? candidate.context.end
    }
  }

  private func saysExtendedYear(_ text: String) -> Bool {
    let tokens = LabelTokens.of(text)
    return ["yes", "y", "x", "esy", "true", "1", "t", "summer", "☒"].contains { tokens == [$0] } || text.contains("☒")
      || text.namesExtendedYear
  }

  private func asked(_ candidate: ServiceCandidate) -> Set<ServiceFact> {
    var facts: Set<ServiceFact> = []
    for role in candidate.asked {
      switch role {
      case .frequency, .sessions, .period: facts.insert(.frequency)
      case .amount: facts.insert(.amount)
      case .dose, .total, .directTotal, .indirectTotal, .generalEducationTotal, .specialEducationTotal, .settingTotal:
        facts.formUnion([.amount, .frequency])
      case .location: facts.insert(.location)
      case .provider: facts.insert(.provider)
      case .start: facts.insert(.startDate)
      case .end: facts.insert(.endDate)
      case .dates: facts.formUnion([.startDate, .endDate])
      case .delivery: facts.insert(.delivery)
      case .grouping: facts.insert(.grouping)
      case .goals: facts.insert(.goalNumbers)
      case .service, .category, .extendedSchoolYear, .comment, .leastTotal: break
      }
    }
    return facts
  }

  /// The whole line's box on each page, then the place of each fact.
  private func provenance(of candidate: ServiceCandidate) -> [Place] {
    var whole: [Place] = []
    for place in candidate.places {
      guard let box = place.box else { continue }
      if let index = whole.firstIndex(where: { $0.page == place.page }), let old = whole[index].box {
        whole[index].box = old.union(box)
      } else {
        whole.append(Place(page: place.page, box: box, field: place.field))
      }
    }
    guard candidate.sentenceDose == nil else { return whole }
    let facts = candidate.parts.filter { !$0.text.isEmpty }.compactMap { part -> Place? in
      Self.property(of: part.role).map { part.place.of($0) }
    }
    return whole + facts
  }

  private static func property(of role: ServiceRole) -> String? {
    switch role {
    case .service: "service"
    case .location: "location"
    case .provider: "provider"
    case .start, .dates: "startDate"
    case .end: "endDate"
    case .delivery: "delivery"
    case .grouping: "grouping"
    case .goals: "goalNumbers"
    case .category: "category"
    case .extendedSchoolYear: "extendedSchoolYear"
    case .comment, .leastTotal: nil
    default: "dose"
    }
  }
}

/// A service's name and what is said behind it: "Physical Therapy - Individual", "OT (push-in)".
enum ServiceName {
  /// The name as written.
  static func split(_ text: String) -> String { text.trimmingBlanks }

  /// What qualifies the name: behind a dash, a comma or in brackets, or the whole text.
  static func qualifiers(_ text: String) -> String { qualifier(text) ?? text }

  /// What stands before a colon: "Consultation: reading".
  static func lead(_ text: String) -> String? {
    text.firstIndex(of: ":").map { String(text[..<$0]) }
  }

  /// What stands behind the name, after a dash, a comma or in brackets.
  static func qualifier(_ text: String) -> String? {
    var parts: [Substring] = []
    for separator in [" - ", " – ", " — ", "(", ",", ":", ";"] {
      if let range = text.range(of: separator) { parts.append(text[range.upperBound...]) }
    }
    return parts.max { $0.count < $1.count }.map { String($0).trimmingCharacters(" )") }
  }
}
