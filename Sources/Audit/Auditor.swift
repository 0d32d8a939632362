public import IEPModel
import Seeds

/// Checks a document against the catalogue and fills in findings and what could not be decided.
public struct Auditor: Sendable {
  private let catalogue: RuleCatalogue
  private let calendar: SchoolCalendar

  public init(catalogue: RuleCatalogue, calendar: SchoolCalendar, asOf: CalendarDate? = nil) {
    self.catalogue = catalogue
    self.calendar = calendar
  }

  static let rules: [AuditRule] =
    CompletenessRules.all + ClarityRules.all + AgreementRules.all + DateRules.all + PlacementRules.all
    + LinkageRules.all + TransitionRules.all + RoleRules.all

  public func audit(_ document: IEPDocument) -> IEPDocument {
    var document = document
    let context = AuditContext(document: document, calendar: calendar, catalogue: catalogue)
    var findings: [Finding] = []
    var undecided: [UndecidedRule] = []
    for rule in Self.rules {
      guard let record = catalogue[rule.id] else { continue }
      for verdict in rule.check(context) {
        switch verdict {
        case .fail(let failure):
          if let doubt = doubt(of: failure, by: record, context.doubts) {
            undecided.append(UndecidedRule(rule: rule.id, because: doubt))
          } else {
            findings.append(finding(failure, record))
          }
        case .cannotTell(let reason): undecided.append(UndecidedRule(rule: rule.id, because: reason))
        }
      }
    }
    document.findings = findings.enumerated().sorted { ($0.element.rule, $0.offset) < ($1.element.rule, $1.offset) }
      .map(\.element)
    document.undecided = undecided.sorted { $0.rule < $1.rule }
    return document
  }

  /// Why a failure is no finding: what it speaks of was read with too little confidence.
  private func doubt(of failure: Failure, by record: RuleRecord, _ doubts: ReadingDoubts) -> String? {
    doubts.first(of: failure.subjects, ground: failure.ground ?? record.ground).map { subject, confidence in
      "\(subject) was read with confidence \(confidence.formatted(places: 2)); as read: \(failure.message)"
    }
  }

  private func finding(_ failure: Failure, _ record: RuleRecord) -> Finding {
    var finding = Finding(
      rule: record.id, severity: failure.severity ?? record.severity, message: failure.message,
      subjects: failure.subjects)
    finding.expected = failure.expected
    finding.actual = failure.actual
    finding.arithmetic = failure.arithmetic
    finding.citation = record.citation
    let facts = ([record.id] + failure.facts).map { $0.lowercased() }.joined(separator: "|")
    finding.fingerprint = String(SHA256.hex(of: facts.utf8).prefix(16))
    finding.provenance = failure.places
    return finding
  }
}

extension ServiceLine {
  /// The line's own box, with its id as the place's subject.
  var placesAsSubject: [Place] { provenance.first { $0.property == nil }.map { [$0.of(id)] } ?? [] }
  /// What the line says, for fingerprints.
  var facts: [String] {
    [service.text, dose.text, location?.text ?? "", startDate?.description ?? "", endDate?.description ?? ""]
  }
}
