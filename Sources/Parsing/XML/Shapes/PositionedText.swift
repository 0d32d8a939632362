import Extraction

/// Pages that a report writer has laid out: texts with a place each. Those on one height are a row.
struct PositionedText: Sendable {
  let shape: ShapeReader

  private struct Item {
    var x: Double
    var y: Double
    var element: XMLElement
  }

  func asRows(_ element: XMLElement) -> XMLElement {
    var copy = element
    let items = element.children.compactMap(item)
    guard items.count >= 6, items.count * 2 > element.children.count else {
      copy.children = element.children.map(asRows)
      return copy
    }
    var lines: [[Item]] = []
    for item in items.sorted(by: { ($0.y, $0.x) < ($1.y, $1.x) }) {
      if let first = lines.last?.first, item.y - first.y <= 2 {
        lines[lines.count - 1].append(item)
      } else {
        lines.append([item])
      }
    }
    lines = lines.map { $0.sorted { $0.x < $1.x } }
    // The columns begin where those of the heading do.
    let heading = lines.first { line in
      line.count >= 3 && line.filter { shape.fit($0.element.text) >= 0.5 }.count * 2 > line.count
    }
    copy.children = lines.map { row($0, under: heading) }
    return copy
  }

  private func row(_ items: [Item], under heading: [Item]?) -> XMLElement {
    var row = XMLElement(name: "row", line: items.first?.element.line ?? 0)
    row.origin = items.first?.element.origin
    for item in items {
      var cell = XMLElement(name: "cell", line: item.element.line)
      cell.text = item.element.text
      cell.origin = item.element.origin
      if let heading, items.count > 1,
        let column = heading.indices.min(by: { abs(heading[$0].x - item.x) < abs(heading[$1].x - item.x) })
      {
        cell.attributeNames = ["Index"]
        cell.attributeValues = [String(column + 1)]
      }
      row.children.append(cell)
    }
    return row
  }

  private func item(_ element: XMLElement) -> Item? {
    func number(_ holder: XMLElement, _ names: [String]) -> Double? {
      names.lazy.compactMap { holder.attribute($0) }.first.flatMap { Double($0) }
    }
    for holder in [element] + element.children {
      guard let x = number(holder, ["x", "left", "Left", "X"]), let y = number(holder, ["y", "top", "Top", "Y"]) else {
        continue
      }
      let text = Self.text(element)
      guard !text.isEmpty else { return nil }
      var leaf = element
      leaf.children = []
      leaf.text = text
      return Item(x: x, y: y, element: leaf)
    }
    return nil
  }

  private static func text(_ element: XMLElement) -> String {
    ([element.text] + element.children.map(text)).filter { !$0.isEmpty }.joined(separator: " ")
  }
}
