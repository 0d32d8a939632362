/// What begins an item of a list.
enum RowMarks {
  /// "1.", "a)", "-", "•", "1.2", "Objective 1:": the mark and the rest.
  static func split(_ text: String) -> (mark: String, rest: String)? {
    let trimmed = text.trimmingBlanks
    guard let space = trimmed.firstIndex(where: \.isWhitespace) else { return nil }
    let first = String(trimmed[..<space])
    let rest = String(trimmed[space...]).trimmingBlanks
    guard !rest.isEmpty, isMark(first) else { return nil }
    return (first, rest)
  }

  static func isListItem(_ text: String) -> Bool { split(text) != nil }

  private static func isMark(_ token: String) -> Bool {
    if ["-", "–", "—", "•", "*", "▪", "●", "○", "■", "□", "◦", "·", "‣", "►", ">", "o", "❖", "➢", "✓"].contains(token) {
      return true
    }
    guard let last = token.last, last == "." || last == ")" || last == ":" else { return false }
    var core = token.dropLast()
    if core.first == "(" { core = core.dropFirst() }
    if core.isEmpty || core.count > 4 { return false }
    if core.allSatisfy({ $0.isNumber || $0 == "." }) { return core.first?.isNumber ?? false }
    if core.count == 1, let only = core.first, only.isLetter, only.isASCII { return true }
    return core.allSatisfy { "ivxIVX".contains($0) }
      || (core.count == 2 && core.first?.isNumber == true && core.last?.isLetter == true)
  }
}
