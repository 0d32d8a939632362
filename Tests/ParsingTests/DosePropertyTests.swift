import IEPModel
import Parsing
import Seeds
import Testing

/// Amounts rendered in every phrasing of the grammar, parsed back: what was said is what is read.
@Suite struct DosePropertyTests {
  private let grammar: DoseGrammar

  init() throws { grammar = DoseGrammar(vocabulary: try Vocabulary(seeds: .embedded)) }

  /// The same numbers on every machine (SplitMix64).
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// Words with what they mean.
  private struct Said<Value: Sendable>: Sendable {
    var text: String
    var value: Value
  }

  private static let counts: [Said<Interval>] = [
    Said(text: "1", value: Interval(1)), Said(text: "2", value: Interval(2)), Said(text: "3", value: Interval(3)),
    Said(text: "5", value: Interval(5)), Said(text: "12", value: Interval(12)), Said(text: "two", value: Interval(2)),
    Said(text: "Three", value: Interval(3)), Said(text: "Two (2)", value: Interval(2)),
    Said(text: "1-2", value: Interval(1, 2)), Said(text: "2 to 3", value: Interval(2, 3)),
    Said(text: "1 or 2", value: Interval(1, 2)),
  ]
  private static let adverbialCounts: [Said<Interval>] = [
    Said(text: "once", value: Interval(1)), Said(text: "twice", value: Interval(2)),
    Said(text: "Twice", value: Interval(2)), Said(text: "1x", value: Interval(1)), Said(text: "3x", value: Interval(3)),
    Said(text: "2X", value: Interval(2)), Said(text: "4 times", value: Interval(4)),
    Said(text: "two times", value: Interval(2)), Said(text: "1 time", value: Interval(1)),
    Said(text: "2-3 times", value: Interval(2, 3)), Said(text: "1-2x", value: Interval(1, 2)),
    Said(text: "5 sessions", value: Interval(5)), Said(text: "2 visits", value: Interval(2)),
  ]
  private static let lengths: [Said<Interval>] = [
    Said(text: "30 minutes", value: Interval(30)), Said(text: "45 min", value: Interval(45)),
    Said(text: "20 mins.", value: Interval(20)), Said(text: "15 Minutes", value: Interval(15)),
    Said(text: "60 MIN", value: Interval(60)), Said(text: "90min", value: Interval(90)),
    Said(text: "thirty minutes", value: Interval(30)), Said(text: "Thirty (30) minutes", value: Interval(30)),
    Said(text: "30-45 minutes", value: Interval(30, 45)), Said(text: "20 to 30 min", value: Interval(20, 30)),
    Said(text: "15–20 min", value: Interval(15, 20)), Said(text: "1 hour", value: Interval(60)),
    Said(text: "1.5 hours", value: Interval(90)), Said(text: "1 1/2 hours", value: Interval(90)),
    Said(text: "½ hour", value: Interval(30)), Said(text: "1/2 hr", value: Interval(30)),
    Said(text: "half an hour", value: Interval(30)), Said(text: "2 hrs", value: Interval(120)),
    Said(text: "1 hr 15 min", value: Interval(75)), Said(text: "1 hour and 30 minutes", value: Interval(90)),
    Said(text: "0:45", value: Interval(45)), Said(text: "1:15", value: Interval(75)),
  ]
  /// Joined to their noun: "a 30-minute session".
  private static let joinedLengths: [Said<Interval>] = [
    Said(text: "30-minute", value: Interval(30)), Said(text: "45 minute", value: Interval(45)),
    Said(text: "20-min", value: Interval(20)), Said(text: "60-min.", value: Interval(60)),
    Said(text: "thirty-minute", value: Interval(30)), Said(text: "1-hour", value: Interval(60)),
  ]
  /// Behind an amount, with a blank before.
  private static let periods: [Said<Period>] = [
    Said(text: "per week", value: Period(.week)), Said(text: "a week", value: Period(.week)),
    Said(text: "each week", value: Period(.week)), Said(text: "every week", value: Period(.week)),
    Said(text: "weekly", value: Period(.week)), Said(text: "wkly", value: Period(.week)),
    Said(text: "/wk", value: Period(.week)), Said(text: "/ week", value: Period(.week)),
    Said(text: "per wk.", value: Period(.week)), Said(text: "per school week", value: Period(.week)),
    Said(text: "per day", value: Period(.day)), Said(text: "daily", value: Period(.day)),
    Said(text: "each school day", value: Period(.day)), Said(text: "/day", value: Period(.day)),
    Said(text: "per month", value: Period(.month)), Said(text: "monthly", value: Period(.month)),
    Said(text: "a month", value: Period(.month)), Said(text: "/mo", value: Period(.month)),
    Said(text: "per quarter", value: Period(.quarter)), Said(text: "quarterly", value: Period(.quarter)),
    Said(text: "per grading period", value: Period(.quarter)),
    Said(text: "each marking period", value: Period(.quarter)),
    Said(text: "per trimester", value: Period(.trimester)), Said(text: "each semester", value: Period(.semester)),
    Said(text: "per year", value: Period(.year)), Said(text: "per school year", value: Period(.year)),
    Said(text: "annually", value: Period(.year)), Said(text: "per IEP year", value: Period(.iep)),
    Said(text: "every other week", value: Period(.week, count: 2)),
    Said(text: "every 2 weeks", value: Period(.week, count: 2)),
    Said(text: "every two weeks", value: Period(.week, count: 2)),
    Said(text: "alternate weeks", value: Period(.week, count: 2)),
    Said(text: "every other month", value: Period(.month, count: 2)),
    Said(text: "per 9 weeks", value: Period(.week, count: 9)),
    Said(text: "every nine weeks", value: Period(.week, count: 9)),
    Said(text: "per 6-day cycle", value: Period(.cycle, schoolDays: 6)),
    Said(text: "each 8 day cycle", value: Period(.cycle, schoolDays: 8)),
    Said(text: "per 10-day rotation", value: Period(.cycle, schoolDays: 10)),
  ]
  private static let qualifiers: [Said<Dose.Qualifier?>] = [
    Said(text: "", value: nil), Said(text: "", value: nil), Said(text: "up to", value: .upTo),
    Said(text: "no more than", value: .upTo), Said(text: "a maximum of", value: .upTo),
    Said(text: "at least", value: .atLeast), Said(text: "a minimum of", value: .atLeast),
    Said(text: "approximately", value: .approximately), Said(text: "about", value: .approximately),
  ]

