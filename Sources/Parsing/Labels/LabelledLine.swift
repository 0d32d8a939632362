import Extraction
import IEPModel

/// A piece of a line: a label and its value, or words that are neither.
enum LabelledPart {
  case pair(label: [Word], value: [Word])
  case free([Word])

  /// Where it begins, in points from the page's left edge.
  var left: Double? {
    switch self {
    case .pair(let label, _): label.first?.box.x0
    case .free(let words): words.first?.box.x0
    }
  }
}

/// Finds the labels in a line and the value of each on the same line: behind a colon, behind bold words, beside them in
/// another column.
struct LabelledLine {
  let reader: FactReader

  /// The pairs of a line; `nil` where it holds no label with a value of its own.
  func parts(of line: TextLine, below open: [OpenFact]) -> [LabelledPart]? {
    if let parts = mixed(line) { return parts }
    if let parts = inline(line.words, page: line.page) { return parts }
    if let pairs = SmallLabels.pairs(of: line, isLabel: reader.isExactLabel) {
      return pairs.map { .pair(label: $0.label, value: $0.value) }
    }
    if let pairs = setApart(line) ?? dated(line) ?? answered(line) ?? leadingLabels(line) { return pairs }
    // Label and value in two columns, without a colon: every odd chunk is a label. Where half of them are known the
    // others may be labels of the form's own.
    // "Anticipated duration | through 2/16/2027": a value in a column of its own is whole.
    let parted = line.groups.flatMap(withoutDate)
    let chunks = parted.count.isMultiple(of: 2) ? parted : line.groups
    if let pairs = pairsInColumns(line.groups, below: open) ?? pairsInColumns(chunks, below: open) { return pairs }
    if let pair = beforeBoxes(line) { return [pair] }
    guard chunks.count >= 2, chunks.count % 2 == 0,
      !stride(from: 0, to: chunks.count, by: 2).contains(where: { Ticks.isTick(chunks[$0][0]) })
    else { return nil }
    // Under labels and values that stand in the same columns a value may read like a label.
    let isBelowPairs =
      chunks.count >= 4 && open.count * 2 == chunks.count
      && open.enumerated().allSatisfy { index, fact in
        isAbove(fact.label, chunks[index * 2])
          && (fact.value.isEmpty || isAbove(fact.value[0].words, chunks[index * 2 + 1]))
      }
    var parts: [LabelledPart] = []
    var known = 0
    for k in stride(from: 0, to: chunks.count, by: 2) {
      let label = chunks[k].map(\.text).joined(separator: " ")
      let value = chunks[k + 1].map(\.text).joined(separator: " ")
      // "time." under a value is the end of its sentence.
      if label.hasSuffix("."), label.first?.isLowercase == true { return nil }
      // "No" answers a label, though it may ask for a number too.
      let isAnswer = ["yes", "no"].contains(value.lowercased())
      guard chunks[k].allSatisfy({ $0.field == nil }),
        !reader.isExactLabel(value) || isBelowPairs || asksForKind(label) || isAnswer
      else {
        return nil
      }
      if reader.isExactLabel(label) { known += 1 } else if !mayBeLabel(label) { return nil }
      parts.append(.pair(label: chunks[k], value: chunks[k + 1]))
    }
    return known * 4 >= chunks.count ? parts : nil
  }

  /// "How | ☒ direct | ☐ consult | ☐ one-on-one": a label, and boxes in columns of their own.
  private func beforeBoxes(_ line: TextLine) -> LabelledPart? {
    let groups = line.groups
    guard groups.count >= 2, groups[0].allSatisfy({ $0.field == nil && !Ticks.isTick($0) }),
      groups.dropFirst().allSatisfy({ Ticks.isTick($0[0]) }),
      reader.isExactLabel(groups[0].map(\.text).joined(separator: " "))
    else { return nil }
    return .pair(label: groups[0], value: groups.dropFirst().flatMap { $0 })
  }

  /// A title over labels is set otherwise than they are.
  private func isSetAlike(_ one: [Word], _ other: [Word]) -> Bool {
    guard let one = one.first, let other = other.first else { return false }
    return one.isBold == other.isBold && abs(one.fontSize - other.fontSize) < 0.5
  }

  private func isAbove(_ upper: [Word], _ lower: [Word]) -> Bool {
    abs((upper.first?.box.x0 ?? 0) - (lower.first?.box.x0 ?? -9)) < 3
  }

