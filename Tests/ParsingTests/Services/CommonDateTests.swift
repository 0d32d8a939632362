import IEPModel
import Testing

@testable import Parsing

/// Dates that a form prints once above its tables, with a column for the lines that keep others.
@Suite struct CommonDateTests {
  private func services(note: String, label: String) throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Special Education Services")
      sheet.table(
        [["Services begin\n2/4/2026", "Services end\n2/2/2027", note]], widths: [150, 150, 210])
      sheet.heading("Related Services")
      sheet.table(
        [
          ["Service", "Sessions", "Per", "Minutes", "Place", label],
          ["Speech therapy", "2", "week", "20", "Speech room", ""],
          ["Counseling", "1", "week", "30", "Office", "3/2/2026 - 5/1/2026"],
        ], widths: [110, 60, 60, 60, 90, 130])
    }.services
  }

  @Test(arguments: [
    ("These dates apply to every line", "Dates"), ("See below", "Dates if different"),
    ("See below", "Dates (if other than above)"),
  ])
  func aBlankKeepsThem(note: String, label: String) throws {
    let found = try services(note: note, label: label)
    #expect(found.map { $0.startDate?.description } == ["2026-02-04", "2026-03-02"])
    #expect(found.map { $0.endDate?.description } == ["2027-02-02", "2026-05-01"])
  }

  @Test func aBlankIsALackElsewhere() throws {
    let found = try services(note: "See below", label: "Dates")
    #expect(found.map { $0.startDate?.description } == [nil, "2026-03-02"])
  }
}
