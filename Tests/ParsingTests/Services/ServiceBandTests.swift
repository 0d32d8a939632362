import IEPModel
import Testing

@testable import Parsing

/// What a row across the columns says of the rows below it.
@Suite struct ServiceBandTests {
  private let vocabulary: Vocabulary

  init() throws { vocabulary = try Readers.embedded().vocabulary }

  @Test(arguments: [
    "Resource room — Special education teacher", "Special education teacher, in the resource room",
    "Special education teacher / Resource room",
  ])
  func whoAndWhereMayStandInEitherOrder(band: String) {
    let context = ServiceContext().under(band, vocabulary: vocabulary, isBand: true)
    #expect(context.provider?.code == .specialEducationTeacher)
    #expect(context.location?.text.lowercased() == "resource room")
  }

  @Test func aGroupOfServicesInASettingNamesNoPerson() {
    let band = "Special Education Services - Outside General Education"
    #expect(ServiceContext().under(band, vocabulary: vocabulary, isBand: true).provider == nil)
  }

  @Test func aTherapistsRoomIsWhereTheRowsBelowAreGiven() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Amount", "Start Date", "End Date"],
          ["Occupational Therapist, in the therapy room", nil, nil, nil],
          ["Handwriting support", "20 minutes weekly", "4/9/2027", "4/8/2028"],
        ], widths: [180, 120, 80, 80])
    }.services
    #expect(services.map(\.provider?.code) == [.ot])
    #expect(services.map(\.location?.code) == [.therapyRoom])
  }

  /// Both headings are set larger than the labels; the table has no rules.
  @Test func aHeadingOfRowsSetLikeTheFirstOneOpensNoSection() throws {
    let columns = [50.0, 190, 310, 350, 400, 480]
    let services = try plan { sheet in
      sheet.heading("Special education and related services")
      sheet.line(
        zip(["Service", "Provider title", "Sessions", "Per", "Time per session", "Location"], columns).map { ($0, $1) },
        size: 7, bold: true)
      for (band, name, who) in [
        ("Special education", "Reading Resource", "Special Education Teacher"),
        ("Related services", "Counseling", "Counselor"),
      ] {
        sheet.line(band, bold: true)
        sheet.row([name, who, "4", "week", "45 min", "Resource room"], at: columns)
      }
    }.services
    #expect(services.map(\.service.code) == [.specializedInstruction, .counseling])
    #expect(services.map(\.category) == [.specialEducation, .relatedService])
  }
}
