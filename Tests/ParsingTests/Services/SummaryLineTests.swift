import IEPModel
import Testing

@testable import Parsing

@Suite struct SummaryLineTests {
  private func sum(_ name: String, _ minutes: Int) -> ServiceLine {
    ServiceLine(
      id: "", category: .relatedService, service: Coded(code: .speechLanguage, text: name),
      dose: Dose(text: "\(minutes)", totalMinutes: Interval(Rational(minutes)), period: Period(.week)))
  }

  private func detail(_ name: String, sessions: Int, of minutes: Int) -> ServiceLine {
    var line = ServiceLine(
      id: "", category: .relatedService, service: Coded(code: .speechLanguage, text: name),
      dose: Dose(
        text: "", sessionMinutes: Interval(Rational(minutes)), sessions: Interval(Rational(sessions)),
        period: Period(.week)))
    line.startDate = CalendarDate(year: 2026, month: 9, day: 1)
    return line
  }

  @Test func linesThatSumUpOthersAreGivenOnce() {
    let lines = [
      sum("Speech", 60), sum("Braille", 90), detail("Speech", sessions: 2, of: 30),
      detail("Braille", sessions: 3, of: 30),
    ]
    let (kept, repeated) = SummaryLines.parted(lines)
    #expect(kept == Array(lines[2...]))
    #expect(repeated == Array(lines[..<2]))
  }

  @Test func aSumThatDiffersStays() {
    let lines = [
      sum("Speech", 60), sum("Braille", 90), sum("Music", 45), detail("Speech", sessions: 2, of: 30),
      detail("Braille", sessions: 3, of: 30), detail("Music", sessions: 1, of: 30),
    ]
    #expect(SummaryLines.parted(lines).kept == Array(lines[2...]))
  }

  @Test func aFormThatCountsByTheWeekAloneKeepsItsLines() {
    let lines = [sum("Speech", 60), sum("Braille", 90)]
    #expect(SummaryLines.parted(lines).kept == lines)
  }
}
