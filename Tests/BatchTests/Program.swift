import Foundation

/// Runs the built program as a person would.
struct Program {
  /// A folder that is removed with the value.
  final class Scratch {
    let path: String
    init() throws {
      path = NSTemporaryDirectory() + "iep-test-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }
    func write(_ data: Data, to name: String) throws {
      let file = path + "/" + name
      try FileManager.default.createDirectory(
        atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try data.write(to: URL(fileURLWithPath: file))
    }
  }

  struct Result {
    var exit: Int32
    var errors: String
    var output: String
  }

  /// The package's root, from this file's place.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static func run(_ arguments: String...) throws -> Result { try run(arguments) }

  static func run(_ arguments: [String]) throws -> Result {
    let process = Process()
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    process.executableURL = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("iep")
    process.arguments = arguments
    let (errors, output) = (Pipe(), Pipe())
    process.standardError = errors
    process.standardOutput = output
    try process.run()
    let errorText = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let outputText = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Result(exit: process.terminationStatus, errors: errorText, output: outputText)
  }

  /// Status and code of each input of a run.
  static func inputs(_ folder: String) throws -> [String: (status: String, code: String?, reason: String?)] {
    let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/run.json"))
    let run = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    var result: [String: (status: String, code: String?, reason: String?)] = [:]
    for entry in run?["inputs"] as? [[String: Any]] ?? [] {
      if let path = entry["path"] as? String, let status = entry["status"] as? String {
        result[path] = (status, entry["code"] as? String, entry["reason"] as? String)
      }
    }
    return result
  }
}
