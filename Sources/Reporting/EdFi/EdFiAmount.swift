import IEPModel

/// An amount as Ed-Fi 6.1 takes it: whole minutes and a count of sessions over the same interval.
struct EdFiAmount {
  var minutes: Int
  /// Week, Month, Quarter, Semester, Year.
  var interval: String
  var frequency: Rational

  struct Cause: Error { var reason: String }

  /// The amount of a dose, or why the standard cannot express it.
  static func of(_ dose: Dose) -> Result<EdFiAmount, Cause> {
    guard let period = dose.period else { return .failure(Cause(reason: "states no period")) }
    guard let sessions = dose.sessions else {
      return .failure(Cause(reason: "states a total without a number of sessions, or no amount"))
    }
    guard let total = dose.totalMinutes ?? dose.sessionMinutes.map({ $0 * sessions }) else {
      return .failure(Cause(reason: "states no minutes"))
    }
    guard total.min == total.max, sessions.min == sessions.max else {
      return .failure(Cause(reason: "states a range, and the standard takes one number"))
    }
    guard dose.activePeriods == nil, period.count == 1 else {
      return .failure(Cause(reason: "is not given in every week, month ..., which the standard has no place for"))
    }
    let factor: Rational = period.unit == .day ? 5 : 1
    let minutes = total.min * factor
    guard minutes.denominator == 1, minutes.numerator >= 1 else {
      return .failure(Cause(reason: "comes to no whole number of minutes"))
    }
    let interval: String
    switch period.unit {
    case .day, .week: interval = "Week"
    case .month: interval = "Month"
    case .quarter: interval = "Quarter"
    case .semester: interval = "Semester"
    case .year: interval = "Year"
    default:
      return .failure(Cause(reason: "is stated for a period that the standard does not know (\(period.unit.rawValue))"))
    }
    return .success(EdFiAmount(minutes: minutes.numerator, interval: interval, frequency: sessions.min * factor))
  }
}

/// The standard's words for codes, where it has one; the plan's own words stand otherwise. Source: Ed-Fi 6.1
/// descriptor lists.
enum EdFiWords {
  static let services: [ServiceCode: String] = [
    .occupationalTherapy: "Occupational Therapy Services", .physicalTherapy: "Physical Therapy Services",
    .speechLanguage: "Speech and Language (Related Service)", .audiology: "Audiological Services",
    .interpreting: "Interpreter", .counseling: "Counseling", .orientationMobility: "Orientation and Mobility Services",
    .nursing: "Nursing Services", .transportation: "Transportation", .adaptedPE: "Adapted Physical Education",
    .vision: "Vision (Special Education)", .deafHardOfHearing: "Hearing Services", .behavior: "Behavior Services",
    .assistiveTechnology: "Assistive Technology", .transition: "Transition",
  ]
  static let locations: [LocationCode: String] = [
    .generalEducation: "General Education Classroom", .specialEducation: "Special Education Classroom",
    .schoolWide: "School Environment", .home: "Special Education (Home)", .bus: "Bus/District Transportation",
  ]
}
