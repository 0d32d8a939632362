/// Names that databases write in one case, "STUDENTID", "servicename": parted where known words cover them whole.
enum CompoundNames {
  private static let words: [String] = [
    "student", "pupil", "child", "last", "first", "middle", "name", "id", "number", "num", "no", "birth", "born", "date", "of", "dob",
    "grade", "level", "school", "district", "disability", "primary", "service", "services", "svc", "type", "code", "desc", "description",
    "category", "minutes", "mins", "min", "hours", "frequency", "freq", "duration", "period", "per", "session", "sessions", "length",
    "times", "week", "weekly", "month", "location", "setting", "place", "provider", "role", "title", "staff", "start", "begin", "end",
    "from", "to", "thru", "delivery", "group", "individual", "direct", "goal", "goals", "area", "text", "statement", "baseline",
    "method", "criteria", "target", "objective", "iep", "meeting", "effective", "review", "annual", "plan", "amount", "total", "esy", "unit",
  ].sorted { ($1.count, $0) < ($0.count, $1) }

  static func parted(_ name: String) -> String? {
    guard name.utf8.count >= 5, name == name.uppercased() || name == name.lowercased(), name.allSatisfy(\.isLetter) else { return nil }
    guard let parts = cover(name.lowercased()[...]), parts.count > 1 else { return nil }
    return parts.joined(separator: " ")
  }

  private static func cover(_ rest: Substring) -> [String]? {
    if rest.isEmpty { return [] }
    for word in words where rest.hasPrefix(word) {
      if let tail = cover(rest.dropFirst(word.count)) { return [word] + tail }
    }
    return nil
  }
}
