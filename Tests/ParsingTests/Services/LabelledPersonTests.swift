import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Who gives a service, named behind a label in the service's own cell, and names that end in what they are.
@Suite struct LabelledPersonTests {
  @Test(arguments: [
    ("Behavior consultation\nGiven by: BCBA", "Behavior consultation", ProviderCode.bcba),
    ("PT consult w/ PE teacher\nStaff: DPT", "PT consult w/ PE teacher", .pt),
    ("Speech consult\nProvider: SLPA under\nthe SLP", "Speech consult", .slpa),
  ])
  func aLabelParts(cell: String, service: String, provider: ProviderCode) throws {
    let values = try Readers.embedded().values
    let found = try #require(ServiceAndProvider(Grid.table([[cell]]).cells[0], values: values))
    let parts = found.parts(label: "", certainty: 1)
    #expect(parts.first { $0.role == .service }?.text == service)
    #expect(parts.first { $0.role == .provider }.flatMap { values.vocabulary.providerCode(of: $0.text) } == provider)
  }

  @Test(arguments: [
    ("Teacher of Hrg. Imp.", ProviderCode.teacherOfDeaf), ("Tchr. of Visually Imp.", .tvi),
    ("LLC teacher (sped)", .specialEducationTeacher),
  ])
  func shortenedRolesAreKnown(name: String, code: ProviderCode) throws {
    #expect(try Readers.embedded().vocabulary.providerCode(of: name) == code)
  }

  @Test func anAidesTimeIsAnAides() throws {
    #expect(try Readers.embedded().vocabulary.serviceCode(of: "Reading/writing aide time") == .paraprofessional)
  }

  @Test func whatIsListedUnderTransportationIsARide() throws {
    let services = try plan { sheet in
      sheet.heading("Transportation")
      sheet.table(
        [
          ["Service", "Times", "Per", "Setting", "Begin", "End"],
          ["Preschool van w/ car seat", "2", "day", "Van", "2/4/2026", "2/2/2027"],
        ], widths: [140, 60, 60, 90, 80, 80])
    }.services
    #expect(services.map(\.service.code) == [.transportation])
    #expect(services.map(\.category) == [.transportation])
  }

  @Test func aSubjectWithItsSupportHeadsNoGroup() throws {
    let columns = [50.0, 160]
    let services = try plan { sheet in
      sheet.heading("Specially Designed Instruction")
      for (name, minutes) in [("Reading lab", "40 minutes daily"), ("Math support", "90 minutes per week")] {
        sheet.line(name)
        sheet.row(["How much", minutes], at: columns)
        sheet.row(["Where", "Resource room"], at: columns)
        sheet.row(["By whom", "Special education teacher"], at: columns)
        sheet.row(["Starts", "2/4/2026"], at: columns)
        sheet.row(["Ends", "2/2/2027"], at: columns)
        sheet.gap(10)
      }
    }.services
    #expect(services.map(\.category) == [.specialEducation, .specialEducation])
  }

  @Test(arguments: ["Provided by PT", "Physical therapist; in class"])
  func aRemarkNamesThePerson(remark: String) throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      sheet.table(
        [
          ["Service", "Amount", "Location", "Comments", "Begin", "End"],
          ["Physical Therapy", "30 minutes, 2 times per month", "Gym", remark, "1/22/27", "1/21/28"],
        ], widths: [90, 110, 70, 110, 60, 60])
    }.services
    #expect(services.map(\.provider?.code) == [.pt])
  }
}