  private func pick<Value>(_ from: [Said<Value>], _ dice: inout Dice) -> Said<Value> {
    from[Int.random(in: 0..<from.count, using: &dice)]
  }

  private func read(_ text: String) -> Dose? { grammar.parse(text)?.dose }

  /// Sessions of a length, in a period.
  @Test(arguments: 0..<4) func readsBackSessions(seed: UInt64) {
    var dice = Dice(state: seed)
    for _ in 0..<600 {
      let (count, times) = (pick(Self.counts, &dice), pick(Self.adverbialCounts, &dice))
      let (length, joined) = (pick(Self.lengths, &dice), pick(Self.joinedLengths, &dice))
      let (period, qualifier) = (pick(Self.periods, &dice), pick(Self.qualifiers, &dice))
      let phrasings: [(String, Interval, Interval)] = [
        ("\(times.text) \(period.text) for \(length.text)", times.value, length.value),
        ("\(length.text) \(times.text) \(period.text)", times.value, length.value),
        ("\(length.text), \(times.text) \(period.text)", times.value, length.value),
        ("\(times.text) \(period.text), \(length.text)", times.value, length.value),
        ("\(count.text) sessions of \(length.text) \(period.text)", count.value, length.value),
        ("\(count.text) \(joined.text) sessions \(period.text)", count.value, joined.value),
        ("\(times.text) \(period.text) for \(length.text) each session", times.value, length.value),
        ("\(length.text) per session, \(times.text) \(period.text)", times.value, length.value),
        ("\(times.text) \(period.text) @ \(length.text)", times.value, length.value),
        ("\(count.text) x \(length.text) \(period.text)", count.value, length.value),
      ]
      let (phrase, sessions, minutes) = phrasings[Int.random(in: 0..<phrasings.count, using: &dice)]
      let text = [qualifier.text, phrase].filter { !$0.isEmpty }.joined(separator: " ")
      let dose = read(text)
      #expect(dose?.sessions == sessions, "\(text)")
      #expect(dose?.sessionMinutes == minutes, "\(text)")
      #expect(dose?.totalMinutes == nil, "\(text)")
      #expect(dose?.period == period.value, "\(text)")
      #expect(dose?.qualifier == qualifier.value, "\(text)")
    }
  }

