import IEPModel
import Testing

@testable import Parsing

/// Grids as states' own forms print them.
@Suite struct RealGridTests {
  private func services(
    _ rows: [[String?]], widths: [Double], heading: String = "Special Education and Related Services",
    above: [[String?]]? = nil, below: String? = nil
  ) throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading(heading)
      if let above { sheet.table(above, widths: [200, 200]) }
      sheet.table(rows, widths: widths, bold: true)
      if let below { sheet.paragraph(below) }
    }.services
  }

  @Test func headersThatNameTheNextGroupPartAListOfMinutes() throws {
    let found = try services(
      [
        ["General Education with No Supplementary Aids", "Minutes Per Week in Setting"],
        ["Lunch/Recess", "150"],
        [
          "Special Education and Related Services within the\nGeneral Education Classroom",
          "Minutes Per Week in Setting",
        ],
        ["Speech/Language Services", "30"],
        ["Related Services - Outside General Education", "Minutes Per Week in Setting"],
        ["Occupational Therapy", "40"],
      ], widths: [330, 150], heading: "Educational Services and Placement",
      above: [["Initiation Date: 08/20/2025", "Duration Date: 05/12/2026"]])
    #expect(found.map(\.service.code) == [.speechLanguage, .occupationalTherapy])
    #expect(found.map(\.location?.code) == [.generalEducation, .specialEducation])
    #expect(found.map(\.category) == [.relatedService, .relatedService])
    #expect(found.map { $0.endDate?.description } == ["2026-05-12", "2026-05-12"])
  }

  @Test func columnsForEachSettingAreAServiceEach() throws {
    let found = try services(
      [
        ["Services", "Regular Class", nil, "Special Class", nil, "Begin Date", "End Date"],
        ["^", "Minutes/\nSession", "Sessions/\nWeek", "Minutes/\nSession", "Sessions/\nWeek", "^", "^"],
        ["Math Instruction", "30", "3", "45", "4", "10/02/2025", "10/01/2026"],
        ["Speech Therapy", "", "", "20", "2", "10/02/2025", "10/01/2026"],
      ], widths: [110, 65, 65, 65, 65, 70, 70])
    #expect(found.map(\.location?.code) == [.generalEducation, .specialEducation, .specialEducation])
    #expect(found.map { $0.dose.sessionMinutes?.max } == [30, 45, 20])
    #expect(found.map { $0.dose.sessions?.max } == [3, 4, 2])
    #expect(found.allSatisfy { $0.dose.period?.unit == .week })
  }

  @Test func aKeyMayTellPeriodsByFigures() throws {
    let found = try services(
      [
        ["Service", "Setting", "Minutes", "Days", "Frequency", "Start Date", "Stop Date", "Provider"],
        ["Speech therapy", "D - Direct,\nSpecial room", "25", "2", "1", "01/29/2026", "01/28/2027", "SLP"],
        ["Social work", "I - Indirect\nservices", "20", "1", "4", "01/29/2026", "01/28/2027", "Social\nWorker"],
      ], widths: [80, 75, 50, 40, 60, 70, 70, 70],
      below: "Frequency: 1 = every week, 2 = every two weeks, 4 = every four weeks.")
    #expect(found.map { $0.dose.sessions?.max } == [2, 1])
    #expect(found.map { $0.dose.period?.count } == [1, 4])
    #expect(found.map(\.delivery) == [.direct, .indirect])
  }

  @Test func aGridWithoutNamesIsNamedByWhoGivesTheService() throws {
    let found = try services(
      [
        ["Minutes", "Times", "Period", "Start Date", "End Date", "Provider", "Location"],
        ["30", "4", "Weekly", "10/28/2025", "10/27/2026", "Special\nEducation\nTeacher", "Resource\nRoom"],
      ], widths: [60, 50, 60, 75, 75, 90, 90], heading: "Special Education Services")
    #expect(found.first?.service.code == .specializedInstruction)
    #expect(found.first?.provider?.code == .specialEducationTeacher)
    #expect(found.first?.dose.sessions?.max == 4)
  }

  @Test func labelsBrokenOverRowsAreReadDown() throws {
    let readers = try Readers.embedded()
    let header = ServiceTableHeader(labels: readers.labels, values: readers.values)
    let table = Grid.table(
      [
        ["Area of", "Grou", "Frequency", "Type of", "Projected"],
        ["Service", "ping", "/Amount", "Personnel", "Beginning Date"],
        ["Physical Therapy", "G", "1 hour per month", "PT", "09/17/2026"],
      ], kind: .aligned)
    #expect(header.rows(of: table) == 0..<2)
    #expect(header.texts(of: table, rows: 0..<2)[1] == "Grouping")
  }

  @Test func goalsBehindTheNameOfAService() {
    #expect(GoalNumbers.named(in: "Instruction in reading (Goal 1)") == ["1"])
    #expect(GoalNumbers.named(in: "Counseling - Goals 2, 3") == ["2", "3"])
    #expect(GoalNumbers.named(in: "Goal setting group") == [])
    #expect(GoalNumbers.read("N") == [])
  }

  @Test func aDescriptionHoldsDatesAndAmount() throws {
    let found = try services(
      [
        ["Service Nature", "Location", "Service Description", "Provider(s)"],
        [
          "Speech/Language\nTherapy", "Outside General\nEducation",
          "Begin Date: 02/17/2026 End Date:\n02/09/2027\nNumber of Sessions: 4 Length of Time: 0\nHour(s) 30 Minute(s) Frequency: Monthly",
          "Speech/Language\nPathologist",
        ],
      ], widths: [100, 100, 220, 110])
    #expect(found.first?.dose.sessions?.max == 4)
    #expect(found.first?.dose.sessionMinutes?.max == 30)
    #expect(found.first?.dose.period?.unit == .month)
    #expect(found.first?.endDate?.description == "2027-02-09")
  }

  @Test func boxesBehindAHeadingLeaveItOne() throws {
    let header = ["Service(s)", "Frequency", "Amount of time", "Dates", "Location"]
    let dates = "8/20/2025 -\n5/20/2026"
    let found = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.line("Special Education", bold: true)
      sheet.table(
        [header, ["Reading instruction", "Daily", "30 minutes", dates, "Resource room"]],
        widths: [130, 80, 90, 110, 100])
      sheet.line("Related Services  ☒ Needed ☐ Not Needed", bold: true)
      sheet.table(
        [header, ["Social skills group", "Weekly", "30 minutes", dates, "Classroom"]], widths: [130, 80, 90, 110, 100])
    }.services
    #expect(found.map(\.category) == [.specialEducation, .relatedService])
  }
}

