import IEPModel
import Testing

@testable import Parsing

/// A small table for each service, named by the line above it.
@Suite struct TableTitleTests {
  private let columns = [50.0, 160, 260, 380, 520]

  private func card(_ name: String, _ marks: String, _ rows: [[String]], on sheet: inout Sheet) {
    sheet.line([(name, 50), (marks, 330)], size: 9)
    sheet.row(["AMOUNT", "DELIVERY", "SETTING", "DATES", "GOALS"], at: columns)
    for row in rows { sheet.row(row, at: columns) }
    sheet.gap(6)
  }

  @Test func theTitleSaysWhatTheTableHasNoColumnFor() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      card(
        "Occupational Therapy", "Related Service · Provider: M. Hale, OTR/L",
        [
          ["1 × 30 min / week", "Direct", "Classroom", "9/2/2025 to 9/1/2026", "2"],
          ["15 min / month", "Consultation", "Classroom", "9/2/2025 to 9/1/2026", "2"],
        ], on: &sheet)
      card(
        "Counseling", "Related Service · Provider: School counselor",
        [["1 × 25 min / week", "Direct", "Office", "9/2/2025 to 9/1/2026", "4"]], on: &sheet)
    }.services
    #expect(services.map(\.service.code) == [.occupationalTherapy, .occupationalTherapy, .counseling])
    #expect(services.map(\.provider?.code) == [.ot, .ot, .counselor])
    #expect(services.map(\.category) == [.relatedService, .relatedService, .relatedService])
  }

  @Test func labelsOfACardsLastLineAreNoTable() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.line([("Occupational Therapy", 50), ("Related Service", 330)], size: 9)
      sheet.row(["Begins", "Ends", "Goals"], at: [50, 160, 260])
      sheet.row(["9/2/2025", "9/1/2026", "2"], at: [50, 160, 260])
    }.services
    #expect(services.allSatisfy { $0.service.code == .occupationalTherapy })
  }
}
