import Extraction
import IEPModel
import Seeds
import Testing

@testable import Parsing

/// Exports that a mapping describes, as they stream by.
@Suite struct MappedExportTests {
  private func read(_ xml: String) throws -> (outcome: XMLIEPReader.Outcome, documents: [IEPDocument]) {
    var documents: [IEPDocument] = []
    let outcome = try XMLIEPReader(seeds: .embedded).read(
      XMLInput(bytes: Array(xml.utf8)),
      source: Source(
        path: "export.xml", sha256: String(repeating: "0", count: 64), bytes: xml.utf8.count, format: .xml,
        profile: "generic"),
      siblings: { [] }, emit: { documents.append($0) })
    return (outcome, documents)
  }

  private let head = #"<InterchangeSpecialEducationDataModel xmlns="http://ed-fi.org/6.1.0">"#
  private func student(_ id: String) -> String {
    "<StudentReference><StudentIdentity><StudentUniqueId>\(id)</StudentUniqueId></StudentIdentity></StudentReference>"
  }
  private func plan(_ id: String, finalized: String = "2026-10-05") -> String {
    """
    <StudentIEP>\(student(id))<StudentIEPIdentifier>P\(id)</StudentIEPIdentifier><IEPFinalizedDate>\(finalized)\
    </IEPFinalizedDate><IEPBeginDate>\(finalized)</IEPBeginDate></StudentIEP>
    """
  }
  private func service(_ id: String) -> String {
    """
    <StudentIEPServicePrescription><StudentIEPReference><StudentIEPIdentity>\(student(id))<StudentIEPIdentifier>P\(id)\
    </StudentIEPIdentifier></StudentIEPIdentity></StudentIEPReference><ServicePrescription>uri://x/y#Occupational Therapy\
    </ServicePrescription><Duration> 60 </Duration><DurationInterval>uri://x/y#Week</DurationInterval>\
    </StudentIEPServicePrescription>
    """
  }

  @Test func linesAreJoinedToPlansThatStandBehindThem() throws {
    let documents = try read(
      head + service("2") + plan("1") + service("1") + plan("2") + "</InterchangeSpecialEducationDataModel>"
    )
    .documents
    #expect(documents.map(\.student.studentId) == ["1", "2"])
    #expect(documents.map(\.services.count) == [1, 1])
    #expect(documents.first?.services.first?.dose.totalMinutes == Interval(60))
  }

  @Test func theVersionFinalizedLastIsInForce() throws {
    let documents = try read(
      head + plan("1", finalized: "2026-12-01") + plan("1", finalized: "2026-10-05") + service("1")
        + "</InterchangeSpecialEducationDataModel>"
    ).documents
    #expect(documents.count == 1)
    #expect(documents.first?.iep.startDate == CalendarDate(year: 2026, month: 12, day: 1))
    #expect(documents.first?.iep.kind == .amendment)
  }

  @Test func aFileThatBreaksOffKeepsItsPlansAndSaysSo() throws {
    let (outcome, documents) = try read(head + plan("1") + service("1") + plan("2") + "<StudentIEPServicePrescr")
    guard case .partial(2, _) = outcome else {
      Issue.record("not partial")
      return
    }
    #expect(documents.count == 2)
    #expect(documents.allSatisfy { $0.diagnostics.contains { $0.code == "file-broken-off" } })
  }

  @Test func linesOfProvenanceAreThoseOfTheElements() throws {
    let xml =
      head + "\n" + plan("1") + "\n" + service("1") + String(repeating: "\n", count: 90)
      + "</InterchangeSpecialEducationDataModel>"
    #expect(try read(xml).documents.first?.services.first?.provenance.first?.line == 3)
  }

  @Test func placementsOfAStudentAreOnePlan() throws {
    func placement(_ service: String, _ direct: Int, _ indirect: Int) -> String {
      """
      <StudentPlacement StudentPersonalRefId="A" StudentParticipationRefId="B"><Service><Code>9999</Code><OtherCodeList>\
      <OtherCode Codeset="Local">X &amp; Y</OtherCode><OtherCode Codeset="Text">\(service)</OtherCode></OtherCodeList>\
      </Service><FrequencyTime><OtherCodeList><OtherCode Codeset="Text">2 per week</OtherCode></OtherCodeList>\
      </FrequencyTime><DirectTime UnitOfMeasure="Hours">\(direct)</DirectTime><IndirectTime UnitOfMeasure="Minutes">\
      \(indirect)</IndirectTime></StudentPlacement>
      """
    }
    let documents = try read(
      """
      <SIF_Message xmlns="http://www.sifinfo.org/infrastructure/2.x"><SIF_Response><SIF_ObjectData>\
      \(placement("Occupational Therapy", 1, 0))\(placement("Speech Therapy", 0, 30))<StudentPersonal RefId="A"><LocalId>7\
      </LocalId><Name><LastName>Quill</LastName><FirstName>Ada</FirstName></Name></StudentPersonal>\
      <StudentParticipation RefId="B"><ProgramPlanDate>2026-10-05</ProgramPlanDate></StudentParticipation>\
      </SIF_ObjectData></SIF_Response></SIF_Message>
      """
    ).documents
    #expect(documents.map(\.student.name) == ["Ada Quill"])
    #expect(documents.first?.iep.meetingDate == CalendarDate(year: 2026, month: 10, day: 5))
    #expect(documents.first?.iep.kind != .amendment)
    #expect(documents.first?.services.map(\.delivery) == [.direct, .indirect])
    #expect(documents.first?.services.map(\.dose.sessionMinutes) == [Interval(60), Interval(30)])
  }

