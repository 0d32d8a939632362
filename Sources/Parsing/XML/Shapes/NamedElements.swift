import Extraction

/// Elements whose real name is a value: `<field name="Service">OT</field>`, `<string key="service">OT</string>`,
/// `<pair><key>Service</key><value>OT</value></pair>`, `<attr n="service" v="OT"/>`, `<bean class="x.Service">`.
struct NamedElements: Sendable {
  let shape: ShapeReader

  func reduced(_ element: XMLElement) -> XMLElement {
    var copy = element
    copy.children = element.children.map(reduced)
    takeValueAttribute(&copy)
    takeName(&copy)
    takeValueChildren(&copy)
    takePair(&copy)
    takeUnit(&copy)
    hoistLists(&copy)
    return copy
  }

  // MARK: Names in attributes

  /// Elements that say what kind of thing they are, not what it means.
  private static let carriers: Set<String> = [
    "field", "column", "col", "property", "prop", "attribute", "attr", "string", "number", "int", "integer", "boolean",
    "bool", "map", "array", "object", "obj", "list", "dict", "struct", "member", "bean", "param", "parameter",
    "variable", "var", "data", "datum", "element", "elem", "node", "value", "group", "section", "part", "table",
    "table data", "sheet", "worksheet", "question", "control", "textbox", "instance", "entity", "block", "component",
    "code table", "lookup", "codelist", "code list", "codeset", "code set", "list item", "recordset", "grid",
    "subform", "collection", "date", "decimal", "text",
  ]
  private static let naming = [
    "fieldname", "field", "name", "key", "n", "label", "caption", "title", "class", "question", "attrname", "id",
  ]

  private func takeName(_ element: inout XMLElement) {
    let own = NameWords.split(element.name).lowercased()
    guard Self.carriers.contains(own) || Self.carriers.contains(element.name.lowercased()) else { return }
    let lowered = element.attributeNames.map { $0.lowercased() }
    for wanted in Self.naming {
      guard let index = lowered.firstIndex(of: wanted) else { continue }
      let value = Self.bare(element.attributeValues[index], isQualified: wanted == "class" || wanted == "fieldname")
      guard value.utf8.count <= 60, value.first?.isLetter == true, !shape.isServiceValue(value) else { continue }
      // An identifier names an element only where it reads as a label.
      if wanted == "id", !shape.isLabel(value) { continue }
      if wanted == "class", element.children.isEmpty { continue }
      let others = element.attributeNames.count - 1
      guard element.children.isEmpty ? (!element.text.isEmpty || others == 0) && others <= 2 : others <= 4 else {
        continue
      }
      element.name = value
      for name in element.attributeNames where Self.naming.contains(name.lowercased()) && name.lowercased() != "id" {
        element.removeAttribute(name)
      }
      return
    }
  }

  /// "{vw_IEP.ServiceType}" and "edu.example.Service": the last part.
  private static func bare(_ text: String, isQualified: Bool) -> String {
    let trimmed = text.trimmingCharacters("{}[]@$ :")
    guard isQualified, !trimmed.contains(" "), let dot = trimmed.lastIndex(of: ".") else { return trimmed }
    let last = trimmed[trimmed.index(after: dot)...]
    return last.isEmpty ? trimmed : String(last)
  }

  // MARK: Values

  private static let values: Set<String> = ["value", "v", "val"]

  /// `<birthDate value="..."/>`.
  private func takeValueAttribute(_ element: inout XMLElement) {
    guard element.children.isEmpty, element.text.isEmpty, element.attributeNames.count <= 2,
      let index = element.attributeNames.firstIndex(where: { Self.values.contains($0.lowercased()) })
    else { return }
    let rest = element.attributeNames.indices.filter { $0 != index }
    guard
      rest.allSatisfy({
        Self.naming.contains(element.attributeNames[$0].lowercased()) || element.attributeNames[$0] == "type"
      })
    else { return }
    element.text = element.attributeValues[index]
    element.removeAttribute(element.attributeNames[index])
  }

