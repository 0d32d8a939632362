import Extraction
import Foundation

/// Form data: fields named by rows, "svc.1.name", "Service2_Minutes", "goal[3].text", as records of their own; and
/// fields that carry their name as an attribute (XFDF) as elements of that name.
enum NumberedFields {
  static func asRecords(_ root: XMLElement) -> XMLElement { grouped(named(root)) }

  /// `<field name="Svc"><field name="0"><field name="Name">`: rows named by number alone are rows of what holds them.
  private static func named(_ element: XMLElement) -> XMLElement {
    var copy = element
    copy.children = element.children.map { child in
      var child = named(child)
      let number = child.name.lowercased() == "field" ? child.attribute("name") ?? child.name : child.name
      if Int(number) != nil { child.name = element.name + "Row" }
      return child
    }
    return copy
  }

  private static func grouped(_ element: XMLElement) -> XMLElement {
    var copy = element
    copy.children = element.children.map(grouped)
    // `<STUDENT SVC1NAME="OT" SVC1MIN="30" SVC2NAME=.../>`.
    let numbered = element.attributeNames.indices.filter { parts(element.attributeNames[$0]) != nil }
    if numbered.count >= 4 {
      for index in numbered where !element.attributeValues[index].isEmpty {
        var leaf = XMLElement(name: element.attributeNames[index], line: element.line)
        leaf.text = element.attributeValues[index]
        leaf.origin = element.origin
        copy.children.append(leaf)
        copy.removeAttribute(element.attributeNames[index])
      }
    }
    nameNumberedRecords(&copy)
    let leaves = copy.children.filter { $0.children.isEmpty }
    let split = leaves.map { parts(name(of: $0)) }
    guard split.filter({ $0 != nil }).count >= 3 else { return copy }
    var order: [String] = []
    var rows: [String: XMLElement] = [:]
    var rest: [XMLElement] = []
    for child in copy.children {
      guard child.children.isEmpty, let part = parts(name(of: child)) else {
        rest.append(child)
        continue
      }
      let key = part.base.lowercased() + "#" + part.index
      if rows[key] == nil {
        order.append(key)
        var row = XMLElement(name: part.base, line: child.line)
        row.origin = child.origin
        row.attributeNames = ["number"]
        row.attributeValues = [part.index]
        rows[key] = row
      }
      var field = XMLElement(name: part.rest.isEmpty ? "text" : part.rest, line: child.line)
      field.text = child.text.isEmpty ? child.attribute("value") ?? "" : child.text
      field.origin = child.origin
      rows[key]?.children.append(field)
    }
    copy.children = rest + order.compactMap { rows[$0] }
    return copy
  }

  /// `<Goal1>...</Goal1><Goal2>...</Goal2>`: records of one kind, each with its number.
  private static func nameNumberedRecords(_ element: inout XMLElement) {
    func split(_ name: String) -> (base: String, number: String)? {
      let number = String(name.reversed().prefix { $0.isNumber }.reversed())
      let base = String(name.dropLast(number.count)).trimmingCharacters("_-. []")
      return (1...3).contains(number.count) && base.contains(where: \.isLetter) ? (base, number) : nil
    }
    var bases: [String: Int] = [:]
    for child in element.children where !child.children.isEmpty {
      if let base = split(child.name)?.base { bases[base, default: 0] += 1 }
    }
    for index in element.children.indices where !element.children[index].children.isEmpty {
      guard let (base, number) = split(element.children[index].name), bases[base, default: 0] >= 2 else { continue }
      element.children[index].name = base
      if base.lowercased().contains("goal") {
        element.children[index].attributeNames.append("number")
        element.children[index].attributeValues.append(number)
      }
    }
  }

  private static func name(of element: XMLElement) -> String {
    ["field", "item", "data", "entry"].contains(element.name.lowercased())
      ? element.attribute("name") ?? element.attribute("id") ?? element.name : element.name
  }

  /// "Service2_Minutes": base, index, rest. `nil` where no number parts the name.
  private static func parts(_ name: String) -> (base: String, index: String, rest: String)? {
    let characters = Array(EscapedNames.decoded(name))
    let trim = "._-[]() "
    guard let start = characters.firstIndex(where: \.isNumber) else { return nil }
    var end = start
    while end < characters.count, characters[end].isNumber { end += 1 }
    guard end - start <= 2 else { return nil }
    let index = String(characters[start..<end])
    let base = String(characters[..<start]).trimmingCharacters(trim)
    let rest = String(characters[end...]).trimmingCharacters(trim)
    if base.contains(where: \.isLetter), !rest.isEmpty {
      switch base.lowercased() {
      case "goal", "goals": return ("goalRow", index, rest)
      case "service", "services", "svc": return ("serviceRow", index, rest)
      default: return (base, index, rest)
      }
    }
    // "1 Service" and "Loc.1": the number alone tells the row; goals are rows of their own.
    let field = base.isEmpty ? rest : base
    guard field.contains(where: \.isLetter) else { return nil }
    let isGoal = ["goal", "objective", "baseline", "benchmark"].contains { field.lowercased().contains($0) }
    return (isGoal ? "goalRow" : "serviceRow", index, field)
  }
}

/// "Date_x0020_of_x0020_Meeting": what XML does not allow in names, as exporters write it.
enum EscapedNames {
  static func decoded(_ name: String) -> String {
    guard name.contains("_x") else { return name }
    var result = ""
    var rest = name[...]
    while let mark = rest.range(of: "_x") {
      let tail = rest[mark.upperBound...]
      let digits = tail.prefix(4)
      if digits.count == 4, let code = UInt32(digits, radix: 16), tail.dropFirst(4).first == "_",
        let scalar = Unicode.Scalar(code)
      {
        result += rest[..<mark.lowerBound] + String(Character(scalar))
        rest = tail.dropFirst(5)
      } else {
        result += rest[..<mark.upperBound]
        rest = tail
      }
    }
    return result + rest
  }
}