  /// Minutes over a whole period.
  @Test(arguments: 0..<2) func readsBackTotals(seed: UInt64) {
    var dice = Dice(state: 100 + seed)
    for _ in 0..<400 {
      let (length, period) = (pick(Self.lengths, &dice), pick(Self.periods, &dice))
      let qualifier = pick(Self.qualifiers, &dice)
      // Over two to four weeks one session is meant: "30 minutes every other week".
      guard period.value.count == 1 || period.value.count > 4 else { continue }
      let phrasings = [
        "\(length.text) \(period.text)", "a total of \(length.text) \(period.text)",
        "\(length.text) total \(period.text)",
        "for \(length.text) \(period.text)",
      ]
      let phrase = phrasings[Int.random(in: 0..<phrasings.count, using: &dice)]
      let text = [qualifier.text, phrase].filter { !$0.isEmpty }.joined(separator: " ")
      let dose = read(text)
      #expect(dose?.minutesPerPeriod == length.value, "\(text)")
      #expect(dose?.sessions == nil, "\(text)")
      #expect(dose?.period == period.value, "\(text)")
      #expect(dose?.qualifier == qualifier.value, "\(text)")
    }
  }

  /// The same amount in the cells of a row, whatever the headers leave to the cells.
  @Test func readsBackCells() {
    var dice = Dice(state: 7)
    for _ in 0..<300 {
      let sessions = Int.random(in: 1...6, using: &dice)
      let minutes = [15, 20, 30, 40, 45, 60, 90][Int.random(in: 0..<7, using: &dice)]
      let period = pick(Self.periods.filter { $0.value.unit != .cycle && $0.value.count == 1 }, &dice)
      let rows: [[DoseCell]] = [
        [
          DoseCell(text: "\(sessions)x \(period.text)", header: "Frequency"),
          DoseCell(text: "\(minutes) min", header: "Duration"),
        ],
        [
          DoseCell(text: "\(sessions) times \(period.text)", header: "How often"),
          DoseCell(text: "\(minutes)", header: "Minutes"),
        ],
        [
          DoseCell(text: "\(minutes)", header: "Minutes per session"),
          DoseCell(text: "\(sessions) \(period.text)", header: "Sessions"),
        ],
        [
          DoseCell(text: "\(sessions)", header: "# of sessions"), DoseCell(text: period.text, header: "Per"),
          DoseCell(text: "\(minutes) minutes", header: "Length"),
        ],
      ]
      let cells = rows[Int.random(in: 0..<rows.count, using: &dice)]
      let text = cells.map { "\($0.header ?? ""): \($0.text)" }.joined(separator: " | ")
      let dose = grammar.dose(cells: cells)?.dose
      #expect(dose?.sessions == Interval(Rational(sessions)), "\(text)")
      #expect(dose?.sessionMinutes == Interval(Rational(minutes)), "\(text)")
      #expect(dose?.period == period.value, "\(text)")
    }
  }

  /// "3 out of 4 weeks" thins an amount out and leaves it as it is otherwise.
  @Test func readsBackActiveWeeks() {
    var dice = Dice(state: 11)
    let weekly = Self.periods.filter { $0.value == Period(.week) && !$0.text.hasPrefix("/") }
    for _ in 0..<100 {
      let (times, length, period) = (pick(Self.adverbialCounts, &dice), pick(Self.lengths, &dice), pick(weekly, &dice))
      let active = Int.random(in: 1...3, using: &dice)
      let text = "\(times.text) \(period.text) for \(length.text), \(active) out of 4 weeks"
      let dose = read(text)
      #expect(dose?.activePeriods == ActivePeriods(active: active, of: 4), "\(text)")
      #expect(dose?.sessions == times.value && dose?.sessionMinutes == length.value, "\(text)")
      #expect(dose?.period == period.value, "\(text)")
    }
  }

