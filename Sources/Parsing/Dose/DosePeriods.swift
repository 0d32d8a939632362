import IEPModel

/// How often: "per week", "weekly", "every other day", "6-day cycle".
enum DosePeriods {
  static func take(_ scan: inout DoseCursor) -> Bool {
    if let name = scan.word(scan.i) {
      if DoseWords.minutesPer[name] != nil { return false }
      if let unit = DoseWords.adverbs[name] {
        scan.add(unit, adverb: true, took: 1)
        return true
      }
      if ambiguous.contains(name)
        || ((name == "bi" || name == "semi")
          && ["weekly", "monthly"].contains(scan.word(scan.i + 1) ?? scan.word(scan.i + 2) ?? ""))
      {
        scan.atoms.isTwofold = true
        scan.took(name == "bi" || name == "semi" ? (scan.word(scan.i + 1) == nil ? 3 : 2) : 1)
        return true
      }
    }
    if let length = letterDay(scan) {
      scan.add(.day, count: 2, took: length)
      return true
    }
    // An introducing word or sign: per, /, a, each, every, alternate.
    var at = scan.i
    var introduced = false
    var every = false
    let saysEvery = scan.word(at) == "every"
    while let name = scan.word(at), case let isPlain = plainLeads.contains(name), isPlain || leads.contains(name),
      at < scan.i + 3
    {
      introduced = introduced || !isPlain
      every = every || name == "every" || name == "each"
      if name.hasPrefix("alternat") {
        if let unit = DoseWords.units[scan.word(at + 1) ?? ""] {
          scan.add(unit, count: 2, took: at + 2 - scan.i)
          return true
        }
      }
      at += 1
    }
    if scan.sign(at, "/") {
      introduced = true
      at += 1
      if scan.word(at) == "per" { at += 1 }
    }
    if every, scan.word(at) == "other" {
      let unitAt = ["school", "instructional"].contains(scan.word(at + 1) ?? "") ? at + 2 : at + 1
      if let unit = DoseWords.units[scan.word(unitAt) ?? ""] {
        scan.add(unit, count: 2, took: unitAt + 1 - scan.i)
        return true
      }
    }
    // "ten minutes each morning"
    if every, scan.word(at).map(partsOfDay.contains) ?? false {
      scan.add(.day, took: at + 1 - scan.i)
      return true
    }
    // "every fourth week"
    if every, let count = scan.word(at).flatMap({ ordinals[$0] }), let unit = DoseWords.units[scan.word(at + 1) ?? ""] {
      scan.add(unit, count: count, took: at + 2 - scan.i)
      return true
    }
    // "A break every 20 minutes" lasts who knows how long.
    if every, scan.number(at) != nil, scan.isMinutes(at + 1) {
      scan.took(at + 2 - scan.i)
      return true
    }
    if let next = scan.word(at), years.contains(next) {
      if next == "iep" {
        let long = ["year", "period", "term", "cycle", "duration"].contains(scan.word(at + 1) ?? "")
        if long || introduced && !isOfIEP(scan, at + 1) {
          scan.add(.iep, took: at + (long ? 2 : 1) - scan.i)
          return true
        }
      } else if let unit = DoseWords.units[scan.word(at + 1) ?? ""] {
        scan.add(unit, adverb: saysEvery, took: at + 2 - scan.i)
        return true
      }
    }
    // "per 6-day cycle", "every 2 weeks", "9 weeks", "6 day rotation".
    if let n = scan.number(at), n.isSingle {
      var unitAt = at + 1
      if scan.sign(unitAt, "-") { unitAt += 1 }
      // "one school year", "every 6 school days"
      if scan.word(unitAt) == "school", ["year", "years", "day", "days"].contains(scan.word(unitAt + 1) ?? "") {
        unitAt += 1
      }
      if let name = scan.word(unitAt), !scan.isMinutes(unitAt), let unit = DoseWords.units[name],
        DoseWords.adverbs[name] == nil,
        name.count > 1 || introduced
      {
        if unit == .day {
          var cycleAt = unitAt + 1
          if scan.word(cycleAt) == "school" { cycleAt += 1 }
          if DoseWords.units[scan.word(cycleAt) ?? ""] == .cycle {
            scan.add(.cycle, days: n.min.numerator, took: cycleAt + 1 - scan.i)
            return true
          }
          if every || (introduced && scan.word(unitAt) == "days" && !isOfWeek(scan, unitAt + 1)) {
            scan.add(.cycle, days: n.min.numerator, took: unitAt + 1 - scan.i)
            return true
          }
        } else if introduced
          || (unit == .week && (n.min == 9 || n.min == 6) && scan.atoms.minutes.count + scan.atoms.counts.count > 0
            && scan.atoms.periods.isEmpty && scan.word(scan.i - 1) != "for")
          || (scan.i == 0 && unitAt + 1 == scan.tokens.count && unit != .day && n.min.isInteger)
        {
          scan.add(unit, count: n.min, took: unitAt + 1 - scan.i)
          return true
        }
      }
    }
    if let name = scan.word(at) {
      if reports.contains(name),
        ["period", "periods", "term"].contains(scan.word(at + 1) ?? "")
      {
        scan.add(.quarter, took: at + 2 - scan.i)
        return true
      }
      if name == "session" || name == "sess" {
        if introduced {
          scan.atoms.isPerSession = true
          scan.took(at + 1 - scan.i)
          return true
        }
      }
      if let unit = DoseWords.units[name],
        introduced || (at == scan.i && name.count > 1 && !["days", "weeks", "months", "years", "mon"].contains(name))
          || (at == scan.i && scan.tokens.count - scan.i == 1)
      {
        // "Every day" in a cell of its own is "daily"; "each week" there sums up.
        scan.add(unit, adverb: saysEvery, took: at + 1 - scan.i)
        return true
      }
    }
    return false
  }

