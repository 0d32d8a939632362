import Audit
import IEPModel
import Seeds
import Testing

/// Which lines an amount is asked of, and how an amount that can't be counted is named.
@Suite struct AmountRuleTests {
  let suite: RuleTests

  init() throws { suite = try RuleTests() }

  private func rules(_ text: String, _ change: (inout ServiceLine) -> Void) -> [String] {
    suite.rules(
      RuleTests.document {
        $0.services[0].dose = Dose(text: text)
        change(&$0.services[0])
      })
  }

  @Test func anAidWithACircumstanceNeedsNoMinutes() {
    let found = rules("Daily") {
      $0.dose.period = Period(.day)
      $0.category = .supplementaryAid
    }
    #expect(found.isEmpty)
  }

  @Test func aRowWithoutPersonAndDayIsNoService() {
    let found = rules("Each assignment") {
      $0.startDate = nil
      $0.asked = []
    }
    #expect(found.isEmpty)
  }

  @Test(arguments: ["1 period daily", "2 units per week"])
  func aUnitThatASchoolSetsAsItLikesIsForAPersonToRead(text: String) {
    #expect(rules(text) { $0.dose.sessions = Interval(1) } == ["SM-110"])
  }

  @Test func aFigureWithoutAUnitIsForAPersonToRead() {
    let found = rules("30 weekly") {
      $0.dose.sessions = Interval(30)
      $0.dose.period = Period(.week)
    }
    #expect(found == ["SM-110"])
  }

  @Test func sessionsWithoutMinutesAreAFinding() {
    let found = rules("2 sessions weekly") {
      $0.dose.sessions = Interval(2)
      $0.dose.period = Period(.week)
    }
    #expect(found == ["SM-104"])
  }

  @Test func whatEveryLineLacksIsUndecided() {
    let document = RuleTests.document {
      $0.services = (1...3).map { RuleTests.line("svc-\($0)", .occupationalTherapy, minutes: 10 * $0, sessions: 1) }
      for index in $0.services.indices { $0.services[index].location = nil }
    }
    let audited = suite.auditor.audit(document)
    #expect(!audited.findings.contains { $0.rule == "SM-105" })
    #expect(audited.undecided.contains { $0.rule == "SM-105" })
  }

  @Test func aRideNeedsNoPlace() {
    #expect(
      suite.rules(
        RuleTests.document {
          $0.services = [RuleTests.line("svc-1", .transportation, minutes: 20, sessions: 10)]
          $0.services[0].location = nil
        }
      ).isEmpty)
  }
}
