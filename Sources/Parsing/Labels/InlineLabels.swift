import Extraction
import IEPModel

/// Splits "DOB: 11/09/14 IEP Date: 03/03/26" into its pairs.
struct InlineLabels: Sendable {
  let reader: FactReader

  struct Pair: Sendable {
    var label: [Word]
    var value: [Word]
  }

  /// What stands before the first label, and the pairs; `nil` where the words hold no label with a colon.
  func pairs(in words: [Word]) -> (before: [Word], pairs: [Pair])? {
    var starts: [(label: Range<Int>, value: Int, cut: Int)] = []
    for index in words.indices where words[index].field == nil {
      guard words[index].text.utf8.last == UInt8(ascii: ":") else { continue }
      let floor = starts.last?.value ?? 0
      guard let range = labelRange(endingAt: index, notBefore: floor, in: words) else { continue }
      let label = starts.last.map { behindSchool(range, of: $0.label, in: words) } ?? range
      // "Service: Specialized Instruction: Reading": the word asks for what is being told.
      if let last = starts.last, label.lowerBound > last.value, label.count == 1, index - last.value <= 2,
        isNarrow(before: label.lowerBound, in: words),
        asksAlike(words[last.label], words[label])
      {
        continue
      }
      // "Area of need: Behavior: classroom routines": the area, and what of it.
      if let last = starts.last, label.lowerBound == last.value, isNarrow(before: label.lowerBound, in: words),
        asks(words[last.label], for: .area), mayNameArea(Self.text(words[label])),
        reader.labels.header.exact(Self.text(words[label])).isEmpty
      {
        continue
      }
      starts.append((label, index + 1, floor > 0 ? lead(of: label, notBefore: floor, in: words) : label.lowerBound))
    }
    guard let first = starts.first.map({ whole($0, of: starts.count, in: words) }) else { return nil }
    starts[0] = first
    var pairs: [Pair] = []
    for (k, start) in starts.enumerated() {
      let end = k + 1 < starts.count ? starts[k + 1].cut : words.count
      pairs.append(Pair(label: Array(words[start.label]), value: Array(words[start.value..<max(end, start.value)])))
    }
    return (Array(words[..<first.label.lowerBound]), pairs)
  }

  /// "School: Fox Run Middle School Grade: 6": the name of a school ends with its kind.
  private func behindSchool(_ range: Range<Int>, of last: Range<Int>, in words: [Word]) -> Range<Int> {
    guard let kind = words[range].dropLast().lastIndex(where: { $0.text == "School" }),
      reader.labels.header.exact(Self.text(words[last])).contains(.school),
      reader.isExactLabel(Self.text(words[(kind + 1)..<range.upperBound]))
    else { return range }
    return (kind + 1)..<range.upperBound
  }

  static func text(_ words: ArraySlice<Word>) -> String {
    words.map(\.text).joined(separator: " ").trimmingColon
  }

  /// "Behavior" asks for a goal's piece elsewhere; no other label is an area.
  private func mayNameArea(_ text: String) -> Bool {
    reader.labels.goal.exact(text).allSatisfy { $0 == .text } && !LabelTokens.of(text).contains("goal")
  }

  private func asks(_ label: ArraySlice<Word>, for role: GoalRole) -> Bool {
    reader.labels.goal.exact(Self.text(label)).contains(role)
  }

  /// No wider a gap than between words.
  private func isNarrow(before index: Int, in words: [Word]) -> Bool {
    words[index].box.x0 - words[index - 1].box.x1 < words[index].fontSize * 0.6
  }

  /// The first label with what belongs to it before it: the number of the goal that it asks for ("# 2 Area of need:"), or
  /// all words of a line that ends in a label's colon ("Present level of performance related to this goal:").
  private func whole(
    _ start: (label: Range<Int>, value: Int, cut: Int), of count: Int, in words: [Word]
  ) -> (label: Range<Int>, value: Int, cut: Int) {
    let before = words[..<start.label.lowerBound].map(\.text)
    guard !before.isEmpty, words[..<start.value].allSatisfy({ $0.field == nil && !Ticks.isTick($0) }) else {
      return start
    }
    let isNumber =
      before[0].hasPrefix("#") && before.count == (before[0] == "#" ? 2 : 1)
      && Int(before.joined().dropFirst()) != nil
    // No label of its own begins with a small letter: "... related to the student's needs:".
    let isOwn =
      !reader.labels.goal.exact(Self.text(words[start.label])).isEmpty
      && words[start.label.lowerBound].text.first?.isLowercase != true
    let isWhole =
      count == 1 && start.value == words.count && start.value <= 20
      && !isOwn && reader.labels.goal.fit(Self.text(words[..<start.value])) >= 0.69
    guard isNumber && !reader.labels.goal.exact(Self.text(words[start.label])).isEmpty || isWhole else { return start }
    return (0..<start.value, start.value, 0)
  }

  /// Whether both labels ask for the same fact of a service or a goal.
  private func asksAlike(_ one: ArraySlice<Word>, _ other: ArraySlice<Word>) -> Bool {
    func roles(_ words: ArraySlice<Word>) -> (service: ServiceRole?, goal: GoalRole?) {
      let text = Self.text(words)
      return (reader.labels.service.matches(text).first?.role, reader.labels.goal.matches(text).first?.role)
    }
    let (asked, other) = (roles(one), roles(other))
    return asked.service != nil && asked.service == other.service || asked.goal != nil && asked.goal == other.goal
  }

  /// "4    Resident District Home School:": where the words begin that stand between a wide gap and a label; they are no
  /// part of the value before the gap.
  private func lead(of label: Range<Int>, notBefore floor: Int, in words: [Word]) -> Int {
    var start = label.lowerBound
    while start > floor, label.lowerBound - start <= 3, Self.isLabelWord(words[start - 1].text),
      words[start].box.y0 < words[start - 1].box.y1
    {
      start -= 1
      guard start > floor else { return label.lowerBound }
      if words[start].box.x0 - words[start - 1].box.x1 > max(words[start].fontSize, 5) * 0.95 { return start }
    }
    return label.lowerBound
  }
}
