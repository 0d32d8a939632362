import Extraction
import IEPModel
import Seeds
import Testing

@testable import Parsing

/// Facts of students and plans under the names of many exports.
@Suite struct ExportHeaderTests {
  private let lines = """
    <Service><ServiceName>Occupational Therapy</ServiceName><Minutes>30</Minutes><Sessions>2</Sessions><Per>Week</Per></Service>\
    <Service><ServiceName>Speech Therapy</ServiceName><Minutes>20</Minutes><Sessions>1</Sessions><Per>Week</Per></Service>
    """
  private let student =
    "<Student><Name>Ada Quill</Name><StudentID>4411</StudentID><DOB>2015-03-04</DOB></Student>"

  private func read(_ xml: String, siblings: [String] = []) throws -> [IEPDocument] {
    var documents: [IEPDocument] = []
    _ = try XMLIEPReader(seeds: .embedded).read(
      XMLInput(bytes: Array(xml.utf8)),
      source: Source(
        path: "export.xml", sha256: String(repeating: "0", count: 64), bytes: xml.utf8.count, format: .xml,
        profile: "automatic"),
      siblings: { siblings.map { XMLInput(bytes: Array($0.utf8)) } }, emit: { documents.append($0) })
    return documents
  }

  private func head(_ facts: String) throws -> IEPDocument {
    try #require(try read("<Export>\(student)\(facts)<Services>\(lines)</Services></Export>").first)
  }

  @Test(arguments: [
    "<LEA><LEAName>Alder Flats USD</LEAName><LEACode>0417</LEACode></LEA>", "<Agency name=\"Alder Flats USD\"/>",
    "<Header><ReportingDistrict>Alder Flats USD</ReportingDistrict></Header>", "<ISD>Alder Flats USD</ISD>",
    "<educationOrganization><nameOfInstitution>Alder Flats USD</nameOfInstitution></educationOrganization>",
    "<Info><Item><Label>District of Service</Label><Value>Alder Flats USD</Value></Item></Info>",
  ])
  func aDistrictIsNamedInManyWays(facts: String) throws {
    #expect(try head(facts).student.district == "Alder Flats USD")
  }

