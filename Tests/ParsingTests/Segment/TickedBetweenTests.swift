import IEPModel
import Testing

@testable import Parsing

/// Flattened forms: boxes to tick stand between the borders of the text fields.
@Suite struct TickedBetweenTests {
  @Test func theHalvesOfARowAreOneRow() throws {
    let services = try plan { sheet in
      sheet.heading("RELATED SERVICES")
      sheet.row(
        ["Service", "Min.", "Times", "Per", "Ind", "Grp", "Location", "Provider", "Begin", "End"],
        at: [50, 140, 180, 220, 262, 287, 312, 400, 460, 520], bold: true)
      let top = sheet.y
      sheet.table(
        [["Speech therapy", "30", "2", "Week"], ["Physical therapy", "20", "1", "Week"]], widths: [90, 40, 40, 40])
      let end = sheet.y
      sheet.y = top
      sheet.table(
        [["Room 4", "SLP", "9/2/2025", "9/1/2026"], ["Gym", "PT", "9/2/2025", "9/1/2026"]],
        widths: [88, 60, 60, 60], x: 310)
      sheet.y = end
      for (row, boxes) in [("☐", "☒"), ("☒", "☐")].enumerated() {
        sheet.write(boxes.0, x: 264, y: top + 3 + 18 * Double(row))
        sheet.write(boxes.1, x: 289, y: top + 3 + 18 * Double(row))
      }
    }.services
    #expect(services.map(\.service.code) == [.speechLanguage, .physicalTherapy])
    #expect(services.map(\.provider?.code) == [.slp, .pt])
    #expect(services.map(\.grouping) == [.group, .individual])
  }
}
