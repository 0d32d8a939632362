import ArgumentParser
import Extraction
import Foundation

/// `iep validate`: is an XML file well-formed, and does it keep to a schema.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check an XML file: well-formed, and valid by a schema.",
    discussion: """
      A schema's verdict is advice: official samples of standards break their own schemas, and iep reads them. Messages
      name elements and lines, never values.

      EXAMPLES
        iep validate export.xml
        iep validate export.xml --schema Interchange-SpecialEducationDataModel.xsd

      EXIT STATUS
        0  nothing found
        1  something found
        2  a file or schema that cannot be read
      """)

  @Argument(help: "An XML file.")
  var file: String

  @Option(help: ArgumentHelp("A schema, with the files it includes beside it.", valueName: "xsd"))
  var schema: String?

  @Option(help: ArgumentHelp("Stop printing after so many.", valueName: "n"))
  var limit: Int = 100

  func run() throws {
    do {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw ExtractionError(.unreadable, reason: "cannot be read")
      }
      let schema = try schema.map { path throws(ExtractionError) in try XMLSchema(path: path) }
      var found = 0
      try XMLValidation.check(Array(data), schema: schema) { issue in
        found += 1
        if found <= limit { print("\(file):\(issue.line): \(issue.message)") }
      }
      if found > limit { Console.message("\(found - limit) more are not shown (--limit)") }
      Console.message(
        found == 0
          ? "\(file): \(schema == nil ? "well-formed" : "valid")"
          : "\(file): \(found) \(found == 1 ? "issue" : "issues")")
      if found > 0 { throw ExitCode(1) }
    } catch let error as ExtractionError {
      Console.error("\(file): \(error)")
      throw ExitCode(2)
    }
  }
}
