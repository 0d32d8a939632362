import IEPModel
import Seeds
import Testing

@testable import Audit

@Suite struct AreaLinkTests {
  let tests: RuleTests

  init() throws { tests = try RuleTests() }

  private func findings(
    _ services: [ServiceCode], area: GoalAreaCode? = nil, _ text: String = "Jo will do more.",
    _ change: (inout IEPDocument) -> Void = { _ in }
  ) -> [String] {
    tests.rules(
      RuleTests.document {
        $0.services = services.enumerated().map { RuleTests.line("svc-\($0 + 1)", $1, minutes: 30, sessions: 1) }
        var goal = Goal(id: "goal-1", text: text)
        goal.area = area.map { Coded(code: $0, text: $0.rawValue) }
        $0.goals = [goal]
        change(&$0)
      }
    ).filter { $0 == "SM-602" }
  }

  @Test func aGoalOfSpecialistsNeedsOneOfThem() {
    #expect(findings([.occupationalTherapy], area: .communication) == ["SM-602"])
    #expect(findings([.occupationalTherapy, .speechLanguage], area: .communication).isEmpty)
    #expect(findings([.specializedInstruction, .nursing], area: .socialEmotional) == ["SM-602"])
    #expect(findings([.specializedInstruction, .socialWork], area: .socialEmotional).isEmpty)
  }

  @Test func aGoalOfAnyTeacherNeedsNoLine() {
    #expect(findings([.occupationalTherapy], area: .reading).isEmpty)
    #expect(findings([.occupationalTherapy], area: .behavior).isEmpty)
  }

  @Test func withoutAnAreaSeveralWordsOfTheGoalTellWhoServesIt() {
    let walks = "Jo will walk up the stairs with one hand on the rail."
    #expect(findings([.speechLanguage], walks) == ["SM-602"])
    #expect(findings([.physicalTherapy], walks).isEmpty)
    #expect(findings([.speechLanguage], "Jo will get up the hill.").isEmpty)
  }

  @Test func theGoalsWordsMayTellOfAnotherAreaThanItsHeading() {
    let text = "Jo will copy three sentences legibly with a pencil grip."
    #expect(findings([.occupationalTherapy], area: .grossMotor, text).isEmpty)
    #expect(findings([.speechLanguage], area: .grossMotor, text) == ["SM-602"])
  }

  @Test func aServiceThatThePagesNameMayBeALineThatWasNotRead() {
    #expect(
      findings([.occupationalTherapy], area: .communication) {
        $0.sections = [Section(code: .services, heading: "Services", text: "Speech therapy 30 minutes weekly")]
      }.isEmpty)
  }

  @Test func aPlaceThatIsNamedForATherapistIsNoLineOfTheirs() {
    #expect(
      findings([.counseling], area: .fineMotor) {
        $0.services[0].location = Coded(code: .therapyRoom, text: "OT/PT Room")
        $0.sections = [Section(code: .services, heading: "Services", text: "Counseling 30 minutes OT/PT Room")]
      } == ["SM-602"])
  }

  @Test func aFormWithoutAnyRelatedServiceWasPerhapsReadInPart() {
    #expect(
      findings([.specializedInstruction], area: .communication) {
        $0.services[0].category = .specialEducation
      }.isEmpty)
    #expect(
      findings([.specializedInstruction], area: .communication) {
        $0.services[0].category = .specialEducation
        $0.source.format = .xml
      } == ["SM-602"])
  }

  @Test func aWordStandsForAllThatBeginSo() {
    #expect(WordPattern("walk*").stands(in: ["jo", "walking"]))
    #expect(!WordPattern("walk").stands(in: ["jo", "walking"]))
    #expect(WordPattern("take turns").stands(in: ["to", "take", "turns"]))
    #expect(!WordPattern("take turns").stands(in: ["turns", "take"]))
  }

  @Test func severalNumbersWithoutAGoalTellOfGoalsThatWereNotRead() {
    func numbered(_ numbers: [String]) -> [String] {
      tests.rules(
        RuleTests.document {
          $0.services = numbers.enumerated().map { index, number in
            var line = RuleTests.line(
              "svc-\(index + 1)", [.occupationalTherapy, .speechLanguage, .counseling][index], minutes: 30, sessions: 1)
            line.goalNumbers = [number]
            return line
          }
          $0.goals = ["1", "2"].enumerated().map { index, number in
            var goal = Goal(id: "goal-\(index + 1)", text: "Jo will do \(number).")
            goal.number = number
            return goal
          }
        }
      ).filter { $0 == "SM-615" }
    }
    #expect(numbered(["1", "2", "7"]) == ["SM-615"])
    #expect(numbered(["1", "6", "7"]).isEmpty)
  }
}
