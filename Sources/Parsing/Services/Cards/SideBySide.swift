import Extraction
import IEPModel

/// Cards that stand beside each other: the same label twice on one line. Read line by line their facts are woven into
/// one another; this puts each card's facts together, the left one first.
enum SideBySide {
  static func untangled(_ items: [SectionItem]) -> [SectionItem] {
    var result: [SectionItem] = []
    var index = 0
    while index < items.count {
      guard let seam = seam(at: index, in: items) else {
        result.append(items[index])
        index += 1
        continue
      }
      // All the facts that follow on the page, split where the second card begins.
      var left: [SectionItem] = []
      var right: [SectionItem] = []
      while index < items.count, case .fact(let fact) = items[index], fact.labelPlace.page == seam.page {
        if let x = fact.labelPlace.box?.x0, x >= seam.x - 4 {
          right.append(items[index])
        } else {
          left.append(items[index])
        }
        index += 1
      }
      result += left + right
    }
    return result
  }

  /// Where a second card begins, in points from the page's left edge, if two facts in a row have one label and one line.
  private static func seam(at index: Int, in items: [SectionItem]) -> (page: Int?, x: Double)? {
    guard index + 1 < items.count, case .fact(let first) = items[index], case .fact(let second) = items[index + 1],
      first.label == second.label, first.labelPlace.page == second.labelPlace.page,
      let a = first.labelPlace.box, let b = second.labelPlace.box, abs(a.y0 - b.y0) < 4, b.x0 > a.x1
    else { return nil }
    return (first.labelPlace.page, b.x0)
  }
}
