import Batch
import Reporting

/// What a run ends with on standard error: ten lines at most.
struct RunSummary {
  private let result: RunResult

  init(_ result: RunResult) { self.result = result }

  /// How many inputs that need a person are named one by one.
  private static let namedInputs = 5

  var lines: [String] {
    let record = result.record
    func count(_ status: InputStatus) -> Int { record.counts.inputs[status.rawValue] ?? 0 }
    let others: [(InputStatus, String)] = [
      (.partial, "in part"), (.failed, "failed"), (.needsPassword, "need a password"), (.notAnIEP, "not IEPs"),
      (.skipped, "skipped"),
    ]
    let statuses = ["\(count(.read)) read"] + others.filter { count($0.0) > 0 }.map { "\(count($0.0)) \($0.1)" }
    var lines = ["\(RunSummary.amount(record.inputs.count, "file")): " + statuses.joined(separator: ", ")]
    let troubled = record.inputs.filter {
      $0.status == .failed || $0.status == .needsPassword || $0.status == .partial
    }
    for entry in troubled.prefix(RunSummary.namedInputs) {
      lines.append("  \(entry.path): \(entry.reason ?? entry.status.rawValue)")
    }
    if troubled.count > RunSummary.namedInputs {
      lines.append("  and \(troubled.count - RunSummary.namedInputs) more, see run.json")
    }
    let unread = record.inputs.filter { $0.unread != nil }.count
    if unread > 0 {
      lines.append("\(RunSummary.amount(unread, "export")) with elements that no mapping reads: \"unread\" in run.json")
    }
    let counts = record.counts
    lines.append(
      [
        RunSummary.amount(counts.documents, "document"), RunSummary.amount(counts.services, "service line"),
        RunSummary.amount(counts.goals, "goal"), RunSummary.amount(counts.findings, "finding"),
      ].joined(separator: ", "))
    lines.append("report: \(result.reportPath)")
    return lines
  }

  func print() { Console.message(lines.joined(separator: "\n")) }

  private static func amount(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
