import IEPModel

/// A place among the tokens of an amount, and what the tokens before it came to.
struct DoseCursor {
  let tokens: [DoseToken]
  /// The token at hand.
  var i = 0
  /// What was understood so far.
  var atoms = DoseAtoms()

  init(_ tokens: [DoseToken]) { self.tokens = tokens }

  func word(_ at: Int) -> String? { tokens.indices.contains(at) ? tokens[at].word : nil }
  func number(_ at: Int) -> Interval? { tokens.indices.contains(at) ? tokens[at].number : nil }
  func sign(_ at: Int, _ c: Character) -> Bool { at < tokens.count && tokens[at].kind == .sign(c) }
  func isTimes(_ at: Int) -> Bool { word(at).map(DoseWords.timesWords.contains) ?? false }
  func isMinutes(_ at: Int) -> Bool {
    word(at).map { DoseWords.minuteWords.contains($0) || isJoinedM($0, at) } ?? false
  }
  func isHours(_ at: Int) -> Bool { word(at).map(DoseWords.hourWords.contains) ?? false }

  /// "20m": minutes, where a month would be "2x/m".
  private func isJoinedM(_ word: String, _ at: Int) -> Bool {
    guard word == "m", let figure = number(at - 1), figure.min >= 5 else { return false }
    return tokens[at - 1].range.upperBound == tokens[at].range.lowerBound
  }

  var isAtEnd: Bool { i >= tokens.count }

  /// Goes on behind tokens that were understood.
  mutating func took(_ count: Int) {
    let from = tokens[i].range.lowerBound
    let to = tokens[min(i + count, tokens.count) - 1].range.upperBound
    atoms.range = (atoms.range?.lowerBound ?? from)..<to
    for k in i..<min(i + count, tokens.count) {
      if case .sign = tokens[k].kind { continue }
      atoms.understood += 1
      atoms.meaningful += 1
    }
    i += count
  }

  /// "Two 20-minute sessions and one of 10 minutes": behind a part that is whole, another follows.
  mutating func joinParts() {
    if word(i) == "or" { atoms.isChoice = true }
    guard ["and", "plus"].contains(word(i)) || sign(i, "+"), !atoms.minutes.isEmpty,
      atoms.periods.isEmpty || atoms.periods.count == atoms.minutes.count || atoms.isByDays,
      atoms.counts.isEmpty || atoms.counts.count == atoms.minutes.count
    else { return }
    atoms.isSum = true
  }

  /// A count and a length have come, one of each.
  mutating func notePair() {
    if atoms.counts.count == atoms.minutes.count { atoms.pairs.insert(atoms.counts.count) }
  }

  /// "Cycle (6 days)", "cycle of 6 days": its length behind it, with the tokens that say so.
  private func cycleDays(_ at: Int) -> (days: Int, length: Int)? {
    let start = sign(at, "(") || word(at) == "of" ? at + 1 : at
    guard start > at, let n = number(start), n.isSingle, n.min.isInteger,
      case let day = sign(start + 1, "-") ? start + 2 : start + 1, DoseWords.units[word(day) ?? ""] == .day
    else { return nil }
    return (n.min.numerator, day + 1 - at)
  }

  mutating func add(
    _ unit: Period.Unit, count: Rational = 1, days: Int? = nil, adverb: Bool = false, took n: Int
  ) {
    let length = unit == .cycle && days == nil ? cycleDays(i + n) : nil
    atoms.periods.append(Period(unit, count: count, schoolDays: days ?? length?.days))
    if adverb { atoms.isAdverb = true }
    took(n + (length?.length ?? 0))
  }
}
