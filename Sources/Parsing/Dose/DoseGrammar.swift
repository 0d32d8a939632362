public import IEPModel

/// A cell of an amount, with the words of its column or label, which may hold the unit ("Minutes per week").
public struct DoseCell: Sendable, Hashable {
  /// What its column or label was found to ask for: the unit of a number that stands there alone.
  public enum Unit: Sendable { case minutes, sessions }

  public var text: String
  public var header: String?
  public var unit: Unit?

  public init(text: String, header: String? = nil, unit: Unit? = nil) {
    self.text = text
    self.header = header
    self.unit = unit
  }
}

/// An amount as read, and how much of its text that explains.
public struct DoseReading: Sendable, Hashable {
  public var dose: Dose
  /// Share of the meaningful words and numbers that were understood: 0 to 1.
  public var coverage: Double
  /// Minutes and a period are determined.
  public var isComplete: Bool
}

/// An amount within running text. Offsets in Unicode scalars.
public struct DoseOccurrence: Sendable, Hashable {
  public var range: Range<Int>
  public var dose: Dose
}

/// One grammar for amounts, whether a cell holds all of it or a part (vocabulary E.4, audit D.0).
public struct DoseGrammar: Sendable {
  public init(vocabulary: Vocabulary) {}

  /// Whether a text may state minutes: without a figure or a unit of time there are none, which most texts are told by.
  static func mayStateMinutes(_ text: String) -> Bool {
    text.utf8.contains { $0 &- 0x30 < 10 } || text.contains("½") || text.contains(inAnyCase: "min")
      || text.contains(inAnyCase: "hour") || text.contains(inAnyCase: "hr") || text.contains(inAnyCase: "mn")
  }

  /// The amount that a text states; `nil` where it states none.
  public func parse(_ text: String) -> DoseReading? { dose(cells: [DoseCell(text: text)]) }

  /// The amount that cells state together; `dose.text` joins their texts with " | ".
  public func dose(cells: [DoseCell]) -> DoseReading? {
    var whole = DoseAtoms()
    for cell in cells where cell.text.utf8.count < 300 {
      let atoms = Self.resolved(
        DoseScanner.scan(DoseTokens.of(cell.text)), header: cell.header, unit: cell.unit)
      // "45 min/day" beside "1 year": how long the service lasts is no part of its amount.
      if cells.count > 1, Self.isDuration(atoms, cell.text), cells.contains(where: { $0 != cell && Self.isWhole($0) }) {
        continue
      }
      whole.merge(atoms)
    }
    whole.settleLessons()
    // Units that only the headers give: "Minutes per week", "Sessions per month", "Minutes per day" beside "Days per week".
    if whole.periods.isEmpty, !whole.isEmpty {
      let periods = cells.compactMap { $0.header.flatMap(Self.headerPeriod) }
      if let period = periods.first(where: { $0.unit != .day }) ?? periods.first {
        whole.periods = [period]
        if periods.contains(where: { $0.unit == .day }), period.unit != .day {
          whole.isPerSession = true
        } else if !whole.minutes.isEmpty, whole.counts.isEmpty, !whole.isPerSession {
          whole.isTotal = true
        }
      }
    }
    guard !whole.isEmpty, whole.understood > 0 || !whole.minutes.isEmpty else { return nil }
    let text = cells.map(\.text).filter { !$0.isEmpty }.joined(separator: " | ")
    var dose = Self.value(of: whole, text: text, cells: cells.count)
    if whole.isOfUnknownLength { dose.sessions = nil }
    if whole.isAmbiguous { (dose.period, dose.sessions) = (nil, dose.sessions) }
    let coverage = whole.meaningful == 0 ? 1 : Double(whole.understood) / Double(whole.meaningful)
    guard
      dose.minutesPerPeriod != nil || dose.sessionMinutes != nil || dose.sessions != nil || dose.period != nil
        || dose.qualifier != nil || !whole.bare.isEmpty
    else { return nil }
    return DoseReading(
      dose: dose, coverage: min(1, coverage), isComplete: dose.minutesPerPeriod != nil && dose.period != nil)
  }

  /// A year, the plan's whole time or "4 weeks", and nothing of an amount.
  private static func isDuration(_ atoms: DoseAtoms, _ text: String) -> Bool {
    guard atoms.minutes.isEmpty, atoms.counts.isEmpty, atoms.bare.isEmpty, atoms.periods.count == 1, !atoms.isAdverb
    else {
      return false
    }
    let period = atoms.periods[0]
    return period.unit == .year || period.unit == .iep
      || period.count > Rational(1) && text.unicodeScalars.first.map { ("0"..."9").contains($0) } ?? false
  }

