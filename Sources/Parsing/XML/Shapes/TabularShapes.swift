import Extraction
import IEPModel

/// Tables in XML whose cells have no names of their own (spreadsheets, HTML, word processors, values by position) as
/// rows of named cells.
struct TabularShapes: Sendable {
  let shape: ShapeReader

  typealias Cell = TableGrid.Cell
  private typealias Row = TableGrid.Row

  /// Rows that are looked at for a heading.
  private static let headingRows = 25

  func asRows(_ root: XMLElement) -> XMLElement { asRows(root, declared: declaredColumns(root)) }

  private func asRows(_ element: XMLElement, declared: [String]) -> XMLElement {
    var copy = element
    let columns = columns(declaredIn: element) ?? declared
    if !columns.isEmpty, TableGrid.isRow(element, isAlone: true) {
      if let indexed = indexed(element, columns) { return indexed }
      if element.children.count == columns.count {
        return repeated(element, columns) ?? named(TableGrid.cells(element), columns, like: element)
      }
    }
    let rows = element.children.filter { TableGrid.isRow($0, isAlone: false) }
    if rows.count >= 2, rows.count * 2 > element.children.count, columns.isEmpty || rows.isEmpty {
      if let blocks = blocks(element) { return blocks }
    }
    copy.children = element.children.map { asRows($0, declared: columns) }
    markHeadings(&copy)
    return copy
  }

  // MARK: Columns apart from the rows

  /// `<METADATA><FIELD NAME="..."/>` or `<columns><column>...`.
  private func declaredColumns(_ element: XMLElement) -> [String] {
    if element.name.lowercased() == "metadata" {
      // Some columns may bear their names as elements already, "% Gen Ed" can't.
      return element.children.map { $0.attribute("NAME") ?? $0.attribute("name") ?? $0.name }
    }
    for child in element.children where child.name.lowercased() != "row" {
      let found = declaredColumns(child)
      if found.count >= 3 { return found }
    }
    return []
  }

  /// Columns that stand beside the rows they are for.
  private func columns(declaredIn element: XMLElement) -> [String]? {
    func names(_ list: [XMLElement]) -> [String]? {
      let leaves = list.filter {
        $0.children.isEmpty && ["column", "col", "header", "heading", "th", "field"].contains($0.name.lowercased())
      }
      guard leaves.count >= 3, leaves.count * 10 >= list.count * 8 || list.count > leaves.count else { return nil }
      let texts = leaves.map { leaf in
        leaf.text.isEmpty
          ? ["name", "label", "caption", "title", "heading"].lazy.compactMap { leaf.attribute($0) }.first ?? ""
          : leaf.text
      }
      return texts.filter { shape.fit($0) >= 0.5 }.count * 2 > texts.count ? texts : nil
    }
    let leaves = element.children.filter { $0.children.isEmpty }
    if leaves.count >= 3, leaves.count < element.children.count, let own = names(leaves) { return own }
    for child in element.children.prefix(3)
    where ["columns", "cols", "header", "headers", "fields", "columnheaders"].contains(child.name.lowercased()) {
      if let own = names(child.children) { return own }
    }
    return nil
  }

  /// Cells that say which column they are of, `<cell c="3">`; empty ones may be left out.
  private func indexed(_ row: XMLElement, _ columns: [String]) -> XMLElement? {
    let names = ["c", "col", "column", "index", "i", "n"]
    func isNumbered(by name: String) -> Bool {
      row.children.allSatisfy { $0.attribute(name).flatMap { Int($0) } != nil }
    }
    guard let name = names.first(where: isNumbered) else { return nil }
    var record = XMLElement(name: row.name, line: row.line)
    record.origin = row.origin
    let places = row.children.compactMap { $0.attribute(name).flatMap { Int($0) } }
    let first = places.contains(columns.count) ? 1 : 0
    for (cell, place) in zip(row.children, places) where columns.indices.contains(place - first) {
      let value = Cell(text: TableGrid.text(cell), line: cell.line, origin: cell.origin)
      if !value.text.isEmpty { record.children.append(leaf(columns[place - first], value)) }
    }
    return record
  }

  /// Columns that hold several values each, one a line of services: a record for each line.
  private func repeated(_ row: XMLElement, _ columns: [String]) -> XMLElement? {
    let cells = row.children
    let most = cells.map(\.children.count).max() ?? 0
    guard most >= 2, cells.filter({ $0.children.count == most }).count >= 3 else { return nil }
    var record = XMLElement(name: row.name, line: row.line)
    record.origin = row.origin
    var lines = (0..<most).map { _ in XMLElement(name: "serviceRow", line: row.line) }
    for (name, cell) in zip(columns, cells) where !name.isEmpty {
      guard cell.children.count > 1 else {
        let value = Cell(text: TableGrid.text(cell), line: cell.line, origin: cell.origin)
        if !value.text.isEmpty { record.children.append(leaf(name, value)) }
        continue
      }
      for (index, inner) in cell.children.enumerated() where !inner.text.isEmpty {
        lines[index].children.append(leaf(name, Cell(text: inner.text, line: inner.line, origin: inner.origin)))
        lines[index].origin = inner.origin
      }
    }
    record.children += lines.filter { !$0.children.isEmpty }
    return record
  }

  // MARK: A row of headings

