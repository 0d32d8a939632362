import Extraction
import IEPModel

/// Goals printed as cards with their services in a box of their own at the right: what stands in that box comes behind
/// the goal, as where a form lists the services below it.
enum ServicesBesideGoal {
  /// The blocks with the lines of such boxes taken out of their tables.
  static func parted(_ blocks: [Block]) -> [Block] {
    blocks.flatMap { block -> [Block] in
      guard case .table(var table) = block, table.kind == .ruled, table.columnCount >= 2 else { return [block] }
      let boxes = table.cells.indices.filter { isOfServices(table.cells[$0], in: table) }
      guard !boxes.isEmpty, boxes.count < table.cells.count else { return [block] }
      var lines: [Block] = []
      for index in boxes {
        lines += titled(table.cells[index].lines).map(Block.line)
        table.cells[index].lines = []
      }
      // A goal whole in one cell is a card, whose lines read like those of a card without a frame.
      let filled = table.cells.filter { !$0.isEmpty }
      let goal = filled.count == 1 ? filled[0].lines.map(Block.line) : [.table(table)]
      return goal + lines
    }
  }

  /// How many lines the title of a box takes that names the goal, of two at most: "7 SPECIALLY DESIGNED SERVICES FOR" over
  /// "GOAL # 2".
  private static func titleEnd(of lines: [TextLine]) -> Int? {
    (1...2).first { count in
      guard count < lines.count else { return false }
      let words = lines[..<count].flatMap { $0.text.blankSeparated }
      let isCounted = words.count > 1 && words[0].allSatisfy(\.isNumber)
      return GoalServiceTitle.number(in: words.dropFirst(isCounted ? 1 : 0).joined(separator: " ")) != nil
    }
  }

  /// The lines with the title on one, without the count of the form's parts.
  private static func titled(_ lines: [TextLine]) -> [TextLine] {
    guard let end = titleEnd(of: lines) else { return lines }
    let words = lines[..<end].flatMap(\.words)
    let title = words[0].text.allSatisfy(\.isNumber) ? Array(words.dropFirst()) : words
    return [TextLine(page: lines[0].page, cells: [title])] + lines[end...]
  }

  /// A cell that opens with "Services for Goal 2" beside a cell that holds a goal.
  private static func isOfServices(_ cell: Cell, in table: Table) -> Bool {
    guard cell.lines.count >= 2, cell.column > 0, titleEnd(of: cell.lines) != nil else { return false }
    return table.row(cell.row).contains { other in
      other.column < cell.column
        && (other.lines.first.map { GoalHeading($0.text) != nil } ?? false || GoalParagraph.looksLikeGoal(other.text))
    }
  }
}
