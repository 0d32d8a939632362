import IEPModel

/// Decides what each atom is to its goal: the paragraphs without a label are goals, objectives, headings, the value of
/// the label before them or the rest of the text above.
struct GoalParts: Sendable {
  let labels: GoalLabels

  enum Kind: Sendable, Hashable {
    case heading, row, text, objective, other
    case fact(GoalRole)
  }

  struct Part: Sendable {
    var kind: Kind
    var atom: GoalAtom
    /// 0 to 1.
    var certainty = 1.0
  }

  private var sentences: GoalSentences { GoalSentences(values: labels.values) }
  private var prompts: GoalPrompts { GoalPrompts(labels: labels) }

  func parts(of atoms: [GoalAtom]) -> [Part] {
    var state = GoalPartsState()
    for (index, atom) in atoms.enumerated() {
      state.next = index + 1 < atoms.count ? atoms[index + 1] : nil
      take(atom, &state)
    }
    return state.parts
  }

  private func take(_ atom: GoalAtom, _ state: inout GoalPartsState) {
    switch atom.kind {
    case .row:
      state.parts.append(Part(kind: .row, atom: atom))
      state.isAmongObjectives = false
      state.awaits = nil
    case .heading:
      heading(atom, &state)
    case .objectivesHeading:
      state.isAmongObjectives = true
      state.awaits = nil
    case .objective:
      state.awaits = nil
      if GoalParagraph.isObjective(atom.text) { state.parts.append(Part(kind: .objective, atom: atom)) }
    case .fact(let role): fact(role, atom, &state)
    case .text: text(atom, &state)
    case .unknown:
      // "Data of four weeks: 45 %" under "Baseline" is its value.
      if let role = state.awaits {
        state.awaits = nil
        state.parts.append(Part(kind: .fact(role), atom: atom))
      }
      state.isAmongObjectives = false
    case .rest(let role):
      let kind: Kind = role == .text ? .text : .fact(role)
      if let index = state.parts.lastIndex(where: { $0.kind == kind }) {
        state.parts[index].atom.text = Unwrapping.join([state.parts[index].atom.text, atom.text])
        state.parts[index].atom.places += atom.places
      }
    case .ticks:
      if let role = state.awaits, !atom.text.isEmpty {
        state.parts.append(Part(kind: .fact(role), atom: atom))
      }
      state.awaits = nil
    }
  }

  private func heading(_ atom: GoalAtom, _ state: inout GoalPartsState) {
    state.isAmongObjectives = false
    state.awaits = nil
    state.parts.append(Part(kind: .heading, atom: atom))
  }

  private func fact(_ role: GoalRole, _ atom: GoalAtom, _ state: inout GoalPartsState) {
    state.awaits = nil
    if CellReading.isBlank(atom.text) {
      if atom.lines.isEmpty { state.awaits = role }
      return
    }
    guard role == .text else {
      // How well an objective is to be met is not the goal's.
      if state.isAmongObjectives, role == .criterion { return }
      if role == .number || role == .area || role == .schedule { state.isAmongObjectives = false }
      state.parts.append(Part(kind: role == .other ? .other : .fact(role), atom: atom))
      return
    }
    state.isAmongObjectives = false
    let (goal, objectives) = GoalParagraph.splitObjectives(atom.lines)
    var atom = atom
    if !objectives.isEmpty {
      // "Short-term objectives" between them heads the bullets.
      var lines = goal.flatMap(\.lines)
      if lines.count > 1, let last = lines.last, labels.isObjectivesHeading(last.text) { lines.removeLast() }
      atom.text = Unwrapping.text(of: lines)
      atom.places = Paragraph(lines: lines).places
    }
    goalText(atom, certainty: 1, &state)
    for objective in objectives {
      state.parts.append(Part(kind: .objective, atom: GoalAtom(paragraph: objective)))
    }
  }

