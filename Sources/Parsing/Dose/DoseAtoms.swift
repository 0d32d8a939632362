import IEPModel

/// The parts of an amount: what the parser makes of the tokens before their value is worked out.
struct DoseAtoms: Sendable {
  var minutes: [Interval] = []
  var counts: [Interval] = []
  /// Numbers without a unit.
  var bare: [Interval] = []
  /// "2 blocks", "1 period": sessions where their length is told, of unknown length where it is not.
  var lessons: [Interval] = []
  /// "for 36 weeks" beside a period: how long the service lasts is no part of its amount.
  var spans: [Interval] = []
  var periods: [Period] = []
  /// The period was an adverb ("weekly"), which means one session where no count is given.
  var isAdverb = false
  /// "total": the minutes are those of the whole period.
  var isTotal = false
  /// "per session", "each session".
  var isPerSession = false
  var active: ActivePeriods?
  var qualifier: Dose.Qualifier?
  var isAmbiguous = false
  /// Units whose length is not told ("3 units per week").
  var isOfUnknownLength = false
  /// Tokens that were understood, of all that carry meaning.
  var understood = 0
  var meaningful = 0
  /// Scalars from the first understood token to the last.
  var range: Range<Int>?

  var isEmpty: Bool {
    minutes.isEmpty && counts.isEmpty && periods.isEmpty && qualifier == nil && bare.isEmpty && lessons.isEmpty
      && !isOfUnknownLength
  }

  mutating func merge(_ other: DoseAtoms) {
    minutes += other.minutes
    counts += other.counts
    bare += other.bare
    lessons += other.lessons
    periods += other.periods
    isAdverb = isAdverb || other.isAdverb
    isTotal = isTotal || other.isTotal
    isPerSession = isPerSession || other.isPerSession
    active = active ?? other.active
    qualifier = qualifier ?? other.qualifier
    isAmbiguous = isAmbiguous || other.isAmbiguous
    understood += other.understood
    meaningful += other.meaningful
  }

  /// Counts lessons as sessions where their minutes are told: "5 days a week, 2 periods a day (47 minutes)".
  mutating func settleLessons() {
    guard let number = lessons.first else { return }
    lessons = []
    guard !minutes.isEmpty else {
      // "3 units per week": how often is told, how long is not.
      isOfUnknownLength = true
      return
    }
    if counts.isEmpty {
      counts = [number]
    } else if counts.count == 1, periods.contains(where: { $0.unit == .day }),
      periods.contains(where: { $0.unit != .day })
    {
      counts = [counts[0] * number]
    } else if counts != [number] {
      isAmbiguous = true
    }
  }
}

/// Tokens to atoms: the grammar of amounts (vocabulary E.4).
struct DoseScanner {
  private static let minuteWords: Set<String> = ["min", "mins", "minute", "minutes", "mn", "minuts"]
  private static let hourWords: Set<String> = ["hr", "hrs", "hour", "hours", "h"]
  private static let timesWords: Set<String> = [
    "x", "time", "times", "session", "sessions", "sess", "visit", "visits", "meeting", "meetings", "lesson", "lessons",
    "class", "classes", "xs",
  ]
  private static let units: [String: Period.Unit] = [
    "day": .day, "days": .day, "d": .day, "week": .week, "weeks": .week, "wk": .week, "wks": .week, "w": .week,
    "wkly": .week,
    "month": .month, "months": .month, "mo": .month, "mon": .month, "mos": .month, "mth": .month, "m": .month,
    "quarter": .quarter, "quarters": .quarter, "qtr": .quarter, "q": .quarter, "trimester": .trimester,
    "trimesters": .trimester, "tri": .trimester,
    "semester": .semester, "semesters": .semester, "sem": .semester, "year": .year, "years": .year, "yr": .year,
    "y": .year, "annum": .year,
    "cycle": .cycle, "rotation": .cycle, "cycles": .cycle,
  ]
  private static let adverbs: [String: Period.Unit] = [
    "daily": .day, "weekly": .week, "wkly": .week, "monthly": .month, "quarterly": .quarter, "annually": .year,
    "yearly": .year, "annual": .year, "bimestrial": .month,
  ]
  private static let fillers: Set<String> = [
    "of", "for", "at", "the", "and", "with", "in", "approx", "service", "services", "direct", "therapy", "long", "each",
    "every", "per", "a", "an", "on",
    "during", "school", "instructional", "way", "trip", "round", "student", "total", "min", "duration", "length",
    "frequency", "amount", "weeks", "iep", "x", "group", "individual", "consultation", "consult", "indirect", "session",
    "sessions", "provided", "are", "is", "by", "to", "be", "given", "held", "delivered", "calendar", "attendance",
    "regular", "block", "blocks", "trips", "mornings", "afternoons",
  ]

