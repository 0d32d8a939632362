import IEPModel

/// Where a line or goal belongs: to the student around it, or the one whose key it carries.
extension ExportPlans {
  struct Home {
    var key: String
    var plan: Int
    var student: Int
    var sources: [Int]
  }

  /// Goes outwards until something tells who the student is.
  func home(of node: Int, lines: Set<Int>, people: People, keys: ExportKeys) -> Home? {
    // What holds several files tells of none of their students.
    let lineage = tree.lineage(node).filter { !tree.holdsFiles($0) }
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
  func holders(of plan: Int?, and student: Int, _ people: People) -> [Int] {
    ([plan, student].compactMap { $0 }) + (plan.map { people.holders(in: $0, tree: tree).prefix(20) } ?? [])
      + people.holders(in: student, tree: tree).prefix(20)
  }

  /// Nodes outside of lines that may tell of students, in the order of the file.
  struct People {
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
  func students(_ nodes: [Int]) -> [Int] {
    let all = nodes.filter { key(facts(of: $0)) != nil }
    let told = all.filter { node in
      let facts = facts(of: node)
      return facts[.name] != nil || facts[.first] != nil || facts[.last] != nil || facts[.dateOfBirth] != nil
    }
    let known = Set(told)
    let numbers = Set(told.flatMap { ExportKeys.own($0, in: tree) })
    return all.filter { known.contains($0) || !numbers.contains(facts(of: $0)[.studentId]?.text ?? "") }
  }

  func key(_ facts: [Fact: XMLField]) -> String? {
    if let id = facts[.studentId] { return "id " + id.text }
    let name = facts[.name]?.text ?? [facts[.first]?.text, facts[.last]?.text].compactMap { $0 }.joined(separator: " ")
    guard !name.isEmpty,
      facts[.dateOfBirth] != nil || facts[.grade] != nil || facts[.last] != nil || facts[.name] != nil
    else { return nil }
    return "name " + name + "|" + (facts[.dateOfBirth]?.text ?? "")
  }
}
