public import IEPModel

/// Services and goals as an Ed-Fi 6.1 `InterchangeSpecialEducationDataModel`: standard XML for a district whose plans
/// are only papers. What the standard demands and no plan states is given or derived by a rule that stands here; what
/// it cannot express is left out, and said.
///
/// Rules: `IEPFinalizedDate` is the meeting's day, else the plan's first; `StudentIEPIdentifier` the document's id;
/// every plan is Active; `Duration` is the minutes in the period, not of a session (Ed-Fi Data Standard 6.1); amounts by
/// the day are written by the week of five days.
public struct EdFiExport {
  /// What could not be written, of which document and line. Names no student.
  public struct Omission: Sendable, Hashable {
    public var documentId: String
    /// `svc-2`, `goal-1`; `nil` for the whole document.
    public var part: String?
    public var reason: String
  }

  private let organization: Int
  private let namespace: String
  private var writer = XMLWriter()
  private var students: Set<String> = []
  public private(set) var omissions: [Omission] = []
  public private(set) var services = 0
  public private(set) var goals = 0

  /// - Parameters:
  ///   - organization: the district's or school's id in Ed-Fi.
  ///   - namespace: before descriptors' values: `uri://ed-fi.org`.
  public init(organization: Int, namespace: String) {
    self.organization = organization
    self.namespace = namespace
    writer.open("InterchangeSpecialEducationDataModel", [("xmlns", "http://ed-fi.org/6.1.0")])
  }

  /// The whole file; call it last.
  public mutating func finish() -> String {
    writer.close("InterchangeSpecialEducationDataModel")
    return writer.text
  }

  /// Whether anything was written: the schema wants one record at least.
  public var isEmpty: Bool { students.isEmpty }

  public mutating func add(_ document: IEPDocument) {
    func omit(_ part: String?, _ reason: String) {
      omissions.append(Omission(documentId: document.documentId, part: part, reason: reason))
    }
    guard let student = document.student.studentId, !student.isEmpty, student.utf8.count <= 32 else {
      return omit(nil, "has no student number")
    }
    guard let begin = document.iep.startDate, let end = document.iep.endDate else {
      return omit(nil, "has no first and last day of the plan")
    }
    let plan = Plan(
      student: student, identifier: document.documentId, finalized: document.iep.meetingDate ?? begin, begin: begin)
    if students.insert(student).inserted { addStudent(document, student) }
    writer.open("StudentIEP")
    writeStudent(student)
    writeOrganization()
    writer.leaf("StudentIEPIdentifier", plan.identifier)
    writer.leaf("IEPFinalizedDate", "\(plan.finalized)")
    writer.leaf("IEPBeginDate", "\(begin)")
    writer.leaf("IEPEndDate", "\(end)")
    writer.leaf("IEPStatus", descriptor("IEPStatus", "Active"))
    writer.close("StudentIEP")
    for line in document.services { add(line, of: plan, document: document) }
    for goal in document.goals { add(goal, of: plan, document: document) }
  }

  private struct Plan {
    var student: String
    var identifier: String
    var finalized: CalendarDate
    var begin: CalendarDate
  }

  private mutating func addStudent(_ document: IEPDocument, _ id: String) {
    guard let name = document.student.name.flatMap(Self.parts), let born = document.student.dateOfBirth else {
      omissions.append(
        Omission(
          documentId: document.documentId, part: "student",
          reason: "has no first and last name or no birth date: the plan is written, the student's record is not"))
      return
    }
    writer.open("Student")
    writer.leaf("StudentUniqueId", id)
    writer.open("Name")
    writer.leaf("FirstName", name.first)
    writer.leaf("LastSurname", name.last)
    writer.close("Name")
    writer.open("BirthData")
    writer.leaf("BirthDate", "\(born)")
    writer.close("BirthData")
    writer.close("Student")
  }

  /// "Ada Quill" and "Quill, Ada".
  private static func parts(_ name: String) -> (first: String, last: String)? {
    let halves = name.split(separator: ",", maxSplits: 1).map { String($0).trimmed }
    if halves.count == 2 { return halves.contains("") ? nil : (halves[1], halves[0]) }
    guard let space = name.firstIndex(of: " ") else { return nil }
    let (first, last) = (String(name[..<space]), String(name[name.index(after: space)...]).trimmed)
    return first.isEmpty || last.isEmpty ? nil : (first, last)
  }

