import IEPModel
import Testing

@testable import Parsing

@Suite struct PlaceColumnTests {
  @Test func aSettingTellsMoreThanTheSchoolsName() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Frequency", "School/location", "Instructional setting", "Dates"],
          [
            "Speech therapy", "30 minutes weekly", "Silver Birch Elementary School", "Therapy room",
            "9/1/2025 - 8/31/2026",
          ],
          ["Reading", "45 minutes daily", "Silver Birch Elementary School", "Resource room", "9/1/2025 - 8/31/2026"],
        ], widths: [90, 90, 150, 90, 110])
    }.services
    #expect(services.map(\.location?.code) == [.therapyRoom, .specialEducation])
  }

  @Test(arguments: [
    ("Silver Birch Elementary School", true), ("PS 114", false), ("Oak Grove High School", true),
    ("Day school", false), ("All school settings", false), ("Alternative School", false), ("School", false),
  ])
  func aSchoolsNameIsToldFromItsKind(text: String, isName: Bool) {
    #expect(SchoolName.isAll(of: text) == isName)
  }

  /// "(Therapy room)" behind the name goes before the heading's "Other Settings".
  @Test func thePlaceInBracketsBehindANameIsTheRowsOwn() throws {
    let services = try plan { sheet in
      sheet.heading("C. Special Education and Related Services in Other Settings")
      sheet.table(
        [
          ["Type of service", "Personnel", "Frequency and duration", "Start", "End"],
          ["Counseling (Therapy room)", "Counselor", "1 x 30 minutes per week", "9/1/2025", "8/31/2026"],
        ], widths: [140, 80, 130, 70, 70])
    }.services
    #expect(services.map(\.location?.code) == [.therapyRoom])
  }

  /// Vocabulary E.2 lists them; a key that the form prints goes first.
  @Test func siteCodesStandForPlaces() throws {
    let services = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.table(
        [
          ["Service", "Frequency", "Duration", "Responsible Staff", "Start", "End", "Site"],
          ["Reading", "5 times per week", "40 minutes", "Special Education Teacher", "10/6/2025", "10/5/2026", "2a"],
          ["Speech", "2 times per week", "30 minutes", "SLP", "10/6/2025", "10/5/2026", "2c"],
        ], widths: [70, 100, 70, 120, 60, 60, 40])
    }.services
    #expect(services.map(\.location?.code) == [.specialEducation, .therapyRoom])
  }
}
