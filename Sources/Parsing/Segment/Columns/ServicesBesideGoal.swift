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
        lines += table.cells[index].lines.map(Block.line)
        table.cells[index].lines = []
      }
      return [.table(table)] + lines
    }
  }

  /// A cell that opens with "Services for Goal 2" beside a cell that holds a goal.
  private static func isOfServices(_ cell: Cell, in table: Table) -> Bool {
    guard cell.lines.count >= 2, cell.column > 0, GoalServiceTitle.number(in: cell.lines[0].text) != nil else {
      return false
    }
    return table.row(cell.row).contains { other in
      other.column < cell.column
        && (other.lines.first.map { GoalHeading($0.text) != nil } ?? false || GoalParagraph.looksLikeGoal(other.text))
    }
  }
}
