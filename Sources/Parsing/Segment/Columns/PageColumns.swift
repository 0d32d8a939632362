import Extraction
import IEPModel

/// The two columns of text that a page is set in, as a booklet's are, or a text and the bar of facts at its side: each is
/// read from its top to its end.
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
  /// The least height of a blank between texts, as a share of the page's.
  private static let leastHeight = 0.55

  /// - Parameters:
  ///   - words: all words of the page.
  ///   - tables: the boxes of tables.
  /// - Returns: `nil` where the page's text runs from side to side, or its columns are those of rows.
  init?(words: [Word], tables: [Box], page: PageLayout) {
    guard words.count > 120 else { return nil }
    let boxes = (words.map(\.box) + tables).sorted { $0.y0 < $1.y0 }
    let middle = Self.blank(from: 0.38, through: 0.62, among: boxes, page: page).map {
      Self.belowFacts($0, words: words, page: page)
    }
    if let middle, Self.isTwoColumns(middle, words: words, page: page) {
      (x, top, bottom) = middle
      return
    }
    let bars = [(0.2, 0.38), (0.62, 0.8)].compactMap {
      Self.blank(from: $0.0, through: $0.1, among: boxes, page: page, least: 0.3)
    }
    let sides = bars.lazy.filter { $0.bottom - $0.top > page.height * Self.leastHeight }
    if let side = sides.first(where: { Self.isSidebar($0, words: words, page: page) }) {
      (x, top, bottom) = Self.aboveHeading(side, words: words, page: page)
      return
    }
    guard let bar = bars.first(where: { Self.isFactBar($0, words: words, page: page) }) else { return nil }
    (x, top, bottom) = Self.aboveHeading(Self.besideText(bar, words: words, page: page), words: words, page: page)
  }

  private typealias Blank = (x: Double, top: Double, bottom: Double)

  /// The blank that runs farthest down the page between two shares of its width.
  /// - Parameter height: the least, as a share of the page's.
  private static func blank(
    from least: Double, through most: Double, among boxes: [Box], page: PageLayout, least height: Double = leastHeight
  ) -> Blank? {
    var best: Blank?
    let (left, right) = (page.width * least, page.width * most)
    let boxes = boxes.filter { $0.x0 < right + margin && $0.x1 > left - margin }
    for x in stride(from: left, through: right, by: 3) {
      // The longest part of the page that nothing crosses.
      var from = 0.0
      func end(at y0: Double) {
        if y0 - from > best.map({ $0.bottom - $0.top }) ?? page.height * height { best = (x, from, y0) }
      }
      for box in boxes where box.x0 < x + margin && box.x1 > x - margin {
        end(at: box.y0)
        from = max(from, box.y1)
      }
      end(at: page.height)
    }
    return best
  }

  private static func lines(beside blank: Blank, of words: [Word], page: PageLayout) -> (
    left: [TextLine], right: [TextLine]
  ) {
    let body = words.filter { $0.box.midY > blank.top && $0.box.midY < blank.bottom && !$0.isSideways }
    return (
      Chunking.lines(of: body.filter { $0.box.midX < blank.x }, page: page.number),
      Chunking.lines(of: body.filter { $0.box.midX > blank.x }, page: page.number)
    )
  }

  /// The blank below the rows of facts that a page begins with: "Name: ... | Student ID: ..." above two columns of text
  /// are read across.
  private static func belowFacts(_ blank: Blank, words: [Word], page: PageLayout) -> Blank {
    let (left, right) = lines(beside: blank, of: words, page: page)
    func isFact(_ line: TextLine) -> Bool {
      line.chunks.count == 1
        && (line.words.prefix(5).firstIndex { $0.text.hasSuffix(":") }
          .map { $0 + 1 < line.words.count } ?? false)
    }
    var (rows, end) = (0, blank.top)
    for line in left {
      let beside = right.first { abs($0.box.y1 - line.box.y1) < 1.5 }
      if let beside, isFact(line), isFact(beside) {
        (rows, end) = (rows + 1, max(line.box.y1, beside.box.y1))
      } else if rows > 0 || beside != nil {
        break
      }
    }
    return rows >= 3 ? (blank.x, end + 1, blank.bottom) : blank
  }

  /// Running text on both sides.
  private static func isTwoColumns(_ blank: Blank, words: [Word], page: PageLayout) -> Bool {
    let (left, right) = lines(beside: blank, of: words, page: page)
    let prose = [left, right].map(proseLines)
    return prose.allSatisfy { $0 >= 2 } && prose[0] + prose[1] >= 7 && !keepsRows(left, right, least: 0.5)
  }

  /// A narrow column of short lines, whose rows are none of the text's beside it.
  private static func isSidebar(_ blank: Blank, words: [Word], page: PageLayout) -> Bool {
    let (left, right) = lines(beside: blank, of: words, page: page)
    let (side, text) = blank.x < page.width / 2 ? (left, right) : (right, left)
    return side.count >= 12 && proseLines(text) >= 6 && side.count { $0.chunks.count == 1 } * 5 >= side.count * 4
      && !keepsRows(side, text, least: 0.34)
  }

  /// A narrow column of small labels over their values, beside whatever else the page holds.
  private static func isFactBar(_ blank: Blank, words: [Word], page: PageLayout) -> Bool {
    let (left, right) = lines(beside: blank, of: words, page: page)
    let (side, text) = blank.x < page.width / 2 ? (left, right) : (right, left)
    let changes = zip(side, side.dropFirst()).count { label, value in
      label.differsInType(from: value) && label.text.isCapitals
        && (!value.text.isCapitals || value.text.contains(where: \.isNumber))
    }
    let labels = labelsByTurns(side)
    return (changes >= 5 && changes * 5 >= side.count * 2 || labels != nil)
      && side.allSatisfy { $0.chunks.count == 1 } && text.count >= 4 && !keepsRows(labels ?? side, text, least: 0.34)
  }

  /// The labels of a bar that are all set in one type, in mixed case, with a value in another below each: "Grade" over
  /// "6".
  private static func labelsByTurns(_ lines: [TextLine]) -> [TextLine]? {
    // "Location: Resource room": a column of cards whose labels stand beside their values.
    guard lines.count >= 10, let label = lines.first, let last = lines.last, last.differsInType(from: label),
      lines.count(where: { $0.text.contains(": ") }) * 3 < lines.count
    else { return nil }
    let labels = lines.indices.filter { !lines[$0].differsInType(from: label) }
    let values = lines.filter { $0.differsInType(from: label) }
    guard labels.count >= 5, labels.count * 5 >= lines.count * 2,
      // No label stands without its value.
      zip(labels, labels.dropFirst()).allSatisfy({ $1 - $0 >= 2 }),
      values.allSatisfy({ !$0.differsInType(from: values[0]) }),
      labels.allSatisfy({ lines[$0].words.count <= 5 && !lines[$0].text.hasSuffix(".") })
    else { return nil }
    return labels.map { lines[$0] }
  }

  /// The blank up to the end of a bar of labels in mixed case at the right: what goes on below it is read after it.
  private static func besideText(_ blank: Blank, words: [Word], page: PageLayout) -> Blank {
    let bar = lines(beside: blank, of: words, page: page).right
    guard blank.x > page.width / 2, labelsByTurns(bar) != nil, let end = bar.map(\.box.y1).max() else { return blank }
    return (blank.x, blank.top, end + 2)
  }

  /// The blank up to a heading of the whole page: set larger than all of the bar, below the end of the text beside it.
  private static func aboveHeading(_ blank: Blank, words: [Word], page: PageLayout) -> Blank {
    let (left, right) = lines(beside: blank, of: words, page: page)
    guard blank.x < page.width / 2, let edge = edge(of: right) else { return blank }
    let size = left.map(\.fontSize).sorted()[left.count / 2]
    let end = right.filter { abs($0.box.x0 - edge) < 6 }.map(\.box.y1).max() ?? blank.bottom
    let heading = left.first { line in
      line.box.y0 > end && line.fontSize > size * 1.12
        && left.allSatisfy { $0.box.y0 >= line.box.y0 || $0.fontSize < line.fontSize }
    }
    return heading.map { (blank.x, blank.top, $0.box.y0 - 1) } ?? blank
  }

  /// Where most lines of a column begin, in points.
  private static func edge(of lines: [TextLine]) -> Double? {
    let counts = lines.reduce(into: [Int: Int]()) { $0[Int(($1.box.x0 / 3).rounded()), default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { Double($0.key) * 3 }
  }

  /// How many lines are running words that fill the column.
  private static func proseLines(_ lines: [TextLine]) -> Int {
    guard let box = Box.around(lines.map(\.box)), lines.count >= 8 else { return 0 }
    return lines.count { $0.chunks.count == 1 && $0.words.count >= 5 && $0.box.width > box.width * 0.75 }
  }

  /// Rows, and labels with their values, begin beside one another all the way down; paragraphs of two columns do not.
  ///
  /// - Parameter least: the share of rows that do, of 1.
  private static func keepsRows(_ left: [TextLine], _ right: [TextLine], least: Double) -> Bool {
    let (left, right) = (starts(of: left), starts(of: right))
    let beside = left.filter { y in right.contains { abs($0 - y) < 1.5 } }.count
    return Double(beside) > Double(min(left.count, right.count)) * least
  }

  /// Where paragraphs and rows begin: the tops of the lines that stand apart from the line above, in points.
  private static func starts(of lines: [TextLine]) -> [Double] {
    lines.indices.filter { $0 == 0 || lines[$0].box.y0 - lines[$0 - 1].box.y1 > lines[$0].height * 0.3 }
      .map { lines[$0].box.y1 }
  }
}
