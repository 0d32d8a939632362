import Extraction
import IEPModel

/// Tables that a form sets one under the other with so little space that their rules seem to touch: "A. Consultation" over
/// "B. In the classroom", each with columns of its own. No rule leads down from the one to the other, and their columns
/// part elsewhere; the rows of one table that are framed each by itself keep to the same columns.
enum StackedGrids {
  /// The rules of each of the tables from above; none where the rules draw a single table.
  static func parts(of rules: [Rule], joinedAs grid: RuledGrid.Region) -> [[Rule]] {
    let seams = seams(in: grid)
    guard !seams.isEmpty else { return [] }
    let bounds = [-.infinity] + seams + [.infinity]
    return zip(bounds, bounds.dropFirst()).map { top, bottom in
      rules.filter { $0.box.midY > top && $0.box.midY < bottom }
    }
  }

  /// The heights, in points from the page's top, at which one table ends and the next begins.
  private static func seams(in grid: RuledGrid.Region) -> [Double] {
    let held = Set(grid.cells.flatMap { $0.row..<($0.row + $0.rowSpan) })
    let gaps = (0..<grid.rowCount).filter { !held.contains($0) }
    var seams: [Double] = []
    var start = 0
    for (index, gap) in gaps.enumerated() {
      let end = index + 1 < gaps.count ? gaps[index + 1] : grid.rowCount
      let above = grid.cells.filter { (start..<gap).contains($0.row) }
      let below = grid.cells.filter { (gap + 1..<end).contains($0.row) }
      guard let bottom = above.map(\.box.y1).max(), let top = below.map(\.box.y0).min(), top > bottom else { continue }
      let (upper, lower) = (edges(of: above), edges(of: below))
      guard !upper.isSubset(of: lower), !lower.isSubset(of: upper) else { continue }
      seams.append((bottom + top) / 2)
      start = gap + 1
    }
    return seams
  }

  /// The columns at which cells begin that stand beside others.
  private static func edges(of cells: [RuledGrid.Cell]) -> Set<Int> {
    let counts = Dictionary(grouping: cells, by: \.row).mapValues(\.count)
    return Set(cells.filter { counts[$0.row, default: 0] > 1 }.map(\.column))
  }
}
