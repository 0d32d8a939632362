import Extraction

/// A table that is kept column by column, `<field name="SERVICE"><string>OT</string><string>PT</string></field>`, as rows.
enum ColumnLists {
  static func asRows(_ element: XMLElement) -> XMLElement {
    var copy = element
    copy.children = element.children.map(asRows)
    let columns = copy.children.filter { !$0.children.isEmpty }
    guard columns.count >= 3, columns.count == copy.children.count, let count = columns.first?.children.count,
      count >= 2,
      columns.allSatisfy({ column in
        column.children.count == count
          && column.children.allSatisfy { $0.children.isEmpty && types.contains($0.name.lowercased()) }
      }), Set(columns.map(\.name)).count == columns.count
    else { return copy }
    copy.children = (0..<count).map { index in
      var row = XMLElement(name: "row", line: columns[0].children[index].line)
      row.origin = columns[0].children[index].origin
      row.children = columns.map { column in
        var cell = column.children[index]
        cell.name = column.name
        return cell
      }
      return row
    }
    return copy
  }

  private static let types: Set<String> = [
    "string", "number", "int", "integer", "boolean", "date", "datetime", "value", "v", "item", "data", "null", "double",
    "float", "decimal",
  ]
}
