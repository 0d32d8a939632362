import IEPModel

/// When services run, said once for many: "All services begin 9/2/2025 and end 9/1/2026.", "Start of each of the services
/// below: 9/2/2025. They continue through 9/1/2026."
struct DatesOfServices: Sendable {
  let values: ValueReaders

  struct Span: Sendable, Hashable {
    var start: CalendarDate
    var end: CalendarDate
    /// The sentence is about all services, also those of the sections that follow.
    var isForAll: Bool
    /// It is said of the services at large: "Services below are in effect from ...".
    var isOfServices: Bool
    /// It is said of lines whose own column of dates is blank too.
    var fillsBlanks: Bool
  }

  /// - Parameter text: a sentence, or a line or paragraph of several.
  func read(_ text: String) -> Span? {
    guard text.utf8.count < 200, Self.mayBeGiven(in: text), !Self.isOfOne(text) else { return nil }
    let dates = values.dates.dates(in: text, near: nil)
    guard dates.count == 2, dates[0].date <= dates[1].date else { return nil }
    let isForAll = Self.namesAll(text)
    guard
      isForAll
        || [nil, .specializedInstruction].contains(values.vocabulary.serviceCode(of: text))
          && !values.read(text).hasMinutes
    else { return nil }
    return Span(
      start: dates[0].date, end: dates[1].date, isForAll: isForAll,
      isOfServices: Self.opensWithServices(text) || Self.pointsAtServices(text) || Self.namesDatesOfServices(text)
        || Self.isOfEveryWeek(text),
      fillsBlanks: isForAll || Self.namesDatesOfServices(text))
  }

  /// "Every service below begins and ends on those same days", "All services run for the duration of this IEP": on the
  /// plan's own days.
  static func areThePlans(_ text: String) -> Bool {
    guard text.utf8.count < 300, mayBeThePlans(text), namesAll(text) else { return false }
    return planDays.contains { text.contains(inAnyCase: $0) }
  }

  /// Whether a text may say so: a cheap look. "Duration is the same as the IEP dates above unless written in the last
  /// column." does not name the services.
  static func mayBeThePlans(_ text: String) -> Bool {
    text.contains(inAnyCase: "service") || text.contains(inAnyCase: "duration") || text.contains(inAnyCase: "dates are")
  }

  /// "All services end on 11/13/26.", "Services listed here continue to 9/14/26.", beside a column of days on which they
  /// begin.
  func end(in text: String) -> CalendarDate? {
    only(in: text, led: ["end", "through", "continu", "until"], notBy: ["begin", "start", "ended"])
  }

  /// "All services begin on 11/13/26.", beside a column of days on which they end.
  func start(in text: String) -> CalendarDate? {
    only(in: text, led: ["begin", "start", "effective"], notBy: ["end", "through", "until", "began", "started"])
  }

  /// The one day that a short sentence about the services at large gives behind one of some words: "Each service starts on
  /// the date in its row and ends with this IEP on 10/12/2027."
  private func only(in text: String, led leads: [String], notBy others: [String]) -> CalendarDate? {
    guard text.utf8.count < 120, case let words = text.blankSeparated,
      let lead = words.lastIndex(where: { word in leads.contains { word.lowercased().hasPrefix($0) } }),
      case let clause = words[lead...],
      !clause.contains(where: { word in others.contains { word.lowercased().hasPrefix($0) } }),
      Self.namesAll(text) || Self.opensWithServices(text),
      case let dates = values.dates.dates(in: text, near: nil), dates.count == 1,
      values.dates.dates(in: clause.joined(separator: " "), near: nil).count == 1
    else { return nil }
    return dates[0].date
  }

  /// "Dates if different", "Start (if other than above)": a column for the few services that keep none of the common dates.
  static func asksOnlyOthers(_ label: String) -> Bool {
    guard label.contains(inAnyCase: "if ") || label.contains(inAnyCase: "other") || label.contains(inAnyCase: "unless")
    else { return false }
    let words = LabelTokens.words(label)
    return zip(words, words.dropFirst()).contains {
      ["if", "unless", "when", "where"].contains($0) && ["different", "other", "not", "differs", "else"].contains($1)
    } || zip(words, words.dropFirst()).contains { $0 == "other" && $1 == "than" }
  }

  /// Whether a text may say it: a cheap look before dates are sought.
  static func mayBeGiven(in text: String) -> Bool {
    cues.contains { text.contains(inAnyCase: $0) }
  }

  /// "Services below are in effect from ...", "The following services begin ..."
  private static func opensWithServices(_ text: String) -> Bool {
    LabelTokens.of(text).first { !fillers.contains($0) } == "service"
  }

  /// "Jo will receive the services below from ...", "The team will provide the following services from ...".
  private static func pointsAtServices(_ text: String) -> Bool {
    let words = LabelTokens.of(text)
    return words.indices.contains { index in
      guard words[index] == "service" else { return false }
      let before = words[..<index].last { !["special", "education", "related", "and", "other"].contains($0) }
      let behind = words[(index + 1)...].first
      return before.map { ["following", "these"].contains($0) } ?? false
        || behind.map { ["below", "listed", "described", "here"].contains($0) } ?? false
    }
  }

  /// "The projected beginning and ending date(s) of IEP services and modifications are ..."
  private static func namesDatesOfServices(_ text: String) -> Bool {
    let words = LabelTokens.words(text).filter { $0 != "s" }
    return words.indices.contains { index in
      guard words[index] == "date" || words[index] == "dates", index + 2 < words.count,
        ["of", "for"].contains(words[index + 1])
      else { return false }
      return words[(index + 2)...].first { !fillers.contains($0) && $0 != "iep" }?.hasPrefix("service") ?? false
    }
  }

  /// "The plan is the same in every week from ...": a timetable of one week that stands for all.
  private static func isOfEveryWeek(_ text: String) -> Bool {
    let words = LabelTokens.words(text)
    let subject = words.first { !["the", "this", "a", "weekly"].contains($0) }
    return subject.map { ["plan", "schedule", "timetable"].contains($0) } ?? false
      && zip(words, words.dropFirst()).contains { ["every", "each", "all"].contains($0) && $1.hasPrefix("week") }
  }

  private static let fillers: Set<String> = [
    "of", "the", "these", "listed", "special", "education", "related", "following", "above", "below", "other",
  ]

  private static let planDays: [StaticString] = [
    "same da", "those da", "these da", "dates of th", "duration of th", "length of th", "iep dates", "iep period",
    "date of the iep", "dates are the", "beginning and ending dates", "start and end dates", "iep beginning",
    "iep start",
  ]

  private static let cues: [StaticString] = [
    "from", "begin", "start", "dates", "effective", "run ", "in effect", "provided between", " end ", "ending",
    "continue", "through", "initiation", "appl", "services:",
  ]

  /// "This service begins on ...": of the one that the sentence before names.
  private static func isOfOne(_ text: String) -> Bool {
    let words = LabelTokens.words(text)
    return zip(words, words.dropFirst()).contains { $0 == "this" && $1 == "service" }
  }

  /// "all services", "each of the services below", "every support", "unless otherwise noted".
  static func namesAll(_ text: String) -> Bool {
    let words = LabelTokens.of(text)
    if words.contains("unless") || text.contains(inAnyCase: "and related services") { return true }
    let services: Set<String> = ["service", "line", "support", "help"]
    return words.indices.contains { index in
      guard ["all", "each", "every"].contains(words[index]) else { return false }
      return words[(index + 1)...].first { !fillers.contains($0) }.map(services.contains) ?? false
    }
  }
}
