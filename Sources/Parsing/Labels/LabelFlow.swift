import Extraction
import IEPModel

/// Labels and values that flow like text, several a line, broken where the line is full: "Name: Jo Doe Grade: 4 Date of"
/// / "Meeting: 9/2/2025".
enum LabelFlow {
  /// Where the flow that begins at `index` ends; `nil` where the line is none of a flow.
  static func end(from index: Int, in lines: [TextLine], right: Double) -> Int? {
    let isCut = index + 1 < lines.count && endsAmidLabel(lines[index]) && beginsAmidLabel(lines[index + 1])
    let runsOn = index + 1 < lines.count && isAmidSentence(lines[index], lines[index + 1])
    guard colons(lines[index]) >= (isCut || runsOn ? 1 : 2) else { return nil }
    var end = index + 1
    while end < lines.count {
      if goesOn(lines[end - 1], lines[end], right: right) {
        end += 1
      } else if isText(lines[index]), let next = nextLabels(from: end, in: lines, right: right) {
        end = next + 1
      } else {
        break
      }
    }
    return end > index + 1 ? end : nil
  }

  /// Whether labels and values stand as close as sentences do, none set off to a column of its own.
  static func isText(_ line: TextLine) -> Bool {
    zip(line.words, line.words.dropFirst()).allSatisfy { $1.box.x0 - $0.box.x1 < max($0.fontSize, 6) * 2.2 }
  }

  /// A value that takes whole lines of its own before the line of the next label.
  private static func nextLabels(from start: Int, in lines: [TextLine], right: Double) -> Int? {
    for index in start..<min(start + 6, lines.count) {
      guard follows(lines[index - 1], lines[index], right: right) else { return nil }
      if colons(lines[index]) > 0 { return index }
    }
    return nil
  }

  /// "Evaluation: 1/15/2025   Next Reevaluation" over "Date: 1/15/2028": a line's first word asks for too little.
  private static func beginsAmidLabel(_ line: TextLine) -> Bool {
    guard let first = line.words.first, first.field == nil else { return false }
    return ["date:", "number:", "#:", "no.:", "by:", "due:", "on:"].contains(first.text.lowercased())
  }

  /// "... on four quizzes. Starting point: 45% on" over "the September quizzes. Checked with: graded work": a label amid
  /// running text whose value goes on below, before the next label.
  private static func isAmidSentence(_ line: TextLine, _ next: TextLine) -> Bool {
    guard colons(line) == 1, colons(next) == 1, isText(line), isText(next), let last = line.words.last,
      let colon = line.words.firstIndex(where: { $0.text.hasSuffix(":") }), colon + 1 < line.words.count,
      // The label stands behind a sentence, and its value ends in one.
      line.words[..<colon].dropLast().contains(where: { $0.text.hasSuffix(".") }),
      !".!?;".contains(last.text.last ?? "."),
      next.words.first?.text.first?.isLowercase == true,
      let end = next.words.firstIndex(where: { $0.text.hasSuffix(".") }),
      let following = next.words.firstIndex(where: { $0.text.hasSuffix(":") })
    else { return false }
    return end < following
  }

  /// The label's first words stand at the line's end; no sentence ends there.
  private static func endsAmidLabel(_ line: TextLine) -> Bool {
    guard let last = line.words.last else { return false }
    return last.text.first?.isUppercase == true && !".!?,;".contains(last.text.last ?? ".")
  }

  private static func goesOn(_ line: TextLine, _ next: TextLine, right: Double) -> Bool {
    guard colons(line) >= 1, follows(line, next, right: right) else { return false }
    // Where labels and blanks stand in columns, a line that begins with a label of its own goes on none.
    let isLabelled = next.words.prefix(4).contains { $0.text.hasSuffix(":") }
    if isLabelled, !isText(line), !isText(next), !endsAmidLabel(line) { return false }
    // A date in a column at the line's end is whole: "Goal 2: Math     Target date: 6/4/27" over the goal.
    if colons(next) == 0, !isText(line), line.words.last.map({ LabelledLine.isFigureDate($0.text) }) ?? false {
      return false
    }
    // "Location: Resource room" over a title in bold, which no value is.
    if colons(next) == 0, next.isBold, next.words.count > 1, line.words.last?.isBold == false { return false }
    return colons(next) > 0 || !isInColumns(next, below: line) && !wrapsInColumn(line, next)
  }

  /// Whether a line is the next one of a text that was broken where the line was full.
  private static func follows(_ line: TextLine, _ next: TextLine, right: Double) -> Bool {
    guard line.page == next.page, !next.isDrawnRule, !beginsCounted(next),
      next.box.y0 - line.box.y1 < max(line.height, 8) * 0.9,
      abs(line.fontSize - next.fontSize) < 0.5, next.words.allSatisfy({ $0.field == nil })
    else { return false }
    if beginsWithDate(next) { return false }
    // It had no room for the next word.
    guard line.box.x1 + (next.words.first?.box.width ?? 0) + line.height * 0.3 > right - 6 else { return false }
    let starts = line.chunks.dropFirst().map(\.box.x0)
    let aligned = next.chunks.dropFirst().filter { chunk in starts.contains { abs($0 - chunk.box.x0) < 3 } }.count
    return aligned == 0 && abs(next.box.x0 - line.box.x0) < 12
  }

  /// "FROM 09/01/26 TO 05/10/27", "Beginning 9/28/2026": a fact of its own, without a colon.
  private static func beginsWithDate(_ line: TextLine) -> Bool {
    guard line.words.count > 1, let word = line.words.first?.text, word.first?.isUppercase == true else { return false }
    let leads: Set<String> = [
      "from", "begin", "begins", "beginning", "start", "starts", "starting", "end", "ends", "ending", "until",
      "through",
      "effective",
    ]
    return leads.contains(word.lowercased()) && LabelledLine.isFigureDate(line.words[1].text)
  }

  /// "Objective 1: Jo will ...": a label that counts begins a line of its own.
  private static func beginsCounted(_ line: TextLine) -> Bool {
    guard line.words.first?.text.first?.isUppercase == true else { return false }
    return line.words.prefix(3).dropFirst().contains { word in
      word.text.hasSuffix(":") && word.text.first?.isNumber == true
        && word.text.dropLast().allSatisfy { $0.isNumber || $0 == "." || $0.isLetter }
    }
  }

  /// "2026   District No. 318" below "Meeting: Oct. 9, Type: Annual   District: Camas Fork": behind a wide gap it goes on
  /// below a word of the line.
  private static func isInColumns(_ next: TextLine, below line: TextLine) -> Bool {
    next.groups.dropFirst().contains { group in line.words.contains { abs($0.box.x0 - group[0].box.x0) < 2 } }
  }

  /// Columns of labels with their values: what stands below one that was full goes on there.
  private static func wrapsInColumn(_ line: TextLine, _ next: TextLine) -> Bool {
    guard line.chunks.count >= 2, line.chunks.allSatisfy({ $0.text.contains(":") }) else { return false }
    let words = next.words[...]
    return zip(line.chunks, line.chunks.dropFirst()).contains { chunk, following in
      ColumnWrap.fits(words, below: chunk.box.x0, before: following.box.x0)
        && ColumnWrap.isFull(upTo: chunk.box.x1, for: words, before: following.box.x0, height: line.height)
    }
  }

  private static func colons(_ line: TextLine) -> Int {
    line.words.lazy.filter { $0.field == nil && $0.text.utf8.last == UInt8(ascii: ":") }.count
  }
}
