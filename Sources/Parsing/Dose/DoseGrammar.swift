import IEPModel

/// One grammar for amounts, whether a cell holds all of it or a part (vocabulary E.4, audit D.0).
public struct DoseGrammar: Sendable {
  public init(vocabulary: Vocabulary) {}

  /// The amount that a text states; `nil` where it states none.
  public func parse(_ text: String) -> DoseReading? { dose(cells: [DoseCell(text: text)]) }

  /// The amount that cells state together; `dose.text` joins their texts with " | ".
  public func dose(cells: [DoseCell]) -> DoseReading? {
    let whole = Self.merged(cells)
    guard !whole.isEmpty, whole.understood > 0 || !whole.minutes.isEmpty else { return nil }
    let text = cells.map(\.text).filter { !$0.isEmpty }.joined(separator: " | ")
    var dose = DoseValue(whole, cells: cells.count).dose(text: text)
    if whole.isOfUnknownLength { dose.sessions = nil }
    if whole.isAmbiguous { dose.period = nil }
    guard
      dose.minutesPerPeriod != nil || dose.sessionMinutes != nil || dose.sessions != nil || dose.period != nil
        || dose.qualifier != nil || !whole.bare.isEmpty
    else { return nil }
    let coverage = whole.meaningful == 0 ? 1 : Double(whole.understood) / Double(whole.meaningful)
    return DoseReading(
      dose: dose, coverage: min(1, coverage), isComplete: dose.minutesPerPeriod != nil && dose.period != nil)
  }

  /// What the cells say of one amount.
  private static func merged(_ cells: [DoseCell]) -> DoseAtoms {
    var whole = DoseAtoms()
    for cell in cells where cell.text.utf8.count < 300 {
      let atoms = cell.atoms
      // "45 min/day" beside "1 year": how long the service lasts is no part of its amount.
      if cells.count > 1, atoms.isDuration(writtenAs: cell.text), cells.contains(where: { $0 != cell && $0.isWhole }) {
        continue
      }
      whole.merge(atoms)
    }
    whole.settle()
    if whole.periods.isEmpty, !whole.isEmpty {
      whole.takePeriod(of: cells.compactMap { $0.header.map(DoseHeader.init) })
    }
    return whole
  }

  /// Whether a text may state minutes: without a figure or a unit of time there are none, which most texts are told by.
  static func mayStateMinutes(_ text: String) -> Bool {
    text.utf8.contains { $0 &- 0x30 < 10 } || text.contains("½") || text.contains(inAnyCase: "min")
      || text.contains(inAnyCase: "hour") || text.contains(inAnyCase: "hr") || text.contains(inAnyCase: "mn")
  }

  /// Whether a text is a period and nothing else: "Monthly", "W", "per week".
  static func isPeriod(_ text: String) -> Bool {
    let tokens = DoseTokens.of(text)
    guard (1...3).contains(tokens.count) else { return false }
    let atoms = DoseScanner.scan(tokens)
    return atoms.periods.count == 1 && atoms.minutes.isEmpty && atoms.counts.isEmpty && atoms.bare.isEmpty
      && atoms.understood == atoms.meaningful
  }

  /// Whether a heading's words give amounts their unit: "Minutes per week in each setting".
  static func namesUnit(_ heading: String) -> Bool {
    let header = DoseHeader(heading)
    return header.namesTime && header.period != nil
  }
}
