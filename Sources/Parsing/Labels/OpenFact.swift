import Extraction
import IEPModel

extension TextLine {
  /// A rule that a typewriter draws across the page.
  var isDrawnRule: Bool {
    words.allSatisfy { $0.field == nil && $0.text.allSatisfy { "-–—_=*~".contains($0) } }
      && words.reduce(0) { $0 + $1.text.count } >= 8
  }
}

/// A label that is open for continuation lines, with what stands for it so far.
struct OpenFact {
  var label: [Word]
  var value: [TextLine]
  var index: Int

  func fact(page: Int) -> Fact {
    let labelBox = Box.around(label.map(\.box))
    let box = Box.around(value.map(\.box)) ?? labelBox
    return Fact(
      label: label.map(\.text).joined(separator: " ").trimmingColon, value: Unwrapping.text(of: value), lines: value,
      place: Place(page: page, box: box, field: value.first?.words.first?.field),
      labelPlace: Place(page: page, box: labelBox))
  }

  /// Label and value are one text, as where a blank was filled in, which goes on below its label in a narrow column:
  /// "Team met on 03-Feb-" over "2026".
  fileprivate var isOneText: Bool {
    guard value.count == 1, let label = label.last, let value = value.last?.words.first else { return false }
    return value.box.x0 - label.box.x1 < label.fontSize * 0.6 && abs(value.box.y0 - label.box.y0) < label.fontSize * 0.5
  }

  /// The value went on below its label like text, and its last line ends a sentence short of the edge.
  fileprivate func isParagraphsEnd(right: Double) -> Bool {
    guard value.count > 1 || label.first.map({ $0.box.y1 < (value.first?.box.y0 ?? 0) }) ?? false,
      let last = value.last, let label = label.first, last.words.first?.field == nil
    else { return false }
    return last.box.x0 <= label.box.x1 && last.text.hasSuffix(".") && last.box.x1 < right - max(60, right * 0.2)
  }
}

extension [OpenFact] {
  /// Gives a line to the values above it that stand under their labels in columns: "CAMPUS | AGENCY" over "Heron Lake |
  /// Heron Lake" over "Campus | Network". Set like the values and unlike the labels, its words ask for nothing.
  mutating func takeRest(_ line: TextLine, after above: TextLine) -> Bool {
    let groups = line.groups
    guard count >= 2, groups.count >= 2, groups.count <= count, line.page == above.page,
      line.box.y0 - above.box.y1 < Swift.max(line.height, 8) * 0.6, line.words.allSatisfy({ $0.field == nil })
    else { return false }
    let owners = groups.compactMap { group in
      indices.first { index in
        guard let label = self[index].label.first, let value = self[index].value.last, let first = group.first else {
          return false
        }
        let isBelow = label.box.y1 <= (self[index].value.first?.box.y0 ?? 0) + 1
        let labels = TextLine(page: line.page, words: self[index].label)
        return isBelow && abs(value.box.x0 - first.box.x0) < 4 && !line.differsInType(from: value)
          && (labels.differsInType(from: value) || labels.isInCapitals(unlike: value)) && !line.text.isCapitals
      }
    }
    guard Set(owners).count == groups.count else { return false }
    for (owner, group) in zip(owners, groups) {
      self[owner].value.append(TextLine(page: line.page, words: group))
    }
    return true
  }

  /// Gives a line to the only fact above it, whose label and value both go on in their columns: "Measurable annual goal |
  /// After a story, Jo will tell it" over "statement: | to a partner".
  mutating func takeWrapped(_ line: TextLine, after above: TextLine) -> Bool {
    let groups = line.groups
    if takeLabelsRest(line, after: above) { return true }
    guard count == 1, groups.count == 2, let label = self[0].label.first, let value = self[0].value.last,
      self[0].label.last?.text.hasSuffix(":") == false, self[0].label.count + groups[0].count <= 14,
      line.page == above.page, line.box.y0 - above.box.y1 < Swift.max(line.height, 8) * 0.6,
      abs(groups[0][0].box.x0 - label.box.x0) <= 3, abs(groups[1][0].box.x0 - value.box.x0) <= 5,
      groups[0][0].text.first?.isLowercase == true, groups[0].last?.text.hasSuffix(":") == true,
      line.words.allSatisfy({ $0.field == nil })
    else { return false }
    self[0].label += groups[0]
    self[0].value.append(TextLine(page: line.page, words: groups[1]))
    return true
  }

