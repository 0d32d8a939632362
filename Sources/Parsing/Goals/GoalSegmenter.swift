import Extraction
import IEPModel

/// Atoms to drafts: finds where each goal begins and gathers its parts.
///
/// Every goal page repeats itself: what stands before the first goal's text (a number, an area, a baseline) stands before
/// each of the others too. So a goal begins with the first atom, behind the text of the one before, that is of a kind seen
/// before the first text, or with the next text where none is.
struct GoalSegmenter: Sendable {
  let labels: GoalLabels

  func drafts(of atoms: [GoalAtom]) -> [GoalDraft] {
    let all = GoalParts(labels: labels).parts(of: atoms.filter { $0.goal == nil || $0.kind == .objectivesHeading })
    let parts = all.filter { $0.atom.goal == nil }
    let keyed =
      atoms.filter { $0.goal != nil && $0.kind != .objectivesHeading } + all.map(\.atom).filter { $0.goal != nil }
    let texts = parts.indices.filter { parts[$0].kind == .text }
    guard let first = texts.first else { return [] }
    var leading = Set(parts[..<first].map(\.kind)).subtracting([.objective])
    // "Present level" over several goals opens each no more than the "Baseline" behind their texts does.
    let levels = parts.indices.filter { parts[$0].kind == .fact(.baseline) }
    if levels.contains(where: { $0 > first && !parts[$0].atom.isPresentLevel }),
      levels.prefix(while: { $0 < first }).allSatisfy({ parts[$0].atom.isPresentLevel })
    {
      leading.remove(.fact(.baseline))
    }
    // What the first goal has before its heading.
    let head = parts[..<first].firstIndex { $0.kind == .heading || $0.kind == .row } ?? 0
    let beforeHeading = Set(parts[..<head].map(\.kind))
    let isLedByArea = Self.isLedByArea(parts, texts: texts)
    var starts = [0]
    for (text, next) in zip(texts, texts.dropFirst()) {
      var start = boundary(parts, after: text, before: next, leading: leading)
      if parts[start].kind == .heading || parts[start].kind == .row {
        while start - 1 > text, beforeHeading.contains(parts[start - 1].kind) { start -= 1 }
        if isLedByArea { start = Self.areaBefore(start, of: parts, behind: text) ?? start }
      }
      starts.append(start)
    }
    let cuts = starts.enumerated().map { index, start in
      parts[start..<(index + 1 < starts.count ? starts[index + 1] : parts.count)]
    }
    var drafts = cuts.map(draft)
    // "Domain: Reading" over a table holds for all rows of it.
    let isOverTables = cuts.contains { !Self.areaBeforeRow($0).isEmpty } && !cuts.contains(where: Self.hasAreaInRow)
    if isOverTables {
      for index in drafts.indices.dropFirst() where drafts[index].area == nil {
        drafts[index].area = drafts[index - 1].area
      }
    }
    // "Area of concern: Motor" over goals 1 and 2 holds for both.
    if beforeHeading.contains(.fact(.area)) {
      for index in drafts.indices.dropFirst() where drafts[index].area == nil {
        drafts[index].area = drafts[index - 1].area
      }
    }
    for atom in keyed {
      guard let index = Self.index(of: atom.goal, in: drafts) else { continue }
      switch atom.kind {
      case .fact(let role): fill(role, atom, into: &drafts[index])
      case .objective where GoalParagraph.isObjective(atom.text), .text:
        drafts[index].objectives.append(objective(atom))
      default: break
      }
    }
    share(parts.filter(\.atom.isForAll), among: &drafts)
    return drafts
  }

  /// The goal of a number; where the form numbers none of them, by its place.
  private static func index(of goal: String?, in drafts: [GoalDraft]) -> Int? {
    if let index = drafts.firstIndex(where: { $0.number == goal }) { return index }
    guard drafts.allSatisfy({ $0.number == nil }), let count = goal.flatMap({ Int($0) }),
      drafts.indices.contains(count - 1)
    else { return nil }
    return count - 1
  }

