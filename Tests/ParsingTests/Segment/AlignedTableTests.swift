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

  @Test func aCellThatGoesOnWithAColonIsNoLabel() throws {
    let document = try plan { sheet in
      sheet.heading("Services")
      let columns = [50.0, 200, 330, 400, 480]
      sheet.row(["Service", "Setting", "Start", "End", "Minutes per Week"], at: columns)
      sheet.row(["Specially Designed", "General Education", "March 11,", "March 10,", "40"], at: columns, leading: 1.1)
      sheet.row(["Instruction: Reading", "Classroom", "2027", "2028", "minutes"], at: columns)
      sheet.gap(6)
      sheet.row(["Physical Therapy", "Special Ed. Room", "March 11,", "March 10,", "25"], at: columns, leading: 1.1)
      sheet.row(["", "", "2027", "2028", "minutes"], at: columns)
    }
    #expect(document.services.map(\.service.code) == [.specializedInstruction, .physicalTherapy])
    #expect(document.services.map(\.endDate) == [CalendarDate(iso: "2028-03-10"), CalendarDate(iso: "2028-03-10")])
  }

  @Test func blanksOfASentenceAreNoColumns() throws {
    let trace = try tables { sheet in
      sheet.row(["beginning", "through", "location", "provider"], at: [50, 170, 290, 410])
      sheet.row(["4/9/2027", "4/8/2028", "Gym", "PT"], at: [50, 170, 290, 410])
    }
    #expect(!trace.contains { $0.hasPrefix("table") })
  }

  @Test func aSectionsNameOverNoRowsEndsTheTable() throws {
    let document = try plan { sheet in
      sheet.heading("Assessments")
      sheet.row(["Assessment", "Subject", "Accommodations"], at: [50, 200, 350])
      sheet.row(["State assessment", "Mathematics", "Read-aloud of directions"], at: [50, 200, 350])
      sheet.gap(20)
      sheet.line("EXTENDED SCHOOL YEAR")
      sheet.gap(10)
      sheet.line("☒ Student is eligible for ESY services")
      sheet.line("☐ Student is not eligible for ESY services")
      sheet.gap(12)
      sheet.row(["Service", "Frequency", "Location", "Start Date", "End Date"], at: columns)
      sheet.row(["Physical Therapy", "20 min weekly", "Gym", "6/22/2027", "7/24/2027"], at: columns)
    }
    #expect(document.services.map(\.service.code) == [.physicalTherapy])
    #expect(document.services.first?.extendedSchoolYear == true)
    #expect(document.iep.extendedSchoolYear == true)
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

  @Test func labelsBrokenByNarrowColumnsAreReadDown() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      let columns = [50.0, 200, 270, 320, 380]
      sheet.row(["Service", "Frequenc", "Begin", "Anticipat", "Site"], at: columns, bold: true, leading: 1.25)
      sheet.row(["", "y/Durati", "Date", "ed", ""], at: columns, bold: true, leading: 1.25)
      sheet.row(["", "on", "", "Duration", ""], at: columns, bold: true)
      sheet.row(["Physical Therapy", "20 min weekly", "4/9/27", "4/8/28", "Gym"], at: columns)
      sheet.row(["Counseling", "15 min monthly", "4/9/27", "4/8/28", "Office"], at: columns)
    }.services
    #expect(services.map(\.service.code) == [.physicalTherapy, .counseling])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [20, Rational(15, 4)])
    #expect(services.map { $0.endDate?.description } == ["2028-04-08", "2028-04-08"])
  }

  @Test func aLargerHeadingRightAboveTheLabelsIsNoneOfThem() throws {
    let document = try plan { sheet in
      sheet.heading("Accommodations")
      sheet.line("Extra time on tests.")
      sheet.line("IEP Services", size: 11, bold: true)
      sheet.row(["Service", "Frequency", "Location", "Start Date", "End Date"], at: columns, bold: true)
      sheet.row(["Physical Therapy", "20 min weekly", "Gym", "4/9/2027", "4/8/2028"], at: columns)
    }
    #expect(document.services.map(\.service.code) == [.physicalTherapy])
    #expect(document.sections.contains { $0.code == .services && $0.heading == "IEP Services" })
  }

  @Test func theEndOfABrokenWordAsksForNoFurtherLine() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      let columns = [50.0, 190, 310, 360, 460]
      sheet.row(["Service", "Frequency", "By", "Start Date", "End Date"], at: columns)
      sheet.row(["Counseling", "20 min weekly", "Counsel", "4/9/2027", "4/8/2028"], at: columns, leading: 1.25)
      sheet.row(["Services", "", "or", "", ""], at: columns, leading: 2)
      sheet.row(["Physical", "15 min monthly", "PT", "4/9/2027", "4/8/2028"], at: columns, leading: 1.25)
      sheet.row(["Therapy", "", "staff", "", ""], at: columns)
    }.services
    #expect(services.map(\.service.code) == [.counseling, .physicalTherapy])
  }

  @Test func labelsThatStandCloseArePartedThoughOneIsBroken() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      let columns = [50.0, 150, 194, 246, 300, 400, 470]
      sheet.row(
        ["SERVICE", "DELIVER", "FREQUENCY", "DURATION", "LOCATION", "BEGIN", "END"], at: columns, leading: 1.25)
      sheet.row(["", "Y"], at: columns, leading: 1.8)
      sheet.row(["Counseling", "Direct", "2 x week", "30 min.", "Office", "4/9/2027", "4/8/2028"], at: columns)
      sheet.row(["Physical Therapy", "Direct", "1 x week", "20 min.", "Gym", "4/9/2027", "4/8/2028"], at: columns)
    }.services
    #expect(services.map(\.service.code) == [.counseling, .physicalTherapy])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [60, 20])
    #expect(services.map(\.delivery) == [.direct, .direct])
  }

  @Test func labelsBelowTheHeadingOfAGroupAreOfItsOwnTable() throws {
    let document = try plan { sheet in
      sheet.heading("Special Education Services")
      let upper = [50.0, 100, 220, 270, 330, 400, 480]
      sheet.row(["Goal", "Related service", "Sessions", "Per", "Minutes", "Staff", "Dates"], at: upper, bold: true)
      sheet.row(["2", "Physical therapy", "2", "week", "30", "PT", "4/9/2027 - 4/8/2028"], at: upper)
      sheet.row(["3", "Counseling", "1", "month", "20", "Counselor", "4/9/2027 - 4/8/2028"], at: upper)
      sheet.line("Supplementary Aids: Adult Support", bold: true)
      let lower = [50.0, 160, 250, 350, 450]
      sheet.row(["Support", "Time", "Where", "Person", "Dates"], at: lower, bold: true)
      sheet.row(["Classroom aide", "2 hrs/day", "regular class", "Instr. aide", "4/9/2027 - 4/8/2028"], at: lower)
    }
    #expect(document.services.map(\.service.code) == [.physicalTherapy, .counseling, .paraprofessional])
    #expect(document.services.map(\.goalNumbers) == [["2"], ["3"], []])
    #expect(document.services.map(\.provider?.code) == [.pt, .counselor, .paraprofessional])
  }
}
