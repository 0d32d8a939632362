import IEPModel
import Testing

@testable import Parsing

/// Tables set without rules between their columns.
@Suite struct AlignedTableTests {
  private let columns = [50.0, 170, 260, 360, 460]

  private func tables(_ lay: (inout Sheet) -> Void) throws -> [String] {
    var sheet = Sheet()
    sheet.heading("Special Education and Related Services")
    lay(&sheet)
    return try Readers.embedded().parser.trace([sheet])
  }

  @Test func lettersOverBoxesAreColumns() throws {
    let document = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      let columns = [50.0, 200, 300, 325, 350, 400, 480]
      sheet.row(["Service", "Minutes", "D", "W", "M", "Start Date", "End Date"], at: columns)
      sheet.row(["Speech-Language Therapy", "35", "☐", "☒", "☐", "4/9/2027", "4/8/2028"], at: columns)
      sheet.row(["Occupational Therapy", "25", "☐", "☐", "☒", "4/9/2027", "4/8/2028"], at: columns)
      sheet.gap(20)
      sheet.line("D = daily, W = weekly, M = monthly")
    }
    #expect(document.services.map(\.service.code) == [.speechLanguage, .occupationalTherapy])
    #expect(document.services.map(\.dose.period) == [Period(.week), Period(.month)])
    #expect(document.services.map(\.startDate) == [CalendarDate(iso: "2027-04-09"), CalendarDate(iso: "2027-04-09")])
  }

  @Test func aBandWithAColonHeadsTheRowsBelowIt() throws {
    let document = try plan { sheet in
      sheet.heading("Services")
      sheet.row(["Service", "Frequency", "Location", "Start Date", "End Date"], at: columns)
      sheet.line("SPECIAL EDUCATION:", bold: true)
      sheet.row(["Reading instruction", "45 min daily", "Resource room", "4/9/2027", "4/8/2028"], at: columns)
      sheet.line("RELATED SERVICES:", bold: true)
      sheet.row(["Physical Therapy", "20 min weekly", "Gym", "4/9/2027", "4/8/2028"], at: columns)
    }
    #expect(document.services.map(\.category) == [.specialEducation, .relatedService])
    #expect(document.services.map { $0.dose.minutesPerWeek(by: SchoolCalendar()) } == [Interval(225), Interval(20)])
  }

  @Test func blanksOfASentenceAreNoColumns() throws {
    let trace = try tables { sheet in
      sheet.row(["beginning", "through", "location", "provider"], at: [50, 170, 290, 410])
      sheet.row(["4/9/2027", "4/8/2028", "Gym", "PT"], at: [50, 170, 290, 410])
    }
    #expect(!trace.contains { $0.hasPrefix("table") })
  }

  @Test func aLargerHeadingEndsTheTableThoughItNamesAGroup() throws {
    let document = try plan { sheet in
      sheet.heading("Services")
      sheet.row(["Service", "Frequency", "Location", "Start Date", "End Date"], at: columns)
      sheet.row(["Physical Therapy", "20 min weekly", "Gym", "4/9/2027", "4/8/2028"], at: columns)
      sheet.heading("Extended School Year Services")
      sheet.paragraph("Zadie is not eligible for extended school year services.")
    }
    #expect(document.services.map(\.service.code) == [.physicalTherapy])
    #expect(document.services.first?.extendedSchoolYear != true)
    #expect(document.sections.contains { $0.code == .esy })
    #expect(document.iep.extendedSchoolYear == false)
  }

  @Test func emptyBoxesUnderTickedOnesAreTheNextRow() throws {
    let trace = try tables { sheet in
      let columns = [50.0, 200, 300, 400, 480]
      sheet.row(["Service", "Minutes", "Individual", "Group", "Location"], at: columns)
      sheet.row(["Physical Therapy", "20 weekly", "☒", "☐", "Gym"], at: columns)
      sheet.row(["", "", "☐", "☐", ""], at: columns)
    }
    #expect(trace.contains { $0.hasPrefix("table") && $0.contains("3 x 5") }, "\(trace)")
  }

  @Test func aCellThatEndsOpenGoesOnInTheNextLine() throws {
    let document = try plan { sheet in
      sheet.heading("Services")
      let columns = [50.0, 190, 330, 450]
      sheet.row(["Service", "Frequency", "Location", "Dates"], at: columns)
      sheet.row(["Physical Therapy", "20 min weekly", "Gym", "4/9/2027 to"], at: columns, leading: 1.25)
      sheet.row(["", "", "", "4/8/2028"], at: columns)
      sheet.row(["Counseling", "15 min monthly", "Office", "4/9/2027 to"], at: columns, leading: 1.25)
      sheet.row(["", "", "", "4/8/2028"], at: columns)
    }
    #expect(document.services.map(\.service.code) == [.physicalTherapy, .counseling])
    #expect(document.services.map(\.endDate) == [CalendarDate(iso: "2028-04-08"), CalendarDate(iso: "2028-04-08")])
  }
}
