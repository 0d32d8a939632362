import Extraction
import IEPModel

/// Where the reading of a goals section stands: the parts so far, and what they let expect of the next paragraph.
struct GoalPartsState {
  var parts: [GoalParts.Part] = []
  /// The label whose value stands in the paragraph that follows.
  var awaits: GoalRole?
  var isAmongObjectives = false
  /// The last goal's mark in a numbered list, and where its lines begin in points.
  var listed: Int?
  var listedX: Double?
  /// The mark of the last of its objectives, and where that begins.
  var lastObjective: (number: Int, x: Double?)?
  /// An objective of which only the label came so far.
  var openObjective: GoalAtom?
  /// The goal that a title names for the objectives under it.
  private var objectivesOf: String?
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

  /// An area or a number came right before this, perhaps with the target date, as they did before the goal above: they
  /// open the next one.
  var opensByArea: Bool {
    let opening: Set<GoalParts.Kind> = [.fact(.area), .fact(.number), .fact(.targetDate)]
    let own = Set(parts.reversed().prefix { opening.contains($0.kind) }.map(\.kind))
    guard !own.isDisjoint(with: [.fact(.area), .fact(.number)]), let text = parts.lastIndex(where: { $0.kind == .text })
    else { return false }
    return Set(parts[..<text].reversed().prefix { opening.contains($0.kind) }.map(\.kind)) == own
  }

  /// "2. By May, Jo will ..." behind goal 1 and its objectives, which may be numbered too: the number counts the goals
  /// on, and does not count the objectives on, stands where the goals begin, or is followed by what follows a goal.
  func isNextInList(_ atom: GoalAtom, labels: GoalLabels) -> Bool {
    guard let last = listed, let split = RowMarks.split(atom.text),
      GoalListMark.count(split.mark.trimmingCharacters("().:")) == last + 1,
      GoalParagraph.looksLikeGoal(split.rest) || GoalSentences.isMeasuredStatement(split.rest)
    else { return false }
    guard isAmongObjectives, let objective = lastObjective, objective.number == last else { return true }
    if let x = atom.lines.first?.box.x0, let goals = listedX, let own = objective.x, abs(goals - own) > 6 {
      return abs(x - goals) < abs(x - own)
    }
    guard let next = next else { return false }
    switch next.kind {
    case .fact, .objectivesHeading: return true
    case .text: return labels.isObjectivesHeading(next.text)
    default: return false
    }
  }

  /// The last part is an objective whose sentence does not end.
  var endsInObjective: Bool {
    guard let last = parts.last, last.kind == .objective, let end = last.atom.text.last else { return false }
    return !".!?".contains(end)
  }

  /// Whether a text can be the next of the goal's objectives: where those are marked or say what a student will do, so is
  /// it, and does so.
  func goesOnWithObjectives(_ text: String) -> Bool {
    func isMarked(_ text: String) -> Bool { RowMarks.isListItem(text) || text.contains(inAnyCase: " will ") }
    let own = parts.reversed().prefix { ![.text, .heading, .row].contains($0.kind) }
    // "D. Statement of the committee" behind "1)", "2)" and "3)" is the next part of the form.
    if let mark = RowMarks.split(text)?.mark, GoalListMark.isCapital(mark),
      let last = own.first(where: { $0.kind == .objective }),
      RowMarks.split(last.atom.text)?.mark.first?.isNumber == true, !text.contains(inAnyCase: " will ")
    {
      return false
    }
    guard !isMarked(text), let last = own.first(where: { $0.kind == .objective }) else { return true }
    return last.atom.number == nil && !isMarked(last.atom.text)
  }

  /// The rest of a goal or objective that a page's end or a cell cut.
  mutating func goOn(with atom: GoalAtom) {
    guard let last = parts.last, last.kind == .text || last.kind == .objective,
      let end = last.atom.text.last, !".!?".contains(end),
      atom.text.first?.isLowercase == true || atom.text.first?.isNumber == true
    else { return }
    parts[parts.count - 1].atom.text = Unwrapping.join([last.atom.text, atom.text])
    parts[parts.count - 1].atom.places += atom.places
  }

  /// The text of an objective whose label stood at the end of the page before; `false` where the atom is none.
  mutating func completeObjective(with atom: GoalAtom) -> Bool {
    guard let open = openObjective, let page = open.places.first?.page, atom.places.first?.page == page + 1,
      GoalParagraph.isObjective(atom.text), GoalHeading(atom.text) == nil, goesOnWithObjectives(atom.text)
    else { return false }
    openObjective = nil
    var whole = atom
    (whole.kind, whole.number) = (.objective, open.number)
    parts.append(GoalParts.Part(kind: .objective, atom: whole))
    return true
  }

  /// - Parameter goal: the number of the goal that the title of the objectives names.
  mutating func beginObjectives(of goal: String?) {
    isAmongObjectives = true
    awaits = nil
    objectivesOf = goal ?? objectivesOf
  }

  /// Gives the objectives at `start` and behind it to the goal of their title, until something else begins.
  mutating func keyObjectives(from start: Int) {
    guard let goal = objectivesOf else { return }
    for index in parts.indices[start...] {
      if parts[index].kind == .objective { parts[index].atom.goal = goal } else { objectivesOf = nil }
    }
  }

  mutating func addHeading(_ atom: GoalAtom) {
    isAmongObjectives = false
    awaits = nil
    openObjective = nil
    parts.append(GoalParts.Part(kind: .heading, atom: atom))
  }

  mutating func addFact(_ role: GoalRole, _ atom: GoalAtom, labels: GoalLabels) {
    awaits = nil
    if CellReading.isBlank(atom.text) {
      if atom.lines.isEmpty { awaits = role }
      return
    }
    guard role == .text else {
      // How well an objective is to be met is not the goal's.
      let objective = parts.indices.suffix(2).last { parts[$0].kind == .objective }
      if role == .criterion, isAmongObjectives || objective != nil {
        if let objective { parts[objective].atom.criterion = parts[objective].atom.criterion ?? atom.text }
        return
      }
      if role == .number || role == .area || role == .schedule { isAmongObjectives = false }
      parts.append(GoalParts.Part(kind: role == .other ? .other : .fact(role), atom: atom))
      return
    }
    isAmongObjectives = false
    let (goal, objectives) = GoalParagraph.splitObjectives(
      atom.lines, isHeading: { labels.labels.exact($0.trimmingColon).contains(.objectives) })
    var atom = atom
    if !objectives.isEmpty {
      // "Short-term objectives" between them heads the bullets.
      var lines = goal.flatMap(\.lines)
      if lines.count > 1, let last = lines.last, labels.isObjectivesHeading(last.text) { lines.removeLast() }
      atom.text = Unwrapping.text(of: lines)
      atom.places = Paragraph(lines: lines).places
    }
    addGoal(atom, certainty: 1)
    for objective in objectives {
      parts.append(GoalParts.Part(kind: .objective, atom: GoalAtom(paragraph: objective)))
    }
  }

  /// A goal's text; a number or heading that it begins with is not part of it.
  mutating func addGoal(_ atom: GoalAtom, certainty: Double) {
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
    parts.append(GoalParts.Part(kind: .text, atom: atom, certainty: certainty))
    listed = atom.number.flatMap(GoalListMark.count)
    listedX = atom.lines.first?.box.x0
    lastObjective = nil
  }
}
