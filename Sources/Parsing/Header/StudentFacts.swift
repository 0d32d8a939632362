import IEPModel

/// Who the plan is for, of what the document claims.
struct StudentFacts {
  let values: ValueReaders
  let claims: HeaderClaims

  /// - Parameter near: when the plan was made, to resolve a birth year of two digits.
  func read(near: CalendarDate?) -> Student {
    var student = Student()
    var places: [Place] = []
    func text(_ role: HeaderRole, _ property: String) -> String? {
      guard let claim = claims.best(role) else { return nil }
      places.append(claim.place.of(property))
      return claim.value
    }
    student.name = text(.name, "name")
    student.studentId = text(.studentId, "studentId")
    student.school = text(.school, "school")
    student.district = text(.district, "district")
    if let short = student.district, let whole = claims.longerDistrict(than: short) { student.district = whole }
    if let claim = claims.best(.grade), let grade = Grade.normalised(claim.value) {
      student.grade = grade
      places.append(claim.place.of("grade"))
    }
    if let claim = claims.best(.dateOfBirth),
      let date = values.dates.date(claim.value, near: near.map { $0.adding(years: -11) })
    {
      student.dateOfBirth = date
      places.append(claim.place.of("dateOfBirth"))
    }
    student.disabilities = disabilities(claims.best(.disability), claims.best(.secondaryDisability), &places)
    student.provenance = places
    return student
  }

  private func disabilities(
    _ primary: HeaderClaim?, _ secondary: HeaderClaim?, _ places: inout [Place]
  ) -> [Coded<DisabilityCode>] {
    var result: [Coded<DisabilityCode>] = []
    for claim in [primary, secondary].compactMap({ $0 }) where !CellReading.isBlank(claim.value) {
      places.append(claim.place.of("disabilities"))
      let whole = claim.value
      let parts = whole.split { $0 == ";" || $0 == "\n" }.map { String($0).trimmingBlanks }
      for part in parts.count > 1 ? parts : [whole] {
        let coded = Coded(code: values.vocabulary.disabilityCode(of: part), text: part)
        if !result.contains(coded) { result.append(coded) }
      }
    }
    return result
  }
}
