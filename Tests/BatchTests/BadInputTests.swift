import Foundation
import Testing

/// What a person sees who hands over something that can't be read.
@Suite struct BadInputTests {
  private func fixture(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: Program.root + "/Fixtures/" + name))
  }

  @Test func aPathThatDoesNotExistIsWrongUsage() throws {
    let scratch = try Program.Scratch()
    let result = try Program.run("process", scratch.path + "/nothing", "--output", scratch.path + "/out")
    #expect(result.exit == 2)
    #expect(result.errors.contains("nothing"))
  }

  @Test func anEmptyFolderHoldsNothingToRead() throws {
    let scratch = try Program.Scratch()
    try FileManager.default.createDirectory(atPath: scratch.path + "/in", withIntermediateDirectories: true)
    #expect(try Program.run("process", scratch.path + "/in", "--output", scratch.path + "/out").exit == 4)
  }

  @Test func badFilesCostOnlyThemselves() throws {
    let scratch = try Program.Scratch()
    let good = try fixture("pdf/ruled-table.pdf")
    try scratch.write(good, to: "in/good.pdf")
    try scratch.write(good, to: "in/same.pdf")
    try scratch.write("", to: "in/empty.pdf")
    try scratch.write(good.prefix(good.count / 3), to: "in/truncated.pdf")
    try scratch.write("<html><body>Sign in</body></html>", to: "in/page.pdf")
    try scratch.write("<a>\n<b>\n</a>", to: "in/malformed.xml")
    try scratch.write("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", to: "in/doctype.xml")
    try scratch.write("notes", to: "in/notes.txt")
    try scratch.write(try fixture("pdf/no-iep.pdf"), to: "in/menu.pdf")
    let result = try Program.run("process", scratch.path + "/in", "--output", scratch.path + "/out", "--jobs", "1")
    #expect(result.exit == 3)
    let inputs = try Program.inputs(scratch.path + "/out")
    #expect(inputs.count == 9)
    #expect(inputs["good.pdf"]?.status == "read")
    #expect(inputs["same.pdf"]?.status == "read")
    #expect(inputs["same.pdf"]?.code == "duplicate")
    #expect(inputs["empty.pdf"]?.status == "failed")
    #expect(inputs["truncated.pdf"]?.status == "failed")
    #expect(inputs["page.pdf"]?.status == "failed")
    #expect(inputs["malformed.xml"]?.status == "failed")
    #expect(inputs["malformed.xml"]?.reason?.contains("line 3") == true)
    #expect(inputs["doctype.xml"]?.code == "doctype-refused")
    #expect(inputs["notes.txt"]?.status == "skipped")
    #expect(inputs["menu.pdf"]?.status == "not-an-iep")
    for (path, input) in inputs where input.status != "read" { #expect(input.reason?.isEmpty == false, "\(path)") }
    let documents = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/out/documents")
    #expect(documents.count == 1)
  }

  @Test func aFolderOfSomebodyElseIsNotWrittenTo() throws {
    let scratch = try Program.Scratch()
    try scratch.write("mine", to: "out/letter.txt")
    let result = try Program.run("process", Program.root + "/Fixtures/xml", "--output", scratch.path + "/out")
    #expect(result.exit == 5 || result.exit == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/out") == ["letter.txt"])
  }

  private func input(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: Program.root + "/Tests/Inputs/" + name))
  }

  @Test func anEncryptedFileAsksForItsPasswordAndOpensWithIt() throws {
    let scratch = try Program.Scratch()
    try scratch.write(try input("encrypted.pdf"), to: "in/locked.pdf")
    let closed = try Program.run("process", scratch.path + "/in", "--output", scratch.path + "/out1")
    #expect(closed.exit == 3)
    let entry = try #require(try Program.inputs(scratch.path + "/out1")["locked.pdf"])
    #expect(entry.status == "needs-password")
    #expect(entry.reason?.contains("--password-file") == true)
    try scratch.write("wrong\nsecret\n", to: "passwords.txt")
    let opened = try Program.run(
      "process", scratch.path + "/in", "--output", scratch.path + "/out2", "--password-file",
      scratch.path + "/passwords.txt")
    #expect(opened.exit == 0)
  }

  @Test func aScanIsPartialAndNothingIsInvented() throws {
    let scratch = try Program.Scratch()
    try scratch.write(try input("scan.pdf"), to: "in/scan.pdf")
    let result = try Program.run("process", scratch.path + "/in", "--output", scratch.path + "/out")
    #expect(result.exit == 3)
    let entry = try #require(try Program.inputs(scratch.path + "/out")["scan.pdf"])
    #expect(entry.status == "partial")
    #expect(entry.code == "needs-ocr")
    let services = try String(contentsOfFile: scratch.path + "/out/services.csv", encoding: .utf8)
    #expect(services.split(whereSeparator: \.isNewline).count == 1)
  }

  @Test func aFileWithoutPagesFailed() throws {
    let scratch = try Program.Scratch()
    try scratch.write(try input("no-pages.pdf"), to: "in/none.pdf")
    #expect(try Program.run("process", scratch.path + "/in", "--output", scratch.path + "/out").exit == 3)
    #expect(try Program.inputs(scratch.path + "/out")["none.pdf"]?.status == "failed")
  }

  @Test func anOutputThatCannotBeMadeSaysSo() throws {
    let scratch = try Program.Scratch()
    try scratch.write("a file", to: "taken")
    let result = try Program.run(
      "process", Program.root + "/Fixtures/xml", "--output", scratch.path + "/taken/out")
    #expect(result.exit == 5)
    #expect(!result.errors.isEmpty)
  }

  @Test func findingsFailTheRunOnlyWhereThatIsAskedFor() throws {
    let scratch = try Program.Scratch()
    let cards = Program.root + "/Fixtures/pdf/cards.pdf"
    #expect(try Program.run("process", cards, "--output", scratch.path + "/a").exit == 0)
    #expect(try Program.run("process", cards, "--output", scratch.path + "/b", "--fail-on", "error").exit == 1)
  }

  @Test func aLoopOfLinksEnds() throws {
    let scratch = try Program.Scratch()
    try scratch.write(try fixture("pdf/cards.pdf"), to: "in/a/cards.pdf")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/in/a/again", withDestinationPath: scratch.path + "/in")
    _ = try Program.run("process", scratch.path + "/in", "--output", scratch.path + "/out")
    let inputs = try Program.inputs(scratch.path + "/out")
    #expect(inputs["a/cards.pdf"]?.status == "read")
    #expect(inputs.values.filter { $0.status == "read" }.count == 1)
  }
}
