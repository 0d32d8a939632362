import IEPModel

/// Joins by key: flat lists of students, plans, services and goals that name each other by identifiers.
struct ExportKeys: Sendable {
  let tree: XMLTree
  /// A student's node by each identifier that stands on it, and a plan's.
  private let students: [String: Int]
  private let plans: [String: Int]
  private let planNodes: [Int]

  /// - Parameters:
  ///   - students: nodes that tell who a student is.
  ///   - plans: nodes that tell of a plan's dates and are no lines.
  init(tree: XMLTree, students: [Int], plans: [Int]) {
    self.tree = tree
    var byStudent: [String: Int] = [:]
    for node in students {
      var keys = Self.own(node, in: tree)
      // `<Patient><id/><name><family/></name></Patient>`: the name's holder has the key.
      if keys.isEmpty, let parent = tree.nodes[node].parent { keys = Self.own(parent, in: tree) }
      for key in keys where byStudent[key] == nil { byStudent[key] = node }
    }
    var byPlan: [String: Int] = [:]
    for node in plans where !students.contains(node) {
      for key in Self.own(node, in: tree) where byPlan[key] == nil && byStudent[key] == nil { byPlan[key] = node }
    }
    self.students = byStudent
    self.plans = byPlan
    planNodes = plans
  }

  /// The student, and the plan where one lies between, that a node's identifiers point at.
  func owner(of node: Int) -> (student: Int, plan: Int?)? {
    for around in tree.lineage(node) {
      let keys = Self.keys(around, in: tree)
      for key in keys {
        if let plan = plans[key], plan != around {
          if let student = Self.keys(plan, in: tree).compactMap({ students[$0] }).first(where: { $0 != plan }) {
            return (student, plan)
          }
          return nil
        }
      }
      if let student = keys.compactMap({ students[$0] }).first(where: { $0 != around }) {
        return (student, plan(of: student, besides: node))
      }
    }
    return nil
  }

  /// The node of the student with an identifier.
  func student(_ key: String) -> Int? { students[key] }

  /// The plan that points at a student where its lines point at the student alone.
  func plan(of student: Int, besides node: Int) -> Int? {
    let own = Set(Self.own(student, in: tree))
    return planNodes.last { $0 != student && !own.isDisjoint(with: Self.keys($0, in: tree)) && $0 != node }
  }

  private static let endings: Set<String> = [
    "id", "ref", "key", "refid", "idref", "number", "no", "guid", "uid", "code", "student", "pupil", "plan", "iep",
    "reference", "learner", "child", "pk", "fk", "url", "oid", "identifier", "document", "doc", "case", "subject",
  ]

  /// Identifier-like values of a node: its own and those that point elsewhere.
  private static func keys(_ node: Int, in tree: XMLTree) -> [String] { named(node, in: tree).map(\.value) }

  /// The values that name the node itself: identifiers that stand first, or under its own name.
  static func own(_ node: Int, in tree: XMLTree) -> [String] {
    let name = NameWords.split(tree.nodes[node].name).lowercased()
    let all = named(node, in: tree)
    let itself = all.filter { entry in
      let words = Set(entry.name.split(separator: " ").map { $0.lowercased() })
      return words.isSubset(of: endings) || name.split(separator: " ").contains { words.contains(String($0)) }
    }
    return (itself.isEmpty ? Array(all.prefix(1)) : itself).map(\.value)
  }

  private static func named(_ node: Int, in tree: XMLTree) -> [(name: String, value: String)] {
    let n = tree.nodes[node]
    func leaf(_ child: Int) -> [(String, String)] {
      [(NameWords.split(tree.nodes[child].name), tree.nodes[child].text)]
        + tree.nodes[child].attributes.map { (NameWords.split(tree.nodes[child].name + " " + $0.name), $0.value) }
    }
    let pairs =
      n.attributes.map { (NameWords.split($0.name), $0.value.trimmingBlanks) }
      + n.children.flatMap { child -> [(String, String)] in
        if tree.isLeaf(child) { return leaf(child) }
        // `<subject><reference>Patient/1</reference></subject>`, one step in.
        let inner = tree.nodes[child].children
        guard inner.count <= 2, inner.allSatisfy({ tree.isLeaf($0) }) else { return [] }
        let name = NameWords.split(tree.nodes[child].name)
        return inner.flatMap(leaf).map { (name + " " + $0.0, $0.1) }
      }
    return pairs.map { ($0.0, bare($0.1)) }.filter { name, value in
      guard !value.isEmpty, value.utf8.count <= 64, !value.contains(" ") else { return false }
      return name.split(separator: " ").last.map { endings.contains($0.lowercased()) } ?? false
    }.map { (name: $0.0, value: $0.1) }
  }

  /// "urn:uuid:1f" and "Patient/7" are the keys "1f" and "7".
  private static func bare(_ value: String) -> String {
    if value.hasPrefix("urn:uuid:") { return String(value.dropFirst(9)) }
    guard let slash = value.lastIndex(of: "/"), !value.contains(" ") else { return value }
    let last = value[value.index(after: slash)...]
    // A date or a share is no address.
    return last.isEmpty || value.first?.isNumber == true ? value : String(last)
  }
}
