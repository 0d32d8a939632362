import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Words set across a page in letters as tall as several lines.
@Suite struct WatermarkTests {
  private func page(_ number: Int, stamp: String) -> Sheet {
    var sheet = Sheet(page: number)
    sheet.line("Zadie likes art on page \(number).")
    sheet.write(stamp, x: 120, y: 360, size: 60)
    return sheet
  }

  @Test func aWatermarkIsNoTextOfThePage() {
    let (pages, stamps) = Watermark.parted([page(1, stamp: "DRAFT").layout, page(2, stamp: "DRAFT").layout])
    #expect(stamps.map(\.text) == ["DRAFT"])
    #expect(
      pages.map { $0.words.map(\.text).joined(separator: " ") } == [
        "Zadie likes art on page 1.", "Zadie likes art on page 2.",
      ])
  }

  @Test func aTitleInLargeTypeIsText() {
    var sheet = Sheet()
    sheet.line("Individualized Education Program", size: 24, bold: true)
    #expect(Watermark.parted([sheet.layout]).stamps.isEmpty)
  }

  @Test func aWatermarkOverATableChangesNoService() throws {
    func services(stamp: Bool) throws -> [ServiceLine] {
      try plan { sheet in
        sheet.heading("Special Education and Related Services")
        let top = sheet.y
        sheet.table(
          [
            ["Service", "Amount", "Location", "Start Date", "End Date"],
            ["Physical Therapy", "20 min weekly", "Gym", "4/9/2027", "4/8/2028"],
            ["Counseling", "15 min monthly", "Office", "4/9/2027", "4/8/2028"],
          ], widths: [130, 110, 90, 80, 80])
        if stamp { sheet.write("AMENDED COPY", x: 100, y: top + 10, size: 48) }
      }.services
    }
    #expect(try services(stamp: true) == services(stamp: false))
    #expect(try services(stamp: true).count == 2)
  }
}
