import ArgumentParser

/// The program's own version.
let programVersion = "0.1.0"

/// The root of the command line.
struct IEPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "iep",
    abstract: "Read IEPs (PDF and XML), sort goals by the educational model, audit the service minutes.",
    discussion: """
      EXAMPLES
        iep process plans/ --output results/        read a folder, write JSON, tables and a report
        iep process a.pdf b.xml --output results/   or single files
        iep process plans/ --output results/ --fail-on error
                                                    end with status 1 where a finding is an error
        iep explain SM-302                          what a rule or criterion means, and why
        iep schema                                  the JSON Schema of a document

      EXIT STATUS
        0  all read; files of other kinds and documents that are no IEPs do no harm
        1  findings at or above --fail-on
        2  wrong usage, or a path that does not exist
        3  an input failed, needs a password, or could be read only in part
        4  no PDF or XML was found
        5  the output could not be written
        Where several hold, the first of 2, 5, 4, 3, 1.

      Nothing leaves this machine. Results hold student data: they are written for your eyes only.
      """,
    version: Versions.text,
    subcommands: [
      ProcessCommand.self, ClassifyCommand.self, CriteriaCommand.self, MapCommand.self, ValidateCommand.self,
      ExportCommand.self, MeasureCommand.self, ExplainCommand.self, InspectCommand.self, SchemaCommand.self,
      WorkerCommand.self,
    ])

  /// Runs what the command line asks for. Kept out of main.swift, whose top level is bound to the main actor.
  static func start() { main() }
}
