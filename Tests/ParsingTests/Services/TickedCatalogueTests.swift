import IEPModel
import Testing

@testable import Parsing

/// Tables that print every service of the form with a box before its name and blanks beside it.
@Suite struct TickedCatalogueTests {
  private let unused =
    "min. per ☐ session ☐ day ☐ week times per ☐ day ☐ week\n☐ individual ☐ group Place: ☐ class ☐ other\nBy: Goal(s):"

  private func services(_ rows: [[String?]]) throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Services")
      sheet.line("All services begin 4/9/2027 and end 4/8/2028 unless a different date is written.")
      sheet.table(rows, widths: [140, 370])
    }.services
  }

  @Test func whatIsTickedIsALine() throws {
    let found = try services([
      ["Related services", nil],
      ["☐ Audiology", unused],
      [
        "☒ Counseling",
        "30 min. per ☒ session ☐ day ☐ week 2 times per ☐ day ☒ week\n☐ individual ☒ group Place: ☐ class ☒ other gymnasium\nBy: School counselor Goal(s): 3",
      ],
      [
        "☒ Physical therapy",
        "40 min. per ☐ session ☐ day ☒ week times per ☐ day ☐ week\n☒ individual ☐ group Place: ☒ regular class ☐ other\nBy: PT Goal(s): 4 Dates: 5/3/2027 to 12/17/2027",
      ],
      ["☐ Social work", unused],
    ])
    #expect(found.map(\.service.code) == [.counseling, .physicalTherapy])
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [60, 40])
    #expect(found.map(\.location?.text) == ["gymnasium", "regular class"])
    #expect(found.map(\.provider?.code) == [.counselor, .pt])
    #expect(found.map(\.grouping) == [.group, .individual])
    #expect(found.map(\.goalNumbers) == [["3"], ["4"]])
    #expect(found.map { $0.startDate?.description } == ["2027-04-09", "2027-05-03"])
  }

  @Test func aBlankLeftOpenSaysNothing() throws {
    let found = try services([
      [
        "☒ Counseling",
        "min. per ☐ session ☐ day ☐ week 2 times per ☐ day ☒ week\n☐ individual ☐ group Place: ☒ class ☐ other\nBy: Goal(s):",
      ]
    ])
    #expect(found.map(\.dose.sessions) == [Interval(2)])
    #expect(found.map { $0.dose.sessionMinutes == nil && $0.dose.totalMinutes == nil } == [true])
    #expect(found.map { $0.grouping == nil && $0.provider == nil } == [true])
  }

  @Test func whereNothingIsTickedNothingIsGiven() throws {
    #expect(try services([["☐ Audiology", unused], ["☐ Counseling", unused]]).isEmpty)
  }
}
