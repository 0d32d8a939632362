import Audit
import IEPModel
import Seeds
import Testing

/// What was read with doubt is undecided, with its reason, and no finding.
@Suite struct ReadingDoubtTests {
  let suite: RuleTests

  init() throws { suite = try RuleTests() }

  private func audited(_ change: (inout IEPDocument) -> Void) -> (findings: [String], undecided: [String]) {
    let document = suite.auditor.audit(RuleTests.document(change))
    return (document.findings.map(\.rule), document.undecided.map(\.rule))
  }

  private static func lines(_ confidences: [Int]) -> [ServiceLine] {
    let codes: [ServiceCode] = [.specializedInstruction, .occupationalTherapy, .speechLanguage, .counseling, .vision]
    return confidences.enumerated().map { index, confidence in
      var line = RuleTests.line("svc-\(index + 1)", codes[index], minutes: 30, sessions: 2)
      line.confidence = Rational(confidence, 100)
      return line
    }
  }

  @Test func whatADoubtfulLineLacksIsUndecidedInAFormThatWasNotUnderstood() {
    let (findings, undecided) = audited {
      $0.services = Self.lines([30, 40, 40])
      $0.services[0].endDate = nil
    }
    #expect(findings.isEmpty)
    #expect(undecided == ["SM-102"])
  }

