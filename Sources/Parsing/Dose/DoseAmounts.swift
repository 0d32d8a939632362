import IEPModel

/// How long and how many times: "30 minutes", "2 x 30", "twice", "an hour and 15 minutes".
enum DoseAmounts {
  /// What a school day is divided into.
  private static let lessons: Set = ["period", "periods", "block", "blocks", "segment", "segments"]

  static func take(_ scan: inout DoseCursor) -> Bool {
    if let name = scan.word(scan.i) { return named(name, &scan) }
    if case .clock(let minutes) = scan.tokens[scan.i].kind {
      scan.atoms.minutes.append(Interval(isOfSeconds(minutes, scan) ? minutes / 60 : minutes))
      scan.took(scan.isMinutes(scan.i + 1) || scan.isHours(scan.i + 1) ? 2 : 1)
      return true
    }
    guard let number = scan.number(scan.i) else { return false }
    return counted(number, &scan)
  }

  /// "2 x 30:00": no session lasts fifteen hours, so these are minutes and seconds.
  private static func isOfSeconds(_ minutes: Rational, _ scan: DoseCursor) -> Bool {
    let hours = minutes / 60
    guard hours >= 15, hours.isInteger, !scan.isHours(scan.i + 1) else { return false }
    let isCounted = scan.word(scan.i + 1) == "x" || scan.number(scan.i + 1) != nil && scan.isTimes(scan.i + 2)
    return isCounted || !scan.atoms.counts.isEmpty || !scan.atoms.bare.isEmpty && scan.isTimes(scan.i - 1)
  }

  private static let times = ["once": 1, "twice": 2, "thrice": 3]

  /// "twice", "half an hour", the "x 2" behind a length.
  private static func named(_ name: String, _ scan: inout DoseCursor) -> Bool {
    if let count = times[name] {
      scan.atoms.counts.append(Interval(Rational(count)))
      scan.took(1)
      return true
    }
    if let period = DoseWords.minutesPer[name] {
      // "MPW: 60"
      let at = scan.sign(scan.i + 1, ":") ? scan.i + 2 : scan.i + 1
      guard let n = scan.number(at), scan.atoms.minutes.isEmpty else { return false }
      scan.atoms.minutes.append(n)
      scan.atoms.isTotal = true
      scan.add(period, took: at + 1 - scan.i)
      return true
    }
    if name == "half",
      scan.isHours(scan.i + 1) || (scan.word(scan.i + 1) == "an" && scan.isHours(scan.i + 2))
        || (scan.sign(scan.i + 1, "-") && scan.isHours(scan.i + 2))
    {
      scan.atoms.minutes.append(Interval(30))
      scan.took(scan.isHours(scan.i + 1) ? 2 : 3)
      return true
    }
    if name == "an", scan.word(scan.i + 1) == "hour" {
      scan.atoms.minutes.append(Interval(60))
      scan.took(2)
      return true
    }
    if name == "x", let n = scan.number(scan.i + 1) {
      // "30 min x 2", "5x/wk x 45"
      scan.i += 1
      scan.atoms.understood += 1
      scan.atoms.meaningful += 1
      if scan.word(scan.i + 1) == "days" { return counted(n, &scan) }
      if scan.isMinutes(scan.i + 1) || scan.isHours(scan.i + 1)
        || (scan.sign(scan.i + 1, "-") && scan.isMinutes(scan.i + 2))
      {
        return take(&scan)
      }
      if scan.atoms.minutes.isEmpty, scan.atoms.counts.isEmpty, scan.atoms.bare.count == 1, !scan.atoms.periods.isEmpty,
        scan.atoms.bare[0].max <= 20, n.min >= 5
      {
        // "5/wk x 50"
        (scan.atoms.counts, scan.atoms.minutes, scan.atoms.bare) = (scan.atoms.bare, [n], [])
      } else if !scan.atoms.minutes.isEmpty && scan.atoms.counts.isEmpty {
        scan.atoms.counts.append(n)
      } else if !scan.atoms.counts.isEmpty && scan.atoms.minutes.isEmpty {
        scan.atoms.minutes.append(n)
      } else {
        scan.atoms.bare.append(n)
      }
      scan.took(1)
      return true
    }
    return false
  }

