import Extraction
import IEPModel

/// Facts of lines that no table holds: "LABEL: value", a label and its value in two columns, labels above values.
struct LineFacts: Sendable {
  let reader: FactReader

  /// A label that is open for continuation lines.
  private struct OpenFact {
    var label: [Word]
    var value: [TextLine]
    var index: Int
  }

  func items(of bulleted: [TextLine]) -> [SectionItem] {
    let reader = reader
    let printed = bulleted.map(withoutBullet)
    let lines = RowShaping(isLabel: { reader.isExactLabel($0) }).shaped(printed)
    var items: [SectionItem] = []
    var open: [OpenFact] = []
    let right = lines.map(\.box.x1).max() ?? 0
    var index = 0
    var previous: TextLine?

    func put(_ fact: OpenFact) { items[fact.index] = .fact(Self.fact(fact.label, fact.value, page: lines[0].page)) }

    while index < lines.count {
      var line = lines[index]
      defer { previous = line }
      var flowing: [Word]?
      if let end = LabelFlow.end(from: index, in: lines, right: right) {
        flowing = lines[index..<end].flatMap(\.words)
        index = end - 1
        line = lines[index]
      }
      if let parts = flowing.flatMap({ inline($0, page: line.page) }) ?? labelled(line, below: open) {
        open = []
        for part in parts {
          switch part {
          case .pair(let label, let value):
            let fact = OpenFact(
              label: label, value: Chunking.lines(of: value, page: line.page), index: items.count)
            items.append(.line(line))
            open.append(fact)
            put(fact)
          case .free(let words): items.append(.line(TextLine(page: line.page, words: words)))
          }
        }
      } else if let values = valuesBelow(line, next: index + 1 < lines.count ? lines[index + 1] : nil) {
        open = []
        for (label, value) in values {
          let fact = OpenFact(
            label: label, value: value.isEmpty ? [] : [TextLine(page: line.page, words: value)], index: items.count)
          items.append(.line(line))
          open.append(fact)
          put(fact)
        }
        let ticks = Self.ticksBehindValue(lines[index + 1])
        if !ticks.isEmpty { items.append(.line(TextLine(page: line.page, words: ticks))) }
        index += 1
        previous = lines[index]
      } else if let pair = pairInColumns(line, below: open) {
        open = [OpenFact(label: pair.label, value: Chunking.lines(of: pair.value, page: line.page), index: items.count)]
        items.append(.line(line))
        put(open[0])
      } else if !open.isEmpty, let last = previous, continues(line, after: last, open: &open, right: right) {
        for fact in open { put(fact) }
      } else {
        open = []
        items.append(.line(line))
      }
      index += 1
    }
    return items
  }

  /// "• Where: resource room": a bullet before a label is none of its words.
  private func withoutBullet(_ line: TextLine) -> TextLine {
    guard let first = line.words.first, first.text.unicodeScalars.count == 1, RowMarks.isListItem(line.text),
      first.text.first?.isLetter != true, first.text.first?.isNumber != true,
      let colon = line.words.prefix(8).firstIndex(where: { $0.text.hasSuffix(":") }), colon > 0,
      reader.isExactLabel(line.words[1...colon].map(\.text).joined(separator: " "))
    else { return line }
    return TextLine(page: line.page, words: Array(line.words.dropFirst()))
  }

  /// A label and value in the columns of the pair above, though no vocabulary has the label.
  private func pairInColumns(_ line: TextLine, below open: [OpenFact]) -> (label: [Word], value: [Word])? {
    let groups = line.groups
    guard open.count == 1, groups.count == 2, let above = open[0].value.first, let label = open[0].label.first,
      open[0].label.last?.box.x1 ?? 0 < above.box.x0, above.page == line.page,
      let left = groups[0].first, let right = groups[1].first, left.field == nil,
      abs(left.box.x0 - label.box.x0) < 3, abs(right.box.x0 - above.box.x0) < 3, groups[0].count <= 7,
      left.text.first?.isUppercase == true, groups[0].last?.text.hasSuffix(".") == false
    else { return nil }
    return (groups[0], groups[1])
  }

  private enum Part {
    case pair(label: [Word], value: [Word])
    case free([Word])
  }

