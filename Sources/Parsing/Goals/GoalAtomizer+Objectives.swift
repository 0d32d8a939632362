import Extraction
import IEPModel

/// What stands under a label of objectives: counted, or a sentence each.
extension GoalAtomizer {
  func objectives(under fact: Fact) -> [GoalAtom] {
    [GoalAtom(objectivesOf: ObjectivesTitle(fact.label)?.goal)]
      + (decimals(fact.lines) ?? sentences(fact.lines).flatMap(atoms(of:)))
  }

  /// "1.1 six times, with model" over "1.2 nine times": counted on in small letters, where no capital shows that an item
  /// begins.
  private func decimals(_ lines: [TextLine]) -> [GoalAtom]? {
    var items: [(number: String, lines: [TextLine])] = []
    for line in lines {
      if let number = line.words.first?.text, line.words.count > 1, Self.follows(number, items.last?.number) {
        items.append((number, [TextLine(page: line.page, words: Array(line.words.dropFirst()))]))
      } else if items.isEmpty {
        return nil
      } else {
        items[items.count - 1].lines.append(line)
      }
    }
    guard items.count >= 2, items.contains(where: { $0.lines[0].text.first?.isLowercase == true }) else { return nil }
    return items.map { item in
      GoalAtom(
        .objective, text: Unwrapping.text(of: item.lines), lines: item.lines,
        places: Paragraph(lines: item.lines).places, number: item.number)
    }
  }

  /// "2.2" behind "2.1", and any goal's first behind none.
  private static func follows(_ number: String, _ last: String?) -> Bool {
    let parts = number.split(separator: ".").map { Int($0) }
    guard parts.count == 2, let goal = parts[0], let step = parts[1] else { return false }
    return last.map { $0 == "\(goal).\(step - 1)" } ?? (step == 1)
  }

  /// Objectives below one another without a mark: a sentence of what the student will do ends its line, and so does the
  /// next.
  private func sentences(_ lines: [TextLine]) -> [[TextLine]] {
    var found: [[TextLine]] = [[]]
    for line in lines {
      if found[found.count - 1].last?.text.hasSuffix(".") == true { found.append([]) }
      found[found.count - 1].append(line)
    }
    let areGoals = found.allSatisfy { lines in
      let text = Unwrapping.text(of: lines)
      return text.hasSuffix(".") && text.first?.isUppercase == true && text.contains(" will ")
        && lines.allSatisfy { $0.chunks.count == 1 && !RowMarks.isListItem($0.text) }
    }
    return areGoals ? found : [lines]
  }
}