  /// Each goal's heading but the first has an area right before it, and the last goal none behind its text: there the
  /// area opens a goal, though that of the first one was not found.
  private static func isLedByArea(_ parts: [GoalParts.Part], texts: [Int]) -> Bool {
    guard texts.count >= 2, let last = texts.last, !parts[last...].contains(where: { $0.kind == .fact(.area) }) else {
      return false
    }
    return zip(texts, texts.dropFirst()).allSatisfy { text, next in
      let heading = parts[text..<next].firstIndex { $0.kind == .heading || $0.kind == .row }
      return heading.map { parts[$0].atom.area == nil && areaBefore($0, of: parts, behind: text) != nil } ?? false
    }
  }

  /// The area before a heading, with nothing but the present level between.
  private static func areaBefore(_ heading: Int, of parts: [GoalParts.Part], behind text: Int) -> Int? {
    let between = parts[(text + 1)..<heading].reversed().prefix { [.fact(.baseline), .other].contains($0.kind) }
    let area = heading - between.count - 1
    return area > text && parts[area].kind == .fact(.area) ? area : nil
  }

  /// Gives all goals what the page says of them together.
  private func share(_ parts: [GoalParts.Part], among drafts: inout [GoalDraft]) {
    for part in parts {
      guard case .fact(let role) = part.kind else { continue }
      for index in drafts.indices { fill(role, part.atom, into: &drafts[index]) }
    }
  }

  private static func areaBeforeRow(_ parts: ArraySlice<GoalParts.Part>) -> [GoalParts.Part] {
    guard let row = parts.firstIndex(where: { $0.kind == .row }) else { return [] }
    return parts[..<row].filter { $0.kind == .fact(.area) || $0.kind == .heading && $0.atom.area != nil }
  }

  private static func hasAreaInRow(_ parts: ArraySlice<GoalParts.Part>) -> Bool {
    guard let row = parts.firstIndex(where: { $0.kind == .row }) else { return true }
    return parts[row...].contains { $0.kind == .fact(.area) }
  }

  /// Where the goal whose text is at `next` begins.
  private func boundary(
    _ parts: [GoalParts.Part], after text: Int, before next: Int, leading: Set<GoalParts.Kind>
  ) -> Int {
    let between = (text + 1)..<next
    if let heading = between.first(where: { [.row, .heading].contains(parts[$0].kind) }) { return heading }
    // A number or an area opens a goal wherever the first goal has them before its text.
    if let opener = between.first(where: { index in
      leading.contains(parts[index].kind) && (parts[index].kind == .fact(.number) || parts[index].kind == .fact(.area))
    }) {
      return opener
    }
    let taken = Set(parts[..<text].reversed().prefix { $0.kind != .text }.map(\.kind))
    return between.first { leading.contains(parts[$0].kind) && taken.contains(parts[$0].kind) } ?? next
  }

  private func draft(_ parts: ArraySlice<GoalParts.Part>) -> GoalDraft {
    var draft = GoalDraft()
    for part in parts {
      let atom = part.atom
      draft.certainty = min(draft.certainty, part.certainty)
      switch part.kind {
      case .heading:
        // "Goal 4 - Self-care" under "Occupational therapy": its own heading names the area.
        if draft.number == nil, atom.number != nil, let own = atom.area, !own.contains(" will ") { draft.area = own }
        draft.number = draft.number ?? atom.number
        draft.area = draft.area ?? atom.area
      case .row, .other: break
      case .text:
        draft.text = atom.text
        draft.textPlaces = atom.places
        draft.number = draft.number ?? atom.number
        draft.area = draft.area ?? atom.area
      case .objective: draft.objectives += InlineObjectives.parted(atom).map(objective)
      case .fact(let role): fill(role, atom, into: &draft)
      }
    }
    draft.objectives = Self.counted(draft.objectives)
    draft.number = draft.number ?? parts.lazy.filter { $0.kind == .fact(.area) }.compactMap(\.atom.number).first
    draft.area = draft.area ?? parts.lazy.compactMap(\.atom.areaOver).first
    return draft.whole
  }