  /// A figure with the unit behind it.
  private static func counted(_ n: Interval, _ scan: inout DoseCursor) -> Bool {
    var at = scan.i + 1
    if scan.sign(at, "-") { at += 1 }
    if scan.isMinutes(at)
      || scan.word(at) == "m" && scan.number(at + 1) == nil && scan.word(at + 1) == nil && scan.tokens.count < 4
        && n.min >= 5
    {
      scan.atoms.minutes.append(n)
      scan.took(at + 1 - scan.i)
      return true
    }
    if scan.isHours(at) {
      var value = n * Rational(60)
      var used = at + 1
      if let m = scan.number(used), scan.isMinutes(used + 1) || scan.word(used + 1) == "m" {
        value = value + m
        used += 2
      } else if scan.word(used) == "and", let m = scan.number(used + 1), scan.isMinutes(used + 2) {
        value = value + m
        used += 3
      }
      scan.atoms.minutes.append(value)
      scan.took(used - scan.i)
      return true
    }
    if let period = DoseWords.minutesPer[scan.word(at) ?? ""] {
      scan.atoms.minutes.append(n)
      scan.atoms.isTotal = true
      scan.add(period, took: at + 1 - scan.i)
      return true
    }
    if scan.word(at) == "x" {
      // "6 x 9 wks": six times in nine weeks.
      if let m = scan.number(at + 1), m.isSingle, m.min > 1, !scan.isMinutes(at + 2), let name = scan.word(at + 2),
        let unit = DoseWords.units[name], DoseWords.adverbs[name] == nil, m.max < 15 || name.hasSuffix("s"),
        unit == .week || unit == .month
      {
        scan.atoms.counts.append(n)
        scan.add(unit, count: m.min, took: at + 3 - scan.i)
        return true
      }
      // "20 x 2": no session lasts two minutes.
      if let m = scan.number(at + 1), isLength(n, times: m), !scan.isMinutes(at + 2), !scan.isHours(at + 2),
        !scan.sign(at + 2, "-")
      {
        scan.atoms.minutes.append(n)
        scan.atoms.counts.append(m)
        scan.took(at + 2 - scan.i)
        return true
      }
      if let m = scan.number(at + 1), !scan.isTimes(at + 2) {
        // "2 x 30 min", "2x30": sessions, then their length.
        scan.atoms.counts.append(n)
        scan.took(at + 1 - scan.i)
        if scan.isMinutes(scan.i + 1) || scan.isHours(scan.i + 1)
          || (scan.sign(scan.i + 1, "-") && scan.isMinutes(scan.i + 2))
        {
          return take(&scan)
        }
        scan.atoms.minutes.append(m)
        scan.took(1)
        return true
      }
      if scan.number(at + 1) != nil, scan.isTimes(at + 2) {
        scan.atoms.minutes.append(n)
        scan.took(at + 1 - scan.i)
        return true
      }
      scan.atoms.counts.append(n)
      scan.took(at + 1 - scan.i)
      return true
    }
    if scan.isTimes(at) {
      // "120 minutes a month in two visits": they share the minutes.
      if ["in", "over", "into", "across"].contains(scan.word(scan.i - 1) ?? ""), !scan.atoms.minutes.isEmpty,
        !scan.atoms.periods.isEmpty
      {
        scan.atoms.isTotal = true
      }
      scan.atoms.counts.append(n)
      scan.took(at + 1 - scan.i)
      return true
    }
    // "in four or more visits"
    if scan.word(at) == "or", ["more", "fewer"].contains(scan.word(at + 1) ?? ""), scan.isTimes(at + 2),
      !scan.atoms.minutes.isEmpty
    {
      if !scan.atoms.periods.isEmpty { scan.atoms.isTotal = true }
      scan.took(at + 3 - scan.i)
      return true
    }
    if ["weeks", "wks", "months"].contains(scan.word(at) ?? "") && n.min > Rational(1)
      || scan.word(at) == "week" && n.min >= 10
    {
      scan.atoms.spans.append(n)
      scan.took(at + 1 - scan.i)
      return true
    }
    // "two 30-minute sessions": a count before a length.
    if let m = scan.number(at), m.min > n.max,
      scan.isMinutes(at + 1) || (scan.sign(at + 1, "-") && scan.isMinutes(at + 2))
    {
      scan.atoms.counts.append(n)
      scan.took(1)
      return true
    }
    // "two half-hour sessions"
    if scan.word(at) == "half", scan.isHours(at + 1) || scan.sign(at + 1, "-") && scan.isHours(at + 2) {
      scan.atoms.counts.append(n)
      scan.took(1)
      return true
    }
    if ["day", "days"].contains(scan.word(at) ?? ""), n.max <= 7 {
      scan.atoms.days = scan.atoms.days ?? scan.atoms.counts.count
      scan.atoms.counts.append(n)
      scan.took(at + 1 - scan.i)
      return true
    }
    // "1 period of 48 minutes": its length is told.
    if lessons.contains(scan.word(at) ?? ""),
      scan.word(at + 1) == "of",
      scan.number(at + 2) != nil,
      scan.isMinutes(at + 3)
    {
      // "1 period of 43 min, 5 days per week": one each time.
      if n == Interval(1) { scan.atoms.lessons.append(n) } else { scan.atoms.counts.append(n) }
      scan.took(at + 2 - scan.i)
      return true
    }
    if lessons.contains(scan.word(at) ?? "") || ["unit", "units"].contains(scan.word(at) ?? "") {
      scan.atoms.lessons.append(n)
      scan.took(at + 1 - scan.i)
      return true
    }
    if case .sign("%") = scan.tokens[min(at, scan.tokens.count - 1)].kind { return false }
    scan.atoms.bare.append(n)
    scan.took(1)
    return true
  }

  /// Whether of two figures without a unit the first is the length: "15 x 4".
  private static func isLength(_ length: Interval, times count: Interval) -> Bool {
    length.min >= 10 && count.max < 5 && count.min >= 1
  }

  /// "total", and units that stand alone.
  static func flags(_ scan: inout DoseCursor) -> Bool {
    guard let name = scan.word(scan.i) else { return false }
    if name == "total" {
      scan.atoms.isTotal = true
      scan.took(1)
      return true
    }
    // "two 40-minute class periods": of what kind they are.
    if ["class", "instructional", "school"].contains(name), scan.i > 0, scan.isMinutes(scan.i - 1),
      lessons.contains(scan.word(scan.i + 1) ?? "") || scan.isTimes(scan.i + 1)
    {
      scan.took(1)
      return flags(&scan)
    }
    // "five 45-minute periods": counted before their length.
    if lessons.contains(name), scan.i > 0, scan.isMinutes(scan.i - 1) || scan.isMinutes(scan.i - 2),
      scan.number(scan.i + 1) == nil,
      !scan.atoms.counts.isEmpty
    {
      scan.took(1)
      return true
    }
    if DoseWords.minuteWords.contains(name) || DoseWords.timesWords.contains(name) {
      // A unit behind a bare number that came before ("30 (minutes)").
      if DoseWords.minuteWords.contains(name), let last = scan.atoms.bare.popLast() { scan.atoms.minutes.append(last) }
      scan.took(1)
      return true
    }
    return false
  }
}
