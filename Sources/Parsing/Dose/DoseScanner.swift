import IEPModel

/// Tokens to atoms: the grammar of amounts (vocabulary E.4). At each token the rules are asked in turn.
enum DoseScanner {
  static func scan(_ tokens: [DoseToken]) -> DoseAtoms {
    var scan = DoseCursor(tokens)
    while !scan.isAtEnd {
      scan.notePair()
      if DoseFractions.take(&scan) || DoseClock.take(&scan) || DoseBounds.take(&scan) || DoseOrdinals.take(&scan) {
        continue
      }
      if DoseQualifiers.take(&scan) || DoseQualifiers.active(&scan) || weekdays(&scan) || DosePeriods.take(&scan)
        || DoseAmounts.take(&scan) || DoseAmounts.flags(&scan)
      {
        continue
      }
      if timetabled(&scan) || goals(&scan) { continue }
      scan.joinParts()
      if case .word(let word) = scan.tokens[scan.i].kind {
        if !DoseWords.fillers.contains(word) { scan.atoms.meaningful += 1 }
      } else if scan.tokens[scan.i].number != nil {
        scan.atoms.meaningful += 1
      }
      scan.i += 1
    }
    scan.notePair()
    // Weeks without another period are all that is told.
    if scan.atoms.periods.isEmpty { scan.atoms.bare += scan.atoms.spans }
    return scan.atoms
  }

  /// "Period 2", "Block 4": when in the day, of which the number is no amount.
  private static func timetabled(_ scan: inout DoseCursor) -> Bool {
    guard ["period", "block", "room"].contains(scan.word(scan.i) ?? ""), let number = scan.number(scan.i + 1),
      number.isSingle, number.max <= 12,
      case let next = scan.i + 2, !scan.isTimes(next), !scan.isMinutes(next), !scan.isHours(next)
    else { return false }
    scan.atoms.meaningful += 1
    scan.i += 2
    return true
  }

  /// "Goal 2: 50 minutes daily", "Goals 1, 3 and 4": which goals, of which the numbers are no amounts.
  private static func goals(_ scan: inout DoseCursor) -> Bool {
    guard let length = goals(scan, at: scan.i) else { return false }
    scan.atoms.meaningful += 1
    scan.i += length
    return true
  }

  /// How many tokens name goals by their numbers; `nil` where none do.
  static func goals(_ scan: DoseCursor, at start: Int) -> Int? {
    guard let word = scan.word(start), word == "goal" || word == "goals" else { return nil }
    var end = start + 1
    for at in start + 1..<min(start + 12, scan.tokens.count) {
      if scan.number(at) != nil {
        let isAmount = (at + 1...at + 2).contains { scan.isMinutes($0) || scan.isHours($0) } || scan.isTimes(at + 1)
        if isAmount { break }
        end = at + 1
      } else if let word = scan.word(at), word != "and" {
        break
      } else if end > start + 1, scan.sign(at, ")") || scan.sign(at, ":") || scan.sign(at, ";") {
        break
      }
    }
    return end > start + 1 ? end - start : nil
  }

  /// "Mon, Wed, Fri": how many times a week, unless that is told already.
  private static func weekdays(_ scan: inout DoseCursor) -> Bool {
    guard let days = Weekdays(scan.tokens, at: scan.i) else { return false }
    if scan.atoms.periods.isEmpty {
      if scan.atoms.counts.isEmpty { scan.atoms.counts.append(Interval(Rational(days.count))) }
      scan.atoms.periods.append(Period(.week, count: Rational(days.weeks)))
      scan.atoms.isByDays = true
    } else if scan.atoms.isByDays, scan.atoms.counts.count <= scan.atoms.minutes.count {
      // "20 min Mon, 40 min Thu": each length with its own days.
      scan.atoms.counts.append(Interval(Rational(days.count)))
    }
    scan.took(days.length)
    return true
  }
}
