import Audit
import IEPModel
import Seeds
import Testing

@Suite struct RuleTests {
  let auditor: Auditor

  init() throws { auditor = Auditor(catalogue: try RuleCatalogue(seeds: .embedded), calendar: SchoolCalendar()) }

  static func document(_ change: (inout IEPDocument) -> Void) -> IEPDocument {
    let source = Source(
      path: "a.pdf", sha256: String(repeating: "0", count: 64), bytes: 1, format: .pdf, profile: "generic")
    var document = IEPDocument(documentId: "a", source: source)
    document.iep.startDate = CalendarDate(iso: "2025-09-02")
    document.iep.endDate = CalendarDate(iso: "2026-09-01")
    document.services = [line("svc-1", .occupationalTherapy, minutes: 30, sessions: 2)]
    change(&document)
    return document
  }

  static func line(_ id: String, _ code: ServiceCode, minutes: Int, sessions: Int) -> ServiceLine {
    var line = ServiceLine(
      id: id, category: .relatedService, service: Coded(code: code, text: code.rawValue),
      dose: Dose(
        text: "\(sessions) x \(minutes) min weekly", sessionMinutes: Interval(Rational(minutes)),
        sessions: Interval(Rational(sessions)),
        period: Period(.week)))
    line.location = Coded(code: .generalEducation, text: "classroom")
    line.startDate = CalendarDate(iso: "2025-09-02")
    line.endDate = CalendarDate(iso: "2026-09-01")
    line.asked = [.amount, .frequency, .location, .startDate, .endDate]
    return line
  }

  func rules(_ document: IEPDocument) -> [String] { auditor.audit(document).findings.map(\.rule) }

  @Test func aConsistentDocumentHasNoFindings() {
    #expect(rules(Self.document { _ in }).isEmpty)
  }

  @Test func aBlankPlaceIsAFindingOnlyWhereTheFormAsksForOne() {
    #expect(rules(Self.document { $0.services[0].location = nil }) == ["SM-105"])
    #expect(
      rules(
        Self.document {
          $0.services[0].location = nil; $0.services[0].asked = [.amount]
        }
      ).isEmpty)
  }

  @Test func datesOutsideThePlanAreFindings() {
    #expect(rules(Self.document { $0.services[0].startDate = CalendarDate(iso: "2025-08-01") }) == ["SM-401"])
    #expect(rules(Self.document { $0.services[0].endDate = CalendarDate(iso: "2026-10-01") }) == ["SM-402"])
    #expect(rules(Self.document { $0.services[0].endDate = CalendarDate(iso: "2025-06-01") }) == ["SM-405"])
    #expect(rules(Self.document { $0.iep.endDate = CalendarDate(iso: "2026-10-02") }) == ["SM-403"])
  }

  private func mention(_ minutes: Int, _ period: Period, historical: Bool = false) -> ServiceMention {
    var mention = ServiceMention(
      service: Coded(code: .occupationalTherapy, text: "OT"),
      dose: Dose(text: "\(minutes) minutes", totalMinutes: Interval(Rational(minutes)), period: period))
    mention.historical = historical
    return mention
  }

  @Test func aMentionThatDiffersIsAFindingWithItsArithmetic() throws {
    let found = auditor.audit(Self.document { $0.serviceMentions = [mention(90, Period(.week))] }).findings
    let finding = try #require(found.first)
    #expect(finding.rule == "SM-302")
    #expect(finding.subjects.contains("mention-1"))
    #expect(finding.arithmetic?.contains("2 x 30 min/week = 60 min/week") == true)
  }

  @Test func aMentionAgreesInEitherMonthConvention() {
    #expect(rules(Self.document { $0.serviceMentions = [mention(240, Period(.month))] }).isEmpty)
    #expect(rules(Self.document { $0.serviceMentions = [mention(260, Period(.month))] }).isEmpty)
  }

  @Test func whatWasLastYearIsNotCompared() {
    #expect(rules(Self.document { $0.serviceMentions = [mention(90, Period(.week), historical: true)] }).isEmpty)
  }

  @Test func aStatedTotalThatNoReadingGivesIsAFinding() {
    let total = Dose(text: "150", totalMinutes: Interval(150), period: Period(.week))
    #expect(
      rules(
        Self.document {
          $0.iep.placement = {
            var p = Placement(); p.statedRelatedServiceMinutes = total; return p
          }()
        }) == ["SM-303"])
  }

  @Test func theSameFactsGiveTheSameFingerprint() {
    let one = auditor.audit(Self.document { $0.services[0].location = nil }).findings
    var moved = Self.document { $0.services[0].location = nil }
    moved.services[0].provenance = [Place(page: 9)]
    #expect(one.map(\.fingerprint) == auditor.audit(moved).findings.map(\.fingerprint))
  }

  @Test func aRangeNeedsAReasonInTheStudentsNeeds() {
    func document(_ text: String) -> IEPDocument {
      Self.document {
        $0.services[0].dose.text = text
        $0.services[0].dose.sessionMinutes = Interval(Rational(20), Rational(30))
      }
    }
    #expect(rules(document("2 x 20 to 30 min weekly")).contains("SM-202"))
    #expect(!rules(document("2 x 20 to 30 min weekly because fatigue varies")).contains("SM-202"))
  }

  @Test func anInterpreterMayStayAllDay() {
    func found(_ code: ServiceCode) -> [String] {
      rules(Self.document { $0.services = [Self.line("svc-1", code, minutes: 330, sessions: 5)] })
    }
    #expect(!found(.interpreting).contains("SM-309"))
    #expect(found(.occupationalTherapy).contains("SM-309"))
  }
}
