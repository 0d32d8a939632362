import Extraction
import IEPModel

/// Labels on a line of their own whose values stand under each on the next.
struct LabelsAboveValues {
  let reader: FactReader

  /// A line of labels alone, with their values on the next line under each.
  func values(below line: TextLine, next: TextLine?) -> [(label: [Word], value: [Word])]? {
    guard let next, next.box.y0 - line.box.y1 < max(line.height, min(next.height, 14)) * 1.5,
      line.words.allSatisfy({ $0.field == nil })
    else { return nil }
    let labels = line.groups
    guard labels.count >= 2 || (line.text.utf8.count < 60 && Self.isApart(line, next)) else { return nil }
    let texts = labels.map { $0.map(\.text).joined(separator: " ") }
    // "IEP" over "Student | Jo Doe | Grade | 6": the title of a page, above labels that are set like it.
    if labels.count == 1, case let below = next.groups, below.count >= 2, below[0][0].isBold == line.isBold,
      reader.isExactLabel(Self.text(below[0]))
    {
      return nil
    }
    // "goal." is how a sentence of the line above ends.
    if texts.count == 1, texts[0].first?.isLowercase == true, texts[0].hasSuffix(".") { return nil }
    let known = texts.filter { reader.isExactLabel($0) }.count
    // Values that keep to the labels' left edges show a row of labels even where some are the form's own.
    let starts = next.chunks.map(\.box.x0)
    let isAligned =
      labels.count >= 3
      && (known * 2 >= labels.count
        // Capitals over values that are none, one of them known.
        || known > 0 && line.isInCapitals(unlike: next) && !line.text.contains(where: \.isNumber))
      && line.chunks.filter { chunk in starts.contains { abs($0 - chunk.box.x0) < 4 } }.count >= labels.count - 1
    guard known == labels.count || isAligned else { return nil }
    // So is a name of a group, in bold over the bold title of a card.
    if texts.count == 1, line.isBold, next.isBold, next.chunks.count == 1, line.fontSize >= next.fontSize,
      line.words.last?.text.hasSuffix(":") == false, reader.labels.service.exact(texts[0]).contains(.service)
    {
      return nil
    }
    // "RELATED SERVICES" over a table or a card is the heading of what follows, not the label of the next line.
    // "District of Service" asks for a name, "Extent of Service" for an amount.
    if texts.count == 1, LabelTokens.of(texts[0]).count > 1, LabelTokens.of(texts[0]).last == "service",
      Set(reader.labels.header.exact(texts[0])).isDisjoint(with: [.district, .school]),
      Set(reader.labels.service.exact(texts[0])).isSubset(of: [.service, .category])
    {
      return nil
    }
    let ticks = Self.ticksBehindValue(next)
    let groups = TextLine(page: next.page, words: next.words.filter { !ticks.contains($0) }).groups
    let values =
      known < labels.count || known < 3 ? groups : groups.flatMap { Self.parted($0, at: labels.map { $0[0].box.x0 }) }
    let labelLike = values.filter { value in
      let text = value.map(\.text).joined(separator: " ")
      let mayAnswer = texts.count == 1 && values.count == 1 && next.words.allSatisfy { $0.field == nil }
      return reader.isExactLabel(text) && !(mayAnswer && ticks.isEmpty && answers(text, to: texts[0]))
    }.count
    let isSure = isAligned || known == labels.count && known >= 3
    let isSetApart = known == labels.count && labelLike < values.count && Self.isApart(line, next)
    guard isSetApart || (isSure ? labelLike * 2 < values.count : labelLike == 0) else { return nil }
    // "Special Education: Math" under "Type of Service" is a value; a line of labels with colons is none.
    let isBelow = next.chunks.allSatisfy { chunk in line.chunks.contains { abs($0.box.x0 - chunk.box.x0) < 4 } }
    if next.text.contains(": "), !(known >= 3 && known == labels.count && isBelow) { return nil }
    var result: [(label: [Word], value: [Word])] = labels.map { ($0, []) }
    for value in values {
      guard let x = value.first?.box.x0,
        let owner = labels.indices.last(where: { (labels[$0].first?.box.x0 ?? 0) <= x + 6 })
      else { return nil }
      result[owner].value += value
    }
    return result
  }

