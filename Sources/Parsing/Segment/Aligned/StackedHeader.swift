import Extraction
import IEPModel

/// Finds labels of narrow columns that wrap over several lines: "Anticipat | Frequenc" over "ed | y/Durati" over
/// "Duration | on" are labels only when each column is read down.
struct StackedHeader {
  let cues: AlignedTableCues

  private static let mostLines = 6

  /// - Returns: the lines from `index` on that give the most columns a label; `nil` where a quarter of the columns or
  ///   more have none.
  func header(at index: Int, in lines: [TextLine]) -> AlignedHeader? {
    let top = lines[index]
    guard top.chunks.count >= 3, isPrinted(top) else { return nil }
    var columns = top.chunks.map { Column(box: $0.box, texts: [$0.text], isLabel: cues.labelFit($0.text) >= 0.9) }
    let ownLabels = columns.count { $0.isLabel == true }
    var best: (columns: [Column], end: Int, known: Int)?
    var end = index
    while true {
      // A column whose label stands on one line is no worse off for the lines of its neighbours.
      if end > index, let known = labelled(&columns), known >= 3, known > best?.known ?? 0 {
        best = (columns, end, known)
      }
      end += 1
      guard end < lines.count, end - index < Self.mostLines, goesOn(lines[end - 1], lines[end], like: top),
        let longer = joined(columns, with: lines[end])
      else { break }
      columns = longer
    }
    guard let best, best.known > ownLabels else { return nil }
    return AlignedHeader(lines: index..<(best.end + 1), columns: best.columns.map(\.box))
  }

  private struct Column {
    var box: Box
    var texts: [String]
    /// Whether the texts read down are a label, once that was asked.
    var isLabel: Bool?
  }

  /// How many columns have a label; `nil` where more than a quarter have none.
  private func labelled(_ columns: inout [Column]) -> Int? {
    var missing = 0
    for index in columns.indices {
      let isKnown = columns[index].isLabel ?? isLabel(columns[index].texts)
      columns[index].isLabel = isKnown
      if !isKnown { missing += 1 }
      // Trying the ways to read the others would be for nothing.
      if missing * 4 > columns.count { return nil }
    }
    return columns.count - missing
  }

  private func isPrinted(_ line: TextLine) -> Bool {
    line.words.allSatisfy { $0.field == nil && !Ticks.isTick($0) }
      && !line.chunks.contains { $0.text.hasSuffix(":") || $0.text.contains(": ") || cues.isAnchor($0.text) }
  }

  private func goesOn(_ line: TextLine, _ next: TextLine, like top: TextLine) -> Bool {
    line.page == next.page && next.box.y0 - line.box.y1 < max(top.height, 6) * 0.7 && next.isBold == top.isBold
      && !next.isBelowRule && abs(next.fontSize - top.fontSize) < 0.5 && isPrinted(next)
  }

  /// Every chunk of the line goes on one column's label, or begins one between the others.
  private func joined(_ columns: [Column], with line: TextLine) -> [Column]? {
    var result = columns
    for chunk in line.chunks {
      let over = result.indices.filter { result[$0].box.x0 - 2 < chunk.box.x1 && result[$0].box.x1 + 2 > chunk.box.x0 }
      if over.count == 1 {
        result[over[0]].box = result[over[0]].box.union(chunk.box)
        result[over[0]].texts.append(chunk.text)
        result[over[0]].isLabel = nil
      } else if over.isEmpty {
        result.append(Column(box: chunk.box, texts: [chunk.text]))
      } else {
        return nil
      }
    }
    return result.sorted { $0.box.x0 < $1.box.x0 }
  }

  /// Whether the texts read down are a label, their words whole or broken by the column's edge.
  private func isLabel(_ texts: [String]) -> Bool {
    // Each break may part two words or one: "Projected" over "Beginnin" over "g Date".
    let breaks = min(texts.count - 1, 5)
    return (0..<(1 << breaks)).contains { choice in
      var text = texts[0]
      for (k, next) in texts.dropFirst().enumerated() {
        let isWord = choice >> min(k, 4) & 1 == 0
        text += (isWord ? " " : "") + next
      }
      return cues.labelFit(text) >= 0.9
    }
  }
}
