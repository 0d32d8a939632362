import Extraction
import IEPModel

/// Builds tables from drawn rules: joins the rules that touch, finds the smallest rectangles between them and merges
/// those with no rule in between, so that merged cells come out as one.
struct RuledGrid {
  /// Rules closer than this, in points, are one.
  static let snap = 2.5

  typealias Cell = (box: Box, row: Int, column: Int, rowSpan: Int, columnSpan: Int)

  struct Region {
    var box: Box
    var cells: [Cell]
    var rowCount: Int
    var columnCount: Int
  }

  /// The tables of a page, outermost first; single boxes are tables of one cell.
  static func regions(of page: PageLayout) -> [Region] {
    let rules = page.rules.filter { $0.isHorizontal ? $0.box.width > 6 : $0.box.height > 4 }
    guard rules.count >= 4, rules.count < 6000 else { return [] }
    return components(of: rules).flatMap { group in
      guard let whole = region(group) else { return [Region]() }
      let parts = StackedGrids.parts(of: group, joinedAs: whole)
      return parts.isEmpty ? [whole] : parts.compactMap(region)
    }
  }

  /// Rules that touch or cross, as groups.
  private static func components(of rules: [Rule]) -> [[Rule]] {
    var parent = Array(rules.indices)
    func root(_ i: Int) -> Int {
      var i = i
      while parent[i] != i {
        parent[i] = parent[parent[i]]
        i = parent[i]
      }
      return i
    }
    let order = rules.indices.sorted { rules[$0].box.y0 < rules[$1].box.y0 }
    for (position, a) in order.enumerated() {
      let reach = rules[a].box.insetBy(-snap)
      for b in order[(position + 1)...] {
        if rules[b].box.y0 > reach.y1 { break }
        if rules[b].box.x0 <= reach.x1 && rules[b].box.x1 >= reach.x0 { parent[root(a)] = root(b) }
      }
    }
    var groups: [Int: [Rule]] = [:]
    for i in rules.indices { groups[root(i), default: []].append(rules[i]) }
    return groups.values.sorted {
      let (a, b) = (Box.around($0.map(\.box)), Box.around($1.map(\.box)))
      return ((a?.y0 ?? 0), (a?.x0 ?? 0)) < ((b?.y0 ?? 0), (b?.x0 ?? 0))
    }
  }

  static func clusters(_ values: [Double]) -> [Double] {
    var result: [Double] = []
    var sum = 0.0
    var count = 0
    for value in values.sorted() {
      if count > 0, value - sum / Double(count) > snap {
        result.append(sum / Double(count))
        sum = 0
        count = 0
      }
      sum += value
      count += 1
    }
    if count > 0 { result.append(sum / Double(count)) }
    return result
  }

  private static func region(_ rules: [Rule]) -> Region? {
    let vertical = rules.filter { !$0.isHorizontal }
    let horizontal = MissingRules.supplied(rules.filter(\.isHorizontal), between: vertical)
    let ys = clusters(horizontal.map(\.box.midY))
    let xs = clusters(vertical.map(\.box.midX))
    guard ys.count >= 2, xs.count >= 2, let box = Box.around(rules.map(\.box)) else { return nil }
    let (rows, columns) = (ys.count - 1, xs.count - 1)
    guard rows * columns <= 20_000 else { return nil }

    // For each grid line the intervals that are drawn, then whether the side of a small cell lies on them.
    var drawnVertical = Array(repeating: [(Double, Double)](), count: xs.count)
    for rule in vertical {
      if let i = nearest(rule.box.midX, in: xs) { drawnVertical[i].append((rule.box.y0, rule.box.y1)) }
    }
    var drawnHorizontal = Array(repeating: [(Double, Double)](), count: ys.count)
    for rule in horizontal {
      if let i = nearest(rule.box.midY, in: ys) { drawnHorizontal[i].append((rule.box.x0, rule.box.x1)) }
    }
    func covers(_ intervals: [(Double, Double)], _ from: Double, _ to: Double) -> Bool {
      var covered = 0.0
      for (a, b) in intervals { covered += max(0, min(b, to) - max(a, from)) }
      return covered >= (to - from) * 0.7
    }

    var owner = Array(repeating: -1, count: rows * columns)
    var cells: [Cell] = []
    for row in 0..<rows {
      for column in 0..<columns where owner[row * columns + column] < 0 {
        // Grow to the right while no rule stands between, then down while none does below the whole width.
        var right = column
        while right + 1 < columns, owner[row * columns + right + 1] < 0,
          !covers(drawnVertical[right + 1], ys[row], ys[row + 1])
        { right += 1 }
        var bottom = row
        growing: while bottom + 1 < rows {
          for c in column...right where covers(drawnHorizontal[bottom + 1], xs[c], xs[c + 1]) { break growing }
          // A rule that begins below splits the next row: then it is another cell.
          if right > column {
            for c in (column + 1)...right where covers(drawnVertical[c], ys[bottom + 1], ys[bottom + 2]) {
              break growing
            }
          }
          if !covers(drawnVertical[column], ys[bottom + 1], ys[bottom + 2])
            || !covers(drawnVertical[right + 1], ys[bottom + 1], ys[bottom + 2])
          {
            break growing
          }
          bottom += 1
        }
        let isClosed =
          covers(drawnVertical[column], ys[row], ys[bottom + 1])
          && covers(drawnVertical[right + 1], ys[row], ys[bottom + 1])
          && covers(drawnHorizontal[row], xs[column], xs[right + 1])
          && covers(drawnHorizontal[bottom + 1], xs[column], xs[right + 1])
        for r in row...bottom { for c in column...right { owner[r * columns + c] = cells.count } }
        if isClosed {
          cells.append(
            (
              Box(x0: xs[column], y0: ys[row], x1: xs[right + 1], y1: ys[bottom + 1]), row, column,
              bottom - row + 1, right - column + 1
            ))
        }
      }
    }
    guard !cells.isEmpty else { return nil }
    return Region(box: box, cells: cells, rowCount: rows, columnCount: columns)
  }

  private static func nearest(_ value: Double, in sorted: [Double]) -> Int? {
    var best: (Int, Double)?
    for (i, candidate) in sorted.enumerated() {
      let distance = abs(candidate - value)
      if distance <= snap * 1.5, distance < best?.1 ?? .infinity { best = (i, distance) }
    }
    return best?.0
  }
}
