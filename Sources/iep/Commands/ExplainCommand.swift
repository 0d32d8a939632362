import ArgumentParser

/// `iep explain CODE`: what a rule or a criterion means, why, with examples.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule (SM-302) or a criterion (EM110).")

  @Argument(help: "The code, as in findings.csv or the report.")
  var code: String

  func run() throws {
    Console.error("\(code): no such rule or criterion")
    throw ExitCode(2)
  }
}