  /// Every word of amounts.
  static let words: Set<String> = minuteWords.union(hourWords).union(timesWords).union(units.keys).union(adverbs.keys)

  let tokens: [DoseToken]
  private var i = 0
  private var atoms = DoseAtoms()

  init(_ tokens: [DoseToken]) { self.tokens = tokens }

  private func word(_ at: Int) -> String? { tokens.indices.contains(at) ? tokens[at].word : nil }
  private func number(_ at: Int) -> Interval? { at < tokens.count ? tokens[at].number : nil }
  private func sign(_ at: Int, _ c: Character) -> Bool { at < tokens.count && tokens[at].kind == .sign(c) }
  private func isTimes(_ at: Int) -> Bool { word(at).map(Self.timesWords.contains) ?? false }
  private func isMinutes(_ at: Int) -> Bool { word(at).map(Self.minuteWords.contains) ?? false }
  private func isHours(_ at: Int) -> Bool { word(at).map(Self.hourWords.contains) ?? false }

  private mutating func took(_ count: Int) {
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

  static func scan(_ tokens: [DoseToken]) -> DoseAtoms {
    var scanner = DoseScanner(tokens)
    return scanner.run()
  }

  private mutating func run() -> DoseAtoms {
    while i < tokens.count {
      if qualifier() || active() || weekdays() || period() || amount() || flags() { continue }
      if case .word(let word) = tokens[i].kind {
        if !Self.fillers.contains(word) { atoms.meaningful += 1 }
      } else if tokens[i].number != nil {
        atoms.meaningful += 1
      }
      i += 1
    }
    // Weeks without another period are all that is told.
    if atoms.periods.isEmpty { atoms.bare += atoms.spans }
    return atoms
  }

  private mutating func qualifier() -> Bool {
    let next = [word(i), word(i + 1), word(i + 2)]
    func take(_ qualifier: Dose.Qualifier, _ count: Int) -> Bool {
      atoms.qualifier = atoms.qualifier ?? qualifier
      took(count)
      return true
    }
    if next[0] == "up", next[1] == "to" { return take(.upTo, 2) }
    if next[0] == "no", next[1] == "more", next[2] == "than" { return take(.upTo, 3) }
    if next[0] == "not", next[1] == "to", next[2] == "exceed" { return take(.upTo, 3) }
    if next[0] == "maximum" || next[0] == "max" { return take(.upTo, next[1] == "of" ? 2 : 1) }
    if next[0] == "at", next[1] == "least" { return take(.atLeast, 2) }
    if next[0] == "minimum" { return take(.atLeast, next[1] == "of" ? 2 : 1) }
    if next[0] == "approximately" || next[0] == "about" || next[0] == "approx" { return take(.approximately, 1) }
    if sign(i, "~") { return take(.approximately, 1) }
    if next[0] == "as", ["needed", "appropriate", "determined", "necessary", "available"].contains(next[1]) {
      return take(.asNeeded, 2)
    }
    if next[0] == "when", ["needed", "available", "necessary"].contains(next[1]) { return take(.asNeeded, 2) }
    if next[0] == "upon", next[1] == "request" { return take(.asNeeded, 2) }
    if ["prn", "varies", "variable", "tbd"].contains(next[0]) { return take(.asNeeded, 1) }
    return false
  }

  /// "3 out of 4 weeks", "3 of every 4 weeks", "first 3 weeks of each month".
  private mutating func active() -> Bool {
    if word(i) == "first", let k = number(i + 1), word(i + 2) == "weeks",
      let rest = (i + 3..<min(i + 7, tokens.count)).first(where: { word($0) == "month" })
    {
      atoms.active = ActivePeriods(active: k.min.numerator, of: 4)
      took(rest - i + 1)
      return true
    }
    guard let k = number(i), k.min.isInteger else { return false }
    var at = i + 1
    while ["out", "of", "every", "each", "weeks", "the"].contains(word(at) ?? "") && at < i + 5 { at += 1 }
    guard at > i + 1, word(i + 1) == "out" || word(i + 1) == "of", let n = number(at),
      ["weeks", "week", "wks"].contains(word(at + 1) ?? ""), k.min < n.min
    else { return false }
    atoms.active = ActivePeriods(active: k.min.numerator, of: n.min.numerator)
    took(at + 2 - i)
    return true
  }

  /// "Mon, Wed, Fri": how many times a week, unless that is told already.
  private mutating func weekdays() -> Bool {
    guard let days = Weekdays(tokens, at: i) else { return false }
    if atoms.periods.isEmpty {
      if atoms.counts.isEmpty { atoms.counts.append(Interval(Rational(days.count))) }
      atoms.periods.append(Period(.week, count: Rational(days.weeks)))
    }
    took(days.length)
    return true
  }

  private mutating func add(
    _ unit: Period.Unit, count: Rational = 1, days: Int? = nil, adverb: Bool = false, took n: Int
  ) {
    atoms.periods.append(Period(unit, count: count, schoolDays: days))
    if adverb { atoms.isAdverb = true }
    took(n)
  }

  private mutating func period() -> Bool {
    if let name = word(i) {
      if name == "mpw" || name == "mpm" || name == "mpd" { return false }
      if let unit = Self.adverbs[name] {
        add(unit, adverb: true, took: 1)
        return true
      }
      if ["biweekly", "bimonthly", "semiweekly", "semimonthly", "fortnightly"].contains(name)
        || ((name == "bi" || name == "semi") && ["weekly", "monthly"].contains(word(i + 1) ?? word(i + 2) ?? ""))
      {
        atoms.isAmbiguous = true
        took(name == "bi" || name == "semi" ? (word(i + 1) == nil ? 3 : 2) : 1)
        return true
      }
    }
    if let length = letterDay() {
      add(.day, count: 2, took: length)
      return true
    }
    // An introducing word or sign: per, /, a, each, every, alternate.
    var at = i
    var introduced = false
    var every = false
    while let name = word(at),
      ["per", "each", "every", "a", "an", "alternate", "alternating", "in", "over", "the", "during"].contains(name),
      at < i + 3
    {
      introduced = introduced || !["in", "the", "over", "during"].contains(name)
      every = every || name == "every" || name == "each"
      if name.hasPrefix("alternat") {
        if let unit = Self.units[word(at + 1) ?? ""] {
          add(unit, count: 2, took: at + 2 - i)
          return true
        }
      }
      at += 1
    }
    if sign(at, "/") {
      introduced = true
      at += 1
      if word(at) == "per" { at += 1 }
    }
    if every, word(at) == "other" {
      let unitAt = ["school", "instructional"].contains(word(at + 1) ?? "") ? at + 2 : at + 1
      if let unit = Self.units[word(unitAt) ?? ""] {
        add(unit, count: 2, took: unitAt + 1 - i)
        return true
      }
    }
    // "A break every 20 minutes" lasts who knows how long.
    if every, number(at) != nil, isMinutes(at + 1) {
      took(at + 2 - i)
      return true
    }
    if let next = word(at), ["school", "instructional", "calendar", "academic", "iep"].contains(next) {
      if next == "iep" {
        let long = ["year", "period", "term", "cycle", "duration"].contains(word(at + 1) ?? "")
        if introduced || long {
          add(.iep, took: at + (long ? 2 : 1) - i)
          return true
        }
      } else if let unit = Self.units[word(at + 1) ?? ""] {
        add(unit, took: at + 2 - i)
        return true
      }
    }
    // "per 6-day cycle", "every 2 weeks", "9 weeks", "6 day rotation".
    if let n = number(at), n.isSingle {
      var unitAt = at + 1
      if sign(unitAt, "-") { unitAt += 1 }
      // "one school year"
      if word(unitAt) == "school", ["year", "years"].contains(word(unitAt + 1) ?? "") { unitAt += 1 }
      if let name = word(unitAt), let unit = Self.units[name], Self.adverbs[name] == nil, name.count > 1 || introduced {
        if unit == .day {
          var cycleAt = unitAt + 1
          if word(cycleAt) == "school" { cycleAt += 1 }
          if ["cycle", "rotation"].contains(word(cycleAt) ?? "") {
            add(.cycle, days: n.min.numerator, took: cycleAt + 1 - i)
            return true
          }
          if every || (introduced && word(unitAt) == "days") {
            add(.cycle, days: n.min.numerator, took: unitAt + 1 - i)
            return true
          }
        } else if introduced
          || (unit == .week && (n.min == 9 || n.min == 6) && atoms.minutes.count + atoms.counts.count > 0
            && atoms.periods.isEmpty && word(i - 1) != "for")
          || (i == 0 && unitAt + 1 == tokens.count && unit != .day && n.min.isInteger)
        {
          add(unit, count: n.min, took: unitAt + 1 - i)
          return true
        }
      }
    }
    if let name = word(at) {
      if ["grading", "marking", "reporting", "report"].contains(name),
        ["period", "periods", "term"].contains(word(at + 1) ?? "")
      {
        add(.quarter, took: at + 2 - i)
        return true
      }
      if name == "session" || name == "sess" {
        if introduced {
          atoms.isPerSession = true
          took(at + 1 - i)
          return true
        }
      }
      if let unit = Self.units[name],
        introduced || (at == i && name.count > 1 && !["days", "weeks", "months", "years", "mon"].contains(name))
          || (at == i && tokens.count - i == 1)
      {
        add(unit, took: at + 1 - i)
        return true
      }
    }
    return false
  }

  /// "On B days", "each A day" of two kinds of days that take turns; the tokens it takes.
  private func letterDay() -> Int? {
    var at = i
    while ["on", "each", "every"].contains(word(at) ?? ""), at < i + 2 { at += 1 }
    let isDay = ["day", "days"].contains(word(at + 1) ?? "")
    let isEach = at > i && ["each", "every"].contains(word(at - 1) ?? "")
    // "25 minutes a day" is no A day.
    guard isDay, word(at) == "b" || word(at) == "a" && (isEach || word(at + 1) == "days") else { return nil }
    return at + 2 - i
  }

  private mutating func amount() -> Bool {
    if let name = word(i) {
      let times = ["once": 1, "twice": 2, "thrice": 3]
      if let count = times[name] {
        atoms.counts.append(Interval(Rational(count)))
        took(1)
        return true
      }
      if name == "half",
        isHours(i + 1) || (word(i + 1) == "an" && isHours(i + 2)) || (sign(i + 1, "-") && isHours(i + 2))
      {
        atoms.minutes.append(Interval(30))
        took(isHours(i + 1) ? 2 : 3)
        return true
      }
      if name == "an", word(i + 1) == "hour" {
        atoms.minutes.append(Interval(60))
        took(2)
        return true
      }
      if name == "x", let n = number(i + 1) {
        // "30 min x 2", "5x/wk x 45"
        i += 1
        atoms.understood += 1
        atoms.meaningful += 1
        if isMinutes(i + 1) || isHours(i + 1) || (sign(i + 1, "-") && isMinutes(i + 2)) { return amount() }
        if atoms.minutes.isEmpty, atoms.counts.isEmpty, atoms.bare.count == 1, !atoms.periods.isEmpty,
          atoms.bare[0].max <= 20, n.min >= 5
        {
          // "5/wk x 50"
          (atoms.counts, atoms.minutes, atoms.bare) = (atoms.bare, [n], [])
        } else if !atoms.minutes.isEmpty && atoms.counts.isEmpty {
          atoms.counts.append(n)
        } else if !atoms.counts.isEmpty && atoms.minutes.isEmpty {
          atoms.minutes.append(n)
        } else {
          atoms.bare.append(n)
        }
        took(1)
        return true
      }
      return false
    }
    if case .clock(let minutes) = tokens[i].kind {
      atoms.minutes.append(Interval(minutes))
      took(isMinutes(i + 1) || isHours(i + 1) ? 2 : 1)
      return true
    }
    guard let n = number(i) else { return false }
    var at = i + 1
    if sign(at, "-") { at += 1 }
    if isMinutes(at)
      || word(at) == "m" && number(at + 1) == nil && word(at + 1) == nil && tokens.count < 4 && n.min >= 5
    {
      atoms.minutes.append(n)
      took(at + 1 - i)
      return true
    }
    if isHours(at) {
      var value = n * Rational(60)
      var used = at + 1
      if let m = number(used), isMinutes(used + 1) {
        value = value + m
        used += 2
      } else if word(used) == "and", let m = number(used + 1), isMinutes(used + 2) {
        value = value + m
        used += 3
      }
      atoms.minutes.append(value)
      took(used - i)
      return true
    }
    if word(at) == "mpw" || word(at) == "mpm" || word(at) == "mpd" {
      atoms.minutes.append(n)
      atoms.periods.append(Period(word(at) == "mpw" ? .week : (word(at) == "mpm" ? .month : .day)))
      atoms.isTotal = true
      took(at + 1 - i)
      return true
    }
    if word(at) == "x" {
      if let m = number(at + 1), !isTimes(at + 2) {
        // "2 x 30 min", "2x30": sessions, then their length.
        atoms.counts.append(n)
        took(at + 1 - i)
        if isMinutes(i + 1) || isHours(i + 1) || (sign(i + 1, "-") && isMinutes(i + 2)) { return amount() }
        atoms.minutes.append(m)
        took(1)
        return true
      }
      if number(at + 1) != nil, isTimes(at + 2) {
        atoms.minutes.append(n)
        took(at + 1 - i)
        return true
      }
      atoms.counts.append(n)
      took(at + 1 - i)
      return true
    }
    if isTimes(at) {
      // "120 minutes a month in two visits": they share the minutes.
      if ["in", "over", "into", "across"].contains(word(i - 1) ?? ""), !atoms.minutes.isEmpty, !atoms.periods.isEmpty {
        atoms.isTotal = true
      }
      atoms.counts.append(n)
      took(at + 1 - i)
      return true
    }
    // "in four or more visits"
    if word(at) == "or", ["more", "fewer"].contains(word(at + 1) ?? ""), isTimes(at + 2), !atoms.minutes.isEmpty {
      if !atoms.periods.isEmpty { atoms.isTotal = true }
      took(at + 3 - i)
      return true
    }
    if ["weeks", "wks", "months"].contains(word(at) ?? ""), n.min > Rational(1) {
      atoms.spans.append(n)
      took(at + 1 - i)
      return true
    }
    // "two 30-minute sessions": a count before a length.
    if let m = number(at), m.min > n.max, isMinutes(at + 1) || (sign(at + 1, "-") && isMinutes(at + 2)) {
      atoms.counts.append(n)
      took(1)
      return true
    }
    if ["day", "days"].contains(word(at) ?? ""), n.max <= 7 {
      atoms.counts.append(n)
      took(at + 1 - i)
      return true
    }
    // "1 period of 48 minutes": its length is told.
    if ["period", "periods", "block", "blocks"].contains(word(at) ?? ""), word(at + 1) == "of", number(at + 2) != nil,
      isMinutes(at + 3)
    {
      atoms.counts.append(n)
      took(at + 2 - i)
      return true
    }
    if ["period", "periods", "unit", "units", "block", "blocks"].contains(word(at) ?? "") {
      atoms.lessons.append(n)
      took(at + 1 - i)
      return true
    }
    if case .sign("%") = tokens[min(at, tokens.count - 1)].kind { return false }
    atoms.bare.append(n)
    took(1)
    return true
  }

  private mutating func flags() -> Bool {
    guard let name = word(i) else { return false }
    if name == "total" {
      atoms.isTotal = true
      took(1)
      return true
    }
    if Self.minuteWords.contains(name) || Self.timesWords.contains(name) {
      // A unit behind a bare number that came before ("30 (minutes)").
      if Self.minuteWords.contains(name), let last = atoms.bare.popLast() { atoms.minutes.append(last) }
      took(1)
      return true
    }
    return false
  }
}