  /// "Fox Run Middle School Fox Run Community" under two labels: a value that fills its column ends where the next label's
  /// begins, however near the two stand.
  private static func parted(_ group: [Word], at edges: [Double]) -> [[Word]] {
    var parts: [[Word]] = []
    for word in group {
      if parts.isEmpty || edges.contains(where: { abs($0 - word.box.x0) < 1 }) {
        parts.append([word])
      } else {
        parts[parts.count - 1].append(word)
      }
    }
    return parts
  }

  /// "Service nature | Location | Provider(s): Primary (P) / Other (O)" over values that keep to the same edges: what
  /// follows the colon explains the label.
  func isExplained(_ line: TextLine, over next: TextLine?) -> Bool {
    guard let next, line.page == next.page, line.chunks.count >= 3, next.chunks.count == line.chunks.count,
      !next.text.contains(":"), line.text.contains(": "), !line.text.contains(where: \.isNumber),
      line.words.allSatisfy({ $0.field == nil && !Ticks.isTick($0) }),
      zip(line.chunks, next.chunks).allSatisfy({ abs($0.box.x0 - $1.box.x0) < 3 })
    else { return false }
    let labels = line.chunks.map { chunk in
      chunk.text.range(of: ": ").map { String(chunk.text[..<$0.lowerBound]) } ?? chunk.text
    }
    return labels.allSatisfy(reader.isExactLabel)
      && line.chunks.contains { $0.text.contains(":") == false } && values(below: line, next: next) != nil
  }

  /// "By: | Method | Baseline" over a value under each: a colon behind one of the labels makes the others no value of it.
  func isRow(_ line: TextLine, over next: TextLine?) -> Bool {
    guard let next, line.page == next.page, case let labels = line.groups, labels.count >= 2,
      case let values = next.groups, values.count == labels.count,
      line.words.allSatisfy({ $0.field == nil && !Ticks.isTick($0) }),
      zip(labels, values).allSatisfy({ abs($0[0].box.x0 - $1[0].box.x0) < 3 }),
      labels.allSatisfy({ label in !label.dropLast().contains { $0.text.hasSuffix(":") } })
    else { return false }
    // "Area of need | Method" over "Reading | Checklist", set otherwise: the second label is no value of the first. In
    // small print one of several may be the form's own.
    let known = labels.count { reader.isExactLabel(Self.text($0)) }
    let isSmall = labels.count >= 3 && known >= 2 && line.fontSize < next.fontSize - 0.9
    if Self.isApart(line, next), (labels + values).allSatisfy({ $0.allSatisfy { !$0.text.hasSuffix(":") } }),
      known == labels.count || isSmall && known + 1 == labels.count
    {
      return self.values(below: line, next: next) != nil
    }
    guard labels.count >= 3 else { return false }
    let marked = labels.filter { $0.last?.text.hasSuffix(":") ?? false }.count
    return marked > 0 && marked < labels.count && self.values(below: line, next: next) != nil
  }

  /// "ESY" over "No", "Meeting type" over "Annual Review": what answers a label, though elsewhere it asks for something.
  private func answers(_ text: String, to label: String) -> Bool {
    // "Individual / group" over "Group": one of what the label lists.
    let listed = LabelTokens.of(label)
    if listed.count > 1, label.contains("/") || listed.contains("or"),
      listed.contains(where: { [$0] == LabelTokens.of(text) })
    {
      return true
    }
    let asked = reader.labels.header.exact(label)
    // "Evaluation procedure" over "Point sheet", which is set otherwise.
    if reader.labels.goal.exact(label).contains(.method) { return true }
    if asked.contains(.extendedSchoolYear) { return ["yes", "no"].contains(text.lowercased()) }
    return asked.contains(.kind) && reader.labels.header.exact(text).contains(.annualReviewDate)
  }

  /// "120   ☐ Individual ☒ Group": the boxes that follow a value on its line ask something else.
  static func ticksBehindValue(_ line: TextLine) -> [Word] {
    guard let first = line.words.firstIndex(where: Ticks.isTick), first > 0,
      line.words[first].box.x0 - line.words[first - 1].box.x1 > max(line.height, 6) * 1.5
    else { return [] }
    return Array(line.words[first...])
  }

  private static func text(_ words: [Word]) -> String { words.map(\.text).joined(separator: " ") }

  private static func isApart(_ label: TextLine, _ value: TextLine) -> Bool {
    label.differsInType(from: value) || label.isInCapitals(unlike: value)
  }
}