  /// The rows under each heading as records; `nil` where no row reads as one.
  private func blocks(_ element: XMLElement) -> XMLElement? {
    let table = TableGrid.rows(of: element)
    guard let first = heading(table) else { return pairs(table, of: element) }
    var copy = element
    copy.children = element.children.filter { !TableGrid.isRow($0, isAlone: false) }
    var names = table[first].cells.map(\.text)
    var above: [XMLElement] = []
    for row in table[..<first] { above += loose(row) }
    var block = XMLElement(name: "table", line: element.line)
    block.origin = element.origin
    var groups: [XMLElement] = []
    var blocks: [XMLElement] = []
    var last: [String: Cell] = [:]
    for row in table[(first + 1)...] {
      let filled = row.cells.filter { !$0.text.isEmpty }
      guard !filled.isEmpty else { continue }
      if filled.count >= 3, isHeading(row, strict: true) {
        names = row.cells.map(\.text)
        if !block.children.isEmpty { blocks.append(block) }
        block.children = []
        last = [:]
        continue
      }
      if filled.count == 1, names.count >= 3 {
        // A line across the table: whose the rows below are, or a title.
        if let fields = LabelledText(shape: shape).fields(in: filled[0].text, of: row.element) {
          groups = fields
          last = [:]
        } else {
          above += loose(row)
        }
        continue
      }
      var record = named(row.cells, names, like: row.element)
      for (name, cell) in zip(names, row.cells) where isStudentColumn(name) {
        // Reports print a student once, above all of their rows.
        if cell.text.isEmpty, let old = last[name] {
          record.children.insert(leaf(name, old), at: 0)
        } else if !cell.text.isEmpty {
          last[name] = cell
        }
      }
      record.children = groups + record.children
      block.children.append(record)
    }
    if !block.children.isEmpty { blocks.append(block) }
    copy.children = above + copy.children + blocks
    return copy
  }

  private func isStudentColumn(_ name: String) -> Bool {
    let words = NameWords.split(name)
    let roles = shape.labels.header.exact(words)
    if roles.contains(where: { [.name, .studentId, .dateOfBirth, .grade].contains($0) }) { return true }
    let tokens = Set(LabelTokens.of(words))
    return tokens == ["last", "name"] || tokens == ["first", "name"] || tokens.contains("student")
  }

  private func heading(_ table: [Row]) -> Int? {
    let upper = table.indices.prefix(Self.headingRows)
    if let known = upper.first(where: { isHeading(table[$0], strict: true) })
      ?? upper.first(where: {
        isHeading(table[$0], strict: false)
      })
    {
      return known
    }
    return nil
  }

  private func isHeading(_ row: Row, strict: Bool) -> Bool {
    let filled = row.cells.filter { !$0.text.isEmpty }
    guard filled.count >= 3, filled.allSatisfy({ $0.text.utf8.count < 60 }),
      filled.allSatisfy({ !$0.text.hasSuffix(":") })
    else { return false }
    let known = filled.filter { strict ? shape.isLabel($0.text) : shape.fit($0.text) >= 0.5 }.count
    return strict ? known * 10 >= filled.count * 6 : known * 2 > filled.count
  }

  /// A table of labels and values side by side, without a heading.
  private func pairs(_ table: [Row], of element: XMLElement) -> XMLElement? {
    var fields: [XMLElement] = []
    var asked = 0
    var answered = 0
    for row in table {
      let cells = row.cells
      guard cells.count >= 2 else { continue }
      for index in stride(from: 0, to: cells.count - 1, by: 2) {
        let label = cells[index].text.trimmingColon
        guard !cells[index].text.isEmpty else { continue }
        asked += 1
        guard cells[index].text.hasSuffix(":") || shape.isLabel(label) else { continue }
        answered += 1
        if !cells[index + 1].text.isEmpty { fields.append(leaf(label, cells[index + 1])) }
      }
    }
    guard answered > 0, answered * 3 >= asked * 2 else { return nil }
    var copy = element
    copy.children = element.children.filter { !TableGrid.isRow($0, isAlone: false) } + fields
    return copy
  }

  /// A row above the heading: a title, or labels and values.
  private func loose(_ row: Row) -> [XMLElement] {
    let filled = row.cells.filter { !$0.text.isEmpty }
    var result: [XMLElement] = []
    var index = 0
    while index < filled.count {
      let cell = filled[index]
      if let fields = LabelledText(shape: shape).fields(in: cell.text, of: row.element) {
        result += fields
      } else if index + 1 < filled.count, cell.text.hasSuffix(":") || shape.isHeaderLabel(cell.text) {
        result.append(leaf(cell.text.trimmingColon, filled[index + 1]))
        index += 1
      } else {
        result.append(leaf("title", cell))
      }
      index += 1
    }
    return result
  }

  private func named(_ cells: [Cell], _ names: [String], like row: XMLElement) -> XMLElement {
    var record = XMLElement(name: row.name, line: row.line)
    record.origin = row.origin
    for (name, cell) in zip(names, cells) where !name.isEmpty && !cell.text.isEmpty {
      record.children.append(leaf(name, cell))
    }
    return record
  }

  private func leaf(_ name: String, _ cell: Cell) -> XMLElement {
    var element = XMLElement(name: name, line: cell.line)
    element.text = cell.text
    element.origin = cell.origin
    return element
  }

  /// A short paragraph right above a table says what the table is of.
  private func markHeadings(_ element: inout XMLElement) {
    var heading: String?
    for index in element.children.indices {
      let child = element.children[index]
      if child.children.isEmpty {
        let words = child.text.split(separator: " ").count
        if words > 0 { heading = words <= 8 ? child.text : nil }
      } else {
        if let heading, ["tbl", "table"].contains(child.name.lowercased()), child.attribute("heading") == nil {
          element.children[index].attributeNames.append("heading")
          element.children[index].attributeValues.append(heading)
        }
        heading = nil
      }
    }
  }
}
