import ArgumentParser
import Foundation
import IEPModel
import Reporting

/// `iep export`: the results of a run in a standard's form.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the services and goals of a run as standard XML.",
    discussion: """
      Ed-Fi: an InterchangeSpecialEducationDataModel of the Data Standard 6.1. What the standard demands and no plan
      states is derived: the finalized date is the meeting's day (else the plan's first), the plan's identifier the
      document's id, its status Active; Duration is the minutes in the interval. What the standard cannot express, a
      cycle, a range, a total without sessions, is left out and listed on standard error by document and line.

      EXAMPLES
        iep export --format ed-fi results/ --education-organization 255901 --output sedm.xml
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case edFi = "ed-fi" }

  @Option(help: ArgumentHelp("The standard.", valueName: "ed-fi"))
  var format: Format

  @Argument(help: "The folder that 'iep process' wrote.")
  var folder: String

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("The district's id in Ed-Fi.", valueName: "number"))
  var educationOrganization: Int

  @Option(help: ArgumentHelp("What stands before descriptors' values.", valueName: "uri"))
  var namespace = "uri://ed-fi.org"

  func validate() throws {
    if educationOrganization < 1 { throw ValidationError("--education-organization needs a number of 1 or more") }
  }

  func run() throws {
    let documents = (folder as NSString).appendingPathComponent("documents")
    guard FileManager.default.fileExists(atPath: documents),
      let walker = FileManager.default.enumerator(atPath: documents)
    else {
      Console.error("\(folder): is no folder that 'iep process' wrote")
      throw ExitCode(2)
    }
    let files = walker.compactMap { $0 as? String }.filter { $0.hasSuffix(".json") }.sorted()
    var export = EdFiExport(organization: educationOrganization, namespace: namespace)
    for file in files {
      let path = (documents as NSString).appendingPathComponent(file)
      guard let data = FileManager.default.contents(atPath: path),
        let document = try? JSONDecoder().decode(IEPDocument.self, from: data)
      else {
        Console.error("\(path): is no document of this program's version; run 'iep process' again")
        throw ExitCode(2)
      }
      export.add(document)
    }
    for omission in export.omissions {
      Console.message("left out: \(omission.documentId)\(omission.part.map { " " + $0 } ?? "") \(omission.reason)")
    }
    guard !export.isEmpty else {
      Console.error("\(folder): holds no plan with a student number and dates; nothing was written")
      throw ExitCode(4)
    }
    do {
      try OutputFile.write(export.finish(), to: output)
    } catch {
      Console.error("\(error)")
      throw ExitCode(5)
    }
    Console.message("\(output): \(export.services) services, \(export.goals) goals; \(export.omissions.count) left out")
  }
}
