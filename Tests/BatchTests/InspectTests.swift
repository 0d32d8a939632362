import Foundation
import Testing

/// What `iep inspect` draws.
@Suite struct InspectTests {
  private static let services = [
    ["Service", "Frequency and Duration", "Location", "Provider"],
    ["Speech Therapy", "2 x 30 minutes per week", "Speech room", "SLP <staff>"],
  ]

  @Test func theOverlayHoldsTheWordsAndALayerForEachKind() throws {
    let scratch = try Program.Scratch()
    try scratch.write(TinyPDF.plan(Self.services).data, to: "plan.pdf")
    let file = scratch.path + "/page.svg"
    let result = try Program.run(["inspect", scratch.path + "/plan.pdf", "--page", "1", "--overlay", file])
    #expect(result.exit == 0)
    let svg = try String(contentsOfFile: file, encoding: .utf8)
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 612 792\""))
    for kind in ["words", "rule", "table", "cell", "candidate", "goal", "service"] {
      let layer = svg.components(separatedBy: "<g class=\"\(kind)\">").dropFirst().first?
        .components(separatedBy: "</g>").first
      #expect(layer.map { $0.contains("<rect") || $0.contains("<text") } == true, "\(kind)")
    }
    #expect(svg.contains("<title>table: provider [Provider]"))
    #expect(svg.contains("&lt;staff&gt;") && !svg.contains("<staff>"))
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func intoAFolderItGoesUnderANameOfItsOwn() throws {
    let scratch = try Program.Scratch()
    try scratch.write(TinyPDF.plan(Self.services).data, to: "plan.pdf")
    let result = try Program.run(["inspect", scratch.path + "/plan.pdf", "--page", "1", "--overlay", scratch.path])
    #expect(result.exit == 0)
    #expect(FileManager.default.fileExists(atPath: scratch.path + "/plan-page-1.svg"))
  }

  @Test func aPageThatIsNotThereIsSaid() throws {
    let scratch = try Program.Scratch()
    try scratch.write(TinyPDF.plan(Self.services).data, to: "plan.pdf")
    let result = try Program.run(["inspect", scratch.path + "/plan.pdf", "--page", "7"])
    #expect(result.exit != 0)
    #expect(result.errors.contains("has no page 7"))
  }
}
