/// The act by which something is to get better: what is measured wins, though it stands where a method or a measure does.
extension SlotReader {
  /// Where such an act begins, if one does at a word.
  func deed(_ reading: Reading, at index: Int, in slot: Slot, governs: Governor) -> Int? {
    if let deed = deedBehindBy(reading, at: index, in: slot, governs: governs) { return deed }
    guard governs == .change, slot != .purpose, slot != .means else { return nil }
    if slot == .target, let deed = deedThatIsCounted(reading, at: index) { return deed }
    return deedAsEvidence(reading, at: index)
  }

  /// "increases her part in class by | raising her hand", "as measured by quiz scores, by | using a planner".
  private func deedBehindBy(_ reading: Reading, at index: Int, in slot: Slot, governs: Governor) -> Int? {
    guard reading.tokens[index].code == by, isDeed(reading, at: index + 1) else { return nil }
    let mayAct =
      switch slot {
      case .method: reading.tokens[index].marks.contains(.comma)
      case .condition: !reading.starts(.means, index)
      case .target: governs == .change && !reading.starts(.means, index)
      default: false
      }
    return mayAct ? index + 1 : nil
  }

  /// "from standing by to | joining a game", "to a level of | joining", "as evidenced by | asking for help".
  private func deedAsEvidence(_ reading: Reading, at index: Int) -> Int? {
    var act = index + 1
    if let last = reading.end(of: .method, at: index) {
      guard reading.tokens[last].code == by else { return nil }
      act = last + 1
    } else if reading.starts(.infinitive, index) {
      while act < reading.tokens.count, lexicon.trie.skips(reading.tokens[act].code) { act += 1 }
      if reading.starts(.content, act) { act += 2 }
    } else {
      return nil
    }
    // "as measured by recording minutes" is the adult's, "by recording her homework" is not.
    guard isDeed(reading, at: act),
      !reading.starts(.recording, act) || holdsSchool(reading, in: piece(reading, from: act + 1))
    else { return nil }
    return act
  }

  /// "increases the time she | spends", "the number of peers he | talks with", "the prompts needed to | start", "the time |
  /// engaged": of what there is to be more or less.
  private func deedThatIsCounted(_ reading: Reading, at index: Int) -> Int? {
    let start = reading.acts.filter { $0 < index }.max() ?? 0
    guard (start..<index).contains(where: { reading.starts(.amount, $0) }) else { return nil }
    if reading.starts(.learner, index), let act = verb(reading, at: index + 1) {
      let isNeed = reading.tokens[act].code == need && reading.starts(.infinitive, act + 1)
      return isNeed ? verb(reading, at: act + 2) ?? act : act
    }
    if reading.follows(.asking, index), let last = reading.end(of: .purpose, at: index) {
      return verb(reading, at: last + 1)
    }
    let isSpent = !reading.tokens[index].marks.isDisjoint(with: [.participle, .finalIng])
    return isSpent && reading.starts(.amount, index - 1) ? verb(reading, at: index) : nil
  }

  private func verb(_ reading: Reading, at index: Int) -> Int? {
    index < reading.tokens.count && reading.verbs[index] != nil
      && reading.tokens[index].marks.isDisjoint(with: [.comma, .sentence])
      ? index : nil
  }

  private func isDeed(_ reading: Reading, at index: Int) -> Bool {
    index < reading.tokens.count && reading.tokens[index].marks.contains(.finalIng) && reading.verbs[index] != nil
  }
}