  /// `<Field><FormattedValue>9/1/2026</FormattedValue><Value>2026-09-01T00:00:00</Value></Field>`.
  private func takeValueChildren(_ element: inout XMLElement) {
    // A form's value beside the same in rich text.
    if !element.children.isEmpty, element.children.allSatisfy({ $0.name.lowercased().hasPrefix("value") }),
      element.children.contains(where: { $0.name == "value-richtext" })
    {
      let plain = element.children.first { $0.name == "value" && !$0.text.isEmpty }
      element.text = plain?.text ?? element.children.map(Self.flat).joined(separator: " ")
      element.children = []
      return
    }
    guard !element.children.isEmpty, element.text.isEmpty, element.children.count <= 3,
      element.children.allSatisfy({
        $0.children.isEmpty
          && ["value", "formatted value", "text value"].contains(NameWords.split($0.name).lowercased())
      })
    else { return }
    element.text = (element.children.last { $0.name.lowercased() == "value" } ?? element.children[0]).text
    element.children = []
  }

  private static func flat(_ element: XMLElement) -> String {
    ([element.text] + element.children.map(flat)).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static let labels: Set<String> = ["name", "key", "label", "field", "caption", "title", "question", "prompt"]
  private static let answers: Set<String> = ["value", "val", "answer", "response"]
  private static let looseAnswers: Set<String> = ["text", "content", "data"]

  private func takePair(_ element: inout XMLElement) {
    // `<item><key>iep</key><value>...</value></item>`, the value with parts of its own.
    if element.children.count == 2, let label = element.children.first, label.children.isEmpty,
      ["key", "name"].contains(label.name.lowercased()), (1...40).contains(label.text.utf8.count),
      label.text.first?.isLetter == true, !label.text.contains(" "), element.children[1].name.lowercased() == "value",
      !element.children[1].children.isEmpty
    {
      element.name = label.text
      element.children = element.children[1].children
      return
    }
    let leaves = element.children.filter { $0.children.isEmpty }
    guard (2...4).contains(leaves.count), leaves.count == element.children.count else { return }
    func last(_ name: String) -> String {
      NameWords.split(name).split(separator: " ").last.map { $0.lowercased() } ?? ""
    }
    guard let label = leaves.first(where: { Self.labels.contains(last($0.name)) }),
      let value = leaves.first(where: { Self.answers.contains(last($0.name)) })
        ?? leaves.first(where: { Self.looseAnswers.contains(last($0.name)) && shape.isLabel(label.text) }),
      label.text.utf8.count <= 60, label.text.first?.isLetter == true, !shape.isServiceValue(label.text)
    else { return }
    element.name = label.text.trimmingColon
    element.text = value.text
    element.children = []
    element.attributeNames = []
    element.attributeValues = []
  }

  /// `<Time><Value>30</Value><Unit>Minutes</Unit></Time>`: "30 Minutes".
  private func takeUnit(_ element: inout XMLElement) {
    guard element.children.count == 2, element.children.allSatisfy({ $0.children.isEmpty }),
      let unit = element.children.first(where: { ["unit", "units", "uom", "code"].contains($0.name.lowercased()) }),
      let value = element.children.first(where: {
        ["value", "amount", "quantity", "number", "length", "duration"].contains($0.name.lowercased())
      }),
      value.text.first?.isNumber == true, unit.text.first?.isLetter == true, unit.text.utf8.count <= 10
    else { return }
    element.text = value.text + " " + unit.text
    element.children = []
  }

  // MARK: Lists

  /// `<property key="services"><list><bean/>...</list></property>`: what is listed stands in what it belongs to.
  private func hoistLists(_ element: inout XMLElement) {
    guard element.children.count == 1, let only = element.children.first, !only.children.isEmpty,
      only.attributeNames.allSatisfy({ ["type", "class", "count", "size"].contains($0.lowercased()) }),
      ["list", "array", "map", "object", "dict", "set", "collection"].contains(only.name.lowercased())
    else { return }
    element.children = only.children
  }
}
