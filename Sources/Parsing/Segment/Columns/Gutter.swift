import Extraction
import IEPModel

/// Cards that stand beside each other without rules: the same labels down the page twice, a gutter between. Read line
/// by line they would be woven into one another; this puts each card's lines together, the left one first.
struct Gutter: Sendable {
  let isLabel: @Sendable (String) -> Bool

  /// The blocks in the order of the cards; unchanged where none stand side by side.
  func parted(_ blocks: [Block]) -> [Block] {
    blocks.runs.flatMap { run -> [Block] in
      switch run {
      case .lines(let lines): parted(lines).map(Block.line)
      case .table(let table): [.table(table)]
      }
    }
  }

  /// The lines of one page.
  func parted(_ lines: [TextLine]) -> [TextLine] {
    guard let twins = twins(in: lines) else { return lines }
    var result: [TextLine] = []
    var index = 0
    while index < lines.count {
      let end = lines[index...].firstIndex { twins.crosses($0) } ?? lines.count
      if let range = region(of: twins, in: lines, within: index..<end), !Self.isParted(lines[range]) {
        result += lines[index..<range.lowerBound] + inOrder(lines[range], of: twins) + lines[range.upperBound..<end]
      } else {
        result += lines[index..<end]
      }
      if end < lines.count { result.append(lines[end]) }
      index = end + 1
    }
    return result
  }

  /// Labels that stand twice, at the left edges of two columns of cards.
  private struct Twins {
    /// Left edges of the cards, in points.
    var edges: (left: Double, right: Double)
    /// Of each pair the line of its left label.
    var lines: [Int]
    /// From top to bottom.
    var labels: [String]

    /// A title may stand a little left of the labels below it.
    var seam: Double { edges.right - 7 }
    func crosses(_ line: TextLine) -> Bool { line.chunks.contains { $0.box.x0 < seam && $0.box.x1 > seam + 9 } }
    func isAtEdge(_ chunk: Chunk) -> Bool {
      [edges.left, edges.right].contains { $0 - 7 < chunk.box.x0 && chunk.box.x0 < $0 + 2 }
    }
  }

  /// The pairs of edges with most labels in common; a title over one of two cards moves it down beside the other.
  private func twins(in lines: [TextLine]) -> Twins? {
    var places: [String: [(line: Int, box: Box)]] = [:]
    for (index, line) in lines.enumerated() {
      for group in line.groups {
        guard let label = Self.label(group), let first = group.first, first.field == nil else { continue }
        places[label, default: []].append((index, first.box))
      }
    }
    var found: [Twins] = []
    // In a fixed order: pairs of edges that fit alike are told by which was found first.
    for (label, boxes) in places.sorted(by: { $0.key < $1.key }) where boxes.count > 1 {
      for left in boxes {
        let beside = boxes.filter { $0.box.x0 > left.box.x1 && abs($0.box.y0 - left.box.y0) < left.box.height * 3 }
        guard
          let right = beside.min(by: { abs($0.box.y0 - left.box.y0) < abs($1.box.y0 - left.box.y0) })
        else { continue }
        let known = found.firstIndex {
          abs($0.edges.left - left.box.x0) < 2 && abs($0.edges.right - right.box.x0) < 2
        }
        let at = known ?? found.count
        if known == nil { found.append(Twins(edges: (left.box.x0, right.box.x0), lines: [], labels: [])) }
        found[at].lines += [left.line, right.line]
        if !found[at].labels.contains(label) { found[at].labels.append(label) }
      }
    }
    let cards = found.filter { twins in
      guard twins.labels.count(where: isLabel) >= 2, let first = twins.lines.min(), let last = twins.lines.max() else {
        return false
      }
      // Cells of a table may begin alike here and there; of cards all labels do.
      let atEdge = lines[first...last].flatMap(\.groups).filter { abs($0[0].box.x0 - twins.edges.left) < 2 }
      return atEdge.count { Self.label($0).map(twins.labels.contains) ?? false } * 5 >= atEdge.count * 3
    }
    guard var best = cards.max(by: { ($0.labels.count, $1.edges.left) < ($1.labels.count, $0.edges.left) }) else {
      return nil
    }
    func top(_ label: String) -> Int { places[label]?.first?.line ?? 0 }
    best.labels.sort { (top($0), $0) < (top($1), $1) }
    return best
  }

  /// The words of a chunk up to a colon, or all.
  private static func label(_ words: [Word]) -> String? {
    let end = words.prefix(6).firstIndex { $0.text.hasSuffix(":") } ?? words.count - 1
    guard words[...end].reduce(end, { $0 + $1.text.utf8.count }) < 60 else { return nil }
    let text = words[...end].map(\.text).joined(separator: " ")
    return text.contains(where: \.isLetter) ? text : nil
  }

