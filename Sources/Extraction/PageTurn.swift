public import IEPModel

/// How a page must be turned so that its lines run across: a whole page may be set sideways on upright paper.
public struct PageTurn: Sendable, Hashable {
  public enum Direction: Sendable, Hashable { case clockwise, counterclockwise }

  public var direction: Direction
  /// Of the page as displayed, in points.
  public var width: Double
  public var height: Double

  public init(_ direction: Direction, width: Double, height: Double) {
    self.direction = direction
    self.width = width
    self.height = height
  }

  /// A box of the page as displayed, on the turned page.
  public func turned(_ box: Box) -> Box {
    switch direction {
    case .clockwise: Box(x0: height - box.y1, y0: box.x0, x1: height - box.y0, y1: box.x1)
    case .counterclockwise: Box(x0: box.y0, y0: width - box.x1, x1: box.y1, y1: width - box.x0)
    }
  }

  /// A box of the turned page, on the page as displayed.
  public func displayed(_ box: Box) -> Box {
    switch direction {
    case .clockwise: Box(x0: box.y0, y0: height - box.x1, x1: box.y1, y1: height - box.x0)
    case .counterclockwise: Box(x0: width - box.y1, y0: box.x0, x1: width - box.y0, y1: box.x1)
    }
  }
}

extension PageTurn {
  /// Neighbouring letters that tell of a page how its text runs.
  private static let fewest = 60
  /// More that follow one another across make a page whose text runs across.
  private static let most = 300

  /// `nil` where the text runs across, or some of it does.
  init?(of glyphs: Glyphs, width: Double, height: Double) {
    var (across, up, down) = (0, 0, 0)
    for index in 1..<max(1, min(glyphs.scalars.count, glyphs.boxes.count)) {
      guard !glyphs.scalars[index - 1].isBlank, !glyphs.scalars[index].isBlank else { continue }
      let (a, b) = (glyphs.boxes[index - 1], glyphs.boxes[index])
      if WordBuilder.followsSideways(a, b) {
        if b.midY < a.midY { up += 1 } else { down += 1 }
      } else if WordBuilder.followsAcross(a, b) {
        across += 1
        if across > Self.most { return nil }
      }
    }
    guard max(up, down) >= Self.fewest, max(up, down) > 10 * (across + min(up, down)) else { return nil }
    self.init(up > down ? .clockwise : .counterclockwise, width: width, height: height)
  }
}
