import IEPModel

/// Lists of codes in an export and what each code stands for.
struct CodeEntries: Sendable {
  private struct Entry: Sendable {
    var text: String
    var node: Int
    /// The words of the entry's and its list's names.
    var kind: Set<String>
  }
  private var entries: [String: [Entry]] = [:]

  private static let keyNames: Set<String> = ["id", "code", "key", "ref", "refid", "number", "no", "value", "cd", "pk"]
  private static let listNames: Set<String> = [
    "set", "list", "table", "domain", "codeset", "group", "category", "type",
  ]
  private static let textNames: Set<String> = [
    "name", "text", "description", "label", "title", "value", "caption", "meaning", "desc", "display", "long",
    "descr", "term",
  ]

  init(_ tree: XMLTree) {
    for (index, node) in tree.nodes.enumerated() where tree.isInFirst(index) {
      let keys =
        node.attributes.filter { Self.keyNames.contains(Self.last($0.name)) }.map(\.value)
        + node.children.filter { tree.isLeaf($0) && Self.keyNames.contains(Self.last(tree.nodes[$0].name)) }
        .map { tree.nodes[$0].text }
      guard !keys.isEmpty, let text = Self.display(of: index, in: tree) else { continue }
      let names = [node.name] + tree.lineage(index).dropFirst().prefix(2).map { tree.nodes[$0].name }
      // The list's name, which each entry may repeat: `<code set="IEPTYPE" id="2">`.
      let lists = node.attributes.filter { Self.listNames.contains(Self.last($0.name)) }
      let own = (tree.nodes[node.parent ?? index].attributes + lists).map { NameWords.split($0.value) }
        .filter { $0.utf8.count < 40 }
      // Goals have numbers, and lines point at them; they are no codes.
      guard !NameWords.split(node.name).lowercased().contains("goal") else { continue }
      let kind = Self.words((names + own).joined(separator: " "))
      for key in keys where !key.isEmpty && key.utf8.count <= 40 && key != text {
        if entries[key]?.contains(where: { $0.text == text && $0.kind == kind }) != true {
          entries[key, default: []].append(Entry(text: text, node: index, kind: kind))
        }
      }
    }
  }

  /// - Parameters:
  ///   - field: the field's name in words: "location id" looks at lists of locations first.
  ///   - owner: the name of the node around it: `<Svc typeId="1">` means a type of service.
  ///   - node: the node around it, which is no entry for itself.
  ///   - isReference: the name says that the value points elsewhere.
  ///   - isTyped: it is known what the words have to be, and looked whether they are.
  func text(
    of code: String, field: String, owner: String, node: Int, isReference: Bool, isTyped: Bool = false
  ) -> String? {
    guard let found = entries[code]?.filter({ $0.node != node }), !found.isEmpty else { return nil }
    let names = Set(LabelTokens.of(field))
    // Whose record it is stands by itself.
    guard isTyped || names.isDisjoint(with: ["student", "pupil", "learner", "child", "stu", "iep", "plan", "case"])
    else {
      return nil
    }
    let wanted = Self.words(field)
    let around = Self.words(owner).union(wanted)
    let best = found.map { entry in
      (entry, entry.kind.intersection(wanted).count * 2 + entry.kind.intersection(around).count)
    }
    .max { $0.1 < $1.1 }
    if let best, best.1 > 0, found.filter({ $0.kind == best.0.kind }).count == 1 {
      guard isReference || !best.0.kind.isDisjoint(with: wanted) && code.contains(where: \.isLetter) else { return nil }
      return best.0.text
    }
    let texts = Set(found.map(\.text))
    // "W05", wherever it stands, when only one entry is called so.
    let isTelling = code.contains(where: \.isLetter) && code.contains(where: \.isNumber)
    return (isReference || isTelling) && texts.count == 1
      && wanted.isDisjoint(with: ["student", "pupil", "iep", "plan"]) ? texts.first : nil
  }

  private static func words(_ name: String) -> Set<String> {
    Set(LabelTokens.of(NameWords.split(name))).subtracting([
      "id", "code", "key", "ref", "refid", "list", "table", "lookup", "entry", "item", "value", "row", "data", "set",
      "cd",
      "export", "root", "student", "record", "number",
    ])
  }

  /// The words that an entry of a list stands for: its own text, or its only naming child or attribute.
  private static func display(of index: Int, in tree: XMLTree) -> String? {
    let node = tree.nodes[index]
    if node.children.isEmpty, !node.text.isEmpty { return node.text }
    if let named = node.attributes.first(where: { isText($0.name) && last($0.name) != "value" }) {
      return named.value
    }
    let leaves = node.children.filter { tree.isLeaf($0) }
    guard leaves.count == node.children.count, leaves.count + node.attributes.count <= 8 else { return nil }
    // A person of a list of staff is told by what they are.
    if !Set(LabelTokens.of(NameWords.split(node.name))).isDisjoint(with: [
      "provider", "staff", "therapist", "personnel",
    ]),
      let role = leaves.first(where: {
        ["role", "title", "position", "discipline"].contains(last(tree.nodes[$0].name))
      })
    {
      return tree.nodes[role].text
    }
    guard leaves.count + node.attributes.count <= 5 else { return nil }
    let naming = leaves.filter { isText(tree.nodes[$0].name) }
    return (naming.first { last(tree.nodes[$0].name) != "value" } ?? naming.first).map { tree.nodes[$0].text }
  }

  private static func isText(_ name: String) -> Bool {
    textNames.contains(last(name))
      && Set(LabelTokens.of(NameWords.split(name))).isDisjoint(with: [
        "first", "last", "middle", "student", "pupil", "goal", "given",
      ])
  }

  private static func last(_ name: String) -> String {
    NameWords.split(name).split(separator: " ").last.map { $0.lowercased() } ?? ""
  }
}

/// "PT45M" and "P1W" as a person writes them.
enum ISODuration {
  static func words(_ text: String) -> String {
    guard text.first == "P", text.utf8.count >= 3, text.utf8.count <= 16 else { return text }
    var digits = ""
    var isTime = false
    var minutes: Double?
    var period: String?
    for character in text.dropFirst() {
      if character.isNumber || character == "." { digits.append(character); continue }
      if character == "T", digits.isEmpty { isTime = true; continue }
      guard let number = Double(digits) else { return text }
      digits = ""
      switch (character, isTime) {
      case ("H", true): minutes = (minutes ?? 0) + number * 60
      case ("M", true): minutes = (minutes ?? 0) + number
      case ("S", true): minutes = (minutes ?? 0) + number / 60
      case ("W", false), ("D", false), ("M", false), ("Y", false):
        let unit = ["W": "week", "D": "day", "M": "month", "Y": "year"][character] ?? ""
        period = number == 1 ? unit : "\(Int(number)) \(unit)s"
      default: return text
      }
    }
    guard digits.isEmpty else { return text }
    if let minutes { return minutes == minutes.rounded() ? "\(Int(minutes)) minutes" : "\(minutes) minutes" }
    return period ?? text
  }
}
