import Extraction
import IEPModel

/// Parts the lines of a table without rules into its rows, of which each may be several lines.
struct AlignedRows {
  let cues: AlignedTableCues
  let columns: AlignedColumns

  /// Lines to rows. Rules or wider gaps part rows; where there are neither, a row begins with a line that fills the
  /// first column and most others, or holds a value that never wraps where the row before has one already.
  func ranges(of body: [TextLine]) -> [Range<Int>] {
    guard body.count > 1 else { return body.isEmpty ? [] : [0..<1] }
    func filled(_ line: TextLine) -> Set<Int> {
      Set(line.words.map { columns.column(of: $0) })
    }
    let filledColumns = body.map(filled)
    let anchors = body.map { line in
      line.chunks.contains { cues.isAnchor($0.text) } || line.words.contains { cues.isAnchor($0.text) }
    }
    let gaps = (1..<body.count).map { body[$0].box.midY - body[$0 - 1].box.midY }
    let height = gaps.min() ?? 0
    let useRules = body.dropFirst().contains(where: \.isBelowRule)
    let wide = gaps.filter { $0 > height * 1.25 }.count
    // Wider gaps tell rows apart only where some gaps are narrow: otherwise every row is one line.
    let useGaps = wide > 0 && wide < gaps.count
    let most = filledColumns.map(\.count).max() ?? 1
    var starts = [0]
    var rowHasAnchor = anchors[0]
    var tickedColumns = body[0].words.contains(where: Ticks.isTick) ? filledColumns[0] : []
    for i in 1..<body.count {
      let begins: Bool
      let full = filledColumns[i].contains(0) && filledColumns[i].count * 10 >= most * 6
      let band = cues.isBandLine(body[i])
      if useRules {
        begins = body[i].isBelowRule
      } else if useGaps {
        begins = gaps[i - 1] > height * 1.25
      } else {
        begins = full || (anchors[i] && rowHasAnchor && filledColumns[i].contains(0)) || band
      }
      // Empty boxes under ticked ones are the next row's.
      if body[i].words.allSatisfy(Ticks.isTick), filledColumns[i].isSubset(of: tickedColumns) {
        starts.append(i)
        rowHasAnchor = false
        continue
      }
      if body[i].words.contains(where: Ticks.isTick) { tickedColumns = filledColumns[i] }
      if goesOn(body[i], after: body[i - 1]) {
        rowHasAnchor = rowHasAnchor || anchors[i]
        continue
      }
      if band || cues.isBandLine(body[i - 1]) || begins || (anchors[i] && rowHasAnchor && full) {
        starts.append(i)
        rowHasAnchor = anchors[i]
      } else {
        rowHasAnchor = rowHasAnchor || anchors[i]
      }
    }
    return starts.enumerated().map { k, start in start..<(k + 1 < starts.count ? starts[k + 1] : body.count) }
  }

  /// A cell of the line above ends in a word that asks for more, and the line goes on in that column: "2/17/2026 to".
  private func goesOn(_ line: TextLine, after last: TextLine) -> Bool {
    let open: Set<String> = [
      "to", "through", "thru", "-", "–", "and", "of", "per", "in", "the", "/", "&", "or", "for", "each", "a",
    ]
    func cells(_ line: TextLine) -> [Int: [String]] {
      var cells: [Int: [String]] = [:]
      for word in line.words {
        cells[columns.column(of: word), default: []].append(word.text)
      }
      return cells
    }
    let (above, below) = (cells(last), cells(line))
    return above.contains { column, words in
      guard let end = words.last?.lowercased(), below[column] != nil else { return false }
      return open.contains(end) || (end.count > 1 && (end.hasSuffix("/") || end.hasSuffix("-") || end.hasSuffix(",")))
    }
  }
}
