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

  @Test func aFigureThatIsNoCountIsForAPersonToReadToo() {
    #expect(rules("30 weekly") { $0.dose.period = Period(.week) } == ["SM-110"])
  }

  @Test(arguments: [Period.Unit.week, .month])
  func minutesAndAPeriodWithoutACountAreAFinding(unit: Period.Unit) {
    let found = rules("30 | \(unit)") {
      $0.dose.sessionMinutes = Interval(30)
      $0.dose.period = Period(unit)
    }
    #expect(found == ["SM-103"])
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

  @Test func whatMostLinesLackIsUndecided() {
    let document = RuleTests.document {
      let codes: [ServiceCode] = [.occupationalTherapy, .speechLanguage, .counseling, .vision]
      $0.services = codes.enumerated().map { RuleTests.line("svc-\($0 + 1)", $1, minutes: 30, sessions: 1) }
      for index in 0..<3 { $0.services[index].dose.sessionMinutes = nil }
    }
    let audited = suite.auditor.audit(document)
    #expect(audited.findings.isEmpty)
    #expect(audited.undecided.map(\.rule) == ["SM-104"])
  }

  @Test func aNameAloneLacksNothing() {
    let found = rules("") {
      $0.dose = Dose(text: "")
      ($0.startDate, $0.endDate, $0.location) = (nil, nil, nil)
    }
    #expect(found.isEmpty)
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

  @Test func anAidInARowOfTheGridNeedsNoMinutesAndDays() {
    let found = rules("Daily") {
      $0.service = Coded(code: .specializedInstruction, text: "Preferential seating near instruction")
      $0.category = .specialEducation
      $0.dose.period = Period(.day)
      $0.endDate = nil
    }
    #expect(found.isEmpty)
  }

  @Test(arguments: ["2 times per | 30 minutes", "30 | twice a week"])
  func anAmountWhosePeriodWasNotUnderstoodDoesNotLackOne(text: String) {
    #expect(
      rules(text) {
        $0.dose.sessionMinutes = Interval(30)
        $0.dose.sessions = Interval(2)
      }.isEmpty)
  }

  @Test func thePeriodMayStandInTheHeadOfTheColumn() {
    func minutes(_ place: String) -> [String] {
      rules("25") {
        $0.dose.sessionMinutes = Interval(25)
        $0.location = Coded(code: .specialEducation, text: place)
      }
    }
    #expect(minutes("Minutes per week in special education").isEmpty)
    #expect(minutes("Special education classroom") == ["SM-103", "SM-204"])
  }

  @Test func whatIsGivenToTheStaffMayHaveThePlaceOfTheStaff() {
    let document = suite.auditor.audit(
      RuleTests.document {
        $0.services[0].location = nil
        $0.services[0].delivery = .consultation
      })
    #expect(document.findings.isEmpty)
    #expect(document.undecided.map(\.rule) == ["SM-105"])
  }

  @Test func whatEveryOtherLineStatesTheFormAsksFor() {
    func blank(of count: Int) -> [String] {
      let codes: [ServiceCode] = [.occupationalTherapy, .speechLanguage, .counseling, .vision]
      return suite.rules(
        RuleTests.document {
          $0.services = codes.prefix(count).enumerated().map {
            RuleTests.line("svc-\($0 + 1)", $1, minutes: 30, sessions: 1)
          }
          $0.services[0].startDate = nil
          $0.services[0].asked = [.amount]
        })
    }
    #expect(blank(of: 4) == ["SM-101"])
    #expect(blank(of: 3).isEmpty)
  }
}
