import IEPModel

/// How well values suit the facts of the header.
struct HeaderFit: Sendable {
  let labels: LabelVocabulary
  let values: ValueReaders

  /// How well a value suits a role: `nil` where it can't be it.
  func fit(_ role: HeaderRole, _ value: String, label: String) -> Double? {
    // "Not needed" answers the question of ESY, and is a blank elsewhere.
    if CellReading.isBlank(value), role != .extendedSchoolYear || value.utf8.count < 4 { return nil }
    // "LEA Representative ________ Date ____": a line to sign on.
    if value.contains("____") { return nil }
    let words = value.split(separator: " ").count
    switch role {
    case .name:
      let letters = value.unicodeScalars.filter { $0.isLetter }.count
      let digits = value.unicodeScalars.contains { ("0"..."9").contains($0) }
      // What a heading says, and whoever else is named.
      let titles: Set<String> = [
        "and", "levels", "information", "services", "goals", "program", "parent", "parents", "guardian", "teacher",
      ]
      return letters >= 3 && !digits && words <= 7 && value.first?.isLetter == true && !value.contains(":")
        && value.contains(where: \.isUppercase) && labels.header.exact(value).isEmpty
        && titles.isDisjoint(with: LabelTokens.words(value)) ? 1 : nil
    case .studentId:
      let digits = value.unicodeScalars.filter { ("0"..."9").contains($0) }.count
      if Self.isPhone(value) { return nil }
      // "1160 4423 8": figures in groups.
      let isGrouped = words <= 4 && value.allSatisfy { $0.isNumber || $0 == " " }
      return digits >= 3 && (words <= 2 || isGrouped) && values.dates.date(value, near: nil) == nil ? 1 : nil
    case .dateOfBirth, .meetingDate, .annualReviewDate, .lastEvaluationDate, .reevaluationDueDate:
      return values.dates.remarkedDate(value, near: nil) != nil ? 1 : nil
    case .startDate, .endDate:
      return values.dates.date(value, near: nil) != nil ? 1 : (values.dates.span(value) != nil ? 0.9 : nil)
    case .effectiveDates: return values.dates.span(value) != nil ? 1 : nil
    case .grade: return Grade.normalised(value) != nil ? 1 : nil
    case .school, .district:
      guard value.first?.isUppercase == true || value.first?.isNumber == true,
        !value.hasSuffix(".") || Self.endsShortened(value),
        YesNo.read(value) == nil || words > 3,
        !value.contains(":"),
        labels.header.exact(value).isEmpty,
        Set(["parent", "parents", "student", "agency", "vendor"]).isDisjoint(with: LabelTokens.words(value))
      else { return nil }
      return words <= 12 && value.unicodeScalars.filter { $0.isLetter }.count >= 3
        && values.dates.date(value, near: nil) == nil ? 1 : nil
    case .disability, .secondaryDisability:
      return values.vocabulary.disabilityCode(of: value) != nil ? 1 : (words <= 8 ? 0.4 : nil)
    case .kind: return values.vocabulary.iepKind(of: value) != nil ? 1 : nil
    case .extendedSchoolYear: return YesNo.read(value) != nil ? 1 : nil
    case .generalEducationPercent, .outsidePercent:
      if role == .generalEducationPercent, PlacementPercent.side(of: label) == .outside { return nil }
      return Percent.read(value) != nil
        && (value.contains("%") || label.contains("%") || LabelTokens.of(label).contains("percent")) ? 1 : nil
    case .environment: return words >= 2 && words <= 25 ? 0.9 : nil
    case .statedSpecialEducationMinutes, .statedRelatedServiceMinutes, .statedSchoolMinutes, .outsideMinutes:
      return values.doses.dose(cells: [DoseCell(text: value, header: "minutes per week")]) != nil ? 1 : nil
    case .other: return nil
    }
  }
}

extension HeaderFit {
  /// "Granite Basin Elem.", "Lakeview Jr. Sr. H.S.": a shortened word ends no sentence.
  fileprivate static func endsShortened(_ name: String) -> Bool {
    guard let last = name.split(separator: " ").last else { return false }
    let short: Set<String> = [
      "elem.", "el.", "sch.", "schs.", "acad.", "prep.", "int.", "inter.", "mid.", "prim.", "dist.", "twp.", "co.",
      "consol.", "ctr.", "reg.", "bldg.", "inc.", "h.s.", "m.s.", "e.s.", "j.h.s.", "i.s.", "s.d.", "p.s.",
    ]
    return short.contains(last.lowercased())
  }

  /// "(530) 555-0164", "573-555-0111".
  fileprivate static func isPhone(_ text: String) -> Bool {
    let groups = text.split { "() -.".contains($0) }.map(\.count)
    return groups == [3, 3, 4] && text.allSatisfy { $0.isNumber || "() -.".contains($0) }
  }
}

extension DateReader {
  /// A date with no more beside it than a remark: "8/22/2025 (annual)".
  func remarkedDate(_ text: String, near: CalendarDate?) -> CalendarDate? {
    if let date = self.date(text, near: near) { return date }
    guard let bracket = text.firstIndex(of: "("), text.hasSuffix(")") else { return nil }
    return self.date(String(text[..<bracket]), near: near)
  }
}
