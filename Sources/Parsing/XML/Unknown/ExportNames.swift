import IEPModel

/// The names that exports give to facts of a student and a plan, beside those that forms print.
enum ExportNames {
  /// - Parameters:
  ///   - name: the field's name in words.
  ///   - owner: the name of the node around it, in words: `<Student ID="...">` is the student's identifier.
  static func fact(_ name: String, in owner: String, labels: LabelTable<HeaderRole>) -> ExportPlans.Fact? {
    let tokens = LabelTokens.of(name)
    let around = Set(LabelTokens.of(owner))
    let words = Set(tokens)
    let isPerson = !around.isDisjoint(with: people)
    let isPlan = !around.isDisjoint(with: [
      "iep", "plan", "program", "meeting", "document", "case", "record", "timeline", "period", "date", "term", "header",
      "cover", "effective", "duration", "dates", "grp",
    ])
    if words.isSuperset(of: ["plan", "date"]),
      words.isSubset(of: [
        "individualized", "education", "program", "service", "plan", "date", "end", "start", "effective", "iep",
      ]),
      words.count >= 3
    {
      return words.contains("end") ? .endDate : .startDate
    }
    if !words.isDisjoint(with: [
      "parent", "guardian", "teacher", "provider", "staff", "manager", "goal", "service", "mother", "father", "contact",
      "prepared",
    ]) {
      return nil
    }
    if !around.isDisjoint(with: [
      "parent", "guardian", "teacher", "provider", "staff", "participant", "goal", "district", "school", "contact",
      "attendee", "member", "emergency", "author", "user", "manager", "signature", "team", "mother", "father",
      "performer",
      "therapist", "responsible", "sibling", "preparer",
    ]),
      words == ["name"] || words == ["id"] || words.contains("first") || words.contains("last")
    {
      return nil
    }
    let bare = words.subtracting(people).subtracting(["iep", "plan", "child", "current", "legal"])
    switch bare {
    case ["first"], ["first", "name"], ["firstname"], ["given"], ["given", "name"], ["forename"], ["fname"]:
      return .first
    case ["last"], ["last", "name"], ["lastname"], ["surname"], ["family"], ["family", "name"], ["lname"],
      ["last", "surname"], ["last", "or", "surname"], ["lst"], ["legal", "last", "name"]:
      return .last
    case ["middle"], ["middle", "name"]: return .middle
    case ["birth", "day"], ["dob"], ["born"], ["birthdate"], ["birth", "date"], ["date", "birth"], ["birthday"],
      ["birth"]:
      return .dateOfBirth
    case ["enrolled", "grade"], ["current", "grade"], ["grade"], ["grade", "level"], ["gradelevel"]: return .grade
    case ["type"], ["kind"], ["purpose"], ["review", "type"], ["meeting", "type"]:
      return isPlan || tokens.contains("iep") ? .kind : nil
    case ["esy"], ["extended", "school", "year"], ["esy", "eligible"], ["extended", "year"], ["esy", "eligibility"],
      ["esy", "needed"]:
      return .extendedSchoolYear
    case ["status"], ["state"]: return isPlan || tokens.contains("iep") ? .status : nil
    case ["held"], ["held", "on"], ["date"], ["meeting"], ["met"], ["program", "date"], ["met", "on"],
      ["meeting", "held"],
      ["conference", "date"]:
      return isPlan || !words.isDisjoint(with: ["iep", "plan"]) ? .meetingDate : nil
    case ["annual", "review"], ["review", "by"], ["review", "date"], ["next", "review"], ["annual", "review", "date"]:
      return .annualReviewDate
    default: break
    }
    if isPlan || !words.isDisjoint(with: ["iep", "plan"]) {
      let dated = bare.subtracting(["date", "in", "on", "effect", "program"])
      if !dated.isDisjoint(with: starts), dated.isSubset(of: starts) || dated == ["effective", "from"] {
        return .startDate
      }
      if !dated.isDisjoint(with: ends), dated.isSubset(of: ends.union(["effective"])) { return .endDate }
    }
    if isPerson || !words.isDisjoint(with: people) {
      switch bare {
      case ["id"], ["number"], ["local", "id"], ["state", "id"], ["key"], ["unique", "id"], ["identifier"], ["ssid"],
        ["lid"], ["sid"], ["local", "number"], ["state", "number"]:
        return .studentId
      case ["name"], ["full", "name"]: return .name
      case [] where words != ["person"]: return .name
      default: break
      }
    }
    if words == ["sid"] || words == ["local", "student", "identifier"] { return .studentId }
    if words.contains("percent"), !words.isDisjoint(with: ["gen", "general", "regular", "ge", "gened"]) {
      return words.isDisjoint(with: ["outside", "removed", "out"]) ? .generalEducationPercent : .outsidePercent
    }
    for role in labels.exact(name) {
      switch role {
      case .name: return words == ["name"] && !isPerson ? nil : .name
      case .studentId: return words == ["id"] && !isPerson ? nil : .studentId
      case .dateOfBirth: return .dateOfBirth
      case .grade: return .grade
      case .school: return .school
      case .district: return .district
      case .disability: return .disability
      case .meetingDate: return words == ["date"] && !isPlan ? nil : .meetingDate
      case .generalEducationPercent: return .generalEducationPercent
      case .outsidePercent: return .outsidePercent
      case .effectiveDates: return .effectiveDates
      case .extendedSchoolYear: return .extendedSchoolYear
      case .kind where isPlan || !words.isDisjoint(with: ["iep", "meeting"]): return .kind
      case .annualReviewDate: return .annualReviewDate
      case .lastEvaluationDate: return .lastEvaluationDate
      case .reevaluationDueDate: return .reevaluationDueDate
      case .startDate where words.contains("iep") || words.contains("plan"): return .startDate
      case .endDate where words.contains("iep") || words.contains("plan"): return .endDate
      default: continue
      }
    }
    return loose(words, isPlan: isPlan)
  }

