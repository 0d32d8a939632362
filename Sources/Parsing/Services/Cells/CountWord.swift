import IEPModel

/// Words in place of the number of sessions: "30 | 2 | week" over "30 | total | week" and "15 | every | day".
enum CountWord {
  static func isWord(_ text: String) -> Bool {
    let word = word(text)
    return once.contains(word) || totals.contains(word)
  }

  private static let once: Set<String> = ["every", "each"]
  private static let totals: Set<String> = ["total", "tot", "ttl", "in all", "altogether"]

  private static func word(_ text: String) -> String { text.utf8.count <= 10 ? text.lowercased().trimmingBlanks : "" }

  /// The parts of an amount with such a word as what it says: a single session, or all the minutes of the period.
  static func spelledOut(_ parts: [ServiceCandidate.Part]) -> [ServiceCandidate.Part] {
    guard let count = parts.firstIndex(where: { $0.role == .sessions && isWord($0.text) }),
      let period = parts.firstIndex(where: { $0.role == .period || $0.role == .frequency })
    else { return parts }
    var parts = parts
    if once.contains(word(parts[count].text)) {
      parts[count].text = "1"
    } else {
      parts[period].text = "total per " + parts[period].text
      parts.remove(at: count)
    }
    return parts
  }
}
