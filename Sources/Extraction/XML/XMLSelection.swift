/// Which values of which records are wanted of a file: paths of child steps that may end in an attribute, as
/// `XMLElement.value(at:)` takes them. All else is passed over without a copy.
public struct XMLSelection: Sendable {
  /// A step of the wanted paths; its first stands for a record.
  struct Node: Sendable {
    var name: String
    var children: [Int] = []
    var attributes: [String] = []
    var wantsText = false
    /// The keys whose value this node's text or attributes are: key, place in it, attribute.
    var keyParts: [(key: Int, part: Int, attribute: String?)] = []
  }
  /// How a record is joined to others: the values at these paths, in their order.
  struct Key: Sendable {
    var record: Int
    var paths: [String]
  }

  /// An attribute of an element around the records, which each of them is told: `@SIF_EventObject^Action`.
  struct Context: Sendable, Hashable {
    var element: String
    var attribute: String
    var path: String
  }

  private(set) var contexts: [Context] = []
  private(set) var nodes: [Node] = []
  /// The nodes that stand for records.
  private(set) var records: [Int] = []
  private(set) var keys: [Key] = []

  public init() {}

  /// The number by which the record's name is told.
  private mutating func record(_ name: String) -> Int {
    if let known = records.first(where: { nodes[$0].name == name }) { return known }
    nodes.append(Node(name: name))
    records.append(nodes.count - 1)
    return nodes.count - 1
  }

  /// Wants the value at a path; of several, parted by `|`, all.
  public mutating func want(_ path: String, of record: String) {
    for path in path.split(separator: "|") { _ = want(path, from: self.record(record)) }
  }

  /// Wants a key: its number, by which records tell it.
  public mutating func want(key paths: [String], of record: String) -> Int {
    let start = self.record(record)
    if let known = keys.firstIndex(where: { $0.record == start && $0.paths == paths }) { return known }
    keys.append(Key(record: start, paths: paths))
    for (part, path) in paths.enumerated() {
      let (node, attribute) = want(path[...], from: start)
      nodes[node].keyParts.append((keys.count - 1, part, attribute))
    }
    return keys.count - 1
  }

  private mutating func want(_ path: Substring, from start: Int) -> (node: Int, attribute: String?) {
    var node = start
    for step in path.split(separator: "/") {
      if step.hasPrefix("@") {
        let attribute = String(step.dropFirst())
        if let mark = attribute.firstIndex(of: "^") {
          let context = Context(
            element: String(attribute[..<mark]), attribute: String(attribute[attribute.index(after: mark)...]),
            path: attribute)
          if !contexts.contains(context) { contexts.append(context) }
          return (node, nil)
        }
        if !nodes[node].attributes.contains(attribute) { nodes[node].attributes.append(attribute) }
        return (node, attribute)
      }
      let condition = XMLStep(step)
      let name = condition?.name ?? String(step)
      if let known = nodes[node].children.first(where: { nodes[$0].name == name }) {
        node = known
      } else {
        nodes.append(Node(name: name))
        nodes[node].children.append(nodes.count - 1)
        node = nodes.count - 1
      }
      if let condition, !nodes[node].attributes.contains(condition.attribute) {
        nodes[node].attributes.append(condition.attribute)
      }
    }
    nodes[node].wantsText = true
    return (node, nil)
  }
}
