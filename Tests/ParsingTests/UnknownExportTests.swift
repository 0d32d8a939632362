import Extraction
import IEPModel
import Seeds
import Testing

@testable import Parsing

/// Exports that no mapping describes, each in another shape.
@Suite struct UnknownExportTests {
  private func read(_ xml: String, siblings: [String] = []) throws -> [IEPDocument] {
    let reader = try XMLIEPReader(seeds: .embedded)
    var documents: [IEPDocument] = []
    _ = try reader.read(
      XMLInput(bytes: Array(xml.utf8)),
      source: Source(
        path: "export.xml", sha256: String(repeating: "0", count: 64), bytes: xml.utf8.count, format: .xml,
        profile: "automatic"),
      siblings: { siblings.map { XMLInput(bytes: Array($0.utf8)) } }, emit: { documents.append($0) })
    return documents
  }

  /// Nine records, longer than a parser's buffer.
  private let students = (1...9).map { number in
    """
    <student><id>\(number)</id><name>Ada Quill</name><service><type>Occupational Therapy</type><minutes>30</minutes>\
    <times>2</times><per>week</per></service><note>\(String(repeating: "x", count: 600))</note></student>
    """
  }.joined()

  private let goal = "Ada will write three sentences in her journal in 4 of 5 entries."

  @Test func flatListsAreJoinedByKey() throws {
    let documents = try read(
      """
      <export><students><student id="S1"><name>Ada Quill</name><dob>2015-03-04</dob></student>\
      <student id="S2"><name>Ben Oar</name><dob>2014-02-01</dob></student></students>\
      <services><service student="S1"><type>Occupational Therapy</type><minutes>30</minutes><times>2</times><per>week</per></service>\
      <service student="S2"><type>Speech Therapy</type><minutes>20</minutes><times>3</times><per>week</per></service></services></export>
      """)
    #expect(documents.map(\.student.name) == ["Ada Quill", "Ben Oar"])
    #expect(documents.map { $0.services.map(\.service.code) } == [[.occupationalTherapy], [.speechLanguage]])
  }

