import Foundation
import Testing

/// XML that should not be, or not be so, through the built program.
@Suite struct BadXMLTests {
  /// An export of two students.
  private func export(_ declaration: String = "", name: String = "Ada Quill") -> String {
    declaration + "<export>"
      + [name, "Ben Oar"].enumerated().map { number, name in
        """
        <student id="\(number + 71)"><name>\(name)</name><service><type>Occupational Therapy</type><minutes>30</minutes>\
        <times>2</times><per>week</per></service></student>
        """
      }.joined(separator: "\n") + "</export>"
  }

  private func run(_ files: [String: Data]) throws -> (
    exit: Int32, inputs: [String: (status: String, code: String?, reason: String?)], folder: Program.Scratch
  ) {
    let scratch = try Program.Scratch()
    for (name, data) in files { try scratch.write(data, to: "in/" + name) }
    let result = try Program.run("process", scratch.path + "/in", "--output", scratch.path + "/out", "--jobs", "1")
    return (result.exit, try Program.inputs(scratch.path + "/out"), scratch)
  }

  private func names(_ scratch: Program.Scratch) throws -> Set<String> {
    let folder = scratch.path + "/out/documents"
    return Set(
      try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { file in
        let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file))
        let document = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return (document?["student"] as? [String: Any])?["name"] as? String
      })
  }

  @Test func entitiesAreRefusedAndNoFileIsRead() throws {
    let run = try run([
      "expand.xml": Data("<!DOCTYPE a [<!ENTITY x \"yyyy\"><!ENTITY z \"&x;&x;\">]><a>&z;</a>".utf8),
      "read.xml": Data("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>".utf8),
      "net.xml": Data("<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><a/>".utf8),
      "undefined.xml": Data("<a>caf&eacute;</a>".utf8),
    ])
    #expect(run.exit == 3)
    for name in ["expand.xml", "read.xml", "net.xml"] { #expect(run.inputs[name]?.code == "doctype-refused") }
    #expect(run.inputs["undefined.xml"]?.reason?.contains("entity") == true)
  }

  @Test func depthAndTheBytesOfARecordAreBounded() throws {
    let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    let note = "<Notes><Note>\(String(repeating: "x", count: 99_000))</Note></Notes>"
    let record = """
      <InterchangeSpecialEducationDataModel xmlns="http://ed-fi.org/6.1.0"><StudentIEP>\
      \(String(repeating: note, count: 50))</StudentIEP></InterchangeSpecialEducationDataModel>
      """
    let run = try run(["deep.xml": Data(deep.utf8), "record.xml": Data(record.utf8)])
    #expect(run.inputs["deep.xml"]?.code == "too-deep")
    #expect(run.inputs["record.xml"]?.code == "too-large")
    #expect(run.inputs["record.xml"]?.reason?.contains("4 MB") == true)
  }

  @Test func filesWithoutAMappingAreBoundedInBytes() throws {
    let row = "<row id=\"1\"><service>Speech Therapy</service><minutes>30</minutes></row>\n"
    let rows = String(repeating: row, count: (25 << 20) / row.utf8.count)
    let run = try run(["large.xml": Data("<export>\(rows)</export>".utf8)])
    #expect(run.inputs["large.xml"]?.code == "too-large")
    #expect(run.inputs["large.xml"]?.reason?.contains("24 MB") == true)
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func sixteenBitsAreReadWithAndWithoutAMark(encoding: String.Encoding) throws {
    let text = export("<?xml version=\"1.0\" encoding=\"UTF-16\"?>", name: "Åsa Quill")
    let data = try #require(text.data(using: encoding))
    let mark = Data(encoding == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF])
    let run = try run(["bare.xml": data, "marked.xml": mark + data])
    #expect(run.inputs["bare.xml"]?.status == "read")
    #expect(run.inputs["marked.xml"]?.status == "read")
    #expect(try names(run.folder) == ["Åsa Quill", "Ben Oar"])
  }

  @Test func wrongLabelsOfEncodingsAreSeenThrough() throws {
    let windows = try #require(
      export("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", name: "Zoë O’Dell").data(using: .windowsCP1252))
    let latin = try #require(
      export("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", name: "Zoë O’Dell").data(using: .windowsCP1252))
    let sixteen = Data(export("<?xml version=\"1.0\" encoding=\"utf-16\"?>", name: "Zoë O’Dell").utf8)
    for data in [windows, latin, sixteen] {
      let run = try run(["export.xml": data])
      #expect(run.inputs["export.xml"]?.status == "read")
      #expect(try names(run.folder) == ["Zoë O’Dell", "Ben Oar"])
    }
  }

  @Test func forbiddenCharactersAreBlanks() throws {
    let run = try run(["export.xml": Data(export(name: "Ada\u{B}Quill").utf8)])
    #expect(run.inputs["export.xml"]?.status == "read")
    #expect(try names(run.folder) == ["Ada Quill", "Ben Oar"])
  }

  @Test func severalRootsAreReadAsOneFile() throws {
    let rows = (1...2).map { number in
      "<row studentId=\"\(number)\" studentName=\"Ada Quill\(number == 1 ? "" : "-Oar")\" service=\"Speech Therapy\" minutes=\"30\" frequency=\"2 per week\"/>"
    }.joined()
    let run = try run(["fragment.xml": Data(rows.utf8)])
    #expect(run.inputs["fragment.xml"]?.status == "read")
    #expect(try names(run.folder) == ["Ada Quill", "Ada Quill-Oar"])
  }

  @Test func aFileThatBreaksOffGivesItsWholeRecords() throws {
    let whole = export()
    let end = try #require(whole.range(of: "<student id=\"72\">"))
    let run = try run(["export.xml": Data((whole[..<end.lowerBound] + "<student id=\"72\"><name>Ben").utf8)])
    #expect(run.exit == 3)
    #expect(run.inputs["export.xml"]?.status == "partial")
    #expect(run.inputs["export.xml"]?.reason?.contains("breaks off") == true)
    #expect(try names(run.folder) == ["Ada Quill"])
  }

  @Test func whatIsCompressedOrNoXMLIsNamed() throws {
    let run = try run([
      "packed.xml": Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]), "data.xml": Data("{\"a\": 1}".utf8),
      "amp.xml": Data("<a>Speech & Language</a>".utf8), "tags.xml": Data("<a><b></a></b></a>".utf8),
    ])
    #expect(run.inputs["packed.xml"]?.code == "compressed")
    #expect(run.inputs["data.xml"]?.code == "wrong-type")
    #expect(run.inputs["amp.xml"]?.reason?.contains("&amp;") == true)
    #expect(run.inputs["tags.xml"]?.status == "failed")
  }

  @Test(arguments: [
    ("<rss version=\"2.0\"><channel><title>News</title></channel></rss>", "news feed"),
    ("<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>Sign in</p></body></html>", "web page"),
    ("<FILETRANSMISSION FILELAYOUTTYPE=\"SEA LEVEL\"><AGENCY/></FILETRANSMISSION>", "EDFacts"),
    (
      "<InterchangeStudentProgramExtension xmlns=\"http://www.tea.state.tx.us/tsds\"><a/></InterchangeStudentProgramExtension>",
      "TSDS"
    ),
    ("<orders><order>Chalk</order></orders>", "root element orders"),
  ])
  func otherFormatsAreNamedPolitely(xml: String, name: String) throws {
    let run = try run(["other.xml": Data(xml.utf8)])
    #expect(run.inputs["other.xml"]?.status == "not-an-iep")
    #expect(run.inputs["other.xml"]?.reason?.contains(name) == true, "\(run.inputs["other.xml"]?.reason ?? "")")
  }
}