  @Test(arguments: [
    "<IEP><MeetingType>Annual Review</MeetingType></IEP>", "<IEP><TypeCode>AR</TypeCode></IEP>",
    "<IEP><TypeCode>R</TypeCode><TypeDescription>Annual</TypeDescription></IEP>",
    "<Event><Reason>Annual IEP Review</Reason></Event>",
    "<Meeting><Types><Initial>false</Initial><Annual>true</Annual></Types></Meeting>",
    "<IEP reason=\"2\"><x/></IEP><Codes><Code set=\"Reason\" id=\"2\">Annual Review</Code></Codes>",
  ])
  func aKindIsWordsOrACodeOrABox(facts: String) throws { #expect(try head(facts).iep.kind == .annual) }

  @Test(arguments: [
    ("<ESY><Decision>Not Eligible</Decision></ESY>", false),
    ("<ESYConsidered>Yes</ESYConsidered><ESYRecommended>No</ESYRecommended>", false),
    ("<extendedSchoolYear><eligible>true</eligible></extendedSchoolYear>", true),
    ("<ESY>Regular year only</ESY>", false),
    ("<esyServicesNeeded>Y</esyServicesNeeded>", true), ("<decision topic=\"ESY\">not needed</decision>", false),
  ])
  func whetherAnExtendedYearIsNeeded(facts: String, expected: Bool) throws {
    #expect(try head("<IEP>\(facts)<End>2027-09-01</End></IEP>").iep.extendedSchoolYear == expected)
  }

  @Test(arguments: [
    "<LRE insideRegularClassPct=\"80\"/>", "<percentRemoved>20</percentRemoved>",
    "<Regular_Ed_Percent>0.80</Regular_Ed_Percent>",
    "<PercentOfDay><GeneralEducation>80</GeneralEducation></PercentOfDay>",
    "<LRE><MinutesInGeneralEducation>1440</MinutesInGeneralEducation><TotalSchoolMinutes>1800</TotalSchoolMinutes></LRE>",
    "<lre>Ada will spend 80% of the school day inside the general education environment.</lre>",
  ])
  func aShareOfGeneralEducation(facts: String) throws {
    #expect(try head("<IEP>\(facts)<End>2027-09-01</End></IEP>").iep.placement?.generalEducationPercent == 80)
  }

  @Test(arguments: [
    ("Preschool (age 4)", "PK"), ("G08", "8"), ("Eleventh Grade", "11"), ("KG", "K"), ("09", "9"),
  ])
  func gradesAreCodesAndWords(text: String, expected: String) throws {
    #expect(try head("<Enrollment><GradeLevel>\(text)</GradeLevel></Enrollment>").student.grade == expected)
  }

  @Test func theLocalNumberStandsBeforeTheStatesAndARowsKey() throws {
    let documents = try read(
      """
      <Pupils><Pupil id="p1"><Name>Ada Quill</Name><Ids><Identifier type="State">7700881122</Identifier>\
      <Identifier type="Local">30871</Identifier></Ids><Plan><From>2026-09-01</From>\(lines)</Plan></Pupil></Pupils>
      """)
    #expect(documents.first?.student.studentId == "30871")
  }

  @Test func datesOfOneNameAreToldByTheirType() throws {
    let iep = try head(
      "<IEP><Date type=\"meeting\">2026-09-01</Date><Date type=\"start\">2026-09-07</Date><Date type=\"end\">2027-09-06</Date></IEP>"
    ).iep
    #expect(iep.meetingDate == CalendarDate(year: 2026, month: 9, day: 1))
    #expect(iep.startDate == CalendarDate(year: 2026, month: 9, day: 7))
    #expect(iep.endDate == CalendarDate(year: 2027, month: 9, day: 6))
  }

  @Test func aManagersNameAndNumberAreNotTheStudents() throws {
    let documents = try read(
      """
      <Export><CaseManager><FirstName>Rita</FirstName><LastName>Bloom</LastName><LocalId>9001</LocalId></CaseManager>\
      <Student><FirstName>Ada</FirstName><LastName>Quill</LastName><StudentNumber>4411</StudentNumber></Student>\
      <Services>\(lines)</Services></Export>
      """)
    #expect(documents.map(\.student.name) == ["Ada Quill"])
    #expect(documents.first?.student.studentId == "4411")
  }

  /// Files that lie beside an export are only joined by key: their students are not those of lines that name none.
  @Test func studentsOfOtherFilesAreNotTaken() throws {
    let documents = try read(
      "<plan><begin>2026-09-01</begin>\(lines)</plan>",
      siblings: ["<Export>\(student)<Services>\(lines)</Services></Export>"])
    #expect(documents.map(\.student.name) == [nil])
  }

  @Test func goalsThatHoldOneSentenceEachAreRecords() throws {
    let goals = (1...2).map {
      "<Goal number=\"\($0)\"><Text>Ada will write three sentences in her journal about part \($0) in 4 of 5 entries.</Text></Goal>"
    }.joined()
    #expect(try head("<Goals>\(goals)</Goals>").goals.map(\.number) == ["1", "2"])
  }

  @Test func linesOfTheExtendedYearAreTold() throws {
    let line = "<Service season=\"%\"><Name>Speech Therapy</Name><Minutes>30</Minutes><PerWeek>2</PerWeek></Service>"
    let both = ["Regular Year", "Extended School Year"].map { line.replacing("%", with: $0) }.joined()
    let document = try #require(try read("<Export>\(student)<Services>\(both)</Services></Export>").first)
    #expect(document.services.map(\.extendedSchoolYear) == [nil, true])
    #expect(document.services.map { $0.dose.minutesPerWeek(by: SchoolCalendar()) } == [Interval(60), Interval(60)])
  }

  @Test func aGoalNumberThatNoGoalBearsStays() throws {
    let goals =
      "<Goal number=\"1\"><Text>Ada will write three sentences in her journal in 4 of 5 entries.</Text></Goal>"
    let document = try #require(
      try read(
        "<Export>\(student)<Goals>\(goals)\(goals.replacing("1", with: "2"))</Goals><Services>"
          + lines.replacing("<Per>", with: "<Goals>1, 5</Goals><Per>") + "</Services></Export>"
      ).first)
    #expect(document.services.first?.goalNumbers == ["1", "5"])
  }

  @Test func aGridOfRelatedServicesThatHoldsInstructionSaysNothingOfItsLines() throws {
    let row = "<Row><Service>%</Service><Minutes>45</Minutes><Times>1</Times><Per>W</Per></Row>"
    let rows = ["SDI Math", "Physical Therapy"].map { row.replacing("%", with: $0) }.joined()
    let document = try #require(try read("<form>\(student)<RelatedServices>\(rows)</RelatedServices></form>").first)
    #expect(document.services.map(\.category) == [.specialEducation, .relatedService])
  }
}
