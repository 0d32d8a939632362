import Extraction
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

  func parts(of atoms: [GoalAtom]) -> [Part] {
    var state = State()
    for (index, atom) in atoms.enumerated() {
      state.next = index + 1 < atoms.count ? atoms[index + 1] : nil
      take(atom, &state)
    }
    return state.parts
  }

  private struct State {
    var parts: [Part] = []
    /// The label whose value stands in the paragraph that follows.
    var awaits: GoalRole?
    var isAmongObjectives = false
    /// The last goal's mark in a numbered list, and where its lines begin in points.
    var listed: Int?
    var listedX: Double?
    /// The mark of the last of its objectives, and where that begins.
    var lastObjective: (number: Int, x: Double?)?
    /// What comes after the atom at hand.
    var next: GoalAtom?

    /// A goal's text came since the last heading or row.
    var hasText: Bool {
      for part in parts.reversed() {
        if part.kind == .text { return true }
        if part.kind == .heading || part.kind == .row { return false }
      }
      return false
    }
    var isEmpty: Bool { !parts.contains { $0.kind != .other } }

    /// A heading with a goal's number came, and since then nothing but the goal's area or number.
    var awaitsText: Bool {
      for part in parts.reversed() {
        switch part.kind {
        case .heading: return part.atom.number != nil
        case .fact(.area), .fact(.number), .fact(.targetDate), .other: continue
        default: return false
        }
      }
      return false
    }
  }

  private func take(_ atom: GoalAtom, _ state: inout State) {
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
      if Self.isObjective(atom.text) { state.parts.append(Part(kind: .objective, atom: atom)) }
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

  private func heading(_ atom: GoalAtom, _ state: inout State) {
    state.isAmongObjectives = false
    state.awaits = nil
    state.parts.append(Part(kind: .heading, atom: atom))
  }

  private func fact(_ role: GoalRole, _ atom: GoalAtom, _ state: inout State) {
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
    let (goal, objectives) = Self.splitObjectives(atom.lines)
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
  private func goalText(_ atom: GoalAtom, certainty: Double, _ state: inout State) {
    var atom = atom
    if let heading = GoalHeading(atom.text), heading.rest.split(separator: " ").count > 4 {
      atom.number = heading.number
      atom.text = heading.rest
    } else if let split = RowMarks.split(atom.text), split.mark.first?.isNumber == true || Self.isCapital(split.mark) {
      atom.number = atom.number ?? split.mark.trimmingCharacters("().:")
      atom.text = split.rest
    } else if let split = RowMarks.split(atom.text), !split.mark.contains(where: { $0.isLetter || $0.isNumber }) {
      // A bullet is no part of the goal.
      atom.text = split.rest
    }
    state.parts.append(Part(kind: .text, atom: atom, certainty: certainty))
    state.listed = atom.number.flatMap(Self.count)
    state.listedX = atom.lines.first?.box.x0
    state.lastObjective = nil
  }

  private func text(_ atom: GoalAtom, _ state: inout State) {
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
    if let role = state.awaits, !CellReading.isBlank(text), !FormQuestion.isQuestion(text), suits(role, text) {
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
    if let role = instruction(text) {
      if role == .objectives { state.isAmongObjectives = true } else { state.isAmongObjectives = false }
      state.awaits = role
      return
    }
    if let role = question(text), !state.isEmpty {
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
    let hasText = state.hasText
    // Behind numbered objectives a goal without a number is the next one.
    if hasText, state.isAmongObjectives, state.lastObjective != nil, !RowMarks.isListItem(text),
      text.first?.isUppercase == true, let found = sentences.sentence(text)
    {
      state.isAmongObjectives = false
      var goal = atom
      (goal.text, goal.number, goal.area) = (found.text, found.number, found.lead)
      goalText(goal, certainty: 0.8, &state)
      return
    }
    if hasText, isNextInList(atom, state) {
      state.isAmongObjectives = false
      goalText(atom, certainty: 0.7, &state)
      return
    }
    if hasText, let found = sentences.sentence(text), !state.isAmongObjectives || found.lead != nil,
      found.lead.flatMap({ labels.values.vocabulary.goalAreaCode(of: $0) }) != nil || !RowMarks.isListItem(text)
    {
      var goal = atom
      (goal.text, goal.number, goal.area) = (found.text, found.number, found.lead)
      goalText(goal, certainty: 0.9, &state)
      return
    }
    if hasText, state.isAmongObjectives || RowMarks.isListItem(text) {
      // Columns side by side are a table's, not a sentence.
      if (atom.lines.first?.chunks.count ?? 1) > 2 { return }
      if Self.isObjective(text) {
        state.parts.append(Part(kind: .objective, atom: atom))
        if let number = RowMarks.split(text).flatMap({ Int($0.mark.trimmingCharacters("().:")) }) {
          state.lastObjective = (number, atom.lines.first?.box.x0)
        }
      }
      return
    }
    if hasText {
      goesOn(atom, &state)
      return
    }
    // A goal that stands as a bare paragraph, under its heading or in a list.
    let isNumbered = state.parts.last.map { $0.kind == .heading && $0.atom.number != nil } ?? false
    // "Goal 3", its area, and then the goal, in whatever words it is put.
    let isAwaited = state.awaitsText && text.split(separator: " ").count >= 5 && !text.hasSuffix(":")
    guard
      Self.looksLikeGoal(text) || GoalSentences.isMeasuredStatement(text)
        || (isNumbered || isAwaited) && isStatement(text)
    else {
      return
    }
    let isUnderHeading =
      isAwaited || state.parts.last.map { $0.kind == .heading || $0.kind == .row || $0.kind == .fact(.area) } ?? false
    guard isUnderHeading || RowMarks.isListItem(text) || text.split(separator: " ").count > 6 else { return }
    goalText(atom, certainty: isUnderHeading ? 1 : 0.7, &state)
  }

  /// What stands right under a goal's number is the goal, however vague: "Improve mobility."
  private func isStatement(_ text: String) -> Bool {
    let bare = RowMarks.split(text)?.rest ?? text
    return text.split(separator: " ").count >= 2 && !CellReading.isBlank(text) && !FormQuestion.isQuestion(text)
      && labels.meaning(of: text) == nil && bare.first?.isUppercase == true
      && labels.values.dates.date(text, near: nil) == nil
  }

  /// Whether a paragraph can be the value of an open label: a blank for a date is not filled by a sentence.
  private func suits(_ role: GoalRole, _ text: String) -> Bool {
    switch role {
    case .targetDate, .startDate: text.utf8.count <= 40 && labels.values.dates.date(text, near: nil) != nil
    case .number: text.utf8.count <= 8
    case .area: text.split(separator: " ").count <= 10
    case .schedule, .responsible, .other: !Self.looksLikeGoal(text)
    default: true
    }
  }

  /// "BASELINE. What can the student do today?": a label, and what the form asks there.
  private func instruction(_ text: String) -> GoalRole? {
    guard let dot = text.firstIndex(where: { $0 == "." || $0 == ":" }), text[..<dot].split(separator: " ").count <= 4
    else {
      return nil
    }
    let label = String(text[..<dot])
    let rest = String(text[text.index(after: dot)...]).trimmingBlanks
    guard label == label.uppercased(), label.contains(where: \.isLetter),
      case .role(let role, nil) = labels.meaning(of: label),
      let first = rest.split(separator: " ").first?.lowercased().trimmingCharacters("(")
    else { return nil }
    let asks: Set<String> = [
      "what", "how", "which", "who", "when", "where", "describe", "include", "state", "list", "required", "use",
      "explain",
      "write", "name", "give", "enter", "check", "choose", "only", "must", "should",
    ]
    return asks.contains(first) ? role : nil
  }

  /// "How will progress toward this goal be measured? (check all that apply)": what the boxes or lines below answer.
  private func question(_ text: String) -> GoalRole? {
    guard text.utf8.count <= 140 else { return nil }
    var bare = text
    if let bracket = bare.firstIndex(of: "(") { bare = String(bare[..<bracket]) }
    bare = bare.trimmingBlanks
    guard bare.hasSuffix("?") || bare.utf8.count < text.utf8.count || text.hasSuffix(":") else { return nil }
    return labels.labels.matches(bare.trimmingCharacters("?:")).first { $0.score >= 0.85 && $0.role != .text }?.role
  }

  /// The figure that a mark counts with: 2 of "2", "II.2" and "3.2".
  private static func count(_ mark: String) -> Int? {
    if isCapital(mark), let letter = mark.unicodeScalars.first(where: { $0.isLetter }) { return Int(letter.value) - 64 }
    return mark.split(separator: ".").last.flatMap { Int($0) }
  }

  /// "A.", "B)": a capital that counts goals.
  private static func isCapital(_ mark: String) -> Bool {
    let bare = mark.trimmingCharacters("().:")
    return bare.count == 1 && bare.first.map { $0.isUppercase && $0.isASCII } ?? false
  }

  /// "2. By May, Jo will ..." behind goal 1 and its objectives, which may be numbered too: the number counts the goals
  /// on, and does not count the objectives on, stands where the goals begin, or is followed by what follows a goal.
  private func isNextInList(_ atom: GoalAtom, _ state: State) -> Bool {
    guard let last = state.listed, let split = RowMarks.split(atom.text),
      Self.count(split.mark.trimmingCharacters("().:")) == last + 1,
      Self.looksLikeGoal(split.rest) || GoalSentences.isMeasuredStatement(split.rest)
    else { return false }
    guard state.isAmongObjectives, let objective = state.lastObjective, objective.number == last else { return true }
    if let x = atom.lines.first?.box.x0, let goals = state.listedX, let own = objective.x, abs(goals - own) > 6 {
      return abs(x - goals) < abs(x - own)
    }
    guard let next = state.next else { return false }
    switch next.kind {
    case .fact, .objectivesHeading: return true
    case .text: return labels.isObjectivesHeading(next.text)
    default: return false
    }
  }

  /// The rest of a goal or objective that a page's end or a cell cut.
  private func goesOn(_ atom: GoalAtom, _ state: inout State) {
    guard let last = state.parts.last, last.kind == .text || last.kind == .objective,
      let end = last.atom.text.last, !".!?".contains(end),
      atom.text.first?.isLowercase == true || atom.text.first?.isNumber == true
    else { return }
    state.parts[state.parts.count - 1].atom.text = Unwrapping.join([last.atom.text, atom.text])
    state.parts[state.parts.count - 1].atom.places += atom.places
  }

  /// A sentence of what a student will do.
  static func looksLikeGoal(_ text: String) -> Bool {
    // What is said behind its sentence ("Progress will be counted over four weeks") does not make it less a goal.
    let lowered = " " + GoalSentences.mainSentence(text).lowercased() + " "
    let asks: Set<String> = ["what", "how", "describe", "explain", "indicate", "specify", "include"]
    return lowered.contains(" will ") && text.split(separator: " ").count >= 4 && !text.hasSuffix("?")
      && !text.hasSuffix("?)")
      && !asks.contains(lowered.split(separator: " ").first.map(String.init) ?? "")
      && !GoalSentences.isPlacement(" " + text.lowercased() + " ") && !GoalSentences.isService(lowered)
      && !GoalSentences.isForLater(lowered)
      && ![
        " will be measured", "annual goals must", "progress will be", " will be provided to parent", "the team will",
        "parents will", " will be reported",
      ].contains(where: lowered.contains)
  }

  static func isObjective(_ text: String) -> Bool {
    let bare = RowMarks.split(text)?.rest ?? text
    let lowered = bare.lowercased()
    return bare.split(separator: " ").count >= 4 && !CellReading.isBlank(bare)
      && (bare != bare.uppercased() || lowered.contains(" will ") || lowered.contains(" in ") && bare.hasSuffix("."))
      && !lowered.contains("progress report") && !lowered.contains("report of progress") && !lowered.hasSuffix("?")
  }

  /// A cell's goal and the bullets under it.
  private static func splitObjectives(_ lines: [TextLine]) -> (goal: [Paragraph], objectives: [Paragraph]) {
    let paragraphs = Paragraph.join(lines)
    guard paragraphs.count > 1,
      let first = paragraphs.indices.dropFirst().first(where: { RowMarks.isListItem(paragraphs[$0].text) })
    else { return (paragraphs, []) }
    return (Array(paragraphs[..<first]), Array(paragraphs[first...]))
  }
}