  /// The cell alone says minutes and their period.
  private static func isWhole(_ cell: DoseCell) -> Bool {
    let atoms = resolved(DoseScanner.scan(DoseTokens.of(cell.text)), header: cell.header, unit: cell.unit)
    return !atoms.minutes.isEmpty && !atoms.periods.isEmpty
  }

  /// Gives bare numbers the unit that the header's words name, or that its column asks for.
  private static func resolved(_ atoms: DoseAtoms, header: String?, unit: DoseCell.Unit?) -> DoseAtoms {
    var atoms = atoms
    guard !atoms.bare.isEmpty, let header else { return atoms }
    let words = Set(LabelTokens.of(header))
    let isHours = words.contains("hours")
    let isMinutes = words.contains("minutes") || isHours
    let countsSessions = !words.isDisjoint(with: ["session", "visit", "frequency", "often"])
    // "Amount" over "Minutes | Times | Per": the column's own unit goes first.
    let isLength =
      unit == .minutes
      || unit != .sessions
        && (!words.isDisjoint(with: ["length", "duration", "long", "mpw"])
          || (!countsSessions && !words.isDisjoint(with: ["amount", "extent"])) || header.lowercased() == "time")
    let isWeekly = !words.isDisjoint(with: ["direct", "indirect", "consult", "consultation", "total"])
    let isCount =
      unit == .sessions || !words.isDisjoint(with: ["time", "session", "frequency", "often", "visit", "day", "number"])
    for value in atoms.bare {
      if isMinutes {
        atoms.minutes.append(isHours && !words.contains("minutes") ? value * Rational(60) : value)
      } else if isLength || (isWeekly && value.min >= 10), value.min >= 5 {
        atoms.minutes.append(value)
      } else if isCount, value.max <= 40, atoms.counts.isEmpty {
        atoms.counts.append(value)
      } else {
        continue
      }
      atoms.bare.removeAll { $0 == value }
    }
    return atoms
  }

  /// Whether a text is a period and nothing else: "Monthly", "W", "per week".
  static func isPeriod(_ text: String) -> Bool {
    let tokens = DoseTokens.of(text)
    guard (1...3).contains(tokens.count) else { return false }
    let atoms = DoseScanner.scan(tokens)
    return atoms.periods.count == 1 && atoms.minutes.isEmpty && atoms.counts.isEmpty && atoms.bare.isEmpty
      && atoms.understood == atoms.meaningful
  }

  /// Whether a heading's words give amounts their unit: "Minutes per week in each setting".
  static func namesUnit(_ heading: String) -> Bool {
    !Set(LabelTokens.of(heading)).isDisjoint(with: ["minutes", "hours"]) && headerPeriod(heading) != nil
  }

  private static func headerPeriod(_ header: String) -> Period? {
    let scanned = DoseScanner.scan(DoseTokens.of(header)).periods
    return scanned.count == 1 ? scanned.first : nil
  }