/// Cards whose labels and values stand in columns of a line.
@Suite struct CardColumnTests {
  @Test func whatWrapsBelowALabelGoesOnWithItsValue() throws {
    let columns = [50.0, 220, 390]
    let services = try plan { sheet in
      sheet.heading("Special Education Services")
      sheet.row(["Service: Specialized Instruction: Writing", "", "Type: Direct"], at: columns)
      sheet.row(["Amount: 20 minutes", "Frequency: 3 times per week", "Location: Regular Class"], at: columns)
      sheet.row(
        ["Provider Title: Special Education", "Start Date: 9/10/2025", "End Date: 9/8/2026"], at: columns)
      sheet.row(["Teacher"], at: columns)
    }.services
    #expect(services.first?.service.text == "Specialized Instruction: Writing")
    #expect(services.first?.provider?.text == "Special Education Teacher")
    #expect(services.first?.endDate?.description == "2026-09-08")
  }

  @Test func aLabelOverAKindOfDeliveryOpensNoCard() throws {
    let columns = [50.0, 250, 420]
    let services = try plan { sheet in
      sheet.heading("Related Services")
      for name in ["Speech-Language Pathology", "Occupational Therapy"] {
        sheet.row(["Service", "Setting", "Type of Service"], at: columns, bold: true)
        sheet.row([name, "Outside General Education", "Direct - Group"], at: columns)
        sheet.row(["Time", "Frequency", "Begin Date"], at: columns, bold: true)
        sheet.row(["30 min", "per week", "12/05/2025"], at: columns)
      }
    }.services
    #expect(services.map(\.service.code) == [.speechLanguage, .occupationalTherapy])
    #expect(services.map(\.delivery) == [.direct, .direct])
  }

  @Test func aNameMayWrapBelowItself() throws {
    let columns = [50.0, 240, 400]
    let services = try plan { sheet in
      sheet.heading("Special Education Services")
      for name in ["Mathematics", "Language Arts"] {
        sheet.row(["Service", "Provider", "Setting"], at: columns, bold: true)
        sheet.row(["Specially Designed Instruction -", "Special Education Teacher", "Resource room"], at: columns)
        sheet.row([name], at: columns)
        sheet.row(["Service Time", "Frequency", "Start Date"], at: columns, bold: true)
        sheet.row(["47 minutes", "5 times per week", "01/12/2026"], at: columns)
        sheet.gap(6)
      }
    }.services
    #expect(services.map(\.location?.code) == [.specialEducation, .specialEducation])
    #expect(services.first?.service.text == "Specially Designed Instruction - Mathematics")
  }

  @Test func theBoxThatIsTickedEndsTheAmount() throws {
    let services = try plan { sheet in
      sheet.heading("Special Education Services")
      sheet.line("Service, activity or support: Reading instruction    Beginning date: 10/20/2025")
      sheet.line("Provider(s): Special Education Teacher    Ending date: 10/19/2026")
      sheet.line("Time and frequency: 150 minutes per ☐ day ☒ week ☐ month    Where: Special education room")
    }.services
    #expect(services.first?.dose.totalMinutes?.max == 150)
    #expect(services.first?.dose.period?.unit == .week)
  }

}

@Suite struct UnreadServiceRowTests {
  private func told(_ rows: [[String?]], code: SectionCode = .services, known: [Place] = []) throws -> [String?] {
    let section = SectionBlocks(code: code, heading: "", headingLine: nil, blocks: [.table(Grid.table(rows))])
    return UnreadServiceRows(values: try Readers.embedded().values).diagnostics(in: [section], known: known).map(\.text)
  }

  private let row = ["Physical Therapy", "30 minutes per week", "Gymnasium", "Physical Therapist"]

  @Test func aRowOfServiceAmountAndPlaceThatNobodyReadIsTold() throws {
    #expect(try told([row]) == ["Physical Therapy | 30 minutes per week | Gymnasium | Physical Therapist"])
  }

  @Test func whatIsReadIsNotTold() throws {
    let place = Place(page: 1, box: Box(x0: 0, y0: 0, x1: 440, y1: 60))
    #expect(try told([row], known: [place]).isEmpty)
  }

  @Test func totalsAndReportsOfProgressAreNoServices() throws {
    #expect(try told([["Total minutes of special education", "195 minutes per week"]]).isEmpty)
    #expect(try told([row], code: .progress).isEmpty)
  }
}
