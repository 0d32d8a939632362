import Extraction
import IEPModel

/// Boxes with a drawn border, square or rounded, that stand side by side and hold text of their own, as cards do: each is
/// read from its top to its end.
struct BoxesBeside: Sendable {
  /// From left to right in each row, the rows from top to bottom.
  let boxes: [Box]
  /// Those and the boxes that stand alone, but for a border around most of the page: no column of text ends within one.
  let frames: [Box]

  /// The most that a rounded corner takes off each side, in points.
  private static let corner = 14.0
  /// The least height of a card, in points: lower boxes hold a label or a value.
  private static let leastHeight = 36.0
  private static let leastLines = 3
  /// Of a box that stands alone, as a share of the page's.
  private static let mostHeight = 0.5

  /// - Parameters:
  ///   - words: those that no table holds.
  ///   - tables: what lies in them is no card.
  init(of page: PageLayout, words: [Word], tables: [Box]) {
    let framed = Self.framed(page.rules).filter { box in
      box.height >= Self.leastHeight && !tables.contains { $0.intersection(box).map { $0.area > 1 } ?? false }
    }
    // The innermost: a frame around cards is none.
    let inner = framed.filter { box in !framed.contains { Self.holds(box, $0) } }
    let holding = inner.filter { box in
      Chunking.lines(of: words.filter { box.contains(x: $0.box.midX, y: $0.box.midY) }, page: page.number).count
        >= Self.leastLines
    }
    frames = holding.filter { $0.height < page.height * Self.mostHeight }
    let panels = Self.panels(among: framed, around: inner)
    let beside = holding.filter { box in
      holding.contains { other in
        // One may begin lower, where only it has its title on this page.
        min(other.y1, box.y1) - max(other.y0, box.y0) > max(other.height, box.height) * 0.7
          && Self.areApart(box, other)
      }
    }
    boxes = (panels + beside.filter { box in !panels.contains { Self.holds($0, box) } })
      .sorted { ($0.y0.rounded(), $0.x0) < ($1.y0.rounded(), $1.x0) }
  }

  /// Frames around cards that begin at one height beside one another, each under a heading of its own: one is read to its
  /// end before the other.
  private static func panels(among framed: [Box], around inner: [Box]) -> [Box] {
    let around = framed.filter { box in inner.contains { holds(box, $0) } }
    return around.filter { box in
      !around.contains { holds($0, box) } && around.contains { abs($0.y0 - box.y0) < corner && areApart($0, box) }
    }
  }

  private static func areApart(_ one: Box, _ other: Box) -> Bool { other.x0 > one.x1 - 1 || other.x1 < one.x0 + 1 }

  /// The other lies whole within the one.
  private static func holds(_ box: Box, _ other: Box) -> Bool {
    other.area < box.area && box.contains(x: other.x0, y: other.y0) && box.contains(x: other.x1, y: other.y1)
  }

  /// Which of the boxes holds it.
  func index(of box: Box) -> Int? { boxes.firstIndex { $0.contains(x: box.midX, y: box.midY) } }

  /// Four rules each, which end at the corners or equally short of them.
  private static func framed(_ rules: [Rule]) -> [Box] {
    let across = rules.filter { $0.isHorizontal && $0.box.width > 60 }.map(\.box).sorted { $0.y0 < $1.y0 }
    let down = rules.filter { !$0.isHorizontal && $0.box.height > 12 }.map(\.box)
    guard across.count < 400, down.count < 400 else { return [] }
    var result: [Box] = []
    for (index, top) in across.enumerated() {
      // Between the two may stand the rule of a title: the first below at which the sides end closes the box.
      let box = across[(index + 1)...].lazy.filter {
        abs($0.x0 - top.x0) < 2 && abs($0.x1 - top.x1) < 2 && $0.y0 - top.y0 > 12
      }.compactMap { Self.framed(from: top, to: $0, down: down) }.first
      if let box { result.append(box) }
    }
    return result
  }

  private static func framed(from top: Box, to bottom: Box, down: [Box]) -> Box? {
    func side(_ x: Double, outward: Double) -> Box? {
      down.first { rule in
        let radius = (rule.midX - x) * outward
        return radius > -2 && radius < corner && abs(rule.y0 - top.midY - radius) < 3
          && abs(bottom.midY - rule.y1 - radius) < 3
      }
    }
    guard let left = side(top.x0, outward: -1), let right = side(top.x1, outward: 1) else { return nil }
    return Box(x0: left.midX, y0: top.midY, x1: right.midX, y1: bottom.midY)
  }
}