  /// The pairs of a line; `nil` where it holds no label with a value of its own.
  private func labelled(_ line: TextLine, below open: [OpenFact]) -> [Part]? {
    if let parts = inline(line.words, page: line.page) { return parts }
    if let pairs = boldLabels(line) ?? dated(line) ?? answered(line) ?? leadingLabels(line) { return pairs }
    // Label and value in two columns, without a colon: every odd chunk is a label. Where half of them are known the
    // others may be labels of the form's own.
    let chunks = line.groups
    guard chunks.count >= 2, chunks.count % 2 == 0 else { return nil }
    // Under labels and values that stand in the same columns a value may read like a label.
    let isBelowPairs =
      chunks.count >= 4 && open.count * 2 == chunks.count
      && open.enumerated().allSatisfy { index, fact in
        abs((fact.label.first?.box.x0 ?? 0) - (chunks[index * 2].first?.box.x0 ?? -9)) < 3
      }
    var parts: [Part] = []
    var known = 0
    for k in stride(from: 0, to: chunks.count, by: 2) {
      let label = chunks[k].map(\.text).joined(separator: " ")
      let value = chunks[k + 1].map(\.text).joined(separator: " ")
      guard chunks[k].allSatisfy({ $0.field == nil }), !reader.isExactLabel(value) || isBelowPairs || asksForKind(label)
      else {
        return nil
      }
      if reader.isExactLabel(label) { known += 1 } else if !mayBeLabel(label) { return nil }
      parts.append(.pair(label: chunks[k], value: chunks[k + 1]))
    }
    return known * 4 >= chunks.count ? parts : nil
  }

  /// A short text of words with a capital, as labels are.
  private func mayBeLabel(_ text: String) -> Bool {
    text.split(separator: " ").count <= 5 && text.first?.isUppercase == true && !text.contains(where: \.isNumber)
      && !text.hasSuffix(".")
  }

  /// "Purpose of meeting", "Evaluation method": its value ("Annual review", "Data collection") may read like a label.
  private func asksForKind(_ label: String) -> Bool {
    reader.labels.header.exact(label).contains(.kind) || reader.labels.service.exact(label).contains(.category)
      || reader.labels.goal.exact(label).contains { [.method, .schedule, .area, .responsible].contains($0) }
  }

  /// The pairs of labels with a colon.
  private func inline(_ words: [Word], page: Int) -> [Part]? {
    guard let (before, pairs) = InlineLabels(reader: reader).pairs(in: words) else { return nil }
    var parts: [Part] = []
    var rest = before
    // "Name  Jo Doe    DOB: 1/2/15": a label without a colon before those with one.
    if !before.isEmpty {
      let head = TextLine(page: page, words: before)
      if let first = head.chunks.first, head.chunks.count >= 2, reader.isExactLabel(first.text) {
        let count = head.groups.first?.count ?? 0
        parts.append(.pair(label: Array(before[..<count]), value: Array(before[count...])))
        rest = []
      }
    }
    if !rest.isEmpty { parts.append(.free(rest)) }
    return parts + pairs.map { .pair(label: $0.label, value: $0.value) }
  }

  /// "**Grade** 5  **School** Heron Lake": labels in bold, each with its value behind it.
  private func boldLabels(_ line: TextLine) -> [Part]? {
    guard line.words.count >= 2, line.words.count <= 40, line.words.first?.isBold == true else { return nil }
    var runs: [(isBold: Bool, words: [Word])] = []
    for word in line.words {
      if let last = runs.last, last.isBold == word.isBold {
        runs[runs.count - 1].words.append(word)
      } else {
        runs.append((word.isBold, [word]))
      }
    }
    guard runs.count >= 2, runs.count % 2 == 0 else { return nil }
    var parts: [Part] = []
    for k in stride(from: 0, to: runs.count, by: 2) {
      guard runs[k].words.allSatisfy({ $0.field == nil }),
        reader.isExactLabel(runs[k].words.map(\.text).joined(separator: " "))
      else { return nil }
      parts.append(.pair(label: runs[k].words, value: runs[k + 1].words))
    }
    return parts
  }

  /// "How will progress be measured? Interval recording": a question that asks for a fact, and its answer.
  private func answered(_ line: TextLine) -> [Part]? {
    guard let end = line.words.prefix(20).firstIndex(where: { $0.text.hasSuffix("?") }), end >= 2,
      end + 1 < line.words.count
    else { return nil }
    let question = Array(line.words[...end])
    let text = question.map(\.text).joined(separator: " ")
    let answer = Array(line.words[(end + 1)...])
    guard question.allSatisfy({ $0.field == nil }), !line.words.contains(where: Ticks.isTick),
      !answer[0].text.hasPrefix("("), FormQuestion.isQuestion(text), reader.isExactLabel(text)
    else { return nil }
    return [.pair(label: question, value: answer)]
  }

