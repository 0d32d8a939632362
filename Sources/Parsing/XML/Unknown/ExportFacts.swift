import IEPModel

/// What the fields of an export tell of a student and a plan, and the document's head that is made of it.
extension ExportPlans {
  /// What a node's fields tell of the student and the plan; the first of a kind counts.
  func facts(of node: Int) -> [Fact: XMLField] {
    if let known = memo.facts[node] { return known }
    let result = read(node)
    memo.facts[node] = result
    return result
  }

  func fact(_ name: String, in owner: String) -> Fact? {
    let key = owner + "\u{1}" + name
    if let known = memo.names[key] { return known }
    let result = ExportNames.fact(name, in: owner, labels: labels.header)
    memo.names[key] = .some(result)
    return result
  }

  private func read(_ node: Int) -> [Fact: XMLField] {
    var result: [Fact: XMLField] = [:]
    let name = NameWords.split(tree.nodes[node].name)
    for field in fields.fields(of: node) {
      let meant = given?.facts?[field.name]
      guard
        let fact = meant.map({ Fact(rawValue: $0) }) ?? fact(field.name, in: name)
      else { continue }
      let isBetter =
        fact == .studentId
        && result[fact].map { ExportNames.rank(ofStudentId: $0.name) < ExportNames.rank(ofStudentId: field.name) }
          == true
      guard result[fact] == nil || isBetter else { continue }
      if fact == .name || fact == .first || fact == .last {
        // A key in the place of a name ("student = S1") names nobody.
        guard !field.text.contains(where: \.isNumber), field.text.contains(where: \.isLetter) else { continue }
        if fact == .name, !field.text.contains(" "), !field.text.contains(",") { continue }
      }
      result[fact] = field
    }
    return result
  }

  func fill(_ document: inout IEPDocument, of owner: Owner) {
    var all: [Fact: XMLField] = [:]
    // What stands around the student, the district of an export, comes last.
    let around = tree.lineage(owner.student).dropFirst() + tree.lineage(owner.plan).dropFirst()
    for node in [owner.plan, owner.student] + owner.sources + around {
      for (fact, field) in facts(of: node) where all[fact] == nil { all[fact] = field }
    }
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
    if let disability = text(.disability) {
      document.student.disabilities = [
        Coded(code: values.vocabulary.disabilityCode(of: disability), text: disability)
      ]
    }
    if let field = all[.kind], let kind = values.vocabulary.iepKind(of: field.text) {
      document.iep.kind = kind
      plan.append(field.place.of("kind"))
    }
    if let field = all[.extendedSchoolYear], let decision = YesNo.read(field.text) ?? Self.flag(field.text) {
      document.iep.extendedSchoolYear = decision
      plan.append(field.place.of("extendedSchoolYear"))
    }
    if let field = all[.generalEducationPercent] ?? all[.outsidePercent], let share = Percent.read(field.text) {
      var placement = document.iep.placement ?? Placement()
      placement.generalEducationPercent = all[.generalEducationPercent] != nil ? share : 100 - share
      document.iep.placement = placement
      plan.append(field.place.of("placement"))
    }
    document.iep.meetingDate = date(.meetingDate)
    document.iep.startDate = date(.startDate)
    document.iep.endDate = date(.endDate)
    if document.iep.startDate == nil, let field = all[.effectiveDates], let span = values.dates.span(field.text) {
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
}
