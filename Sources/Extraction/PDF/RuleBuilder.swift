import IEPModel

/// Painted marks to rules, drawn tick boxes and shaded boxes on the page as displayed.
struct RuleBuilder {
  struct Result {
    var rules: [Rule] = []
    /// Drawn boxes to tick, each with whether a cross or a fill stands in it.
    var ticks: [(box: Box, isOn: Bool)] = []
  }

  /// Thinner filled rectangles are lines, in points.
  private static let thickestLine = 3.0
  /// Sides of a drawn tick box, in points.
  private static let tickSides = 5.0...16.0
  private static let tolerance = 0.75

  let drawing: QPDFFile.Drawing

  func build() -> Result {
    var horizontal: [Box] = []
    var vertical: [Box] = []
    var strokes: [Box] = []
    var smallFills: [Box] = []
    for mark in drawing.marks {
      switch mark {
      case .segment(let x0, let y0, let x1, let y1, let width):
        let box = display(x0, y0, x1, y1)
        let half = min(width, 4) / 2
        if box.height < 0.6, box.width > 0.6 {
          horizontal.append(Box(x0: box.x0, y0: box.midY - half, x1: box.x1, y1: box.midY + half))
        } else if box.width < 0.6, box.height > 0.6 {
          vertical.append(Box(x0: box.midX - half, y0: box.y0, x1: box.midX + half, y1: box.y1))
        } else if box.width < 20, box.height < 20 {
          strokes.append(box)
        }
      case .filled(let x0, let y0, let x1, let y1):
        let box = display(x0, y0, x1, y1)
        if box.height <= Self.thickestLine, box.width > box.height {
          horizontal.append(box)
        } else if box.width <= Self.thickestLine, box.height > box.width {
          vertical.append(box)
        } else if box.width < 14, box.height < 14 {
          smallFills.append(box)
        }
      }
    }
    let rows = merged(horizontal, isHorizontal: true)
    let columns = merged(vertical, isHorizontal: false)
    var result = Result()
    let squares = tickBoxes(rows, columns)
    for square in squares {
      let inner = square.insetBy(-0.5)
      let isOn =
        strokes.contains { inner.contains(x: $0.midX, y: $0.midY) && $0.width > square.width * 0.25 }
        || smallFills.contains { inner.contains(x: $0.midX, y: $0.midY) && $0.area > square.area * 0.1 }
      result.ticks.append((square, isOn))
    }
    func isSide(_ box: Box) -> Bool {
      squares.contains { $0.insetBy(-2).contains(x: box.midX, y: box.midY) && max(box.width, box.height) <= 20 }
    }
    result.rules =
      rows.filter { $0.width >= 4 && !isSide($0) }.map { Rule(box: $0, isHorizontal: true) }
      + columns.filter { $0.height >= 4 && !isSide($0) }.map { Rule(box: $0, isHorizontal: false) }
    return result
  }

  /// User space to the page as displayed: cropped, turned, y downward.
  private func display(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> Box {
    let c = drawing.crop
    func point(_ x: Double, _ y: Double) -> (Double, Double) {
      switch drawing.rotation {
      case 90: (y - c.1, x - c.0)
      case 180: (c.2 - x, y - c.1)
      case 270: (c.3 - y, c.2 - x)
      default: (x - c.0, c.3 - y)
      }
    }
    let (p, q) = (point(x0, y0), point(x1, y1))
    return Box(x0: min(p.0, q.0), y0: min(p.1, q.1), x1: max(p.0, q.0), y1: max(p.1, q.1))
  }

  /// Joins collinear lines that touch or overlap.
  private func merged(_ boxes: [Box], isHorizontal: Bool) -> [Box] {
    let sorted = boxes.sorted {
      isHorizontal ? ($0.midY, $0.x0) < ($1.midY, $1.x0) : ($0.midX, $0.y0) < ($1.midX, $1.y0)
    }
    // Lines of one height within the tolerance form a group; in it those that touch are one.
    var result: [Box] = []
    var group: [Box] = []
    func flush() {
      let ordered = group.sorted { isHorizontal ? $0.x0 < $1.x0 : $0.y0 < $1.y0 }
      var open: Box?
      for box in ordered {
        if let last = open {
          let gap = isHorizontal ? box.x0 - last.x1 : box.y0 - last.y1
          if gap <= Self.tolerance {
            open = last.union(box)
          } else {
            result.append(last)
            open = box
          }
        } else {
          open = box
        }
      }
      if let open { result.append(open) }
      group = []
    }
    for box in sorted {
      if let last = group.last, abs((isHorizontal ? box.midY - last.midY : box.midX - last.midX)) > Self.tolerance {
        flush()
      }
      group.append(box)
    }
    flush()
    return result
  }

  /// Four short lines that make a small square of their own.
  private func tickBoxes(_ rows: [Box], _ columns: [Box]) -> [Box] {
    let short = rows.filter { Self.tickSides.contains($0.width) }
    let sides = columns.filter { Self.tickSides.contains($0.height) }
    guard short.count >= 2, sides.count >= 2 else { return [] }
    var result: [Box] = []
    for top in short {
      guard
        let bottom = short.first(where: {
          $0.midY > top.midY + 4 && $0.midY - top.midY < 17 && abs($0.x0 - top.x0) < 1.5 && abs($0.x1 - top.x1) < 1.5
        })
      else { continue }
      let height = bottom.midY - top.midY
      guard abs(height - top.width) < max(2.5, top.width * 0.3) else { continue }
      let left = sides.contains {
        abs($0.midX - top.x0) < 1.5 && abs($0.height - height) < 2.5 && abs($0.y0 - top.midY) < 2
      }
      let right = sides.contains {
        abs($0.midX - top.x1) < 1.5 && abs($0.height - height) < 2.5 && abs($0.y0 - top.midY) < 2
      }
      if left && right { result.append(Box(x0: top.x0, y0: top.y0, x1: top.x1, y1: bottom.y1)) }
    }
    return result
  }
}
