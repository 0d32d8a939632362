import IEPModel

/// To whom the lines and goals of an export belong: the student around them, or the one whose key they carry; and of
/// several plans of a student the one in force.
struct ExportPlans {
  let labels: LabelVocabulary
  let values: ValueReaders
  let tree: XMLTree
  let fields: XMLFields
  var given: ExportMapping?
  private let memo = Memo()

  init(labels: LabelVocabulary, values: ValueReaders, tree: XMLTree, fields: XMLFields, given: ExportMapping? = nil) {
    (self.labels, self.values, self.tree, self.fields, self.given) = (labels, values, tree, fields, given)
  }

  /// What was told of a node and of a name is asked for again and again.
  private final class Memo {
    var facts: [Int: [Fact: XMLField]] = [:]
    var names: [String: Fact?] = [:]
  }

  struct Owner: Sendable {
    /// The node that holds the plan, and the node that holds the student.
    var plan: Int
    var student: Int
    var services: [ExportGroups.Service]
    var goals: [ExportGroups.FoundGoal]
    /// Nodes whose fields tell of the student and the plan, innermost first.
    var sources: [Int]
  }

  /// A fact of the student or the plan, as exports name it.
  enum Fact: String, Sendable, Hashable, CaseIterable {
    case name, first, middle, last, studentId, dateOfBirth, grade, school, district, disability
    case meetingDate, startDate, endDate, annualReviewDate, reevaluationDueDate, lastEvaluationDate, kind,
      extendedSchoolYear, effectiveDates, generalEducationPercent, outsidePercent
    case status
  }

  func group(services: [ExportGroups.Service], goals: [ExportGroups.FoundGoal]) -> [Owner] {
    let lines = Set(services.map(\.node) + goals.map(\.node))
    var inner: [Int] = []
    var index = 0
    while index < tree.nodes.count {
      if lines.contains(index) {
        index = tree.nodes[index].end
        continue
      }
      if !tree.isLeaf(index) || tree.nodes[index].attributes.count >= 2 { inner.append(index) }
      index += 1
    }
    let known = students(inner)
    let people = People(students: known, holders: inner)
    let keys = ExportKeys(tree: tree, students: known, plans: inner.filter { isPlan($0) })
    var order: [String] = []
    var owners: [String: [Int: Owner]] = [:]
    func put(_ node: Int, _ change: (inout Owner) -> Void) {
      guard let home = home(of: node, lines: lines, people: people, keys: keys) else { return }
      if owners[home.key] == nil { order.append(home.key) }
      var owner =
        owners[home.key]?[home.plan]
        ?? Owner(plan: home.plan, student: home.student, services: [], goals: [], sources: home.sources)
      change(&owner)
      owners[home.key, default: [:]][home.plan] = owner
    }
    for service in services { put(service.node) { $0.services.append(service) } }
    for goal in goals { put(goal.node) { $0.goals.append(goal) } }
    return order.compactMap { key in inForce(Array((owners[key] ?? [:]).values).sorted { $0.plan < $1.plan }) }
      .sorted { first($0) < first($1) }
  }

  private func first(_ owner: Owner) -> Int {
    (owner.services.map(\.node) + owner.goals.map(\.node)).min() ?? owner.plan
  }

  /// Of a student's plans the final one; of several the latest. A plan that is none of its own node is joined.
  private func inForce(_ plans: [Owner]) -> Owner? {
    guard plans.count > 1 else {
      return plans.first.flatMap { isDraft($0.plan) && $0.plan != $0.student ? nil : $0 }
    }
    // Versions of a plan stand beside each other under one name and say when they met or what has become of them;
    // other nodes with dates of their own are groups of lines.
    let isVersioned = plans.allSatisfy { owner in
      let facts = facts(of: owner.plan)
      return tree.nodes[owner.plan].kind == tree.nodes[plans[0].plan].kind
        && (facts[.status] != nil || facts[.meetingDate] != nil || facts[.kind] != nil)
    }
    if !isVersioned {
      var whole = plans[0]
      for other in plans.dropFirst() {
        whole.services += other.services
        whole.goals += other.goals
        whole.sources += other.sources.filter { !whole.sources.contains($0) }
      }
      return whole
    }
    let final = plans.filter { !isDraft($0.plan) }
    return final.max { a, b in
      switch (startDate(a), startDate(b)) {
      case (let first?, let second?) where first != second: first < second
      case (nil, _?): true
      case (_?, nil): false
      default: a.plan < b.plan
      }
    }
  }

  private func isPlan(_ node: Int) -> Bool {
    let facts = facts(of: node)
    return facts.keys.contains { [.startDate, .endDate, .meetingDate, .status, .kind].contains($0) }
  }

  private func isDraft(_ node: Int) -> Bool {
    guard let status = facts(of: node)[.status]?.text.lowercased() else { return false }
    return [
      "draft", "inactive", "superseded", "proposed", "in progress", "void", "archived", "closed", "deleted", "replaced",
    ]
    .contains { status.contains($0) }
  }

  private func startDate(_ owner: Owner) -> CalendarDate? {
    let facts = facts(of: owner.plan)
    return (facts[.startDate] ?? facts[.meetingDate]).flatMap { values.dates.date($0.text, near: nil) }
  }

