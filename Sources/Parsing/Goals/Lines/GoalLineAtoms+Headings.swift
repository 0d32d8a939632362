import Extraction
import IEPModel

/// Goals that open with their number or area beside what else the line says, or in a margin beside all of it.
extension GoalAtomizer {
  /// "Goal 1. | Need area | Reading | To be achieved by | 12/18/2026": a goal's heading and facts on one line.
  func headedFacts(_ line: TextLine) -> [GoalAtom]? {
    let groups = line.groups
    // The goal may stand first, or behind its area: "Area: Reading | Goal 1".
    guard groups.count >= 2,
      let position = [0, groups.count - 1].first(where: { index in
        GoalHeading(groups[index].map(\.text).joined(separator: " ")).map { $0.rest.isEmpty } ?? false
      }), let heading = GoalHeading(groups[position].map(\.text).joined(separator: " "))
    else { return nil }
    var others = groups
    others.remove(at: position)
    let rest = TextLine(page: line.page, cells: others)
    let facts = LineFacts(reader: FactReader(labels: labels)).items(of: [rest]).compactMap { item -> Fact? in
      if case .fact(let fact) = item { fact } else { nil }
    }
    guard !facts.isEmpty else { return nil }
    // "Goal 3 | Motor: gross": an area of two parts, the first of which asks for nothing.
    if others.count == 1, facts.count == 1, labels.goal.exact(facts[0].label).isEmpty,
      values.vocabulary.goalAreaCode(of: rest.text) != nil
    {
      return [GoalAtom(.heading, number: heading.number, area: rest.text)]
    }
    return [GoalAtom(.heading, number: heading.number)] + facts.flatMap(atoms(of:))
  }

  /// "Gross motor. When the class moves, Jo will ...", "(2) Gross motor. When ...": a goal's paragraph that begins with
  /// its area, which may be counted.
  func leadingArea(_ lines: ArraySlice<TextLine>) -> (number: String?, area: String, rest: TextLine)? {
    guard let line = lines.first, line.words.allSatisfy({ $0.field == nil && !Ticks.isTick($0) }),
      GoalHeading(line.text) == nil, let first = line.words.first?.text,
      case let number = first.trimmingCharacters("()."),
      case let start = Int(number) != nil && RowMarks.countsItems(first) ? 1 : 0,
      let end = line.words.dropFirst(start).prefix(4).firstIndex(where: { $0.text.hasSuffix(".") }),
      end + 3 < line.words.count,
      line.words[start].text.first?.isUppercase == true, line.words[end + 1].text.first?.isUppercase == true,
      case let area = line.words[start...end].map(\.text).joined(separator: " ").trimmingCharacters("."),
      area.utf8.count >= 4, values.vocabulary.goalAreaCode(of: area) != nil,
      case let rest = TextLine(page: line.page, words: Array(line.words[(end + 1)...])),
      GoalParagraph.looksLikeGoal(Unwrapping.text(of: [rest] + lines.dropFirst().prefix(2)))
    else { return nil }
    return (start == 1 ? number : nil, area, rest)
  }

