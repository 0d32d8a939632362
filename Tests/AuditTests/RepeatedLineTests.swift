import Audit
import IEPModel
import Seeds
import Testing

/// SM-304: when two lines of one service are one too many.
@Suite struct RepeatedLineTests {
  let suite: RuleTests

  init() throws { suite = try RuleTests() }

  private func rules(_ code: ServiceCode, minutes: Int, _ change: (inout ServiceLine) -> Void) -> [String] {
    suite.rules(
      RuleTests.document {
        var second = RuleTests.line("svc-2", code, minutes: minutes, sessions: 2)
        change(&second)
        $0.services = [RuleTests.line("svc-1", code, minutes: 30, sessions: 2), second]
      })
  }

  @Test func theSameLineTwiceIsAFinding() {
    #expect(rules(.occupationalTherapy, minutes: 30) { _ in } == ["SM-304"])
    #expect(rules(.specializedInstruction, minutes: 30) { $0.dose.text = "30 | 2x weekly" } == ["SM-304"])
  }

  @Test func anotherAmountAtTheSameTimeIsAFinding() {
    #expect(rules(.occupationalTherapy, minutes: 15) { _ in } == ["SM-304"])
  }

  @Test func placePersonOrPhaseSetLinesApart() {
    #expect(
      rules(.occupationalTherapy, minutes: 15) { $0.location = Coded(code: .therapyRoom, text: "OT room") }.isEmpty)
    #expect(rules(.occupationalTherapy, minutes: 15) { $0.provider = Coded(code: .cota, text: "COTA/OTR") }.isEmpty)
  }

  @Test func instructionInSeveralSubjectsStandsInLinesOfOneName() {
    #expect(rules(.specializedInstruction, minutes: 45) { _ in }.isEmpty)
    #expect(
      rules(.specializedInstruction, minutes: 45) { $0.startDate = CalendarDate(iso: "2026-01-05") } == ["SM-304"])
  }

  @Test func twoTherapiesOfOneKindAreTwo() {
    let found = suite.rules(
      RuleTests.document {
        $0.services = [
          RuleTests.line("svc-1", .speechLanguage, minutes: 30, sessions: 2),
          RuleTests.line("svc-2", .speechLanguage, minutes: 20, sessions: 2),
        ]
        $0.services[0].service.text = "Language therapy"
        $0.services[1].service.text = "Speech therapy"
      })
    #expect(found.isEmpty)
  }

  @Test func aLineOfTheSummerIsNoSecondOne() {
    #expect(
      rules(.occupationalTherapy, minutes: 15) {
        $0.startDate = CalendarDate(iso: "2026-06-15")
        $0.endDate = CalendarDate(iso: "2026-07-10")
      }.isEmpty)
  }
}
