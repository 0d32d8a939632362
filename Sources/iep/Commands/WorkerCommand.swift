import ArgumentParser
import Batch

/// The inner side of `iep process`: not for people.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "worker", shouldDisplay: false)

  func run() throws { try Worker.run() }
}
