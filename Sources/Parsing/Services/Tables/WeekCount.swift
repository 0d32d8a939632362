import IEPModel

/// A column that tells in which weeks a service is given, beside those for minutes a day and days a week: "every", "every
/// other", "every 4th".
enum WeekCount {
  /// Of how many weeks one is meant; `nil` where the text says something else.
  static func read(_ text: String) -> Int? {
    let words = LabelTokens.words(text).filter { !["week", "weeks", "wk", "wks", "the"].contains($0) }
    if ["alternate", "alternating", "other"].contains(words.first), words.count == 1 { return 2 }
    guard let first = words.first, ["every", "each", "all"].contains(first) else { return nil }
    if words.count == 1 { return 1 }
    guard first != "all", words.count == 2 else { return nil }
    return words[1] == "other" ? 2 : ordinals[words[1]]
  }

  /// "1", "2" under "Every ... week(s)".
  static func read(_ text: String, under header: String) -> Int? {
    asksEvery(header) ? Int(text.trimmingBlanks).flatMap { (1...6).contains($0) ? $0 : nil } : read(text)
  }

  /// "Every __ week(s)"
  private static func asksEvery(_ header: String) -> Bool {
    let words = LabelTokens.words(header.replacingAll("week(s)", with: "weeks")).suffix(2)
    return words.first == "every" && ["week", "weeks"].contains(words.last)
  }

  /// "Weeks", "Amount of service | Weeks", "Every __ weeks".
  static func isAsked(by header: String) -> Bool {
    let words = LabelTokens.words(header)
    return asksEvery(header)
      || words.last == "weeks"
        && Set(words).isDisjoint(with: ["minutes", "min", "hours", "days", "per", "of", "total"])
      || words.suffix(2) == ["service", "weeks"] || words.suffix(2) == ["which", "weeks"]
  }

  private static let ordinals = [
    "2nd": 2, "second": 2, "3rd": 3, "third": 3, "4th": 4, "fourth": 4, "2": 2, "3": 3, "4": 4, "5th": 5, "6th": 6,
  ]
}

extension [ColumnTyping.Column] {
  /// The columns with the one that tells the weeks among them.
  func settlingWeeks(_ values: [[CellReading]]) -> [ColumnTyping.Column] {
    guard contains(where: { $0.role == .sessions }), !contains(where: { $0.role == .period }),
      let index = indices.first(where: {
        [nil, .frequency, .amount, .period].contains(self[$0].role) && WeekCount.isAsked(by: self[$0].header)
      }),
      case let filled = values[index].filter({ !$0.isBlank }), !filled.isEmpty,
      filled.allSatisfy({ WeekCount.read($0.text, under: self[index].header) != nil })
    else { return self }
    var columns = self
    (columns[index].role, columns[index].certainty) = (.period, 0.9)
    return columns
  }
}
