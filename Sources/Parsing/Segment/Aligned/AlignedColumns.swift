import Extraction
import IEPModel

/// Where the columns of a table without rules part: between labels that may stand close, through as few words as can be.
struct AlignedColumns {
  /// The boundaries between the columns, from left to right, in points.
  let edges: [Double]

  /// - Parameters:
  ///   - printed: the lines of the labels.
  ///   - body: the lines below them.
  init(under header: AlignedHeader, printed: [TextLine], body: [TextLine], cues: AlignedTableCues) {
    // Remarks between the rows ("PROVIDER: ...") keep to no column.
    let rows = body.filter { $0.chunks.count * 2 >= header.columns.count }
    let lines = rows.count >= 2 ? rows : body.filter { $0.chunks.count > 1 }
    let words = printed.flatMap(\.words)
    let labels = Self.divided(
      BoxColumns(body: lines).dividing(header.columns, words: words), words: words, body: lines, cues: cues)
    edges = Self.edges(of: labels, body: lines)
  }

  func column(of x: Double) -> Int { edges.filter { $0 <= x }.count }

  /// A word belongs where it begins, a little of it left of the boundary or not.
  func column(of word: Word) -> Int { column(of: word.box.x0 + min(word.box.width, 4) / 2) }

  /// Labels that stand so close that they read as one ("Minutes How often"), parted where each part is a label and the
  /// words below keep to either side.
  private static func divided(
    _ columns: [Box], words: [Word], body: [TextLine], cues: AlignedTableCues
  ) -> [Box] {
    let below = body.flatMap(\.words)
    return columns.flatMap { column -> [Box] in
      let own = words.filter { column.x0 - 1 <= $0.box.midX && $0.box.midX <= column.x1 + 1 }
      let pieces = Self.pieces(of: own)
      guard (2...8).contains(pieces.count) else { return [column] }
      /// For each count of pieces the division of them into most labels, and of equal ones into the best known.
      var best: [(labels: [Box], fit: Double)?] = [([], 0)] + Array(repeating: nil, count: pieces.count)
      for end in 1...pieces.count {
        for start in 0..<end {
          guard let before = best[start], before.labels.count + 1 >= best[end]?.labels.count ?? 0 else { continue }
          let words = pieces[start..<end].flatMap { $0 }
          let lines = Chunking.lines(of: words, page: 0)
          // "DELIVER" over "Y": a narrow column broke the word.
          let fit = max(cues.labelFit(Unwrapping.text(of: lines)), cues.labelFit(lines.map(\.text).joined()))
          guard fit >= 0.6, end == pieces.count || !(lines.last.map(Self.endsOpen) ?? false),
            start == 0 || !Self.goesOn(lines), let box = Box.around(words.map(\.box))
          else { continue }
          let left = before.labels.last
          // "Provider Educational Setting": of two ways to part it, the label that begins where the words below begin.
          let begins = left.map { isFlush(below, left: $0, right: box) } ?? false
          let total = before.fit + fit + (begins ? 1 : 0)
          let isLonger = before.labels.count + 1 > best[end]?.labels.count ?? 0
          guard isLonger || total > best[end]?.fit ?? 0,
            left.map({
              (begins || parts(below, left: $0, right: box)) && !partsDate(body, left: $0, right: box, cues: cues)
            }) ?? true
          else { continue }
          best[end] = (before.labels + [box], total)
        }
      }
      return best[pieces.count].flatMap { $0.labels.count > 1 ? $0.labels : nil } ?? [column]
    }
  }

  /// "Service" beside "Dates" over "Apr 13, 2025 to": what stands on both sides of the boundary is one date.
  private static func partsDate(_ body: [TextLine], left: Box, right: Box, cues: AlignedTableCues) -> Bool {
    body.contains { line in
      let words = line.words.sorted { $0.box.x0 < $1.box.x0 }
      guard let next = words.firstIndex(where: { $0.box.midX > right.x0 }), next > 0,
        words[next].text.first?.isNumber == true, !cues.isAnchor(words[next].text)
      else { return false }
      let head = words[..<next].suffix(2).filter { $0.box.x0 >= left.x0 - 2 }.map(\.text)
      guard !head.isEmpty, !cues.isAnchor(head.joined(separator: " ")) else { return false }
      // "Apr 13," before "2025", "March" before "29, 2026".
      return head.indices.contains { start in
        (1...2).contains { count in
          let words = head[start...] + words[next...].prefix(count).map(\.text)
          return cues.isAnchor(words.joined(separator: " "))
        }
      }
    }
  }

