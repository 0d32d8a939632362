import IEPModel
import Testing

@testable import Parsing

/// Two facts in one cell or line of a table of services, and names that their first word decides.
@Suite struct CellOfTwoFactsTests {
  private let readers: Readers

  init() throws { readers = try .embedded() }

  private func services(_ rows: [[String?]], widths: [Double]) throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.table(rows, widths: widths)
    }.services
  }

  @Test func behindTheProviderBelowARowStandsTheGrouping() throws {
    let found = try services(
      [
        ["Service", "Initiation", "Length", "Frequency", "Location"],
        ["Occupational Therapy", "4/9/2027", "30 minutes", "1 time per week", "Therapy room"],
        ["Provider: COTA Individual", nil, nil, nil, nil],
      ], widths: [130, 80, 80, 100, 100])
    #expect(found.map(\.grouping) == [.individual])
    #expect(found.map(\.provider?.code) == [.cota])
  }

  @Test func aColumnOfGroupingsMayTellTheDeliveryToo() throws {
    let found = try services(
      [
        ["Group size", "Service", "Frequency", "Location", "Begin Date"],
        ["Direct - group", "Speech Therapy", "30 min 2x/wk", "Therapy room", "4/9/2027"],
        ["Direct - individual", "Occupational Therapy", "30 min 1x/wk", "Therapy room", "4/9/2027"],
      ], widths: [110, 120, 90, 90, 80])
    #expect(found.map(\.grouping) == [.group, .individual])
    #expect(found.map(\.delivery) == [.direct, .direct])
  }

  @Test func whoConsultsStandsBelowTheNameOfTheService() {
    func parts(_ text: String) -> [String]? {
      ServiceAndProvider(Grid.table([[text]]).cells[0], values: readers.values)?.parts(label: "", certainty: 1).map(
        \.text)
    }
    #expect(parts("OT consult with teachers\nOTR/L") == ["OT consult with teachers", "OTR/L"])
    #expect(parts("OT consultation with the\nclassroom teacher") == nil)
  }

  @Test(arguments: ["Para in CTE and PE", "Paraprofessional - Behavior Support", "Classroom aide at lunch"])
  func anAideIsOneWhereverTheyHelp(name: String) {
    #expect(readers.vocabulary.serviceCode(of: name) == .paraprofessional)
  }

  @Test(arguments: ["Training for para in CTE", "Work experience in the community"])
  func whatIsNotLedByAnAideIsNone(name: String) {
    #expect(readers.vocabulary.serviceCode(of: name) != .paraprofessional)
  }

  @Test(arguments: [
    ("Separate preschool class", LocationCode.specialEducation), ("Extended year classroom", .specialEducation),
    ("Music practice room", .therapyRoom), ("English and business classes", .generalEducation),
    ("Maple Hill summer site, resource room", .specialEducation), ("Medical room", .other),
  ])
  func aRoomIsToldByItsOwnName(text: String, code: LocationCode) {
    #expect(readers.vocabulary.locationCode(of: text) == code)
  }
}
