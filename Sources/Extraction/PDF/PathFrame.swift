/// A frame around something: what lies between two boxes, one within the other. Browsers draw a border that is thicker
/// on one side, or round at its corners, as a fill of the whole box that is clipped to the frame.
struct PathFrame: Sendable, Hashable {
  /// The least side of a frame, in points of the path: smaller rings are letters and bullets.
  private static let leastSide = 30.0
  /// The thickest side of a border, as a share of the box's lesser side.
  private static let thickest = 0.2

  let outer: PathExtent
  let inner: PathExtent

  /// Two parts of a path, of which one lies within the other and near all its sides.
  init?(of parts: [PathExtent]) {
    guard parts.count == 2 else { return nil }
    let (a, b) = (parts[0], parts[1])
    (outer, inner) = a.contains(b) ? (a, b) : (b, a)
    let least = min(outer.x1 - outer.x0, outer.y1 - outer.y0)
    let sides = [inner.x0 - outer.x0, outer.x1 - inner.x1, inner.y0 - outer.y0, outer.y1 - inner.y1]
    guard outer.contains(inner), least >= Self.leastSide, sides.contains(where: { $0 > 0 }),
      sides.allSatisfy({ $0 < least * Self.thickest })
    else { return nil }
  }

  /// The lines along its sides, each with its thickness.
  var sides: [(x0: Double, y0: Double, x1: Double, y1: Double, width: Double)] {
    let (left, right) = ((outer.x0 + inner.x0) / 2, (outer.x1 + inner.x1) / 2)
    let (low, high) = ((outer.y0 + inner.y0) / 2, (outer.y1 + inner.y1) / 2)
    return [
      (left, outer.y0, left, outer.y1, inner.x0 - outer.x0), (right, outer.y0, right, outer.y1, outer.x1 - inner.x1),
      (outer.x0, low, outer.x1, low, inner.y0 - outer.y0), (outer.x0, high, outer.x1, high, outer.y1 - inner.y1),
    ].filter { $0.4 > 0.05 }
  }
}

/// How far a part of a path extends.
struct PathExtent: Sendable, Hashable {
  var x0: Double
  var y0: Double
  var x1: Double
  var y1: Double

  init(x: Double, y: Double) { (x0, y0, x1, y1) = (x, y, x, y) }

  mutating func extend(to x: Double, _ y: Double) {
    (x0, y0, x1, y1) = (min(x0, x), min(y0, y), max(x1, x), max(y1, y))
  }

  func contains(_ other: PathExtent) -> Bool {
    let slack = 0.01
    return x0 <= other.x0 + slack && y0 <= other.y0 + slack && x1 >= other.x1 - slack && y1 >= other.y1 - slack
  }

  /// The lines around it.
  var sides: [(Double, Double, Double, Double)] {
    [(x0, y0, x1, y0), (x1, y0, x1, y1), (x1, y1, x0, y1), (x0, y1, x0, y0)]
  }

  /// As it lies on the page.
  func applying(_ matrix: Matrix) -> PathExtent {
    let (p, q) = (matrix.apply(x0, y0), matrix.apply(x1, y1))
    var result = PathExtent(x: p.x, y: p.y)
    result.extend(to: q.x, q.y)
    return result
  }
}
