import IEPModel
import Testing

@testable import Parsing

/// Dates said once for many services, and what else is told outside their lines.
@Suite struct SharedDatesTests {
  private func rows(_ sheet: inout Sheet, labels: [String] = ["Service", "Setting", "Minutes", "Provider"]) {
    sheet.row(labels, at: [50, 180, 310, 440], bold: true)
    sheet.row(
      ["Reading", "Special education room", "300 minutes per week", "Special education"], at: [50, 180, 310, 440],
      leading: 1.1)
    sheet.row(["", "", "", "teacher"], at: [50, 180, 310, 440])
    sheet.row(
      ["Mathematics", "General education class", "150 minutes per week", "Special education"], at: [50, 180, 310, 440],
      leading: 1.1)
    sheet.row(["", "", "", "teacher"], at: [50, 180, 310, 440])
  }

  @Test func servicesBelowAreThoseOfTheNextHeadingsToo() throws {
    let services = try plan { sheet in
      sheet.heading("Services the district will provide")
      sheet.line("Services below are in effect from September 15, 2025 through September 11, 2026.")
      sheet.heading("SPECIALLY DESIGNED INSTRUCTION")
      rows(&sheet)
    }.services
    #expect(services.map(\.service.text) == ["Reading", "Mathematics"])
    #expect(services.map { $0.startDate?.description } == ["2025-09-15", "2025-09-15"])
  }

  @Test func datesOfAllServicesAreAlsoThoseOfTheListsBefore() throws {
    let services = try plan { sheet in
      sheet.heading("Special education services")
      sheet.paragraph(
        "Zadie will receive reading instruction for 45 minutes daily in the resource room. This serves goal 1.")
      sheet.heading("Related services")
      sheet.paragraph("Zadie will receive counseling for 30 minutes once each week in the counseling office.")
      sheet.paragraph(
        "Unless a sentence says otherwise, each of these services begins on March 2, 2026 and ends on May 3, 2026.")
    }.services
    #expect(services.map { $0.startDate?.description } == ["2026-03-02", "2026-03-02"])
  }

  @Test func datesOfThisServiceAreNotThoseOfTheOthers() throws {
    let services = try plan { sheet in
      sheet.heading("Special education services")
      sheet.paragraph("Zadie will receive reading instruction for 45 minutes daily in the resource room.")
      sheet.paragraph(
        "Zadie will receive counseling for 30 minutes once each week in the counseling office. This service begins on "
          + "June 8, 2026 and ends on July 3, 2026.")
    }.services
    let dates = Dictionary(uniqueKeysWithValues: services.map { ($0.service.code, $0.startDate?.description) })
    #expect(dates[.counseling] == "2026-06-08")
    #expect(dates[.specializedInstruction] == .some(nil))
  }

  @Test func aHeadingHoldsTheDates() throws {
    let services = try plan { sheet in
      sheet.heading("SERVICES FROM 09/29/2025 TO 09/25/2026")
      rows(&sheet)
    }.services
    #expect(services.map { $0.endDate?.description } == ["2026-09-25", "2026-09-25"])
  }

  @Test func servicesThatRunOnThePlansDays() throws {
    let services = try plan { sheet in
      sheet.line("This IEP starts on 1/12/2026 and ends on 1/8/2027.")
      sheet.paragraph("Unless a sentence says otherwise, every service below begins and ends on those same days.")
      sheet.heading("Services to Be Provided")
      sheet.paragraph(
        "A physical therapist will provide direct physical therapy in the therapy room: two 30-minute sessions per month."
      )
    }.services
    #expect(services.map { $0.startDate?.description } == ["2026-01-12"])
  }

