import IEPModel

/// To whom the lines and goals of an export belong: the student around them, or the one whose key they carry; and of
/// several plans of a student the one in force.
struct ExportPlans {
  let labels: LabelVocabulary
  let values: ValueReaders
  let tree: XMLTree
  let fields: XMLFields
  var given: ExportMapping?
  let memo = Memo()

  init(labels: LabelVocabulary, values: ValueReaders, tree: XMLTree, fields: XMLFields, given: ExportMapping? = nil) {
    (self.labels, self.values, self.tree, self.fields, self.given) = (labels, values, tree, fields, given)
  }

  /// What was told of a node and of a name is asked for again and again.
  final class Memo {
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
    case name, first, middle, last, studentId, dateOfBirth, grade, school, district, disability, secondaryDisability
    case meetingDate, startDate, endDate, annualReviewDate, reevaluationDueDate, lastEvaluationDate, kind,
      extendedSchoolYear, effectiveDates
    case environment, generalEducationPercent, outsidePercent, generalEducationMinutes, outsideMinutes
    case statedSpecialEducationMinutes, statedRelatedServiceMinutes, statedSchoolMinutes
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

  func first(_ owner: Owner) -> Int {
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

  func isPlan(_ node: Int) -> Bool {
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

  func startDate(_ owner: Owner) -> CalendarDate? {
    let facts = facts(of: owner.plan)
    return (facts[.startDate] ?? facts[.meetingDate]).flatMap { values.dates.date($0.text, near: nil) }
  }

  static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }
}
