/// Days of the week that say how often: "Mon, Wed, Fri", "Tuesdays and Thursdays", "every other Friday", "M-F".
struct Weekdays: Sendable, Hashable {
  /// Days a week.
  var count: Int
  /// Every so many weeks: 2 for "every other Friday".
  var weeks: Int
  /// Tokens that say it.
  var length: Int

  private static let names: [String: Int] = [
    "monday": 1, "mondays": 1, "mon": 1, "tuesday": 2, "tuesdays": 2, "tue": 2, "tues": 2, "wednesday": 3,
    "wednesdays": 3, "wed": 3, "weds": 3, "thursday": 4, "thursdays": 4, "thu": 4, "thur": 4, "thurs": 4, "friday": 5,
    "fridays": 5, "fri": 5,
  ]
  /// "M-F", "T/Th": letters joined by signs.
  private static let letters: [String: Int] = ["m": 1, "t": 2, "tu": 2, "w": 3, "th": 4, "r": 4, "f": 5]
  private static let runs: [String: Int] = ["mwf": 3, "tth": 2, "tr": 2, "mtwthf": 5, "mtwrf": 5]

  /// Whether a text is the name of a day of the week and nothing else.
  static func isName(_ text: String) -> Bool { names[text.lowercased()] != nil }

  /// The columns that are days of one week, each named or lettered in its turn: "M | T | W | Th | F".
  static func columns(named headers: [String]) -> Range<Int> {
    let days = headers.map { header -> Int? in
      let word = header.trimmingCharacters(".").lowercased()
      return names[word] ?? letters[word]
    }
    for (start, first) in days.enumerated() where first != nil {
      var end = start + 1
      while end < days.count, let last = days[end - 1], let next = days[end], last < next { end += 1 }
      // A letter or two may stand for anything.
      if end - start >= 4 { return start..<end }
    }
    return 0..<0
  }

  /// What begins at a token; `nil` where no day of the week does.
  init?(_ tokens: [DoseToken], at start: Int) {
    var index = start
    weeks = 1
    while let word = Self.word(tokens, index),
      ["every", "each", "on", "other", "alternate", "alternating"].contains(word)
    {
      if word == "other" || word.hasPrefix("alternat") { weeks = 2 }
      index += 1
    }
    if let word = Self.word(tokens, index), let days = Self.runs[word] {
      (count, length) = (days, index + 1 - start)
      return
    }
    var days: Set<Int> = []
    var end = index
    let isLettered = Self.isLettered(tokens, index, isLed: index > start)
    while let word = Self.word(tokens, index), let day = (isLettered ? Self.letters : Self.names)[word] {
      // "/mon" is a month.
      if word == "mon", days.isEmpty, index > 0, tokens[index - 1].kind == .sign("/") { return nil }
      if let last = days.max(), end < index, Self.spans(tokens[index - 1]), day > last {
        days.formUnion(last...day)
      } else {
        days.insert(day)
      }
      end = index + 1
      index = end
      while index < tokens.count, Self.joins(tokens[index]) { index += 1 }
    }
    guard !days.isEmpty else { return nil }
    // "mon" alone is a month as well as a day, unless another day is named.
    let others = tokens.indices.contains { !(start..<end).contains($0) && Self.isNamed(tokens[$0]) }
    if days == [1], end - start == 1, Self.word(tokens, start) == "mon", !others { return nil }
    (count, length) = (days.count, end - start)
  }

  /// Letters that can only be days: joined by a sign ("T/Th") or "and", three in their turn ("M, W, F"), two behind "on".
  private static func isLettered(_ tokens: [DoseToken], _ index: Int, isLed: Bool) -> Bool {
    guard let first = word(tokens, index).flatMap({ letters[$0] }), index + 1 < tokens.count else { return false }
    if [.sign("-"), .sign("/")].contains(tokens[index + 1].kind) {
      return word(tokens, index + 2).flatMap { letters[$0] } != nil
    }
    var (days, at) = ([first], index + 1)
    // "Tu", "Th" are hardly anything else.
    var isJoined = (word(tokens, index)?.count ?? 0) > 1
    while let word = word(tokens, at) {
      if let day = letters[word], let last = days.last, last < day { days.append(day) } else if word != "and" { break }
      isJoined = isJoined || word == "and" || word == "th" || word == "tu"
      at += 1
    }
    return days.count > 2 || days.count == 2 && (isJoined || isLed)
  }

  private static func isNamed(_ token: DoseToken) -> Bool {
    token.word.map { names[$0] != nil && $0 != "mon" } ?? false
  }

  private static func word(_ tokens: [DoseToken], _ at: Int) -> String? { at < tokens.count ? tokens[at].word : nil }

  /// "Monday - Friday", "Monday through Friday": the days between count too.
  private static func spans(_ token: DoseToken) -> Bool {
    token.kind == .sign("-") || token.word.map { ["to", "through", "thru"].contains($0) } ?? false
  }

  private static func joins(_ token: DoseToken) -> Bool {
    if let word = token.word { return word == "and" || spans(token) }
    return [.sign("/"), .sign("-"), .sign("+")].contains(token.kind)
  }
}
