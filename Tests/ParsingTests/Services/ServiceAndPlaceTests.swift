import IEPModel
import Testing

@testable import Parsing

/// Where a service is given, said below its name or once for all.
@Suite struct ServiceAndPlaceTests {
  @Test func theLinesBelowTheNameArePlaces() throws {
    let found = try plan { sheet in
      sheet.heading("Related Services")
      sheet.table(
        [
          ["Service and setting", "How much", "Staff", "From - To"],
          ["Speech therapy\nteletherapy", "1 x / wk, 30 min", "SLP", "1/26/26 - 1/25/27"],
          ["Occupational\ntherapy\nin the classroom", "2 x / wk, 20 min", "OT", "1/26/26 - 1/25/27"],
          ["Counseling\nguidance office", "60 min per month", "Counselor", "1/26/26 - 1/25/27"],
        ], widths: [150, 130, 110, 120], bold: true)
    }.services
    #expect(found.map(\.service.code) == [.speechLanguage, .occupationalTherapy, .counseling])
    #expect(found.map { $0.location?.text } == ["teletherapy", "in the classroom", "guidance office"])
    #expect(found.map { $0.location?.code } == [.virtual, .generalEducation, .therapyRoom])
  }

  @Test func aPlaceSaidOnceHoldsForLinesThatNameNone() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.line("Place of services: the resource room, unless a line names another place.")
      sheet.line("Special Education", bold: true)
      sheet.line("• Reading: 200 minutes per week by the special education teacher, 9/2/2025 to 9/1/2026.")
      sheet.line(
        "• Writing: 3 x 30 min per week in the classroom by the special education teacher, 9/2/2025 to 9/1/2026.")
    }.services
    #expect(found.map { $0.location?.code } == [.specialEducation, .generalEducation])
  }
}