  /// "Evaluation procedures and | Class work, monthly" over "schedule": only the label goes on, behind a word that asks for
  /// more.
  private mutating func takeLabelsRest(_ line: TextLine, after above: TextLine) -> Bool {
    guard count == 1, line.chunks.count == 1, line.words.count <= 3, let label = self[0].label.first,
      let end = self[0].label.last?.text.lowercased(), ["and", "or", "of", "for", "the", "to", "&"].contains(end),
      self[0].label.count >= 2, line.page == above.page, line.box.y0 - above.box.y1 < Swift.max(line.height, 8) * 0.6,
      abs(line.box.x0 - label.box.x0) <= 3, let value = self[0].value.last, value.box.x0 > line.box.x1,
      line.words.allSatisfy({ $0.field == nil && $0.text.contains(where: \.isLetter) })
    else { return false }
    self[0].label += line.words
    return true
  }

  /// Gives the last box of a list of boxes to the fact that they answer, with what was written beside it: "☒ Other: nurse's
  /// office" in a line of its own below "Place: ☐ Regular class ☐ Home".
  mutating func takeOther(_ line: TextLine, after above: TextLine) -> Bool {
    guard let asked = last, asked.value.last?.words.contains(where: Ticks.isTick) == true, line.page == above.page,
      (-line.height...line.height * 0.9).contains(line.box.y0 - above.box.y1),
      line.words.count >= 2, Ticks.isTick(line.words[0]), line.words[1].text.lowercased().hasPrefix("other"),
      !line.words.dropFirst().contains(where: Ticks.isTick)
    else { return false }
    self[count - 1].value.append(line)
    return true
  }

  /// The fact whose value goes on in the words under its label, beside the next label of the next column: "School: Old
  /// Foundry Primary | Start: 9/8" over "School | End: 9/7".
  func goingOn(with rest: TextLine, before edge: Double) -> OpenFact? {
    // "... Building:" at the line's end: the next line begins with its answer.
    guard last?.value.isEmpty == false, let words = rest.groups.first, rest.groups.count == 1,
      rest.words.allSatisfy({ $0.field == nil }), words[0].text.first?.isLetter == true
    else { return nil }
    let fact = first { fact in
      guard let label = fact.label.first, let value = fact.value.last, fact.label.last?.text.hasSuffix(":") == true
      else { return false }
      return ColumnWrap.fits(words[...], below: label.box.x0, before: edge) && value.page == rest.page
        && value.words.allSatisfy { $0.field == nil && !Ticks.isTick($0) } && !value.text.hasSuffix(".")
        && (0..<rest.height * 0.6).contains(rest.box.y0 - value.box.y1)
        && ColumnWrap.isFull(upTo: value.box.x1, for: words[...], before: edge, height: rest.height)
        && !rest.differsInType(from: value)
    }
    return fact.map { fact in
      var whole = fact
      whole.value.append(rest)
      return whole
    }
  }

