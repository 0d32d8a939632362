import Audit
import IEPModel
import Seeds
import Testing

/// Rules on the plan as a whole: placement, transition, ESY, goals and roles.
@Suite struct PlanRuleTests {
  let suite: RuleTests

  init() throws { suite = try RuleTests() }

  private func rules(_ change: (inout IEPDocument) -> Void) -> [String] { suite.rules(RuleTests.document(change)) }

  private func share(_ percent: Int, week: Int? = nil, place: LocationCode) -> [String] {
    rules {
      var placement = Placement()
      placement.generalEducationPercent = Rational(percent)
      placement.statedSchoolMinutes = week.map {
        Dose(text: "\($0)", totalMinutes: Interval(Rational($0)), period: Period(.week))
      }
      $0.iep.placement = placement
      $0.services[0].location = Coded(code: place, text: place.rawValue)
    }
  }

  @Test func aShareIsWrongOnlyWhereNoSchoolWeekGivesIt() {
    // 60 minutes outside: 96.0 % of 25 hours, 97.3 % of 37.5.
    #expect(share(96, place: .therapyRoom).isEmpty)
    #expect(share(97, place: .therapyRoom).isEmpty)
    #expect(share(80, place: .therapyRoom) == ["SM-501"])
    #expect(share(88, place: .generalEducation) == ["SM-501"])
  }

  @Test func aShareOfAnotherSpanOrAMisreadOneIsUndecided() {
    #expect(share(97, week: 10_000, place: .therapyRoom).isEmpty)
    #expect(share(4, place: .therapyRoom).isEmpty)
  }

  private func student(born: String, _ change: (inout IEPDocument) -> Void = { _ in }) -> [String] {
    rules {
      $0.student.dateOfBirth = CalendarDate(iso: born)
      $0.goals = [Goal(id: "goal-1", text: "Jo will write a paragraph.")]
      change(&$0)
    }
  }

