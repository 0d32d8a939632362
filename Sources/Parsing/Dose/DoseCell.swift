import IEPModel

/// A cell of an amount, with the words of its column or label, which may hold the unit ("Minutes per week").
public struct DoseCell: Sendable, Hashable {
  /// What its column or label was found to ask for: the unit of a number that stands there alone.
  public enum Unit: Sendable { case minutes, sessions }

  public var text: String
  public var header: String?
  public var unit: Unit?

  public init(text: String, header: String? = nil, unit: Unit? = nil) {
    self.text = text
    self.header = header
    self.unit = unit
  }

  /// The parts of its amount, with the unit that its header gives to bare numbers.
  var atoms: DoseAtoms {
    var atoms = DoseScanner.scan(DoseTokens.of(text))
    if !atoms.bare.isEmpty, let header { DoseHeader(header).giveUnit(to: &atoms, asked: unit) }
    return atoms
  }

  /// The cell alone says minutes and their period.
  var isWhole: Bool {
    let atoms = atoms
    return !atoms.minutes.isEmpty && !atoms.periods.isEmpty
  }
}

extension DoseAtoms {
  /// A year, the plan's whole time or "4 weeks", and nothing of an amount.
  func isDuration(writtenAs text: String) -> Bool {
    guard minutes.isEmpty, counts.isEmpty, bare.isEmpty, periods.count == 1, !isAdverb else { return false }
    let period = periods[0]
    return period.unit == .year || period.unit == .iep
      || period.count > Rational(1) && text.unicodeScalars.first.map { ("0"..."9").contains($0) } ?? false
  }
}
