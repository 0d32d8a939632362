import IEPModel

/// The names that exports give to the parts of a service line, in the words of a form: a database says "SVC_FREQ_CNT"
/// where a form asks for "Sessions".
enum ServiceFieldNames {
  /// The form's word for a field's name in words; `nil` where the name says nothing certain.
  static func known(_ name: String) -> String? {
    let tokens = LabelTokens.of(name)
    let all = Set(tokens)
    guard tokens.count <= 6, all.isDisjoint(with: foreign) else { return nil }
    let words = all.subtracting([
      "service", "svc", "related", "prescribed", "planned", "plan", "projected", "iep", "of", "date", "value", "text",
      "description", "display", "name", "code", "type", "descriptor",
    ])
    let isDate = all.contains("date")
    let hasSession = !words.isDisjoint(with: ["session", "visit", "occurrence", "time"])
    if isDate || words.isSubset(of: starts.union(ends)) {
      if !words.isDisjoint(with: starts), words.count <= 2 { return "start date" }
      if !words.isDisjoint(with: ends), words.count <= 2 { return "end date" }
    }
    if words.isEmpty { return nil }
    if words == ["minutes", "each"] { return "minutes per session" }
    if words == ["hours", "each"] { return "hours per session" }
    if words.contains("minutes") || words.contains("hours") {
      if words.contains("session") { return words.contains("hours") ? "hours per session" : "minutes per session" }
      if words.contains("total") { return words.contains("hours") ? "total hours" : "total minutes" }
      return words.isSubset(of: ["minutes", "time", "amount", "duration", "length"]) ? "minutes" : nil
    }
    if !words.isDisjoint(with: ["length", "duration"]) {
      return words.isSubset(of: ["length", "duration", "session", "repeat", "time"]) && hasSession
        ? "session length" : nil
    }
    if words == ["session", "per", "period"] || words == ["session", "per"] || words == ["time", "per", "period"]
      || words == ["session", "interval", "per"]
      || words == ["time", "per"] && tokens.first == "time" && tokens.count == 2
        && name.lowercased().hasPrefix("times")
    {
      return "sessions"
    }
    // "PerWeek = 2" beside the minutes of a session.
    if words.count == 2, words.contains("per"), let period = words.first(where: { periods.contains($0) }) {
      return "sessions per " + period
    }
    if !words.isDisjoint(with: counts), hasSession || words.contains("frequency") || words == ["quantity"] {
      return "sessions"
    }
    if words == ["session"] || words == ["occurrence"] || words == ["time", "session"] { return "sessions" }
    if !words.isDisjoint(with: ["period", "unit", "interval", "per", "cycle", "every", "basis"]) {
      return words.isSubset(of: [
        "period", "unit", "interval", "per", "cycle", "every", "basis", "frequency", "session", "time", "repeat",
        "amount", "duration",
      ]) ? "period" : nil
    }
    if !words.isDisjoint(with: ["location", "setting", "place", "site", "environment", "where"]) {
      return words.count <= 2 ? "location" : nil
    }
    if !words.isDisjoint(with: [
      "provider", "role", "staff", "personnel", "whom", "performer", "responsible", "therapist", "who", "person",
    ]) {
      return words.isDisjoint(with: ["id", "number", "email", "phone", "license", "first", "last"])
        && !(all.contains("name") && !all.contains("provider")) ? "provider" : nil
    }
    if !words.isDisjoint(with: ["group", "grouping", "ratio"]) { return "group" }
    if !words.isDisjoint(with: ["delivery", "mode"]) { return "delivery" }
    return nil
  }

  private static let starts: Set<String> = [
    "start", "begin", "from", "initiation", "beginning", "commence", "since", "initiated", "init",
  ]
  private static let ends: Set<String> = [
    "end", "to", "thru", "through", "stop", "until", "ending", "expiration", "term", "termination",
  ]
  private static let periods: Set<String> = ["week", "month", "day", "quarter", "semester", "year"]
  private static let counts: Set<String> = ["count", "number", "quantity", "qty", "occurrence", "many"]
  /// What has names of its own kind.
  private static let foreign: Set<String> = [
    "goal", "student", "pupil", "child", "learner", "birth", "meeting", "review", "evaluation", "baseline",
    "objective", "parent", "school", "district", "grade", "disability", "case",
  ]
}
