/// One IEP as read from one source document: what the pipeline writes (contract: document.schema.json).
/// Properties stand in the schema's order; the writer keeps that order.
public struct IEPDocument: Hashable, Sendable, Codable {
  public var schemaVersion = "1.0"
  /// Stable across runs and machines.
  public var documentId: String
  public var source: Source
  public var student = Student()
  public var iep = IEP()
  public var services: [ServiceLine] = []
  public var serviceMentions: [ServiceMention] = []
  public var goals: [Goal] = []
  @OmittedWhenEmpty public var accommodations: [Accommodation] = []
  public var sections: [Section] = []
  public var findings: [Finding] = []
  @OmittedWhenEmpty public var undecided: [UndecidedRule] = []
  public var criteriaPack: CriteriaPackReference?
  public var diagnostics: [Diagnostic] = []

  public init(documentId: String, source: Source) {
    self.documentId = documentId
    self.source = source
  }
}

public struct Source: Hashable, Sendable, Codable {
  public enum Format: String, Hashable, Sendable, Codable { case pdf, xml }
  public enum TextOrigin: String, Hashable, Sendable, Codable { case native, ocr, mixed, none }

  /// Relative to the input folder, '/' separated.
  public var path: String
  public var sha256: String
  public var bytes: Int
  public var format: Format
  /// Which reader understood it: an XML mapping's id, `automatic`, or for PDF `generic`.
  public var profile: String
  /// 1-based position in a file that holds many records.
  public var record: Int?
  public var pageCount: Int?
  public var textOrigin: TextOrigin?

  public init(path: String, sha256: String, bytes: Int, format: Format, profile: String) {
    self.path = path
    self.sha256 = sha256
    self.bytes = bytes
    self.format = format
    self.profile = profile
  }
}

public struct Student: Hashable, Sendable, Codable {
  public var name: String?
  public var studentId: String?
  public var dateOfBirth: CalendarDate?
  /// PK, K, 1 ... 12, 13+.
  public var grade: String?
  public var school: String?
  public var district: String?
  /// Primary first.
  @OmittedWhenEmpty public var disabilities: [Coded<DisabilityCode>] = []
  @OmittedWhenEmpty public var provenance: [Place] = []

  public init() {}
}

public struct IEP: Hashable, Sendable, Codable {
  public var kind: IEPKind?
  public var meetingDate: CalendarDate?
  /// First day the IEP is in effect.
  public var startDate: CalendarDate?
  /// Last day the IEP is in effect.
  public var endDate: CalendarDate?
  public var annualReviewDate: CalendarDate?
  public var lastEvaluationDate: CalendarDate?
  public var reevaluationDueDate: CalendarDate?
  public var extendedSchoolYear: Bool?
  public var placement: Placement?
  @OmittedWhenEmpty public var provenance: [Place] = []

  public init() {}
}

public struct Placement: Hashable, Sendable, Codable {
  /// 0 to 100.
  public var generalEducationPercent: Rational?
  /// The stated IDEA Part B educational environment, as written.
  public var environment: String?
  public var statedSpecialEducationMinutes: Dose?
  public var statedRelatedServiceMinutes: Dose?
  public var statedSchoolMinutes: Dose?

  public init() {}

  public var isEmpty: Bool { self == Placement() }
}

/// One line of the services grid or its equivalent.
public struct ServiceLine: Hashable, Sendable, Codable {
  /// Unique in the document: svc-1, svc-2 ...
  public var id: String
  public var category: ServiceCategory
  public var service: Coded<ServiceCode>
  public var dose: Dose
  public var location: Coded<LocationCode>?
  public var delivery: Delivery?
  public var grouping: Grouping?
  public var provider: Coded<ProviderCode>?
  public var startDate: CalendarDate?
  public var endDate: CalendarDate?
  public var extendedSchoolYear: Bool?
  /// Goals that the line names, as written.
  @OmittedWhenEmpty public var goalNumbers: [String] = []
  public var classification: ServiceClassification?
  /// 0 to 1.
  public var confidence: Rational?
  @OmittedWhenEmpty public var provenance: [Place] = []
  /// Facts for which the form has a column or a label, filled in or not: only what a form asks for can be missing.
  /// Not part of the output.
  public var asked: Set<ServiceFact> = []

