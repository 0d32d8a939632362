import IEPModel
import Testing

@testable import Parsing

/// Services on a line each whose facts bars part, and items that say no length.
@Suite struct BarredServiceTests {
  private func services() throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Services")
      sheet.line("Special education", bold: true)
      for line in [
        "Reading lab | 1 period daily | Room 108, resource |",
        "Special education teacher | 12/08/2025 - 12/03/2026 | G1",
        "Academic support | 2x45 min/wk | Room 108,", "resource | Special education teacher | 12/08/2025 -",
        "12/03/2026 | G2, G3", "Speech (indiv.) | 1x40 min/wk | Speech room | SLP |", "12/08/2025 - 12/03/2026 | G4",
      ] {
        sheet.line(line)
      }
    }.services
  }

  @Test func eachPieceTellsWhatItIs() throws {
    let found = try services()
    #expect(found.map(\.service.text) == ["Reading lab", "Academic support", "Speech (indiv.)"])
    #expect(found.map(\.goalNumbers) == [["1"], ["2", "3"], ["4"]])
    #expect(found.map { $0.location?.code } == [.specialEducation, .specialEducation, .therapyRoom])
    #expect(found.map { $0.provider?.code } == [.specialEducationTeacher, .specialEducationTeacher, .slp])
    #expect(found.map { $0.endDate?.description } == ["2026-12-03", "2026-12-03", "2026-12-03"])
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.max } == [nil, 90, 40])
  }

  @Test func dashesPartAnItemAndAListCountsOnBelowAHeading() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.line("Special education:")
      sheet.line("1. Reading instruction - 5 x 30 min / week - resource room - special education teacher - Goal 1")
      sheet.line("Related services:")
      sheet.line("2. OT - as needed - general classroom - OTR/L - direct - Goal 2")
      sheet.line("3. Social work services - 30 minutes - social work office - school social worker - Goal 4")
      sheet.heading("Supports for school personnel:")
      sheet.line("4. Behavior specialist consultation - 1 x 30 min / month - general classroom - BCBA - consultation")
      sheet.line("- Goal 3")
    }.services
    #expect(found.map { $0.service.code } == [.specializedInstruction, .occupationalTherapy, .socialWork, .behavior])
    #expect(found.map(\.goalNumbers) == [["1"], ["2"], ["4"], ["3"]])
    #expect(found.last?.category == .personnelSupport)
  }

  @Test func anItemWithoutALengthIsALine() throws {
    let found = try plan { sheet in
      sheet.heading("Related services")
      sheet.paragraph(
        "• Occupational therapy: 30 minutes, twice weekly, in the classroom with the OT. 9/8/2025 to 9/3/2026. Goal 2.")
      sheet.paragraph(
        "• Physical therapy: once a month, on the playground with the PT. 9/8/2025 to 9/3/2026. Goal 5.")
      sheet.paragraph(
        "• Special transportation, two trips daily. Where: school bus. Who: driver. When: Oct 6, 2025 through Oct 1, 2026."
      )
    }.services
    #expect(found.map(\.service.code) == [.occupationalTherapy, .physicalTherapy, .transportation])
    #expect(found.map { $0.location?.code } == [.generalEducation, .schoolWide, .bus])
    #expect(found.map(\.dose.sessions) == [Interval(2), Interval(1), Interval(2)])
  }

  @Test func goalsMayStandBehindALabelledDate() throws {
    let found = try plan { sheet in
      sheet.heading("Related services")
      sheet.paragraph(
        "• Speech therapy, direct, 20 minutes, 4 sessions a week. Where: the Harbor classroom (self-contained). Who: SLP. "
          + "When: Oct 6, 2025 through Oct 1, 2026. Goals 1, 2.")
    }.services
    #expect(found.map(\.goalNumbers) == [["1", "2"]])
    #expect(found.map { $0.location?.code } == [.specialEducation])
  }
}