  @Test func allServicesEndOnADay() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Start date", "Minutes per week", "Location"],
          ["Math", "11/17/25", "40", "Resource room"], ["Occupational therapy", "11/17/25", "30", "OT room"],
        ], widths: [140, 100, 110, 120], bold: true)
      sheet.gap(10)
      sheet.line("All services end on 11/13/26.")
    }.services
    #expect(services.map { $0.endDate?.description } == ["2026-11-13", "2026-11-13"])
  }

  @Test func aBlankColumnOfDatesStaysBlank() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.line("Services begin 9/15/2025 and end 9/11/2026.")
      sheet.table(
        [
          ["Service", "Minutes per week", "Location", "Start date", "End date"],
          ["Math", "40", "Resource room", "9/15/2025", "9/11/2026"], ["Occupational therapy", "30", "OT room", "", ""],
        ], widths: [140, 100, 110, 70, 70], bold: true)
    }.services
    #expect(services.map { $0.startDate?.description } == ["2025-09-15", nil])
  }

  @Test func labelledSentencesAmongTheGoals() throws {
    let services = try plan { sheet in
      sheet.heading("Present Levels")
      sheet.paragraph("Unless the line says otherwise, services begin on 02/17/2026 and end on 02/12/2027.")
      sheet.heading("Annual Goals")
      sheet.line("Goal 1: Jo will walk to the cafeteria without help in nine of ten trips.")
      sheet.paragraph(
        "Related service: Orientation and mobility for 40 minutes, 2 times per month in the hallways and cafeteria by the orientation and mobility specialist."
      )
      sheet.paragraph(
        "Related service: Physical therapy for 30 minutes weekly in the gym by the PT. From 09/08/2026 to 01/19/2027.")
    }.services
    #expect(services.map(\.service.code) == [.orientationMobility, .physicalTherapy])
    #expect(services.map { $0.endDate?.description } == ["2027-02-12", "2027-01-19"])
  }

  @Test func aKeyWithoutSignsBetweenSemicolons() {
    var key = CodeKey([])
    key.add(
      paragraph: "Provider: SE special education teacher; DH teacher of the deaf and hard of hearing; AU audiologist")
    #expect(key.meaning(of: "DH") { _ in true } == "teacher of the deaf and hard of hearing")
  }

  @Test func aLabelThatThePageEndCut() throws {
    var first = Sheet(page: 1)
    first.heading("Services")
    first.gap(500)
    let widths = [90.0, 140, 120, 80, 80]
    first.table(
      [
        ["A. Consultation (Indirect Services to School Personnel)", nil, nil, nil, nil],
        ["Focus on Goal #", "Type of Service", "Frequency and\nDuration / Per", "Start Date", "End Date"],
      ], widths: widths, bold: true)
    var second = Sheet(page: 2)
    second.table(
      [
        ["", "", "Week", "", ""], ["3", "Occupational Therapy", "1 x 15 minutes", "9/22/25", "9/21/26"],
        ["4", "Behavior Support", "1 x 30 minutes", "9/22/25", "9/21/26"],
      ], widths: widths)
    let services = try Readers.embedded().parser.parse([first, second]).services
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [15, 30])
  }

  @Test func datesAtTheHeadOfEveryPageAreThoseOfAllServices() throws {
    let sheets = (1...2).map { page in
      var sheet = Sheet(page: page, top: 40)
      sheet.line([
        ("Elk Prairie Schools", 50),
        ("Duration of Special Education and Related Services: From 10/9/2025 To 10/8/2026", 200),
      ])
      sheet.gap(80)
      if page == 1 {
        sheet.heading("Present Levels")
        sheet.paragraph("Jo reads two pages aloud to a classmate and tells what they are about.")
      } else {
        sheet.heading("Special Education and Related Services")
        sheet.table(
          [
            ["Type", "Sessions", "Per", "Amount of time", "Location"],
            ["Speech-Language Therapy", "2", "week", "30 minutes", "Therapy room"],
          ], widths: [150, 60, 60, 90, 120])
      }
      return sheet
    }
    let services = try Readers.embedded().parser.parse(sheets).services
    #expect(services.map { $0.startDate?.description } == ["2025-10-09"])
    #expect(services.map { $0.endDate?.description } == ["2026-10-08"])
  }

  @Test func oneDayIsSaidOfTheSectionsBelowToo() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.line("All services on this page end on Sept. 9, 2027.")
      for (group, name) in [("Special Education Services", "Reading instruction"), ("Related Services", "Counseling")] {
        sheet.heading(group)
        sheet.row(["Service", "Location", "Minutes per week", "Begin date"], at: [50, 200, 330, 460], bold: true)
        sheet.row([name, "Resource room", "60", "9/10/2026"], at: [50, 200, 330, 460])
      }
    }.services
    #expect(services.map { $0.startDate?.description } == ["2026-09-10", "2026-09-10"])
    #expect(services.map { $0.endDate?.description } == ["2027-09-09", "2027-09-09"])
  }

  @Test func aPlanInSentencesTakesThemToo() throws {
    let services = try plan { sheet in
      sheet.heading("Part 2. Plan by Area")
      sheet.line("All services in this part start on Nov. 30, 2026 and continue through Nov. 17, 2027.")
      sheet.heading("Annual Goals")
      sheet.line("Goal 1. By June, Jo will retell the class story to a partner in four of five lessons.")
      sheet.line("Service. Jo will receive speech therapy for 20 minutes weekly in the classroom by the SLP.")
    }.services
    #expect(services.map { $0.startDate?.description } == ["2026-11-30"])
    #expect(services.map { $0.endDate?.description } == ["2027-11-17"])
  }
}