  @Test func oneDoubtfulLineOfAFormThatWasUnderstoodLacksWhatItLacks() {
    let (findings, _) = audited {
      $0.services = Self.lines([30, 99, 99])
      $0.services[0].endDate = nil
    }
    #expect(findings == ["SM-102"])
    #expect(
      audited {
        $0.services = Self.lines([2, 99, 99])
        $0.services[0].endDate = nil
      }.findings.isEmpty)
  }

  private func mention(in confidence: Int) -> (findings: [String], undecided: [String]) {
    audited {
      $0.services = Self.lines([99, confidence, 99])
      $0.serviceMentions = [
        ServiceMention(
          service: Coded(code: .occupationalTherapy, text: "OT"),
          dose: Dose(text: "90 minutes", totalMinutes: Interval(90), period: Period(.week)))
      ]
    }
  }

  @Test func aComparisonNeedsALineThatWasReadWell() {
    #expect(mention(in: 99).findings == ["SM-302"])
    #expect(mention(in: 40).findings == ["SM-302"])
    #expect(mention(in: 20).findings.isEmpty)
    #expect(mention(in: 20).undecided == ["SM-302"])
  }

  @Test func whatADoubtfulLineSaysStandsInAFormThatWasNotUnderstood() {
    let (findings, _) = audited {
      $0.services = Self.lines([30, 40, 40])
      $0.services[0].dose.qualifier = .upTo
    }
    #expect(findings == ["SM-203"])
  }

  private func total(_ minutes: Int, _ change: (inout IEPDocument) -> Void = { _ in }) -> [String] {
    audited {
      var placement = Placement()
      placement.statedRelatedServiceMinutes = Dose(
        text: "\(minutes)", totalMinutes: Interval(Rational(minutes)), period: Period(.week))
      $0.iep.placement = placement
      change(&$0)
    }.findings
  }

  private static let unread = Diagnostic(
    "doubtful-service-line", stage: .parse, severity: .warning, message: "Doubtful.", text: "Counseling | 30 | weekly")

  @Test func aRowThatWasNotReadExplainsATotalThatIsTooLargeAndNoneThatIsTooSmall() {
    #expect(total(90) == ["SM-303"])
    #expect(total(90) { $0.diagnostics = [Self.unread] }.isEmpty)
    #expect(total(30) { $0.diagnostics = [Self.unread] } == ["SM-303"])
  }

  @Test func goalsOfSeveralKindsThatNobodyServesTellOfLinesThatWereNotRead() {
    func goal(_ id: String, _ area: GoalAreaCode) -> Goal {
      var goal = Goal(id: id, text: "Jo will do \(id).")
      goal.area = Coded(code: area, text: area.rawValue)
      return goal
    }
    #expect(total(90) { $0.goals = [goal("a", .vision), goal("b", .fineMotor)] } == ["SM-303", "SM-602"])
    #expect(total(90) { $0.goals = [goal("a", .vision), goal("b", .mobility), goal("c", .fineMotor)] }.isEmpty)
  }

  @Test func moreKindsThatWereSurelyReadThanAreMissingLeaveNoDoubt() {
    func findings(_ confidence: Int) -> [String] {
      audited { document in
        document.services = [ServiceCode.counseling, .nursing, .audiology].enumerated().map { index, code in
          var line = RuleTests.line("svc-\(index + 1)", code, minutes: 30, sessions: 2)
          line.confidence = Rational(confidence, 100)
          return line
        }
        document.goals = [GoalAreaCode.fineMotor, .grossMotor].map { area in
          var goal = Goal(id: area.rawValue, text: "Jo will do more.")
          goal.area = Coded(code: area, text: area.rawValue)
          return goal
        }
      }.findings.filter { $0 == "SM-602" }
    }
    #expect(findings(99) == ["SM-602", "SM-602"])
    #expect(findings(70).isEmpty)
  }

  @Test func goalsThatAreCountedFromOneOnAreWhole() {
    func findings(_ last: String) -> [String] {
      therapy(areas: [.reading, .mathematics]) {
        $0.goals[1].number = last
        for index in $0.goals.indices { $0.goals[index].confidence = Rational(7, 10) }
      }
    }
    #expect(findings("2") == ["SM-601"])
    #expect(findings("4").isEmpty)
  }

  private func therapy(areas: [GoalAreaCode?], _ change: (inout IEPDocument) -> Void = { _ in }) -> [String] {
    audited {
      $0.services = [RuleTests.line("svc-1", .physicalTherapy, minutes: 30, sessions: 1)]
      $0.goals = areas.enumerated().map { index, area in
        var goal = Goal(id: "goal-\(index + 1)", text: "Jo will do \(index).")
        goal.number = "\(index + 1)"
        goal.area = area.map { Coded(code: $0, text: $0.rawValue) }
        return goal
      }
      change(&$0)
    }.findings
  }

  @Test func whereNoAreaIsPrintedTheWordsOfTheGoalsTellWhatTheyServe() {
    func finding(_ text: String, others: [GoalAreaCode?] = [.reading, .mathematics]) -> [String] {
      therapy(areas: others + [nil]) { $0.goals[others.count].text = text }
    }
    #expect(finding("Jo will add fractions with unlike parts.") == ["SM-601"])
    #expect(finding("Jo will climb the stairs with one rail.").isEmpty)
    // Of a page's only goal its words prove nothing.
    #expect(finding("Jo will add fractions with unlike parts.", others: []).isEmpty)
    // What tells of no area may be of any.
    #expect(finding("Jo will do better.").isEmpty)
  }

  @Test func oneGoalForServicesOfManyKindsIsNotAllOfThem() {
    #expect(therapy(areas: [.reading]) == ["SM-601"])
    #expect(
      therapy(areas: [.reading]) {
        $0.services += [
          RuleTests.line("svc-2", .nursing, minutes: 30, sessions: 1),
          RuleTests.line("svc-3", .transportation, minutes: 30, sessions: 1),
          RuleTests.line("svc-4", .specializedInstruction, minutes: 30, sessions: 1),
        ]
      }.isEmpty)
  }

  @Test func anAmountOfALineThatTheSentenceNamesInFullIsNoContradiction() {
    func findings(_ quote: String) -> [String] {
      audited {
        $0.services.append(RuleTests.line("svc-2", .behavior, minutes: 25, sessions: 2))
        $0.services[1].service.text = "Behavior Skills Instruction"
        var mention = ServiceMention(
          service: Coded(code: .occupationalTherapy, text: "OT"),
          dose: Dose(text: "50 minutes", totalMinutes: Interval(50), period: Period(.week)))
        mention.quote = quote
        $0.serviceMentions = [mention]
      }.findings
    }
    #expect(findings("Behavior skills instruction, 50 minutes weekly, is beside OT.").isEmpty)
    #expect(findings("OT is 50 minutes weekly.") == ["SM-302"])
  }

  @Test func aServiceOfNoGoalsAreaIsAFindingWhereAllGoalsWereRead() {
    #expect(therapy(areas: [.reading, .mathematics]) == ["SM-601"])
    #expect(therapy(areas: [.reading, .grossMotor]).isEmpty)
    #expect(therapy(areas: [.reading, nil]) { $0.goals[1].text = "Jo will walk to class." }.isEmpty)
    // Goals counted from 1 without gaps are no pieces of one another.
    #expect(therapy(areas: [.reading, .mathematics]) { $0.goals[0].confidence = Rational(7, 10) } == ["SM-601"])
    #expect(therapy(areas: [.reading, .mathematics]) { $0.goals[1].number = "3" }.isEmpty)
    #expect(therapy(areas: [.reading, .mathematics]) { $0.goals[1].number = nil }.isEmpty)
    #expect(therapy(areas: [.reading, .mathematics]) { $0.goals[1].number = "1" }.isEmpty)
  }
}
