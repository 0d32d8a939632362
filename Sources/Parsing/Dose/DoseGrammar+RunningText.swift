import IEPModel

extension DoseGrammar {
  /// Amounts of time over a period in running text.
  public func occurrences(in text: String) -> [DoseOccurrence] {
    let tokens = DoseTokens.of(text)
    let cursor = DoseCursor(tokens)
    var result: [DoseOccurrence] = []
    var start = 0
    while start < tokens.count {
      if let goals = DoseScanner.goals(cursor, at: start) {
        start += goals
      } else if Self.mayBegin(cursor, at: start), let (end, amount) = Self.longestAmount(tokens, from: start) {
        let range = tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound
        var dose = amount
        dose.text = String(scalars: Array(text.unicodeScalars)[range])
        result.append(DoseOccurrence(range: range, dose: dose))
        start = end
      } else {
        start += 1
      }
    }
    return result
  }

  private static let openings: Set<String> = [
    "once", "twice", "thrice", "half", "up", "weekly", "daily", "monthly", "every", "each",
  ]

  /// A number, a clock time, or a word that an amount begins with.
  private static func mayBegin(_ cursor: DoseCursor, at start: Int) -> Bool {
    if case .clock = cursor.tokens[start].kind { return true }
    guard cursor.number(start) == nil else {
      // "In a group of four for 20 minutes" counts whom it is given with.
      if start >= 2, cursor.word(start - 1) == "of",
        ["group", "groups", "class", "band"].contains(cursor.word(start - 2) ?? "")
      {
        return false
      }
      // "1:1" counts whom it is given with.
      return
        !(start >= 2 && cursor.sign(start - 1, ":") && cursor.number(start - 2) != nil
        && cursor.tokens[start - 2].range.upperBound + 1 == cursor.tokens[start].range.lowerBound)
    }
    guard let word = cursor.word(start) else { return false }
    return openings.contains(word) || word == "an" && cursor.word(start + 1) == "hour"
  }

  /// An amount is a run of tokens with no strange words in between; a run must hold minutes.
  /// - Returns: the token behind it, and what it comes to.
  private static func longestAmount(_ tokens: [DoseToken], from start: Int) -> (end: Int, dose: Dose)? {
    var best: (end: Int, dose: Dose)?
    for end in start + 1...min(tokens.count, start + 22) {
      if best != nil, opensDate(tokens, at: end - 1) { break }
      let run = Array(tokens[start..<end])
      var atoms = DoseScanner.scan(run)
      // "30 minutes per week and 15 minutes per week": two amounts.
      if best != nil, atoms.areWholes { break }
      atoms.settle()
      if atoms.meaningful > atoms.understood {
        if awaitsMore(run) || best == nil && opensSpan(run) { continue }
        break
      }
      // "60 minutes per week in two sessions": the amount was whole before.
      if best != nil, run.last?.word == "in" { break }
      // "60 minutes a week with two classmates" counts whom it is given with.
      let cursor = DoseCursor(tokens)
      if best != nil, run.last?.word == "with", cursor.number(end) != nil, !cursor.isTimes(end + 1) { break }
      guard fills(run, atoms), case let dose = DoseValue(atoms, cells: 1).dose(text: ""),
        dose.minutesPerPeriod != nil, dose.period != nil
      else { continue }
      best = (end, dose)
    }
    return best
  }

  /// "20 minutes per quarter, 09-08-2025": the figure is the first of a date, not a count.
  private static func opensDate(_ tokens: [DoseToken], at index: Int) -> Bool {
    guard index + 2 < tokens.count, case let date = tokens[index...(index + 2)],
      zip(date, date.dropFirst()).allSatisfy({ $0.range.upperBound == $1.range.lowerBound }),
      tokens[index].number != nil, [.sign("-"), .sign("/")].contains(tokens[index + 1].kind),
      tokens[index + 2].number != nil
    else { return false }
    // The month and the year may read as a range: "08-2025".
    return tokens[index + 2].range.count >= 4
      || index + 3 < tokens.count && tokens[index + 3].kind == tokens[index + 1].kind
        && tokens[index + 3].range.lowerBound == tokens[index + 2].range.upperBound
  }

  /// "every other" waits for its "week".
  private static func awaitsMore(_ run: [DoseToken]) -> Bool {
    guard let last = run.last?.word else {
      // "half-" waits for its "hour".
      return run.count >= 2 && run[run.count - 2].word == "half"
    }
    // "Up" waits for its "to".
    return last == "other" || last == "up" && run.count == 1 || last.hasPrefix("alternat") || last == "half"
      || last == "an" && (run.count <= 2 || run[run.count - 2].word == "half")
  }

  /// "Over the school" waits for its "year".
  private static func opensSpan(_ run: [DoseToken]) -> Bool {
    let words = run.suffix(3).map { $0.word ?? "" }
    guard let over = words.lastIndex(of: "over") else { return false }
    return words[(over + 1)...].allSatisfy { ["the", "a", "one", "school", "whole"].contains($0) }
  }

  /// The run is minutes over a period from its first token to its last, and no more than one amount.
  private static func fills(_ run: [DoseToken], _ atoms: DoseAtoms) -> Bool {
    guard let range = atoms.range, !atoms.minutes.isEmpty, !atoms.periods.isEmpty else { return false }
    let isCount = atoms.bare.count == 1 && atoms.counts.isEmpty && atoms.bare[0].max <= 10
    return (atoms.bare.isEmpty || isCount) && range.lowerBound == run.first?.range.lowerBound
      && range.upperBound == run.last?.range.upperBound && atoms.minutes.count <= 2 && atoms.counts.count <= 2
  }
}
