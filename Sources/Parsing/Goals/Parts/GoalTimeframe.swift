import IEPModel

/// The day by which a goal's own sentence says it is to be met.
struct GoalTimeframe: Sendable {
  let dates: DateReader
  /// The plan's own dates, to resolve two-digit years.
  var near: CalendarDate?

  /// The full date of the timeframe where the form has no field for it: "By 12/9/2026, ...". What a date says of the
  /// present ("As of 9/9/2025, ...") is none.
  func date(in text: String) -> CalendarDate? {
    let scalars = Array(text.unicodeScalars)
    /// The last four words before a date.
    func words(before offset: Int) -> [String] {
      String(scalars: scalars[max(0, offset - 40)..<offset]).lowercased().split { !$0.isLetter }.suffix(4).map(
        String.init)
    }
    /// "... for his change. By 1/29/2027, he will": a sentence begins with it.
    func opensSentence(before offset: Int) -> Bool {
      String(scalars: scalars[max(0, offset - 6)..<offset]).hasSuffix(". By ")
    }
    // The timeframe leads the goal; a date further on belongs to its criterion or its baseline.
    let found = dates.dates(in: text, near: near).map { (date: $0.date, at: $0.range.lowerBound) }
      .filter { $0.at < 90 || opensSentence(before: $0.at) || words(before: $0.at).last == "by" }
    guard let first = found.first else { return nil }
    // "(9/1/2025 - 8/31/2026) Jo will ..." ends on the second.
    if first.at <= 1, let close = scalars.prefix(40).firstIndex(of: ")"), scalars.first == "(",
      let span = dates.span(String(scalars: scalars[1..<close]))
    {
      return span.end
    }
    // "Between 9/1/2025 and 5/14/2026" ends on the second.
    if found.count > 1, words(before: first.at).last == "between", words(before: found[1].at).last == "and" {
      return found[1].date
    }
    let named = found.first {
      let words = words(before: $0.at)
      return !Self.until.isDisjoint(with: words) && Self.since.isDisjoint(with: words)
        && words.last != "from" && !(words.last == "of" && words.contains("as"))
    }
    if let named { return named.date }
    // "By the end of the 2026-27 school year (June 11, 2027)": a date in brackets says which day that is.
    let isInBrackets = first.at > 0 && scalars[first.at - 1] == "("
    if isInBrackets, words(before: first.at).last == "year",
      String(scalars: scalars[..<first.at]).lowercased().contains("end of")
    {
      return first.date
    }
    return Self.since.union(Self.counted).isDisjoint(with: words(before: first.at)) ? first.date : nil
  }

  private static let until: Set = ["by", "before", "until", "through", "end", "than", "review", "due", "date", "to"]
  private static let since: Set = ["since", "starting", "beginning", "began", "assessed", "tested"]
  /// What is counted from a date does not end on it: "Within a year of 5/14/2025".
  private static let counted: Set = ["from", "of", "given", "between"]
}