  /// The lines from the first pair to the last, with titles above and what wraps below.
  private func region(of twins: Twins, in lines: [TextLine], within range: Range<Int>) -> Range<Int>? {
    let own = twins.lines.filter(range.contains)
    guard var first = own.min(), var last = own.max(), own.count >= 4 else { return nil }
    func isClose(_ a: Int, _ b: Int) -> Bool {
      lines[b].box.y0 - lines[a].box.y1 < lines[first].height * 0.9
        && abs(lines[a].fontSize - lines[b].fontSize) < 1.5
    }
    while first > range.lowerBound, isClose(first - 1, first), lines[first - 1].chunks.allSatisfy(twins.isAtEdge) {
      first -= 1
    }
    while last + 1 < range.upperBound, isClose(last, last + 1) { last += 1 }
    return first..<(last + 1)
  }

  /// The cards have borders, by which their lines were put together already: the next card begins higher on the page.
  private static func isParted(_ lines: ArraySlice<TextLine>) -> Bool {
    zip(lines, lines.dropFirst()).contains { above, line in
      line.box.y1 < above.box.y0 && line.box.x0 > above.box.x0
    }
  }

  private func inOrder(_ lines: ArraySlice<TextLine>, of twins: Twins) -> [TextLine] {
    guard let page = lines.first?.page else { return [] }
    let rows = RowShaping(isLabel: isLabel)
    let columns = [
      lines.flatMap(\.words).filter { $0.box.x0 < twins.seam },
      lines.flatMap(\.words).filter { $0.box.x0 >= twins.seam },
    ].map { rows.interleaved(Chunking.lines(of: $0, page: page)) }
    let opening = Self.opening(of: columns, twins)
    var (left, right) = (
      cards(of: columns[0], twins, opening: opening), cards(of: columns[1], twins, opening: opening)
    )
    // A card that the page before began goes on above the first whole one.
    let isRest = [left, right].map { cards in opening.map { !Self.opens(cards[0], with: $0, twins) } ?? false }
    let rest = isRest[0] == isRest[1] ? [] : isRest[0] ? left.removeFirst() : right.removeFirst()
    return rest
      + (0..<max(left.count, right.count)).flatMap { k in
        (k < left.count ? left[k] : []) + (k < right.count ? right[k] : [])
      }
  }

  /// The label that cards begin with: of those that stand again, the one with the widest blank above; `nil` where no blank
  /// is clearly wider than others.
  private static func opening(of columns: [[TextLine]], _ twins: Twins) -> String? {
    var blanks: [String: Double] = [:]
    for lines in columns {
      for (above, line) in zip(lines, lines.dropFirst()) where line.chunks.first.map(twins.isAtEdge) ?? false {
        guard let label = label(atHeadOf: line), twins.labels.contains(label) else { continue }
        // A title above a card is a part of it.
        blanks[label] = max(blanks[label] ?? 0, line.box.y0 - above.box.y1)
      }
    }
    let widest = blanks.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard widest.count >= 3, widest[0].value > max(widest[1].value, 1) * 1.5 else { return nil }
    return widest[0].key
  }

  private static func opens(_ card: [TextLine], with label: String, _ twins: Twins) -> Bool {
    card.prefix(2).contains { Self.label(atHeadOf: $0) == label }
  }

  /// Labels were gathered line by line, so of one that wraps its first line tells.
  private static func label(atHeadOf line: TextLine) -> String? {
    guard let words = line.groups.first, let first = words.first else { return nil }
    return label(words.prefix { $0.box.y0 < first.box.y1 - 1 }.map(\.self))
  }

  /// A column's lines cut where its cards begin: at their first label, or where the first two labels of a card stand
  /// again.
  private func cards(of lines: [TextLine], _ twins: Twins, opening known: String?) -> [[TextLine]] {
    let atEdge = lines.indices.filter { lines[$0].chunks.first.map(twins.isAtEdge) ?? false }
    func label(_ index: Int) -> String? { Self.label(atHeadOf: lines[index]) }
    let labelled = atEdge.filter { label($0).map(twins.labels.contains) ?? false }
    guard let first = labelled.first, let second = labelled.dropFirst().first else { return [lines] }
    let openings =
      known.map { known in labelled.filter { label($0) == known } }
      ?? zip(labelled, labelled.dropFirst()).filter { label($0) == label(first) && label($1) == label(second) }.map(\.0)
    let starts = openings.map { start in
      // "Service 4" above a card belongs to it.
      let isTitled =
        start > 0 && lines[start - 1].chunks.count == 1 && atEdge.contains(start - 1)
        && !labelled.contains(start - 1) && lines[start - 1].isBold
      return isTitled ? start - 1 : start
    }
    let cuts = [0] + starts.filter { $0 > 0 }.dropFirst(known == nil && starts.first != 0 ? 1 : 0) + [lines.count]
    return zip(cuts, cuts.dropFirst()).map { Array(lines[$0..<$1]) }
  }
}
