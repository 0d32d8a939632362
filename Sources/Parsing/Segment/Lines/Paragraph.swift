import Extraction
import Foundation
import IEPModel

/// Lines that belong together as running text or one bullet.
struct Paragraph: Sendable, Hashable {
  var lines: [TextLine]
  /// It is an item of a list that bare figures count.
  var isCounted = false

  var text: String { Unwrapping.text(of: lines) }
  /// The first page's part, and its box there.
  var place: Place {
    let page = lines.first?.page
    return Place(page: page, box: Box.around(lines.filter { $0.page == page }.map(\.box)))
  }
  var places: [Place] {
    var result: [Place] = []
    for line in lines {
      if let last = result.last, last.page == line.page, let box = last.box {
        result[result.count - 1].box = box.union(line.box)
      } else {
        result.append(line.place)
      }
    }
    return result
  }

  /// Joins lines to paragraphs: a new one begins at a list mark, after a wide gap, after a line that stops short of
  /// the right edge at a sentence's end, and where the style changes. A paragraph may go on over a page's end.
  static func join(_ lines: [TextLine]) -> [Paragraph] {
    var result: [Paragraph] = []
    let right = lines.map(\.box.x1).max() ?? 0
    let counted = RowMarks.counted(lines)
    lazy var spacing = wideSpacing(lines, right: right)
    /// Of the line before, and of the one that opens the paragraph.
    var (above, first) = (Opening(), Opening())
    for (index, line) in lines.enumerated() {
      let opening = Opening(line)
      defer { above = opening }
      guard let last = result.last?.lines.last, !counted.contains(index) else {
        result.append(Paragraph(lines: [line], isCounted: counted.contains(index)))
        first = opening
        continue
      }
      let height = max(min(last.height, line.height), 5)
      let gap = line.box.y0 - last.box.y1
      let isWrapped =
        gap >= height * 0.8
        && (spacing.map { abs(gap - $0) < height * 0.15 && Self.isFull(last, right: right) } ?? false)
        // "... to 2025-11-17" over "Counseling, once a month": items of a list without marks.
        && (line.text.first?.isUppercase == false || last.words.last?.text.first?.isLowercase == true)
      let isNear =
        last.page == line.page
        ? gap < height * 0.8 && gap > -height || isWrapped : line.page == last.page + 1
      let sameStyle =
        (last.isBold == line.isBold || opensInBold(last) && !line.isBold)
        && abs(above.textSize - opening.textSize) < 0.8
      let endsSentence: Bool
      switch last.text.unicodeScalars.last {
      case ".", ":", "!", "?": endsSentence = true
      default: endsSentence = false
      }
      let isShort = last.box.x1 < right - max(80, right * 0.2)
      // A line that had room for the next one's first word was ended on purpose.
      let hadRoom =
        last.page == line.page && line.text.first.map { $0.isUppercase || $0.isNumber } ?? false
        && last.box.x1 + (line.words.first?.box.width ?? 0) + height * 0.5 < right - max(8, right * 0.02)
      // A list without marks: sentences that open alike, a line each.
      let word = result.last?.lines.first?.words.first?.text
      let isAlike =
        last.text.hasSuffix(".") && word != nil && line.words.first?.text == word
        && line.text.first?.isUppercase == true
      // What stands left of an item's mark, behind its whole sentence, is no part of the item.
      let isOutside =
        endsSentence && first.isItem
        && (result.last?.lines.first).map { line.box.x0 < $0.box.x0 - 6 } ?? false
      let begins =
        !Self.breaksAmount(last, line) && !Self.breaksGoals(last, line) && !Self.breaksBracket(last, line)
        && (isOutside || Self.heads(line, below: result.last?.lines.first, before: lines.dropFirst(index + 1).first)
          || isAlike || hadRoom || !isNear || !sameStyle || (endsSentence && isShort)
          || (isShort && line.text.first?.isUppercase == true && last.page != line.page)
          || opening.isItem && !goesOnAtDash(line, in: result.last))
      if begins {
        result.append(Paragraph(lines: [line]))
        first = opening
      } else {
        result[result.count - 1].lines.append(line)
      }
    }
    return result
  }

  /// The distance between lines of running text that is set wide, in points: the least that comes again behind full
  /// lines. Fonts drawn as pictures have letters measured lower than they are.
  private static func wideSpacing(_ lines: [TextLine], right: Double) -> Double? {
    var count: [Int: Int] = [:]
    for (last, line) in zip(lines, lines.dropFirst()) where last.page == line.page && isFull(last, right: right) {
      let (gap, height) = (line.box.y0 - last.box.y1, min(last.height, line.height))
      if gap >= height * 0.8, gap < height * 1.6 { count[Int((gap * 2).rounded()), default: 0] += 1 }
    }
    return count.filter { $0.value >= 2 }.keys.min().map { Double($0) / 2 }
  }

