import Extraction
import IEPModel

/// Which lines below the labels are rows of their table, and where it ends.
struct AlignedBody {
  let cues: AlignedTableCues

  private var headers: AlignedHeaderFinder { AlignedHeaderFinder(cues: cues) }

  /// - Returns: the lines of the rows and the index of the line behind them; `nil` where no row has columns.
  func lines(
    under header: AlignedHeader, in lines: [TextLine], isHeading: (TextLine) -> Bool
  ) -> (body: [TextLine], end: Int)? {
    var end = header.lines.upperBound
    var body: [TextLine] = []
    let labelSize = lines[header.lines].map(\.fontSize).max() ?? 0
    let labels = Set(lines[header.lines].map(\.text))
    while end < lines.count {
      let line = FlushRow.cut(lines[end], under: header)
      let previous = body.last ?? lines[header.lines.upperBound - 1]
      let gap = line.box.y0 - previous.box.y1
      let isGroup =
        line.chunks.count == 1
        && (cues.isBand(line.text)
          || (cues.isSet(line, asFirstOf: body.isEmpty ? [line] : body)
            || cues.isInCapitals(line, among: body) && isOverRows(end, in: lines, header: header))
            && goesOn(lines, behind: end, columns: header.columns.count))
      let headsRows = isGroup || cues.isBandLine(line)
      let isAfterGroup = previous.chunks.count == 1 && cues.isBand(previous.text)
      if gap > (isGroup || isAfterGroup ? 60 : max(min(line.height, 14) * 2.8, 26)) { break }
      if !isGroup, isHeading(line) { break }
      // A heading set larger than the labels opens a section, whatever group of rows it may name, unless the first rows
      // of the table stand below one that is set alike, or are those right below it.
      let isLikeFirst = body.first.map { cues.isBandLine($0) && !$0.differsInType(from: line) } ?? false
      let isFirst = body.isEmpty && gap < line.height && goesOn(lines, behind: end, columns: header.columns.count)
      if isGroup, line.fontSize > labelSize + 0.9, !isLikeFirst, !isFirst, isHeading(line) { break }
      // A section's name set apart, below which nothing keeps to the columns, opens that section: "EXTENDED SCHOOL YEAR".
      if isGroup, !body.isEmpty, gap > line.height, isHeading(line), !isOverRows(end, in: lines, header: header) {
        break
      }
      let isGrouped = isGrouped(line, below: body)
      // Words that wrap ("Individual | per session | Therapist") may pass for labels; labels are set apart.
      let isSetApart =
        gap > line.height * 0.5 && !Self.isTyped(body, gap: gap) || line.isBold && !previous.isBold
        || line.isInCapitals(unlike: previous) || isGrouped
        || line.chunks.count * 4 >= header.columns.count * 3 && line.chunks.allSatisfy { cues.labelFit($0.text) >= 0.9 }
        || line.chunks.count >= 3 && labels.contains(line.text)
      if isSetApart, !holdsValues(line, under: header), headers.header(at: end, in: lines, notBefore: end) != nil,
        isGrouped || body.contains(where: { $0.chunks.count >= 3 })
      {
        // The same header again, or another table's: either way a new table begins, with the upper lines of its labels.
        let whole = headers.header(at: end, in: lines, notBefore: header.lines.upperBound)
        while let last = body.last, end > whole?.lines.lowerBound ?? end,
          last.chunks.count * 2 <= header.columns.count, !last.text.contains(where: \.isNumber)
        {
          body.removeLast()
          end -= 1
        }
        // What stands over the labels stands over them again: the next table's title.
        if labels.contains(line.text), header.lines.lowerBound > 0, let last = body.last,
          isSet(last, as: lines[header.lines.lowerBound - 1])
        {
          body.removeLast()
          end -= 1
        }
        break
      }
      // "Goal(s): 1. New words are put on the device and used in class.": what it says of the row above may be long.
      let isLong = line.chunks.count == 1 && isProse(line, columns: header.columns)
      if isLong, !headsRows, body.isEmpty || !cues.isRemark(line) { break }
      // A bold line alone under plain ones is the heading of what follows, as is one beside its count: "OT | 2 of 5".
      let isAlone = line.chunks.count == 1 || line.chunks.count == 2 && CardTitles.withoutCount(line) != line
      if isAlone, line.isBold, let last = body.last, !last.isBold, !headsRows { break }
      // So is one that is set larger than the rows.
      if line.chunks.count == 1, let last = body.last, line.fontSize > last.fontSize + 0.9, !headsRows {
        break
      }
      // "Provider: ..." under a row says more of it where further rows follow, and over the first row of those below.
      let isRemark =
        line.chunks.count <= 2 && (!body.isEmpty || cues.isRemark(line))
        && (goesOn(lines, behind: end, columns: header.columns.count) || isAsked(line, in: body))
      // A line far below the only row, which stands right under the labels, is said of all of it.
      if body.count == 1, line.chunks.count == 1, !isGroup, !isRemark, gap > line.height * 0.9,
        cues.labelFit(line.text) < 0.8, previous.box.y0 - lines[header.lines.upperBound - 1].box.y1 < gap * 0.4
      {
        break
      }
      // "Specially designed instruction:" wraps to its subject in a row that has its dates.
      let isRow = line.words.contains { cues.isAnchor($0.text) } || fills(line, header.columns)
      if !isGroup, !isRemark, !isRow, !isWrapped(line, below: previous, in: lines, header: header),
        beginsFact(line, columns: header.columns.count)
      {
        break
      }
      body.append(line)
      end += 1
    }
    // A heading over nothing belongs to what follows.
    while let last = body.last, last.chunks.count == 1, cues.isBandLine(last) || isHeading(last) {
      body.removeLast()
      end -= 1
    }
    // Labels again over labels, with headings between: tables that nobody filled in.
    guard body.contains(where: { $0.chunks.count >= 2 && !labels.contains($0.text) }),
      !isCard(body, columns: header.columns.count)
    else {
      return nil
    }
    return (body, end)
  }