  /// Gives a line of boxes to the only fact above it, whose list of boxes was full: "How measured: ☐ Tests ☐ Charts" over
  /// "☒ Work samples", or "How measured: ☐ Tests ☒" over "Charts", under the label.
  mutating func takeBoxes(_ line: TextLine, after above: TextLine, right: Double) -> Bool {
    guard count == 1, let label = self[0].label.first, let value = self[0].value.last, line.page == above.page,
      line.box.y0 - above.box.y1 < Swift.max(line.height, 8) * 0.6, abs(line.box.x0 - label.box.x0) <= 3,
      case let asksForBoxes = FormQuestion.endsInInstruction(InlineLabels.text(self[0].label[...])),
      asksForBoxes || self[0].label.last?.text.hasSuffix(":") == true, let first = line.words.first,
      Ticks.isTick(first) || value.words.last.map(Ticks.isTick) == true,
      value.words.count(where: Ticks.isTick) >= (asksForBoxes ? 1 : 2), value.words.first.map(Ticks.isTick) == true,
      !line.text.contains(":"),
      case let next = line.words.prefix(2).reduce(0, { $0 + $1.box.width }) + line.height,
      value.box.x1 + next > right - Swift.max(60, right * 0.12)
    else { return false }
    self[0].value.append(line)
    return true
  }

