import IEPModel

/// A line of the services grid as cells.
enum ServiceRow {
  static let columns: [String] = [
    "service_id", "category", "service", "service_text", "dose_text", "session_minutes_min", "session_minutes_max",
    "sessions_min", "sessions_max", "total_minutes_min", "total_minutes_max", "period", "period_count",
    "cycle_school_days", "active_periods", "of_periods", "minutes_per_week_min", "minutes_per_week_max", "qualifier",
    "location", "location_text", "delivery", "grouping", "provider", "provider_text", "start_date", "end_date",
    "extended_school_year", "goal_numbers", "label", "label_confidence", "needs_review", "evidence", "confidence",
  ]

  static func cells(_ line: ServiceLine) -> [CSVTable.Cell] {
    let dose = line.dose
    var cells: [CSVTable.Cell] = [
      .value(line.id), .code(line.category), .code(line.service.code), .text(line.service.text), .text(dose.text),
    ]
    for range in [dose.sessionMinutes, dose.sessions, dose.totalMinutes] { cells += range.minAndMax }
    cells += [
      .code(dose.period?.unit), .described(dose.period?.count.formatted()), .described(dose.period?.schoolDays),
      .described(dose.activePeriods?.active), .described(dose.activePeriods?.of),
    ]
    cells += dose.minutesPerWeek.minAndMax
    cells += [
      .code(dose.qualifier), .code(line.location?.code), .optional(line.location?.text), .code(line.delivery),
      .code(line.grouping), .code(line.provider?.code), .optional(line.provider?.text), .described(line.startDate),
      .described(line.endDate), .described(line.extendedSchoolYear), .list(line.goalNumbers),
      .code(line.classification?.label), .code(line.classification?.confidence),
      .described(line.classification?.needsReview), .list(line.classification?.criteria.quoted ?? []),
      .described(line.confidence?.formatted()),
    ]
    return cells
  }
}

extension Interval? {
  /// Two cells, empty where nothing is known.
  var minAndMax: [CSVTable.Cell] { [.described(self?.min.formatted()), .described(self?.max.formatted())] }
}

extension [CriterionResult] {
  /// `EM201: "quoted words"`, a criterion each.
  var quoted: [String] {
    map { criterion in
      let quotes = criterion.evidence.map { "\"\($0.quote)\"" }.joined(separator: ", ")
      return quotes.isEmpty ? criterion.id : "\(criterion.id): \(quotes)"
    }
  }
}
