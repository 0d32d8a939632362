import Extraction
import IEPModel

/// Rules across that a grid lacks though its rules down tell where they would be.
enum MissingRules {
  static func supplied(_ across: [Rule], between down: [Rule]) -> [Rule] {
    stepped(closed(across, between: down), between: down)
  }

  /// The rules across, with those that are missing where a page's end cuts a row: the rules down lead on to one height.
  private static func closed(_ across: [Rule], between down: [Rule]) -> [Rule] {
    guard let box = Box.around(across.map(\.box)) else { return across }
    func ends(_ end: (Box) -> Double, _ isBeyond: (Double) -> Bool) -> [Rule] {
      let leading = down.filter { isBeyond(end($0.box)) }
      guard leading.count >= 3, let first = leading.first, let x = Box.around(leading.map(\.box)),
        leading.allSatisfy({ abs(end($0.box) - end(first.box)) < RuledGrid.snap }), x.width > box.width * 0.9
      else { return [] }
      let y = end(first.box)
      return [Rule(box: Box(x0: x.x0, y0: y, x1: x.x1, y1: y), isHorizontal: true)]
    }
    return ends(\.y0) { $0 < box.y0 - 6 } + across + ends(\.y1) { $0 > box.y1 + 6 }
  }

  /// The rules across, with those that are missing between the cells of a row and a line of remarks below or above them,
  /// which no rule parts: most rules down stop there and the outer ones lead on.
  private static func stepped(_ across: [Rule], between down: [Rule]) -> [Rule] {
    let ys = RuledGrid.clusters(across.map(\.box.midY))
    guard let frame = Box.around(across.map(\.box)), ys.count >= 2, down.count >= 5 else { return across }
    var steps: [Rule] = []
    for (top, bottom) in zip(ys, ys.dropFirst()) where bottom - top > 2 * leastStep {
      func isWithin(_ y: Double) -> Bool { y > top + leastStep && y < bottom - leastStep }
      let cut = down.filter { $0.box.y0 < bottom && $0.box.y1 > top }
      let stopped = cut.flatMap { [$0.box.y0, $0.box.y1].filter(isWithin) }
      let whole = cut.filter { $0.box.y0 <= top + RuledGrid.snap && $0.box.y1 >= bottom - RuledGrid.snap }
      guard stopped.count >= 3, stopped.count > whole.count, let y = stopped.first,
        stopped.allSatisfy({ abs($0 - y) < RuledGrid.snap }),
        let sides = Box.around(whole.map(\.box)), sides.width > frame.width * 0.9
      else { continue }
      steps.append(Rule(box: Box(x0: sides.x0, y0: y, x1: sides.x1, y1: y), isHorizontal: true))
    }
    return across + steps
  }

  /// How far from the rules across a rule down stops that parts a row, in points: a line of small print fits between.
  private static let leastStep = 6.0
}
