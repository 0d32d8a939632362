public import IEPModel

/// An amount as read, and how much of its text that explains.
public struct DoseReading: Sendable, Hashable {
  public var dose: Dose
  /// Share of the meaningful words and numbers that were understood: 0 to 1.
  public var coverage: Double
  /// Minutes and a period are determined.
  public var isComplete: Bool
}

/// An amount within running text. Offsets in Unicode scalars.
public struct DoseOccurrence: Sendable, Hashable {
  public var range: Range<Int>
  public var dose: Dose
}
