import IEPModel
import Testing

@testable import Parsing

/// Forms to fill in that print the labels of their columns over the boxes, not in them.
@Suite struct LabelsAboveFrameTests {
  private let widths = [110.0, 36, 36, 36, 36, 50, 50, 90, 60, 60]
  private var columns: [Double] { widths.dropLast().reduce(into: [52.0]) { $0.append(($0.last ?? 0) + $1) } }

  private func labels(_ sheet: inout Sheet) {
    sheet.row(
      ["Service", "Goal", "# of", "Min.", "Per", "Reg.", "Sp. ed.", "Provider (title)", "Start", "End"], at: columns,
      bold: true, leading: 1.1)
    sheet.row(["", "#", "sess.", "each", "", "class", "class"], at: columns, bold: true, leading: 1.1)
    sheet.gap(3)
  }

  @Test func labelsOfTwoLinesHeadTheBoxes() throws {
    let services = try plan { sheet in
      sheet.heading("A. Special Education Services")
      labels(&sheet)
      sheet.table(
        [
          ["Reading intervention", "1", "5", "40", "wk", "", "X", "LBS1 teacher", "10/1/25", "9/29/26"],
          ["", "", "", "", "", "", "", "", "", ""],
        ], widths: widths)
    }.services
    #expect(services.map(\.location?.code) == [.specialEducation])
    #expect(services.map(\.goalNumbers) == [["1"]])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar()) } == [Interval(200)])
  }

  @Test func aGroupThatNobodyFilledInIsNoTable() throws {
    let services = try plan { sheet in
      sheet.heading("C. Related Services")
      labels(&sheet)
      sheet.table([Array(repeating: "", count: widths.count)], widths: widths)
      sheet.heading("D. Transportation")
      labels(&sheet)
      sheet.table(
        [["Van with harness", "", "2", "", "day", "", "", "Van driver", "10/1/25", "9/29/26"]], widths: widths)
    }.services
    #expect(services.map(\.service.code) == [.transportation])
  }
}
