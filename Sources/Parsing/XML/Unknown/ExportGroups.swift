import IEPModel

/// Which nodes of an export are lines of services and which are goals. Nodes of one kind (the same path of names) are
/// judged together, as the rows of a table are.
struct ExportGroups {
  let labels: LabelVocabulary
  let values: ValueReaders
  let tree: XMLTree
  let fields: XMLFields
  var given: ExportMapping?

  struct Service: Sendable {
    var node: Int
    var parts: [ServiceCandidate.Part]
    var asked: Set<ServiceRole>
    var context: ServiceContext
    /// What each of the line's fields was taken for.
    var meanings: [String: String] = [:]
  }
  struct FoundGoal: Sendable {
    var node: Int
    var draft: GoalDraft
    var meanings: [String: String] = [:]
  }

  /// Words in a path that say that its nodes are no lines of this plan's services.
  private static let foreign: Set<String> = [
    "accommodation", "accommodations", "progress", "delivered", "log", "history", "previous", "prior", "attendance",
    "assessment", "assessments", "test", "tests", "participant", "participants", "notice",
  ]

  func isForeign(_ kind: String) -> Bool {
    kind.split(separator: "/").dropFirst().contains { step in
      NameWords.split(String(step)).lowercased().split(separator: " ").contains { Self.foreign.contains(String($0)) }
    }
  }

