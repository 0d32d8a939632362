import IEPModel

/// The words of amounts (vocabulary E.4).
enum DoseWords {
  static let minuteWords: Set<String> = ["min", "mins", "minute", "minutes", "mn"]
  static let hourWords: Set<String> = ["hr", "hrs", "hour", "hours", "h"]
  static let timesWords: Set<String> = [
    "x", "time", "times", "session", "sessions", "sess", "visit", "visits", "meeting", "meetings", "lesson", "lessons",
    "class", "classes", "xs", "trip", "trips", "ride", "rides",
  ]
  static let units: [String: Period.Unit] = [
    "day": .day, "days": .day, "d": .day, "week": .week, "weeks": .week, "wk": .week, "wks": .week, "w": .week,
    "wkly": .week,
    "month": .month, "months": .month, "mo": .month, "mon": .month, "mos": .month, "mth": .month, "m": .month,
    "quarter": .quarter, "quarters": .quarter, "qtr": .quarter, "q": .quarter, "trimester": .trimester,
    "trimesters": .trimester, "tri": .trimester,
    "semester": .semester, "semesters": .semester, "sem": .semester, "year": .year, "years": .year, "yr": .year,
    "y": .year, "annum": .year,
    "cycle": .cycle, "rotation": .cycle, "cycles": .cycle, "cyc": .cycle,
  ]
  static let adverbs: [String: Period.Unit] = [
    "daily": .day, "weekly": .week, "wkly": .week, "monthly": .month, "quarterly": .quarter, "annually": .year,
    "yearly": .year, "annual": .year, "bimestrial": .month,
  ]
  /// "MPW": minutes per week.
  static let minutesPer: [String: Period.Unit] = ["mpw": .week, "mpm": .month, "mpd": .day]
  static let fillers: Set<String> = [
    "of", "for", "at", "the", "and", "with", "in", "approx", "service", "services", "direct", "therapy", "long", "each",
    "every", "per", "a", "an", "on",
    "during", "school", "instructional", "way", "trip", "round", "student", "total", "min", "duration", "length",
    "frequency", "amount", "weeks", "iep", "x", "group", "groups", "small", "individual", "consultation", "consult",
    "indirect", "session",
    "sessions", "provided", "are", "is", "by", "to", "be", "given", "held", "delivered", "calendar", "attendance",
    "regular", "block", "blocks", "between", "trips", "mornings", "afternoons",
  ]

  /// Every word of amounts.
  static let all: Set<String> = minuteWords.union(hourWords).union(timesWords).union(units.keys).union(adverbs.keys)

  /// "1xwk", "minx2", "everyother", "perweek": two words of amounts written in one.
  static func parted(_ word: String, behindFigure: Bool, beforeFigure: Bool) -> (first: String, second: String)? {
    guard word.utf8.count > 2, !all.contains(word) else { return nil }
    if behindFigure, word.hasPrefix("x"), case let rest = String(word.dropFirst()), all.contains(rest) {
      return ("x", rest)
    }
    if beforeFigure, word.hasSuffix("x"), case let rest = String(word.dropLast()), all.contains(rest) {
      return (rest, "x")
    }
    for lead in ["every", "each", "per"] where word.hasPrefix(lead) {
      let rest = String(word.dropFirst(lead.count))
      if rest == "other" || rest.utf8.count > 1 && units[rest] != nil { return (lead, rest) }
    }
    return nil
  }
}