  /// "Goal area | Goal # 1" over "Reading | Given ...": the goal's area and its text side by side, line by line.
  func headedColumns(_ lines: ArraySlice<TextLine>) -> (atoms: [GoalAtom], end: Int)? {
    guard let head = lines.first, case let heads = head.groups, heads.count == 2,
      case let texts = heads.map({ $0.map(\.text).joined(separator: " ") }),
      let main = texts.firstIndex(where: { GoalHeading($0)?.rest.isEmpty ?? false }),
      let heading = GoalHeading(texts[main]), labels.goal.exact(texts[1 - main]).contains(.area)
    else { return nil }
    var columns: [[TextLine]] = [[], []]
    var end = lines.startIndex + 1
    while end < lines.endIndex, case let line = lines[end], line.page == head.page,
      line.box.y0 - lines[end - 1].box.y1 < line.height, end - lines.startIndex <= 8,
      line.groups.allSatisfy({ group in heads.contains { abs($0[0].box.x0 - group[0].box.x0) < 6 } }),
      line.groups.count == 2 || end > lines.startIndex + 1,
      !line.groups.contains(where: { group in
        let text = group.map(\.text).joined(separator: " ")
        return goalLabels.meaning(of: text) != nil && values.vocabulary.goalAreaCode(of: text) == nil
      })
    {
      for group in line.groups {
        let column = abs(heads[0][0].box.x0 - group[0].box.x0) < 6 ? 0 : 1
        columns[column].append(TextLine(page: line.page, words: group))
      }
      end += 1
    }
    guard !columns[main].isEmpty, !columns[1 - main].isEmpty,
      case let goal = Paragraph(lines: columns[main]), goal.text.blankSeparated.count >= 5
    else { return nil }
    let area = Unwrapping.text(of: columns[1 - main])
    return (
      [
        GoalAtom(.heading, number: heading.number, area: area),
        GoalAtom(.fact(.text), text: goal.text, lines: goal.lines, places: goal.places),
      ], end
    )
  }

  /// "Goal" over "1" over "Reading", "Goal 1" over "Reading" at the left of a card, beside all that the card says of the
  /// goal.
  func margined(_ lines: ArraySlice<TextLine>) -> (atoms: [GoalAtom], end: Int)? {
    guard let head = lines.first, case let groups = head.groups, groups.count == 2, groups[0].count <= 2,
      case let name = groups[0].map(\.text).joined(separator: " "),
      case let isCounted = GoalHeading(name)?.rest.isEmpty ?? false,
      isCounted && groups[1].count >= 4 || GoalHeading(name + " 1")?.rest.isEmpty ?? false,
      case let (left, edge) = (groups[0][0].box.x0, groups[1][0].box.x0), edge - left > 30
    else { return nil }
    func isInMargin(_ word: Word) -> Bool { word.box.x0 > left - 6 && word.box.x1 < edge - 2 }
    let rest = lines.dropFirst().prefix { line in
      // "Goal" over "D", then "Goal E": another card's margin opens with the same word.
      line.page == head.page && !(line.groups[0][0].text == groups[0][0].text && isInMargin(line.groups[0][0]))
        && line.words.allSatisfy { isInMargin($0) || $0.box.x0 > edge - 2 }
    }
    let words = ([head] + rest).flatMap(\.words)
    let margin = words.filter(isInMargin)
    let text = Chunking.lines(of: words.filter { !isInMargin($0) }, page: head.page)
    let printed = Chunking.lines(of: margin, page: head.page)
    // Labels down the margin each ask for what stands beside them.
    guard margin.count <= 8,
      !isCounted
        || margin.count > groups[0].count && printed.dropFirst().allSatisfy { labels.goal.exact($0.text).isEmpty },
      let heading = GoalHeading(Unwrapping.text(of: printed)),
      !isCounted || values.vocabulary.goalAreaCode(of: heading.rest) != nil,
      GoalParagraph.looksLikeGoal(Unwrapping.text(of: Array(text.prefix(3))))
    else { return nil }
    let area = goalLabels.area(heading.rest)
    return (
      [GoalAtom(.heading, number: heading.number, area: area.isEmpty ? nil : area)] + atoms(of: text), rest.endIndex
    )
  }

  /// "1 | READING | By May, Jo will ...": the goal's number, its area and the first line of its text side by side.
  func numberedRow(_ line: TextLine) -> (heading: GoalAtom, text: TextLine)? {
    let groups = line.groups
    guard groups.count == 3, let mark = groups[0].first?.text, groups[0].count == 1,
      let number = Int(mark.trimmingCharacters("#.)")), (1...40).contains(number), groups[2].count >= 3
    else { return nil }
    let area = groups[1].map(\.text).joined(separator: " ")
    guard area.split(separator: " ").count <= 5, values.vocabulary.goalAreaCode(of: area) != nil else { return nil }
    return (
      GoalAtom(.heading, number: String(number), area: area), TextLine(page: line.page, words: groups[2])
    )
  }
}