  /// A day's amount on so many days of a week, however the two are joined.
  @Test func readsBackDaysOfAWeek() {
    var dice = Dice(state: 13)
    for _ in 0..<200 {
      let (length, days) = (pick(Self.lengths, &dice), Int.random(in: 2...5, using: &dice))
      let times = Int.random(in: 2...4, using: &dice)
      let phrasings = [
        ("\(length.text) / Daily / \(days) Days per Week", days), ("\(length.text)/day x \(days) days", days),
        ("\(length.text) per day, \(days) days a week", days), ("\(length.text) daily, \(days) days/wk", days),
        ("\(times) times a day for \(length.text), \(days) days per week", times * days),
        ("\(length.text), 1 period, \(days) days a week", days),
      ]
      let (text, sessions) = phrasings[Int.random(in: 0..<phrasings.count, using: &dice)]
      let dose = read(text)
      #expect(dose?.sessions == Interval(Rational(sessions)), "\(text)")
      #expect(dose?.sessionMinutes == length.value, "\(text)")
      #expect(dose?.period == Period(.week), "\(text)")
    }
  }

  /// "3 weeks a month" thins out what is weekly.
  @Test func readsBackWeeksOfAMonth() {
    var dice = Dice(state: 17)
    let weekly = ["weekly", "per week", "/wk", "a week"]
    let monthly = ["per month", "a month", "/mo", "of each month", "out of the month", "in a month"]
    for _ in 0..<100 {
      let (length, weeks) = (pick(Self.lengths, &dice), Int.random(in: 1...3, using: &dice))
      let text =
        "\(length.text) \(weekly[Int.random(in: 0..<4, using: &dice)]) \(weeks) weeks "
        + monthly[Int.random(in: 0..<6, using: &dice)]
      let dose = read(text)
      #expect(dose?.minutesPerPeriod == length.value, "\(text)")
      #expect(dose?.period == Period(.week), "\(text)")
      #expect(dose?.activePeriods == ActivePeriods(active: weeks, of: 4), "\(text)")
    }
  }

  /// Parts of different lengths come to their sum.
  @Test func readsBackParts() {
    var dice = Dice(state: 19)
    for _ in 0..<200 {
      let period = pick(Self.periods.filter { $0.value.count == 1 }, &dice)
      let (a, b) = (Int.random(in: 1...4, using: &dice), Int.random(in: 1...4, using: &dice))
      let lengths = [10, 15, 20, 30, 45].shuffled(using: &dice)
      let joint = ["and", "plus", "+", "&"][Int.random(in: 0..<4, using: &dice)]
      let phrasings = [
        "\(a) \(lengths[0])-minute sessions \(joint) \(b) \(lengths[1])-minute sessions \(period.text)",
        "\(a)x\(lengths[0]) min \(joint) \(b)x\(lengths[1]) min \(period.text)",
        "\(a) sessions of \(lengths[0]) min \(joint) \(b) sessions of \(lengths[1]) min \(period.text)",
      ]
      let text = phrasings[Int.random(in: 0..<phrasings.count, using: &dice)]
      let dose = read(text)
      #expect(dose?.totalMinutes == Interval(Rational(a * lengths[0] + b * lengths[1])), "\(text)")
      #expect(dose?.sessions == Interval(Rational(a + b)), "\(text)")
      #expect(dose?.period == period.value, "\(text)")
    }
  }

  /// What is written without its blanks, or with a sign for a unit.
  @Test func readsBackWhatIsWrittenTight() {
    for minutes in [15, 20, 30, 45] {
      for sessions in 1...5 {
        for text in [
          "\(minutes)Min \(sessions)XWk", "\(sessions)x\(minutes)m/wk", "\(minutes)minx\(sessions)/wk",
          "\(sessions)x\(minutes)' weekly", "\(sessions) x \(minutes):00 weekly", "\(minutes)m \(sessions)xweekly",
        ] {
          let dose = read(text)
          #expect(dose?.sessions == Interval(Rational(sessions)), "\(text)")
          #expect(dose?.sessionMinutes == Interval(Rational(minutes)), "\(text)")
          #expect(dose?.period == Period(.week), "\(text)")
        }
        #expect(read("\(sessions)h \(minutes)m weekly")?.totalMinutes == Interval(Rational(sessions * 60 + minutes)))
      }
    }
  }