  /// "Frequency &" over "of Sessions", "Location of" beside "Service": what follows the sign stands beside it, if it is
  /// not below.
  private static func endsOpen(_ line: TextLine) -> Bool {
    ["&", "and", "/", "or", "of"].contains(line.words.last?.text)
  }

  /// "of Service" behind "Frequency", "/ Related Service" behind "Special Education": the rest of the label before it.
  private static func goesOn(_ lines: [TextLine]) -> Bool {
    guard let words = lines.first?.words, words.count > 1 else { return false }
    return ["&", "and", "/", "or", "of", "per"].contains(words[0].text)
  }

  /// The words that stand over one another, from left to right.
  private static func pieces(of words: [Word]) -> [[Word]] {
    var pieces: [(x1: Double, words: [Word])] = []
    for word in words.sorted(by: { $0.box.x0 < $1.box.x0 }) {
      if let last = pieces.last, word.box.x0 - last.x1 < 1 {
        pieces[pieces.count - 1].words.append(word)
        pieces[pieces.count - 1].x1 = max(last.x1, word.box.x1)
      } else {
        pieces.append((word.box.x1, [word]))
      }
    }
    return pieces.map(\.words)
  }

  private static func near(_ words: [Word], left: Box, right: Box) -> [Word] {
    words.filter { $0.box.x1 > left.x0 - 20 && $0.box.x0 < right.x1 + 20 }
  }

  /// Words flush with the right label, and none across its edge: a column however narrow the blank before it.
  private static func isFlush(_ words: [Word], left: Box, right: Box) -> Bool {
    let under = near(words, left: left, right: right).map(\.box)
    return under.filter { abs($0.x0 - right.x0) < 0.6 }.count >= 2
      && !under.contains { $0.x0 < right.x0 - 0.6 && $0.x1 > right.x0 + 0.3 }
      && under.contains { $0.x1 <= right.x0 + 0.3 && $0.x1 > left.x0 }
  }

  /// Whether an upright line between two labels cuts no word below, and words stand on both its sides.
  private static func parts(_ words: [Word], left: Box, right: Box) -> Bool {
    let near = near(words, left: left, right: right)
    let under = near.map(\.box)
    // Wider than the blank between two words, lest a blank that happens to recur part a column.
    // Two fields are two columns however near they stand.
    let half = 0.18 * (near.filter { $0.field == nil }.map(\.box.height).max() ?? 2)
    guard
      let x = stride(from: left.x0 + 3, through: right.x0 + 6, by: 0.5).first(where: { x in
        x > left.x0 && !under.contains { $0.x0 < x + half && $0.x1 > x - half }
          && under.contains { $0.x1 <= x + 0.2 && $0.x1 > left.x0 }
          && under.contains { $0.x0 >= x - 0.2 && $0.x0 < right.x1 }
      })
    else { return false }
    return x < right.x1
  }

  /// Between two labels the boundary is where fewest words of the body are cut; of equal ones the one nearest to the
  /// right label's left edge, since most columns are set flush left.
  private static func edges(of columns: [Box], body: [TextLine]) -> [Double] {
    let words = body.flatMap(\.words).map(\.box)
    let chunks = body.flatMap(\.chunks).map(\.box)
    return zip(columns, columns.dropFirst()).map { a, b in
      // "15 per month" set centred under "In regular": wider than its label, and one value all the same.
      // So is "45 min/day, 4 days/wk" that ends where its label does.
      let wider = chunks.filter {
        $0.x0 > a.x1 + 1 && $0.x0 < b.x0 && ($0.x1 > b.x1 && abs($0.midX - b.midX) < 2 || abs($0.x1 - b.x1) < 1)
      }
      let from = min(a.x0 + 3, b.x0 - 1)
      let to = b.x0 + min(b.width * 0.4, 12)
      var best = (x: b.x0 - 1, cost: Double.infinity)
      var x = from
      while x <= to {
        let cut = words.filter { $0.x0 < x - 0.2 && $0.x1 > x + 0.2 }.count + (a.x1 > x + 0.2 && a.x0 < x ? 3 : 0)
        let parted = wider.count { $0.x0 < x - 0.2 && $0.x1 > x + 0.2 }
        let cost = Double(cut) * 100 + Double(parted) * 40 + abs(x - (b.x0 - 1))
        if cost < best.cost { best = (x, cost) }
        x += 0.5
      }
      return best.x
    }
  }
}
