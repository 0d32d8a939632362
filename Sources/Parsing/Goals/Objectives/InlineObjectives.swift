import IEPModel

/// Objectives that a form sets behind one another in one paragraph: "1. Jo will copy a word 2. Jo will copy a line".
enum InlineObjectives {
  /// An atom an objective; the atom alone where no mark counts on.
  static func parted(_ atom: GoalAtom) -> [GoalAtom] {
    guard let first = RowMarks.split(atom.text), let number = Int(first.mark.trimmingCharacters("().:")),
      let end = first.mark.last, ".)".contains(end)
    else { return [atom] }
    var parts: [[String]] = [[]]
    for word in atom.text.blankSeparated {
      let next = number + parts.count
      // "in 1 of 2." ends a sentence.
      if parts[parts.count - 1].count >= 4, word == "\(next)\(end)",
        !Self.openers.contains(parts[parts.count - 1].last ?? "")
      {
        parts.append([])
      }
      parts[parts.count - 1].append(word)
    }
    let areWhole = parts.allSatisfy { $0.count >= 4 && $0[1].first?.isUppercase == true }
    guard parts.count >= 2, areWhole else { return [atom] }
    return parts.map { words in
      var part = atom
      part.text = words.joined(separator: " ")
      return part
    }
  }

  private static let openers: Set<String> = ["of", "in", "to", "for", "or", "and", "least", "by", "with", "at", "on"]
}