  private static func isFull(_ line: TextLine, right: Double) -> Bool {
    line.chunks.count == 1 && line.words.count >= 6 && line.box.x1 > right - max(40, right * 0.1)
  }

  /// "... 30 min / month - BCBA" over "- Goal 2": an item that counts, whose pieces are parted by dashes, goes on at one.
  private static func goesOnAtDash(_ line: TextLine, in paragraph: Paragraph?) -> Bool {
    guard let paragraph, line.text.hasPrefix("- "), let mark = RowMarks.split(paragraph.lines[0].text)?.mark,
      mark.first?.isNumber == true
    else { return false }
    return paragraph.lines[0].text.components(separatedBy: " - ").count > 3
  }

  /// "Related services" left of the items above and below it: a heading between them, though the item above ends without
  /// a stop.
  private static func heads(_ line: TextLine, below item: TextLine?, before next: TextLine?) -> Bool {
    guard let item, let next, item.page == line.page, next.page == line.page, line.words.count <= 8,
      line.text.first?.isUppercase == true, line.box.x0 < item.box.x0 - 3, abs(next.box.x0 - item.box.x0) < 1,
      let mark = item.words.first?.text, next.words.first?.text == mark
    else { return false }
    return RowMarks.isListItem(item.text) && RowMarks.isListItem(next.text) && !RowMarks.isListItem(line.text)
  }

  /// "SEEN FOR SPEECH THERAPY 30" over "MINUTES WEEKLY": the line's end parts a figure from its unit, of which a capital
  /// says nothing where all are capitals.
  private static func breaksAmount(_ last: TextLine, _ line: TextLine) -> Bool {
    last.words.count > 4 && partsAmount(last, line)
  }

  /// A line's end parts a figure from its unit.
  static func partsAmount(_ last: TextLine, _ line: TextLine) -> Bool {
    guard last.page == line.page, let figure = last.words.last?.text, figure.utf8.count <= 3,
      figure.allSatisfy(\.isNumber), last.isBold == line.isBold, let unit = line.words.first?.text.lowercased()
    else { return false }
    return DoseWords.minuteWords.contains(unit) || DoseWords.hourWords.contains(unit)
  }

  /// "... Staff: SLP. Goal" over "4. 9/24/2025 - 9/23/2026.", "... Goals 1," over "3. Begins ...": the line's end parts the
  /// word from a number of it, which looks like the mark of an item.
  private static func breaksGoals(_ last: TextLine, _ line: TextLine) -> Bool {
    guard last.page == line.page, last.words.count > 4, line.box.y0 - last.box.y1 < line.height,
      case let number? = line.words.first?.text, !(number.utf8.first.map { ($0 | 0x20) &- 0x61 < 26 } ?? true),
      case let number = number.trimmingCharacters("#.,;)"), (1...3).contains(number.utf8.count),
      number.first?.isNumber == true
    else { return false }
    let word = last.words.last { word in
      let isCounted = word.text.hasSuffix(",") && Int(word.text.dropLast()) != nil
      return !isCounted && word.text != "and" && word.text != "&"
    }
    return word.map { ["goal", "goals"].contains($0.text.lowercased().trimmingCharacters("(#:")) } ?? false
  }

  /// "... in the resource room (Room" over "118) for 45 minutes": what closes a bracket looks like the mark of an item.
  private static func breaksBracket(_ last: TextLine, _ line: TextLine) -> Bool {
    guard let first = line.words.first?.text, let close = first.firstIndex(of: ")"), !first.contains("("),
      close > first.startIndex, last.page == line.page, line.box.y0 - last.box.y1 < line.height,
      let open = last.text.lastIndex(of: "(")
    else { return false }
    return !last.text[open...].contains(")")
  }

  /// "**Reading instruction:** 30 minutes", "1. **Reading instruction.** 30 minutes": bold up to some word and plain from
  /// there on, whatever the mark of a list is set in.
  private static func opensInBold(_ line: TextLine) -> Bool {
    let weights = line.words.dropFirst(RowMarks.isListItem(line.text) ? 1 : 0).map(\.isBold)
    return weights.first == true && weights.last == false
      && zip(weights, weights.dropFirst()).filter { $0 != $1 }.count == 1
  }

  /// How a line begins.
  private struct Opening {
    var isItem = false
    /// In points; a list's mark may be set larger than its text.
    var textSize = 0.0

    init() {}

    init(_ line: TextLine) {
      let first = line.text[..<(line.text.firstIndex(of: " ") ?? line.text.endIndex)]
      isItem = RowMarks.isListItem(line.text) || RowMarks.isPart(first)
      textSize = isItem && line.words.count > 1 ? line.words.lazy.dropFirst().map(\.fontSize).max() ?? 0 : line.fontSize
    }
  }
}
