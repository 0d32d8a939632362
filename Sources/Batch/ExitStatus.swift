public import IEPModel
public import Reporting

/// How the program ends. Where several hold, the first of 2, 5, 4, 3, 1 is given.
public enum ExitStatus: Int32, Hashable, Sendable, CaseIterable {
  /// All was read. Skipped files and documents that are no IEPs do no harm.
  case success = 0
  /// Findings at or above `--fail-on`.
  case findings = 1
  /// Wrong usage, or a path that does not exist.
  case usage = 2
  /// An input failed, needs a password or could be read only in part.
  case inputs = 3
  /// No PDF or XML was found.
  case nothingFound = 4
  /// The output could not be written.
  case output = 5

  private static let precedence: [ExitStatus] = [.usage, .output, .nothingFound, .inputs, .findings, .success]

  /// The one to give where all of `statuses` hold.
  public init(firstOf statuses: [ExitStatus]) {
    self = ExitStatus.precedence.first { statuses.contains($0) } ?? .success
  }

  /// Of a run that got to its end, by what became of its inputs and by the findings at each severity.
  public init(inputs: [InputEntry], findings: [Severity: Int], failOn: Severity?) {
    var holds: [ExitStatus] = []
    if inputs.allSatisfy({ $0.status == .skipped && $0.code != InputCode.sibling }) { holds.append(.nothingFound) }
    if inputs.contains(where: { $0.status == .failed || $0.status == .needsPassword || $0.status == .partial }) {
      holds.append(.inputs)
    }
    if let failOn, findings.contains(where: { $0.key >= failOn && $0.value > 0 }) { holds.append(.findings) }
    if inputs.contains(where: { $0.code == InputCode.writeFailed }) { holds.append(.output) }
    self.init(firstOf: holds)
  }
}