  private static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }

  private struct Home {
    var key: String
    var plan: Int
    var student: Int
    var sources: [Int]
  }

  /// Goes outwards until something tells who the student is.
  private func home(of node: Int, lines: Set<Int>, people: People, keys: ExportKeys) -> Home? {
    let lineage = tree.lineage(node)
    var sources: [Int] = []
    var plan: Int?
    for around in lineage {
      sources.append(around)
      if plan == nil, around != node, isPlan(around) { plan = around }
      let here = facts(of: around)
      let isBare = here[.name] == nil && here[.first] == nil && here[.last] == nil
      // A row that carries a student's number alone is joined to the student.
      if isBare, let id = here[.studentId], let student = keys.student(id.text), student != around,
        let key = key(facts(of: student))
      {
        let joined = plan ?? keys.plan(of: student, besides: node)
        return Home(
          key: key, plan: joined ?? student, student: student,
          sources: sources.filter { $0 != node } + holders(of: joined, and: student, people))
      }
      if let key = key(here) {
        // A row that names its student is a line of the student's plan, not a plan of its own.
        let whole = around == node ? tree.nodes[node].parent ?? node : around
        return Home(
          key: key, plan: plan ?? whole, student: around, sources: sources + people.holders(in: around, tree: tree))
      }
      if around == node || tree.nodes[around].parent == nil && keys.owner(of: node) != nil { continue }
      let all = people.students(in: around, tree: tree)
      if all.isEmpty { continue }
      // People with a number or a birth date before people with a name.
      let told = all.filter { node in
        let facts = facts(of: node)
        return facts[.studentId] != nil || facts[.dateOfBirth] != nil
      }
      let inside = told.isEmpty ? all : told
      // What holds many students tells of none.
      guard Set(inside.map { tree.nodes[$0].kind }).count == inside.count || areParts(inside) else { break }
      let student = inside.first { facts(of: $0)[.studentId] != nil } ?? inside[0]
      guard let key = key(facts(of: student)) else { continue }
      return Home(
        key: key, plan: plan ?? around, student: student,
        sources: sources + inside + people.holders(in: around, tree: tree))
    }
    if let joined = keys.owner(of: node), let key = key(facts(of: joined.student)) {
      return Home(
        key: key, plan: joined.plan ?? joined.student, student: joined.student,
        sources: holders(of: joined.plan, and: joined.student, people))
    }
    guard let root = lineage.last else { return nil }
    return Home(
      key: "only", plan: plan ?? root, student: root, sources: sources + people.holders(in: root, tree: tree).prefix(60)
    )
  }

  /// Whether nodes tell different things of one student: a cell with the name, one with the birth date.
  private func areParts(_ nodes: [Int]) -> Bool {
    guard nodes.count <= 8 else { return false }
    var seen: Set<Fact> = []
    for node in nodes {
      let told = Set(facts(of: node).keys)
      guard seen.isDisjoint(with: told) else { return false }
      seen.formUnion(told)
    }
    return true
  }

  /// A joined plan and a joined student with what stands in them.
  private func holders(of plan: Int?, and student: Int, _ people: People) -> [Int] {
    ([plan, student].compactMap { $0 }) + (plan.map { people.holders(in: $0, tree: tree).prefix(20) } ?? [])
      + people.holders(in: student, tree: tree).prefix(20)
  }

  /// Nodes outside of lines that may tell of students, in the order of the file.
  private struct People {
    var students: [Int]
    var holders: [Int]

    /// The outermost nodes inside another that name a student.
    func students(in node: Int, tree: XMLTree) -> [Int] {
      var result: [Int] = []
      var next = node + 1
      for student in Self.inside(students, node, tree) where student >= next {
        result.append(student)
        next = tree.nodes[student].end
        if result.count > 12 { break }
      }
      return result
    }

    func holders(in node: Int, tree: XMLTree) -> [Int] { Array(Self.inside(holders, node, tree).prefix(60)) }

    private static func inside(_ sorted: [Int], _ node: Int, _ tree: XMLTree) -> ArraySlice<Int> {
      let from = first(sorted) { $0 > node }
      return sorted[from..<max(from, first(sorted) { $0 >= tree.nodes[node].end })]
    }

    private static func first(_ sorted: [Int], where isBehind: (Int) -> Bool) -> Int {
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if isBehind(sorted[middle]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
  }

  /// Nodes that tell who a student is. One that has no more than a number which another calls its own points there.
  private func students(_ nodes: [Int]) -> [Int] {
    let all = nodes.filter { key(facts(of: $0)) != nil }
    let told = all.filter { node in
      let facts = facts(of: node)
      return facts[.name] != nil || facts[.first] != nil || facts[.last] != nil || facts[.dateOfBirth] != nil
    }
    let known = Set(told)
    let numbers = Set(told.flatMap { ExportKeys.own($0, in: tree) })
    return all.filter { known.contains($0) || !numbers.contains(facts(of: $0)[.studentId]?.text ?? "") }
  }

  private func key(_ facts: [Fact: XMLField]) -> String? {
    if let id = facts[.studentId] { return "id " + id.text }
    let name = facts[.name]?.text ?? [facts[.first]?.text, facts[.last]?.text].compactMap { $0 }.joined(separator: " ")
    guard !name.isEmpty,
      facts[.dateOfBirth] != nil || facts[.grade] != nil || facts[.last] != nil || facts[.name] != nil
    else { return nil }
    return "name " + name + "|" + (facts[.dateOfBirth]?.text ?? "")
  }

  // MARK: Facts

  /// What a node's fields tell of the student and the plan; the first of a kind counts.
  func facts(of node: Int) -> [Fact: XMLField] {
    if let known = memo.facts[node] { return known }
    let result = read(node)
    memo.facts[node] = result
    return result
  }

  private func fact(_ name: String, in owner: String) -> Fact? {
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
