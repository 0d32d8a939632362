import Extraction
import IEPModel

/// A box with the printed words it stands beside.
struct TickedOption: Sendable, Hashable {
  var isOn: Bool
  var label: String
  var place: Place
}

/// Reads "☐ Initial ☒ Annual": which words a tick belongs to.
enum Ticks {
  static func isTick(_ word: Word) -> Bool {
    // Both boxes are three bytes; most words are told apart by that.
    word.text.utf8.count == 3 && (word.text == "☐" || word.text == "☒")
  }

  /// A mark for yes in a column of its own, and no letter of a code: a divided header may hold a "Y" for the year.
  static func isMark(_ text: String) -> Bool { ["X", "x", "☒", "✓", "✔", "●"].contains(text.trimmingBlanks) }

  /// The options of a line. A tick belongs to the words behind it, unless the line begins with words and ends with a
  /// tick: then to those before.
  /// - Parameter labelsFollow: known from the lines around; `nil` to tell it by this line.
  static func options(in line: TextLine, labelsFollow known: Bool? = nil) -> [TickedOption] {
    let ticks = line.words.indices.filter { isTick(line.words[$0]) }
    guard let first = ticks.first, let last = ticks.last else { return [] }
    // "150 minutes per ☐ day ☒ week ☐": an amount is no label, and that of the last box stands on the next line.
    let isAmount = line.words[0].text.first?.isNumber == true
    // "Type: ☐ Initial ☒ Annual ☐": so does a line of boxes behind the label that asks for them.
    let isAsked = first > 0 && line.words[first - 1].text.hasSuffix(":")
    let labelsFollow = known ?? (last < line.words.count - 1 || first == 0 || isAmount || isAsked)
    var result: [TickedOption] = []
    for (k, tick) in ticks.enumerated() {
      let words: [Word]
      if labelsFollow {
        let end = k + 1 < ticks.count ? ticks[k + 1] : line.words.count
        words = upToGap(Array(line.words[(tick + 1)..<end]), from: line.words[tick])
      } else {
        let start = k > 0 ? ticks[k - 1] + 1 : 0
        words = Array(line.words[start..<tick])
      }
      let text = words.map(\.text).joined(separator: " ")
      let box = Box.around(([line.words[tick]] + words).map(\.box))
      result.append(
        TickedOption(
          isOn: line.words[tick].text == "☒", label: text,
          place: Place(page: line.page, box: box, field: line.words[tick].field)))
    }
    return result
  }

  static func options(in lines: [TextLine]) -> [TickedOption] { lines.flatMap { options(in: $0) } }

  /// The options of a cell, whose labels may go on in the next line: "☐ Special ☒ General / education".
  static func wrappedOptions(in lines: [TextLine]) -> [TickedOption] {
    // A cell that begins with a box has each label behind its box, even one at a line's end.
    let begins = lines.first?.words.first.map(isTick) ?? false
    return wrapped(lines, labelsFollow: begins ? true : nil) { _, next in
      begins || next.options.first.map { !$0.label.isEmpty } ?? true
    }
  }

  /// The options of a passage whose labels are sentences that may go on in the lines below.
  static func wrappedStatements(in lines: [TextLine]) -> [TickedOption] {
    wrapped(lines) { label, next in
      next.line.page == next.above.page && next.line.box.y0 - next.above.box.y1 < next.line.height
        && !label.hasSuffix(".")
    }
  }

  /// The options of lines; the words before a line's boxes go on the label above where `goesOn` says so.
  private static func wrapped(
    _ lines: [TextLine], labelsFollow: Bool? = nil,
    goesOn: (_ label: String, _ next: (line: TextLine, above: TextLine, options: [TickedOption])) -> Bool
  ) -> [TickedOption] {
    var result: [TickedOption] = []
    for (index, line) in lines.enumerated() {
      let above = lines[max(0, index - 1)]
      let found = options(in: line, labelsFollow: labelsFollow)
      let lead = line.words.prefix { !isTick($0) }
      if let label = result.last?.label, !lead.isEmpty, goesOn(label, (line, above, found)) {
        let text = lead.map(\.text).joined(separator: " ")
        result[result.count - 1].label = label.isEmpty ? text : Unwrapping.join([label, text])
      }
      result += found
    }
    return result
  }

