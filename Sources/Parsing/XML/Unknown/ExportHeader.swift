import IEPModel

/// A document's head, made of what the nodes around its lines tell.
extension ExportPlans {
  func fill(_ document: inout IEPDocument, of owner: Owner, organizations: [Fact: XMLField] = [:]) {
    let all = facts(of: owner).merging(organizations) { own, _ in own }
    var student: [Place] = []
    var plan: [Place] = []
    func text(_ fact: Fact, _ property: String? = nil) -> String? {
      guard let field = all[fact] else { return nil }
      student.append(field.place.of(property ?? fact.rawValue))
      return field.text
    }
    func date(_ fact: Fact) -> CalendarDate? {
      guard let field = all[fact], let date = values.dates.date(field.text, near: nil) else { return nil }
      plan.append(field.place.of(fact.rawValue))
      return date
    }
    if all[.first] != nil || all[.last] != nil {
      document.student.name = [text(.first, "name"), text(.last, "name")].compactMap { $0 }.joined(separator: " ")
    } else {
      document.student.name = text(.name)
    }
    document.student.studentId = text(.studentId)
    document.student.dateOfBirth = text(.dateOfBirth).flatMap {
      values.dates.date($0, near: CalendarDate(year: 2014, month: 1, day: 1))
    }
    document.student.grade = text(.grade).flatMap(Grade.normalised)
    document.student.school = text(.school)
    document.student.district = text(.district)
    document.student.disabilities = [text(.disability, "disabilities"), text(.secondaryDisability, "disabilities")]
      .compactMap { $0 }.map { Coded(code: values.vocabulary.disabilityCode(of: $0), text: $0) }
    if let field = all[.kind], let kind = kind(of: field.text) {
      document.iep.kind = kind
      plan.append(field.place.of("kind"))
    }
    if let field = all[.extendedSchoolYear], let decision = decision(field.text) {
      document.iep.extendedSchoolYear = decision
      plan.append(field.place.of("extendedSchoolYear"))
    }
    document.iep.placement = placement(all, statement: statement(of: owner), places: &plan)
    document.iep.meetingDate = date(.meetingDate)
    document.iep.startDate = date(.startDate)
    document.iep.endDate = date(.endDate)
    for fact in [Fact.effectiveDates, .startDate, .endDate] where document.iep.startDate == nil {
      guard let field = all[fact], let span = values.dates.span(field.text) else { continue }
      document.iep.startDate = span.start
      document.iep.endDate = document.iep.endDate ?? span.end
      plan += [field.place.of("startDate"), field.place.of("endDate")]
    }
    document.iep.annualReviewDate = date(.annualReviewDate)
    document.iep.reevaluationDueDate = date(.reevaluationDueDate)
    document.iep.lastEvaluationDate = date(.lastEvaluationDate)
    document.student.provenance = student
    document.iep.provenance = plan
  }

  /// Of the nodes that tell of a student and a plan the first that tells a fact; of a student's numbers the most telling.
  private func facts(of owner: Owner) -> [Fact: XMLField] {
    var all: [Fact: XMLField] = [:]
    var rank = -1
    // What stands around the student, the district of an export, comes last.
    let around = tree.lineage(owner.student).dropFirst() + tree.lineage(owner.plan).dropFirst()
    for node in [owner.plan, owner.student] + owner.sources + around {
      for (fact, field) in facts(of: node) {
        if fact == .studentId {
          let own = self.rank(ofStudentId: field, in: node)
          guard own > rank else { continue }
          rank = own
          all[fact] = field
        } else if all[fact] == nil {
          all[fact] = field
        }
      }
    }
    return all
  }

  /// The one district, and the one school, that a file names apart from its students: `<LEA><Name>` at its head.
  func organizations(besides owners: [Owner]) -> [Fact: XMLField] {
    let students = Set(owners.flatMap { [$0.student, $0.plan] }).filter { tree.nodes[$0].parent != nil }
    var result: [Fact: XMLField] = [:]
    for fact in [Fact.district, .school] {
      var texts: Set<String> = []
      var first: XMLField?
      for (node, facts) in memo.facts.sorted(by: { $0.key < $1.key })
      where facts[fact] != nil && tree.isInFirst(node) {
        // A school that one student has is not another's.
        if fact == .school, !students.isDisjoint(with: tree.lineage(node)) { continue }
        guard let field = facts[fact] else { continue }
        texts.insert(field.text)
        first = first ?? field
      }
      if texts.count == 1 { result[fact] = first }
    }
    return result
  }

