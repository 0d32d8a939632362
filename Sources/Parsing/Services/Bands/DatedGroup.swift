import IEPModel

/// A heading that names a group of services and the days on which they run: "School year services: 10/1/2025 to
/// 9/30/2026" over its rows, "ESY (7/6/26 - 8/6/26)".
struct DatedGroup: Sendable, Equatable {
  /// The heading without its days.
  let name: String
  let start: CalendarDate
  let end: CalendarDate

  /// - Returns: `nil` where the heading gives no two days or names no group.
  init?(_ heading: String, values: ValueReaders) {
    guard heading.utf8.count < 120, let span = values.dates.span(heading), span.start <= span.end,
      let first = values.dates.dates(in: heading).first
    else { return nil }
    let lead = String(scalars: Array(heading.unicodeScalars)[..<first.range.lowerBound])
    let name = Self.withoutLink(lead.trimmingCharacters(" :(-–—,"))
    let words = LabelTokens.words(name)
    // "Services begin 9/15/2025 and end 9/11/2026." is a sentence about all of them.
    guard (1...8).contains(words.count), !name.contains(where: \.isNumber), Self.verbs.isDisjoint(with: words),
      name.namesExtendedYear || values.vocabulary.category(ofHeading: name) != nil
        || words.contains("services") || words.contains("summer")
        || words.contains("year") && !Self.years.isDisjoint(with: words)
    else { return nil }
    (self.name, start, end) = (name, span.start, span.end)
  }

  /// "For the whole IEP year": of what a year is said.
  private static let years: Set<String> = ["school", "iep", "whole", "full", "entire", "plan", "program", "service"]

  /// Whether a line may stand over rows for the days on which they run: with the name of a group, or the days alone,
  /// "Effective 9/8/2027 to 1/31/2028".
  static func heads(_ line: String, values: ValueReaders) -> Bool {
    guard line.utf8.count < 100, line.utf8.contains(where: { $0 &- 0x30 < 10 }), values.dates.span(line) != nil else {
      return false
    }
    if DatedGroup(line, values: values) != nil { return true }
    let rest = LabelTokens.words(values.dates.removed(from: line))
    return rest.allSatisfy { ["effective", "from", "to", "through", "dates", "until", "and"].contains($0) }
  }

  private static let verbs: Set<String> = [
    "begin", "begins", "start", "starts", "run", "runs", "are", "is", "will", "continue", "take", "has", "have",
  ]

  /// "Services effective", "Services from": the words that lead to the days are no part of the name.
  private static func withoutLink(_ name: String) -> String {
    var words = name.split(separator: " ")
    while let last = words.last, ["from", "effective", "dates", "for", "in"].contains(last.lowercased()) {
      words.removeLast()
    }
    return words.joined(separator: " ").trimmingCharacters(" :(-–—,")
  }
}

extension ServiceContext {
  /// The context of the rows below a group's heading; those that have days of their own keep them.
  func under(_ group: DatedGroup, vocabulary: Vocabulary) -> ServiceContext {
    var context = under(group.name, vocabulary: vocabulary, isBand: true)
    (context.start, context.end, context.datesFillBlanks) = (group.start, group.end, true)
    return context
  }
}