  /// A goal's text; a number or heading that it begins with is not part of it.
  private func goalText(_ atom: GoalAtom, certainty: Double, _ state: inout GoalPartsState) {
    var atom = atom
    if let heading = GoalHeading(atom.text), heading.rest.split(separator: " ").count > 4 {
      atom.number = heading.number
      atom.text = heading.rest
    } else if let split = RowMarks.split(atom.text),
      split.mark.first?.isNumber == true || GoalListMark.isCapital(split.mark)
    {
      atom.number = atom.number ?? split.mark.trimmingCharacters("().:")
      atom.text = split.rest
    } else if let split = RowMarks.split(atom.text), !split.mark.contains(where: { $0.isLetter || $0.isNumber }) {
      // A bullet is no part of the goal.
      atom.text = split.rest
    }
    state.parts.append(Part(kind: .text, atom: atom, certainty: certainty))
    state.listed = atom.number.flatMap(GoalListMark.count)
    state.listedX = atom.lines.first?.box.x0
    state.lastObjective = nil
  }

  private func text(_ atom: GoalAtom, _ state: inout GoalPartsState) {
    let text = atom.text
    if let heading = GoalHeading(text) {
      let isText = heading.rest.split(separator: " ").count > 7 || heading.rest.lowercased().contains(" will ")
      self.heading(
        GoalAtom(
          .heading, number: heading.number, area: isText ? nil : labels.area(heading.rest).nilIfEmpty),
        &state)
      if isText {
        var goal = atom
        goal.text = heading.rest
        goalText(goal, certainty: 1, &state)
      }
      return
    }
    if let shared = GoalSentences.sharedMethod(text) {
      for (role, value) in [(GoalRole.method, shared.method), (.schedule, shared.schedule ?? "")] where !value.isEmpty {
        var fact = GoalAtom(.fact(role), text: value, lines: atom.lines, places: atom.places)
        fact.isForAll = true
        state.parts.append(Part(kind: .fact(role), atom: fact))
      }
      state.isAmongObjectives = false
      return
    }
    if labels.isObjectivesHeading(text) {
      state.isAmongObjectives = true
      state.awaits = nil
      return
    }
    if let role = state.awaits, !CellReading.isBlank(text), !FormQuestion.isQuestion(text), prompts.suits(role, text) {
      state.awaits = nil
      if role == .objectives {
        state.isAmongObjectives = true
      } else {
        var valued = atom
        valued.kind = .fact(role)
        fact(role, valued, &state)
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
      if let number { heading(GoalAtom(.heading, number: number), &state) }
      state.awaits = role
      return
    }
    if let title = GoalTitle(text, vocabulary: labels.values.vocabulary) {
      heading(GoalAtom(.heading, number: title.number, area: title.area), &state)
      return
    }
    if state.hasText { behindGoal(atom, &state) } else { bareGoal(atom, &state) }
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
      goalText(goal, certainty: 0.8, &state)
      return
    }
    if state.isNextInList(atom, labels: labels) {
      state.isAmongObjectives = false
      goalText(atom, certainty: 0.7, &state)
      return
    }
    if let found = sentences.sentence(text), !state.isAmongObjectives || found.lead != nil,
      found.lead.flatMap({ labels.values.vocabulary.goalAreaCode(of: $0) }) != nil || !RowMarks.isListItem(text)
    {
      var goal = atom
      (goal.text, goal.number, goal.area) = (found.text, found.number, found.lead)
      goalText(goal, certainty: 0.9, &state)
      return
    }
    if state.isAmongObjectives || RowMarks.isListItem(text) {
      // Columns side by side are a table's, not a sentence.
      if (atom.lines.first?.chunks.count ?? 1) > 2 { return }
      if GoalParagraph.isObjective(text) {
        state.parts.append(Part(kind: .objective, atom: atom))
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
    let isUnderHeading =
      isAwaited || state.parts.last.map { $0.kind == .heading || $0.kind == .row || $0.kind == .fact(.area) } ?? false
    guard isUnderHeading || RowMarks.isListItem(text) || text.split(separator: " ").count > 6 else { return }
    goalText(atom, certainty: isUnderHeading ? 1 : 0.7, &state)
  }
}
