import Extraction
import IEPModel

/// The labels over a table that is set without rules.
struct AlignedHeader {
  var lines: Range<Int>
  /// One a column, from left to right: the label's box over all header lines.
  var columns: [Box]
}

/// Finds the lines that are such labels.
struct AlignedHeaderFinder {
  let cues: AlignedTableCues

  /// The labels that a line is part of: labels of one line, with the lines above and below that continue them, or labels
  /// that make sense only together with the lines below.
  func header(at index: Int, in lines: [TextLine], notBefore floor: Int) -> AlignedHeader? {
    // "☒ special education ☐ related service": options are no labels.
    guard lines[index].groups.count(where: { $0.contains(where: Ticks.isTick) && $0.count > 1 }) < 2 else { return nil }
    let single = labels(at: index, in: lines, notBefore: floor)
    let stacked = StackedHeader(cues: cues).header(at: index, in: lines)
    let isSingle = single.map { $0.columns.count >= stacked?.columns.count ?? 0 } ?? false
    // Labels in small print beside their values are a card's.
    return (isSingle ? single : stacked).flatMap { header in
      lines[header.lines].contains { SmallLabels.pairs(of: $0, isLabel: cues.isLabel) != nil } ? nil : header
    }
  }

  /// A line of at least three chunks of which most are labels, with the lines above and below that continue them.
  private func labels(at index: Int, in lines: [TextLine], notBefore floor: Int) -> AlignedHeader? {
    let core = lines[index]
    guard core.chunks.count >= 3, core.words.allSatisfy({ $0.field == nil }) else { return nil }
    // A line that begins with a box is an option of a list.
    if let first = core.words.first, Ticks.isTick(first) { return nil }
    // "beginning ... through ... location ...": blanks of a sentence, no columns.
    guard core.chunks.contains(where: { $0.text.first?.isLowercase != true }) else { return nil }
    guard
      !core.chunks.contains(where: {
        $0.text.hasSuffix(":") || $0.text.contains(": ") || $0.text == "☐" || $0.text == "☒"
      })
    else { return nil }
    // Letters over boxes to tick ("R S O", "D W M") stand between the labels.
    let fits = core.chunks.filter { $0.text.utf8.count > 2 }.map { cues.labelFit($0.text) }
    let good = fits.filter { $0 >= 0.6 }.count
    guard good >= 3 || (good >= 2 && good * 2 > fits.count), good * 2 >= fits.count else { return nil }
    guard !core.chunks.contains(where: { cues.isAnchor($0.text) }) else { return nil }
    if core.groups.contains(where: isAnswered) || repeatsLabels(of: core, at: index, in: lines)
      || isAnsweredByTurns(core, at: index, in: lines)
    {
      return nil
    }
    var columns = core.chunks.map(\.box)
    var (first, last) = (index, index)
    let height = max(core.height, 6)
    func absorb(_ line: TextLine) -> Bool {
      // Every chunk stands over or under one label, or is a label between them.
      var extended = TightLabels.parted(columns, of: core, by: line)
      func over(_ box: Box) -> [Int] {
        extended.indices.filter { extended[$0].x0 - 2 < box.x1 && extended[$0].x1 + 2 > box.x0 }
      }
      for (chunk, words) in zip(line.chunks, line.groups) {
        if cues.isAnchor(chunk.text) { return false }
        let labels = over(chunk.box)
        if labels.count == 1 {
          extended[labels[0]] = extended[labels[0]].union(chunk.box)
        } else if labels.isEmpty, cues.labelFit(chunk.text) >= 0.5 {
          extended.append(chunk.box)
        } else if labels.count == words.count,
          // A word may reach as far as the next column.
          case let own = words.map({ over(Box(x0: $0.box.x0, y0: $0.box.y0, x1: $0.box.midX, y1: $0.box.y1)) }),
          own.allSatisfy({ $0.count == 1 }), Set(own.joined()).count == words.count
        {
          // "Regular Special" over the boxes of two narrow columns: a word for each.
          for (word, label) in zip(words, own.joined()) { extended[label] = extended[label].union(word.box) }
        } else if let parts = TightLabels.parts(of: words, over: labels.map { extended[$0] }) {
          for (label, part) in zip(labels, parts) { extended[label] = extended[label].union(part) }
        } else {
          return false
        }
      }
      columns = extended.sorted { $0.x0 < $1.x0 }
      return true
    }
    while first > floor, !cues.isBandLine(lines[first - 1]),
      // What is set larger, or smaller, is the heading over the table.
      !isHeading(lines[first - 1], over: core),
      // ... and what ends a sentence is no label.
      !(lines[first - 1].text.hasSuffix(".") && lines[first - 1].words.count > 4),
      core.box.y0 - lines[first - 1].box.y1 < height * 0.9 + Double(index - first) * height,
      lines[first - 1].chunks.count <= columns.count, lines[first - 1].isBold == core.isBold,
      lines[first - 1].chunks.count >= 1, lines[first - 1].text.count < 90,
      !(lines[first - 1].chunks.count == 1 && lines[first - 1].chunks[0].box.x0 <= columns[0].x0 + 2
        && lines[first - 1].box.width > columns[0].width * 1.6),
      absorb(lines[first - 1])
    { first -= 1 }
    while last + 1 < lines.count, lines[last + 1].box.y0 - lines[last].box.y1 < height * 0.7,
      !lines[last + 1].isBelowRule, lines[last + 1].isBold == core.isBold, !headsRows(lines[last + 1]),
      // "PARTNER SCHOOL, REGULAR CLASSES" across labels in small letters heads the rows.
      !(lines[last + 1].chunks.count == 1 && lines[last + 1].isInCapitals(unlike: core)),
      lines[last + 1].chunks.count < columns.count
        || lines[last + 1].chunks.allSatisfy({ cues.labelFit($0.text) >= 0.5 })
        || isWrapped(last + 1, below: core, in: lines),
      core.isBold
        || lines[last + 1].chunks.allSatisfy({
          cues.labelFit($0.text) >= 0.5 || $0.text.hasPrefix("(") || isRest($0.text)
        }),
      absorb(lines[last + 1])
    { last += 1 }
    return AlignedHeader(lines: first..<(last + 1), columns: columns)
  }

