import IEPModel

/// What a node says of itself: its attributes, its leaves, and items of a label and a value.
struct XMLField: Sendable {
  /// The name as words: "Start Date", "Provider Role".
  var name: String
  var text: String
  var place: Place
}

/// Reads nodes as named values and follows references to lists elsewhere in the file.
struct XMLFields {
  let tree: XMLTree
  private let entries: CodeEntries
  private let memo = Memo()

  /// What was read of a node is asked for again and again.
  private final class Memo {
    var fields: [Int: [XMLField]] = [:]
  }

  private static let labelNames: Set<String> = [
    "label", "name", "key", "field", "caption", "title", "id", "code", "topic",
  ]

  init(_ tree: XMLTree) {
    self.tree = tree
    entries = CodeEntries(tree)
  }

  /// The fields of a node: its own and those of children that hold nothing but one value.
  func fields(of index: Int) -> [XMLField] {
    if let known = memo.fields[index] { return known }
    let result = read(index)
    memo.fields[index] = result
    return result
  }

  private func read(_ index: Int) -> [XMLField] {
    let node = tree.nodes[index]
    var result: [XMLField] = []
    for attribute in node.attributes where !attribute.value.trimmingBlanks.isEmpty {
      result.append(
        resolved(
          XMLField(
            name: NameWords.split(attribute.name), text: ISODuration.words(attribute.value.trimmingBlanks),
            place: tree.place(index, attribute: attribute.name)), in: index))
    }
    for child in node.children {
      if tree.isLeaf(child) {
        if !isRecord(child, of: node) { result += leaf(child, in: index) }
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
    guard tree.nodes[index].end - index <= 9 else { return nil }
    let inner = tree.descendants(index)
    guard
      inner.allSatisfy({ node in
        NameWords.split(tree.nodes[node].name).lowercased().split(separator: " ").allSatisfy {
          Self.codeNames.contains(String($0))
        }
      })
    else { return nil }
    let leaves = inner.filter { tree.isLeaf($0) && !tree.nodes[$0].text.isEmpty }
    // A sentence is no code's meaning: `<Goal number="1"><Text>...</Text></Goal>` is a record.
    guard leaves.allSatisfy({ tree.nodes[$0].text.split(separator: " ").count <= 12 }) else { return nil }
    let worded = leaves.filter { node in tree.nodes[node].text.contains(where: \.isLetter) }
    let value = leaves.first { tree.nodes[$0].name.lowercased() == "value" }
    let isIdentifier = tree.nodes[index].name.lowercased().hasPrefix("identif")
    let chosen =
      isIdentifier && value != nil
      ? value : worded.max { tree.nodes[$0].text.utf8.count < tree.nodes[$1].text.utf8.count } ?? leaves.first
    return chosen.map {
      XMLField(name: NameWords.split(tree.nodes[index].name), text: tree.nodes[$0].text, place: tree.place($0))
    }
  }

  /// A leaf that says several things of itself, or one of several alike that do, is a record and no value.
  private func isRecord(_ child: Int, of node: XMLTree.Node) -> Bool {
    let leaf = tree.nodes[child]
    let named = leaf.attributes.contains { Self.labelNames.contains($0.name.lowercased()) }
    if named, leaf.attributes.count <= 2 { return false }
    let alike = node.children.filter { tree.nodes[$0].name == leaf.name }.count
    if leaf.attributes.count >= 3, leaf.text.isEmpty { return alike >= 2 || Self.namesRecord(leaf.name) }
    return alike >= 2 && (leaf.attributes.count >= 2 || leaf.text.split(separator: " ").count >= 5)
  }

  /// Names of what is a record even where there is only one.
  private static func namesRecord(_ name: String) -> Bool {
    let words = Set(LabelTokens.of(NameWords.split(name)))
    return !words.isDisjoint(with: [
      "service", "svc", "goal", "student", "pupil", "learner", "child", "line", "row", "plan", "iep", "therapy",
      "parent",
      "objective", "record",
    ])
  }

  /// A leaf as fields: its value with its unit, and its other attributes by their own names.
  func leaf(_ index: Int, in owner: Int) -> [XMLField] {
    let node = tree.nodes[index]
    var name = NameWords.split(node.name)
    // `<Agency name="..."/>` is what it is called.
    if node.text.isEmpty, node.attributes.count == 1, let only = node.attributes.first, !Self.isItem(node.name),
      ["name", "title", "description"].contains(only.name.lowercased())
    {
      return [
        resolved(XMLField(name: name, text: only.value, place: tree.place(index, attribute: only.name)), in: owner)
      ]
    }
    var text = ISODuration.words(node.text)
    var rest: [XMLField] = []
    for (key, value) in node.attributes where !value.isEmpty {
      let lowered = key.lowercased()
      if ["unit", "units", "uom", "unitofmeasure", "measure"].contains(lowered),
        let count = text.isEmpty
          ? node.attributes.first(where: { Self.counts.contains($0.name.lowercased()) })?.value : text
      {
        // `<length value="40" uom="MIN"/>`, `<frequency count="4" uom="WK"/>`.
        text = Self.isPeriod(value) ? count + " per " + Self.period(value) : count + " " + value
      } else if lowered == "uom" || lowered == "unit", text.isEmpty, Self.isPeriod(value) {
        text = Self.period(value)
      } else if Self.counts.contains(lowered),
        node.attributes.contains(where: { ["uom", "unit", "units"].contains($0.name.lowercased()) })
      {
        continue
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
    if let kind = qualifier(of: index) { name = kind + " " + name }
    let field = XMLField(name: name.trimmingColon, text: text, place: tree.place(index))
    return [resolved(field, in: owner)] + rest
  }

  private static let qualifiers: Set<String> = ["type", "kind", "use", "qualifier", "role"]
  private static let qualified: Set<String> = ["date", "id", "identifier", "number", "name", "percent", "minutes"]

  /// `<Date type="meeting">` beside `<Date type="start">`: what kind of date it is.
  private func qualifier(of index: Int) -> String? {
    let node = tree.nodes[index]
    guard let last = NameWords.split(node.name).split(separator: " ").last, Self.qualified.contains(last.lowercased()),
      let parent = node.parent, tree.nodes[parent].children.filter({ tree.nodes[$0].name == node.name }).count >= 2,
      let kind = node.attributes.first(where: { Self.qualifiers.contains($0.name.lowercased()) })?.value,
      (1...24).contains(kind.utf8.count), kind.allSatisfy({ $0.isLetter || " -_".contains($0) })
    else { return nil }
    return NameWords.split(kind)
  }

  private static func isItem(_ name: String) -> Bool {
    ["item", "field", "value", "entry", "property", "data", "answer", "column", "col", "param"].contains(
      name.lowercased())
  }

  private static let counts: Set<String> = ["value", "count", "times", "quantity", "number", "n"]

  static func isPeriod(_ text: String) -> Bool {
    [
      "W", "WK", "WEEK", "M", "MO", "MON", "MONTH", "D", "DAY", "Y", "YR", "YEAR", "Q", "QTR", "QUARTER", "SEM",
      "SEMESTER",
    ]
    .contains(text.uppercased())
  }

  static func period(_ text: String) -> String {
    switch text.uppercased() {
    case "W", "WK": "week"
    case "M", "MO", "MON": "month"
    case "QTR": "quarter"
    case "SEM": "semester"
    case "SEMANA", "SEMANAL": "week"
    case "MES", "MENSUAL": "month"
    case "DIA", "DÍA", "DIARIO": "day"
    case "D": "day"
    case "Y", "YR": "year"
    case "Q": "quarter"
    case "S": "semester"
    default: text
    }
  }

  /// The words that a list in the file has for a field's code, whatever the field is called.
  func worded(_ field: XMLField, in owner: Int) -> XMLField? {
    guard field.text.utf8.count <= 40, !field.text.contains(" ") else { return nil }
    let text = entries.text(
      of: field.text, field: field.name, owner: NameWords.split(tree.nodes[owner].name), node: owner, isReference: true,
      isTyped: true)
    return text.map { XMLField(name: field.name, text: $0, place: field.place) }
  }

  /// "typeRef = T01": the entry's words under the name without its "Ref".
  private func resolved(_ field: XMLField, in owner: Int) -> XMLField {
    var words = field.name.split(separator: " ").map(String.init)
    guard let last = words.last?.lowercased(), field.text.utf8.count <= 40, !field.text.contains(" ") else {
      return field
    }
    let pointsAway = ["ref", "id", "code", "key", "idref", "fk"].contains(last)
    guard
      let text = entries.text(
        of: field.text, field: field.name, owner: NameWords.split(tree.nodes[owner].name), node: owner,
        isReference: pointsAway),
      text != field.text
    else { return field }
    if words.count > 1, pointsAway { words.removeLast() }
    return XMLField(name: words.joined(separator: " "), text: text, place: field.place)
  }
}
