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
    let candidate = candidate.toldInAmount(by: values).toldInPlace(by: values).named(byProviderIn: values.vocabulary)
    let totals = candidate.parts.filter {
      ServiceRole.columnTotals.contains($0.role) && !CellReading.isBlank($0.text)
    }
    guard !totals.isEmpty else { return [line(of: candidate, total: nil)] }
    // A column of minutes for each setting or delivery: a line for each that is not zero.
    let dose = CandidateDose(values: values)
    let filled = totals.filter { dose.isMoreThanNothing($0, in: candidate) }
    return (filled.isEmpty ? Array(totals.prefix(1)) : filled).map { line(of: candidate, total: $0) }
  }

  private func line(of candidate: ServiceCandidate, total: ServiceCandidate.Part?) -> Assembled {
    let serviceText = candidate.text(.service) ?? ""
    let name = ServiceName.split(serviceText)
    let named =
      isSubject(candidate)
      ? .specializedInstruction
      : values.vocabulary.serviceCode(of: serviceText) ?? area(candidate)
        ?? UnnamedService.code(of: candidate, vocabulary: values.vocabulary)
    // "Taxi van" under "Getting to school (transportation)": what is listed there is a ride, as is a "Preschool bus".
    let isOpen =
      named == nil
      || named == .specializedInstruction && values.vocabulary.services.best(in: serviceText)?.isWeak == true
    let isRide = isOpen && candidate.isRide(by: values.vocabulary)
    let code =
      isRide
      ? .transportation
      : named ?? (isInstruction(candidate) || isConsultation(candidate) ? .specializedInstruction : nil)
        ?? kind(candidate)

    let amounts = CandidateDose(values: values)
    let dose = amounts.reading(of: candidate, total: total)
    var line = ServiceLine(
      id: "", category: .relatedService, service: Coded(code: code, text: name),
      dose: dose?.dose ?? Dose(text: amounts.text(of: candidate)))

    line.category = category(of: candidate, code: code)
    if line.category == .supplementaryAid, Self.advisesStaff(serviceText) { line.category = .personnelSupport }

    line.location = CandidateLocation(values: values).location(of: candidate, total: total)
    let deliveries = CandidateDelivery(values: values)
    line.delivery = deliveries.delivery(of: candidate, total: total)
    line.grouping = deliveries.grouping(of: candidate, total: total)
    if let part = candidate.part(.provider), !CellReading.isBlank(part.text) {
      // "Ms. Tran, SLP (AEA), practices with Jo in small groups. Goal 4.": what is said behind it is not who.
      let role =
        part.text.utf8.count > 40
        ? Clauses.role(named: part.text, vocabulary: values.vocabulary) ?? part.text : part.text
      let provider = values.vocabulary.providerCode(of: role) ?? values.vocabulary.likeness.provider(of: role)
      line.provider = Coded(code: provider, text: part.text)
    } else if let part = candidate.part(.service), part.label.lowercased().contains("provider"),
      let provider = values.vocabulary.providerCode(of: part.text)
    {
      line.provider = Coded(code: provider, text: part.text)
    } else if !candidate.asked.contains(.provider) {
      line.provider = candidate.context.provider ?? person(inNote: candidate)
    }
    CandidateDates(values: values, near: near).fill(&line, from: candidate)
    line.goalNumbers = candidate.text(.goals).map { GoalNumbers.read($0) } ?? GoalNumbers.named(in: serviceText)
    // "Comments: Supports goals 2 and 4; push-in"
    if line.goalNumbers.isEmpty, !candidate.asked.contains(.goals), let comment = candidate.text(.comment) {
      line.goalNumbers = Clauses.goals(in: comment).map { GoalNumbers.read($0) } ?? []
    }
    // "Taught by Ms. Ruel, special education teacher. (Goal 1)": at the end of what is said of the service or of who gives it.
    if line.goalNumbers.isEmpty, !candidate.asked.contains(.goals) {
      line.goalNumbers =
        [ServiceRole.service, .provider].lazy.compactMap { candidate.text($0) }.map(GoalNumbers.named(in:))
        .first { !$0.isEmpty } ?? []
    }
    // Below one goal a sentence may name the goals itself: "Supports Goals 2 and 3."
    let isNamed = !candidate.addsGoals && candidate.part(.goals) != nil && !line.goalNumbers.isEmpty
    if let goal = candidate.context.goal, !isNamed, candidate.addsGoals || !candidate.asked.contains(.goals) {
      line.goalNumbers = [goal] + (candidate.addsGoals ? line.goalNumbers.filter { $0 != goal } : [])
    }
    let session = candidate.text(.extendedSchoolYear)
    if candidate.context.extendedSchoolYear || session.map(saysExtendedYear) ?? false
      || serviceText.namesExtendedYear || candidate.text(.category)?.namesExtendedYear ?? false
    {
      line.extendedSchoolYear = true
    }
    if Self.isOfSummer(line, from: candidate) { line.extendedSchoolYear = true }
    line.asked = CandidateTrace.asked(candidate)
    let doubts = LineDoubts(of: line, from: candidate, dose: dose, hasOwnColumn: total != nil, values: values)
    line.confidence = Rational(Int((doubts.confidence * 100).rounded()), 100)
    line.provenance = CandidateTrace.provenance(of: candidate)
    return Assembled(line: line, confidence: doubts.confidence, plausibility: doubts.plausibility)
  }

  /// "Special Education Teacher; co-taught with the class", "Provided by the school counselor" under "Notes", where
  /// nothing else asks who.
  private func person(inNote candidate: ServiceCandidate) -> Coded<ProviderCode>? {
    for role in [ServiceRole.comment, .service] {
      if let note = candidate.text(role), let person = Clauses.role(named: note, vocabulary: values.vocabulary) {
        return Coded(code: values.vocabulary.providerCode(of: person), text: person)
      }
    }
    guard let comment = candidate.text(.comment),
      let first = comment.split(whereSeparator: { ";,.".contains($0) }).first.map({ String($0).trimmingBlanks })
    else { return nil }
    let words = first.split(separator: " ")
    let by = words.prefix(2).last?.lowercased() == "by" ? words.dropFirst(2) : words[...]
    let person = by.drop { ["the", "a", "an"].contains($0.lowercased()) }.joined(separator: " ")
    guard values.vocabulary.isPerson(person), let code = values.vocabulary.providerCode(of: person) else { return nil }
    return Coded(code: code, text: person)
  }

  /// "Summer program classroom", from July to August: beyond the school year, whatever heading it stands under.
  private static func isOfSummer(_ line: ServiceLine, from candidate: ServiceCandidate) -> Bool {
    guard let start = line.startDate, let end = line.endDate, start.year == end.year, start.month >= 6, end.month <= 8
    else { return false }
    return candidate.parts.contains {
      [.service, .location].contains($0.role) && LabelTokens.words($0.text).contains("summer")
    }
  }

  /// "OT consult to staff" among the aids: a support for school personnel (34 CFR 300.320(a)(4)).
  private static func advisesStaff(_ name: String) -> Bool {
    let words = LabelTokens.words(name)
    guard let verb = words.firstIndex(where: { $0.hasPrefix("consult") }) else { return false }
    return words[verb...].contains { ["staff", "personnel", "teacher", "teachers", "team"].contains($0) }
  }

  /// "Personal Finance", "English 11" under "Special education": a course that the vocabulary does not name is
  /// specially designed instruction there (34 CFR 300.39).
  private func isInstruction(_ candidate: ServiceCandidate) -> Bool {
    guard let name = candidate.text(.service), !CellReading.isBlank(name), name.contains(where: \.isLetter) else {
      return false
    }
    let stated = candidate.text(.category).flatMap { values.vocabulary.category(ofHeading: $0) }
    let labelled = candidate.part(.service).flatMap { values.vocabulary.category(ofHeading: $0.label) }
    return ((stated ?? candidate.context.category ?? labelled) == .specialEducation || isTaught(candidate))
      && candidate.parts.contains { part in
        guard part.role.isDose, case let reading = values.read(part.text) else { return false }
        return reading.hasMinutes || Self.holdsMinutes(part.role) && reading.number != nil
      }
  }

  /// "Co-teaching" in the column of kinds before "9th Lit": what is given, where the name is the form's own.
  private func kind(_ candidate: ServiceCandidate) -> ServiceCode? {
    guard let text = candidate.text(.category), values.vocabulary.category(ofHeading: text) == nil,
      let name = candidate.text(.service), !CellReading.isBlank(name)
    else { return nil }
    return values.vocabulary.serviceCode(of: text)
  }

  /// A bare figure under it is a number of minutes.
  private static func holdsMinutes(_ role: ServiceRole) -> Bool {
    switch role {
    case .amount, .total, .directTotal, .indirectTotal, .generalEducationTotal, .specialEducationTotal, .settingTotal:
      true
    default: false
    }
  }

  private func area(_ candidate: ServiceCandidate) -> ServiceCode? {
    guard let name = candidate.text(.service), let provider = candidate.text(.provider) else { return nil }
    return ServiceCode(
      area: values.vocabulary.goalAreaCode(of: name), givenBy: values.vocabulary.providerCode(of: provider))
  }

  /// "Behavior and classroom skills" under special education: what the special education teacher teaches, no service of
  /// a behavior specialist.
  private func isSubject(_ candidate: ServiceCandidate) -> Bool {
    guard let name = candidate.text(.service), let best = values.vocabulary.services.best(in: name),
      best.code == .behavior, best.isWeak || ["instruction", "class"].contains(LabelTokens.of(name).last)
    else { return false }
    let stated = candidate.text(.category).flatMap { values.vocabulary.category(ofHeading: $0) }
    return isTaught(candidate) && [nil, .specialEducation].contains(stated ?? candidate.context.category)
  }

  /// The special education teacher gives it.
  private func isTaught(_ candidate: ServiceCandidate) -> Bool {
    candidate.text(.provider).flatMap { values.vocabulary.providerCode(of: $0) } == .specialEducationTeacher
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
    if let text = candidate.text(.category) {
      if let category = values.vocabulary.category(ofHeading: text) { return category }
      // "Type: Aide" names the service once more.
      if let named = values.vocabulary.serviceCode(of: text), named == code { return ServiceCategory(of: named) }
    }
    if let heading = candidate.context.category { return ServiceCategory(of: code, under: heading) }
    if let label = candidate.part(.service)?.label, let category = values.vocabulary.category(ofColumn: label),
      category != .specialEducation || candidate.context.listsRelatedApart || Self.isInstruction(code)
    {
      return category
    }
    let isOpen = [nil, .socialSkills, .behavior].contains(code)
    return isOpen && isTaught(candidate) ? .specialEducation : ServiceCategory(of: code)
  }

  /// What special education itself may be, beside the related services.
  private static func isInstruction(_ code: ServiceCode?) -> Bool {
    switch code {
    case nil, .specializedInstruction, .adaptedPE, .vocational, .transition, .socialSkills, .behavior: true
    default: false
    }
  }

  private func saysExtendedYear(_ text: String) -> Bool {
    let tokens = LabelTokens.of(text)
    return ["yes", "y", "x", "esy", "true", "1", "t", "summer", "☒"].contains { tokens == [$0] } || text.contains("☒")
      || text.namesExtendedYear
  }
}