  /// Names that no form prints, by the words in them.
  private static func loose(_ words: Set<String>, isPlan: Bool) -> ExportPlans.Fact? {
    func within(_ allowed: Set<String>) -> Bool {
      words.isSubset(
        of: allowed.union(people).union(["name", "current", "date", "code", "type", "iep", "plan", "description"]))
    }
    if words.contains("esy") || words.isSuperset(of: ["extended", "year"]) {
      return words.isDisjoint(with: ["start", "end", "begin", "minutes", "date", "comment", "reason"])
        ? .extendedSchoolYear : nil
    }
    if !words.isDisjoint(with: ["reevaluation", "reeval", "triennial"]) { return .reevaluationDueDate }
    if words.contains("evaluation"), !words.isDisjoint(with: ["last", "recent", "previous"]) {
      return .lastEvaluationDate
    }
    if words.contains("review"), !words.isDisjoint(with: ["annual", "next", "due", "by"]),
      words.isDisjoint(with: ["type", "last", "goal"])
    {
      return .annualReviewDate
    }
    if !words.isDisjoint(with: ["meeting", "conference", "held", "met"]) {
      if !words.isDisjoint(with: ["type", "purpose", "reason", "kind"]) { return .kind }
      return within(["meeting", "conference", "held", "met", "on", "team", "annual", "program"]) ? .meetingDate : nil
    }
    if !words.isDisjoint(with: ["type", "kind", "purpose"]), !words.isDisjoint(with: ["iep", "plan", "program"]),
      within(["program", "purpose", "kind", "document", "review"]), isPlan || words.contains("iep")
    {
      return .kind
    }
    if words.contains("grade"), within(["grade", "level", "enrolled", "placement", "school", "year"]) { return .grade }
    if !words.isDisjoint(with: ["school", "campus", "building"]),
      within([
        "school", "campus", "building", "attending", "attendance", "home", "serving", "enrolled", "site", "enrollment",
      ])
    {
      return words.contains("type") || words.contains("date") || words.contains("code") ? nil : .school
    }
    if !words.isDisjoint(with: ["district", "lea"]),
      within(["district", "lea", "school", "resident", "residence", "serving", "home", "responsible", "attending"])
    {
      return words.contains("code") ? nil : .district
    }
    if !words.isDisjoint(with: ["disability", "exceptionality", "eligibility"]),
      words.isDisjoint(with: ["secondary", "date"]),
      within(["disability", "exceptionality", "eligibility", "primary", "category", "area", "classification", "idea"])
    {
      return .disability
    }
    return nil
  }

  /// How telling a field is as the student's number: the local one before the state's, either before a row's key.
  static func rank(ofStudentId name: String) -> Int {
    let words = Set(LabelTokens.of(name))
    if !words.isDisjoint(with: ["key", "ref", "refid", "pk", "guid", "uuid", "oid", "uid"]) { return 0 }
    if words == ["id"] { return 1 }
    if words.contains("local") { return 4 }
    return words.contains("state") || words.contains("ssid") ? 2 : 3
  }

  private static let starts: Set<String> = [
    "start", "begin", "effective", "eff", "init", "from", "starting", "implementation", "initiation", "implemented",
  ]
  private static let ends: Set<String> = [
    "end", "expire", "expiration", "exp", "to", "thru", "through", "until", "ending", "duration", "term",
  ]
  private static let people: Set<String> = ["student", "pupil", "child", "learner", "person", "stu", "demographic"]
}