  /// Gives a line without labels to the facts above it: what stands under a value continues it; a whole line
  /// continues a value that ran to the right edge.
  mutating func take(_ line: TextLine, after above: TextLine, right: Double) -> Bool {
    // What stands higher on the page, at the head of the next box, is no rest of this one.
    guard line.page == above.page, line.box.y0 - above.box.y1 < Swift.max(line.height, 8) * 0.9,
      line.box.y0 > above.box.y0 - Swift.max(line.height, 8)
    else { return false }
    if RowMarks.isListItem(line.text) || line.isDrawnRule { return false }
    // "How will progress be measured? (check all that apply)" below a whole sentence begins something else.
    if FormQuestion.endsInInstruction(line.text), last?.value.last?.text.hasSuffix(".") == true { return false }
    // A field's value ends with the field, and what is printed below it is no part of it.
    if line.words.allSatisfy({ $0.field == nil }), !isEmpty, allSatisfy({ $0.value.last?.words.last?.field != nil }) {
      return false
    }
    if let field = line.words.first?.field,
      !contains(where: { $0.value.isEmpty || $0.value.last?.words.first?.field == field })
    {
      return false
    }
    // Bold under a plain value begins something else.
    if line.isBold, let value = last?.value.last, !value.isBold { return false }
    // What is set larger is a heading, unless it answers what the form asks in small print.
    if let value = last?.value.last, line.fontSize > value.fontSize + 0.9, line.words.first?.field == nil, !isAsked {
      return false
    }
    if asksAgain(line) { return false }
    var updated = self
    var isTaken = true
    var wrapping: Int?
    for group in line.groups {
      guard let first = group.first, case let x = first.box.x0 else { continue }
      // "Classroom   ☒ Special" below "☐ General education": the next box on a line of boxes that wrap.
      if let k = wrapping, Ticks.isTick(first), let rest = updated[k].value.popLast() {
        updated[k].value.append(TextLine(page: line.page, words: rest.words + group))
        continue
      }
      wrapping = nil
      if let k = updated.indices.last(where: { index in
        updated[index].value.last.map { abs($0.box.x0 - x) <= 5 || Self.hangs(group, below: $0) } ?? false
      }), !updated[k].isParagraphsEnd(right: right) {
        if updated[k].value.contains(where: { $0.words.contains(where: Ticks.isTick) }) { wrapping = k }
        updated[k].value.append(TextLine(page: line.page, words: group))
      } else if let k = updated.indices.last(where: { index in
        updated[index].label.first.map { abs($0.box.x0 - x) <= 3 } ?? false
      }),
        line.groups.count > 1 || updated[k].value.isEmpty || updated.isUnanswered(behind: k),
        // "Full evaluation 11-05-2024" is a fact of its own.
        updated[k].label.last?.text.hasSuffix(":") == true
          || group.allSatisfy({ !$0.text.contains(where: \.isNumber) || $0.text.utf8.count < 6 }),
        group.allSatisfy({ $0.field == nil }), updated[k].label.count + group.count <= 14
      {
        if updated[k].label.last?.text.hasSuffix(":") == true || updated[k].isOneText {
          let asked = updated.isUnanswered(behind: k) ? k + 1 : k
          updated[asked].value.append(TextLine(page: line.page, words: group))
        } else {
          updated[k].label += group
        }
      } else if line.groups.count == 1, let k = updated.wrapped(group, height: line.height, right: right) {
        updated[k].value.append(TextLine(page: line.page, words: group))
      } else if updated.count == 1, line.groups.count == 1 {
        let fact = updated[0]
        let lastValue = fact.value.last
        let next = (group.first?.box.width ?? 0) + line.height * 0.4
        let ends = lastValue?.text.last.map { ".?!;:".contains($0) } ?? true
        // A date is whole, wherever it ends.
        let isDate = lastValue.map { LabelledLine.isFigureDate($0.text) } ?? false
        let ranOn =
          !isDate
          && ((lastValue?.box.x1 ?? 0) > right - Swift.max(60, right * 0.12)
            || (!ends && (lastValue?.box.x1 ?? 0) + next > right - 4))
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
    if isTaken { self = updated }
    return isTaken
  }

  /// "assignments." below the words of "1. Begin within two minutes in 8 of 10": an item goes on behind its mark.
  private static func hangs(_ group: [Word], below item: TextLine) -> Bool {
    guard let first = group.first, first.text.first?.isLowercase == true, first.field == nil,
      item.words.count > 1, RowMarks.isListItem(item.text), !".:;!?".contains(item.text.last ?? ".")
    else { return false }
    return abs(item.words[1].box.x0 - first.box.x0) < 3
  }

  /// "Times: 2 Period:" over "Month": in one column the last label has its answer in the next line.
  private func isUnanswered(behind k: Int) -> Bool {
    guard k + 1 < count, self[k + 1].value.isEmpty, let value = self[k].value.last, let label = self[k + 1].label.first,
      self[k + 1].label.last?.text.hasSuffix(":") == true
    else { return false }
    return label.box.x0 - value.box.x1 < label.fontSize * 2.2 && abs(label.box.y0 - value.box.y0) < label.fontSize * 0.5
  }

  /// Of the only fact nothing stands there yet but the form's question: "Present level: What can the student do?"
  private var isAsked: Bool {
    count == 1 && self[0].value.last.map { $0.words.allSatisfy { $0.field == nil } } ?? false
      && FormQuestion.isQuestion(Unwrapping.text(of: self[0].value))
  }

  /// A line set like the form's question, unlike the answer between them: it asks something else.
  private func asksAgain(_ line: TextLine) -> Bool {
    guard count == 1, let asked = self[0].value.first, let answer = self[0].value.last, self[0].value.count >= 2 else {
      return false
    }
    return FormQuestion.isQuestion(asked.text) && line.differsInType(from: answer) && !line.differsInType(from: asked)
  }

  /// The fact among several in columns whose value was full and goes on below its label: "Provider: Special Education ¦
  /// Start: 9/10" over "Teacher".
  private func wrapped(_ group: [Word], height: Double, right: Double) -> Int? {
    guard count >= 2, let first = group.first else { return nil }
    let words = group[...]
    // "Place: gym and" over "playground": of several values that are full, the one that asks for more.
    let open = indices.filter { index in
      self[index].value.last.map { ["and", "or", "by", "of", "the", "in", "at"].contains($0.words.last?.text) } ?? false
        && self[index].value.count == 1 && self[index].label.last?.text.hasSuffix(":") == true
    }
    if let only = open.first, open.count == 1, only == count - 1, first.text.first?.isLowercase == true {
      return only
    }
    return indices.first { k in
      guard let label = self[k].label.first, let value = self[k].value.last,
        self[k].label.last?.text.hasSuffix(":") == true, self[k].value.count <= 2
      else { return false }
      let edge = k + 1 < count ? self[k + 1].label.first?.box.x0 ?? right : right + height
      guard label.box.x0 < edge, ColumnWrap.fits(words, below: label.box.x0, before: edge) else { return false }
      // Boxes go on with boxes.
      return Ticks.isTick(first) && value.words.contains(where: Ticks.isTick)
        || ColumnWrap.isFull(upTo: value.box.x1, for: words, before: edge, height: height)
    }
  }
}
