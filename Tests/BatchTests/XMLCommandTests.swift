import Foundation
import Testing

/// `iep map`, `iep validate` and `iep export` as a person uses them.
@Suite struct XMLCommandTests {
  private let export = """
    <export><student id="1"><name>Ada Quill</name><service><type>Occupational Therapy</type><minutes>30</minutes>\
    <times>2</times><per>week</per></service></student></export>
    """

  @Test func aMappingThatIsWrittenIsTakenAgain() throws {
    let scratch = try Program.Scratch()
    try scratch.write(export, to: "in/export.xml")
    let mapping = try Program.run("map", scratch.path + "/in/export.xml")
    #expect(mapping.exit == 0)
    try scratch.write(mapping.output, to: "mapping.yaml")
    let check = try Program.run("map", "--check", scratch.path + "/mapping.yaml", scratch.path + "/in/export.xml")
    #expect(check.exit == 0)
    let run = try Program.run(
      "process", scratch.path + "/in", "--output", scratch.path + "/out", "--mapping", scratch.path + "/mapping.yaml")
    #expect(run.exit == 0)
    let services = try String(contentsOfFile: scratch.path + "/out/services.csv", encoding: .utf8)
    #expect(services.contains("occupational-therapy"))
  }

  @Test func theTestsInAMappingAreRun() throws {
    let scratch = try Program.Scratch()
    try scratch.write(export, to: "export.xml")
    let mapping = try Program.run("map", scratch.path + "/export.xml").output
    for (service, exit) in [("occupational-therapy", Int32(0)), ("physical-therapy", 1)] {
      try scratch.write(
        mapping + "tests:\n  - xml: '\(export)'\n    students: [Ada Quill]\n    services: [\(service)]\n",
        to: "mapping.yaml")
      let check = try Program.run("map", "--check", scratch.path + "/mapping.yaml", scratch.path + "/export.xml")
      #expect(check.exit == exit, "\(check.errors)")
      #expect(check.output.contains("tests: 1, failed: \(exit)"))
    }
  }

  @Test func aFileIsCheckedByItsSchemaAndNoValueIsPrinted() throws {
    let scratch = try Program.Scratch()
    try scratch.write(
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:sequence>
      <xs:element name="day" type="xs:date"/></xs:sequence></xs:complexType></xs:element></xs:schema>
      """, to: "a.xsd")
    try scratch.write("<a><day>2026-10-05</day></a>", to: "good.xml")
    try scratch.write("<a>\n<day>Ada Quill</day></a>", to: "bad.xml")
    try scratch.write("<a><day>", to: "broken.xml")
    func validate(_ name: String) throws -> Program.Result {
      try Program.run("validate", scratch.path + "/" + name, "--schema", scratch.path + "/a.xsd")
    }
    #expect(try validate("good.xml").exit == 0)
    let bad = try validate("bad.xml")
    #expect(bad.exit == 1)
    #expect(bad.output.contains("bad.xml:2:"))
    #expect(!bad.output.contains("Quill") && !bad.errors.contains("Quill"))
    #expect(try validate("broken.xml").exit == 1)
    #expect(try validate("nothing.xml").exit == 2)
  }

  @Test func aRunIsExportedAsEdFi() throws {
    let scratch = try Program.Scratch()
    _ = try Program.run("process", Program.root + "/Fixtures/xml", "--output", scratch.path + "/out")
    let target = scratch.path + "/sedm.xml"
    let result = try Program.run(
      "export", "--format", "ed-fi", scratch.path + "/out", "--education-organization", "255901", "--output", target)
    #expect(result.exit == 0, "\(result.errors)")
    let text = try String(contentsOfFile: target, encoding: .utf8)
    #expect(text.contains("InterchangeSpecialEducationDataModel") && text.contains("<StudentIEPServicePrescription"))
    #expect(try Program.run("validate", target).exit == 0)
    // The standard's own schema, where a copy lies beside the repository.
    let schema =
      Program.root + "/../shared/reference/xml/edfi/v6.1.0/Interchange-SpecialEducationDataModel.xsd"
    guard FileManager.default.fileExists(atPath: schema) else { return }
    let check = try Program.run("validate", target, "--schema", schema)
    #expect(check.exit == 0, "\(check.output.prefix(500))")
  }

  @Test func aFolderThatNoRunWroteIsNotExported() throws {
    let scratch = try Program.Scratch()
    let result = try Program.run(
      "export", "--format", "ed-fi", scratch.path, "--education-organization", "1", "--output", scratch.path + "/x.xml")
    #expect(result.exit == 2)
    #expect(result.errors.contains("iep process"))
  }
}
