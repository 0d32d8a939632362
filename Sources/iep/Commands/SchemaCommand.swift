import ArgumentParser
import Seeds

/// `iep schema`: the contract of the output.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of a document, or of run.json.")

  @Flag(name: .customLong("run"), help: "The schema of run.json.")
  var ofRun = false

  func run() throws {
    print((ofRun ? ContractSchema.run : ContractSchema.document).text, terminator: "")
  }
}
