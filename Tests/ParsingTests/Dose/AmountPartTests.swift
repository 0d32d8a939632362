import IEPModel
import Testing

@testable import Parsing

/// Parts of amounts in an unusual order, and what stands beside an amount without being part of it.
@Suite struct AmountPartTests {
  private let grammar: DoseGrammar

  init() throws { grammar = try Readers.embedded().values.doses }

  @Test(arguments: [1, 2, 3, 4, 5], [20, 35, 50])
  func theLengthMayFollowTheFrequency(sessions: Int, minutes: Int) {
    for text in ["\(sessions)/wk x \(minutes)", "\(sessions)/week x \(minutes)"] {
      let dose = grammar.parse(text)?.dose
      #expect(dose?.sessions == Interval(Rational(sessions)), "\(text)")
      #expect(dose?.sessionMinutes == Interval(Rational(minutes)), "\(text)")
      #expect(dose?.period == Period(.week), "\(text)")
    }
  }

  @Test(arguments: ["1 year", "IEP year", "12 months of the IEP", "duration of the IEP", "one school year"])
  func howLongAServiceLastsIsNoPartOfItsAmount(duration: String) {
    let reading = grammar.dose(cells: [
      DoseCell(text: "55 min/day", header: "Amount"), DoseCell(text: duration, header: "Duration"),
    ])
    #expect(reading?.dose.minutesPerWeek(by: SchoolCalendar()) == Interval(275))
    #expect(reading?.dose.period == Period(.day))
    #expect(reading?.dose.text == "55 min/day | \(duration)")
  }

  @Test func aYearAsTheOnlyPeriodIsTheAmounts() {
    let reading = grammar.dose(cells: [
      DoseCell(text: "6 hours", header: "Amount"), DoseCell(text: "year", header: "Per"),
    ])
    #expect(reading?.dose.period == Period(.year))
  }

  @Test(arguments: [("4 weekly", 4), ("2 wkly", 2), ("3 monthly", 3), ("1 daily", 1)])
  func aNumberBeforeAnAdverbCountsSessions(text: String, count: Int) {
    let dose = grammar.parse(text)?.dose
    #expect(dose?.period?.count == 1, "\(text)")
    #expect(dose?.sessions == nil || dose?.sessions == Interval(Rational(count)), "\(text)")
  }

  @Test(arguments: ["Monthly", "per week", "weekly", "/day"])
  func aPeriodAloneIsAPeriod(text: String) { #expect(DoseGrammar.isPeriod(text)) }

  @Test(arguments: ["25 min weekly", "2 times per month", "Speech weekly", ""])
  func aPeriodWithMoreIsNone(text: String) { #expect(!DoseGrammar.isPeriod(text)) }

  @Test(arguments: ["Period 2", "Block 4", "Room 12"])
  func whenInTheDayAServiceIsGivenIsNoPartOfItsAmount(place: String) {
    #expect(grammar.parse("45 minutes daily, \(place)")?.dose.minutesPerWeek(by: SchoolCalendar()) == Interval(225))
    #expect(grammar.parse("\(place), 45 minutes daily")?.dose.minutesPerWeek(by: SchoolCalendar()) == Interval(225))
  }
}