  /// Objectives that bare figures count, "1 Given ..." before "2 Given ...", with the figure as their number.
  private static func counted(_ objectives: [Objective]) -> [Objective] {
    let counted = objectives.enumerated().map { index, objective -> Objective? in
      let figure = "\(index + 1) "
      guard objective.number == nil, objective.text.hasPrefix(figure) else { return nil }
      var bare = objective
      (bare.number, bare.text) = (String(index + 1), String(objective.text.dropFirst(figure.count)))
      return bare.text.first?.isUppercase == true ? bare : nil
    }
    let all = counted.compactMap { $0 }
    // "1 Use ...", alone in its list, is counted where the form puts a verb behind the figure.
    let isSure = all.count >= 2 || (all.first?.text.blankSeparated.count ?? 0) >= 5
    return isSure && all.count == objectives.count ? all : objectives
  }

  private func objective(_ atom: GoalAtom) -> Objective {
    let split = RowMarks.split(atom.text)
    var objective = Objective(text: split?.rest ?? atom.text)
    objective.number = atom.number?.trimmingCharacters("().:# ")
    if objective.number == nil, let mark = split?.mark.trimmingCharacters("().:"),
      mark.first?.isNumber == true || mark.last?.isNumber == true
        || (mark.count == 1 && mark.first?.isLetter == true && mark != "o")
    {
      objective.number = mark
    }
    objective.criterion = atom.criterion
    objective.provenance = atom.places
    return objective
  }

  /// A date on the last line of a cell, apart from what the cell says.
  private func splitDate(_ atom: GoalAtom) -> (text: String, date: String?) {
    guard atom.lines.count >= 2, let last = atom.lines.last?.text, labels.values.dates.date(last, near: nil) != nil
    else {
      return (atom.text, nil)
    }
    let words = LabelTokens.words(atom.lines[atom.lines.count - 2].text)
    let isLead = ["by", "mastery", "date", "target"].contains(words.last ?? "")
    let kept = atom.lines.dropLast(isLead && atom.lines.count > 2 ? 2 : 1)
    return (Unwrapping.text(of: Array(kept)), last)
  }

  /// "Academic", "Functional": a domain of many areas.
  private func isBroad(_ area: String) -> Bool {
    let domains: Set<String> = [
      "academic", "academics", "functional", "transition", "other", "developmental", "curriculum", "learning", "and",
    ]
    let words = LabelTokens.words(area)
    return !words.isEmpty && words.allSatisfy(domains.contains)
  }

  private func fill(_ role: GoalRole, _ atom: GoalAtom, into draft: inout GoalDraft) {
    let value = atom.text
    switch role {
    case .number:
      let number = GoalHeading(value) ?? GoalHeading("Goal " + value)
      draft.number = draft.number ?? number?.number ?? value.trimmingCharacters("#. ")
      if let rest = number?.rest, !rest.isEmpty { draft.area = draft.area ?? rest }
    case .area:
      // "Goal area: Academic", and then "Skill area: Reading".
      // A title that names no area ("INSTRUCTIONAL PLAN Goal # 1") yields to one that is asked for.
      let isKnown = labels.values.vocabulary.goalAreaCode(of: value) != nil
      if draft.area.map({
        isBroad($0) && !isBroad(value) || isKnown && labels.values.vocabulary.goalAreaCode(of: $0) == nil
      }) ?? true {
        draft.area = value
      }
    case .baseline:
      // A label that names the baseline outweighs one of the present level.
      if draft.baseline == nil || draft.hasPresentLevel && !atom.isPresentLevel {
        draft.baseline = value
        draft.hasPresentLevel = atom.isPresentLevel
      }
    case .criterion: draft.criterion = draft.criterion ?? value
    case .method, .schedule:
      // "Clinic log" over "11/3/2026": the cell holds when as well as how.
      let (text, date) = splitDate(atom)
      if let date { draft.targetDate = draft.targetDate ?? date }
      if role == .method { draft.method = draft.method ?? text } else { draft.schedule = draft.schedule ?? text }
    case .responsible: draft.responsible = draft.responsible ?? value
    case .targetDate:
      draft.opensWithTimeline = draft.opensWithTimeline || draft.condition == nil && draft.text.isEmpty
      draft.targetDate = draft.targetDate ?? value
    case .condition: draft.condition = draft.condition ?? value
    case .text, .objectives, .startDate, .other: break
    }
  }
}
