import ArgumentParser
import Audit
import Classification
import IEPModel
import Seeds

/// `iep explain CODE`: what a rule or a criterion means, why, with examples.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule (SM-302) or a criterion (EM110).")

  @Argument(help: "The code, as in findings.csv or the report.")
  var code: String

  func run() throws {
    let wanted = code.uppercased()
    let rules = try RuleCatalogue(seeds: .embedded)
    if let rule = rules[wanted] {
      show([
        "\(rule.id)  \(rule.title)  (\(rule.name))", "",
        "What it checks: \(rule.computes)", "Why: \(rule.why)",
        "Severity: \(rule.severity.rawValue); looks at one \(rule.phase).",
        "Source: \(rule.citation)", "Passes: \(rule.pass)", "Finding: \(rule.fail)",
      ])
      return
    }
    let pack = try CriteriaPack.shipped(.embedded)
    guard let criterion = pack.criteria.first(where: { $0.id == wanted }) else {
      Console.error("\(code): no such rule or criterion; codes look like SM-302 or EM110")
      throw ExitCode(2)
    }
    show(
      [
        "\(criterion.id)  \(criterion.name)", "", criterion.definition,
        "Counts as: \(criterion.polarity.rawValue)\(criterion.strength.map { ", " + $0.rawValue } ?? "")",
        "Source: \(criterion.source)", "For the team: \(criterion.coaching.say)",
      ] + criterion.fires.map { "Fires: \($0)" } + criterion.silent.map { "Silent: \($0)" })
  }

  /// Prints lines wrapped at the terminal's width.
  private func show(_ lines: [String]) {
    let width = max(20, Console.width)
    for line in lines {
      var current = ""
      for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        if !current.isEmpty, current.count + word.count + 1 > width {
          print(current)
          current = "  " + word
        } else {
          current += current.isEmpty ? String(word) : " " + word
        }
      }
      print(current)
    }
  }
}
