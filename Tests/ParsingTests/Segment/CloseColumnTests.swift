import IEPModel
import Testing

@testable import Parsing

/// Columns of tables without rules that stand as close as words do.
@Suite struct CloseColumnTests {
  @Test func aMonthAndItsDayStandInOneColumn() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for name in ["Nursing Services", "Physical Therapy"] {
        let columns = [50.0, 200, 320, 440]
        sheet.line(zip(["Service", "Provider", "Frequency", "Minutes"], columns).map { ($0, $1) }, size: 6)
        sheet.row([name, "RN", "1 per month", "30 minutes"], at: columns)
        sheet.line(zip(["Environment", "Begin Date", "Ending Date", "Goal"], columns).map { ($0, $1) }, size: 6)
        sheet.row(["Gym", "March 29, 2026", "March 28, 2027", "5"], at: columns)
        sheet.gap(8)
      }
    }.services
    #expect(services.map { $0.startDate?.description } == ["2026-03-29", "2026-03-29"])
    #expect(services.map { $0.endDate?.description } == ["2027-03-28", "2027-03-28"])
  }

  @Test func boldLabelsThatStandCloserAboveThanBelowAreReadDown() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      let columns = [50.0, 130, 200, 239, 284, 340, 396, 450]
      let header = [
        ["Type of", "Setting", "Session", "Number", "Ind/Group", "Goals", "Date", "Stop Date"],
        ["Service", "", "Length", "of", "", "Addressed", "Initiated", ""], ["", "", "", "Sessions", "", "", "", ""],
      ]
      for line in header { sheet.row(line, at: columns, bold: true, leading: 1.2) }
      for name in ["Vision Services", "Physical Therapy"] {
        sheet.gap(6)
        sheet.row(
          [name, "Gym", "20", "3x/week", "I", "2", "03/08/2024", "03/07/2025"], at: columns, leading: 1.2)
        sheet.row(["", "", "minutes", "", "", "", "", ""], at: columns, leading: 1.2)
      }
    }.services
    #expect(services.map(\.service.code) == [.vision, .physicalTherapy])
    #expect(services.map { $0.endDate?.description } == ["2025-03-07", "2025-03-07"])
    #expect(services.map(\.grouping) == [.individual, .individual])
  }
}
