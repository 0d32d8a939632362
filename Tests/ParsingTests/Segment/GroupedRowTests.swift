import IEPModel
import Testing

@testable import Parsing

/// Rows of tables without rules that remarks and headings part.
@Suite struct GroupedRowTests {
  private let columns = [50.0, 160, 240, 330, 430]

  private func row(_ cells: [String], goals: String, on sheet: inout Sheet) {
    sheet.row(cells, at: columns)
    sheet.line("Goal(s): \(goals)", x: 60, size: 8)
    sheet.gap(3)
  }

  @Test func theyKeepToTheColumnsAboveTheHeading() throws {
    let services = try plan { sheet in
      sheet.heading("Programs and Services")
      sheet.row(["Service", "Amount", "Setting", "Dates", "Provided by"], at: columns)
      row(
        ["Reading instruction", "2 x 30 min/wk", "Resource room", "9/8/26 - 9/3/27", "J. Ito, Teacher"],
        goals: "3. Words of the unit are read in the lesson itself.", on: &sheet)
      sheet.heading("Related services")
      row(
        ["Speech therapy", "1 x 30 min/mo", "Classroom", "9/8/26 - 9/3/27", "A. Petrakis, SLP"],
        goals: "1. Planning with both teachers and the aide of the class.", on: &sheet)
      row(
        ["Occupational therapy", "2 x 20 min/wk", "Cafeteria", "9/8/26 - 9/3/27", "D. Finch, COTA"],
        goals: "2, 4. The assistant sits at the class table and signs the plan once a month.", on: &sheet)
    }.services
    #expect(services.map(\.service.code) == [.specializedInstruction, .speechLanguage, .occupationalTherapy])
    #expect(services.map(\.category) == [.specialEducation, .relatedService, .relatedService])
    #expect(services.map(\.goalNumbers) == [["3"], ["1"], ["2", "4"]])
    #expect(services.map(\.location?.text) == ["Resource room", "Classroom", "Cafeteria"])
  }
}
