import IEPModel

/// Objectives of two or three words, which say only by how much the goal's sentence is to be met by then: "70 wpm.", "5 of
/// 10.", "Two details.". They are sentences by their full stop, and objectives by the place where they stand.
enum ShortObjective {
  /// An item of a list below the heading of objectives: marked by a letter or a figure, or a measure by itself.
  static func isListed(_ text: String) -> Bool {
    guard let split = RowMarks.split(text) else { return isMeasure(text) && isStep(text) }
    let mark = split.mark.trimmingCharacters("().:")
    return (mark.utf8.count == 1 || mark.allSatisfy(\.isNumber)) && mark != "o" && isStep(split.rest)
      && mark.contains { $0.isLetter || $0.isNumber }
  }

  /// In a column, or under a label, of objectives.
  static func isStep(_ text: String) -> Bool {
    let words = text.blankSeparated
    guard text.hasSuffix("."), words.count <= 3, !text.contains(":"), !CellReading.isBlank(text) else { return false }
    if isMeasure(text) { return true }
    return words.count >= 2 && words[0].first?.isUppercase == true
      && words.dropFirst().allSatisfy { $0.first?.isUppercase != true }
      && Set(LabelTokens.words(text)).isDisjoint(with: states)
  }

  /// "60%.", "75% readable.", "15 minutes.": a share, or a figure with what it counts; no date, and no count of a list.
  private static func isMeasure(_ text: String) -> Bool {
    guard let figure = text.blankSeparated.first, figure.first?.isNumber == true, !figure.contains("/") else {
      return false
    }
    let bare = figure.trimmingCharacters(".")
    return bare.hasSuffix("%")
      || bare.allSatisfy(\.isNumber) && figure == bare && text.utf8.count > figure.utf8.count + 1
  }

  /// What a report says of an objective.
  private static let states: Set<String> = [
    "progress", "progressing", "report", "reports", "date", "met", "mastered", "achieved", "criteria", "introduced",
    "applicable", "started", "addressed", "attached", "needed", "required", "none", "continue", "continued", "see",
    "form", "page",
  ]
}