  private func placement(_ refId: String, _ service: String, minutes: Int, asOf: String = "2026-09-01") -> String {
    """
    <StudentPlacement RefId="\(refId)" StudentPersonalRefId="{a3a1b0a1-bf8c-4fbc-933a-d355f58fd2f5}">\
    <Service><Code>1</Code><OtherCodeList><OtherCode Codeset="Text">\(service)</OtherCode></OtherCodeList></Service>\
    <DirectTime UnitOfMeasure="Minutes">\(minutes)</DirectTime><StartDate>2026-09-01</StartDate>\
    <StudentPlacementAsOfDate>\(asOf)</StudentPlacementAsOfDate></StudentPlacement>
    """
  }
  private let person = """
    <StudentPersonal RefId="A3A1B0A1BF8C4FBC933AD355F58FD2F5"><LocalId>7</LocalId><Name><LastName>Quill</LastName>\
    <FirstName>Ada</FirstName></Name></StudentPersonal>
    """

  @Test func aGUIDIsOneKeyHoweverItIsWritten() throws {
    let documents = try read(
      "<StudentPlacements>\(person)\(placement("1", "Physical Therapy", minutes: 30))</StudentPlacements>"
    ).documents
    #expect(documents.map(\.student.name) == ["Ada Quill"])
  }

  @Test func theNewestVersionOfAPlacementStands() throws {
    let documents = try read(
      "<StudentPlacements>" + placement("1", "Physical Therapy", minutes: 30)
        + placement("2", "Physical Therapy", minutes: 45, asOf: "2026-11-01")
        + placement("3", "Speech Therapy", minutes: 20) + "</StudentPlacements>"
    ).documents
    #expect(documents.first?.services.map(\.service.text) == ["Physical Therapy", "Speech Therapy"])
    #expect(documents.first?.services.first?.dose.text.contains("45") == true)
  }

  @Test func eventsChangeAndDeletePlacements() throws {
    func event(_ action: String, _ object: String) -> String {
      "<SIF_Event><SIF_ObjectData><SIF_EventObject Action=\"\(action)\">\(object)</SIF_EventObject></SIF_ObjectData></SIF_Event>"
    }
    let changed = """
      <StudentPlacement RefId="1" StudentPersonalRefId="a3a1b0a1bf8c4fbc933ad355f58fd2f5">\
      <DirectTime UnitOfMeasure="Minutes">60</DirectTime></StudentPlacement>
      """
    let documents = try read(
      "<SIF_Message>" + event("Add", placement("1", "Physical Therapy", minutes: 30))
        + event("Add", placement("2", "Speech Therapy", minutes: 20)) + event("Change", changed)
        + event("Delete", placement("2", "Speech Therapy", minutes: 20)) + "</SIF_Message>"
    ).documents
    #expect(documents.first?.services.map(\.service.text) == ["Physical Therapy"])
    #expect(documents.first?.services.first?.dose.text.contains("60") == true)
  }

  @Test func elementsThatNoMappingReadsAreCounted() throws {
    let xml =
      head + plan("1").replacing("</StudentIEP>", with: "<Notes><Note>a</Note></Notes></StudentIEP>") + service("1")
      + "<StudentIEPServiceDelivery/><StudentIEPServiceDelivery/></InterchangeSpecialEducationDataModel>"
    var unread: [String: Int] = [:]
    _ = try XMLIEPReader(seeds: .embedded).read(
      XMLInput(bytes: Array(xml.utf8)),
      source: Source(
        path: "a.xml", sha256: String(repeating: "0", count: 64), bytes: 1, format: .xml, profile: "generic"),
      siblings: { [] }, unread: { unread = $0 }, emit: { _ in })
    #expect(unread["StudentIEP/Notes"] == 1)
    #expect(unread["StudentIEPServiceDelivery"] == 2)
    #expect(unread["StudentIEPServicePrescription/Duration"] == nil)
  }

  @Test func gradeSchoolAndDistrictStandInRecordsOfTheirOwn() throws {
    let enrollment = """
      <StudentSchoolAssociation>\(student("1"))<SchoolReference><SchoolIdentity><SchoolId>44</SchoolId></SchoolIdentity>\
      </SchoolReference><EntryGradeLevel>uri://ed-fi.org/GradeLevelDescriptor#Third grade</EntryGradeLevel></StudentSchoolAssociation>
      """
    let school = """
      <School><NameOfInstitution>Alder Elementary</NameOfInstitution><SchoolId>44</SchoolId><LocalEducationAgencyReference>\
      <LocalEducationAgencyIdentity><LocalEducationAgencyId>4</LocalEducationAgencyId></LocalEducationAgencyIdentity>\
      </LocalEducationAgencyReference></School><LocalEducationAgency><NameOfInstitution>Alder USD</NameOfInstitution>\
      <LocalEducationAgencyId>4</LocalEducationAgencyId></LocalEducationAgency>
      """
    let read = try read(
      head + plan("1") + service("1") + enrollment + school + "</InterchangeSpecialEducationDataModel>"
    ).documents.first?.student
    #expect(read?.grade == "3")
    #expect(read?.school == "Alder Elementary")
    #expect(read?.district == "Alder USD")
  }
}