  /// "Related services", "Setting: Therapy room" right below the labels, set as they are: the heading of the first rows.
  private func headsRows(_ line: TextLine) -> Bool {
    line.words.count >= 2 && (cues.isBandLine(line) || line.chunks.count == 1 && cues.isRemark(line))
  }

  /// Labels in bold that stand closer on their first line than below: what is bold right under them, over rows that
  /// are not, is the rest of them.
  private func isWrapped(_ index: Int, below core: TextLine, in lines: [TextLine]) -> Bool {
    guard core.isBold, lines[index].isBold, abs(lines[index].fontSize - core.fontSize) < 0.1,
      lines[index].box.y0 - lines[index - 1].box.y1 < core.height * 0.3,
      !lines[index].words.contains(where: { $0.text.contains(where: \.isNumber) })
    else { return false }
    let below = lines[(index + 1)...].prefix(3).first { !$0.isBold }
    return below.map { $0.page == core.page && $0.chunks.count >= 3 } ?? false
  }

  /// A line set larger than the labels, or words of their own set smaller.
  private func isHeading(_ line: TextLine, over core: TextLine) -> Bool {
    line.fontSize >= core.fontSize + 0.9
      || line.fontSize <= core.fontSize - 0.9 && line.chunks.count == 1 && line.text.utf8.count > 3
  }

  /// "Target date 10/28/26": a label that has its date behind it heads no column.
  private func isAnswered(_ chunk: [Word]) -> Bool {
    guard chunk.count >= 2, let last = chunk.last, cues.isAnchor(last.text) else { return false }
    return cues.isLabel(chunk.dropLast().map(\.text).joined(separator: " "))
  }

  /// "Setting | Gym | Setting | Office" over "From | 9/1 | From | 9/1": two cards side by side, no columns.
  private func repeatsLabels(of line: TextLine, at index: Int, in lines: [TextLine]) -> Bool {
    func twice(_ line: TextLine) -> String? {
      guard line.chunks.count == 4, line.chunks[0].text == line.chunks[2].text else { return nil }
      return line.chunks[0].text
    }
    guard let label = twice(line) else { return false }
    return lines[(index + 1)...].prefix(4).contains { next in
      next.page == line.page && twice(next).map { $0 != label && (cues.isLabel($0) || cues.isLabel(label)) } ?? false
        && abs(next.chunks[2].box.x0 - line.chunks[2].box.x0) < 4
    }
  }

  /// "Delivery | direct | Goals | 1" near "Setting | Gym | Provider | OT": labels with their values beside them, two a
  /// line, as cards set them; a value may be left out.
  private func isAnsweredByTurns(_ line: TextLine, at index: Int, in lines: [TextLine]) -> Bool {
    lines[max(0, index - 5)..<min(lines.count, index + 6)].contains { other in
      guard other.page == line.page, other.chunks.count == 4, takesTurns(other, in: other),
        other.chunks[0].text != line.chunks[0].text
      else { return false }
      return takesTurns(line, in: other)
    }
  }

  /// Labels where a card's line has its labels, values where it has its values.
  private func takesTurns(_ line: TextLine, in card: TextLine) -> Bool {
    let columns = line.chunks.map { chunk in card.chunks.firstIndex { abs($0.box.x0 - chunk.box.x0) < 3 } }
    let pairs = zip(line.chunks, columns)
    let values = pairs.filter { $1 == 1 || $1 == 3 }.map(\.0.text)
    return !columns.contains(nil) && pairs.allSatisfy { $1 == 1 || $1 == 3 || cues.isLabel($0.text) }
      && !values.isEmpty && !values.allSatisfy(cues.isLabel)
  }

  /// Words that only continue a label: "date", "provided", "per session".
  private func isRest(_ text: String) -> Bool {
    let rest: Set<String> = [
      "date", "dates", "provided", "session", "per", "of", "service", "services", "provider", "week", "number",
      "minutes", "size", "time",
    ]
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    return !words.isEmpty && words.allSatisfy(rest.contains)
  }
}