  /// "Daily / 5 days per week": the days are those of a week, no cycle.
  private static func isOfWeek(_ scan: DoseCursor, _ at: Int) -> Bool {
    if scan.word(at) == "weekly" { return true }
    let isLed = scan.sign(at, "/") || scan.word(at).map { $0 == "in" || leads.contains($0) } ?? false
    return isLed && DoseWords.units[scan.word(at + 1) ?? ""] == .week
  }

  /// "Per IEP team", "per IEP goals": a word of another kind goes on.
  private static func isOfIEP(_ scan: DoseCursor, _ at: Int) -> Bool {
    guard let word = scan.word(at), scan.tokens[at].range.lowerBound == scan.tokens[at - 1].range.upperBound + 1
    else { return false }
    return !DoseWords.all.contains(word) && !DoseWords.fillers.contains(word)
  }

  private static let ordinals: [String: Rational] = ["second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6]

  private static let partsOfDay: Set<String> = ["morning", "afternoon", "weekday"]

  /// Words that introduce a period, and those that stand before one without making it one.
  private static let leads: Set<String> = ["per", "each", "every", "a", "an", "alternate", "alternating"]
  private static let plainLeads: Set<String> = ["in", "over", "the", "during"]

  /// Twice in a period, or once in two.
  private static let ambiguous: Set<String> = ["biweekly", "bimonthly", "semiweekly", "semimonthly", "fortnightly"]
  /// What stands before "year" and the like.
  private static let years: Set<String> = ["school", "instructional", "calendar", "academic", "iep"]
  /// What stands before "period" where it is the time between two reports.
  private static let reports: Set<String> = ["grading", "marking", "reporting", "report"]

  /// "On B days", "each A day" of two kinds of days that take turns; the tokens it takes.
  private static func letterDay(_ scan: DoseCursor) -> Int? {
    var at = scan.i
    var isEach = false
    while let lead = scan.word(at), lead == "on" || lead == "each" || lead == "every", at < scan.i + 2 {
      isEach = lead != "on"
      at += 1
    }
    let day = scan.word(at + 1)
    // "25 minutes a day" is no A day.
    guard day == "day" || day == "days", scan.word(at) == "b" || scan.word(at) == "a" && (isEach || day == "days")
    else { return nil }
    return at + 2 - scan.i
  }
}