  /// Begins at the left edge of another line in the type of its first words, in which its own rest may differ.
  private func isSet(_ line: TextLine, as title: TextLine) -> Bool {
    guard let first = line.chunks.first, let model = title.chunks.first, line.chunks.count <= 3 else { return false }
    return abs(first.box.x0 - model.box.x0) < 2 && first.isBold == model.isBold
      && abs(first.fontSize - model.fontSize) < 0.4
  }

  /// Bold below the heading of a group, as no row of the table is: the labels of that group's own table.
  private func isGrouped(_ line: TextLine, below body: [TextLine]) -> Bool {
    guard line.isBold, line.chunks.count >= 3, let heading = body.last, cues.isBandLine(heading) else { return false }
    // "No services of this kind" is a row too.
    let rows = body.dropLast().filter { !cues.isBandLine($0) }
    return !rows.isEmpty && !rows.contains(where: \.isBold)
  }

  /// "Place | Room 12" over "Provided by | SLP" over "Dates | ...": labels with their values below a title and its marks.
  private func isCard(_ body: [TextLine], columns: Int) -> Bool {
    let first = body.prefix(4)
    return columns >= 3 && first.count == 4
      && first.allSatisfy {
        $0.chunks.count == 2 && cues.isLabel($0.chunks[0].text) && cues.labelFit($0.chunks[0].text) >= 0.9
      }
      && Set(first.map(\.chunks[0].text)).count == first.count
  }

  /// "Services | 25 | 3x/week": figures that are no labels, in a line that keeps to the columns' left edges, are a row's.
  private func holdsValues(_ line: TextLine, under header: AlignedHeader) -> Bool {
    line.chunks.contains {
      $0.text.first?.isNumber == true && (cues.labelFit($0.text) < 0.5 || Self.opensAmount($0.text))
    }
      && line.chunks.allSatisfy { chunk in header.columns.contains { abs($0.x0 - chunk.box.x0) < 3 } }
  }

  /// All lines stand as far apart, those that wrap too, as on a typewriter.
  private static func isTyped(_ body: [TextLine], gap: Double) -> Bool {
    let gaps = zip(body, body.dropFirst()).map { $1.box.y0 - $0.box.y1 }
    return gaps.count >= 2 && gaps.allSatisfy { abs($0 - gap) < 0.6 }
  }

  /// "150 minutes per week" is a value, though its words stand in labels too.
  private static func opensAmount(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.count >= 2 && words[0].allSatisfy(\.isNumber)
  }

  /// Each chunk begins where a label does, and hardly a column is without one.
  private func fills(_ line: TextLine, _ columns: [Box]) -> Bool {
    line.chunks.count >= 4 && line.chunks.count + 1 >= columns.count
      && line.chunks.allSatisfy { chunk in columns.contains { abs($0.x0 - chunk.box.x0) < 1 } }
  }

