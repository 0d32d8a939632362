import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Tables whose columns are a setting each, with the unit of their figures said once above all of them.
@Suite struct SettingColumnTests {
  private let columns = [50.0, 170, 220, 290, 370, 440, 500]
  private let labels = ["Service", "Mode", "Staff", "In Classroom", "Therapy Room", "Community", "Start"]

  @Test func theUnitSaidOverTheGroupsHoldsForTheirTables() throws {
    let services = try plan { sheet in
      sheet.heading("Service Minutes in Each Setting")
      sheet.line("Figures are minutes per week unless another period is shown.")
      sheet.heading("Special Education Services")
      sheet.row(labels, at: columns, bold: true)
      sheet.row(["Reading", "G", "SPED Teacher", "150", "", "", "9/2/2026"], at: columns)
      sheet.row(["Math", "G", "SPED Teacher", "100", "", "", "9/2/2026"], at: columns)
    }.services
    #expect(services.map(\.dose.totalMinutes) == [Interval(150), Interval(100)])
    #expect(services.map(\.dose.period?.unit) == [.week, .week])
    #expect(services.map(\.location?.code) == [.generalEducation, .generalEducation])
  }

  @Test func columnsOfSettingsAreKnownThoughAllFiguresHaveAPeriod() throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      sheet.line("Figures are minutes per week unless another period is shown.")
      sheet.row(labels, at: columns, bold: true)
      sheet.row(["Counseling", "I", "LPC", "", "60 per month", "", "9/2/2026"], at: columns)
      sheet.row(["Mobility training", "I", "COMS", "", "", "45", "9/2/2026"], at: columns)
      sheet.row(["OT", "I", "OTR", "20 per quarter", "", "", "9/2/2026"], at: columns)
    }.services
    #expect(services.map(\.location?.code) == [.therapyRoom, .community, .generalEducation])
    #expect(services.map(\.dose.totalMinutes) == [Interval(60), Interval(45), Interval(20)])
    #expect(services.map(\.dose.period?.unit) == [.month, .week, .quarter])
  }

  @Test func aValueWiderThanItsLabelIsOneValue() throws {
    func centred(_ text: String) -> Double {
      250 + (Word.width("Classroom", size: 9) - Word.width(text, size: 9)) / 2
    }
    let services = try plan { sheet in
      sheet.heading("Related Services")
      sheet.line("Numbers are minutes per week unless another period is written.")
      sheet.row(
        ["Service", "Staff", "Classroom", "Therapy Room", "Community", "Start"], at: [50, 190, 250, 330, 420, 500],
        bold: true)
      for (name, staff, amount) in [("Speech therapy", "SLP", "40"), ("Occupational therapy", "OTR", "15 per month")] {
        sheet.row(
          [name, staff, amount, "", "", "9/2/2026"], at: [50, 190, centred(amount), 330, 420, 500])
      }
    }.services
    #expect(services.map(\.provider?.text) == ["SLP", "OTR"])
    #expect(services.last?.dose.totalMinutes == Interval(15))
  }
}
