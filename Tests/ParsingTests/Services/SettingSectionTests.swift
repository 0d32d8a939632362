import IEPModel
import Testing

@testable import Parsing

/// Sections named after a setting, whose tables have a group for each kind of service.
@Suite struct SettingSectionTests {
  private func rows(_ special: String, _ related: String) -> [[String?]] {
    [
      ["Special Education Services", "Minutes per week", "Provider"], [special, "100", "Special education teacher"],
      ["Related Services", "Minutes per week", "Provider"], [related, "30", "OT"],
    ]
  }

  @Test func groupsKeepThePlaceAndTheDatesOfTheirSections() throws {
    let services = try plan { sheet in
      sheet.heading("EDUCATIONAL SERVICES AND PLACEMENT")
      sheet.table(
        [["Services initiation date: 9/2/2025", "Services duration (end) date: 9/1/2026"]], widths: [230, 230])
      sheet.heading("C. SPECIAL EDUCATION AND RELATED SERVICES WITHIN THE GENERAL EDUCATION CLASSROOM")
      sheet.table(rows("Math - Specialized Instruction", "Occupational Therapy"), widths: [240, 120, 120], bold: true)
      sheet.heading("D. SPECIAL EDUCATION AND RELATED SERVICES OUTSIDE THE GENERAL EDUCATION CLASSROOM")
      sheet.table(
        rows("Reading - Specialized Instruction", "Occupational Therapy"), widths: [240, 120, 120], bold: true)
    }.services
    #expect(
      services.map(\.location?.code) == [.generalEducation, .generalEducation, .specialEducation, .specialEducation])
    #expect(Set(services.map { $0.startDate?.description }) == ["2025-09-02"])
  }
}