  /// Whether a line that is no row says what the form says next, behind the table.
  private func beginsFact(_ line: TextLine, columns: Int) -> Bool {
    if line.chunks.contains(where: { $0.text.hasSuffix(":") }) && line.chunks.count <= 4 { return true }
    // "2. Math | How measured: 3" begins what the form says next.
    let asks = line.chunks.contains { chunk in
      chunk.text.firstIndex(of: ":").map {
        cues.isLabel(String(chunk.text[..<$0])) && cues.labelFit(String(chunk.text[..<$0])) >= 0.95
      }
        ?? false
    }
    if asks, line.chunks.count * 2 <= columns + 1, line.words.first?.field == nil { return true }
    // "Delivery: ☒ Direct" under the values is the next fact of the form.
    let hasBoxes = line.words.contains(where: Ticks.isTick)
    if line.chunks.count < columns || hasBoxes,
      let lead = line.chunks.first?.text.split(separator: ":").first.map(String.init),
      line.chunks.first?.text.contains(":") == true,
      cues.labelFit(lead) >= 0.9, line.words.first?.field == nil
    {
      return true
    }
    return false
  }

  /// "Designed | 1x/week | ( ) Special Class" over "Instruction: | | (x) Gym": the rest of a row's cells, set as close
  /// as lines of one cell are and each under a cell of the row; what is next in the form stands under none, or apart.
  private func isWrapped(_ line: TextLine, below last: TextLine, in lines: [TextLine], header: AlignedHeader) -> Bool {
    guard line.page == last.page, line.fontSize == last.fontSize, line.isBold == last.isBold,
      last.chunks.count >= 2, !lines[header.lines].contains(last),
      line.chunks.count <= header.columns.count,
      line.box.y0 - last.box.y1 < max(line.height, 6) * 0.7,
      let first = line.chunks.first
    else { return false }
    let starts = last.chunks.map(\.box.x0)
    // "October 14, 2026 October 13," over "2027": two cells of the row stand no more than a blank apart.
    let isUnderCells = line.chunks.allSatisfy { chunk in
      starts.contains { abs($0 - chunk.box.x0) < 3 } || last.words.contains { abs($0.box.x0 - chunk.box.x0) < 0.6 }
    }
    guard isUnderCells else { return false }
    // "Instruction: Reading | Classroom | 2025 | 2026": so many cells go on at once in no line of facts.
    if line.chunks.count >= 4 { return true }
    // Below the colon stands nothing that answers it.
    return first.text.hasSuffix(":") && first.box.x1 < header.columns[1].x0
      && !cues.isLabel(first.text) && cues.labelFit(first.text.trimmingColon) < 0.95
  }

  /// Whether rows above were followed by the same label: "Provider: ..." under the last row.
  private func isAsked(_ line: TextLine, in body: [TextLine]) -> Bool {
    func label(_ line: TextLine) -> Substring? { line.text.split(separator: ":").first }
    return cues.isRemark(line) && body.contains { cues.isRemark($0) && label($0) == label(line) }
  }

  /// Whether a row of the table follows a line, right below or below a heading of a group.
  private func goesOn(_ lines: [TextLine], behind index: Int, columns: Int) -> Bool {
    for next in lines.indices where next > index && next <= index + 2 {
      let line = lines[next]
      guard line.page == lines[index].page, line.box.y0 - lines[next - 1].box.y1 < max(line.height, 8) * 2 else {
        return false
      }
      if line.chunks.count * 2 > columns, line.chunks.count >= 3 {
        return headers.header(at: next, in: lines, notBefore: next) == nil
      }
      guard line.chunks.count == 1, cues.isBand(line.text) else { return false }
    }
    return false
  }

  /// Whether the line below a heading, or below the headings under it, keeps to the columns; at a page's foot nobody knows.
  private func isOverRows(_ index: Int, in lines: [TextLine], header: AlignedHeader) -> Bool {
    for next in lines[(index + 1)...].prefix(3) {
      if next.page != lines[index].page { return true }
      if next.chunks.count == 1, cues.isBand(next.text) { continue }
      return next.chunks.count >= 2
        && next.chunks.allSatisfy { chunk in
          header.columns.contains { abs($0.x0 - chunk.box.x0) < 4 || abs($0.midX - chunk.box.midX) < 4 }
        }
    }
    return true
  }

  /// A sentence across the columns.
  private func isProse(_ line: TextLine, columns: [Box]) -> Bool {
    let crossed = columns.dropFirst().filter { $0.x0 > line.box.x0 + 4 && $0.x0 < line.box.x1 - 4 }.count
    return crossed >= 2 && line.words.count >= 7
  }
}
