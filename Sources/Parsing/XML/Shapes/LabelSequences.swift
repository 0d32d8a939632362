import Extraction

/// Labels and values that alternate among one element's children, `<key>service</key><string>OT</string>`, as elements
/// of those names. A label that comes again begins the next record.
struct LabelSequences: Sendable {
  let shape: ShapeReader

  private static let labelNames: Set<String> = [
    "key", "label", "dt", "name", "field", "fieldname", "th", "question", "prompt", "caption", "term",
  ]
  private static let headingNames: Set<String> = [
    "heading", "title", "h1", "h2", "h3", "h4", "section", "sectiontitle", "header", "caption",
  ]

  func asFields(_ element: XMLElement) -> XMLElement {
    var copy = element
    copy.children = element.children.map(asFields)
    guard let label = labelName(copy) else { return copy }
    var sections: [XMLElement] = []
    var heading: XMLElement?
    var fields: [XMLElement] = []
    func close() {
      guard !fields.isEmpty else { return }
      if let title = heading {
        var section = XMLElement(name: title.text, line: title.line)
        section.origin = title.origin
        section.children = records(fields)
        sections.append(section)
      } else {
        sections += records(fields)
      }
      fields = []
    }
    var index = 0
    while index < copy.children.count {
      let child = copy.children[index]
      if child.name.lowercased() == label, index + 1 < copy.children.count, !child.text.isEmpty {
        var value = copy.children[index + 1]
        if value.name.lowercased() != label, !isHeading(value) {
          value.name = child.text.trimmingColon
          value.attributeNames = []
          value.attributeValues = []
          fields.append(value)
          index += 2
          continue
        }
      } else if isHeading(child) {
        close()
        heading = child
      } else {
        close()
        sections.append(child)
      }
      index += 1
    }
    close()
    copy.children = sections
    return copy
  }

  private func isHeading(_ element: XMLElement) -> Bool {
    element.children.isEmpty && Self.headingNames.contains(element.name.lowercased())
      && (1...60).contains(element.text.utf8.count)
  }

  /// The name of the children that are labels of the child behind them; `nil` where they do not alternate.
  private func labelName(_ element: XMLElement) -> String? {
    guard element.children.count >= 4 else { return nil }
    for name in Self.labelNames {
      let places = element.children.indices.filter {
        element.children[$0].name.lowercased() == name && element.children[$0].children.isEmpty
      }
      guard places.count >= 2, places.count * 5 >= element.children.count * 2 else { continue }
      let followed = places.filter { place in
        place + 1 < element.children.count && element.children[place + 1].name.lowercased() != name
      }
      guard followed.count == places.count,
        places.filter({ element.children[$0].text.first?.isLetter == true && shape.isLabel(element.children[$0].text) })
          .count * 2 >= places.count
          || ["key", "label", "dt"].contains(name)
      else { continue }
      return name
    }
    return nil
  }

  /// Fields whose first name comes again are several records.
  private func records(_ fields: [XMLElement]) -> [XMLElement] {
    guard let first = fields.first, fields.filter({ $0.name == first.name }).count > 1, first.children.isEmpty else {
      return fields
    }
    var result: [XMLElement] = []
    for field in fields {
      if field.name == first.name || result.isEmpty {
        var record = XMLElement(name: "record", line: field.line)
        record.origin = field.origin
        result.append(record)
      }
      result[result.count - 1].children.append(field)
    }
    return result
  }
}