  // MARK: Placement

  /// A sentence that gives the share of time in general education, among what tells of the plan.
  private func statement(of owner: Owner) -> (share: Rational, place: Place)? {
    var best: (share: Rational, place: Place, score: Int)?
    for node in [owner.plan, owner.student] + owner.sources {
      for field in fields.fields(of: node) where field.text.utf8.count >= 20 {
        for sentence in field.text.replacing(". ", with: "\n").split(separator: "\n") {
          guard let (share, score) = PlacementPercent.statement(String(sentence)), score > best?.score ?? 1 else {
            continue
          }
          best = (share, field.place, score)
        }
      }
    }
    return best.map { ($0.share, $0.place) }
  }

  private func placement(
    _ all: [Fact: XMLField], statement: (share: Rational, place: Place)?, places: inout [Place]
  ) -> Placement? {
    var placement = Placement()
    func minutes(_ fact: Fact) -> Rational? { all[fact].flatMap { dose($0, as: fact)?.totalMinutes?.min } }
    func note(_ fact: Fact, _ property: String) {
      if let field = all[fact] { places.append(field.place.of("placement." + property)) }
    }
    for (fact, property) in [
      (Fact.statedSpecialEducationMinutes, \Placement.statedSpecialEducationMinutes),
      (.statedRelatedServiceMinutes, \.statedRelatedServiceMinutes), (.statedSchoolMinutes, \.statedSchoolMinutes),
    ] {
      guard let field = all[fact], let dose = dose(field, as: fact) else { continue }
      placement[keyPath: property] = dose
      note(fact, fact.rawValue)
    }
    if let field = all[.environment] {
      placement.environment = field.text
      note(.environment, "environment")
    }
    if let share = all[.generalEducationPercent].flatMap({ Percent.share($0.text) }) {
      placement.generalEducationPercent = share
      note(.generalEducationPercent, "generalEducationPercent")
    } else if let share = all[.outsidePercent].flatMap({ Percent.share($0.text) }) {
      placement.generalEducationPercent = 100 - share
      note(.outsidePercent, "generalEducationPercent")
    } else if let (share, place) = statement {
      placement.generalEducationPercent = share
      places.append(place.of("placement.generalEducationPercent"))
    } else if let whole = minutes(.statedSchoolMinutes), whole > .zero {
      // Minutes in general education, or out of it, of the school's minutes in the same time.
      if let inside = minutes(.generalEducationMinutes), inside <= whole {
        placement.generalEducationPercent = inside / whole * 100
        note(.generalEducationMinutes, "generalEducationPercent")
      } else if let outside = minutes(.outsideMinutes), outside <= whole {
        placement.generalEducationPercent = (whole - outside) / whole * 100
        note(.outsideMinutes, "generalEducationPercent")
      }
    }
    return placement.isEmpty ? nil : placement
  }

  private static let schoolMinutes: Set<Fact> = [.statedSchoolMinutes, .generalEducationMinutes, .outsideMinutes]

  /// "1650" under a name that asks for minutes a week.
  private func dose(_ field: XMLField, as fact: Fact) -> Dose? {
    let hours = LabelTokens.of(field.name).contains("hours")
    let header = hours ? "hours per week" : "minutes per week"
    guard var dose = values.doses.dose(cells: [DoseCell(text: field.text, header: header)])?.dose else { return nil }
    if dose.totalMinutes == nil {
      guard let minutes = dose.sessionMinutes else { return nil }
      dose.totalMinutes = minutes
      (dose.sessionMinutes, dose.sessions) = (nil, nil)
    }
    // "Minutes in the school day", or as many as no week has.
    let isDay = !Set(LabelTokens.of(field.name)).isDisjoint(with: ["day", "daily"])
    let isShort = dose.totalMinutes.map { $0.max <= 540 } ?? false
    if isDay || isShort && Self.schoolMinutes.contains(fact) && !LabelTokens.of(field.name).contains("week") {
      dose.period = Period(.day)
    }
    if dose.period == nil { dose.period = Period(.week) }
    dose.text = field.text
    return dose
  }
}
