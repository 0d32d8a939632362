import Extraction
import IEPModel

/// Goals in panels side by side, each whole in a cell under the name of its area: no row or column of the table holds a
/// goal.
enum GoalPanels {
  struct Panel {
    var area: TextLine
    var rest: [TextLine]
  }

  /// The panels in reading order; empty where the table holds other things.
  static func panels(in table: Table) -> [Panel] {
    let filled = table.cells.filter { !$0.isEmpty }
    guard table.columnCount >= 2, filled.count >= 2, filled.allSatisfy({ $0.columnSpan == 1 && $0.rowSpan == 1 }) else {
      return []
    }
    let panels = filled.sorted { ($0.row, $0.column) < ($1.row, $1.column) }.compactMap(panel)
    return panels.count == filled.count ? panels : []
  }

  private static func panel(_ cell: Cell) -> Panel? {
    guard let panel = named(cell), panel.rest.contains(where: { $0.text.contains(": ") }) else { return nil }
    return panel
  }

  /// A goal below the name of its area, which is set in bold.
  static func named(_ cell: Cell) -> Panel? {
    guard cell.lines.count >= 2, let area = cell.lines.first, (1...5).contains(area.words.count), area.isBold,
      !area.text.contains(":"), GoalHeading(area.text) == nil, case let rest = Array(cell.lines.dropFirst()),
      area.differsInType(from: rest[0]), rest[0].text.first?.isUppercase == true,
      GoalParagraph.looksLikeGoal(Unwrapping.text(of: rest))
    else { return nil }
    return Panel(area: area, rest: rest)
  }
}
