import IEPModel

/// Decides what a paragraph without a label is to its goal, by what stands before it.
struct GoalUnlabelled: Sendable {
  let labels: GoalLabels

  private var sentences: GoalSentences { GoalSentences(values: labels.values) }
  private var prompts: GoalPrompts { GoalPrompts(labels: labels) }

  func take(_ atom: GoalAtom, _ state: inout GoalPartsState) {
    let text = atom.text
    if state.completeObjective(with: atom) { return }
    if isBulletedStep(text, state) || isMarkedStep(text, state) {
      state.parts.append(GoalParts.Part(kind: .objective, atom: atom))
      return
    }
    if let title = ObjectivesTitle(text) {
      state.beginObjectives(of: title.goal)
      return
    }
    if let heading = GoalHeading(text) {
      let isText = heading.rest.split(separator: " ").count > 7 || heading.rest.lowercased().contains(" will ")
      state.addHeading(
        GoalAtom(
          .heading, number: heading.number, area: isText ? nil : labels.area(heading.rest).nilIfEmpty))
      if isText {
        var goal = atom
        goal.text = heading.rest
        state.addGoal(goal, certainty: 1)
      }
      return
    }
    // "MAG #1" before "Area: Articulation" on its line.
    if text.contains("#"), let number = GoalOwnName.number(text) {
      state.addHeading(GoalAtom(.heading, number: number))
      return
    }
    if let shared = GoalSentences.sharedMethod(text) {
      for (role, value) in [(GoalRole.method, shared.method), (.schedule, shared.schedule ?? "")] where !value.isEmpty {
        var fact = GoalAtom(.fact(role), text: value, lines: atom.lines, places: atom.places)
        fact.isForAll = true
        state.parts.append(GoalParts.Part(kind: .fact(role), atom: fact))
      }
      state.isAmongObjectives = false
      return
    }
    if state.hasText, let named = labels.namedObjective(text) {
      state.isAmongObjectives = true
      state.awaits = nil
      var objective = atom
      (objective.kind, objective.number, objective.text) = (.objective, named.number, named.text)
      state.parts.append(GoalParts.Part(kind: .objective, atom: objective))
      return
    }
    if labels.isObjectivesHeading(text) {
      state.beginObjectives(of: nil)
      return
    }
    if let role = state.awaits, !CellReading.isBlank(text), !FormQuestion.isQuestion(text), prompts.suits(role, text) {
      state.awaits = nil
      if role == .objectives {
        state.isAmongObjectives = true
      } else {
        var valued = atom
        valued.kind = .fact(role)
        state.addFact(role, valued, labels: labels)
        return
      }
    }
    if let role = prompts.instruction(text) {
      if role == .objectives { state.isAmongObjectives = true } else { state.isAmongObjectives = false }
      state.awaits = role
      return
    }
    if let role = prompts.question(text), !state.isEmpty {
      state.awaits = role
      return
    }
    // A label on a line of its own.
    if text.split(separator: " ").count <= 7, !text.hasSuffix("."),
      case .role(let role, let number) = labels.meaning(of: text),
      ![.area, .number, .other, .startDate].contains(role),
      labels.values.vocabulary.goalAreaCode(of: text) == nil || role != .text
    {
      if let number { state.addHeading(GoalAtom(.heading, number: number)) }
      state.awaits = role
      return
    }
    if GoalServiceTitle.namesService(text, vocabulary: labels.values.vocabulary) {
      state.isAmongObjectives = false
      return
    }
    if let title = GoalTitle(text, vocabulary: labels.values.vocabulary) {
      state.addHeading(GoalAtom(.heading, number: title.number, area: title.area))
      return
    }
    if let title = countedTitle(text, state) {
      state.addHeading(title)
      return
    }
    if state.hasText { behindGoal(atom, &state) } else { bareGoal(atom, &state) }
  }

  /// A bullet below the heading of a goal's objectives is one of them, even where its words name an area or a label
  /// elsewhere: "• Step into snow pants", "• Climb two rungs".
  private func isBulletedStep(_ text: String, _ state: GoalPartsState) -> Bool {
    guard state.isAmongObjectives, state.hasText, state.awaits == nil, let split = RowMarks.split(text),
      !split.mark.contains(where: { $0.isLetter || $0.isNumber }), GoalHeading(split.rest) == nil,
      !Legend.isList(text), state.goesOnWithObjectives(text)
    else { return false }
    return GoalParagraph.isShortStep(split.rest)
      || GoalParagraph.isObjective(split.rest)
        && split.rest.blankSeparated.dropFirst().contains { $0.first?.isLowercase == true }
  }

