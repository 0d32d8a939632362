import IEPModel

/// The goals that a sentence says a service serves.
extension Clauses {
  /// "Goals 1 and 3", "(goal 2)".
  static func goals(in sentence: String) -> String? {
    let words = sentence.replacingAll("oal(s)", with: "oals").split { $0 == " " || $0 == "(" }.map(String.init)
    guard
      let index = words.firstIndex(where: {
        let word = $0.lowercased().trimmingCharacters(punctuation)
        return word == "goal" || word == "goals" || word.hasPrefix("goal") && word.contains("#")
      })
    else {
      return nil
    }
    var taken: [String] = []
    for (position, word) in words.enumerated().dropFirst(index + 1) {
      let bare = word.trimmingCharacters(punctuation + "#")
      if bare.isEmpty { continue }
      let isNumber =
        Int(bare) != nil || bare.count <= 2 && bare.first?.isNumber == true || !GoalNumbers.read(bare).isEmpty
      // "Goal 1, 30 minutes": the next figure is an amount.
      let next = position + 1 < words.count ? words[position + 1].lowercased() : ""
      if isNumber, !taken.isEmpty, ["min", "hour", "hr", "time"].contains(where: next.hasPrefix) { break }
      guard isNumber || ["and", "&", "#", "no", "nos", "s"].contains(bare.lowercased()) else { break }
      taken.append(bare)
      // "(Goal 1): 50 minutes": the list ends with its bracket.
      if word.contains(where: { ");:".contains($0) }) { break }
    }
    while let last = taken.last, ["and", "&"].contains(last.lowercased()) { taken.removeLast() }
    let text = taken.filter { !["no", "nos", "s", "#"].contains($0.lowercased()) }.joined(separator: " ")
    return GoalNumbers.read(text).isEmpty ? nil : text
  }

  /// "Goals 1 and 3" and nothing else.
  static func isGoals(_ text: String) -> Bool {
    let words = LabelTokens.of(text)
    let fillers: Set<String> = [
      "goal", "annual", "number", "and", "s", "support", "supports", "serve", "serves", "address", "addresses",
      "linked", "related", "to", "for",
    ]
    return words.contains { $0.hasPrefix("goal") } && goals(in: text) != nil
      && words.allSatisfy { fillers.contains($0) || $0.utf8.count <= 3 && $0.contains(where: \.isNumber) }
  }
}
