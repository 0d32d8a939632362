import IEPModel

/// How often: "per week", "weekly", "every other day", "6-day cycle".
enum DosePeriods {
  static func take(_ scan: inout DoseCursor) -> Bool {
    if let name = scan.word(scan.i) {
      if name == "mpw" || name == "mpm" || name == "mpd" { return false }
      if let unit = DoseWords.adverbs[name] {
        scan.add(unit, adverb: true, took: 1)
        return true
      }
      if ["biweekly", "bimonthly", "semiweekly", "semimonthly", "fortnightly"].contains(name)
        || ((name == "bi" || name == "semi")
          && ["weekly", "monthly"].contains(scan.word(scan.i + 1) ?? scan.word(scan.i + 2) ?? ""))
      {
        scan.atoms.isAmbiguous = true
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
    while let name = scan.word(at),
      ["per", "each", "every", "a", "an", "alternate", "alternating", "in", "over", "the", "during"].contains(name),
      at < scan.i + 3
    {
      introduced = introduced || !["in", "the", "over", "during"].contains(name)
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
    // "A break every 20 minutes" lasts who knows how long.
    if every, scan.number(at) != nil, scan.isMinutes(at + 1) {
      scan.took(at + 2 - scan.i)
      return true
    }
    if let next = scan.word(at), ["school", "instructional", "calendar", "academic", "iep"].contains(next) {
      if next == "iep" {
        let long = ["year", "period", "term", "cycle", "duration"].contains(scan.word(at + 1) ?? "")
        if introduced || long {
          scan.add(.iep, took: at + (long ? 2 : 1) - scan.i)
          return true
        }
      } else if let unit = DoseWords.units[scan.word(at + 1) ?? ""] {
        scan.add(unit, adverb: every, took: at + 2 - scan.i)
        return true
      }
    }
    // "per 6-day cycle", "every 2 weeks", "9 weeks", "6 day rotation".
    if let n = scan.number(at), n.isSingle {
      var unitAt = at + 1
      if scan.sign(unitAt, "-") { unitAt += 1 }
      // "one school year"
      if scan.word(unitAt) == "school", ["year", "years"].contains(scan.word(unitAt + 1) ?? "") { unitAt += 1 }
      if let name = scan.word(unitAt), let unit = DoseWords.units[name], DoseWords.adverbs[name] == nil,
        name.count > 1 || introduced
      {
        if unit == .day {
          var cycleAt = unitAt + 1
          if scan.word(cycleAt) == "school" { cycleAt += 1 }
          if ["cycle", "rotation"].contains(scan.word(cycleAt) ?? "") {
            scan.add(.cycle, days: n.min.numerator, took: cycleAt + 1 - scan.i)
            return true
          }
          if every || (introduced && scan.word(unitAt) == "days") {
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
      if ["grading", "marking", "reporting", "report"].contains(name),
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
        // "Every day" in a cell of its own is "daily".
        scan.add(unit, adverb: every, took: at + 1 - scan.i)
        return true
      }
    }
    return false
  }

  /// "On B days", "each A day" of two kinds of days that take turns; the tokens it takes.
  private static func letterDay(_ scan: DoseCursor) -> Int? {
    var at = scan.i
    while ["on", "each", "every"].contains(scan.word(at) ?? ""), at < scan.i + 2 { at += 1 }
    let isDay = ["day", "days"].contains(scan.word(at + 1) ?? "")
    let isEach = at > scan.i && ["each", "every"].contains(scan.word(at - 1) ?? "")
    // "25 minutes a day" is no A day.
    guard isDay, scan.word(at) == "b" || scan.word(at) == "a" && (isEach || scan.word(at + 1) == "days") else {
      return nil
    }
    return at + 2 - scan.i
  }
}