  /// "Full evaluation 11-05-2024 | Due again | 11-04-2027": a label with its date in one chunk, as two.
  private func withoutDate(_ chunk: [Word]) -> [[Word]] {
    guard chunk.count >= 2, let date = chunk.last, Self.isFigureDate(date.text),
      reader.isExactLabel(chunk.dropLast().map(\.text).joined(separator: " "))
    else { return [chunk] }
    return [Array(chunk.dropLast()), [date]]
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
  func inline(_ words: [Word], page: Int) -> [LabelledPart]? {
    guard let (before, pairs) = InlineLabels(reader: reader).pairs(in: words) else { return nil }
    var parts: [LabelledPart] = []
    var rest = before
    // "Name  Jo Doe    DOB: 1/2/15": a label without a colon before those with one.
    if !before.isEmpty {
      let head = TextLine(page: page, words: before)
      if let first = head.chunks.first, head.chunks.count >= 2, reader.isExactLabel(first.text),
        // "☒ Direct ☐ Consult | ☒ Individual   Begin: 9/2/25": boxes with their words are no label.
        head.groups.first?.contains(where: Ticks.isTick) == false
      {
        let count = head.groups.first?.count ?? 0
        parts.append(.pair(label: Array(before[..<count]), value: Array(before[count...])))
        rest = []
      } else if let dates = leadingLabel(before), case .pair(_, let value) = dates, Self.isFigureDate(value[0].text) {
        // "From 9/2/26 to 9/1/27   Goals: 1": dates before it without a colon.
        parts.append(dates)
        rest = []
      }
    }
    if !rest.isEmpty { parts.append(.free(rest)) }
    return parts + pairs.flatMap { values(of: $0, page: page) }
  }

  /// "Method: Teacher tally ESY goal? ☐ Yes ☒ No": behind a value a question with its boxes, which asks for something else.
  private func askedBehind(_ pair: InlineLabels.Pair) -> [LabelledPart]? {
    guard let mark = pair.value.firstIndex(where: { $0.text.hasSuffix("?") }), mark + 1 < pair.value.count,
      Ticks.isTick(pair.value[mark + 1]), !pair.value[...mark].contains(where: Ticks.isTick),
      let start = pair.value.indices.first(where: { index in
        index > 0 && index <= mark && mark - index < 6
          && reader.isExactLabel(pair.value[index...mark].map(\.text).joined(separator: " "))
      })
    else { return nil }
    return [
      .pair(label: pair.label, value: Array(pair.value[..<start])),
      .pair(label: Array(pair.value[start...mark]), value: Array(pair.value[(mark + 1)...])),
    ]
  }

  /// "Student: Jo Doe      I.D. No. 2017-04431": behind a wide gap a label without a colon begins another pair.
  private func values(of pair: InlineLabels.Pair, page: Int) -> [LabelledPart] {
    if let parts = askedBehind(pair) { return parts }
    let groups = pair.value.isEmpty ? [] : TextLine(page: page, words: pair.value).groups
    guard groups.count == 2, groups[1].count <= 6, let other = leadingLabel(groups[1]),
      case .pair(let label, _) = other,
      label.count >= 2, !groups[0].contains(where: Ticks.isTick), groups[1].allSatisfy({ $0.field == nil })
    else { return [.pair(label: pair.label, value: pair.value)] }
    return [.pair(label: pair.label, value: groups[0]), other]
  }

  /// "**Grade** 5  **School** Heron Lake", "NUMBER 1" with the label in small print, a value that was typed: labels set
  /// otherwise than the value behind each.
  private func setApart(_ line: TextLine) -> [LabelledPart]? {
    guard line.words.count >= 2, line.words.count <= 40, let first = line.words.first else { return nil }
    func isSetAsFirst(_ word: Word) -> Bool {
      word.isBold == first.isBold && word.fontName == first.fontName && word.fontSize < first.fontSize + 0.9
    }
    // Most lines are set in one type.
    guard first.field == nil, !Ticks.isTick(first), !line.words.allSatisfy(isSetAsFirst) else { return nil }
    var runs: [(isLabel: Bool, words: [Word])] = []
    for word in line.words {
      if let isLabel = runs.last?.isLabel, isLabel == isSetAsFirst(word) {
        runs[runs.count - 1].words.append(word)
      } else {
        runs.append((isSetAsFirst(word), [word]))
      }
    }
    guard runs.count >= 2, runs.count % 2 == 0 else { return nil }
    var parts: [LabelledPart] = []
    for k in stride(from: 0, to: runs.count, by: 2) {
      // Small print beside a column of its own is no label of what stands there.
      let gap = (runs[k + 1].words.first?.box.x0 ?? 0) - (runs[k].words.last?.box.x1 ?? 0)
      guard runs[k].words.allSatisfy({ $0.field == nil }), first.isBold || gap < first.fontSize * 1.5,
        reader.isExactLabel(runs[k].words.map(\.text).joined(separator: " "))
      else { return nil }
      parts.append(.pair(label: runs[k].words, value: runs[k + 1].words))
    }
    return parts
  }

  /// "How will progress be measured? Interval recording": a question that asks for a fact, and its answer.
  private func answered(_ line: TextLine) -> [LabelledPart]? {
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

  /// "Meeting date 9/2/2025": a label and a date in figures, with nothing between them.
  private func dated(_ line: TextLine) -> [LabelledPart]? {
    guard (2...9).contains(line.words.count), let value = line.words.last, Self.isFigureDate(value.text) else {
      return nil
    }
    let label = Array(line.words.dropLast())
    guard label.allSatisfy({ $0.field == nil }), reader.isExactLabel(label.map(\.text).joined(separator: " ")) else {
      return nil
    }
    return [.pair(label: label, value: [value])]
  }

  /// "From 9/29/2025 to 9/23/2026": two days, and nothing but the words between them.
  static func isSpan(_ line: TextLine) -> Bool {
    let words = line.words.map(\.text)
    guard (3...6).contains(words.count), words.count(where: isFigureDate) == 2, isFigureDate(words[words.count - 1])
    else { return false }
    return words.allSatisfy {
      isFigureDate($0) || ["from", "to", "through", "until", "-", "–", "—"].contains($0.lowercased())
    }
  }

  static func isFigureDate(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 &- 0x30 < 10 }) else { return false }
    let parts = text.split { $0 == "/" || $0 == "-" || $0 == "." }
    return parts.count == 3 && parts.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isNumber) }
  }

  /// "How given | Shared | Helps with goal": labels and values in the columns of the pairs above, some left blank.
  private func pairsInColumns(_ chunks: [[Word]], below open: [OpenFact]) -> [LabelledPart]? {
    guard open.count >= 2, (2..<open.count * 2).contains(chunks.count),
      open.allSatisfy({ ($0.label.last?.box.x1 ?? 0) < ($0.value.first?.box.x0 ?? 0) })
    else { return nil }
    var parts: [LabelledPart] = []
    var taken = 0
    for fact in open {
      guard let label = chunks.first(where: { isAbove(fact.label, $0) }), isSetAlike(fact.label, label),
        label.allSatisfy({ $0.field == nil }), mayBeLabel(label.map(\.text).joined(separator: " "))
      else { return nil }
      let value = chunks.first { isAbove(fact.value.first?.words ?? [], $0) }
      taken += value == nil ? 1 : 2
      parts.append(.pair(label: label, value: value ?? []))
    }
    let isKnown = parts.contains { part in
      if case .pair(let label, _) = part {
        reader.isExactLabel(label.map(\.text).joined(separator: " "))
      } else {
        false
      }
    }
    return taken == chunks.count && isKnown ? parts : nil
  }

  /// "Frequency | Time | 30 minutes" over "Place | Gym | Provider | OT": a card's first line lacks a value, or has one that
  /// reads like a label ("Total per week"), and the columns of the pairs right below tell which is which.
  func pairsInColumns(_ line: TextLine, above next: TextLine?) -> [LabelledPart]? {
    let groups = line.groups
    guard let next, next.page == line.page, (3...4).contains(groups.count), next.groups.count == 4,
      next.box.y0 - line.box.y1 < line.height, let below = parts(of: next, below: [])
    else { return nil }
    let facts = below.compactMap { part -> OpenFact? in
      guard case .pair(let label, let value) = part, !value.isEmpty else { return nil }
      return OpenFact(label: label, value: Chunking.lines(of: value, page: next.page), index: 0)
    }
    guard facts.count == 2, below.count == 2 else { return nil }
    guard groups.count == 4 else { return pairsInColumns(groups, below: facts) }
    let isAsked = [0, 2].allSatisfy { reader.isExactLabel(groups[$0].map(\.text).joined(separator: " ")) }
    return isAsked && zip(groups, next.groups).allSatisfy(isAbove)
      ? [.pair(label: groups[0], value: groups[1]), .pair(label: groups[2], value: groups[3])] : nil
  }

  /// A label and value in the columns of the pair above, though no vocabulary has the label.
  func pairInColumns(_ line: TextLine, below open: [OpenFact]) -> (label: [Word], value: [Word])? {
    let groups = line.groups
    guard open.count == 1, groups.count == 2, let above = open[0].value.first, let label = open[0].label.first,
      open[0].label.last?.box.x1 ?? 0 < above.box.x0, above.page == line.page,
      let left = groups[0].first, let right = groups[1].first, left.field == nil, !Ticks.isTick(left),
      abs(left.box.x0 - label.box.x0) < 3, abs(right.box.x0 - above.box.x0) < 3, groups[0].count <= 7,
      left.text.first?.isUppercase == true, groups[0].last?.text.hasSuffix(".") == false
    else { return nil }
    return (groups[0], groups[1])
  }

  /// A label that no vocabulary has, and its value, in the columns of the pair right below.
  func pairInColumns(_ line: TextLine, above next: TextLine?) -> (label: [Word], value: [Word])? {
    let groups = line.groups
    guard groups.count == 2, let below = next?.groups, below.count == 2, next?.page == line.page,
      mayBeLabel(groups[0].map(\.text).joined(separator: " ")), groups[0].allSatisfy({ $0.field == nil }),
      zip(groups, below).allSatisfy({ isAbove($0, $1) && isSetAlike($0, $1) }),
      reader.isExactLabel(below[0].map(\.text).joined(separator: " ")),
      !reader.isExactLabel(below[1].map(\.text).joined(separator: " "))
    else { return nil }
    return (groups[0], groups[1])
  }
}
