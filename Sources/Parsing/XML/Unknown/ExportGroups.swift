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

  private func isForeign(_ kind: String) -> Bool {
    kind.split(separator: "/").dropFirst().contains { step in
      NameWords.split(String(step)).lowercased().split(separator: " ").contains { Self.foreign.contains(String($0)) }
    }
  }

  private func kinds() -> [(kind: String, nodes: [Int])] {
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
    if found.allSatisfy({ $0.context.category == .specialEducation }) {
      for index in found.indices { found[index].context.category = nil }
    }
    return found.sorted { $0.node < $1.node }
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

  /// - Parameter meanings: what the fields are, where that was said.
  private func services(_ nodes: [Int], meanings: [String: String] = [:]) -> [Service]? {
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
    let goals = rows.filter { row in row.contains { GoalSentences.isGoal($0.text) } }.count
    guard goals * 2 < rows.count else { return nil }
    var names: [String] = []
    for row in rows { for field in row where !names.contains(field.name) { names.append(field.name) } }
    guard (2...60).contains(names.count) else { return nil }
    // What a header asks for, the student's name or birth date, is no column of a service.
    names = names.filter { name in
      if isPlanDate(name) { return false }
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
      return Service(node: node, parts: parts, asked: asked, context: context(of: node), meanings: found)
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

  static func pointsAtGoals(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return ["goal", "aim", "outcome", "target", "support", "address", "objective", "linked"].contains {
      lowered.contains($0)
    }
  }

  /// A row's own fields and those of nodes inside it that occur once: `<Amount><Minutes/></Amount>`.
  func rowFields(_ node: Int) -> [XMLField] {
    let own = NameWords.split(tree.nodes[node].name).lowercased()
    let isService = ["service", "therapy", "prescription"].contains { own.contains($0) }
    let result = fields.fields(of: node).map { field in
      // The name of a service is its name, not a person's.
      isService && ["name", "title", "description"].contains(field.name.lowercased())
        ? XMLField(name: "service " + field.name, text: field.text, place: field.place) : field
    }
    return Self.withUnits(result + innerFields(node, depth: 0)).map { field in
      // "W" under a name that asks for a period is a week.
      field.text.utf8.count <= 8 && ServiceFieldNames.known(field.name) == "period"
        ? XMLField(name: field.name, text: XMLFields.period(field.text), place: field.place) : field
    }
  }

  private static let otherRecords = [
    "service", "iep", "plan", "goal", "objective", "student", "pupil", "learner", "benchmark", "history", "log",
  ]

  private func innerFields(_ node: Int, depth: Int) -> [XMLField] {
    guard depth < 4 else { return [] }
    var result: [XMLField] = []
    for child in tree.nodes[node].children where !tree.isLeaf(child) {
      let name = NameWords.split(tree.nodes[child].name)
      let siblings = tree.nodes[node].children.filter { tree.nodes[$0].name == tree.nodes[child].name }.count
      guard siblings == 1, !Self.otherRecords.contains(where: { name.lowercased().contains($0) }) else { continue }
      let inner = fields.fields(of: child)
      guard inner.count <= 10, name.lowercased() != "services" else { continue }
      result += inner.map { field in
        let whole = name + " " + field.name
        // "repeat frequency" is a frequency, "provider name" is not a name.
        let isKnown = isLabel(whole) || !isLabel(field.name)
        return XMLField(name: isKnown ? whole : field.name, text: field.text, place: field.place)
      }
      result += innerFields(child, depth: depth + 1)
    }
    return result
  }

  private func isLabel(_ name: String) -> Bool {
    !labels.service.exact(name).isEmpty || ServiceFieldNames.known(name) != nil
  }

  /// "duration = 30" beside "duration unit = min" is "30 min"; "period = 1" beside "period unit = wk" is "wk".
  private static func withUnits(_ fields: [XMLField]) -> [XMLField] {
    var result = fields
    for field in fields where field.text.first?.isLetter == true && field.text.utf8.count <= 12 {
      let words = field.name.lowercased()
      guard words.hasSuffix(" unit") || words.hasSuffix(" units") || words.hasSuffix(" uom") else { continue }
      let base = String(words[..<(words.lastIndex(of: " ") ?? words.endIndex)])
      guard let index = result.firstIndex(where: { $0.name.lowercased() == base }),
        let number = Double(result[index].text)
      else { continue }
      let isPeriod = base.hasSuffix("period") || base.hasSuffix("interval")
      let unit = field.text.lowercased() == "d" ? "day" : field.text.lowercased() == "a" ? "year" : field.text
      result[index].text = isPeriod && number == 1 ? unit : "\(result[index].text) \(unit)"
      result.removeAll { $0.name == field.name }
    }
    return result
  }

  /// "IEP End": a date of the plan, not of the line.
  private func isPlanDate(_ name: String) -> Bool {
    let words = Set(LabelTokens.of(name))
    guard !words.isDisjoint(with: ["iep", "plan", "meeting", "review", "birth", "dob", "evaluation"]),
      words.isDisjoint(with: ["service", "svc"])
    else { return false }
    return ExportNames.fact(name, in: "", labels: labels.header) != nil
  }

  private func isHeader(_ name: String) -> Bool {
    let roles = labels.header.exact(name)
    return roles.contains { [.name, .studentId, .dateOfBirth, .grade, .school, .district, .disability].contains($0) }
  }

  /// What the nodes around a line say: "RelatedServices", `category="ESY"`.
  private func context(of node: Int) -> ServiceContext {
    var context = ServiceContext()
    for around in tree.lineage(node).dropFirst().reversed().suffix(3) where tree.nodes[around].parent != nil {
      let texts = [NameWords.split(tree.nodes[around].name)] + tree.nodes[around].attributes.map(\.value)
      for text in texts where text.utf8.count < 60 && values.vocabulary.category(ofHeading: text) != nil {
        context = context.under(text, vocabulary: values.vocabulary, isBand: true)
      }
    }
    return context
  }

  // MARK: Goals

  func goalNodes(besides services: Set<Int>) -> [FoundGoal] {
    if let records = given?.goals {
      let all = kinds() + leafKinds()
      return records.flatMap { record in
        all.filter { $0.kind == record.record }.flatMap { kind in
          kind.nodes.compactMap { goal($0, meanings: record.fields) }
        }
      }.sorted { $0.node < $1.node }
    }
    var found: [FoundGoal] = []
    var taken: Set<Int> = []
    for (kind, nodes) in kinds() + leafKinds() where !kind.lowercased().contains("objective") && !isForeign(kind) {
      let free = nodes.filter { !services.contains($0) && taken.isDisjoint(with: tree.lineage($0)) }
      var drafts = free.compactMap { node in draft(node).map { told(node, $0) } }
      if drafts.count < free.count, drafts.count * 2 >= free.count { drafts += fellows(of: drafts, among: free) }
      guard !drafts.isEmpty, drafts.count * 2 >= nodes.count || kind.lowercased().contains("goal") else { continue }
      found += drafts
      taken.formUnion(drafts.map(\.node))
    }
    return found.sorted { $0.node < $1.node }
  }

  /// A goal whose fields' meanings were said.
  private func goal(_ node: Int, meanings: [String: String]) -> FoundGoal? {
    if meanings.isEmpty { return draft(node).map { told(node, $0) } }
    var all = fields.fields(of: node)
    if tree.isLeaf(node), !tree.nodes[node].text.isEmpty {
      all.append(XMLField(name: "Goal", text: tree.nodes[node].text, place: tree.place(node)))
    }
    guard let text = all.first(where: { meanings[$0.name] == GoalRole.text.rawValue }) else { return nil }
    return FoundGoal(node: node, draft: filled(text, from: all, node: node, meanings: meanings), meanings: meanings)
  }

  /// With what each field was taken for.
  private func told(_ node: Int, _ draft: GoalDraft) -> FoundGoal {
    var meanings: [String: String] = [:]
    let values: [(GoalRole, String?)] = [
      (.text, draft.text), (.number, draft.number), (.area, draft.area), (.baseline, draft.baseline),
      (.criterion, draft.criterion), (.method, draft.method), (.schedule, draft.schedule),
      (.responsible, draft.responsible), (.targetDate, draft.targetDate),
    ]
    var all = fields.fields(of: node)
    if tree.isLeaf(node) { all.append(XMLField(name: "Goal", text: tree.nodes[node].text, place: tree.place(node))) }
    for (role, value) in values {
      if let value, let field = all.first(where: { $0.text == value && meanings[$0.name] == nil }) {
        meanings[field.name] = role.rawValue
      }
    }
    return FoundGoal(node: node, draft: draft, meanings: meanings)
  }

  /// Goals that read like none, "Sam will improve speech.", under the name that their fellows' texts have.
  private func fellows(of drafts: [FoundGoal], among nodes: [Int]) -> [FoundGoal] {
    let known = Set(drafts.map(\.node))
    var names: [String: Int] = [:]
    for found in drafts {
      for field in fields.fields(of: found.node) where field.text == found.draft.text {
        names[field.name, default: 0] += 1
      }
    }
    guard let name = names.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return [] }
    return nodes.filter { !known.contains($0) }.compactMap { node in
      let all = fields.fields(of: node)
      guard let text = all.first(where: { $0.name == name }), text.text.split(separator: " ").count >= 3 else {
        return nil
      }
      return told(node, filled(text, from: all, node: node))
    }
  }

  private func leafKinds() -> [(kind: String, nodes: [Int])] {
    var groups: [String: [Int]] = [:]
    for (index, node) in tree.nodes.enumerated()
    where tree.isLeaf(index) && node.attributes.count < 2
      && (node.name.lowercased().contains("goal")
        || GoalSentences.isGoal(node.text) && !Self.isProse(node.kind.lowercased()))
    {
      groups[node.kind, default: []].append(index)
    }
    return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func draft(_ node: Int) -> GoalDraft? {
    var all = fields.fields(of: node)
    if tree.isLeaf(node), !tree.nodes[node].text.isEmpty {
      all.append(XMLField(name: "Goal", text: tree.nodes[node].text, place: tree.place(node)))
    }
    if tree.isLeaf(node), let own = all.last, own.text == tree.nodes[node].text,
      own.text.split(separator: " ").count >= 4,
      (NameWords.split(tree.nodes[node].name).lowercased().contains("goal") || GoalSentences.isGoal(own.text))
    {
      return filled(own, from: all, node: node)
    }
    // The goal's text: a field so named, else the longest that reads like one.
    let named = all.filter { field in
      labels.goal.matches(field.name).contains { $0.role == .text && $0.score >= 0.5 }
        && field.text.split(separator: " ").count >= 4
    }
    let like = all.filter { GoalSentences.isGoal($0.text) && !GoalSentences.namesObjectives($0.name) }
    let isNamed = NameWords.split(tree.nodes[node].name).lowercased().contains("goal")
    guard
      let text = like.first(where: { field in named.contains { $0.name == field.name } })
        ?? (isNamed ? named.first : nil)
        ?? like.max(by: { $0.text.utf8.count < $1.text.utf8.count })
        ?? (isNamed
          ? all.filter { $0.text.split(separator: " ").count >= 6 }.max { $0.text.utf8.count < $1.text.utf8.count }
          : nil)
    else { return nil }
    let kind = tree.nodes[node].kind.lowercased()
    guard isNamed || !named.isEmpty || kind.contains("goal") || (!like.isEmpty && !Self.isProse(kind)) else {
      return nil
    }
    return filled(text, from: all, node: node)
  }

  private func filled(
    _ text: XMLField, from all: [XMLField], node: Int, meanings: [String: String] = [:]
  ) -> GoalDraft {
    var draft = GoalDraft()
    draft.text = text.text
    draft.textPlaces = [text.place]
    for field in all where field.name != text.name {
      let role =
        !meanings.isEmpty
        ? meanings[field.name].flatMap { GoalRole(rawValue: $0) }
        : labels.goal.exact(field.name).first ?? Self.role(field.name)
          ?? labels.goal.matches(field.name).first { $0.score >= 0.5 }?.role
      switch role {
      case .number: draft.number = draft.number ?? field.text
      case .area: draft.area = draft.area ?? field.text
      case .baseline: draft.baseline = draft.baseline ?? field.text
      case .criterion: draft.criterion = draft.criterion ?? field.text
      case .method: draft.method = draft.method ?? field.text
      case .schedule: draft.schedule = draft.schedule ?? field.text
      case .responsible: draft.responsible = draft.responsible ?? field.text
      case .targetDate: draft.targetDate = draft.targetDate ?? field.text
      default: break
      }
    }
    draft.objectives = objectives(of: node)
    return draft
  }

  /// Paths of running text and of what is no annual goal of this plan.
  private static func isProse(_ kind: String) -> Bool {
    [
      "present", "level", "narrative", "lre", "notice", "comment", "postsecondary", "transition", "summary", "vision",
      "concern",
      "objective", "benchmark", "strength", "impact", "baseline", "service", "accommodation",
    ].contains { kind.contains($0) }
  }

  private static func role(_ name: String) -> GoalRole? {
    switch name.lowercased() {
    case "goal identifier", "identifier", "id", "no", "seq", "sequence", "number", "num", "index", "order", "nr", "n":
      .number
    case "subject", "domain", "area", "skill", "goal type", "type", "category", "goal subject", "need": .area
    case "target", "due", "by": .targetDate
    case "plep", "present level": .baseline
    default: nil
    }
  }

  private func objectives(of node: Int) -> [Objective] {
    tree.descendants(node).compactMap { inner -> Objective? in
      let name = NameWords.split(tree.nodes[inner].name).lowercased()
      guard name.hasSuffix("objective") || name.hasSuffix("benchmark") || name == "sto" || name == "step" else {
        return nil
      }
      let own = tree.nodes[inner].text
      let text = own.isEmpty ? fields.fields(of: inner).map(\.text).max { $0.utf8.count < $1.utf8.count } ?? "" : own
      guard text.split(separator: " ").count >= 3 else { return nil }
      var objective = Objective(text: text)
      objective.number =
        tree.nodes[inner].attributes.first {
          ["no", "id", "seq", "number", "letter"].contains($0.name.lowercased())
        }?.value
      objective.provenance = [tree.place(inner)]
      return objective
    }
  }
}
