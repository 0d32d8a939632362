import Extraction
import IEPModel

/// Labels that head no table though they stand side by side: each has one value, and the next labels follow.
struct StackedLabels {
  let cues: AlignedTableCues

  /// Labels over their values, and other labels over theirs right below: "Type | Provider", "Setting | Begins". A table
  /// repeats its header or has none further down.
  /// - Returns: the line of the other labels; `nil` where the header is a table's.
  func nextLabels(of header: AlignedHeader, in lines: [TextLine]) -> Int? {
    // "Type | Related service | Provider | Nurse" over "Setting | Classroom | Begins | 9/1/26": each label beside its value.
    let top = header.lines.lowerBound
    if top + 1 < lines.count, lines[top + 1].page == lines[top].page, lines[top + 1].chunks.count >= 4,
      pairs(lines[top]), pairs(lines[top + 1])
    {
      return top + 1
    }
    if isAmongPairs(top, in: lines) { return top + 1 }
    let head = lines[top]
    var values = 0
    for index in (top + 1)..<max(top + 1, min(header.lines.upperBound + 4, lines.count)) {
      let (line, above) = (lines[index], lines[index - 1])
      let gap = line.box.y0 - above.box.y1
      // The next card's first labels stand further below, if they are set like these.
      let isNextCard = values > 0 && opensCard(line, under: above, like: head)
      // So may its title, which is set no larger than the values: "Service 2".
      if values > 0, line.chunks.count == 1, index + 1 < lines.count, lines[index + 1].page == line.page,
        line.page == above.page, head.fontSize < above.fontSize - 0.5, line.fontSize < above.fontSize + 0.9,
        gap < max(line.height, 8) * 4, opensCard(lines[index + 1], under: line, like: head)
      {
        return index
      }
      guard line.page == above.page, gap < max(line.height, 8) * (isNextCard ? 4 : 1.6) else { return nil }
      // "☐ Counseling" is an option of a list, in whatever type stands above it.
      guard line.words.allSatisfy({ $0.field == nil }), !repeats(head, line), line.text.contains(where: \.isLetter),
        !(line.words.first.map(Ticks.isTick) ?? false)
      else {
        values += 1
        continue
      }
      // "Accommodations", set larger: the next table is another section's.
      if line.chunks.count == 1, line.fontSize > max(head.fontSize, above.fontSize) + 0.9 { return nil }
      // Set like the labels above and unlike the values between.
      let isAlike =
        line.isBold == head.isBold && abs(line.fontSize - head.fontSize) < 0.3
        && line.text.isCapitals == head.text.isCapitals
      let isApart =
        line.isBold != above.isBold || line.fontSize < above.fontSize - 0.5
        || line.isInCapitals(unlike: above)
      let isLabels = line.chunks.allSatisfy { cues.isLabel($0.text) }
      if !isLabels { values += 1 }
      if line.chunks.count == 1, cues.isBand(line.text) { return nil }
      // In smaller print than the values are also labels of the form's own.
      let isSmall = line.fontSize < above.fontSize - 0.5 && !line.text.contains(where: \.isNumber)
      if values > 0, isAlike, isApart, isLabels || isSmall { return index }
    }
    return nil
  }

  /// Several labels in smaller print than what is above, set like those of `head` and none of them again.
  private func opensCard(_ line: TextLine, under above: TextLine, like head: TextLine) -> Bool {
    line.chunks.count >= 2 && line.fontSize < above.fontSize - 0.5 && abs(line.fontSize - head.fontSize) < 0.3
      && line.chunks.allSatisfy { cues.isLabel($0.text) } && !repeats(head, line)
  }

  /// The same labels again, or all but the first of them in the same columns, which names another group: "Related
  /// Services | Location | Minutes" below "Special Education | Location | Minutes".
  private func repeats(_ head: TextLine, _ line: TextLine) -> Bool {
    if line.text == head.text { return true }
    guard head.chunks.count >= 4, head.chunks.count == line.chunks.count else { return false }
    return zip(head.chunks, line.chunks).dropFirst().allSatisfy {
      $0.text == $1.text && abs($0.box.x0 - $1.box.x0) < 3
    }
  }

  /// "How much | 30 minutes | Who | Nurse" right above, or "When | 9/1/26 to 8/31/27" right below, in the same columns.
  private func isAmongPairs(_ index: Int, in lines: [TextLine]) -> Bool {
    let line = lines[index]
    guard line.chunks.count >= 4, cues.isLabel(line.chunks[0].text), !cues.isLabel(line.chunks[1].text) else {
      return false
    }
    return [index - 1, index + 1].filter(lines.indices.contains).contains { next in
      let other = lines[next]
      guard other.page == line.page, other.chunks.count == line.chunks.count || other.chunks.count == 2, pairs(other),
        cues.isLabel(other.chunks[0].text), other.text != line.text, !goesOn(line, other)
      else { return false }
      return zip(other.chunks, line.chunks).allSatisfy { abs($0.box.x0 - $1.box.x0) < 3 }
    }
  }

  /// "Type of | Service(s) to be | Educational" over "Delivery | Provided | Setting": what would be values are labels
  /// when each column is read down.
  private func goesOn(_ line: TextLine, _ other: TextLine) -> Bool {
    guard other.chunks.count == line.chunks.count, other.box.y0 > line.box.y0 else { return false }
    let values = stride(from: 1, to: line.chunks.count, by: 2)
    let labels = values.filter { index in
      let (upper, lower) = (line.chunks[index].text, other.chunks[index].text)
      return cues.labelFit(upper + " " + lower) >= 0.95 || cues.labelFit(upper + lower) >= 0.95
    }
    return labels.count * 2 > line.chunks.count / 2
  }

  /// Every other chunk is a label, the first among them.
  private func pairs(_ line: TextLine) -> Bool {
    let fits = line.chunks.map { cues.labelFit($0.text) >= 0.95 }
    return fits.count.isMultiple(of: 2)
      && stride(from: 0, to: fits.count, by: 2).allSatisfy { fits[$0] }
      && stride(from: 1, to: fits.count, by: 2).filter { fits[$0] }.count * 3 <= fits.count
  }
}
