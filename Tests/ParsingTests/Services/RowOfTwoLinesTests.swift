import IEPModel
import Testing

@testable import Parsing

/// Rows of services that say more below their first line.
@Suite struct RowOfTwoLinesTests {
  @Test func factsAcrossTheColumnsAreOfTheRowAbove() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Provider", "Start Date", "End Date"], ["Related Services", nil, nil, nil],
          ["Physical Therapy", "Physical Therapist", "3/9/2026", "3/8/2027"],
          [
            "Amount: 30 minutes, 2x weekly  Location: Therapy room  Delivery: Direct, individual  Goals: 1, 2", nil,
            nil, nil,
          ],
          ["Occupational Therapy", "Occupational Therapist", "3/9/2026", "3/8/2027"],
          ["Amount: 20 minutes, once monthly  Location: Cafeteria  Delivery: Consultation  Goals: 4", nil, nil, nil],
        ], widths: [160, 140, 90, 90], bold: true)
    }.services
    #expect(found.map { $0.location?.code } == [.therapyRoom, .schoolWide])
    #expect(found.map(\.goalNumbers) == [["1", "2"], ["4"]])
    #expect(found.map(\.delivery) == [.direct, .consultation])
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [60, 5])
  }

  @Test func boxesBehindTheFactsSayHowAndWithWhom() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Frequency", "Length of session", "Setting"],
          ["Speech and language", "2 times per week", "30 minutes", "Speech room"],
          [
            "Provider: SLP  Begins: 12-14-2026  Ends: 12-07-2027\n☒ Direct ☐ Consultation ☐ Individual ☒ Group Goals: 1",
            nil, nil, nil,
          ],
          ["Occupational therapy", "1 time per week", "30 minutes", "OT room"],
          ["Provider: OT  Begins: 12-14-2026  Ends: 12-07-2027", nil, nil, nil],
        ], widths: [160, 120, 120, 110], bold: true)
    }.services
    #expect(found.map { $0.endDate?.description } == ["2027-12-07", "2027-12-07"])
    #expect(found.map(\.delivery) == [.direct, nil])
    #expect(found.map(\.grouping) == [.group, nil])
    #expect(found.map { $0.provider?.code } == [.slp, .ot])
  }

  @Test func whatTheFormSaysOfThePlanIsNoFactOfARow() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Amount", "Start Date", "End Date"], ["Speech therapy", "30 min weekly", "9/8/2025", "9/4/2026"],
          ["Extended school year: No   Educational environment: regular class", nil, nil, nil],
        ], widths: [160, 120, 100, 100], bold: true)
    }.services
    #expect(found.map { $0.location?.code } == [nil])
  }

  @Test func cellsOfTwoLinesAnswerBothRowsOfLabels() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "How much", "Begins", "Goals"], ["Where", "Who helps", "Runs to", ""],
          ["Reading lessons\nRm 12 resource", "45 min, 5x/wk\nSpecial educator", "9/8/2026\n6/11/2027", "1"],
          ["Counseling\nCounseling office", "30 min, 1x/wk\nSchool counselor", "9/8/2026\n6/11/2027", "2"],
        ], widths: [170, 130, 90, 60], bold: true)
    }.services
    #expect(found.map { $0.location?.code } == [.specialEducation, .therapyRoom])
    #expect(found.map { $0.provider?.code } == [.specialEducationTeacher, .counselor])
    #expect(found.map { $0.endDate?.description } == ["2027-06-11", "2027-06-11"])
    #expect(found.map(\.goalNumbers) == [["1"], ["2"]])
  }

  @Test func aGroupMayHaveAFactBehindIt() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Sessions", "Frequency", "Begin - End"],
          ["Special Education - Location: Regular classroom", nil, nil, nil],
          ["Writing instruction", "2 x 40 min", "Weekly", "9/20/2025 - 9/19/2026"],
          ["Related Services - Location: OT room", nil, nil, nil],
          ["Occupational Therapy", "1 x 30 min", "Weekly", "9/20/2025 - 9/19/2026"],
        ], widths: [160, 90, 90, 140], bold: true)
    }.services
    #expect(found.map(\.category) == [.specialEducation, .relatedService])
    #expect(found.map { $0.location?.code } == [.generalEducation, .therapyRoom])
  }

  @Test func aPersonWithATitleStandsBelowAnyService() throws {
    let found = try plan { sheet in
      sheet.heading("Special education services")
      sheet.table(
        [
          ["Service, and who gives it", "Amount", "Place"],
          ["Number skills\nMs. Boudreau,\nspecial ed teacher", "30 min 4x/wk", "Learning center"],
          ["Speech therapy\nMrs. Ilie, SLP", "20 min 2x/wk", "English class"],
        ], widths: [180, 120, 120], bold: true)
    }.services
    #expect(found.map { $0.provider?.code } == [.specialEducationTeacher, .slp])
  }

  @Test func theLegendSaysWhoTheInitialsAre() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service (who)", "Where", "Amount", "Goals"],
          ["Occupational therapy (HA)", "OT room", "60 min per week", "2"],
          ["Speech and language (IT)", "Speech room", "50 min per week", "3"],
        ], widths: [170, 100, 120, 60], bold: true)
      sheet.line("Legend of names")
      sheet.row(["HA", "Ms. Hanna, OTR/L"], at: [50, 110])
      sheet.row(["IT", "Ms. Ito, Speech-Language Pathologist"], at: [50, 110])
    }.services
    #expect(found.map { $0.provider?.code } == [.ot, .slp])
    #expect(found.map(\.service.text) == ["Occupational therapy", "Speech and language"])
  }

  @Test func aFigureKeepsItsUnitOverTheLinesEnd() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.line("Service: Speech therapy")
      sheet.line("How much: 1 session of 20")
      sheet.line("minutes per month")
      sheet.line("Where: Speech room")
      sheet.line("Begins: 9/1/2026")
      sheet.line("Good through: 6/11/2027")
    }.services
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [5])
    #expect(found.map { $0.endDate?.description } == ["2027-06-11"])
  }

  @Test func dotsPartTheFactsOfAnEntry() throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.line("Related Services", bold: true)
      sheet.row(["Speech therapy", "2 × 30 min / month"], at: [50, 400])
      sheet.line("School store • SLP • Oct 12, 2026 → Oct 6, 2027 • Direct · individual • Goal 3")
      sheet.gap(8)
    }.services
    #expect(found.map { $0.endDate?.description } == ["2027-10-06"])
    #expect(found.map(\.goalNumbers) == [["3"]])
    #expect(found.map(\.grouping) == [.individual])
  }

  @Test func aLongNameBehindItsCountIsTheService() throws {
    let found = try plan { sheet in
      sheet.heading("Special Education Services")
      sheet.line("Each service below begins on 5/13/2026 and ends on 5/12/2027.")
      sheet.paragraph(
        "1. Specially designed instruction in functional reading and life skills. To be provided in the special "
          + "education classroom for 60 minutes per day. Provider: special education teacher. Goals 1 and 3.")
    }.services
    #expect(found.map(\.service.text) == ["Specially designed instruction in functional reading and life skills"])
    #expect(found.map { $0.provider?.code } == [.specialEducationTeacher])
  }
}
