import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Plans that somebody keeps in a spreadsheet and prints.
@Suite struct WorksheetTests {
  private static let labels: [String?] = ["Service", "Staff", "Gen Ed", "Sp Ed Rm", "Motor nook", "Begins", "Ends"]
  private static let widths: [Double] = [130, 90, 50, 60, 60, 60, 60]

  /// A page with the letters of its columns and the numbers of its rows around two cells.
  private func sheet(rows: ClosedRange<Int>, letters: Bool) -> PageLayout {
    var sheet = Sheet()
    if letters { sheet.line([("A", 100), ("B", 200), ("C", 300), ("D", 400)]) }
    for row in rows { sheet.line([(String(row), 52), ("Speech", 100), ("30", 210)]) }
    return sheet.layout
  }

  @Test func numbersOfRowsAndLettersOfColumnsAreNoText() {
    let pages = SheetHeadings.removed(from: [sheet(rows: 1...6, letters: true), sheet(rows: 7...12, letters: false)])
    for page in pages { #expect(Set(page.words.map(\.text)) == ["Speech", "30"]) }
  }

  @Test func countedRowsOfAFormKeepTheirNumbers() {
    let page = sheet(rows: 1...6, letters: false)
    #expect(SheetHeadings.removed(from: [page])[0].words == page.words)
  }

  @Test func aSettingOfAnyNameOverFiguresIsTheirPlace() throws {
    let found = try plan { sheet in
      sheet.heading("Services - minutes per week")
      sheet.table(
        [
          Self.labels, ["Reading", "SpEd teacher", "", "225", "", "4/9/2027", "4/8/2028"],
          ["Occupational therapy", "OT", "", "", "30", "4/9/2027", "4/8/2028"],
          ["Speech therapy", "SLP", "60", "", "", "4/9/2027", "4/8/2028"],
        ], widths: Self.widths, x: 20, bold: true)
    }.services
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [225, 30, 60])
    #expect(found.map { $0.location?.text } == ["Sp Ed Rm", "Motor nook", "Gen Ed"])
  }

  @Test(arguments: [
    "Total / week", "Special ed min/wk", "School week (min)", "% in gen ed", "Time in general education",
    "Related services total, min/wk:", "Column totals",
  ])
  func whatTheFootSaysOfTheWeekIsNoService(text: String) { #expect(SumRow.isSum(text)) }

  @Test(arguments: ["Reading in the day program", "Time management", "Speech 30 min/wk", "Related services"])
  func servicesAreNoSums(text: String) { #expect(!SumRow.isSum(text)) }

  @Test func aColumnOfAmountsIsKnownByItsValues() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["What", "How much, how, where", "Who", "From - to"],
          ["OT", "20 min, 2x/wk, 2nd grade room", "OT", "12/2/2026 - 11/30/2027"],
          ["Physical therapy", "25 min weekly, small group, cafeteria", "PT", "12/2/2026 - 11/30/2027"],
        ], widths: [100, 200, 60, 140], bold: true)
    }.services
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [40, 25])
    #expect(found.map { $0.location?.code } == [.generalEducation, .schoolWide])
  }

  @Test func labelsAndValuesInTurnAreACardWithoutColons() throws {
    func rows(_ service: String, _ person: String) -> [[String?]] {
      [
        ["Service", service, "Given by", person], ["Amount", "50 min 3x/wk", "Place", "Resource room"],
        ["First day", "10/13/2025", "Last day", "10/12/2026"],
      ]
    }
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(rows("Speech therapy", "SLP") + rows("Occupational therapy", "OT"), widths: [80, 150, 80, 120])
    }.services
    #expect(found.map(\.service.code) == [.speechLanguage, .occupationalTherapy])
    #expect(found.map { $0.startDate?.description } == ["2025-10-13", "2025-10-13"])
  }
}
