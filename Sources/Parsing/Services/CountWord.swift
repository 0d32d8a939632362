import IEPModel

/// Words in place of the number of sessions: "30 | 2 | week" over "30 | total | week" and "15 | every | day".
enum CountWord {
  static func isWord(_ text: String) -> Bool {
    text.utf8.count <= 8 && words.contains(text.lowercased().trimmingBlanks)
  }

  private static let words: Set<String> = ["total", "in all", "every", "each"]

  /// The parts of an amount with such a word and the period beside it in one: "every day".
  static func joined(_ parts: [ServiceCandidate.Part]) -> [ServiceCandidate.Part] {
    guard let count = parts.firstIndex(where: { $0.role == .sessions && isWord($0.text) }),
      let period = parts.firstIndex(where: { $0.role == .period || $0.role == .frequency })
    else { return parts }
    var parts = parts
    parts[period].text = parts[count].text + " " + parts[period].text
    parts.remove(at: count)
    return parts
  }
}
