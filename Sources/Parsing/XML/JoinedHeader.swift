import Extraction
import IEPModel

/// A document's head, of the plan's record and of those that it names.
extension JoinedExportReader {
  func fill(
    _ document: inout IEPDocument, _ record: XMLElement, _ plan: XMLMapping.Plan, _ mapping: XMLMapping,
    _ records: MappedRecords
  ) {
    let program = plan.program.flatMap { program in
      record.value(at: program.key).flatMap { records.person(program.lookup, $0.text) }
    }
    let programFields = plan.program.flatMap { mapping.lookups?[$0.lookup]?.fields } ?? [:]
    func field(_ name: String) -> (text: String, place: Place)? {
      let holder =
        plan.fields[name].map { (record, $0) } ?? program.flatMap { at in programFields[name].map { (at, $0) } }
      guard let (element, path) = holder, let value = element.value(at: path), let text = Self.code(value.text) else {
        return nil
      }
      return (text, Place(xpath: "//\(element.name)/\(path)", line: value.line))
    }
    if let id = record.value(at: plan.student) {
      document.student.studentId = id.text
      document.student.provenance.append(
        Place(xpath: "//\(record.name)/\(plan.student)", line: id.line, property: "studentId"))
      if let person = records.person("student", id.text), let fields = mapping.lookups?["student"]?.fields {
        let names = ["first", "last"].compactMap { fields[$0].flatMap { person.value(at: $0)?.text } }
        if !names.isEmpty { document.student.name = names.joined(separator: " ") }
        document.student.dateOfBirth = fields["dateOfBirth"].flatMap { person.value(at: $0) }.flatMap {
          day($0.text)
        }
        if let number = fields["studentId"].flatMap({ person.value(at: $0)?.text }) {
          document.student.studentId = number
        }
        document.student.provenance.append(Place(xpath: "//\(person.name)", line: person.line, property: "name"))
      }
      fillEnrollment(&document, of: id.text, organization: field("organization")?.text, mapping, records)
    }
    if let (text, place) = field("startDate") {
      document.iep.startDate = day(text)
      document.iep.provenance.append(place.of("startDate"))
    }
    if let (text, place) = field("endDate") {
      document.iep.endDate = day(text)
      document.iep.provenance.append(place.of("endDate"))
    }
    if field("amendedDate") != nil { document.iep.kind = .amendment }
    if let (text, place) = field("disability") {
      document.student.disabilities = [Coded(code: values.vocabulary.disabilityCode(of: text), text: text)]
      document.student.provenance.append(place.of("disabilities"))
    }
    func dayOf(_ name: String) -> CalendarDate? {
      guard let (text, place) = field(name), let date = day(text) else { return nil }
      document.iep.provenance.append(place.of(name))
      return date
    }
    document.iep.meetingDate = dayOf("meetingDate")
    document.iep.annualReviewDate = dayOf("annualReviewDate")
    document.iep.lastEvaluationDate = dayOf("lastEvaluationDate")
    document.iep.reevaluationDueDate = dayOf("reevaluationDueDate")
    var placement = Placement()
    placement.environment = field("environment")?.text
    func hours(_ name: String) -> Dose? {
      guard let (text, _) = field(name), let hours = Rational(parsing: text) else { return nil }
      return Dose(text: text, totalMinutes: Interval(hours * 60), period: Period(.week))
    }
    placement.statedSpecialEducationMinutes = hours("specialEducationHoursPerWeek")
    placement.statedSchoolMinutes = hours("schoolHoursPerWeek")
    if !placement.isEmpty { document.iep.placement = placement }
  }

  /// Grade, school and district stand in records of their own: an enrollment names the school, the school its district.
  /// - Parameter organization: the key of a school or a district that the plan's own record names.
  private func fillEnrollment(
    _ document: inout IEPDocument, of student: String, organization: String?, _ mapping: XMLMapping,
    _ records: MappedRecords
  ) {
    func record(_ lookup: String, _ key: String?) -> XMLElement? { key.flatMap { records.person(lookup, $0) } }
    func value(_ name: String, _ lookup: String, _ record: XMLElement?) -> (text: String, place: Place)? {
      guard let record, let path = mapping.lookups?[lookup]?.fields[name], let value = record.value(at: path),
        let text = Self.code(value.text)
      else { return nil }
      return (text, Place(xpath: "//\(record.name)/\(path)", line: value.line))
    }
    let enrollment = record("enrollment", student)
    let grade = value("grade", "enrollment", enrollment) ?? value("grade", "student", record("student", student))
    if let grade, let normalised = Grade.normalised(grade.text) {
      document.student.grade = normalised
      document.student.provenance.append(grade.place.of("grade"))
    }
    let school =
      record("school", value("school", "enrollment", enrollment)?.text) ?? record("school", organization)
    if let name = value("name", "school", school) {
      document.student.school = name.text
      document.student.provenance.append(name.place.of("school"))
    }
    let district = record("district", organization) ?? record("district", value("district", "school", school)?.text)
    if let name = value("name", "district", district) {
      document.student.district = name.text
      document.student.provenance.append(name.place.of("district"))
    }
  }
}
