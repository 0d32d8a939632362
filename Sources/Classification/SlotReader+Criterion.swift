/// How well: a number with a unit.
extension SlotReader {
  /// "with 80% accuracy", "in 4 of 5 trials", "for 10 minutes", "4/5 times": a number with a unit, after a marker or bare.
  func criterionEnd(_ reading: Reading, at index: Int) -> Int? {
    let count = reading.tokens.count
    var number = index
    var last = index
    var isMarked = false
    if let end = reading.end(of: .criterion, at: index) {
      isMarked = true
      number = end + 1
    }
    while number < count, let end = reading.end(of: .quantifier, at: number) {
      isMarked = isMarked || end > number
      number = end + 1
    }
    if isMarked, number < count, lexicon.trie.skips(reading.tokens[number].code) { number += 1 }
    guard number < count,
      reading.tokens[number].marks.contains(.number) || reading.tokens[number].code == Vocabulary.number
    else { return nil }
    last = number
    if reading.tokens[number].marks.contains(.percent) { return last }
    let next = number + 1
    guard next < count else { return isMarked && index != number ? last : nil }
    // "4/5", "4 of 5", "4 out of 5".
    if reading.tokens[next].marks.contains(.slash), reading.tokens[next].marks.contains(.number) { return next }
    if let end = reading.end(of: .ratio, at: next), end + 1 < count, reading.tokens[end + 1].code == Vocabulary.number {
      return end + 1
    }
    // "four reports out of five", "9 classes of 10".
    for place in (next + 1)..<max(next + 1, min(next + 3, count - 1)) {
      if let end = reading.end(of: .ratio, at: place), end + 1 < count,
        reading.tokens[end + 1].code == Vocabulary.number, !reading.starts(.infinitive, place)
      {
        return end + 1
      }
    }
    // "raises her share to two comments", "from 62 to 95".
    if reading.starts(.infinitive, index), number <= index + 2 { return last }
    guard isMarked else { return nil }
    for place in next..<min(next + 3, count) {
      if let unit = reading.end(of: .unit, at: place) { return max(last, unit) }
    }
    return nil
  }

  /// "... with shoulder flexion of at least 110 degrees": a function of the body with its unit is how well, wherever it
  /// stands.
  func readMeasures(_ reading: inout Reading) {
    for hit in reading.hits where functions.contains(hit.concept) && reading.slots[hit.first] != .purpose {
      // "With cues to keep the wrist extended to 20 degrees, writes ...": what the adult asks for.
      let head = reading.head ?? 0
      if hit.first < head, (0..<hit.first).contains(where: { reading.starts(.asking, $0) }) { continue }
      let near = hit.last + 1..<min(hit.last + 1 + Self.wordsToMeasure, reading.tokens.count)
      guard let number = near.first(where: { reading.tokens[$0].code == Vocabulary.number }),
        reading.starts(.bodyUnit, number + 1),
        (hit.last + 1...number).allSatisfy({ reading.tokens[$0].marks.isDisjoint(with: [.comma, .sentence, .break_]) }),
        reading.slots[hit.first] != .target
      else { continue }
      reading.fill(hit.first..<(number + 2), .criterion)
    }
  }

  /// "... as shown by a standard score of 90": a score with its number is how well, not only how it is recorded.
  func readScores(_ reading: inout Reading) {
    for hit in reading.hits where hit.concept == scores && reading.slots[hit.first] == .method {
      let near = hit.last + 1..<min(hit.last + 1 + Self.wordsToMeasure, reading.tokens.count)
      // The number of a test's edition ("GFTA-3") is none.
      guard
        let number = near.first(where: {
          reading.tokens[$0].code == Vocabulary.number && !isEdition(reading, at: $0)
        })
      else { continue }
      reading.fill(hit.first..<(number + 1), .criterion)
    }
  }

  private func isEdition(_ reading: Reading, at number: Int) -> Bool {
    reading.hits(in: max(0, number - 2)..<number).contains { reportSubjects.contains($0.concept) && $0.last == number }
  }

  /// "flexion of at least 110": how far behind the function its number may stand.
  private static let wordsToMeasure = 5
}
