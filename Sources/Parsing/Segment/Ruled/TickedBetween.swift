import Extraction
import IEPModel

/// Blanks of a form that was filled in and flattened: the borders of the text fields of its rows touch, and the boxes to
/// tick between them part the rows in two: "[Speech] [30] [Week] ☒ ☐ [Room 4] [SLP]".
enum TickedBetween {
  /// Whether the rows of a grid go on beside boxes to tick in another of the page's grids, row by row.
  static func parts(_ grid: RuledGrid.Region, _ grids: [RuledGrid.Region], words: [Word]) -> Bool {
    grids.contains { other in
      guard other.rowCount == grid.rowCount, abs(other.box.y0 - grid.box.y0) < 2, abs(other.box.y1 - grid.box.y1) < 2,
        zip(rows(of: grid), rows(of: other)).allSatisfy({ abs($0 - $1) < 2 })
      else { return false }
      let (left, right) = grid.box.x0 < other.box.x0 ? (grid.box, other.box) : (other.box, grid.box)
      guard left.x1 < right.x0 else { return false }
      let between = words.filter {
        $0.box.midX > left.x1 && $0.box.midX < right.x0 && $0.box.midY > left.y0 && $0.box.midY < left.y1
      }
      return between.count >= grid.rowCount && between.allSatisfy(Ticks.isTick)
    }
  }

  /// Where each row begins, in points from the page's top.
  private static func rows(of grid: RuledGrid.Region) -> [Double] {
    (0..<grid.rowCount).map { row in grid.cells.lazy.filter { $0.row == row }.map(\.box.y0).min() ?? grid.box.y0 }
  }
}