  /// A slip in any long word of an amount leaves it as it is.
  @Test func readsBackSlips() {
    var dice = Dice(state: 23)
    func slip(_ word: String) -> String {
      var letters = Array(word)
      let i = Int.random(in: 1..<letters.count - 1, using: &dice)
      switch Int.random(in: 0..<3, using: &dice) {
      case 0: letters.swapAt(i, i + 1)
      case 1: letters.remove(at: i)
      default: letters.insert(letters[i], at: i)
      }
      return String(letters)
    }
    for _ in 0..<300 {
      let (a, b, c) = (
        slip("sessions"), slip("minutes"), slip(["weekly", "monthly"].randomElement(using: &dice) ?? "")
      )
      let (count, minutes) = (Int.random(in: 2...4, using: &dice), [15, 30, 45].randomElement(using: &dice) ?? 0)
      let text = "\(count) \(a) of \(minutes) \(b) \(c)"
      #expect(read(text)?.minutesPerPeriod == Interval(Rational(count * minutes)), "\(text)")
      #expect(read(text)?.period != nil, "\(text)")
    }
  }

  /// From when to when: what lies between is the length.
  @Test func readsBackTimesOfDay() {
    var dice = Dice(state: 29)
    let days = [("Wed", 1), ("Tue/Thu", 2), ("Mon/Wed/Fri", 3), ("M-F", 5), ("Thursdays", 1), ("T, Th", 2)]
    for _ in 0..<200 {
      let (day, count) = days[Int.random(in: 0..<days.count, using: &dice)]
      let start = Int.random(in: 96...170, using: &dice) * 5
      let minutes = Int.random(in: 3...12, using: &dice) * 5
      func time(_ minutes: Int) -> String {
        let (hour, rest) = ((minutes / 60 + 11) % 12 + 1, minutes % 60)
        return "\(hour):" + (rest < 10 ? "0\(rest)" : "\(rest)")
      }
      let ends = ["", "-", " - ", " to ", " am - ", " a.m. to "]
      let text = "\(day) \(time(start))" + ends[Int.random(in: 1..<6, using: &dice)] + time(start + minutes)
      let dose = read(text + ["", " am", " p.m."][Int.random(in: 0..<3, using: &dice)])
      #expect(dose?.sessionMinutes == Interval(Rational(minutes)), "\(text)")
      #expect(dose?.sessions == Interval(Rational(count)), "\(text)")
      #expect(dose?.period == Period(.week), "\(text)")
    }
  }

  /// Numbers and parts of an hour in words.
  @Test func readsBackWordsOfNumbers() {
    let tens = ["twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "ninety": 90]
    let ones = ["one": 1, "two": 2, "five": 5, "nine": 9]
    for (ten, a) in tens {
      for (one, b) in ones {
        for text in ["\(ten)-\(one) minutes weekly", "\(ten) \(one) minutes per week"] {
          #expect(read(text)?.minutesPerPeriod == Interval(Rational(a + b)), "\(text)")
        }
        let text = "\(one) hundred \(ten) minutes per week"
        #expect(read(text)?.minutesPerPeriod == Interval(Rational(b * 100 + a)), "\(text)")
      }
      // Ninety sessions are none's amount.
      guard a < 60 else { continue }
      let text = "\(ten) five-minute sessions per month"
      #expect(read(text)?.minutesPerPeriod == Interval(Rational(a * 5)), "\(text)")
    }
    for (text, minutes) in [
      ("a quarter of an hour", 15), ("quarter hour", 15), ("three quarters of an hour", 45), ("three-quarter hour", 45),
      ("an hour and a half", 90), ("one and a half hours", 90), ("2 hours and a half", 150), ("1-1/2 hrs", 90),
      ("¾ hour", 45),
    ] {
      #expect(read(text + " per week")?.minutesPerPeriod == Interval(Rational(minutes)), "\(text)")
    }
  }
}
