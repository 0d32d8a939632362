import Extraction
import IEPModel

/// Narrow columns of boxes to tick, which stand so close that their labels read as one: "Regular Special Therapy" over
/// "class ed room room".
struct BoxColumns {
  /// The middle of each column of boxes in points, from left to right.
  private let middles: [Double]
  /// Words beside the boxes.
  private let texts: [Box]

  init(body: [TextLine]) {
    let words = body.flatMap(\.words)
    texts = words.filter { !Ticks.isTick($0) }.map(\.box)
    let rows = body.filter { $0.words.contains(where: Ticks.isTick) }.count
    var columns: [(x: Double, count: Int)] = []
    for x in words.filter(Ticks.isTick).map(\.box.midX).sorted() {
      if let last = columns.last, x - last.x < 3 {
        columns[columns.count - 1].count += 1
      } else {
        columns.append((x, 1))
      }
    }
    middles = columns.filter { $0.count >= 2 && $0.count * 5 >= rows * 3 }.map(\.x)
  }

  /// The labels with each that stands over several columns of boxes, and nothing else, parted by them.
  /// - Parameter words: those of the labels' lines.
  func dividing(_ labels: [Box], words: [Word]) -> [Box] {
    labels.enumerated().flatMap { index, label -> [Box] in
      let right = index + 1 < labels.count ? labels[index + 1].x0 : .infinity
      let own = middles.filter { label.x0 - 6 < $0 && $0 < min(label.x1 + 6, right) }
      guard own.count > 1,
        !texts.contains(where: { $0.x1 > own[0] - 4 && $0.x0 < own[own.count - 1] + 4 })
      else { return [label] }
      let printed = words.filter { label.x0 - 1 <= $0.box.midX && $0.box.midX <= label.x1 + 1 }
      let parts = own.indices.map { column in
        Box.around(printed.filter { word in nearest(to: word.box.midX, of: own) == column }.map(\.box))
      }
      let found = parts.compactMap { $0 }
      return found.count == own.count ? found : [label]
    }
  }

  private func nearest(to x: Double, of columns: [Double]) -> Int {
    columns.indices.min { abs(columns[$0] - x) < abs(columns[$1] - x) } ?? 0
  }
}
