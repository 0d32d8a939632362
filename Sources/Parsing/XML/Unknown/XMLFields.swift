import IEPModel

/// What a node says of itself: its attributes, its leaves, and items of a label and a value.
struct XMLField: Sendable {
  /// The name as words: "Start Date", "Provider Role".
  var name: String
  var text: String
  var place: Place
}

/// Reads nodes as named values and follows references to lists elsewhere in the file.
struct XMLFields: Sendable {
  let tree: XMLTree
  /// What a code stands for, by its value, where it names one entry of a list.
  private let entries: [String: String]

  private static let labelNames: Set<String> = ["label", "name", "key", "field", "caption", "title", "id", "code"]
  private static let keyNames: Set<String> = ["id", "code", "key", "ref", "refid", "number", "no"]
  private static let textNames: Set<String> = [
    "name", "text", "description", "label", "title", "value", "caption", "meaning",
  ]

  init(_ tree: XMLTree) {
    self.tree = tree
    var found: [String: String] = [:]
    var clashes: Set<String> = []
    for (index, node) in tree.nodes.enumerated() {
      let keys =
        node.attributes.filter { Self.keyNames.contains(Self.last($0.name)) }.map(\.value)
        + node.children.filter { tree.isLeaf($0) && Self.keyNames.contains(Self.last(tree.nodes[$0].name)) }
        .map { tree.nodes[$0].text }
      guard !keys.isEmpty, let text = Self.display(of: index, in: tree) else { continue }
      for key in keys where !key.isEmpty && key.utf8.count <= 40 {
        if let old = found[key], old != text { clashes.insert(key) }
        found[key] = text
      }
    }
    entries = found.filter { !clashes.contains($0.key) }
  }

  /// The words that an entry of a list stands for: its own text, or its only naming child or attribute.
  private static func display(of index: Int, in tree: XMLTree) -> String? {
    let node = tree.nodes[index]
    if node.children.isEmpty, !node.text.isEmpty { return node.text }
    if let named = node.attributes.first(where: { textNames.contains($0.name.lowercased()) }) { return named.value }
    let leaves = node.children.filter { tree.isLeaf($0) }
    guard leaves.count == node.children.count, leaves.count <= 4 else { return nil }
    return leaves.first { textNames.contains(tree.nodes[$0].name.lowercased()) }.map { tree.nodes[$0].text }
  }

  private static func last(_ name: String) -> String {
    NameWords.split(name).split(separator: " ").last.map { $0.lowercased() } ?? ""
  }

  /// The fields of a node: its own and those of children that hold nothing but one value.
  func fields(of index: Int) -> [XMLField] {
    let node = tree.nodes[index]
    var result: [XMLField] = []
    for attribute in node.attributes where !attribute.value.trimmingBlanks.isEmpty {
      result.append(
        resolved(
          XMLField(
            name: NameWords.split(attribute.name), text: attribute.value.trimmingBlanks,
            place: tree.place(index, attribute: attribute.name))))
    }
    for child in node.children {
      if tree.isLeaf(child) {
        if !isRecord(child, of: node) { result += leaf(child) }
      } else if let coded = coded(child) {
        result.append(coded)
      }
    }
    return result
  }

  private static let codeNames: Set<String> = [
    "code", "value", "description", "text", "name", "codeset", "list", "other", "short", "long", "meaning", "display",
  ]

  /// A value wrapped in its codes (`<Service><Code>9999</Code><OtherCode>OT</OtherCode></Service>`): the words, or
  /// else the code.
  private func coded(_ index: Int) -> XMLField? {
    let inner = tree.descendants(index)
    guard inner.count <= 8,
      inner.allSatisfy({ node in
        NameWords.split(tree.nodes[node].name).lowercased().split(separator: " ").allSatisfy {
          Self.codeNames.contains(String($0))
        }
      })
    else { return nil }
    let leaves = inner.filter { tree.isLeaf($0) && !tree.nodes[$0].text.isEmpty }
    let worded = leaves.filter { node in tree.nodes[node].text.contains(where: \.isLetter) }
    let chosen = worded.max { tree.nodes[$0].text.utf8.count < tree.nodes[$1].text.utf8.count } ?? leaves.first
    return chosen.map {
      XMLField(name: NameWords.split(tree.nodes[index].name), text: tree.nodes[$0].text, place: tree.place($0))
    }
  }

  /// A leaf that says several things of itself, or one of several alike that do, is a record and no value.
  private func isRecord(_ child: Int, of node: XMLTree.Node) -> Bool {
    let leaf = tree.nodes[child]
    let named = leaf.attributes.contains { Self.labelNames.contains($0.name.lowercased()) }
    if named, leaf.attributes.count <= 2 { return false }
    if leaf.attributes.count >= 3, leaf.text.isEmpty { return true }
    let alike = node.children.filter { tree.nodes[$0].name == leaf.name }.count
    return alike >= 2 && (leaf.attributes.count >= 2 || leaf.text.split(separator: " ").count >= 5)
  }

  /// A leaf as fields: its value with its unit, and its other attributes by their own names.
  func leaf(_ index: Int) -> [XMLField] {
    let node = tree.nodes[index]
    var name = NameWords.split(node.name)
    var text = node.text
    var rest: [XMLField] = []
    for (key, value) in node.attributes where !value.isEmpty {
      let lowered = key.lowercased()
      if ["unit", "units", "uom", "unitofmeasure", "measure"].contains(lowered), !text.isEmpty {
        text += " " + value
      } else if ["every", "per", "interval", "period", "frequency"].contains(lowered), !text.isEmpty {
        text += " per " + Self.period(value)
      } else if Self.labelNames.contains(lowered),
        !["id", "code"].contains(lowered) || text.isEmpty == false && Self.isItem(node.name)
      {
        name = NameWords.split(value)
      } else if lowered == "value", text.isEmpty {
        text = value
      } else if !lowered.hasPrefix("xmlns"), lowered != "type" || text.isEmpty {
        rest.append(
          XMLField(name: name + " " + NameWords.split(key), text: value, place: tree.place(index, attribute: key)))
      }
    }
    if text.isEmpty { return rest }
    return [resolved(XMLField(name: name.trimmingColon, text: text, place: tree.place(index)))] + rest
  }

  private static func isItem(_ name: String) -> Bool {
    ["item", "field", "value", "entry", "property", "data", "answer", "column", "col", "param"].contains(
      name.lowercased())
  }

  private static func period(_ text: String) -> String {
    switch text.uppercased() {
    case "W", "WK": "week"
    case "M", "MO": "month"
    case "D": "day"
    case "Y", "YR": "year"
    case "Q": "quarter"
    default: text
    }
  }

  /// "typeRef = T01": the entry's words under the name without its "Ref".
  private func resolved(_ field: XMLField) -> XMLField {
    var words = field.name.split(separator: " ").map(String.init)
    guard let last = words.last?.lowercased(), ["ref", "id", "code", "key", "idref"].contains(last),
      let text = entries[field.text], text != field.text
    else { return field }
    if words.count > 1 { words.removeLast() }
    return XMLField(name: words.joined(separator: " "), text: text, place: field.place)
  }
}
