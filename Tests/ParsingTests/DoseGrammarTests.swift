import IEPModel
import Parsing
import Seeds
import Testing

/// The phrasings of vocabulary E.4, each with its minutes a week by the default calendar.
@Suite struct DoseGrammarTests {
  let grammar: DoseGrammar

  init() throws { grammar = DoseGrammar(vocabulary: try Vocabulary(seeds: .embedded)) }

  private func weekly(_ text: String) -> String? {
    grammar.parse(text)?.dose.minutesPerWeek(by: SchoolCalendar())?.formatted(places: 1)
  }

  @Test(arguments: [
    ("2x30/wk", "60"), ("30 min 2x wkly", "60"), ("2 times weekly for 30 minutes", "60"), ("60 min/wk (2x30)", "60"),
    ("120 minutes monthly", "30"), ("30 min/day", "150"), ("5x/wk x 45", "225"), ("30-45 minutes per week", "30 to 45"),
    ("two 30-minute sessions per week", "60"), ("30 minutes every other week", "15"),
    ("40 minutes every fourth week", "10"),
    ("45 min once every 6 days", "37.5"),
    ("4 x 40 minutes each 6-day cycle", "133.3"), ("60 min per week, 3 out of 4 weeks", "45"),
    ("40 min/day x 3 days/wk", "120"),
    ("three 40-minute periods a week", "120"), ("1 period of 48 minutes each day", "240"),
    ("2 blocks of 45 minutes a week", "90"),
    ("0.5 hr per day", "150"), ("10 hours per year", "16.7"), ("18 sessions of 30 minutes per IEP period", "15"),
    ("40 minutes every other school day", "100"), ("60 minutes on B days", "150"), ("45 minutes each A day", "112.5"),
    ("25 minutes a day", "125"), ("4 periods per week, 40 minutes each", "160"),
    ("5 days per week, 2 periods per day (41 minutes)", "410"), ("80 minutes a month in three or more visits", "20"),
    ("120 minutes a month in two visits", "30"), ("20 minutes per week for 30 weeks", "20"),
    ("34 weeks, 45 min weekly", "45"),
    ("30 min, 6 x 9 wks", "20"), ("15 minutes, 2 x 3 weeks", "10"),
    ("45 minutes per trimester", "3.8"), ("150 mpw", "150"), ("Two (2) 30-minute sessions per week", "60"),
    ("Bi-weekly (every other week), 30 min", "15"), ("biweekly (2x per week), 30 min", "60"),
    ("3x40 wkly", "120"), ("MPW: 60", "60"), ("2x/cycle (6 days) 30 min", "50"), ("5x45min per 6 day cyc.", "187.5"),
    ("between 60 and 90 minutes a week", "60 to 90"), ("min 30 / max 60 min per week", "30 to 60"),
    ("2 - 30 min sessions/wk = 60 min", "60"), ("30 min/day = 150 min/wk", "150"), ("Wkly - 2 - 20 min", "40"),
    ("1 x 30 min indiv. weekly + 1 x 30 min grp. weekly", "60"), ("2x30 ind, 1x30 grp/wk", "90"),
    ("20 min Mon & 40 min Thurs weekly", "60"), ("30 min 1st & 3rd week of month", "15"),
    ("First Monday of each month, 30 min", "7.5"), ("30 min everyother week", "15"), ("90 min/mnth", "22.5"),
    ("1 x 60 or 2 x 30 weekly", "60"), ("3 weeks out of 4, 30 min weekly", "22.5"),
    ("20 x 2 | week", "40"), ("2 x 20 weekly", "40"), ("30 minutes each on M, W & F", "90"),
    ("1 period, 45 min., 3 days a week", "135"),
  ])
  func readsAnAmountInOnePhrase(text: String, minutes: String) {
    #expect(weekly(text) == minutes)
  }

  @Test(arguments: ["2 trips daily", "two rides each day"])
  func ridesAreCounted(text: String) {
    #expect(grammar.parse(text)?.dose.sessions == Interval(2))
    let cell = DoseCell(text: text, header: "Minutes and frequency")
    #expect(grammar.dose(cells: [cell])?.dose.minutesPerPeriod == nil)
  }

  @Test func ofTwoFiguresTheFirstMayBeTheLength() {
    #expect(grammar.parse("15 x 4 per week")?.dose.sessionMinutes == Interval(15))
    #expect(grammar.parse("12 x 30 per year")?.dose.sessionMinutes == Interval(30))
  }

  @Test func takesNoPauseForALength() {
    #expect(grammar.parse("every 20-30 minutes")?.dose.sessionMinutes == nil)
    #expect(grammar.parse("3 periods per week")?.dose.minutesPerWeek(by: SchoolCalendar()) == nil)
    #expect(grammar.parse("per IEP team, 30 min")?.dose.period == nil)
    #expect(grammar.parse("4 units per week")?.dose.period == Period(.week))
  }

  @Test func joinsCellsThatHoldAPartEach() {
    let cells = [
      DoseCell(text: "2", header: "Sessions"), DoseCell(text: "30", header: "Minutes"),
      DoseCell(text: "week", header: "Per"),
    ]
    let reading = grammar.dose(cells: cells)
    #expect(reading?.dose.minutesPerWeek(by: SchoolCalendar()) == Interval(60))
    #expect(reading?.dose.text == "2 | 30 | week")
  }

  @Test func takesTheUnitFromTheHeader() {
    let reading = grammar.dose(cells: [DoseCell(text: "90", header: "Minutes per week")])
    #expect(reading?.dose.totalMinutes == Interval(90))
    #expect(reading?.dose.period == Period(.week))
  }

  /// Every count, length and period in every phrasing gives back what it was made of.
  @Test func readsBackWhatItRenders() {
    let periods: [(String, Period.Unit)] = [("week", .week), ("month", .month), ("day", .day), ("quarter", .quarter)]
    for sessions in 1...5 {
      for minutes in [15, 20, 30, 45, 60, 90] {
        for (word, unit) in periods {
          for text in [
            "\(sessions) x \(minutes) min per \(word)", "\(minutes) minutes \(sessions) times per \(word)",
            "\(sessions)x/\(word) for \(minutes) minutes", "\(sessions) sessions of \(minutes) minutes each \(word)",
            "\(minutes) min, \(sessions)x per \(word)",
          ] {
            let dose = grammar.parse(text)?.dose
            #expect(dose?.sessions == Interval(Rational(sessions)), "\(text)")
            #expect(dose?.sessionMinutes == Interval(Rational(minutes)), "\(text)")
            #expect(dose?.period == Period(unit), "\(text)")
          }
        }
      }
    }
  }

  @Test(arguments: ["9/1/25", "80%", "grade 4", "Resource room", "12:1:1"])
  func findsNoMinutesWhereThereAreNone(text: String) {
    #expect(grammar.parse(text)?.dose.minutesPerPeriod == nil)
  }

  @Test func asNeededCommitsToNothing() {
    #expect(grammar.parse("As needed")?.dose.qualifier == .asNeeded)
  }

  @Test(arguments: ["a.m. and p.m. daily", "AM/PM each day"])
  func bothHalvesOfADayAreTwice(text: String) {
    let dose = grammar.parse(text)?.dose
    #expect(dose?.sessions == Interval(2))
    #expect(dose?.period == Period(.day))
  }
}