  private static func value(of atoms: DoseAtoms, text: String, cells: Int) -> Dose {
    var dose = Dose(text: text, activePeriods: atoms.active, qualifier: atoms.qualifier)
    var counts = atoms.counts
    var minutes = atoms.minutes
    var bare = atoms.bare
    // A bare number beside minutes is their count; two bare ones are count and length.
    if !minutes.isEmpty, counts.isEmpty, bare.count == 1, !atoms.periods.isEmpty, bare[0].max <= 60 {
      counts = bare
      bare = []
    } else if minutes.isEmpty, !counts.isEmpty, bare.count == 1, bare[0].min >= 5 {
      minutes = bare
      bare = []
    } else if minutes.isEmpty, counts.isEmpty, bare.count == 2, !atoms.periods.isEmpty {
      let sorted = bare.sorted { $0.max < $1.max }
      if sorted[1].min >= 10, sorted[0].max <= 10 { (counts, minutes, bare) = ([sorted[0]], [sorted[1]], []) }
    } else if minutes.isEmpty, counts.isEmpty, bare.count == 1, !atoms.periods.isEmpty, bare[0].max <= 10,
      cells > 1 || !atoms.isAdverb
    {
      counts = bare
    }
    var periods = atoms.periods
    // "1 day/wk" beside "Every 4 weeks": the longer one says how often.
    if cells > 1, Set(periods.map(\.unit)).count == 1, let longest = periods.max(by: { $0.count < $1.count }) {
      periods = [longest]
    }
    // "40 min/day x 3 days/wk": the outer period holds, its days are the count.
    if periods.count > 1, let day = periods.firstIndex(where: { $0.unit == .day }), !counts.isEmpty,
      periods.contains(where: { $0.unit != .day })
    {
      periods.remove(at: day)
    }
    dose.period = periods.first(where: { $0.unit != .day }) ?? periods.first
    if periods.count > 1, let first = periods.first {
      dose.period = Set(periods).count == 1 ? first : (periods.first { $0.unit != .day } ?? first)
    }
    if dose.period?.unit == .day, periods.count == 1 { dose.period = periods[0] }
    let length = minutes.first
    if let length, minutes.count >= 2, let count = counts.first,
      let other = minutes.dropFirst().first(where: { $0 != length })
    {
      // "60 min/wk (2x30)": the total and its parts.
      let (small, large) = length.max < other.max ? (length, other) : (other, length)
      if count * small == large {
        dose.sessionMinutes = small
        dose.sessions = count
        dose.totalMinutes = large
        return dose
      }
    }
    if minutes.count == 2, minutes[0] == minutes[1], counts.first == Interval(1), dose.period != nil {
      // "1 x 30 min | total 30": the total of one session is the session.
      dose.sessionMinutes = minutes[0]
      dose.sessions = Interval(1)
      dose.totalMinutes = minutes[0]
      return dose
    }
    if atoms.isTotal, let length {
      dose.totalMinutes = length
      if let count = counts.first, count != Interval(1) { dose.sessions = count }
    } else if let length, let count = counts.first {
      dose.sessionMinutes = length
      dose.sessions = count
    } else if let length {
      let isSession =
        atoms.isPerSession || (atoms.isAdverb && cells > 1)
        || (dose.period?.count ?? 1) > 1 && [.day, .week].contains(dose.period?.unit) && (dose.period?.count ?? 1) < 5
      if dose.period == nil {
        dose.sessionMinutes = length
      } else if isSession {
        dose.sessionMinutes = length
        dose.sessions = Interval(1)
      } else {
        dose.totalMinutes = length
      }
    } else if let count = counts.first {
      dose.sessions = count
    } else if atoms.isAdverb, dose.period != nil, bare.isEmpty {
      dose.sessions = Interval(1)
    }
    if !bare.isEmpty, minutes.isEmpty, counts.isEmpty { dose.sessions = nil }
    return dose
  }

  /// Amounts of time over a period in running text.
  public func occurrences(in text: String) -> [DoseOccurrence] {
    let tokens = DoseTokens.of(text)
    // An amount is a run of tokens with few strange words in between; a run must hold minutes.
    var result: [DoseOccurrence] = []
    var start = 0
    let cursor = DoseCursor(tokens)
    while start < tokens.count {
      if let goals = DoseScanner.goals(cursor, at: start) {
        start += goals
        continue
      }
      guard
        tokens[start].number != nil
          || (tokens[start].word == "an" && start + 1 < tokens.count && tokens[start + 1].word == "hour")
          || ["once", "twice", "thrice", "half", "up", "weekly", "daily", "monthly", "every", "each"].contains(
            tokens[start].word ?? "")
          || { if case .clock = tokens[start].kind { true } else { false } }()
      else {
        start += 1
        continue
      }
      var best: (end: Int, dose: Dose)?
      var end = start + 1
      var strange = 0
      while end <= tokens.count, end - start <= 22 {
        let slice = Array(tokens[start..<end])
        var atoms = DoseScanner.scan(slice)
        atoms.settleLessons()
        strange = atoms.meaningful - atoms.understood
        // "every other" waits for its "week".
        if strange > 0, let last = slice.last?.word,
          last == "other" || last.hasPrefix("alternat") || last == "half" || (last == "an" && slice.count <= 2)
        {
          end += 1
          continue
        }
        if strange > 0 { break }
        // "60 minutes per week in two sessions": the amount was whole before.
        if best != nil, slice.last?.word == "in" { break }
        if let range = atoms.range, !atoms.minutes.isEmpty, !atoms.periods.isEmpty,
          atoms.bare.isEmpty || (atoms.bare.count == 1 && atoms.counts.isEmpty && atoms.bare[0].max <= 10),
          range.upperBound == slice[slice.count - 1].range.upperBound, range.lowerBound == slice[0].range.lowerBound,
          atoms.minutes.count <= 2, atoms.counts.count <= 2
        {
          let dose = Self.value(of: atoms, text: "", cells: 1)
          if dose.minutesPerPeriod != nil, dose.period != nil { best = (end, dose) }
        }
        end += 1
      }
      if let best {
        let range = tokens[start].range.lowerBound..<tokens[best.end - 1].range.upperBound
        var dose = best.dose
        dose.text = String(scalars: Array(text.unicodeScalars)[range])
        result.append(DoseOccurrence(range: range, dose: dose))
        start = best.end
      } else {
        start += 1
      }
    }
    return result
  }
}
