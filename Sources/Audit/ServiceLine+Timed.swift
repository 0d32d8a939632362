import IEPModel

extension ServiceLine {
  /// Whether the line is of a service that is given by time, so that its amount can be asked for: it states minutes, or
  /// is a service with someone to give it or a day to begin. What stands in a list of aids ("Seat near the teacher,
  /// daily") has a circumstance in place of an amount (audit rule SM-104).
  var isTimed: Bool {
    if service.code == nil { return false }
    if category == .supplementaryAid, service.code.map(Self.personal.contains) != true { return dose.minutes != nil }
    return dose.minutes != nil || provider != nil || startDate != nil
  }

  /// Aids that are persons.
  private static let personal: Set<ServiceCode> = [.paraprofessional, .interpreting, .nursing]
}

extension Dose {
  fileprivate var minutes: Interval? { sessionMinutes ?? totalMinutes }
}
