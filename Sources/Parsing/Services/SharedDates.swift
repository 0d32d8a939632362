import IEPModel

/// When services run, as a section says it for its own and for those of the sections below.
struct SharedDates: Sendable, Hashable {
  var start: CalendarDate
  var end: CalendarDate
  /// Also for lines whose own column of dates is blank: "unless otherwise noted".
  var fillBlanks: Bool
}
