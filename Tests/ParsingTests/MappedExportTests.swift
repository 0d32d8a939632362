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
}
