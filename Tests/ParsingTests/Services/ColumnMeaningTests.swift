import IEPModel
import Testing

@testable import Parsing

@Suite struct ColumnMeaningTests {
  private let widths = [150.0, 70, 70, 80, 70, 70]

  private func services(_ rows: [[String?]], above: String? = nil) throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Special Education and Related Services")
      if let above { sheet.paragraph(above) }
      sheet.table(rows, widths: Array(widths.prefix(rows[0].count)), bold: true)
    }.services
  }

  @Test func howManyDaysBesideHowOftenCounts() throws {
    let found = try services([
      ["Service", "Minutes", "Days", "Frequency", "Start", "End"],
      ["Reading instruction", "35 min", "3 days/wk", "Every week", "9/2/2025", "6/5/2026"],
      ["Audiology", "30 min", "1 day/wk", "Every 4\nweeks", "9/2/2025", "6/5/2026"],
    ])
    #expect(found.map { $0.dose.sessions?.max } == [3, 1])
    #expect(found.map { $0.dose.period?.count } == [1, 4])
  }

  @Test func theColumnTellsTheUnitOfBareNumbers() throws {
    let found = try services([
      ["Service", "Time per\nSession", "No.\nSessions", "Interval", "Start", "End"],
      ["Speech therapy", "20", "3", "week", "9/2/2025", "6/5/2026"],
    ])
    #expect(found.first?.dose.sessionMinutes?.max == 20)
    #expect(found.first?.dose.sessions?.max == 3)
  }

  @Test func aHeaderAgainMayNameTheNextGroup() throws {
    let found = try services([
      ["Specially Designed\nInstruction", "Amount", "Location", "Provider", "Start", "End"],
      ["Writing", "60 minutes\nper week", "Classroom", "Teacher", "9/2/2025", "6/5/2026"],
      ["Related Services", "Amount", "Location", "Provider", "Start", "End"],
      ["Counseling", "30 minutes\nper week", "Office", "Counselor", "9/2/2025", "6/5/2026"],
    ])
    #expect(found.map(\.category) == [.specialEducation, .relatedService])
  }

  @Test func aPlaceSaidOverATableHoldsForItsLines() throws {
    let found = try services(
      [
        ["Service", "Amount", "Provider", "Start", "End"],
        ["Speech therapy", "45 minutes\nper week", "SLP", "9/2/2025", "6/5/2026"],
      ], above: "Anneke will receive the following services in the therapy room:")
    #expect(found.first?.location?.code == .therapyRoom)
  }

  @Test func aCellThatBeginsWithABoxHasItsLabelsBehindTheBoxes() throws {
    let found = try services([
      ["Service", "Minutes", "Frequency", "Location", "Start", "End"],
      ["Physical therapy", "30", "weekly", "☐ Classroom ☒\nGymnasium", "9/2/2025", "6/5/2026"],
    ])
    #expect(found.first?.location?.text == "Gymnasium")
  }
}
