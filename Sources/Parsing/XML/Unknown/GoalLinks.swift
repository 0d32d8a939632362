import IEPModel

/// Which goals a line of services names: by their numbers or by the identifiers of their nodes.
enum GoalLinks {
  static func numbers(of line: Int, goals: [ExportGroups.FoundGoal], tree: XMLTree) -> [String] {
    var byKey: [String: String] = [:]
    for goal in goals {
      guard let number = goal.draft.number else { continue }
      byKey[number] = number
      for value in values(of: goal.node, in: tree) where value.text.utf8.count <= 64 && !value.text.contains(" ") {
        let last = NameWords.split(value.name).lowercased().split(separator: " ").last ?? ""
        if ["id", "key", "ref", "refid", "guid", "code", "uid"].contains(last) { byKey[value.text] = number }
      }
    }
    var result: [String] = []
    for value in values(of: line, in: tree)
    where ExportGroups.pointsAtGoals(NameWords.split(value.name)) && !isCount(value.name) {
      let tokens = value.text.split(whereSeparator: { " ,;|#&".contains($0) }).map(String.init)
      // A number that no goal bears stands as it is written: that the line names it is for the audit to tell.
      let areNumbers = tokens.allSatisfy { $0.utf8.count <= 2 && $0.allSatisfy(\.isNumber) }
      for token in tokens {
        guard let number = byKey[token] ?? (areNumbers ? token : nil), !result.contains(number) else { continue }
        result.append(number)
      }
    }
    return result
  }

  private static func isCount(_ name: String) -> Bool {
    !Set(LabelTokens.of(NameWords.split(name))).isDisjoint(with: ["count", "total", "quantity", "date", "time"])
  }

  /// The attributes and leaves of a node and of the nodes right inside it, each under its own name or that around it.
  private static func values(of node: Int, in tree: XMLTree) -> [(name: String, text: String)] {
    var result = tree.nodes[node].attributes.map { ($0.name, $0.value.trimmingBlanks) }
    for child in tree.nodes[node].children {
      let name = tree.nodes[child].name
      if !tree.nodes[child].text.isEmpty { result.append((name, tree.nodes[child].text)) }
      result += tree.nodes[child].attributes.map { (name + " " + $0.name, $0.value.trimmingBlanks) }
      for inner in tree.nodes[child].children where tree.isLeaf(inner) {
        result.append((name + " " + tree.nodes[inner].name, tree.nodes[inner].text))
        result += tree.nodes[inner].attributes.map { (name + " " + $0.name, $0.value.trimmingBlanks) }
      }
    }
    return result.map { (name: $0.0, text: $0.1) }
  }
}
