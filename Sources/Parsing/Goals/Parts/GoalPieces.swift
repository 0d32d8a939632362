import IEPModel

/// A goal that the form takes in pieces, a label over each: "Condition | Behavior | Criteria | Timeline". Together they
/// are one sentence, in the order of print.
enum GoalPieces {
  enum Piece: Sendable, Hashable { case condition, behavior, criterion, timeline }

  /// Which piece a label asks for; `nil` where it asks for something else.
  static func piece(_ label: String) -> Piece? {
    let words = LabelTokens.of(label)
    // "Area of Need: Behavior" is a fact of its own.
    guard (1...7).contains(words.count), !label.trimmingColon.contains(":") else { return nil }
    func names(_ set: Set<String>) -> Bool { !set.isDisjoint(with: words) }
    if names(["condition", "given", "circumstance"]) { return .condition }
    if names(["behavior", "behaviour", "skill", "action", "performance", "will", "student", "task"]),
      !names(["present"])
    {
      return .behavior
    }
    if names(["criteria", "criterion", "mastery", "accuracy", "degree", "well", "measurement"]) { return .criterion }
    return names(["timeline", "timeframe", "frame", "when", "by"]) ? .timeline : nil
  }

  /// The pieces among labelled cells, where they make up a goal: what the student will do, and under what condition or
  /// how well.
  static func pieces(_ cells: [(label: Cell, value: Cell?)]) -> [(piece: Piece, cell: Cell)]? {
    let found = cells.compactMap { label, value in
      value.flatMap { value in piece(label.text).map { (piece: $0, cell: value) } }
    }
    let kinds = found.map(\.piece)
    guard Set(kinds).count == kinds.count, kinds.contains(.behavior), kinds.contains(.condition) || kinds.count >= 3,
      let behavior = found.first(where: { $0.piece == .behavior }), GoalParagraph.looksLikeGoal(behavior.cell.text)
    else { return nil }
    // A date alone under "Timeline" is when the goal is to be met, and no word of its sentence.
    return found.filter { $0.piece != .timeline || $0.cell.text.first?.isLowercase == true }
  }

  /// The pieces as the goal's text.
  static func text(of pieces: [(piece: Piece, cell: Cell)]) -> GoalAtom {
    let lines = pieces.flatMap(\.cell.lines)
    return GoalAtom(
      .fact(.text), text: Unwrapping.join(pieces.map(\.cell.text)), lines: [], places: Paragraph(lines: lines).places)
  }
}
