import IEPModel

/// What the fields of an export tell of a student and a plan. A name only suggests a fact: the value has to be one.
extension ExportPlans {
  /// What a node's fields tell of the student and the plan; the first of a kind counts.
  func facts(of node: Int) -> [Fact: XMLField] {
    if let known = memo.facts[node] { return known }
    let result = read(node)
    memo.facts[node] = result
    return result
  }

  private var names: ExportNames { labels.exportNames }

  private func fact(_ name: String, in owner: String) -> Fact? {
    let key = owner + "\u{1}" + name
    if let known = memo.names[key] { return known }
    let result = names.fact(name, in: owner)
    memo.names[key] = .some(result)
    return result
  }

  /// The node's name in words, with what it says that it is: `<party role="student">`.
  func ownName(of node: Int) -> String {
    let name = NameWords.split(tree.nodes[node].name)
    let roles = tree.nodes[node].attributes.filter { attribute in
      ["role", "type", "kind", "class"].contains(attribute.name.lowercased()) && attribute.value.utf8.count <= 24
        && attribute.value.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" }
    }
    return ([name] + roles.map { NameWords.split($0.value) }).joined(separator: " ")
  }

  private func read(_ node: Int) -> [Fact: XMLField] {
    let owner = ownName(of: node)
    var result = read(node, called: owner)
    let isLine = fields.fields(of: node).contains { labels.service.exact($0.name).contains(.service) }
    guard !isLine else { return result }
    // What names a student or says when a plan was made is the student's or the plan's, whatever it is called itself.
    let person: Set<Fact> = [.name, .first, .last, .dateOfBirth, .studentId]
    let plan: Set<Fact> = [.meetingDate, .kind, .startDate, .endDate]
    if !person.isDisjoint(with: result.keys), !person.isSubset(of: result.keys) {
      result.merge(read(node, called: owner + " student").filter { person.contains($0.key) }) { old, _ in old }
    }
    if !plan.isDisjoint(with: result.keys), !plan.isSubset(of: result.keys) {
      result.merge(read(node, called: owner + " iep").filter { plan.contains($0.key) }) { old, _ in old }
    }
    return result
  }

  private func read(_ node: Int, called owner: String) -> [Fact: XMLField] {
    var result: [Fact: XMLField] = [:]
    for var field in fields.fields(of: node) {
      let told: Fact?
      if let meant = given?.facts?[field.name] {
        told = Fact(rawValue: meant)
      } else if let (fact, choice) = choice(field, in: owner) {
        guard let choice else { continue }
        (told, field.text) = (fact, choice)
      } else {
        told = fact(field.name, in: owner)
      }
      guard let fact = told else { continue }
      if !fits(fact, field.text) {
        // A code that a list in the file explains, though its name does not say that it is one.
        guard let worded = fields.worded(field, in: node), fits(fact, worded.text) else { continue }
        field = worded
      }
      if let old = result[fact], !isBetter(field, than: old, as: fact, in: owner) { continue }
      result[fact] = field
    }
    // The date of what has a kind, `<event kind="annual" date="...">`, is that of the meeting.
    if result[.kind] != nil, result[.meetingDate] == nil,
      let date = fields.fields(of: node).first(where: { LabelTokens.of($0.name) == ["date"] }),
      fits(.meetingDate, date.text)
    {
      result[.meetingDate] = date
    }
    return result
  }

  private func isBetter(_ new: XMLField, than old: XMLField, as fact: Fact, in owner: String) -> Bool {
    switch fact {
    case .studentId: names.rank(ofStudentId: old.name, in: owner) < names.rank(ofStudentId: new.name, in: owner)
    // Words before a code, which is read as most exports mean it.
    case .kind: values.vocabulary.iepKind(of: old.text) == nil && values.vocabulary.iepKind(of: new.text) != nil
    default: false
    }
  }

  /// What a box's name says is chosen with it ("iep type annual = Yes", "esy no = On"), with the choice where it is ticked.
  private func choice(_ field: XMLField, in owner: String) -> (fact: Fact, choice: String?)? {
    guard let isTicked = names.tick(field.text) else { return nil }
    let words = LabelTokens.words(field.name)
    if let last = words.last, ["yes", "no"].contains(last),
      fact(words.dropLast().joined(separator: " "), in: owner) == .extendedSchoolYear
    {
      return (.extendedSchoolYear, isTicked ? last : nil)
    }
    if let choice = names.choice(field.name, in: owner), values.vocabulary.isKind(choice) {
      return (.kind, isTicked ? choice : nil)
    }
    return nil
  }

  /// Whether a value is of the kind that a fact has.
  private func fits(_ fact: Fact, _ text: String) -> Bool {
    let hasLetter = text.contains(where: \.isLetter)
    switch fact {
    case .name: return isName(text) && (text.contains(" ") || text.contains(","))
    // A key in the place of a name ("student = S1") names nobody.
    case .first, .last: return isName(text)
    case .middle, .status: return true
    case .studentId: return text.utf8.count <= 40 && !text.contains(" ")
    case .dateOfBirth, .meetingDate, .annualReviewDate, .reevaluationDueDate, .lastEvaluationDate:
      return values.dates.date(text, near: nil) != nil
    case .startDate, .endDate: return values.dates.date(text, near: nil) != nil || values.dates.span(text) != nil
    case .effectiveDates: return values.dates.span(text) != nil
    case .grade: return Grade.normalised(text) != nil
    case .school, .district:
      let isKey = !text.contains(" ") && text.utf8.count <= 6 && text.contains(where: \.isNumber)
      return hasLetter && !isKey && text.split(separator: " ").count <= 12 && values.dates.date(text, near: nil) == nil
        && YesNo.read(text) == nil
    case .disability, .secondaryDisability: return hasLetter && values.dates.date(text, near: nil) == nil
    case .kind: return kind(of: text) != nil
    case .extendedSchoolYear: return decision(text) != nil
    case .environment: return text.split(separator: " ").count >= 2
    case .generalEducationPercent, .outsidePercent: return Percent.share(text) != nil
    case .generalEducationMinutes, .outsideMinutes, .statedSpecialEducationMinutes, .statedRelatedServiceMinutes,
      .statedSchoolMinutes:
      return text.contains(where: \.isNumber)
    }
  }

  private func isName(_ text: String) -> Bool {
    text.contains(where: \.isLetter) && !text.contains(where: \.isNumber) && text.utf8.count <= 80
  }

  func kind(of text: String) -> IEPKind? { values.vocabulary.iepKind(of: text) ?? names.kind(ofCode: text) }

  func decision(_ text: String) -> Bool? { YesNo.read(text) ?? Self.flag(text) }

  func rank(ofStudentId field: XMLField, in node: Int) -> Int {
    names.rank(ofStudentId: field.name, in: ownName(of: node))
  }
}
