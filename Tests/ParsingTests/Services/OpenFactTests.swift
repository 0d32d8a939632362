import IEPModel
import Testing

@testable import Parsing

/// Lines of which the form leaves something open, or says it in another place than its label.
@Suite struct OpenFactTests {
  private let header: [String?] = [
    "Service", "Minutes", "Number of times", "Period", "Provider", "Location", "Start", "End",
  ]

  private func services(_ rows: [[String?]], heading: String = "Special Education Services") throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading(heading)
      sheet.table(rows, widths: [120, 45, 60, 55, 95, 75, 55, 55], x: 20, bold: true)
    }.services
  }

  @Test func aBlankCountOfSessionsStaysOpen() throws {
    let found = try services([
      header,
      ["Reading instruction", "50", "5", "Weekly", "Special educator", "Classroom", "9/2/2025", "6/5/2026"],
      ["Occupational Therapy", "30", "", "Monthly", "OTR", "Classroom", "9/2/2025", "6/5/2026"],
      ["Counseling", "30", "1", "Weekly", "Counselor", "Office", "9/2/2025", "6/5/2026"],
    ])
    #expect(found.map(\.dose.sessions) == [Interval(5), nil, Interval(1)])
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar()) } == [Interval(250), nil, Interval(30)])
  }

  @Test func anAreaGivenByItsTherapistIsTheTherapistsService() throws {
    let found = try services([
      header,
      ["Communication", "20", "1", "Weekly", "Speech pathologist", "Classroom", "9/2/2025", "6/5/2026"],
      ["Written language", "25", "3", "Weekly", "Special educator", "Classroom", "9/2/2025", "6/5/2026"],
      ["Social/behavior instruction", "20", "3", "Weekly", "Special educator", "Classroom", "9/2/2025", "6/5/2026"],
    ])
    #expect(found.map(\.service.code) == [.speechLanguage, .specializedInstruction, .specializedInstruction])
  }

  @Test func aNoteThatBeginsWithConsultTellsTheDelivery() throws {
    let found = try services([
      ["Service", "Amount", "Location", "Notes", "Start", "End"],
      ["Speech Therapy", "60 min/mo", "Classroom", "Consult w/ teachers", "9/2/2025", "6/5/2026"],
      ["Speech Therapy", "30 min 3x wk", "Speech room", "Small group", "9/2/2025", "6/5/2026"],
    ])
    #expect(found.map(\.delivery) == [.consultation, nil])
  }

  @Test func aDatedRideAmongAidsIsAService() throws {
    let document = try plan { sheet in
      sheet.heading("Supplementary Aids and Services")
      sheet.row(["Service", "Frequency", "Location", "Start", "End"], at: [50, 200, 300, 400, 480], bold: true)
      sheet.row(["Transportation", "2 times per day", "Bus", "9/2/2025", "6/5/2026"], at: [50, 200, 300, 400, 480])
      sheet.row(["Preferential seating", "Daily", "Classroom", "9/2/2025", "6/5/2026"], at: [50, 200, 300, 400, 480])
    }
    #expect(document.services.map(\.service.code) == [.transportation])
  }
}
