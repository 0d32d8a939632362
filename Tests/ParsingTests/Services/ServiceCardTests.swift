import IEPModel
import Testing

@testable import Parsing

@Suite struct ServiceCardTests {
  @Test func labelsOverValuesAreCardsThoughTheyStandInColumns() throws {
    let columns = [50.0, 220, 400]
    let services = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      for (name, minutes, place) in [
        ("Counseling Services", "40 minutes per week", "Counselor's office"),
        ("Physical Therapy", "25 minutes per week", "Gymnasium"),
      ] {
        sheet.line(name, size: 11, bold: true)
        sheet.row(["MINUTES", "SETTING", "BEGINS"], at: columns)
        sheet.row([minutes, place, "Sep 8, 2025"], at: columns)
        sheet.row(["ENDS", "PROVIDER"], at: columns)
        sheet.row(["Sep 4, 2026", name == "Physical Therapy" ? "PT" : "School Counselor"], at: columns)
        sheet.gap(10)
      }
    }.services
    #expect(services.map(\.service.code) == [.counseling, .physicalTherapy])
    #expect(services.map { $0.dose.totalMinutes?.max } == [40, 25])
    #expect(services.map { $0.endDate?.description } == ["2026-09-04", "2026-09-04"])
  }

  @Test func labelsBesideValuesInTwoColumnsAreCards() throws {
    let columns = [50.0, 160, 330, 440]
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.line("Occupational Therapy", size: 11, bold: true)
      sheet.row(["Frequency", "30 minutes, 2 times per week", "Provider", "COTA"], at: columns)
      sheet.row(["Setting", "Art room", "Begins", "1/12/2026"], at: columns)
      sheet.row(["Ends", "1/11/2027", "Group size", "Individual"], at: columns)
    }.services
    #expect(services.count == 1)
    #expect(services.first?.provider?.code == .cota)
    #expect(services.first?.startDate?.description == "2026-01-12")
  }
}
