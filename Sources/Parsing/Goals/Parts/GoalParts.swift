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

  func parts(of atoms: [GoalAtom]) -> [Part] {
    var state = GoalPartsState()
    for (index, atom) in atoms.enumerated() {
      state.next = index + 1 < atoms.count ? atoms[index + 1] : nil
      let count = state.parts.count
      take(atom, &state)
      state.keyObjectives(from: count)
    }
    return state.parts
  }

  /// "Objective #1 | String 5 beads.": a short sentence under a label of its own, with its number.
  private static func isNamed(_ objective: GoalAtom) -> Bool {
    objective.number != nil && objective.text.hasSuffix(".") && objective.text.blankSeparated.count == 3
      && objective.text.contains { $0.isLowercase } && objective.text.first?.isUppercase == true
      && !CellReading.isBlank(objective.text)
  }

  /// "2.2 with gesture, 65%": what goes on with the goal's sentence in small letters, counted as its part.
  private static func isCountedOn(_ objective: GoalAtom) -> Bool {
    objective.number?.contains(".") == true && objective.text.first?.isLowercase == true
      && objective.text.blankSeparated.count >= 2
  }

  private func take(_ atom: GoalAtom, _ state: inout GoalPartsState) {
    switch atom.kind {
    case .row:
      state.parts.append(Part(kind: .row, atom: atom))
      state.isAmongObjectives = false
      state.awaits = nil
    case .heading:
      state.addHeading(atom)
    case .objectivesHeading:
      state.beginObjectives(of: atom.goal)
    case .objective:
      state.awaits = nil
      if GoalParagraph.isObjective(atom.text) || Self.isNamed(atom)
        || atom.number != nil && GoalParagraph.isShortStep(atom.text) || Self.isCountedOn(atom)
        || ShortObjective.isStep(atom.text)
      {
        state.parts.append(Part(kind: .objective, atom: atom))
      }
      // "Objective 1" at a page's end, and its text at the next one's head.
      state.openObjective = atom.lines.isEmpty ? atom : nil
    case .fact(let role): state.addFact(role, atom, labels: labels)
    case .text: GoalUnlabelled(labels: labels).take(atom, &state)
    case .unknown:
      // "Data of four weeks: 45 %" under "Baseline" is its value.
      if let role = state.awaits {
        state.awaits = nil
        state.parts.append(Part(kind: .fact(role), atom: atom))
      }
      state.isAmongObjectives = false
    case .rest(let role):
      let kind: Kind = role == .text ? .text : .fact(role)
      // The column of the goals holds their objectives too.
      let isOfObjective = role == .text && state.endsInObjective
      if let index = state.parts.lastIndex(where: { $0.kind == (isOfObjective ? .objective : kind) }) {
        state.parts[index].atom.text = Unwrapping.join([state.parts[index].atom.text, atom.text])
        state.parts[index].atom.places += atom.places
      }
    case .unanswered: state.awaits = nil
    case .ticks:
      if let role = state.awaits, !atom.text.isEmpty {
        state.parts.append(Part(kind: .fact(role), atom: atom))
      }
      state.awaits = nil
    }
  }
}
