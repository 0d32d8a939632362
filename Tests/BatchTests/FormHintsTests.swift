import Foundation
import Testing

/// A district's own words, as a coordinator hands them over.
@Suite struct FormHintsTests {
  private static let services = [
    ["Offering", "Zeit", "Giver", "Begins"],
    ["Hand Workshop", "2 x 30 minutes per week", "Ms. Fenwick", "9/1/2026"],
  ]
  private static let hints = """
    labels:
      service:
        service: [offering]
        dose: [zeit]
        provider: [giver]
    services:
      occupational-therapy:
        phrases: [hand workshop]
    """

  private func read(_ more: String...) throws -> (result: Program.Result, service: [String: Any]?, run: [String: Any]) {
    let scratch = try Program.Scratch()
    try scratch.write(TinyPDF.plan(Self.services).data, to: "in/plan.pdf")
    try scratch.write(Self.hints, to: "hints.yaml")
    let hints = more.isEmpty ? [] : ["--form-hints", scratch.path + "/hints.yaml"]
    let result = try Program.run(["process", scratch.path + "/in", "--output", scratch.path + "/out"] + hints)
    let run = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: scratch.path + "/out/run.json")))
    return (
      result, try Program.documents(scratch.path + "/out").first?.list("services").first, run as? [String: Any] ?? [:]
    )
  }

  @Test func wordsThatNobodyKnowsAreReadWithTheHints() throws {
    let without = try read()
    #expect(without.service == nil)
    #expect(without.run["formHintsHash"] == nil)
    let with = try read("hints")
    #expect(with.service?.at("service", "code") as? String == "occupational-therapy")
    #expect(with.service?.at("provider", "text") as? String == "Ms. Fenwick")
    #expect((with.run["formHintsHash"] as? String)?.count == 64)
    #expect(with.run["seedsHash"] as? String != without.run["seedsHash"] as? String)
  }

  @Test func aSlipIsNamedWithItsPlaceBeforeAnyFileIsRead() throws {
    let scratch = try Program.Scratch()
    try scratch.write(TinyPDF.plan(Self.services).data, to: "in/plan.pdf")
    try scratch.write("labels:\n  service:\n    provder: [giver]\n", to: "hints.yaml")
    let result = try Program.run(
      [
        "process", scratch.path + "/in", "--output", scratch.path + "/out", "--form-hints",
        scratch.path + "/hints.yaml",
      ])
    #expect(result.exit == 2)
    #expect(result.errors.contains("hints.yaml:3: 'provder' is not known"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/out"))
  }

  @Test func inspectTakesThemToo() throws {
    let scratch = try Program.Scratch()
    try scratch.write(TinyPDF.plan(Self.services).data, to: "plan.pdf")
    try scratch.write(Self.hints, to: "hints.yaml")
    let result = try Program.run(["inspect", scratch.path + "/plan.pdf", "--form-hints", scratch.path + "/hints.yaml"])
    #expect(result.exit == 0)
    #expect(result.output.contains("[Giver] provider"))
  }
}
