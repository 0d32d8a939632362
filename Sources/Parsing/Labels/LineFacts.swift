import Extraction
import IEPModel

/// Facts of lines that no table holds: "LABEL: value", a label and its value in two columns, labels above values.
struct LineFacts: Sendable {
  let reader: FactReader

  func items(of bulleted: [TextLine]) -> [SectionItem] {
    let reader = reader
    let labelled = LabelledLine(reader: reader)
    let above = LabelsAboveValues(reader: reader)
    let printed = bulleted.map(withoutBullet).map(DotLeaders.replaced).map(Self.withColons)
    let closed = BracketedLabel.closed(printed) { reader.isExactLabel($0) }
    let shaped = RowShaping(isLabel: { reader.isExactLabel($0) }).shaped(closed)
    let lines = FullLabels.parted(shaped) { reader.isExactLabel($0) }
    let beside = LabelsBeside(lines) { reader.isExactLabel($0) }
    var items: [SectionItem] = []
    var open: [OpenFact] = []
    let right = lines.map(\.box.x1).max() ?? 0
    var index = 0
    var previous: TextLine?

    func put(_ fact: OpenFact) { items[fact.index] = .fact(fact.fact(page: lines[0].page)) }

    while index < lines.count {
      var line = lines[index]
      defer { previous = line }
      if let columns = LabelColumns(reader: reader).read(lines[index...]) {
        items += columns.facts.map(SectionItem.fact)
        open = []
        index = columns.end
        line = lines[index - 1]
        continue
      }
      var flowing: [Word]?
      if let end = LabelFlow.end(from: index, in: lines, right: right) {
        flowing = lines[index..<end].flatMap(\.words)
        index = end - 1
        line = lines[index]
      }
      // "How much: 1 session of 20" over "minutes per month", which is a label elsewhere.
      if flowing == nil, open.count == 1, line.chunks.count == 1, let value = open[0].value.last,
        Paragraph.partsAmount(value, line)
      {
        open[0].value.append(line)
        put(open[0])
        index += 1
        continue
      }
      if let last = previous,
        open.takeWrapped(line, after: last) || open.takeRest(line, after: last)
          || open.takeOther(line, after: last) || open.takeBoxes(line, after: last, right: right)
      {
        for fact in open { put(fact) }
        index += 1
        continue
      }
      let next = index + 1 < lines.count ? lines[index + 1] : nil
      if flowing == nil, beside.isBlank(line, among: [previous, next]) || isBlank(line, over: next, below: open) {
        items.append(.line(line))
        put(OpenFact(label: line.words, value: [], index: items.count - 1))
        open = []
        index += 1
        continue
      }
      if let parts = above.isExplained(line, over: next) || above.isRow(line, over: next)
        ? nil
        : flowing.flatMap({ labelled.inline($0, page: line.page) }) ?? labelled.parts(of: line, below: open)
          ?? labelled.pairsInColumns(line, above: next)
      {
        let before = open
        open = []
        for (place, part) in parts.enumerated() {
          switch part {
          case .pair(let label, let value):
            let fact = OpenFact(
              label: label, value: Chunking.lines(of: value, page: line.page), index: items.count)
            items.append(.line(line))
            open.append(fact)
            put(fact)
          case .free(let words):
            let rest = TextLine(page: line.page, words: words)
            let edge = place + 1 < parts.count ? parts[place + 1].left : nil
            if let fact = edge.flatMap({ before.goingOn(with: rest, before: $0) }) {
              put(fact)
            } else {
              items.append(.line(rest))
            }
          }
        }
      } else if asksFurther(line, below: open) {
        open[0].value.append(line)
        put(open[0])
      } else if !beside.isUnderTitle(next, line),
        let values = above.values(below: line, next: next)
      {
        open = []
        for (label, value) in values {
          let fact = OpenFact(
            label: label, value: Chunking.lines(of: value, page: line.page), index: items.count)
          items.append(.line(line))
          open.append(fact)
          put(fact)
        }
        let ticks = LabelsAboveValues.ticksBehindValue(lines[index + 1])
        if !ticks.isEmpty { items.append(.line(TextLine(page: line.page, words: ticks))) }
        index += 1
        line = lines[index]
      } else if let pair = labelled.pairInColumns(line, below: open)
        ?? labelled.pairInColumns(line, above: index + 1 < lines.count ? lines[index + 1] : nil)
      {
        open = [OpenFact(label: pair.label, value: Chunking.lines(of: pair.value, page: line.page), index: items.count)]
        items.append(.line(line))
        put(open[0])
      } else if !open.isEmpty, let last = previous, isUnanswered(line, below: last) {
        let fact = OpenFact(label: line.words, value: [], index: items.count)
        items.append(.line(line))
        put(fact)
        open = []
      } else if !open.isEmpty, let last = previous, !headsObjectives(line), !beginsGoal(line),
        GoalServiceTitle.number(in: line.text) == nil, !LabelledLine.isSpan(line),
        open.take(line, after: last, right: right)
      {
        for fact in open { put(fact) }
      } else {
        open = []
        items.append(.line(line))
      }
      index += 1
    }
    return items
  }