  /// "Service SDI Writing    Amount Daily for 40 minutes": every chunk begins with a label, as where blanks on a line
  /// were filled in.
  private func leadingLabels(_ line: TextLine) -> [Part]? {
    guard line.chunks.count >= 2 else { return nil }
    var parts: [Part] = []
    for words in line.groups {
      let lengths = (1..<max(2, min(words.count, 6))).filter { count in
        count < words.count && words[..<count].allSatisfy { $0.field == nil }
          && reader.isExactLabel(words[..<count].map(\.text).joined(separator: " "))
      }
      guard let count = lengths.last, !reader.isExactLabel(words.map(\.text).joined(separator: " ")),
        words[0].text.first?.isUppercase == true
      else { return nil }
      parts.append(.pair(label: Array(words[..<count]), value: Array(words[count...])))
    }
    return parts
  }

  /// "Meeting date 9/2/2025": a label and a date in figures, with nothing between them.
  private func dated(_ line: TextLine) -> [Part]? {
    guard (2...9).contains(line.words.count), let value = line.words.last, Self.isFigureDate(value.text) else {
      return nil
    }
    let label = Array(line.words.dropLast())
    guard label.allSatisfy({ $0.field == nil }), reader.isExactLabel(label.map(\.text).joined(separator: " ")) else {
      return nil
    }
    return [.pair(label: label, value: [value])]
  }

