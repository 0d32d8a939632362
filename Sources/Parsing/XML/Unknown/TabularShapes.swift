import Extraction

/// Tables in XML whose cells have no names of their own (spreadsheets, HTML, name and value pairs) as rows of named
/// cells.
enum TabularShapes {
  static func asRows(_ root: XMLElement) -> XMLElement {
    let columns = declaredColumns(root)
    return asRows(root, columns: columns.count >= 3 ? columns : nil)
  }

  /// The columns that a file declares apart from its rows: `<METADATA><FIELD NAME="..."/>`.
  private static func declaredColumns(_ element: XMLElement) -> [String] {
    if element.name.lowercased() == "metadata" {
      return element.children.compactMap { $0.attribute("NAME") ?? $0.attribute("name") }
    }
    for child in element.children where child.name.lowercased() != "row" {
      let found = declaredColumns(child)
      if !found.isEmpty { return found }
    }
    return []
  }

  private static func asRows(_ root: XMLElement, columns: [String]?) -> XMLElement {
    var copy = root
    if let columns, root.name.lowercased() == "row", root.children.count == columns.count {
      var named = XMLElement(name: root.name, line: root.line)
      for (name, cell) in zip(columns, cells(root)) where !cell.text.isEmpty {
        var element = XMLElement(name: name, line: cell.line)
        element.text = cell.text
        named.children.append(element)
      }
      return named
    }
    copy.children = root.children.map { asRows($0, columns: columns) }
    let rows = copy.children.filter { isRow($0) }
    guard rows.count >= 2, rows.count * 2 > copy.children.count,
      let header = rows.first(where: { cells($0).count >= 3 })
    else { return copy }
    let names = cells(header).map(\.text)
    guard names.filter({ !$0.isEmpty && $0.first?.isNumber != true }).count * 2 > names.count,
      names.allSatisfy({ $0.utf8.count < 60 })
    else { return copy }
    var isBelow = false
    copy.children = copy.children.map { row in
      if row == header { isBelow = true; return XMLElement(name: "header", line: row.line) }
      guard isBelow, isRow(row) else { return row }
      var named = XMLElement(name: row.name, line: row.line)
      for (name, cell) in zip(names, cells(row)) where !name.isEmpty && !cell.text.isEmpty {
        var element = XMLElement(name: name, line: cell.line)
        element.text = cell.text
        named.children.append(element)
      }
      return named
    }
    return copy
  }

  private static func isRow(_ element: XMLElement) -> Bool {
    ["row", "tr"].contains(element.name.lowercased()) && element.children.count >= 2
      && element.children.filter { !$0.name.hasSuffix("Pr") }.allSatisfy {
        ["cell", "td", "th", "tc", "col", "data"].contains($0.name.lowercased())
      }
      && Set(element.children.compactMap { $0.attribute("name") }).isEmpty
  }

  /// The cells' texts; a cell that says its own position leaves gaps before it.
  private static func cells(_ row: XMLElement) -> [(text: String, line: Int)] {
    var result: [(text: String, line: Int)] = []
    for cell in row.children where !cell.name.hasSuffix("Pr") {
      if let index = cell.attribute("Index").flatMap({ Int($0) }) {
        while result.count < index - 1, result.count < 200 { result.append(("", cell.line)) }
      }
      result.append((text(cell), cell.line))
    }
    return result
  }

  private static func text(_ element: XMLElement) -> String {
    let own = element.text.trimmingBlanks
    let inner = element.children.map(text).filter { !$0.isEmpty }.joined(separator: " ")
    return [own, inner].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
