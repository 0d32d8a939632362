/// The facts that the columns and labels of a form ask for. The raw values are the keys of
/// `seeds/vocabulary/labels.yaml`, group and fact.
enum ServiceRole: String, CaseIterable, Sendable, Hashable {
  case service, category, frequency, amount, dose, sessions, period, total
  case directTotal = "direct-total"
  case indirectTotal = "indirect-total"
  case generalEducationTotal = "general-education-total"
  case specialEducationTotal = "special-education-total"
  case settingTotal = "setting-total"
  case leastTotal = "least-total"
  case location, provider, start, end, dates, delivery, grouping, goals
  case extendedSchoolYear = "extended-school-year"
  case comment

  /// Minutes that stand in a column for a setting or a delivery.
  static let columnTotals: Set<ServiceRole> = [
    .directTotal, .indirectTotal, .generalEducationTotal, .specialEducationTotal, .settingTotal,
  ]

  /// Whether the column holds a part of the amount.
  var isDose: Bool {
    switch self {
    case .frequency, .amount, .dose, .sessions, .period, .total, .directTotal, .indirectTotal, .generalEducationTotal,
      .specialEducationTotal, .settingTotal:
      true
    default: false
    }
  }
}

enum GoalRole: String, CaseIterable, Sendable, Hashable {
  case number, area, text, baseline, criterion, method, schedule, responsible
  case targetDate = "target-date"
  case startDate = "start-date"
  case objectives, condition, other
}

/// Which plan the columns below a header speak of, where a form sets the plan before beside the new one.
enum PlanRole: String, CaseIterable, Sendable, Hashable { case past, present }

enum HeaderRole: String, CaseIterable, Sendable, Hashable {
  case name, studentId, dateOfBirth, grade, school, district, disability, secondaryDisability
  case meetingDate, startDate, endDate, effectiveDates, annualReviewDate, lastEvaluationDate, reevaluationDueDate
  case kind, extendedSchoolYear, generalEducationPercent, outsidePercent, environment
  case statedSpecialEducationMinutes, statedRelatedServiceMinutes, statedSchoolMinutes, outsideMinutes
  case other
}