  @Test func namesAndValuesAreFields() throws {
    let documents = try read(
      """
      <Docs><Doc><Field name="StudentName" value="Ada Quill"/><Field name="BirthDate" value="03/04/2015"/><Table><Row>\
      <Field name="Service" value="Occupational Therapy"/><Field name="Frequency" value="2 x weekly"/><Field name="Duration" value="30 min"/>\
      </Row><Row><Field name="Service" value="Speech"/><Field name="Frequency" value="1 x weekly"/><Field name="Duration" value="20 min"/>\
      </Row></Table></Doc></Docs>
      """)
    #expect(documents.count == 1)
    #expect(documents.first?.student.name == "Ada Quill")
    #expect(
      documents.first?.services.map { $0.dose.minutesPerWeek(by: SchoolCalendar()) } == [Interval(60), Interval(20)])
  }

  @Test func numberedFieldsAreRows() throws {
    let documents = try read(
      """
      <form><student_name>Ada Quill</student_name><service1_name>Occupational Therapy</service1_name>\
      <service1_minutes>30 min</service1_minutes><service1_frequency>2x week</service1_frequency>\
      <service2_name>Speech</service2_name><service2_minutes>20 min</service2_minutes><service2_frequency>1x week</service2_frequency>\
      <goal1_text>\(goal)</goal1_text></form>
      """)
    #expect(documents.first?.services.count == 2)
    #expect(documents.first?.goals.map(\.text) == [goal])
  }

  @Test func recordsInAttributesStandAlone() throws {
    let documents = try read(
      """
      <Plans><Plan><Child><FullName>Ada Quill</FullName><LocalId>8123</LocalId></Child><Period start="2026-09-01" end="2027-08-31"/>\
      <ServiceMinutes><Entry service="OT" direct="30" frequency="weekly" setting="GenEd" from="2026-09-01" to="2027-08-31"/>\
      <Entry service="Speech" direct="60" frequency="weekly" setting="Speech room" from="2026-09-01" to="2027-08-31"/></ServiceMinutes>\
      <AnnualGoals><AnnualGoal id="1" subject="Writing">\(goal)</AnnualGoal></AnnualGoals></Plan></Plans>
      """)
    let document = try #require(documents.first)
    #expect(document.services.map(\.service.code) == [.occupationalTherapy, .speechLanguage])
    #expect(document.iep.startDate == CalendarDate(year: 2026, month: 9, day: 1))
    #expect(document.goals.first?.text == goal)
    #expect(document.services.first?.provenance.first?.xpath == "/Plans/Plan[1]/ServiceMinutes[1]/Entry[1]")
    #expect(document.diagnostics.contains { $0.code == "format-inferred" })
  }

  @Test func studentsMayStandInAnotherFile() throws {
    let documents = try read(
      """
      <placements><placement studentRefId="AB12"><service>Physical Therapy</service><minutes>30 min</minutes><frequency>2 per week</frequency></placement></placements>
      """,
      siblings: [
        "<people><student RefId=\"AB12\"><firstName>Ada</firstName><lastName>Quill</lastName><birthDate>2015-03-04</birthDate></student></people>"
      ])
    #expect(documents.map(\.student.name) == ["Ada Quill"])
  }

  @Test(arguments: [
    "<rss version=\"2.0\"><channel><title>News</title><item><title>Bus times</title></item></channel></rss>",
    "<orders><order id=\"1\"><item>Chalk</item><qty>3</qty></order><order id=\"2\"><item>Paper</item><qty>9</qty></order></orders>",
  ])
  func whatIsNoPlanGivesNoDocument(xml: String) throws { #expect(try read(xml).isEmpty) }

  @Test func shortenedAndJoinedNamesAreParted() {
    #expect(NameWords.split("svc_desc") == "service description")
    #expect(NameWords.split("STUDENTID") == "student id")
    #expect(NameWords.split("IEP_x0020_Start") == "IEP Start")
  }

  @Test func keysAndValuesThatAlternateAreRecords() throws {
    let documents = try read(
      """
      <plist><array><dict><key>studentId</key><string>77</string><key>firstName</key><string>Ada</string>\
      <key>lastName</key><string>Quill</string><key>services</key><array><dict><key>serviceName</key>\
      <string>Occupational Therapy</string><key>minutes</key><integer>30</integer><key>sessions</key><integer>2</integer>\
      <key>per</key><string>week</string></dict></array></dict></array></plist>
      """)
    #expect(documents.map(\.student.name) == ["Ada Quill"])
    #expect(documents.first?.services.first?.dose.minutesPerWeek(by: SchoolCalendar()) == Interval(60))
  }

  @Test func aHeadingMayStandBelowTitles() throws {
    func row(_ cells: [String]) -> String {
      "<Row>" + cells.map { "<Cell><Data>\($0)</Data></Cell>" }.joined() + "</Row>"
    }
    let documents = try read(
      "<Workbook><Worksheet><Table>" + row(["Services of all schools"]) + "<Row/>"
        + row(["Student ID", "Student Name", "Service", "Min/Session", "Frequency", "Start", "End"])
        + row(["1", "Quill, Ada", "Occupational Therapy", "30", "2 x per week", "9/1/2026", "8/31/2027"])
        + row(["", "", "Speech Therapy", "20", "1 x per week", "9/1/2026", "8/31/2027"])
        + "</Table></Worksheet></Workbook>")
    #expect(documents.count == 1)
    #expect(documents.first?.services.map(\.service.code) == [.occupationalTherapy, .speechLanguage])
  }

  @Test func rowsOfManyKindsAreToldByTheirType() throws {
    let documents = try read(
      """
      <ROWS><ROW REC_TYPE="STUDENT" STU_ID="9" LAST_NAME="Quill" FIRST_NAME="Ada"/>\
      <ROW REC_TYPE="SERVICE" STU_ID="9" SERVICE_DESC="Occupational Therapy" MINUTES="30" SESSIONS="2" PERIOD="Week"/>\
      <ROW REC_TYPE="SERVICE" STU_ID="9" SERVICE_DESC="Speech Therapy" MINUTES="20" SESSIONS="1" PERIOD="Week"/>\
      <ROW REC_TYPE="GOAL" STU_ID="9" GOAL_NUM="1" GOAL_TEXT="\(goal)"/></ROWS>
      """)
    #expect(documents.map(\.student.name) == ["Ada Quill"])
    #expect(documents.first?.services.count == 2)
  }

  @Test func aFileThatBreaksOffKeepsItsWholeRecords() throws {
    let xml = "<export>" + students + "<student><id>10</id><name>Ben Oar</name><service><type>Spee"
    var documents: [IEPDocument] = []
    let outcome = try XMLIEPReader(seeds: .embedded).read(
      XMLInput(bytes: Array(xml.utf8)),
      source: Source(
        path: "export.xml", sha256: String(repeating: "0", count: 64), bytes: xml.utf8.count, format: .xml,
        profile: "automatic"), siblings: { [] }, emit: { documents.append($0) })
    guard case .partial(let count, _) = outcome else {
      Issue.record("not partial")
      return
    }
    #expect(count == documents.count)
    #expect(documents.count >= 8)
    #expect(Set(documents.map(\.student.name)) == ["Ada Quill"])
    #expect(documents.allSatisfy { $0.services.count == 1 })
  }

  @Test func aFileThatBreaksOffIsNoWholeOneUnderAMappingEither() throws {
    let intact = XMLInput(bytes: Array(("<export>" + students + "</export>").utf8))
    let mapping = try #require(try XMLIEPReader(seeds: .embedded).inferredMapping(intact, id: "district"))
    let reader = try XMLIEPReader(seeds: .embedded, mapping: mapping.yaml)
    let broken = "<export>" + students + "<student><id>10</id><name>Ben Oar</name><service><type>Spee"
    var documents: [IEPDocument] = []
    let outcome = try reader.read(
      XMLInput(bytes: Array(broken.utf8)),
      source: Source(
        path: "export.xml", sha256: String(repeating: "0", count: 64), bytes: broken.utf8.count, format: .xml,
        profile: "automatic"), siblings: { [] }, emit: { documents.append($0) })
    guard case .partial(let count, _) = outcome else {
      Issue.record("not partial")
      return
    }
    #expect(count == documents.count)
    #expect(documents.count >= 8)
    #expect(documents.allSatisfy { $0.source.profile == mapping.id && !$0.diagnostics.isEmpty })
  }

  @Test func daysFirstAreToldByTheWholeFile() throws {
    let documents = try read(
      """
      <x><student id="S1"><name>Ada Quill</name><service><type>Occupational Therapy</type><minutes>30</minutes><times>2</times>\
      <per>week</per><startDate>15/10/2026</startDate><endDate>04/10/2027</endDate></service></student></x>
      """)
    #expect(documents.first?.services.first?.endDate == CalendarDate(year: 2027, month: 10, day: 4))
  }

  @Test func aMappingThatWasInferredReadsTheSame() throws {
    let xml = """
      <export><student id="1"><name>Ada Quill</name><service><type>Occupational Therapy</type><minutes>30</minutes>\
      <times>2</times><per>week</per></service></student></export>
      """
    let reader = try XMLIEPReader(seeds: .embedded)
    let mapping = try #require(try reader.inferredMapping(XMLInput(bytes: Array(xml.utf8)), id: "export"))
    #expect(try ExportMapping(yaml: mapping.yaml, file: "m.yaml") == mapping)
  }
}
