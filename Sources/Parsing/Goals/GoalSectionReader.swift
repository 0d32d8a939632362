import IEPModel

/// Reads goals in all their layouts: a box a goal, a row a goal, label-value cards, paragraphs with bullets.
struct GoalSectionReader: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  /// The drafts of a goals section, in its order.
  func read(_ section: SectionBlocks) -> [GoalBuilder.Draft] {
    var builder = GoalBuilder()
    var header: [GoalRole?]?
    let facts = FactReader(labels: labels)
    var pending: [TextLine] = []

    func flushLines(_ builder: inout GoalBuilder) {
      for paragraph in Paragraph.join(pending) { take(paragraph, into: &builder) }
      pending = []
    }
    for item in facts.items(
      of: section.blocks,
      isColumnar: {
        GoalGrid.isTransposed($0, labels: labels.goal) || self.columns(of: $0) != nil
          || (header != nil && self.continues($0, header))
      })
    {
      switch item {
      case .line(let line):
        if startsAnew(line) { flushLines(&builder) }
        pending.append(line)
      case .fact(let fact):
        flushLines(&builder)
        take(fact, into: &builder)
      case .table(let table):
        flushLines(&builder)
        if GoalGrid.isTransposed(table, labels: labels.goal) {
          for facts in GoalGrid.columns(of: table) {
            builder.begin()
            for fact in facts { take(fact, into: &builder) }
          }
          builder.close()
          continue
        }
        if let columns = columns(of: table) {
          header = columns.roles
          // What stands over the header: the goal that the table's objectives belong to.
          for row in 0..<max(0, columns.first - 1) {
            for cell in table.cells(startingIn: row) where !cell.isEmpty { takeLines(cell.lines, into: &builder) }
          }
        }
        if let header { rows(of: table, columns: header, from: columns(of: table)?.first ?? 0, into: &builder) }
      }
    }
    flushLines(&builder)
    builder.close()
    return builder.goals
  }

  private func startsAnew(_ line: TextLine) -> Bool {
    GoalHeading(line.text) != nil || isObjectivesHeading(line.text)
  }

  private func isObjectivesHeading(_ text: String) -> Bool {
    guard text.utf8.count < 110 else { return false }
    let match = labels.goal.matches(text.trimmingColon).first { $0.role == .objectives }
    return (match?.score ?? 0) >= 0.6 && !text.lowercased().contains(" will ")
  }

  // MARK: Paragraphs

  private func take(_ paragraph: Paragraph, into builder: inout GoalBuilder) {
    let text = paragraph.text
    if let heading = GoalHeading(text) {
      let isText = heading.rest.split(separator: " ").count > 7 || heading.rest.lowercased().contains(" will ")
      if builder.hasText || builder.hasNumber { builder.begin() }
      builder.update { $0.number = heading.number }
      if isText {
        builder.setText(heading.rest, places: paragraph.places)
      } else if !heading.rest.isEmpty {
        builder.update { $0.area = heading.rest }
      }
      return
    }
    if isObjectivesHeading(text) {
      builder.takesObjectives = true
      return
    }
    if let role = builder.awaits, !CellReading.isBlank(text), !FormQuestion.isQuestion(text) {
      builder.awaits = nil
      take(role, text, paragraph.lines, paragraph.places, into: &builder)
      return
    }
    if let title = GoalTitle(text, vocabulary: values.vocabulary), builder.current != nil || title.number != nil {
      if builder.hasText || (builder.hasNumber && title.number != nil) { builder.begin() }
      builder.update {
        $0.number = $0.number ?? title.number
        $0.area = $0.area ?? title.area
      }
      return
    }
    if let next = nextInList(text, after: builder) {
      builder.begin(number: next.number)
      builder.setText(next.text, places: paragraph.places)
      builder.update {
        $0.certainty = 0.7
        $0.isListed = true
      }
      return
    }
    if builder.hasText, let found = GoalSentences(values: values).sentence(text),
      found.lead.flatMap({ values.vocabulary.goalAreaCode(of: $0) }) != nil
        || (!builder.takesObjectives && !RowMarks.isListItem(text))
    {
      builder.begin(number: found.number, area: found.lead)
      builder.setText(found.text, places: paragraph.places)
      return
    }
    if builder.takesObjectives, builder.hasText {
      if isObjective(text) { builder.addObjective(paragraph) }
      return
    }
    if builder.hasText, RowMarks.isListItem(text), isObjective(text) {
      builder.addObjective(paragraph)
      return
    }
    // A goal that stands as a bare paragraph under its heading.
    if !builder.hasText, builder.current != nil, looksLikeGoal(text) {
      builder.setText(text, places: paragraph.places)
    } else if builder.current == nil, looksLikeGoal(text),
      RowMarks.isListItem(text) || text.split(separator: " ").count > 8
    {
      let split = RowMarks.split(text)
      builder.begin(
        number: split?.mark.trimmingCharacters("().:").first?.isNumber == true
          ? split?.mark.trimmingCharacters("().:") : nil)
      builder.setText(split?.rest ?? text, places: paragraph.places)
      builder.update {
        $0.certainty = 0.6
        $0.isListed = split != nil
      }
    }
  }

  /// "2. By May, Jo will ..." behind "1. By May, Jo will ...": the next goal of a numbered list.
  private func nextInList(_ text: String, after builder: GoalBuilder) -> (number: String, text: String)? {
    guard builder.hasText, !builder.takesObjectives, builder.current?.isListed == true,
      let last = builder.current?.number.flatMap({ Int($0) }), let split = RowMarks.split(text),
      split.mark.trimmingCharacters("().:") == String(last + 1), looksLikeGoal(split.rest)
    else { return nil }
    return (String(last + 1), split.rest)
  }

  /// A sentence of what a student will do.
  func looksLikeGoal(_ text: String) -> Bool {
    let lowered = " " + text.lowercased() + " "
    return lowered.contains(" will ") && text.split(separator: " ").count >= 4 && !lowered.contains(" will be measured")
      && !lowered.contains("annual goals must")
      && !lowered.contains("progress will be") && !lowered.contains(" will be provided to parent")
      && !lowered.contains("the team will")
      && !lowered.contains("parents will")
  }

  private func isObjective(_ text: String) -> Bool {
    let bare = RowMarks.split(text)?.rest ?? text
    return bare.split(separator: " ").count >= 4 && !CellReading.isBlank(bare)
  }

  // MARK: Facts

  private func take(_ fact: Fact, into builder: inout GoalBuilder) {
    builder.awaits = nil
    let fact = FormQuestion.removed(from: fact)
    let value = Ticks.value(of: fact)
    if let heading = GoalHeading(fact.label),
      value.split(separator: " ").count > 7 || value.lowercased().contains(" will ")
    {
      builder.begin(number: heading.number, area: heading.rest.isEmpty ? nil : heading.rest)
      builder.setText(value, places: fact.places)
      return
    }
    if let heading = GoalHeading(fact.label) {
      if builder.hasText || builder.hasNumber { builder.begin() }
      builder.update { $0.number = heading.number }
      if !CellReading.isBlank(value) { builder.update { $0.area = value } }
      return
    }
    if CellReading.isBlank(value), fact.lines.isEmpty {
      // A label whose value begins in the next paragraph.
      let match = labels.goal.matches(fact.label).first {
        $0.score >= 0.55 && [.text, .baseline, .method].contains($0.role)
      }
      if let match {
        if match.role == .text, builder.hasText { builder.begin() }
        builder.awaits = match.role
        return
      }
    }
    guard let role = role(of: fact, value: value) else {
      // A label of the form's own words over what a student will do: "Reading, Goal 2: By May, Jo will ..."
      if GoalSentences.isGoal(value), !GoalSentences.namesObjectives(fact.label) {
        let title = GoalTitle(fact.label, vocabulary: values.vocabulary)
        if builder.hasText || title != nil && (builder.hasNumber || builder.hasArea) { builder.begin() }
        builder.update {
          $0.number = $0.number ?? title?.number
          $0.area = $0.area ?? title?.area
        }
        builder.setText(value, places: fact.places)
      }
      return
    }
    if CellReading.isBlank(value), role != .objectives { return }
    take(role, value, fact.lines, fact.places, into: &builder)
  }

  private func take(
    _ role: GoalRole, _ value: String, _ lines: [TextLine], _ places: [Place], into builder: inout GoalBuilder
  ) {
    switch role {
    case .number:
      if builder.hasText || builder.hasNumber { builder.begin() }
      let number = GoalHeading("Goal " + value)
      builder.update { $0.number = number?.number ?? value.trimmingCharacters("#. ") }
      if let rest = number?.rest, !rest.isEmpty { builder.update { $0.area = $0.area ?? rest } }
    case .area:
      if builder.hasText && (builder.hasArea || builder.takesObjectives) { builder.begin() }
      if builder.hasArea && builder.hasText { builder.begin() }
      builder.update { $0.area = value }
    case .text:
      let (goal, objectives) = Self.splitObjectives(lines)
      if builder.hasText { builder.begin() }
      var text = goal.map { Unwrapping.text(of: $0.flatMap(\.lines)) } ?? value
      if let heading = GoalHeading(text), heading.rest.lowercased().contains("will") {
        builder.update { $0.number = $0.number ?? heading.number }
        text = heading.rest
      }
      builder.setText(text, places: goal.map { $0.flatMap(\.places) } ?? places)
      for objective in objectives { builder.addObjective(objective) }
    case .baseline: builder.update { $0.baseline = $0.baseline ?? value }
    case .criterion: builder.update { $0.criterion = $0.criterion ?? value }
    case .method: builder.update { $0.method = $0.method ?? value }
    case .schedule: builder.update { $0.schedule = $0.schedule ?? value }
    case .responsible: builder.update { $0.responsible = $0.responsible ?? value }
    case .targetDate: builder.update { $0.targetDate = $0.targetDate ?? value }
    case .objectives:
      builder.takesObjectives = true
      for paragraph in Paragraph.join(lines) where isObjective(paragraph.text) { builder.addObjective(paragraph) }
    case .condition: builder.update { $0.condition = $0.condition ?? value }
    case .startDate, .other: break
    }
  }

  private func role(of fact: Fact, value: String) -> GoalRole? {
    let words = value.split(separator: " ").count
    let scored = labels.goal.matches(fact.label).filter { $0.score >= 0.55 }.map {
      match -> (role: GoalRole, score: Double) in
      var score = match.score
      switch match.role {
      case .number:
        score *=
          words <= 2 && value.utf8.count <= 8 ? 1.1 : (GoalHeading("Goal " + value) != nil && words < 7 ? 0.7 : 0.1)
      case .text: score *= words >= 4 ? 1.05 : 0.1
      case .targetDate, .startDate: score *= values.dates.date(value, near: nil) != nil ? 1.1 : 0.2
      case .area: score *= words <= 12 ? 1 : 0.4
      default: break
      }
      return (match.role, score)
    }
    let best = scored.max { ($0.score, $1.role.rawValue) < ($1.score, $0.role.rawValue) }
    return best.flatMap { $0.score >= 0.5 ? $0.role : nil }
  }

  // MARK: Tables

  /// The roles of a table's columns where its first rows ask for goals.
  private func columns(of table: Table) -> (roles: [GoalRole?], first: Int)? {
    guard table.columnCount >= 2 else { return nil }
    for row in 0..<min(4, table.rowCount - 1) {
      let cells = table.row(row).filter { !$0.isEmpty }
      guard cells.count >= 2 else { continue }
      var roles: [GoalRole?] = Array(repeating: nil, count: table.columnCount)
      var used: Set<GoalRole> = []
      for cell in cells {
        let match = labels.goal.matches(cell.text).first {
          $0.score >= 0.5 && !used.contains($0.role) && $0.role != .number
            || ($0.score >= 0.5 && $0.role == .number && cell.text.utf8.count <= 16
              && cell.box.width < table.box.width * 0.15)
        }
        if let match {
          roles[cell.column] = match.role
          used.insert(match.role)
        }
      }
      // The widest column whose label may mean the goal holds its text.
      if !used.contains(.text),
        let wide = cells.filter({ labels.goal.matches($0.text).contains { $0.role == .text && $0.score >= 0.5 } }).max(
          by: { $0.box.width < $1.box.width })
      {
        roles[wide.column] = .text
        used.insert(.text)
      }
      // "Condition | Behavior | Criterion": the goal in pieces, its middle one the text.
      if !used.contains(.text), used.contains(.condition), used.contains(.criterion),
        let behavior = cells.first(where: { roles[$0.column] == nil && Self.namesBehavior($0.text) })
      {
        roles[behavior.column] = .text
        used.insert(.text)
      }
      guard used.contains(.text) || used.contains(.objectives), used.count >= 2, used.count * 2 >= cells.count else {
        continue
      }
      let below = table.cells(startingIn: row + 1).filter { !$0.isEmpty }
      let valueLike = below.filter { labels.goal.fit($0.text) < 0.8 }.count
      guard valueLike * 2 > below.count else { continue }
      return (roles, row + 1)
    }
    return GoalColumns(labels: labels.goal, values: values).byValues(of: table)
  }

  private static func namesBehavior(_ text: String) -> Bool {
    !Set(LabelTokens.of(text)).isDisjoint(with: ["behavior", "skill", "performance", "action", "student"])
  }

  private func continues(_ table: Table, _ header: [GoalRole?]?) -> Bool {
    guard let header, table.columnCount == header.count else { return false }
    return !table.cells.contains { FactReader(labels: labels).isLabel($0.text) && !$0.isEmpty }
  }

  private func rows(of table: Table, columns: [GoalRole?], from first: Int, into builder: inout GoalBuilder) {
    for row in first..<table.rowCount {
      let cells = table.cells(startingIn: row).filter { !$0.isEmpty }
      if cells.isEmpty || cells.allSatisfy({ CellReading.isBlank($0.text) }) { continue }
      if cells.filter({ labels.goal.fit($0.text) >= 0.9 }).count * 2 > cells.count { continue }
      func cell(_ role: GoalRole) -> Cell? {
        columns.firstIndex(of: role).flatMap { column in cells.first { $0.column == column } }
      }
      let goalCell = cell(.text)
      if let only = cells.first, cells.count == 1, only.columnSpan * 2 > table.columnCount {
        takeLines(only.lines, into: &builder)
        continue
      }
      if let goalCell {
        let (goal, objectives) = Self.splitObjectives(goalCell.lines)
        let others = cells.filter { $0.column != goalCell.column }
        if others.isEmpty, builder.hasText, RowMarks.isListItem(goalCell.text) {
          for paragraph in Paragraph.join(goalCell.lines) { builder.addObjective(paragraph) }
          continue
        }
        if others.isEmpty, builder.current != nil,
          !(goal.map { looksLikeGoal(Unwrapping.text(of: $0.flatMap(\.lines))) } ?? false) || goal == nil
        {
          // The rest of a row that the page's end cut.
          for paragraph in goal ?? [] { builder.appendText(paragraph.text, place: paragraph.place) }
        } else if others.isEmpty, builder.current != nil, builder.hasText,
          let text = goal.map({ Unwrapping.text(of: $0.flatMap(\.lines)) }), text.first?.isLowercase == true
        {
          builder.appendText(text, place: goalCell.place)
        } else {
          let text = goal.map { Unwrapping.text(of: $0.flatMap(\.lines)) } ?? goalCell.text
          if builder.hasText { builder.begin() }
          if let heading = GoalHeading(text), heading.rest.split(separator: " ").count > 5 {
            builder.update { $0.number = heading.number }
            builder.setText(heading.rest, places: goal?.flatMap(\.places) ?? [goalCell.place])
          } else {
            let marked = RowMarks.split(text)
            let isNumbered = marked?.mark.first?.isNumber ?? false
            if isNumbered { builder.update { $0.number = $0.number ?? marked?.mark.trimmingCharacters("().:") } }
            builder.setText(
              isNumbered ? marked?.rest ?? text : text, places: goal?.flatMap(\.places) ?? [goalCell.place])
          }
        }
        for objective in objectives { builder.addObjective(objective) }
      }
      for (role, part) in columns.enumerated().compactMap({ pair in
        pair.element.map { ($0, cells.first { $0.column == pair.offset }) }
      }) {
        guard let part, role != .text else { continue }
        let value = Ticks.value(
          of: Fact(label: "", value: part.text, lines: part.lines, place: part.place, labelPlace: part.place))
        if CellReading.isBlank(value) { continue }
        switch role {
        case .number: builder.update { $0.number = $0.number ?? value.trimmingCharacters("#. ") }
        case .area: builder.update { $0.area = $0.area ?? value }
        case .condition where goalCell != nil: builder.update { $0.condition = $0.condition ?? value }
        case .baseline: builder.update { $0.baseline = $0.baseline ?? value }
        case .criterion where goalCell != nil: builder.update { $0.criterion = $0.criterion ?? value }
        case .method where goalCell != nil: builder.update { $0.method = $0.method ?? value }
        case .schedule where goalCell != nil: builder.update { $0.schedule = $0.schedule ?? value }
        case .responsible where goalCell != nil: builder.update { $0.responsible = $0.responsible ?? value }
        case .targetDate where goalCell != nil: builder.update { $0.targetDate = $0.targetDate ?? value }
        case .objectives:
          for paragraph in Paragraph.join(part.lines) where isObjective(paragraph.text) {
            builder.addObjective(paragraph)
          }
        default: break
        }
      }
    }
  }

  private func takeLines(_ lines: [TextLine], into builder: inout GoalBuilder) {
    for item in LineFacts(reader: FactReader(labels: labels)).items(of: lines) {
      switch item {
      case .fact(let fact): take(fact, into: &builder)
      case .line(let line): take(Paragraph(lines: [line]), into: &builder)
      case .table: break
      }
    }
  }

  /// A cell's goal and the bullets under it.
  static func splitObjectives(_ lines: [TextLine]) -> (goal: [Paragraph]?, objectives: [Paragraph]) {
    let paragraphs = Paragraph.join(lines)
    guard paragraphs.count > 1 else { return (paragraphs.isEmpty ? nil : paragraphs, []) }
    guard let first = paragraphs.indices.dropFirst().first(where: { RowMarks.isListItem(paragraphs[$0].text) }) else {
      return (paragraphs, [])
    }
    if RowMarks.isListItem(paragraphs[0].text), RowMarks.split(paragraphs[0].text)?.mark.first?.isNumber != true {
      return (nil, paragraphs)
    }
    return (Array(paragraphs[..<first]), Array(paragraphs[first...]))
  }
}

extension Fact {
  /// The value's places, a box a page.
  var places: [Place] {
    lines.isEmpty ? [place] : Paragraph(lines: lines).places
  }
}