  /// "a) Two details.", "2. 70 wpm.", "75% readable." below the heading of a goal's objectives.
  private func isMarkedStep(_ text: String, _ state: GoalPartsState) -> Bool {
    state.isAmongObjectives && state.hasText && ShortObjective.isListed(text) && state.goesOnWithObjectives(text)
  }

  /// "2 Repair of breakdowns" over a goal: figures that count on before titles in the form's own words.
  private func countedTitle(_ text: String, _ state: GoalPartsState) -> GoalAtom? {
    let words = text.blankSeparated
    let last = state.parts.last { $0.kind == .heading && $0.atom.number != nil }
    guard (2...7).contains(words.count), let number = Int(words[0].trimmingCharacters(".)")),
      number == (last.map { Int($0.atom.number ?? "") ?? -1 } ?? 0) + 1, last != nil || !state.hasText,
      words[1].first?.isUppercase == true, text.last?.isLetter == true, !text.contains(": "),
      let next = state.next, next.kind == .text, GoalParagraph.looksLikeGoal(next.text),
      next.text.first?.isUppercase == true, !RowMarks.isListItem(next.text)
    else { return nil }
    return GoalAtom(.heading, number: String(number), area: words.dropFirst().joined(separator: " "))
  }

  /// A paragraph without a label behind a goal: the next goal, an objective, or the rest of either.
  private func behindGoal(_ atom: GoalAtom, _ state: inout GoalPartsState) {
    let text = atom.text
    // Behind numbered objectives a goal without a number is the next one.
    if state.isAmongObjectives, state.lastObjective != nil, !RowMarks.isListItem(text),
      text.first?.isUppercase == true, let found = sentences.sentence(text)
    {
      state.isAmongObjectives = false
      var goal = atom
      (goal.text, goal.number, goal.area) = (found.text, found.number, found.lead)
      state.addGoal(goal, certainty: 0.8)
      return
    }
    if state.isNextInList(atom, labels: labels) {
      state.isAmongObjectives = false
      state.addGoal(atom, certainty: 0.7)
      return
    }
    if let found = sentences.sentence(text), !state.isAmongObjectives || found.lead != nil,
      found.lead.flatMap({ labels.values.vocabulary.goalAreaCode(of: $0) }) != nil || !RowMarks.isListItem(text)
    {
      var goal = atom
      (goal.text, goal.number, goal.area) = (found.text, found.number, found.lead)
      state.addGoal(goal, certainty: 0.9)
      return
    }
    if state.opensByArea, GoalParagraph.looksLikeGoal(text), !RowMarks.isListItem(text) {
      state.addGoal(atom, certainty: 0.9)
      return
    }
    if state.isAmongObjectives || RowMarks.isListItem(text) {
      // "* A = achieved P = progressing" explains the codes of later reports.
      if Legend.isList(text) { return }
      // Columns side by side are a table's, not a sentence.
      if (atom.lines.first?.chunks.count ?? 1) > 2 { return }
      if GoalParagraph.isObjective(text), state.goesOnWithObjectives(text) {
        state.parts.append(GoalParts.Part(kind: .objective, atom: atom))
        if let number = RowMarks.split(text).flatMap({ Int($0.mark.trimmingCharacters("().:")) }) {
          state.lastObjective = (number, atom.lines.first?.box.x0)
        }
      }
      return
    }
    state.goOn(with: atom)
  }

  /// A goal that stands as a bare paragraph, under its heading or in a list.
  private func bareGoal(_ atom: GoalAtom, _ state: inout GoalPartsState) {
    let text = atom.text
    let isNumbered = state.parts.last.map { $0.kind == .heading && $0.atom.number != nil } ?? false
    // "Goal 3", its area, and then the goal, in whatever words it is put.
    let isAwaited = state.awaitsText && text.split(separator: " ").count >= 5 && !text.hasSuffix(":")
    guard
      GoalParagraph.looksLikeGoal(text) || GoalSentences.isMeasuredStatement(text)
        || (isNumbered || isAwaited) && prompts.isStatement(text)
    else {
      return
    }
    // "Area of concern: Reading", what the student does now, and then "Goal 1. ...".
    if !GoalParagraph.looksLikeGoal(text), let next = state.next, next.kind == .heading || GoalHeading(next.text) != nil
    {
      return
    }
    let isUnderHeading =
      isAwaited || state.parts.last.map { $0.kind == .heading || $0.kind == .row || $0.kind == .fact(.area) } ?? false
    guard isUnderHeading || RowMarks.isListItem(text) || text.split(separator: " ").count > 6 else { return }
    state.addGoal(atom, certainty: isUnderHeading ? 1 : 0.7)
  }
}