  /// "Other: session data", "Other (specify): session data": what was written there.
  private static func withoutOther(_ label: String) -> String {
    guard label.lowercased().hasPrefix("other"), let colon = label.firstIndex(of: ":"),
      LabelTokens.words(String(label[..<colon])).count <= 3
    else { return label }
    let said = String(label[label.index(after: colon)...]).trimmingBlanks
    return said.isEmpty ? label.trimmingColon : said
  }

  /// The labels without the letters that count them ("A. Portfolios", "B. Checklists") and without "Other:".
  static func withoutLetters(_ counted: [String]) -> [String] {
    let labels = counted.map(withoutOther)
    let bare = labels.map { label -> String? in
      let parts = label.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0].count == 2, parts[0].first?.isUppercase == true,
        ".)".contains(parts[0].last ?? " ")
      else { return nil }
      return String(parts[1])
    }
    return bare.allSatisfy { $0 != nil } ? bare.compactMap { $0 } : labels
  }

  /// The words until a gap so wide that what follows is another column.
  private static func upToGap(_ words: [Word], from tick: Word) -> [Word] {
    var result: [Word] = []
    var previous = tick
    for word in words {
      if word.box.x0 - previous.box.x1 > max(word.fontSize, 6) * 2.2, !result.isEmpty { break }
      result.append(word)
      previous = word
    }
    return result
  }

  /// A cell's text, or of a cell with boxes the labels that are ticked; a box without words stays a box.
  static func text(of cell: Cell) -> String { text(of: cell.lines, else: cell.text) }

  static func text(of lines: [TextLine], else text: String) -> String {
    let options = wrappedOptions(in: lines)
    guard options.contains(where: { !$0.label.isEmpty }) else { return text }
    let before = lines.prefix { line in !line.words.contains(where: isTick) }
    let ticked = options.filter(\.isOn).map(\.label).filter { !$0.isEmpty }
    // "150 minutes per ☐ day ☒ week": the boxes end what stands before them.
    let lead = lines.first { $0.words.contains(where: isTick) }?.words.prefix { !isTick($0) } ?? []
    if before.isEmpty, lead.first?.text.first?.isNumber == true, ticked.count == 1 {
      return (lead.map(\.text) + ticked).joined(separator: " ")
    }
    return ([Unwrapping.text(of: Array(before))] + ticked).filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// What stands before a line's first box.
  static func before(_ line: TextLine) -> TextLine {
    guard let box = line.words.firstIndex(where: isTick) else { return line }
    return TextLine(page: line.page, words: Array(line.words[..<box]))
  }

  /// Points that a line needs for its next words: a box goes with its first word.
  static func width(ofNext words: ArraySlice<Word>) -> Double {
    guard let first = words.first, let last = isTick(first) ? words.prefix(2).last : first else { return 0 }
    return last.box.x1 - first.box.x0
  }

  /// A value in which options are ticked: the ticked ones' labels, or the text as it is where no box stands in it.
  static func value(of fact: Fact) -> String {
    let options = wrappedOptions(in: fact.lines)
    guard !options.isEmpty else { return fact.value }
    let before = fact.lines.prefix { line in !line.words.contains(where: isTick) }
    if !before.isEmpty { return Unwrapping.text(of: Array(before)) }
    // "Reading      ☒ Academic ☐ Behavior": the boxes ask something else.
    if let line = fact.lines.first, line.words.last.map(isTick) == false {
      let lead = line.words.prefix { !isTick($0) }
      if let last = lead.last, case let box = line.words[lead.count].box, box.x0 - last.box.x1 > last.fontSize * 0.9 {
        return lead.map(\.text).joined(separator: " ")
      }
    }
    return withoutLetters(options.filter(\.isOn).map(\.label)).joined(separator: "; ")
  }
}
