import Foundation
import Reporting

/// The folder that a run writes: who owns it, what stands where, and what of an earlier run goes.
struct OutputFolder {
  let path: String

  /// Stands in the folder from the first write until run.json is there, so that a folder of a run that was
  /// interrupted is known as ours.
  private static let marker = ".iep-unfinished"

  static func documentPath(of documentId: String, in output: String) -> String {
    "\(output)/documents/\(documentId).json"
  }

  var runPath: String { "\(path)/run.json" }
  private var markerPath: String { "\(path)/\(OutputFolder.marker)" }

  /// Makes the folder or takes it over. Refuses one that holds something else, unless forced; of an earlier run
  /// only files that bear our names are removed.
  func prepare(force: Bool) throws(BatchError) {
    let manager = FileManager.default
    let entries = (try? manager.contentsOfDirectory(atPath: path)) ?? []
    if !entries.isEmpty, !isOurs, !force {
      throw BatchError(
        .usage, "\(path): the output folder is not empty and was not written by iep; give a new one, or --force")
    }
    do {
      try OutputFile.makeFolder(path)
      try OutputFile.write("A run of iep is being written, or was interrupted.\n", to: markerPath)
      unlink(runPath)
      removeStale()
      try OutputFile.makeFolder("\(path)/documents")
      try OutputFile.makeFolder("\(path)/report")
    } catch {
      throw BatchError(.output, "\(error); the output folder must be one that you may write to")
    }
  }

  /// The run is complete: run.json was written.
  func finish() { unlink(markerPath) }

  /// Written by a run of ours, complete or not.
  private var isOurs: Bool {
    if FileManager.default.fileExists(atPath: markerPath) { return true }
    guard let data = FileManager.default.contents(atPath: runPath),
      let record = try? JSONDecoder().decode(RunRecord.self, from: data)
    else { return false }
    return record.schemaVersion.hasPrefix("1.")
  }

  private func removeStale() {
    let manager = FileManager.default
    for (folder, ending) in [("documents", ".json"), ("report/documents", ".html")] {
      let names = (try? manager.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []
      for name in names where OutputFolder.isDocumentName(name, ending: ending) {
        unlink("\(path)/\(folder)/\(name)")
      }
    }
    for name in ["services.csv", "goals.csv", "findings.csv", "report/index.html"] { unlink("\(path)/\(name)") }
  }

  /// 16 hexadecimal digits, perhaps `-N`, and the ending (a `.part` of an interrupted write as well).
  private static func isDocumentName(_ name: String, ending: String) -> Bool {
    var stem = name[...]
    if stem.hasSuffix(".part") { stem = stem.dropLast(5) }
    guard stem.hasSuffix(ending) else { return false }
    let parts = stem.dropLast(ending.count).split(separator: "-", omittingEmptySubsequences: false)
    guard let digest = parts.first, parts.count <= 2 else { return false }
    return digest.utf8.count == 16 && digest.allSatisfy(\.isHexDigit)
      && (parts.count == 1 || (!parts[1].isEmpty && parts[1].allSatisfy(\.isNumber)))
  }
}
