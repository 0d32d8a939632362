import IEPModel
import Testing

@testable import Parsing

@Suite struct ColumnMeaningTests {
  private let widths = [150.0, 70, 70, 80, 70, 70]

  private func services(_ rows: [[String?]], above: String? = nil) throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Special Education and Related Services")
      if let above { sheet.paragraph(above) }
      sheet.table(rows, widths: Array(widths.prefix(rows[0].count)), bold: true)
    }.services
  }

  @Test func howManyDaysBesideHowOftenCounts() throws {
    let found = try services([
      ["Service", "Minutes", "Days", "Frequency", "Start", "End"],
      ["Reading instruction", "35 min", "3 days/wk", "Every week", "9/2/2025", "6/5/2026"],
      ["Audiology", "30 min", "1 day/wk", "Every 4\nweeks", "9/2/2025", "6/5/2026"],
    ])
    #expect(found.map { $0.dose.sessions?.max } == [3, 1])
    #expect(found.map { $0.dose.period?.count } == [1, 4])
  }

  @Test func theColumnTellsTheUnitOfBareNumbers() throws {
    let found = try services([
      ["Service", "Time per\nSession", "No.\nSessions", "Interval", "Start", "End"],
      ["Speech therapy", "20", "3", "week", "9/2/2025", "6/5/2026"],
    ])
    #expect(found.first?.dose.sessionMinutes?.max == 20)
    #expect(found.first?.dose.sessions?.max == 3)
  }

  @Test func aHeaderAgainMayNameTheNextGroup() throws {
    let found = try services([
      ["Specially Designed\nInstruction", "Amount", "Location", "Provider", "Start", "End"],
      ["Writing", "60 minutes\nper week", "Classroom", "Teacher", "9/2/2025", "6/5/2026"],
      ["Related Services", "Amount", "Location", "Provider", "Start", "End"],
      ["Counseling", "30 minutes\nper week", "Office", "Counselor", "9/2/2025", "6/5/2026"],
    ])
    #expect(found.map(\.category) == [.specialEducation, .relatedService])
  }

  @Test func aPlaceSaidOverATableHoldsForItsLines() throws {
    let found = try services(
      [
        ["Service", "Amount", "Provider", "Start", "End"],
        ["Speech therapy", "45 minutes\nper week", "SLP", "9/2/2025", "6/5/2026"],
      ], above: "Anneke will receive the following services in the therapy room:")
    #expect(found.first?.location?.code == .therapyRoom)
  }

  @Test func aCellThatBeginsWithABoxHasItsLabelsBehindTheBoxes() throws {
    let found = try services([
      ["Service", "Minutes", "Frequency", "Location", "Start", "End"],
      ["Physical therapy", "30", "weekly", "☐ Classroom ☒\nGymnasium", "9/2/2025", "6/5/2026"],
    ])
    #expect(found.first?.location?.text == "Gymnasium")
  }
}

@Suite struct ExtendedYearTableTests {
  @Test func aLabelledAnswerHeadsTheTableBelow() throws {
    let columns = ["Service", "Amount", "Location", "Provider", "Start", "End"]
    let services = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.line("Special Education", bold: true)
      sheet.table(
        [
          columns,
          ["Reading", "60 minutes\nper week", "Resource\nroom", "Special ed\nteacher", "9/2/2025", "6/5/2026"],
        ],
        widths: [100, 80, 80, 90, 70, 70])
      sheet.line("Extended School Year (ESY): ☒ needed ☐ not needed")
      sheet.table(
        [
          columns,
          ["Reading", "90 minutes\nper week", "Resource\nroom", "Special ed\nteacher", "6/15/2026", "7/9/2026"],
        ],
        widths: [100, 80, 80, 90, 70, 70])
    }.services
    #expect(services.map { $0.extendedSchoolYear ?? false } == [false, true])
    #expect(services.map(\.category) == [.specialEducation, .specialEducation])
  }

  @Test func anAmountInWordsMayHoldPlaceAndBeginning() throws {
    let services = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.table(
        [
          ["Related Services", "Anticipated amount, frequency,\nlocation and dates", "Provider"],
          ["Speech therapy", "30 minutes twice per week in the\nspeech room beginning 10/27/2025", "SLP"],
          ["Audiology", "15 minutes per month in the\nclassroom beginning 10/27/2025", "Audiologist"],
        ], widths: [110, 190, 90], bold: true)
    }.services
    #expect(services.map { $0.dose.minutesPerPeriod?.max } == [60, 15])
    #expect(services.map { $0.location?.code } == [.therapyRoom, .generalEducation])
    #expect(services.first?.startDate?.description == "2025-10-27")
  }

  @Test(arguments: [
    ("Number of Sessions: 4 Length of Time: 0 Hr(s). 30 Min(s). Frequency: Monthly", 30, 4),
    ("1 Hr(s). 15 Min(s). weekly", 75, 1),
  ])
  func hoursAndMinutesWithPluralsInBrackets(text: String, minutes: Int, sessions: Int) throws {
    let dose = try #require(try Readers.embedded().values.doses.parse(text)?.dose)
    #expect((dose.sessionMinutes ?? dose.totalMinutes)?.max == Rational(minutes))
    #expect(dose.sessions.map { $0.max == Rational(sessions) } ?? (sessions == 1))
  }

  @Test func whoImplementsAServiceGivesIt() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Minutes per week", "Responsible staff", "Service implementer", "Delivery", "Start Date"],
          ["Reading support", "40", "Special Education Teacher", "Paraprofessional", "In class", "4/9/2027"],
          ["Counseling", "30", "Social Worker", "Social Worker", "Individual", "4/9/2027"],
        ], widths: [90, 80, 100, 100, 70, 70])
    }.services
    #expect(services.map(\.provider?.code) == [.paraprofessional, .socialWorker])
    #expect(services.map(\.grouping) == [nil, .individual])
  }

  /// "Amount" stands over "Minutes", "Times" and "Per": five times are no five minutes.
  @Test func aColumnOfTimesUnderAmountCountsSessions() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Amount", nil, nil, "Place", "Begins", "Ends"],
          ["^", "Minutes", "Times", "Per", "^", "^", "^"],
          ["Math", "35", "5", "wk", "Resource room", "3/2/2026", "3/1/2027"],
          ["OT", "20", "2", "wk", "Classroom", "3/2/2026", "3/1/2027"],
        ], widths: [100, 60, 50, 50, 100, 70, 70])
    }.services
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [175, 40])
  }
}
