import IEPModel

/// The count that leads a heading: "Table 2." of "Table 2. In the resource room", "C." of "C. Related services".
enum HeadingCount {
  /// - Returns: the heading without its count, or as it is where it has none or is nothing else.
  static func removed(from heading: String) -> String {
    let words = heading.blankSeparated
    guard let first = words.first, words.count > 1 else { return heading }
    if names.contains(first.lowercased()), isCount(words[1], isNamed: true), words.count > 2 {
      let rest = words.dropFirst(2).drop { ["-", "–", "—", ":"].contains($0) }
      return rest.isEmpty ? heading : rest.joined(separator: " ")
    }
    return isCount(first, isNamed: false) ? words.dropFirst().joined(separator: " ") : heading
  }

  /// "2.", "(b)", "IV:", "D-1."; behind what is counted also "2" and "B" alone.
  private static func isCount(_ word: String, isNamed: Bool) -> Bool {
    let core = word.trimmingCharacters("().:-–")
    let bare = core.filter { $0 != "-" }
    guard isNamed || core.count < word.count, (1...4).contains(bare.count) else { return false }
    return bare.allSatisfy(\.isNumber) || bare.allSatisfy { "IVX".contains($0) }
      || bare.count == 1 && bare.first?.isLetter == true
      || bare.count <= 3 && bare.first?.isLetter == true && bare.dropFirst().allSatisfy(\.isNumber)
  }

  /// What forms count their parts and tables by, in small letters.
  static let names: Set = [
    "table", "part", "section", "grid", "chart", "group", "box", "block", "schedule", "list", "page", "area", "article",
    "step", "chapter", "topic", "component", "unit",
  ]
}