  // MARK: Lines

  private mutating func add(_ line: ServiceLine, of plan: Plan, document: IEPDocument) {
    let amount: EdFiAmount
    switch EdFiAmount.of(line.dose) {
    case .success(let found): amount = found
    case .failure(let cause):
      omissions.append(Omission(documentId: document.documentId, part: line.id, reason: cause.reason))
      return
    }
    guard let location = line.location else {
      omissions.append(
        Omission(
          documentId: document.documentId, part: line.id, reason: "states no location, which the standard demands"))
      return
    }
    writer.open("StudentIEPServicePrescription")
    writeReference(plan)
    writer.leaf(
      "ServicePrescription",
      descriptor("ServicePrescription", line.service.code.flatMap { EdFiWords.services[$0] } ?? line.service.text))
    writer.leaf("ServicePrescriptionDate", "\(plan.finalized)")
    writer.leaf("BeginDate", "\(line.startDate ?? plan.begin)")
    writer.leaf("Duration", "\(amount.minutes)")
    writer.leaf("DurationInterval", descriptor("DurationInterval", amount.interval))
    if let end = line.endDate { writer.leaf("EndDate", "\(end)") }
    writer.leaf("Frequency", amount.frequency.formatted())
    writer.leaf("FrequencyInterval", descriptor("FrequencyInterval", amount.interval))
    writer.leaf(
      "ServiceLocationType",
      descriptor("ServiceLocationType", location.code.flatMap { EdFiWords.locations[$0] } ?? location.text))
    writer.close("StudentIEPServicePrescription")
    services += 1
  }

  private mutating func add(_ goal: Goal, of plan: Plan, document: IEPDocument) {
    guard goal.text.unicodeScalars.count <= 2048 else {
      omissions.append(
        Omission(documentId: document.documentId, part: goal.id, reason: "is longer than the 2048 characters allowed"))
      return
    }
    writer.open("StudentIEPGoal")
    writeReference(plan)
    writer.leaf("IEPGoalIdentifier", goal.number ?? goal.id)
    writer.leaf("IEPGoalDetails", goal.text)
    let isAcademic = goal.area?.code.map { [.reading, .writing, .mathematics, .academicOther].contains($0) } ?? false
    writer.leaf(
      "IEPGoalType", descriptor("IEPGoalType", isAcademic ? "Academic Achievement" : "Functional Performance"))
    if let target = goal.targetDate {
      writer.open("GoalAchievementPeriod")
      writer.leaf("BeginDate", "\(plan.begin)")
      writer.leaf("EndDate", "\(target)")
      writer.close("GoalAchievementPeriod")
    }
    writer.close("StudentIEPGoal")
    goals += 1
  }

  private mutating func writeReference(_ plan: Plan) {
    writer.open("StudentIEPReference")
    writer.open("StudentIEPIdentity")
    writeStudent(plan.student)
    writeOrganization()
    writer.leaf("StudentIEPIdentifier", plan.identifier)
    writer.leaf("IEPFinalizedDate", "\(plan.finalized)")
    writer.close("StudentIEPIdentity")
    writer.close("StudentIEPReference")
  }

  private mutating func writeStudent(_ id: String) {
    writer.open("StudentReference")
    writer.open("StudentIdentity")
    writer.leaf("StudentUniqueId", id)
    writer.close("StudentIdentity")
    writer.close("StudentReference")
  }

  private mutating func writeOrganization() {
    writer.open("EducationOrganizationReference")
    writer.open("EducationOrganizationIdentity")
    writer.leaf("EducationOrganizationId", "\(organization)")
    writer.close("EducationOrganizationIdentity")
    writer.close("EducationOrganizationReference")
  }

  private func descriptor(_ kind: String, _ value: String) -> String { "\(namespace)/\(kind)Descriptor#\(value)" }
}

extension String {
  fileprivate var trimmed: String {
    var slice = self[...]
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }
}