  private static func isFigureDate(_ text: String) -> Bool {
    let parts = text.split { $0 == "/" || $0 == "-" || $0 == "." }
    return parts.count == 3 && parts.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isNumber) }
  }

  /// A line of labels alone, with their values on the next line under each.
  private func valuesBelow(_ line: TextLine, next: TextLine?) -> [(label: [Word], value: [Word])]? {
    guard let next, next.box.y0 - line.box.y1 < max(line.height, min(next.height, 14)) * 1.5,
      line.words.allSatisfy({ $0.field == nil })
    else { return nil }
    let labels = line.groups
    guard labels.count >= 2 || (line.text.utf8.count < 60 && isApart(line, next)) else { return nil }
    let texts = labels.map { $0.map(\.text).joined(separator: " ") }
    let known = texts.filter { reader.isExactLabel($0) }.count
    // Values that keep to the labels' left edges show a row of labels even where some are the form's own.
    let starts = next.chunks.map(\.box.x0)
    let isAligned =
      labels.count >= 3 && known * 2 >= labels.count
      && line.chunks.filter { chunk in starts.contains { abs($0 - chunk.box.x0) < 4 } }.count >= labels.count - 1
    guard known == labels.count || isAligned else { return nil }
    // "RELATED SERVICES" over a table or a card is the heading of what follows, not the label of the next line.
    if texts.count == 1, LabelTokens.of(texts[0]).count > 1, LabelTokens.of(texts[0]).last == "service" { return nil }
    let ticks = Self.ticksBehindValue(next)
    let values = TextLine(page: next.page, words: next.words.filter { !ticks.contains($0) }).groups
    let labelLike = values.filter { reader.isExactLabel($0.map(\.text).joined(separator: " ")) }.count
    let isSure = isAligned || known == labels.count && known >= 3
    let isSetApart = known == labels.count && labelLike < values.count && isApart(line, next)
    guard isSetApart || (isSure ? labelLike * 2 < values.count : labelLike == 0) else { return nil }
    if next.text.contains(": ") { return nil }
    var result: [(label: [Word], value: [Word])] = labels.map { ($0, []) }
    for value in values {
      guard let x = value.first?.box.x0,
        let owner = labels.indices.last(where: { (labels[$0].first?.box.x0 ?? 0) <= x + 6 })
      else { return nil }
      result[owner].value += value
    }
    return result
  }

  /// "120   ☐ Individual ☒ Group": the boxes that follow a value on its line ask something else.
  private static func ticksBehindValue(_ line: TextLine) -> [Word] {
    guard let first = line.words.firstIndex(where: Ticks.isTick), first > 0,
      line.words[first].box.x0 - line.words[first - 1].box.x1 > max(line.height, 6) * 1.5
    else { return [] }
    return Array(line.words[first...])
  }

  private func isApart(_ a: TextLine, _ b: TextLine) -> Bool {
    a.isBold != b.isBold || abs(a.fontSize - b.fontSize) > 0.4
      || (a.text.isCapitals && !b.text.isCapitals)
  }

  /// Gives a line without labels to the facts above it: what stands under a value continues it; a whole line
  /// continues a value that ran to the right edge.
  private func continues(_ line: TextLine, after last: TextLine, open: inout [OpenFact], right: Double) -> Bool {
    guard line.page == last.page, line.box.y0 - last.box.y1 < max(line.height, 8) * 0.9 else { return false }
    if RowMarks.isListItem(line.text) { return false }
    // A field's value ends with the field.
    if let field = line.words.first?.field,
      !open.contains(where: { $0.value.isEmpty || $0.value.last?.words.first?.field == field })
    {
      return false
    }
    // Bold under a plain value begins something else.
    if line.isBold, let value = open.last?.value.last, !value.isBold { return false }
    var updated = open
    var isTaken = true
    for group in line.groups {
      guard let x = group.first?.box.x0 else { continue }
      if let k = updated.indices.last(where: { index in
        updated[index].value.last.map { abs($0.box.x0 - x) <= 5 } ?? false
      }), !isParagraphsEnd(updated[k], right: right) {
        updated[k].value.append(TextLine(page: line.page, words: group))
      } else if let k = updated.indices.last(where: { index in
        updated[index].label.first.map { abs($0.box.x0 - x) <= 3 } ?? false
      }),
        line.groups.count > 1 || updated[k].value.isEmpty,
        group.allSatisfy({ $0.field == nil }), updated[k].label.count + group.count <= 14
      {
        if updated[k].label.last?.text.hasSuffix(":") == true {
          updated[k].value.append(TextLine(page: line.page, words: group))
        } else {
          updated[k].label += group
        }
      } else if updated.count == 1, line.groups.count == 1 {
        let fact = updated[0]
        let lastValue = fact.value.last
        let next = (group.first?.box.width ?? 0) + line.height * 0.4
        let ends = lastValue?.text.last.map { ".?!;:".contains($0) } ?? true
        let ranOn =
          (lastValue?.box.x1 ?? 0) > right - max(60, right * 0.12)
          || (!ends && (lastValue?.box.x1 ?? 0) + next > right - 4)
        // What the form asks there ("(where is the child now?)") is no value yet.
        let isUnanswered = fact.value.isEmpty || FormQuestion.isQuestion(Unwrapping.text(of: fact.value))
        let startsBelowLabel = isUnanswered && x < (fact.label.last?.box.x1 ?? 0) + 40
        if startsBelowLabel || (ranOn && x <= (fact.label.first?.box.x0 ?? 0) + 24) {
          updated[0].value.append(TextLine(page: line.page, words: group))
        } else {
          isTaken = false
        }
      } else {
        isTaken = false
      }
    }
    if isTaken { open = updated }
    return isTaken
  }

  /// The value went on below its label like text, and its last line ends a sentence short of the edge.
  private func isParagraphsEnd(_ fact: OpenFact, right: Double) -> Bool {
    guard fact.value.count > 1 || fact.label.first.map({ $0.box.y1 < (fact.value.first?.box.y0 ?? 0) }) ?? false,
      let last = fact.value.last, let label = fact.label.first, last.words.first?.field == nil
    else { return false }
    return last.box.x0 <= label.box.x1 && last.text.hasSuffix(".") && last.box.x1 < right - max(60, right * 0.2)
  }

  private static func fact(_ label: [Word], _ value: [TextLine], page: Int) -> Fact {
    let labelBox = Box.around(label.map(\.box))
    let box = Box.around(value.map(\.box)) ?? labelBox
    return Fact(
      label: label.map(\.text).joined(separator: " ").trimmingColon, value: Unwrapping.text(of: value), lines: value,
      place: Place(page: page, box: box, field: value.first?.words.first?.field),
      labelPlace: Place(page: page, box: labelBox))
  }
}

extension String {
  /// Without a colon at its end.
  var trimmingColon: String {
    var copy = trimmingBlanks
    while copy.hasSuffix(":") { copy.removeLast() }
    return copy.trimmingBlanks
  }
}
