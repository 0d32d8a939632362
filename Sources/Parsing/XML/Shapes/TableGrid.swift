import Extraction
import IEPModel

/// The rows and cells of a table as exporters write it.
enum TableGrid {
  struct Cell {
    var text: String
    var line: Int
    var origin: Int?
  }

  struct Row {
    var element: XMLElement
    var cells: [Cell]
  }

  private static let rowNames: Set<String> = ["row", "tr", "table-row", "tablerow", "r", "line", "record"]
  private static let cellNames: Set<String> = [
    "cell", "td", "th", "tc", "col", "data", "table-cell", "covered-table-cell", "value", "c", "v", "entry",
  ]

  static func isRow(_ element: XMLElement, isAlone: Bool) -> Bool {
    guard rowNames.contains(element.name.lowercased()) else { return false }
    let cells = element.children.filter { !$0.name.hasSuffix("Pr") }
    if cells.isEmpty { return !isAlone && element.text.isEmpty && element.attributeNames.count <= 2 }
    return cells.allSatisfy { cellNames.contains($0.name.lowercased()) }
      && Set(cells.compactMap { $0.attribute("name") }).isEmpty
  }

  /// All rows with their cells in columns: gaps, cells over several columns and cells over several rows made good.
  static func rows(of element: XMLElement) -> [Row] {
    var result: [Row] = []
    var hanging: [Int: (rows: Int, cell: Cell)] = [:]
    for child in element.children where isRow(child, isAlone: false) {
      let cells = TableGrid.cells(child, hanging: &hanging, above: result.last?.cells ?? [])
      result.append(Row(element: child, cells: cells))
    }
    return result
  }

  static func cells(_ row: XMLElement) -> [Cell] {
    var hanging: [Int: (rows: Int, cell: Cell)] = [:]
    return cells(row, hanging: &hanging, above: [])
  }

  static func cells(_ row: XMLElement, hanging: inout [Int: (rows: Int, cell: Cell)], above: [Cell]) -> [Cell] {
    var result: [Cell] = []
    func blank(_ line: Int) -> Cell { Cell(text: "", line: line, origin: nil) }
    func drop() {
      while let old = hanging[result.count], old.rows > 0 {
        hanging[result.count]?.rows -= 1
        result.append(old.cell)
      }
    }
    for cell in row.children where !cell.name.hasSuffix("Pr") {
      if let index = cell.attribute("Index").flatMap({ Int($0) }) {
        while result.count < index - 1, result.count < 200 { result.append(blank(cell.line)) }
      }
      drop()
      let properties = cell.children.first { $0.name == "tcPr" }
      var made = Cell(text: text(cell), line: cell.line, origin: cell.origin)
      if let merge = properties?.children.first(where: { $0.name == "vMerge" || $0.name == "vmerge" }),
        merge.attribute("val") != "restart", result.count < above.count
      {
        made = above[result.count]
      }
      if let rows =
        (cell.attribute("rowspan").flatMap({ Int($0) })
          ?? cell.attribute("MergeDown").flatMap({ Int($0) }).map { $0 + 1 }),
        rows > 1
      {
        hanging[result.count] = (min(rows, 5000) - 1, made)
      }
      result.append(made)
      let grid = properties?.children.first { $0.name == "gridSpan" }?.attribute("val").flatMap { Int($0) }
      let over = (cell.attribute("colspan").flatMap { Int($0) } ?? grid ?? 1) - 1
      let more = cell.attribute("MergeAcross").flatMap { Int($0) } ?? over
      for _ in 0..<min(max(0, more), 60) { result.append(blank(cell.line)) }
      if let repeated = cell.attribute("number-columns-repeated").flatMap({ Int($0) }), repeated > 1 {
        for _ in 1..<min(repeated, 60) { result.append(made) }
      }
    }
    drop()
    while let last = result.last, last.text.isEmpty { result.removeLast() }
    return result
  }

  static func text(_ element: XMLElement) -> String {
    let own = element.text.trimmingBlanks
    let inner = element.children.map(text).filter { !$0.isEmpty }.joined(separator: " ")
    return [own, inner].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
