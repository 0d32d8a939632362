import Extraction
import IEPModel

/// Parts the lines of a table without rules into its rows, of which each may be several lines.
struct AlignedRows {
  let cues: AlignedTableCues
  let columns: AlignedColumns
  /// Columns whose rows have a second line.
  var stacked: StackedColumns?

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
    let gaps = (1..<body.count).map { body[$0].pitch(below: body[$0 - 1]) }
    let height = gaps.min() ?? 0
    let useRules = body.dropFirst().contains(where: \.isBelowRule)
    let factor = widening(of: gaps) { filledColumns[$0 + 1].contains(0) && filledColumns[$0 + 1].count >= 2 }
    // A heading of a group stands apart whatever parts the rows.
    let bands = cues.bands(in: body)
    let inner = gaps.indices.filter { !bands[$0] && !bands[$0 + 1] }
    let wide = inner.filter { gaps[$0] > height * factor }.count
    // Wider gaps tell rows apart only where some gaps are narrow: otherwise every row is one line.
    let useGaps = wide > 0 && wide < inner.count
    // "☐ Speech", "☒ Counseling": a box before each name opens a row.
    let boxed = body.indices.filter { index in
      body[index].words.count > 1 && Ticks.isTick(body[index].words[0])
        && columns.column(of: body[index].words[0]) == 0
    }
    let remarks = body.map(cues.isRemark)
    let most = filledColumns.map(\.count).max() ?? 1
    var starts = [0]
    var rowHasAnchor = anchors[0]
    var tickedColumns = body[0].words.contains(where: Ticks.isTick) ? filledColumns[0] : []
    for i in 1..<body.count {
      let begins: Bool
      let full = filledColumns[i].contains(0) && filledColumns[i].count * 10 >= most * 6
      let band = bands[i]
      if useRules {
        begins = body[i].isBelowRule
      } else if useGaps {
        begins = gaps[i - 1] > height * factor
      } else {
        begins = full || (anchors[i] && rowHasAnchor && filledColumns[i].contains(0)) || band
      }
      // A remark stands below its row, and the next row below the remark.
      if remarks[i] || remarks[i - 1] {
        starts.append(i)
        rowHasAnchor = anchors[i]
        continue
      }
      if stacked?.goesOn(body[i], in: filledColumns[i], below: body[i - 1], in: filledColumns[i - 1]) ?? false {
        rowHasAnchor = rowHasAnchor || anchors[i]
        continue
      }
      if boxed.count > 1, boxed.contains(i), !Ticks.isTick(body[i].words[1]) {
        starts.append(i)
        rowHasAnchor = anchors[i]
        continue
      }
      // Empty boxes under ticked ones are the next row's.
      if body[i].words.allSatisfy(Ticks.isTick), filledColumns[i].isSubset(of: tickedColumns) {
        starts.append(i)
        rowHasAnchor = false
        continue
      }
      if body[i].words.contains(where: Ticks.isTick) { tickedColumns = filledColumns[i] }
      if !useRules, !useGaps, anchors[starts[starts.count - 1]],
        wraps(body[i], below: body[i - 1], beside: filledColumns[i - 1].union(filledColumns[starts[starts.count - 1]]))
      {
        continue
      }
      let isRuledOff = useRules && body[i].isBelowRule || bands[i - 1]
      if !isRuledOff, goesOn(body[i], after: body[i - 1], isApart: useGaps && begins) {
        rowHasAnchor = rowHasAnchor || anchors[i]
        continue
      }
      if band || bands[i - 1] || begins || (anchors[i] && rowHasAnchor && full) {
        starts.append(i)
        rowHasAnchor = anchors[i]
      } else {
        rowHasAnchor = rowHasAnchor || anchors[i]
      }
    }
    if !useRules {
      for (k, start) in starts.enumerated().dropFirst() {
        starts[k] = leading(
          start, notBefore: k == 1 ? 0 : starts[k - 1] + 1, in: body, filled: filledColumns,
          mayLead: { !anchors[$0] && !bands[$0] && !remarks[$0] })
      }
      if starts.count > 1, starts[0] == starts[1] { starts.removeFirst() }
    }
    return starts.enumerated().map { k, start in start..<(k + 1 < starts.count ? starts[k + 1] : body.count) }
  }

  /// "service | intervention | 2x/mo | classroom" close under "Related | Behavior | 45 min | Gen ed | 9/29/25": most of
  /// the line's cells go on in small letters, under cells of the row, and it has none of the dates.
  private func wraps(_ line: TextLine, below last: TextLine, beside filled: Set<Int>) -> Bool {
    guard line.page == last.page, line.box.y0 - last.box.y1 < line.height * 0.5,
      line.chunks.count >= 2, !line.words.contains(where: { Ticks.isTick($0) || cues.isAnchor($0.text) }),
      Set(line.words.map { columns.column(of: $0) }).isSubset(of: filled)
    else { return false }
    let small = line.chunks.filter { $0.text.first.map { $0.isLowercase || $0 == "(" } ?? false }.count
    return small * 2 > line.chunks.count
  }

  /// How much wider than the narrowest a gap between two rows is: clearly wider as a rule; where little padding parts
  /// the rows, the gaps of lines of one cell are all alike, and behind each wider one a row begins.
  private func widening(of gaps: [Double], beginsRow: (Int) -> Bool) -> Double {
    let usual = 1.25
    guard let narrowest = gaps.min(), narrowest > 0 else { return usual }
    let alike = gaps.filter { $0 <= narrowest * 1.03 }.count
    let wider = gaps.indices.filter { gaps[$0] > narrowest * 1.03 && gaps[$0] <= narrowest * usual }
    guard alike >= 2, !wider.isEmpty, wider.allSatisfy({ gaps[$0] >= narrowest * 1.1 && beginsRow($0) }) else {
      return usual
    }
    return 1.06
  }

  /// A cell of the line above ends in a word that asks for more, and the line goes on in that column: "2/17/2026 to".
  /// - Parameter isApart: a wider gap lies between the lines.
  private func goesOn(_ line: TextLine, after last: TextLine, isApart: Bool) -> Bool {
    let open: Set<String> = [
      "to", "through", "thru", "-", "–", "and", "of", "per", "in", "the", "/", "&", "or", "for", "a",
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
      guard let end = words.last?.lowercased(), let rest = below[column] else { return false }
      // "14 Nov" over "2024", "3/14/" over "25": a value that never wraps did.
      let (head, tail) = (words.joined(separator: " "), rest.joined(separator: " "))
      if rest.count == 1, tail.first?.isNumber == true, !cues.isAnchor(head),
        cues.isAnchor(head + " " + tail) || cues.isAnchor(head + tail)
      {
        return true
      }
      // "From 9/2/2026" over "To 9/1/2027": a span of two lines.
      if words[0].lowercased() == "from", words.count > 1, rest.count > 1,
        ["to", "through", "thru", "until"].contains(rest[0].lowercased()),
        cues.isAnchor(rest.dropFirst().joined(separator: " "))
      {
        return true
      }
      // "Counsel" over "or": the end of a word that a narrow column broke.
      if isApart, words.count == 1 { return false }
      return open.contains(end) || (end.count > 1 && (end.hasSuffix("/") || end.hasSuffix("-") || end.hasSuffix(",")))
    }
  }
}
