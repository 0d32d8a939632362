import Extraction
import Foundation
import IEPModel

/// A goals section to its atoms, whatever its layout.
struct GoalAtomizer: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  var goalLabels: GoalLabels { GoalLabels(labels: labels.goal, values: values) }
  private var tables: GoalTableAtoms { GoalTableAtoms(labels: labels, values: values) }

  func atoms(of section: SectionBlocks) -> [GoalAtom] {
    var atoms: [GoalAtom] = []
    // "Annual Goal # 2" over a table opened the section; a heading that is its first line stands among its blocks.
    if let line = section.headingLine, !section.blocks.contains(.line(line)),
      GoalHeading(line.text) != nil || GoalTitle.countsGoal(line.text, vocabulary: values.vocabulary)
        || headsOneGoal(section)
    {
      atoms.append(GoalAtom(paragraph: Paragraph(lines: [line])))
    }
    if goalLabels.isObjectivesHeading(section.heading), !section.heading.lowercased().contains("goal") {
      atoms.append(GoalAtom(.objectivesHeading))
    }
    var header: GoalTableAtoms.Header?
    var open: Table?
    let services = ServiceTableRecognizer(labels: labels, values: values)
    /// Services listed beside the goals that they serve are no part of a goal.
    func isOfServices(_ table: Table) -> Bool {
      services.isServiceTable(table) && !table.cells.contains { GoalParagraph.looksLikeGoal($0.text) }
    }
    let runs = GoalCounts(labels: labels.goal).marked(section.blocks).runs
    func close() {
      if let table = open { atoms += tables.atoms(of: table, continuing: &header) }
      open = nil
    }
    for (index, run) in runs.enumerated() {
      switch run {
      case .lines(var lines):
        close()
        // "Special education and related services that will help the student reach this goal:"
        if index + 1 < runs.count, case .table(let next) = runs[index + 1], isOfServices(next), let title = lines.last,
          title.words.count <= 8 || title.text.hasSuffix(":") && title.text.contains(inAnyCase: "services"),
          !title.text.hasSuffix("."), !title.text.contains(": ")
        {
          lines.removeLast()
        }
        atoms += self.atoms(of: GoalServiceLines(labels: labels.goal).removed(from: lines))
      case .table(let table):
        let panels = GoalPanels.panels(in: table)
        if !panels.isEmpty {
          close()
          atoms += panels.flatMap { [GoalAtom(.heading, area: $0.area.text)] + self.atoms(of: $0.rest) }
        } else if isOfServices(table) || TestTable.isOfTests(table, labels: labels.goal) {
          close()
        } else if let whole = open.flatMap({ tables.joined($0, table) }) {
          open = whole
        } else {
          close()
          open = table
        }
      }
    }
    close()
    atoms += GoalSharedDate(dates: values.dates).atoms(of: section)
    for index in atoms.indices { atoms[index].areaOver = section.area }
    return atoms
  }

  /// "Annual Goal" over each goal of the form, without a number.
  private func headsOneGoal(_ section: SectionBlocks) -> Bool {
    guard labels.goal.exact(section.heading).contains(.text), LabelTokens.words(section.heading).contains("goal"),
      let first = section.blocks.first
    else { return false }
    return switch first {
    case .line(let line): GoalParagraph.looksLikeGoal(line.text)
    case .table(let table): table.cells.first.map { GoalParagraph.looksLikeGoal($0.text) } ?? false
    }
  }

  /// "Standard: RL.2.2" and below it the goal, without a label: the fact, and the lines of the goal.
  private func goalBelow(_ fact: Fact) -> (fact: Fact, goal: [TextLine])? {
    guard fact.lines.count >= 2, fact.lines[0].words.count <= 8 else { return nil }
    func parted(at first: Int) -> (fact: Fact, goal: [TextLine]) {
      var above = fact
      above.lines = Array(fact.lines[..<first])
      above.value = Unwrapping.text(of: above.lines)
      return (above, Array(fact.lines[first...]))
    }
    // "Target: May 28, 2027" at the end of a goal's heading: a date says no more.
    if labels.goal.exact(fact.label).contains(.targetDate), values.dates.date(fact.lines[0].text, near: nil) != nil,
      GoalParagraph.looksLikeGoal(Unwrapping.text(of: Array(fact.lines.dropFirst())))
    {
      return parted(at: 1)
    }
    switch goalLabels.meaning(of: fact.label) {
    case nil, .role(.area, _), .role(.number, _), .role(.other, _): break
    default: return nil
    }
    let first = fact.lines.indices.dropFirst().prefix(2).first { index in
      let text = Unwrapping.text(of: Array(fact.lines[index...]))
      return text.first?.isUppercase == true && GoalParagraph.looksLikeGoal(text)
        && text.split(separator: " ").count > 6
        && !GoalParagraph.looksLikeGoal(Unwrapping.text(of: Array(fact.lines[..<index])))
    }
    guard let first, fact.lines[first - 1].box.x1 < (fact.lines.map(\.box.x1).max() ?? 0) - 40 else { return nil }
    return parted(at: first)
  }

  /// "Attention to group" and below it the goal, both beside "GOAL 2": its area on a line of its own, whatever it is
  /// called.
  private func areaOverGoal(_ fact: Fact) -> (area: String, goal: GoalAtom)? {
    guard fact.lines.count >= 2, let first = fact.lines.first, (1...5).contains(first.words.count),
      first.text.first?.isUppercase == true, let end = first.text.last, end.isLetter || end == ")",
      fact.lines[1].text.first?.isUppercase == true,
      fact.lines.dropFirst().contains(where: { $0.box.x1 > first.box.x1 + 60 }),
      case let below = Paragraph(lines: Array(fact.lines.dropFirst())), GoalParagraph.looksLikeGoal(below.text),
      !GoalParagraph.looksLikeGoal(first.text)
    else { return nil }
    return (first.text, GoalAtom(.fact(.text), text: below.text, lines: below.lines, places: below.places))
  }

  private static let datesOfOtherThings: Set<HeaderRole> = [
    .dateOfBirth, .meetingDate, .startDate, .lastEvaluationDate,
  ]

  /// "12 weeks", "Week 18", "2nd quarter", "By January 2027".
  private static func namesTime(_ label: String) -> Bool {
    let words = label.lowercased().blankSeparated
    let units: Set<String> = [
      "week", "weeks", "month", "months", "quarter", "quarters", "trimester", "semester", "term", "year", "days",
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december", "fall", "winter", "spring", "summer",
    ]
    guard (1...5).contains(words.count), words.contains(where: units.contains) else { return false }
    let joins: Set<String> = [
      "by", "in", "after", "at", "end", "of", "the", "within", "first", "second", "third", "fourth", "school",
    ]
    return words.allSatisfy { word in
      units.contains(word) || joins.contains(word) || word.first?.isNumber == true && word.utf8.count <= 5
    }
  }

  /// "Goal #" before "1 Jo will ...": a label that asks for the number, and behind the number the goal itself.
  private func countedGoal(_ fact: Fact) -> [GoalAtom]? {
    guard let mark = LabelTokens.of(fact.label).last, ["number", "no"].contains(mark),
      let heading = GoalHeading(fact.label.trimmingColon + " " + fact.value), let first = fact.lines.first,
      let number = first.words.first, number.text.trimmingCharacters("#.:)(") == heading.number,
      GoalParagraph.looksLikeGoal(heading.rest)
    else { return nil }
    let rest = TextLine(page: first.page, words: Array(first.words.dropFirst()))
    let lines = (rest.words.isEmpty ? [] : [rest]) + fact.lines.dropFirst()
    return [
      GoalAtom(.heading, number: heading.number),
      GoalAtom(
        .fact(.text), text: Unwrapping.text(of: lines), lines: lines, places: Paragraph(lines: lines).places),
    ]
  }

  /// "Academic: Math" over a goal: an area and the part of it that the goal is for.
  private func namesAreaInParts(_ fact: Fact, value: String) -> Bool {
    let words = value.split(separator: " ")
    return (1...3).contains(words.count) && fact.lines.count == 1 && words.allSatisfy { $0.first?.isUppercase == true }
      && !value.contains(where: { $0.isNumber || ".?☐☒".contains($0) }) && !CellReading.isBlank(value)
      && !["yes", "no", "none", "ongoing", "continued"].contains(value.lowercased())
      && labels.goal.exact(fact.label).isEmpty && labels.header.exact(fact.label).isEmpty
      && values.vocabulary.goalAreaCode(of: fact.label) != nil
  }

  /// A labelled value to atoms.
  func atoms(of fact: Fact) -> [GoalAtom] {
    let fact = FormQuestion.removed(from: fact)
    if let (above, goal) = goalBelow(fact) { return atoms(of: above) + [GoalAtom(paragraph: Paragraph(lines: goal))] }
    let value = Ticks.value(of: fact)
    if Legend.isList(value), !value.contains(" will ") { return [] }
    let isSentence = value.split(separator: " ").count > 7 || value.lowercased().contains(" will ")
    /// A single letter counts the form's pages.
    func isName(_ text: String) -> Bool { !CellReading.isBlank(text) && text.utf8.count > 1 }
    func valued(_ kind: GoalAtom.Kind, number: String? = nil) -> GoalAtom {
      GoalAtom(kind, text: value, lines: fact.lines, places: fact.places, number: number)
    }
    if let counted = countedGoal(fact) { return counted }
    // "Outcome 1: Getting along with others": which of the outcomes for young children a goal is of (OSEP).
    if !isSentence, LabelTokens.words(fact.label).first == "outcome", fact.label.contains(where: \.isNumber) {
      return []
    }
    if let leading = goalLabels.leadingNumber(fact.label) {
      var rest = fact
      rest.label = leading.label
      // "5. Benchmarks" counts the blanks of the form.
      if goalLabels.isObjectivesHeading(leading.label) { return objectives(under: rest) }
      return [GoalAtom(.heading, number: leading.number)] + atoms(of: rest)
    }
    // "Annual goal area: Reading" over the goal: the label with its answer, as the title of what stands below.
    if isSentence, let colon = fact.label.range(of: ": "),
      labels.goal.exact(String(fact.label[..<colon.lowerBound])).contains(.area)
    {
      let area = String(fact.label[colon.upperBound...]).trimmingColon
      return [GoalAtom(.heading, area: area), valued(.fact(.text))]
    }
    // "Measurable annual goal (by 10/19/2027):" says when to be met.
    if isSentence, let open = fact.label.firstIndex(of: "("), open > fact.label.startIndex,
      case let bracket = String(fact.label[open...]), bracket.contains(inAnyCase: "by "),
      values.dates.dates(in: bracket, near: nil).count == 1,
      case let label = String(fact.label[..<open]).trimmingBlanks, labels.goal.exact(label).contains(.text)
    {
      var rest = fact
      rest.label = label
      return atoms(of: rest) + [GoalAtom(.fact(.targetDate), text: bracket, places: [fact.labelPlace])]
    }
    // "Behavior" over "Goal: Jo will ...": the area, and then the goal under its own label.
    if values.vocabulary.goalAreaCode(of: fact.label) != nil, let first = fact.lines.first,
      let colon = first.text.firstIndex(of: ":"), labels.goal.exact(String(first.text[..<colon])).contains(.text)
    {
      return [GoalAtom(.heading, area: fact.label.trimmingColon)] + atoms(of: fact.lines)
    }
    if namesAreaInParts(fact, value: value) {
      if let goal = GoalHeading(fact.label) {
        return [GoalAtom(.heading, number: goal.number, area: goal.rest + ": " + value)]
      }
      return [GoalAtom(.heading, area: fact.label.trimmingColon + ": " + value)]
    }
    switch goalLabels.meaning(of: fact.label) {
    // "Behavior" over a whole goal names its area; elsewhere it asks for a goal's piece.
    case .role(.text, nil)
    where values.vocabulary.goalAreaCode(of: fact.label) != nil && GoalSentences.isMeasuredStatement(value):
      var goal = valued(.fact(.text))
      goal.area = fact.label
      return [goal]
    // What the form asks there at length; the goal begins in the next paragraph.
    case .role(.text, nil) where FormQuestion.beginsWithQuestion(value) && !GoalParagraph.looksLikeGoal(value):
      return [GoalAtom(.fact(.text))]
    case .objective(let number): return [valued(.objective, number: number)]
    case .heading(let number, let rest):
      if rest.isEmpty, let (area, goal) = areaOverGoal(fact) {
        return [GoalAtom(.heading, number: number, area: area), goal]
      }
      let named = goalLabels.area(rest)
      let area = !named.isEmpty ? named : (isSentence || !isName(value) ? nil : value)
      let heading = GoalAtom(.heading, number: number, area: area)
      return isSentence ? [heading, valued(.fact(.text))] : [heading]
    case .role(.objectives, _): return objectives(under: fact)
    case .role(.text, let number?):
      return [GoalAtom(.heading, number: number), valued(.fact(.text))]
    case .role, nil: break
    }
    // "12 weeks: Jo will ...", "By the third quarter: 18 words.": when a step is to be reached is a part of it.
    if Self.namesTime(fact.label),
      value.contains(" will ")
        || fact.label.hasPrefix("By ") && value.hasSuffix(".") && values.dates.dates(in: value).isEmpty
    {
      return [GoalAtom(.objective, text: fact.label + ": " + value, lines: fact.lines, places: fact.places)]
    }
    if let found = goalLabels.role(of: fact.label, value: value) ?? goalLabels.dateRole(of: fact.label, value: value) {
      if found.role == .objectives { return objectives(under: fact) }
      // "Date of birth: 5/12/2017" at the page's head is no date of the goal.
      if found.role == .targetDate, labels.goal.exact(fact.label).isEmpty,
        !Self.datesOfOtherThings.isDisjoint(with: labels.header.exact(fact.label))
      {
        return []
      }
      // A bare "Date" on a goal page is that of a report or a signature; as a column's header it is when to be met.
      if found.role == .targetDate, LabelTokens.words(fact.label) == ["date"] { return [] }
      var atom = valued(.fact(found.role))
      // "Need area 2: Behavior" counts the goals by their areas.
      if found.role == .area, let count = fact.label.split(separator: " ").last, Int(count) != nil {
        atom.number = String(count)
      }
      if found.role == .baseline { atom.isPresentLevel = !LabelTokens.words(fact.label).contains("baseline") }
      // "Progress on goals 1-3 will be measured by": one answer for all goals.
      atom.isForAll = LabelTokens.words(fact.label).contains("goals")
      return [atom]
    }
    if CellReading.isBlank(value), fact.lines.isEmpty {
      // A label whose value begins in the next paragraph.
      let match = labels.goal.matches(fact.label).first { $0.score >= 0.55 }
      return match.map { [GoalAtom(.fact($0.role))] } ?? []
    }
    // A label of the form's own words over what a student will do: "Reading, Goal 2: By May, Jo will ..."
    if GoalSentences.isGoal(value), !GoalSentences.namesObjectives(fact.label) {
      let title = GoalTitle(fact.label, vocabulary: values.vocabulary)
      let heading = title.map { [GoalAtom(.heading, number: $0.number, area: $0.area)] } ?? []
      return heading + [valued(.text)]
    }
    // "Data from four weeks: 45 %": no label of a goal page, hence text.
    guard labels.header.exact(fact.label).isEmpty, labels.service.exact(fact.label).isEmpty else { return [] }
    return [GoalAtom(.unknown, text: fact.label + ": " + value, lines: fact.lines, places: fact.places)]
  }
}

extension Fact {
  /// The value's places, a box a page.
  var places: [Place] {
    lines.isEmpty ? [place] : Paragraph(lines: lines).places
  }
}
