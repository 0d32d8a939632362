import IEPModel

/// Which nodes of an export are goals, by their names, their sentences, or their fellows in a list.
extension ExportGroups {
  /// The same texts are asked about as rows, as leaves and as fields.
  private static let sentences = Memo<Bool>()

  static func isGoal(_ text: String) -> Bool { sentences.value(of: text, make: GoalSentences.isGoal) }

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
  func goal(_ node: Int, meanings: [String: String]) -> FoundGoal? {
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
        || Self.isGoal(node.text) && !Self.isProse(node.kind.lowercased()))
    {
      groups[node.kind, default: []].append(index)
    }
    return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  func draft(_ node: Int) -> GoalDraft? {
    var all = fields.fields(of: node)
    if tree.isLeaf(node), !tree.nodes[node].text.isEmpty {
      all.append(XMLField(name: "Goal", text: tree.nodes[node].text, place: tree.place(node)))
    }
    if tree.isLeaf(node), let own = all.last, own.text == tree.nodes[node].text,
      own.text.split(separator: " ").count >= 4,
      (NameWords.split(tree.nodes[node].name).lowercased().contains("goal") || Self.isGoal(own.text))
    {
      return filled(own, from: all, node: node)
    }
    // The goal's text: a field so named, else the longest that reads like one.
    let named = all.filter { field in
      labels.goal.matches(field.name).contains { $0.role == .text && $0.score >= 0.5 }
        && field.text.split(separator: " ").count >= 4
    }
    let like = all.filter { Self.isGoal($0.text) && !GoalSentences.namesObjectives($0.name) }
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

  func filled(
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

  static func role(_ name: String) -> GoalRole? {
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
