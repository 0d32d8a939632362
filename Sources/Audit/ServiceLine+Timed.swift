import IEPModel

extension ServiceLine {
  /// Given to the staff or in the student's absence.
  var isIndirect: Bool { delivery == .consultation || delivery == .indirect }

  /// Nothing but a service's name, and perhaps a person: the words of a heading or a list, read as a line.
  var isNameAlone: Bool { dose.text.isEmpty && startDate == nil && endDate == nil && location == nil }

  /// Whether the line runs in the summer alone, as ESY lines do that are not marked as such.
  var isOfSummer: Bool {
    guard let startDate, let endDate, startDate.year == endDate.year else { return false }
    return startDate.month >= 6 && endDate.month <= 8
  }

  /// "Preferential seating near instruction": an aid, though it holds the word of a service. It has no minutes.
  func isAid(_ words: RuleWords) -> Bool {
    let text = RuleWords.spaced(service.text)
    return dose.minutes == nil && words.aids.contains { text.contains(" " + $0 + " ") }
  }

  /// Whether a period is named that was not understood ("4 periods daily, 52", "Minutes per week" in the head of the
  /// column of a place), or the words of the amount break off before it ("2 times per"). A person reads such a line anyway
  /// (SM-110, or the doubt of the line).
  func mayHavePeriod(_ words: RuleWords) -> Bool {
    let cells = dose.text.split(separator: "|").map { RuleWords.words(of: String($0)) }
    // A bare "per" is a printed word beside a blank.
    if cells.contains(where: { $0.count > 1 && $0.last.map(words.openEnds.contains) ?? false }) { return true }
    return !words.periods.isDisjoint(with: cells.joined() + RuleWords.words(of: location?.text ?? ""))
  }

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