  public init(id: String, category: ServiceCategory, service: Coded<ServiceCode>, dose: Dose) {
    self.id = id
    self.category = category
    self.service = service
    self.dose = dose
  }

  private enum CodingKeys: String, CodingKey {
    case id, category, service, dose, location, delivery, grouping, provider, startDate, endDate, extendedSchoolYear
    case goalNumbers, classification, confidence, provenance
  }
}

/// The facts that a services grid may ask for.
public enum ServiceFact: String, Hashable, Sendable, CaseIterable {
  case amount, frequency, location, delivery, grouping, provider, startDate, endDate, goalNumbers
}

/// An amount of a service written outside the grid.
public struct ServiceMention: Hashable, Sendable, Codable {
  public var service: Coded<ServiceCode>
  public var dose: Dose
  public var section: SectionCode?
  public var quote: String?
  /// True where the sentence speaks of what was: last year's IEP, another district.
  public var historical: Bool?
  @OmittedWhenEmpty public var provenance: [Place] = []

  public init(service: Coded<ServiceCode>, dose: Dose) {
    self.service = service
    self.dose = dose
  }
}

/// An annual goal.
public struct Goal: Hashable, Sendable, Codable {
  /// Unique in the document: goal-1 ...
  public var id: String
  /// As written.
  public var number: String?
  public var area: Coded<GoalAreaCode>?
  /// The whole annual goal, unwrapped to one line.
  public var text: String
  public var baseline: String?
  public var components: GoalComponents?
  public var measurementMethod: String?
  public var progressReporting: String?
  @OmittedWhenEmpty public var responsible: [Coded<ProviderCode>] = []
  public var targetDate: CalendarDate?
  @OmittedWhenEmpty public var objectives: [Objective] = []
  public var classification: GoalClassification?
  /// 0 to 1.
  public var confidence: Rational?
  @OmittedWhenEmpty public var provenance: [Place] = []

  public init(id: String, text: String) {
    self.id = id
    self.text = text
  }
}

/// The parts of a measurable goal, each a quoted span of its text (or of the cell that holds it).
public struct GoalComponents: Hashable, Sendable, Codable {
  public var timeframe: String?
  public var condition: String?
  public var learner: String?
  /// The target: what the student does, as measured.
  public var behavior: String?
  public var criterion: String?
  /// Over how many trials, days or weeks the criterion holds.
  public var span: String?
  /// By what it is measured.
  public var measurement: String?
  /// By what therapy or support it is reached.
  public var means: String?
  /// What for: "in order to ...".
  public var purpose: String?

  public init() {}

  public var isEmpty: Bool { self == GoalComponents() }
}

/// A short-term objective or benchmark.
public struct Objective: Hashable, Sendable, Codable {
  public var number: String?
  public var text: String
  public var criterion: String?
  public var targetDate: CalendarDate?
  @OmittedWhenEmpty public var provenance: [Place] = []

  public init(text: String) { self.text = text }
}

public struct Accommodation: Hashable, Sendable, Codable {
  public var text: String
  @OmittedWhenEmpty public var provenance: [Place] = []

  public init(text: String) { self.text = text }
}

public struct Section: Hashable, Sendable, Codable {
  public var code: SectionCode
  public var heading: String
  public var text: String
  @OmittedWhenEmpty public var criteria: [CriterionResult] = []
  @OmittedWhenEmpty public var provenance: [Place] = []

  public init(code: SectionCode, heading: String, text: String) {
    self.code = code
    self.heading = heading
    self.text = text
  }
}
