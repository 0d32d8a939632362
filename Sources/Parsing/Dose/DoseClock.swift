import IEPModel

/// From when to when: "8:30-9:15", "1:00 - 1:40 pm". What lies between is the length, where none is told. And "a.m. and
/// p.m.": twice.
enum DoseClock {
  static func take(_ scan: inout DoseCursor) -> Bool {
    if let end = bothHalves(scan) {
      scan.atoms.counts.append(Interval(2))
      scan.took(end - scan.i)
      return true
    }
    guard let from = time(scan, scan.i) else { return false }
    var at = behindHalfOfDay(scan, scan.i + 1)
    let isTime = at > scan.i + 1
    if scan.sign(at, "-") || ["to", "until", "till"].contains(scan.word(at) ?? ""), let to = clock(scan, at + 1) {
      // Noon lies between.
      let length = to > from ? to - from : to - from + 720
      // No session lasts longer than a school day.
      guard length <= 480 else { return false }
      at = behindHalfOfDay(scan, at + 2)
      let isNext = scan.atoms.isByDays && scan.atoms.counts.count > scan.atoms.minutes.count
      if scan.atoms.minutes.isEmpty || isNext {
        scan.atoms.minutes.append(Interval(length))
      }
    } else if !isTime || scan.number(scan.i) != nil {
      return false
    }
    scan.took(at - scan.i)
    return true
  }

  /// "A.m. and p.m.", "AM/PM", without hours: a ride in the morning and one in the afternoon.
  private static func bothHalves(_ scan: DoseCursor) -> Int? {
    guard scan.atoms.counts.isEmpty, scan.number(scan.i - 1) == nil, clock(scan, scan.i - 1) == nil,
      case let first = behindHalfOfDay(scan, scan.i), first > scan.i,
      scan.word(first) == "and" || scan.sign(first, "/"),
      case let second = behindHalfOfDay(scan, first + 1), second > first + 1
    else { return nil }
    return second
  }

  /// "8:30", and "8" where the other end tells that it is a time.
  private static func time(_ scan: DoseCursor, _ at: Int) -> Rational? {
    if let hour = scan.number(at), hour.isSingle, hour.max <= 12, hour.min >= 1, hour.min.isInteger {
      return hour.min * 60
    }
    return clock(scan, at)
  }

  /// A time of day; "0:45" is a length.
  private static func clock(_ scan: DoseCursor, _ at: Int) -> Rational? {
    guard scan.tokens.indices.contains(at), case .clock(let minutes) = scan.tokens[at].kind, minutes >= 60,
      minutes < 1440
    else { return nil }
    return minutes
  }

  /// "am", "p.m."
  private static func behindHalfOfDay(_ scan: DoseCursor, _ at: Int) -> Int {
    guard let word = scan.word(at) else { return at }
    if word == "am" || word == "pm" { return at + 1 }
    return (word == "a" || word == "p") && scan.word(at + 1) == "m" ? at + 2 : at
  }
}