  func kinds() -> [(kind: String, nodes: [Int])] {
    var order: [String] = []
    var groups: [String: [Int]] = [:]
    for (index, node) in tree.nodes.enumerated() where !tree.isLeaf(index) || node.attributes.count >= 2 {
      if groups[node.kind] == nil { order.append(node.kind) }
      groups[node.kind, default: []].append(index)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }

  // MARK: Services

  func serviceNodes() -> [Service] {
    if let records = given?.services {
      let all = kinds()
      return records.flatMap { record in
        all.filter { $0.kind == record.record }.flatMap { services($0.nodes, meanings: record.fields) ?? [] }
      }.sorted { $0.node < $1.node }
    }
    let offers = kinds().filter { !isForeign($0.kind) }.compactMap { services($0.nodes) }
    // Lines with amounts before lines without; inner nodes before those around them.
    let dosed = offers.filter { $0.contains { $0.asked.contains(where: \.isDose) } }
    var found: [Service] = []
    var taken: Set<Int> = []
    var around: Set<Int> = []
    for services in innermost(dosed.isEmpty ? offers : dosed).sorted(by: { certainty($0) > certainty($1) }) {
      let isNested = services.contains { around.contains($0.node) || !taken.isDisjoint(with: tree.lineage($0.node)) }
      guard !isNested else { continue }
      found += services
      taken.formUnion(services.map(\.node))
      around.formUnion(services.flatMap { tree.lineage($0.node) })
    }
    if found.isEmpty { found = phrases() }
    // A container of all services, whatever they are, says nothing of any of them.
    // One of related services that holds instruction too, which is special education (34 CFR 300.39), is such a one.
    let categories = Set(found.map(\.context.category))
    if categories == [.specialEducation] || categories == [.relatedService] && found.contains(where: isInstruction) {
      for index in found.indices { found[index].context.category = nil }
    }
    return found.sorted { $0.node < $1.node }
  }

  private func isInstruction(_ service: Service) -> Bool {
    service.parts.contains {
      $0.role == .service
        && ServiceCategory(of: values.vocabulary.serviceCode(of: $0.text)) == .specialEducation
        && values.vocabulary.serviceCode(of: $0.text) != nil
    }
  }

  /// Without the kinds of nodes that hold nodes of another: a plan with one service reads like a line itself.
  private func innermost(_ offers: [[Service]]) -> [[Service]] {
    let around = offers.map { offer in Set(offer.flatMap { tree.lineage($0.node).dropFirst() }) }
    return offers.enumerated().filter { position, outer in
      !around.indices.contains { other in other != position && outer.contains { around[other].contains($0.node) } }
    }.map(\.element)
  }

  /// Lines that are one text each: "Occupational therapy, 30 minutes, 2 times a week, therapy room, OT".
  private func phrases() -> [Service] {
    var groups: [String: [Int]] = [:]
    for (index, node) in tree.nodes.enumerated() where tree.isLeaf(index) && node.text.utf8.count >= 12 {
      groups[node.kind, default: []].append(index)
    }
    var result: [Service] = []
    for (kind, nodes) in groups.sorted(by: { $0.key < $1.key }) where !isForeign(kind) {
      let name = NameWords.split(tree.nodes[nodes[0]].name).lowercased()
      guard
        ["service", "therapy", "svc", "prescription"].contains(where: {
          kind.lowercased().contains($0) || name.contains($0)
        })
      else { continue }
      let services = nodes.compactMap { node -> Service? in
        let parts = ServicePhrase(values: values).parts(of: tree.nodes[node].text, place: tree.place(node))
        return parts.map { Service(node: node, parts: $0, asked: Set($0.map(\.role)), context: context(of: node)) }
      }
      if services.count * 2 >= nodes.count { result += services }
    }
    return result
  }

  /// How surely nodes of one kind are lines: the parts that were read, a line, and a name that says so.
  private func certainty(_ services: [Service]) -> Double {
    let parts =
      services.map { Double($0.parts.filter { $0.certainty >= 0.5 }.count) }.reduce(0, +) / Double(services.count)
    let name = services.first.map { NameWords.split(tree.nodes[$0.node].name).lowercased() } ?? ""
    let isNamed = ["service", "svc", "line", "prescription", "therapy"].contains { name.contains($0) }
    let people = services.filter { service in
      tree.nodes[service.node].children.contains { child in
        !tree.isLeaf(child) && fields.fields(of: child).contains { isHeader($0.name) }
      }
    }
    let repeats = min(3, services.count - 1)
    return parts + (isNamed ? 2 : 0) + Double(repeats) - (people.isEmpty ? 0 : 4)
  }

  /// What a line's amount says of its place and its giver, where no field does.
  private func partsBesideAmounts(_ parts: [ServiceCandidate.Part]) -> [ServiceCandidate.Part] {
    parts.filter(\.role.isDose).flatMap {
      ServicePhrase(values: values).partsBeside(amount: $0.text, place: $0.place)
    }.filter { found in !parts.contains { $0.role == found.role } }
  }

  /// - Parameter meanings: what the fields are, where that was said.
  func services(_ nodes: [Int], meanings: [String: String] = [:]) -> [Service]? {
    let rows = nodes.map { rowFields($0) }
    if !meanings.isEmpty {
      return zip(nodes, rows).compactMap { node, row in
        let parts = row.compactMap { field in
          meanings[field.name].flatMap { ServiceRole(rawValue: $0) }.map {
            ServiceCandidate.Part(
              role: $0, label: ServiceFieldNames.known(field.name) ?? field.name, text: field.text, place: field.place,
              certainty: 1)
          }
        }
        guard parts.contains(where: { $0.role == .service }) else { return nil }
        let asked = Set(meanings.values.compactMap { ServiceRole(rawValue: $0) })
        return Service(node: node, parts: parts, asked: asked, context: context(of: node), meanings: meanings)
      }
    }
    // Rows that say what a student will do are goals.
    let goals = rows.filter { row in row.contains { Self.isGoal($0.text) } }.count
    guard goals * 2 < rows.count else { return nil }
    var names: [String] = []
    for row in rows { for field in row where !names.contains(field.name) { names.append(field.name) } }
    guard (2...60).contains(names.count) else { return nil }
    // What a header asks for, the student's name or birth date, is no column of a service.
    names = names.filter { name in
      if isPlanDate(name) || isSeason(rows.compactMap { row in row.first { $0.name == name }?.text }) { return false }
      guard isHeader(name), labels.service.fit(name) < 0.9 else { return true }
      let texts = rows.compactMap { row in row.first { $0.name == name }?.text }
      return texts.filter { values.vocabulary.serviceCode(of: $0) != nil }.count * 2 >= texts.count
    }
    let readings = names.map { name in
      rows.prefix(60).compactMap { row in row.first { $0.name == name }.map { values.read($0.text) } }
    }
    let headers = names.map { labels.service.exact($0).isEmpty ? ServiceFieldNames.known($0) ?? $0 : $0 }
    let columns = ColumnTyping(labels: labels.service).columns(headers: headers, values: readings)
    let asked = Set(columns.compactMap(\.role))
    let found = Dictionary(
      zip(names, columns).compactMap { name, column in column.role.map { (name, $0.rawValue) } },
      uniquingKeysWith: { first, _ in first })
    guard asked.contains(.service),
      asked.contains(where: \.isDose) || asked.contains(.start) || asked.contains(.location)
    else { return nil }
    let services = zip(nodes, rows).map { node, row -> Service in
      let parts = zip(zip(names, headers), columns).compactMap { names, column -> ServiceCandidate.Part? in
        guard let role = column.role, role != .goals || Self.pointsAtGoals(names.0),
          let field = row.first(where: { $0.name == names.0 })
        else { return nil }
        return ServiceCandidate.Part(
          role: role, label: names.1, text: field.text, place: field.place, certainty: column.certainty)
      }
      return Service(
        node: node, parts: parts + partsBesideAmounts(parts), asked: asked, context: context(of: node), meanings: found)
    }
    let filled = services.filter { !$0.parts.isEmpty }
    let known = filled.filter { service in
      service.parts.contains {
        $0.role == .service && $0.text.split(separator: " ").count <= 10
          && values.vocabulary.serviceCode(of: $0.text) != nil
      }
    }
    let dosed = filled.filter { $0.parts.contains { $0.role.isDose || $0.role == .start || $0.role == .dates } }
    guard known.count * 2 >= filled.count, dosed.count * 2 >= filled.count, !known.isEmpty else { return nil }
    return filled.filter { $0.parts.contains { $0.role == .service } }
  }
}