  /// "Milestones / short-term objectives" under a value heads what follows.
  private func headsObjectives(_ line: TextLine) -> Bool {
    line.words.count <= 8
      // "... in order to climb the bus" over "steps.": the end of a sentence.
      && !(line.text.first?.isLowercase == true && line.text.hasSuffix("."))
      && reader.labels.goal.matches(line.text).contains { $0.role == .objectives && $0.score >= 0.9 }
  }

  /// "LINKED GOALS" in the small capitals of labels, at the foot of a card: nobody answered it, and it goes on no value.
  private func isUnanswered(_ line: TextLine, below value: TextLine) -> Bool {
    line.chunks.count == 1 && line.text.isCapitals && line.page == value.page
      && line.fontSize < value.fontSize - 0.9 && line.words.allSatisfy { $0.field == nil && !Ticks.isTick($0) }
      && reader.isExactLabel(line.text)
  }

  /// "Ind. / group" over the bold title of the next card, where the values of the labels before it are set plain: nobody
  /// answered it.
  private func isBlank(_ line: TextLine, over next: TextLine?, below open: [OpenFact]) -> Bool {
    guard let next, let value = open.last?.value.last, let label = open.last?.label.first, line.chunks.count == 1,
      next.chunks.count == 1, next.page == line.page, next.isBold, !value.isBold, next.fontSize > value.fontSize - 0.1,
      !line.isBold, line.differsInType(from: value), !line.text.dropLast().contains(":"),
      line.words[0].fontSize == label.fontSize,
      next.words.allSatisfy({ $0.field == nil })
    else { return false }
    return reader.isExactLabel(line.text) && !reader.isExactLabel(next.text)
  }

  /// "How will we know that it is reached?" right below "Annual goal: What can we expect?": the form asks twice, and
  /// neither is answered yet. "period?" below "Annual goal: What can the student reach by the end of this IEP": the
  /// question ends there.
  private func asksFurther(_ line: TextLine, below open: [OpenFact]) -> Bool {
    guard open.count == 1, let asked = open[0].value.last, line.text.hasSuffix("?"),
      asked.page == line.page, line.box.y0 - asked.box.y1 < line.height, !line.differsInType(from: asked)
    else { return false }
    let soFar = Unwrapping.text(of: open[0].value)
    guard asked.text.hasSuffix("?") else {
      return line.text.first?.isLowercase == true && !soFar.contains("?")
        && FormQuestion.isQuestion(Unwrapping.text(of: open[0].value + [line]))
    }
    return FormQuestion.isQuestion(line.text) && FormQuestion.isQuestion(soFar)
  }

  /// "Goal D, Fine motor. Jo will ..." below the last fact of goal C.
  private func beginsGoal(_ line: TextLine) -> Bool {
    line.words.first?.text.first?.isUppercase == true && line.words.allSatisfy { $0.field == nil }
      && GoalHeading(line.text) != nil
  }

  /// "PUPIL NAME  : DOE, JO": a colon set off from its label belongs to it.
  private static func withColons(_ line: TextLine) -> TextLine {
    func isColon(_ word: Word) -> Bool { word.text == ":" && word.field == nil }
    guard line.words.dropFirst().contains(where: isColon) else { return line }
    var words: [Word] = []
    for word in line.words {
      if isColon(word), let label = words.last, label.field == nil, !Ticks.isTick(label), !label.text.hasSuffix(":") {
        words[words.count - 1].text += ":"
      } else {
        words.append(word)
      }
    }
    return TextLine(page: line.page, words: words)
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
}
