import Extraction
import IEPModel

/// The two columns of text that a page is set in, as a booklet's are: each is read from its top to its end.
struct PageColumns: Sendable {
  /// The middle of the blank between them, in points from the page's left edge.
  let x: Double
  /// Where they begin and end, in points from the page's top.
  let top: Double
  let bottom: Double

  /// Which part of the page a box lies in, in reading order: above the columns, left, right, below.
  func zone(of box: Box) -> Int {
    if box.midY < top { return 0 }
    if box.midY > bottom { return 3 }
    return box.midX < x ? 1 : 2
  }

  /// Half of the blank's least width, in points.
  private static let margin = 4.0

  /// - Parameters:
  ///   - free: the words that no table holds.
  ///   - tables: the boxes of tables.
  /// - Returns: `nil` where the page's text runs from side to side, or its columns are those of rows.
  init?(free: [Word], tables: [Box], page: PageLayout) {
    guard free.count > 120 else { return nil }
    let boxes = free.map(\.box) + tables
    var best: (x: Double, top: Double, bottom: Double)?
    for x in stride(from: page.width * 0.38, through: page.width * 0.62, by: 3) {
      let across = boxes.filter { $0.x0 < x + Self.margin && $0.x1 > x - Self.margin }
      // The longest part of the page that nothing crosses.
      var ends: [(y0: Double, y1: Double)] = across.map { ($0.y0, $0.y1) }.sorted { $0.0 < $1.0 }
      ends.append((page.height, page.height))
      var from = 0.0
      for (y0, y1) in ends {
        if y0 - from > best.map({ $0.bottom - $0.top }) ?? page.height * 0.55 { best = (x, from, y0) }
        from = max(from, y1)
      }
    }
    guard let best else { return nil }
    (x, top, bottom) = best
    let body = free.filter { $0.box.midY > best.top && $0.box.midY < best.bottom && !$0.isSideways }
    let sides = [body.filter { $0.box.midX < best.x }, body.filter { $0.box.midX > best.x }]
    guard sides.allSatisfy({ Self.isProse($0, page: page.number) }) else { return nil }
  }

  /// Many lines of running words that fill the column.
  private static func isProse(_ words: [Word], page: Int) -> Bool {
    guard let box = Box.around(words.map(\.box)) else { return false }
    let lines = Chunking.lines(of: words, page: page)
    let full = lines.filter {
      $0.chunks.count == 1 && $0.words.count >= 5 && $0.box.width > box.width * 0.75
    }.count
    return full >= 12 && full * 3 >= lines.count
  }
}
