import IEPModel

/// Which weeks or days of a month: "1st & 3rd week of month", "first Monday of each month". So many times a month.
enum DoseOrdinals {
  static func take(_ scan: inout DoseCursor) -> Bool {
    var (at, count) = (scan.i, 0)
    while let length = ordinal(scan, at) {
      count += 1
      at += length
      if scan.word(at) == "and", ordinal(scan, at + 1) != nil { at += 1 }
    }
    guard count > 0, let name = scan.word(at), DoseWords.units[name] == .week || isWeekday(name) else { return false }
    at += 1
    while ["of", "in", "the", "each", "every", "a"].contains(scan.word(at) ?? "") { at += 1 }
    guard DoseWords.units[scan.word(at) ?? ""] == .month else { return false }
    if scan.atoms.periods.isEmpty {
      scan.atoms.counts.append(Interval(Rational(count)))
      scan.add(.month, took: at + 1 - scan.i)
    } else {
      scan.atoms.active = ActivePeriods(active: count, of: 4)
      scan.took(at + 1 - scan.i)
    }
    return true
  }

  private static func isWeekday(_ name: String) -> Bool { name.count > 2 && Weekdays.isName(name) }

  /// "First", "3rd": how many tokens it takes.
  private static func ordinal(_ scan: DoseCursor, _ at: Int) -> Int? {
    if let word = scan.word(at) { return ["first", "second", "third", "fourth", "last"].contains(word) ? 1 : nil }
    guard let number = scan.number(at), number.isSingle, number.max <= 4,
      ["st", "nd", "rd", "th"].contains(scan.word(at + 1) ?? "")
    else { return nil }
    return 2
  }
}
