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
      sheet.heading("Special Education and Related Services")
      for (name, amount, person) in [
        ("Occupational therapy", "30 min 2x/wk", "OT"), ("Physical therapy", "20 min 1x/wk", "PT"),
        ("Speech therapy", "25 min 3x/wk", "SLP"),
      ] {
        sheet.line([(name, 50), ("Related Service", 400)], size: 9)
        sheet.row(["Amount", "Setting", "Provided by", "Model"], at: [50, 180, 300, 420], bold: true)
        sheet.row([amount, "Classroom", person, "Direct"], at: [50, 180, 300, 420])
        sheet.row(["Begins", "Ends", "Goal(s)", "Term"], at: [50, 180, 300, 420], bold: true)
        sheet.row(["9/2/2025", "9/1/2026", "2", "Regular school year"], at: [50, 180, 300, 420])
        sheet.gap(6)
      }
    }.services
    #expect(services.map(\.service.code) == [.occupationalTherapy, .physicalTherapy, .speechLanguage])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [60, 20, 75])
    #expect(services.map { $0.startDate?.description } == ["2025-09-02", "2025-09-02", "2025-09-02"])
  }
}
