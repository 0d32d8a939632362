import Foundation
import Testing

/// Everything that a run writes is valid against the contract.
@Suite struct ContractTests {
  @Test func documentsAndRunAreValid() throws {
    let scratch = try Program.Scratch()
    _ = try Program.run("process", Program.root + "/Fixtures", "--output", scratch.path + "/out")
    let documents = try SchemaCheck(file: Program.root + "/Contract/document.schema.json")
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/out/documents")
    #expect(names.count >= 9)
    for name in names {
      let data = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/out/documents/" + name))
      let faults = documents.faults(in: try JSONSerialization.jsonObject(with: data))
      #expect(faults.isEmpty, "\(name): \(faults.prefix(3))")
    }
    let run = try SchemaCheck(file: Program.root + "/Contract/run.schema.json")
    let data = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/out/run.json"))
    #expect(run.faults(in: try JSONSerialization.jsonObject(with: data)).isEmpty)
  }

  @Test func theCheckFindsFaults() throws {
    let schema = try SchemaCheck(file: Program.root + "/Contract/document.schema.json")
    #expect(!schema.faults(in: ["schemaVersion": "2.0"]).isEmpty)
  }
}