  @Test func atSixteenAPlanSpeaksOfLifeAfterSchool() {
    #expect(student(born: "2010-05-01") == ["SM-609"])
    #expect(student(born: "2012-05-01").isEmpty)
    #expect(
      student(born: "2010-05-01") { $0.goals[0].text = "After high school Jo will work in a bakery." }.isEmpty)
    #expect(
      student(born: "2010-05-01") {
        $0.sections = [Section(code: .transition, heading: "Transition", text: "Jo wants to bake.")]
      }.isEmpty)
  }

  @Test func aReevaluationThatWasDueBeforeTheMeetingIsOverdue() {
    func due(_ day: String, kind: IEPKind = .annual) -> [String] {
      rules {
        $0.iep.meetingDate = CalendarDate(iso: "2025-09-02")
        $0.iep.kind = kind
        $0.iep.reevaluationDueDate = CalendarDate(iso: day)
      }
    }
    #expect(due("2025-05-20") == ["SM-408"])
    #expect(due("2025-10-20").isEmpty)
    #expect(due("2025-05-20", kind: .reevaluation).isEmpty)
    #expect(due("2021-05-20").isEmpty)
  }

  @Test func withoutALastDayTheReviewOnWhichTheServicesEndIsThePlans() {
    func target(_ day: String, review: String) -> [String] {
      rules {
        $0.iep.endDate = nil
        $0.iep.annualReviewDate = CalendarDate(iso: review)
        $0.services.append(RuleTests.line("svc-2", .speechLanguage, minutes: 30, sessions: 1))
        var goal = Goal(id: "goal-1", text: "Jo will write a paragraph.")
        goal.targetDate = CalendarDate(iso: day)
        $0.goals = [goal]
      }
    }
    #expect(target("2026-10-01", review: "2026-09-01") == ["SM-410"])
    #expect(target("2026-10-01", review: "2026-08-20").isEmpty)
    #expect(target("2026-06-01", review: "2026-09-01").isEmpty)
  }

  private func esy(_ change: (inout ServiceLine) -> Void) -> [String] {
    rules {
      $0.iep.extendedSchoolYear = false
      var line = RuleTests.line("svc-2", .speechLanguage, minutes: 30, sessions: 1)
      line.extendedSchoolYear = true
      change(&line)
      $0.services.append(line)
    }
  }

  @Test func aSentenceUnderTheHeadingIsNoExtendedYearLine() {
    #expect(esy { _ in } == ["SM-416"])
    #expect(
      esy {
        ($0.startDate, $0.endDate, $0.asked) = (nil, nil, [])
      }.isEmpty)
  }

  private func goals(_ numbers: [String], named: [String]) -> [String] {
    rules {
      $0.goals = numbers.map { number in
        var goal = Goal(id: "goal-" + number, text: "Jo will do \(number).")
        goal.number = number
        return goal
      }
      $0.services[0].goalNumbers = named
      $0.services[0].asked.insert(.goalNumbers)
    }
  }

  @Test func goalNumbersAreComparedByValue() {
    #expect(goals(["01", "02"], named: ["1", "#2"]).isEmpty)
    #expect(goals(["1", "2"], named: ["1", "2", "7"]) == ["SM-615"])
  }

  @Test func aNumberBetweenThoseFoundIsAGoalThatWasNotRead() {
    #expect(goals(["1", "3"], named: ["1", "2", "3"]).isEmpty)
  }

  private func linked(_ instruction: [String], confidence: Rational? = nil) -> [String] {
    rules {
      $0.goals = ["1", "2"].map { number in
        var goal = Goal(id: "goal-" + number, text: "Jo will do \(number).")
        goal.number = number
        return goal
      }
      var teaching = RuleTests.line("svc-2", .specializedInstruction, minutes: 45, sessions: 5)
      teaching.category = .specialEducation
      teaching.goalNumbers = instruction
      teaching.confidence = confidence
      $0.services.append(teaching)
      $0.services[0].goalNumbers = ["1"]
      for index in $0.services.indices { $0.services[index].asked.insert(.goalNumbers) }
    }
  }

  @Test func aGoalIsUnservedWhereEveryLineOfInstructionNamesItsOwn() {
    #expect(linked(["1"]) == ["SM-602"])
    #expect(linked(["2"]).isEmpty)
    // In a line that was read with doubt the blank may be a number that was not read.
    #expect(linked([]) == ["SM-602"])
    #expect(linked([], confidence: Rational(7, 10)).isEmpty)
  }

  private func responsible(_ roles: [ProviderCode]) -> [String] {
    rules {
      var goal = Goal(id: "goal-1", text: "Jo will find the room by a routine.")
      goal.responsible = roles.map { Coded(code: $0, text: $0.rawValue) }
      $0.goals = [goal]
    }
  }

  @Test func aGoalOfSpecialistsWhoGiveNoLineIsUnserved() {
    #expect(responsible([.orientationMobility]) == ["SM-602"])
    #expect(responsible([.ot]).isEmpty)
    #expect(responsible([.orientationMobility, .specialEducationTeacher]).isEmpty)
  }

  @Test func aTherapistDoesNotConsultInAnothersName() {
    func consultant(_ code: ProviderCode) -> [String] {
      provider(code, code.rawValue) { $0.services[0].delivery = .consultation }
    }
    #expect(consultant(.slp) == ["SM-702"])
    #expect(consultant(.specialEducationTeacher).isEmpty)
  }

  private func starts(_ days: [String]) -> [String] {
    rules {
      let codes: [ServiceCode] = [.occupationalTherapy, .speechLanguage, .counseling]
      $0.services = zip(codes, days).enumerated().map { index, line in
        var service = RuleTests.line("svc-\(index + 1)", line.0, minutes: 30, sessions: 1)
        service.startDate = CalendarDate(iso: line.1)
        return service
      }
    }
  }

  @Test func linesThatAllStartEarlyTellOfAPlansDateThatWasMisread() {
    #expect(starts(["2025-08-01", "2025-09-02", "2025-09-02"]) == ["SM-401"])
    #expect(starts(["2025-08-01", "2025-08-01", "2025-08-01"]).isEmpty)
    #expect(starts(["2023-08-01", "2025-09-02", "2025-09-02"]).isEmpty)
  }

  private func provider(_ code: ProviderCode, _ text: String, _ change: (inout IEPDocument) -> Void = { _ in })
    -> [String]
  {
    rules {
      $0.services[0].provider = Coded(code: code, text: text)
      change(&$0)
    }
  }

  @Test func aPlaceIsNoRole() {
    #expect(provider(.generalEducationTeacher, "in the general education classroom").isEmpty)
    #expect(provider(.generalEducationTeacher, "Classroom teacher") == ["SM-702"])
  }

  @Test func anAssistantIsSupervisedWhereThePagesOfServicesSaySo() {
    #expect(provider(.cota, "COTA") == ["SM-703"])
    #expect(
      provider(.cota, "COTA") {
        $0.sections = [Section(code: .services, heading: "", text: "by a COTA under supervision of an OT")]
      }.isEmpty)
  }

  @Test func aLoneDateOnWhichOthersEndIsAnEnd() {
    func dates(_ start: String, _ end: String?) -> [String] {
      rules {
        $0.services.append(RuleTests.line("svc-2", .speechLanguage, minutes: 30, sessions: 1))
        $0.services[0].startDate = CalendarDate(iso: start)
        $0.services[0].endDate = end.flatMap { CalendarDate(iso: $0) }
      }
    }
    #expect(dates("2026-09-01", nil) == ["SM-101"])
    #expect(dates("2025-09-02", nil) == ["SM-102"])
    #expect(dates("2025-10-01", nil) == ["SM-102"])
  }
}
