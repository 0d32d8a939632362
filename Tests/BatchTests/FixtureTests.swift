import Foundation
import Testing

/// The whole way over Fixtures/: golden documents, and the same bytes whatever the number of workers.
@Suite struct FixtureTests {
  private func contents(_ folder: String) throws -> [String: Data] {
    var result: [String: Data] = [:]
    let walker = FileManager.default.enumerator(atPath: folder)
    while let path = walker?.nextObject() as? String {
      let file = folder + "/" + path
      var isFolder: ObjCBool = false
      FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
      if !isFolder.boolValue { result[path] = try Data(contentsOf: URL(fileURLWithPath: file)) }
    }
    return result
  }

  @Test func documentsAreAsReviewed() throws {
    let scratch = try Program.Scratch()
    let result = try Program.run(
      "process", Program.root + "/Fixtures", "--output", scratch.path + "/out", "--as-of", "2026-01-15")
    #expect(result.exit == 0)
    let golden = try contents(Program.root + "/Tests/Golden")
    let made = try contents(scratch.path + "/out/documents")
    #expect(golden.count >= 9)
    #expect(Set(golden.keys) == Set(made.keys))
    for (name, data) in golden {
      #expect(made[name] == data, "\(name) differs from Tests/Golden: review it, then run Scripts/renew-golden")
    }
  }

  @Test func oneWorkerAndTwoWriteTheSameBytes() throws {
    let scratch = try Program.Scratch()
    for jobs in ["1", "2"] {
      let result = try Program.run(
        "process", Program.root + "/Fixtures", "--output", scratch.path + "/out" + jobs, "--as-of", "2026-01-15",
        "--jobs", jobs)
      #expect(result.exit == 0)
    }
    var one = try contents(scratch.path + "/out1")
    var two = try contents(scratch.path + "/out2")
    #expect(one.removeValue(forKey: "run.json") != nil)
    #expect(two.removeValue(forKey: "run.json") != nil)
    #expect(one.keys.contains("services.csv") && one.keys.contains("report/index.html"))
    #expect(one == two)
  }

  @Test func resultsArePrivateToTheirOwner() throws {
    let scratch = try Program.Scratch()
    _ = try Program.run("process", Program.root + "/Fixtures/xml", "--output", scratch.path + "/out")
    for path in ["out/run.json", "out/services.csv", "out/report/index.html"] {
      let mode = try FileManager.default.attributesOfItem(atPath: scratch.path + "/" + path)[.posixPermissions] as? Int
      #expect(mode == 0o600, "\(path)")
    }
  }
}
