import IEPModel

/// Parts of an hour in words: "three quarters of an hour", "an hour and a half", "one and a half hours".
enum DoseFractions {
  static func take(_ scan: inout DoseCursor) -> Bool {
    let isLed = scan.word(scan.i) == "a" || scan.word(scan.i) == "an"
    let number = scan.number(scan.i)
    let at = isLed || number != nil ? scan.i + 1 : scan.i
    if isLed || number != nil, let rest = behindHours(scan, at) {
      return take((number ?? Interval(1)) * Rational(60) + Interval(30), to: rest, &scan)
    }
    if let number, scan.word(at) == "and", scan.word(at + 1) == "a", scan.word(at + 2) == "half", scan.isHours(at + 3) {
      return take(number * Rational(60) + Interval(30), to: at + 4, &scan)
    }
    if let number, scan.word(at) == "and", let part = scan.number(at + 1), part.max < 1, scan.isHours(at + 2) {
      return take((number + part) * Rational(60), to: at + 3, &scan)
    }
    let quarter = number != nil && scan.sign(at, "-") ? at + 1 : at
    guard let name = scan.word(quarter), name == "quarter" || name == "quarters" else { return false }
    var hour = scan.sign(quarter + 1, "-") ? quarter + 2 : quarter + 1
    if scan.word(hour) == "of" { hour += 1 }
    if scan.word(hour) == "an" { hour += 1 }
    return scan.isHours(hour) && take((number ?? Interval(1)) * Rational(15), to: hour + 1, &scan)
  }

  /// "Hour and a half"; the token behind it.
  private static func behindHours(_ scan: DoseCursor, _ at: Int) -> Int? {
    scan.isHours(at) && scan.word(at + 1) == "and" && scan.word(at + 2) == "a" && scan.word(at + 3) == "half"
      ? at + 4 : nil
  }

  private static func take(_ minutes: Interval, to end: Int, _ scan: inout DoseCursor) -> Bool {
    scan.atoms.minutes.append(minutes)
    scan.took(end - scan.i)
    return true
  }
}
