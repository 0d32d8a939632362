import IEPModel

/// Reads who the plan is for and when it holds, wherever the form prints it. A fact counts by how well its label fits
/// and whether its value is of the kind that the label asks for.
struct HeaderReader: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders
  let statements: StatementVocabulary

  struct Found: Sendable {
    var student = Student()
    var iep = IEP()
  }

  private struct Claim {
    var role: HeaderRole
    var value: String
    var place: Place
    var score: Double
    var order: Int
  }

  /// - Parameter sections: in the document's order, each with its items as facts.
  func read(_ sections: [(section: SectionBlocks, items: [SectionItem])], running: [TextLine]) -> Found {
    var claims: [Claim] = []
    var order = 0
    func note(_ fact: Fact, in code: SectionCode, weight: Double) {
      order += 1
      var value = Ticks.value(of: fact).trimmingCharacters(" |•·")
      // "SCHOOL" over its name and further facts of it.
      let names = StatedNames(vocabulary: statements)
      if fact.lines.count > 1, let first = fact.lines.first?.text, names.school(first) ?? names.district(first) != nil,
        names.school(value) ?? names.district(value) == nil
      {
        value = first
      }
      let asked = labels.header.matches(fact.label).filter { $0.score >= 0.55 }
      if asked.contains(where: { $0.role == .school }), !values.dates.dates(in: value).isEmpty,
        let school = names.schoolBefore(value)
      {
        value = school
      }
      for match in asked {
        // A name among those who attended is not the student's.
        let weight = match.role == .name && code == .participants ? 0.3 : weight
        // "District contact" asks for a person.
        if Self.namesOne(match.role), match.role != .name,
          !Self.ofPersons.isDisjoint(with: LabelTokens.words(fact.label))
        {
          continue
        }
        // "Agency: Workforce Commission, referral made": only a name of a district answers so wide a question.
        if match.role == .district, names.district(value) == nil,
          fact.lines.first.flatMap({ names.district($0.text) }) == nil,
          Self.ofDistricts.isDisjoint(with: LabelTokens.words(fact.label))
        {
          continue
        }
        // When ESY begins is not when the plan does.
        if code == .esy, match.role == .startDate || match.role == .endDate { continue }
        guard let fit = fit(match.role, value, label: fact.label) else {
          // "STUDENT" over the name and further facts of the student.
          guard Self.namesOne(match.role), fact.lines.count > 1, let first = fact.lines.first?.text,
            let fit = self.fit(match.role, first, label: fact.label)
          else { continue }
          claims.append(
            Claim(
              role: match.role, value: first, place: fact.place, score: match.score * fit * weight * 0.9, order: order))
          continue
        }
        claims.append(
          Claim(role: match.role, value: value, place: fact.place, score: match.score * fit * weight, order: order))
      }
      // "GTID: 4516447", "SIS ID Number: 604417": a number under an abbreviation of the state's own.
      if Self.isAbbreviation(fact.label) || Self.asksForNumber(fact.label),
        labels.header.matches(fact.label).first?.score ?? 0 < 0.55,
        (4...14).contains(value.utf8.count), value.allSatisfy(\.isNumber)
      {
        claims.append(Claim(role: .studentId, value: value, place: fact.place, score: 0.5 * weight, order: order))
      }
    }
    for (section, items) in sections {
      let weight = Self.weight(of: section.code)
      for case .fact(let fact) in items { note(fact, in: section.code, weight: weight) }
    }
    for case .fact(let fact) in LineFacts(reader: FactReader(labels: labels)).items(of: running) {
      note(fact, in: .cover, weight: 0.6)
    }

    let stated = HeaderStatements(values: values, vocabulary: statements)
    for statement in stated.read(sections.map(\.section), running: running) {
      order += 1
      claims.append(
        Claim(
          role: statement.role, value: statement.value, place: statement.place, score: statement.score, order: order))
    }

    var found = Found()
    var studentPlaces: [Place] = []
    var iepPlaces: [Place] = []
    func best(_ role: HeaderRole) -> Claim? {
      claims.filter { $0.role == role }.min { ($1.score, $0.order) < ($0.score, $1.order) }.flatMap {
        $0.score >= 0.4 ? $0 : nil
      }
    }
    func text(_ role: HeaderRole, _ property: String) -> String? {
      guard let claim = best(role) else { return nil }
      studentPlaces.append(claim.place.of(property))
      return claim.value
    }
    found.student.name = text(.name, "name")
    found.student.studentId = text(.studentId, "studentId")
    found.student.school = text(.school, "school")
    found.student.district = text(.district, "district")
    // "Pinnacle County" in the field and "Pinnacle County Schools" in the letterhead.
    if let short = found.student.district,
      let whole = claims.filter({ $0.role == .district && $0.value.hasPrefix(short + " ") && $0.score >= 0.4 })
        .min(by: { ($1.score, $0.order) < ($0.score, $1.order) }), HeaderStatements.isName(whole.value)
    {
      found.student.district = whole.value
    }
    if let claim = best(.grade), let grade = Grade.normalised(claim.value) {
      found.student.grade = grade
      studentPlaces.append(claim.place.of("grade"))
    }
    let meeting = best(.meetingDate).flatMap { remarkedDate($0.value, near: nil) }
    let near = meeting ?? best(.startDate).flatMap { values.dates.date($0.value, near: nil) }
    if let claim = best(.dateOfBirth),
      let date = values.dates.date(claim.value, near: near.map { $0.adding(years: -11) })
    {
      found.student.dateOfBirth = date
      studentPlaces.append(claim.place.of("dateOfBirth"))
    }
    found.student.disabilities = disabilities(best(.disability), best(.secondaryDisability), &studentPlaces)

    func date(_ role: HeaderRole, _ property: String) -> CalendarDate? {
      guard let claim = best(role), let date = remarkedDate(claim.value, near: near) else { return nil }
      iepPlaces.append(claim.place.of(property))
      return date
    }
    found.iep.meetingDate = date(.meetingDate, "meetingDate")
    found.iep.startDate = date(.startDate, "startDate")
    found.iep.endDate = date(.endDate, "endDate")
    for role in [HeaderRole.effectiveDates, .startDate, .endDate] {
      guard found.iep.startDate == nil || found.iep.endDate == nil else { break }
      if let claim = best(role), let span = values.dates.span(claim.value) {
        (found.iep.startDate, found.iep.endDate) = (span.start, span.end)
        iepPlaces += [claim.place.of("startDate"), claim.place.of("endDate")]
      }
    }
    found.iep.annualReviewDate = date(.annualReviewDate, "annualReviewDate")
    found.iep.lastEvaluationDate = date(.lastEvaluationDate, "lastEvaluationDate")
    found.iep.reevaluationDueDate = date(.reevaluationDueDate, "reevaluationDueDate")
    // Boxes to tick outweigh what a title seems to say, labels outweigh both.
    let ticked = TickedFacts(values: values, labels: labels)
    let named = best(.kind)
    if let (kind, place) = ticked.kind(in: sections.map(\.section)), named?.score ?? 0 < 0.5 {
      found.iep.kind = kind
      iepPlaces.append(place.of("kind"))
    } else if let named, let kind = values.vocabulary.iepKind(of: named.value) {
      found.iep.kind = kind
      iepPlaces.append(named.place.of("kind"))
    }
    let answered = best(.extendedSchoolYear).flatMap { claim in
      YesNo.read(claim.value).map { (decision: $0, place: claim.place, isSure: claim.score >= 0.8) }
    }
    if let answered, answered.isSure {
      found.iep.extendedSchoolYear = answered.decision
      iepPlaces.append(answered.place.of("extendedSchoolYear"))
    } else if let (decision, place) = ExtendedYearDecision(values: values, vocabulary: statements.extendedYear).read(
      sections.map(\.section))
    {
      found.iep.extendedSchoolYear = decision
      iepPlaces.append(place.of("extendedSchoolYear"))
    } else if let answered {
      found.iep.extendedSchoolYear = answered.decision
      iepPlaces.append(answered.place.of("extendedSchoolYear"))
    }
    let placement = placement(best, ticked, sections, &iepPlaces)
    if !placement.isEmpty { found.iep.placement = placement }
    found.student.provenance = studentPlaces
    found.iep.provenance = iepPlaces
    return found
  }

  private func placement(
    _ best: (HeaderRole) -> Claim?, _ ticked: TickedFacts,
    _ sections: [(section: SectionBlocks, items: [SectionItem])], _ places: inout [Place]
  ) -> Placement {
    var placement = Placement()
    let stated = PlacementPercent.stated(in: sections)
    if let stated, stated.score >= 3 {
      placement.generalEducationPercent = stated.value
      places.append(stated.place.of("placement.generalEducationPercent"))
    } else if let claim = best(.generalEducationPercent), let percent = Percent.read(claim.value) {
      placement.generalEducationPercent = percent
      places.append(claim.place.of("placement.generalEducationPercent"))
    } else if let stated {
      placement.generalEducationPercent = stated.value
      places.append(stated.place.of("placement.generalEducationPercent"))
    }
    if let (environment, place) = ticked.environment(in: sections.map(\.section)) {
      placement.environment = environment
      places.append(place.of("placement.environment"))
    } else if let claim = best(.environment) {
      placement.environment = claim.value
      places.append(claim.place.of("placement.environment"))
    }
    func minutes(_ role: HeaderRole, _ property: String) -> Dose? {
      guard let claim = best(role) else { return nil }
      let reading = values.doses.dose(cells: [DoseCell(text: claim.value, header: "minutes per week")])
      guard var dose = reading?.dose, dose.totalMinutes != nil || dose.sessionMinutes != nil else { return nil }
      if dose.totalMinutes == nil {
        dose.totalMinutes = dose.sessionMinutes
        dose.sessionMinutes = nil
        dose.sessions = nil
      }
      if dose.period == nil { dose.period = Period(.week) }
      dose.text = claim.value
      places.append(claim.place.of("placement." + property))
      return dose
    }
    placement.statedSpecialEducationMinutes = minutes(.statedSpecialEducationMinutes, "statedSpecialEducationMinutes")
    placement.statedRelatedServiceMinutes = minutes(.statedRelatedServiceMinutes, "statedRelatedServiceMinutes")
    placement.statedSchoolMinutes = minutes(.statedSchoolMinutes, "statedSchoolMinutes")
    return placement
  }

  /// A date with no more beside it than a remark: "8/22/2025 (annual)".
  private func remarkedDate(_ text: String, near: CalendarDate?) -> CalendarDate? {
    if let date = values.dates.date(text, near: near) { return date }
    guard let bracket = text.firstIndex(of: "("), text.hasSuffix(")") else { return nil }
    return values.dates.date(String(text[..<bracket]), near: near)
  }

  private func disabilities(
    _ primary: Claim?, _ secondary: Claim?, _ places: inout [Place]
  ) -> [Coded<DisabilityCode>] {
    var result: [Coded<DisabilityCode>] = []
    for claim in [primary, secondary].compactMap({ $0 }) where !CellReading.isBlank(claim.value) {
      places.append(claim.place.of("disabilities"))
      let whole = claim.value
      let parts = whole.split { $0 == ";" || $0 == "\n" }.map { String($0).trimmingBlanks }
      for part in parts.count > 1 ? parts : [whole] {
        let coded = Coded(code: values.vocabulary.disabilityCode(of: part), text: part)
        if !result.contains(coded) { result.append(coded) }
      }
    }
    return result
  }

  /// "GTID", "SASID #", "WVEIS#".
  private static func isAbbreviation(_ label: String) -> Bool {
    let bare = label.trimmingCharacters("#:. ").replacingAll(" ID", with: "").replacingAll(" No", with: "")
    return (2...8).contains(bare.utf8.count) && bare == bare.uppercased() && bare.allSatisfy(\.isLetter)
  }

  /// "SIS ID Number", "PA Secure ID", "District Student No.": the number of a student by whatever system.
  private static func asksForNumber(_ label: String) -> Bool {
    let words = LabelTokens.words(label)
    let others: Set<String> = [
      "phone", "telephone", "fax", "zip", "page", "goal", "room", "case", "medicaid", "license", "provider", "bus",
      "route",
      "address", "account", "parent", "guardian", "teacher", "staff", "building", "school", "form", "service", "cell",
      "insurance",
    ]
    guard (2...6).contains(words.count), others.isDisjoint(with: words) else { return false }
    return words.contains("id") && ["id", "number", "no", "num"].contains(words[words.count - 1])
  }

  private static let ofPersons: Set<String> = [
    "contact", "representative", "phone", "telephone", "address", "administrator", "official", "superintendent",
    "director", "nurse", "counselor", "psychologist", "staff", "year", "week", "day", "hours", "calendar", "email",
  ]

  private static let ofDistricts: Set<String> = [
    "district", "districts", "lea", "division", "corporation", "parish", "county", "isd", "usd", "cusd", "sau",
    "system",
    "local", "resident", "serving", "home",
  ]

  private static func namesOne(_ role: HeaderRole) -> Bool { role == .name || role == .school || role == .district }

  private static func weight(of code: SectionCode) -> Double {
    switch code {
    case .cover: 1
    case .lre, .services, .esy: 0.85
    case .other, .presentLevels, .participants: 0.7
    default: 0.55
    }
  }

  /// How well a value suits a role: `nil` where it can't be it.
  private func fit(_ role: HeaderRole, _ value: String, label: String) -> Double? {
    // "Not needed" answers the question of ESY, and is a blank elsewhere.
    if CellReading.isBlank(value), role != .extendedSchoolYear || value.utf8.count < 4 { return nil }
    let words = value.split(separator: " ").count
    switch role {
    case .name:
      let letters = value.unicodeScalars.filter { $0.isLetter }.count
      let digits = value.unicodeScalars.contains { ("0"..."9").contains($0) }
      let titles: Set<String> = ["and", "levels", "information", "services", "goals", "program"]
      return letters >= 3 && !digits && words <= 7 && value.first?.isLetter == true && !value.contains(":")
        && titles.isDisjoint(with: LabelTokens.words(value)) ? 1 : nil
    case .studentId:
      let digits = value.unicodeScalars.filter { ("0"..."9").contains($0) }.count
      // "1160 4423 8": figures in groups.
      let isGrouped = words <= 4 && value.allSatisfy { $0.isNumber || $0 == " " }
      return digits >= 3 && (words <= 2 || isGrouped) && values.dates.date(value, near: nil) == nil ? 1 : nil
    case .dateOfBirth, .meetingDate, .annualReviewDate, .lastEvaluationDate, .reevaluationDueDate:
      return remarkedDate(value, near: nil) != nil ? 1 : nil
    case .startDate, .endDate:
      return values.dates.date(value, near: nil) != nil ? 1 : (values.dates.span(value) != nil ? 0.9 : nil)
    case .effectiveDates: return values.dates.span(value) != nil ? 1 : nil
    case .grade: return Grade.normalised(value) != nil ? 1 : nil
    case .school, .district:
      guard value.first?.isUppercase == true || value.first?.isNumber == true, !value.hasSuffix("."),
        !value.contains(":"),
        labels.header.exact(value).isEmpty
      else { return nil }
      return words <= 12 && value.unicodeScalars.filter { $0.isLetter }.count >= 3
        && values.dates.date(value, near: nil) == nil ? 1 : nil
    case .disability, .secondaryDisability:
      return values.vocabulary.disabilityCode(of: value) != nil ? 1 : (words <= 8 ? 0.4 : nil)
    case .kind: return values.vocabulary.iepKind(of: value) != nil ? 1 : nil
    case .extendedSchoolYear: return YesNo.read(value) != nil ? 1 : nil
    case .generalEducationPercent, .outsidePercent:
      if role == .generalEducationPercent, PlacementPercent.side(of: label) == .outside { return nil }
      return Percent.read(value) != nil
        && (value.contains("%") || label.contains("%") || label.lowercased().contains("percent")) ? 1 : nil
    case .environment: return words >= 2 && words <= 25 ? 0.9 : nil
    case .statedSpecialEducationMinutes, .statedRelatedServiceMinutes, .statedSchoolMinutes, .outsideMinutes:
      return values.doses.dose(cells: [DoseCell(text: value, header: "minutes per week")]) != nil ? 1 : nil
    case .other: return nil
    }
  }
}
