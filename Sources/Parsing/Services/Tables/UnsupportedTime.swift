import IEPModel

/// Columns of the time that a student spends in class without special education: "General education (no special
/// education support)" beside the columns of settings in which something is given.
enum UnsupportedTime {
  /// Whether a column's label says that nothing is given in its minutes.
  static func isToldBy(_ header: String) -> Bool {
    let words = LabelTokens.words(header)
    guard words.count <= 16, !Set(words).isDisjoint(with: classes) else { return false }
    if words.contains("unsupported") { return true }
    return words.indices.contains { index in
      guard ["no", "without", "not"].contains(words[index]) else { return false }
      return words[(index + 1)...].prefix(5).contains { help.contains($0) }
    }
  }

  private static let classes: Set<String> = ["general", "regular", "gen", "reg", "mainstream", "ed", "education"]
  private static let help: Set<String> = ["support", "supports", "supported", "service", "services", "sped", "sdi"]
}
