import IEPModel
import Testing

@testable import Parsing

/// Amounts that stand apart from the services that they are of, and boxes among them.
@Suite struct AmountAcrossTests {
  @Test func aRowAcrossTheColumnsSaysHowMuchAndWhen() throws {
    let services = try plan { sheet in
      sheet.heading("Statement of Special Education and Related Services")
      sheet.table(
        [
          ["Service", "Location", "Provider", "Goals"], ["SPECIAL EDUCATION", nil, nil, nil],
          ["Resource Program - Reading", "Resource room", "Special Education Teacher", "1, 2"],
          ["40 minutes, 5 times per week, starting September 9, 2026 and ending September 3, 2027", nil, nil, nil],
          ["RELATED SERVICES", nil, nil, nil], ["Occupational Therapy (individual)", "Classroom", "OTR", "3"],
          [
            "30 minutes, 1 time every 6 school days, starting September 9, 2026 and ending June 3, 2027", nil, nil, nil,
          ],
        ], widths: [170, 120, 140, 80])
    }.services
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [200, 25])
    #expect(services.map { $0.endDate?.description } == ["2027-09-03", "2027-06-03"])
    #expect(services.map(\.goalNumbers) == [["1", "2"], ["3"]])
  }

  @Test func anOptionEndsBeforeAGap() throws {
    let services = try plan { sheet in
      sheet.heading("SERVICES")
      for (name, times, minutes) in [("Reading instruction", 5, 40), ("Speech-language therapy", 3, 20)] {
        sheet.line([("☒ \(name)", 50), ("Goal(s) 1", 260), ("begin 08-24-2026", 350), ("end 08-19-2027", 450)])
        sheet.line([
          ("\(times) times per", 64), ("☐ day", 130), ("☒ week", 180), ("☐ month", 230), ("for \(minutes)", 300),
          ("minutes", 350), ("☐ individual", 400), ("☒ group", 470),
        ])
        sheet.line([("Where: Resource room", 64), ("By whom: Special education teacher", 300)])
      }
    }.services
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [200, 60])
    #expect(services.map(\.grouping) == [.group, .group])
  }

  @Test func whatIsNotTickedIsNotSaid() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.paragraph("Occupational therapy by the OTR in the OT room")
      sheet.line(
        "Occupational therapy in the OT room, 1 time each week for 30 minutes from 09/14/2026 to 09/09/2027  ☐ consultation only"
      )
    }.services
    #expect(services.map(\.delivery) == [nil])
  }

  @Test func boxesBehindAWholeAmountSayWithWhom() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.line([("Service: Physical Therapy", 50), ("Provider: PT", 350)])
      sheet.line([("Duration/Freq: 1 session of 30 minutes each week", 50), ("☒ Ind ☐ Grp", 350)])
      sheet.line([("Location: Gym", 50), ("Start Date: 9/28/2026", 200), ("End Date: 9/24/2027", 350)])
    }.services
    #expect(services.map(\.grouping) == [.individual])
  }

  @Test func aSeasonByItsKeySaysWhichYear() throws {
    var key = CodeKey([])
    key.add(paragraph: "Season: R = regular school year, E = extended school year.")
    let readers = try Readers.embedded()
    let found = ServiceTableReader(labels: readers.labels, values: readers.values, key: key).read(
      Grid.table([
        ["Service", "Minutes per week", "Place", "Season", "From"],
        ["Physical Therapy", "30", "Gym", "R", "9/9/2026"], ["Physical Therapy", "60", "Gym", "E", "7/1/2027"],
      ]), context: ServiceContext(), continuing: nil)?.candidates
    #expect(found?.map { $0.text(.extendedSchoolYear) != nil } == [true, true])
  }

  @Test func linesThatWrapOnATypewriterAreNoLabels() throws {
    let services = try plan { sheet in
      sheet.heading("SERVICES")
      let columns = [50.0, 160, 240, 350, 450, 510]
      sheet.row(["SERVICE", "FREQUENCY", "DURATION", "LOCATION", "BEGIN", "END"], at: columns)
      for name in ["Physical Therapy -", "Occup. Therapy -"] {
        sheet.row([name, "1x/week", "40 minutes", "Regular class", "03/20/2024", "03/19/2025"], at: columns)
        sheet.row(["Individual", "", "per session", "Therapist", "", ""], at: columns)
      }
    }.services
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [40, 40])
  }

  @Test func blocksOfBlanksWithBoxesBehindTheirFirst() throws {
    let services = try plan { sheet in
      sheet.heading("3. Services")
      for (number, name, person) in [
        ("1.", "life skills instruction", "special education teacher"), ("2.", "speech therapy", "SLP"),
      ] {
        sheet.line([
          ("\(number) Service \(name)", 50), ("☒ special education", 240), ("☐ related service for Goal(s) 4", 380),
        ])
        sheet.line([
          ("☒ direct ☐ consultation", 50), ("☐ individual ☒ group", 200), ("40", 330), ("minutes, 4", 360),
          ("times each", 420), ("☐ day ☒ week ☐ month", 490),
        ])
        sheet.line("Place: ☐ regular class ☒ resource room ☐ therapy room ☐ other:")
        sheet.line([("Given by \(person)", 50), ("from 11/10/2025", 300), ("to 11/9/2026", 420)])
        sheet.gap(6)
      }
    }.services
    #expect(services.map(\.service.text) == ["life skills instruction", "speech therapy"])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [160, 160])
    #expect(services.map(\.provider?.code) == [.specialEducationTeacher, .slp])
    #expect(services.map(\.grouping) == [.group, .group])
    #expect(services.map { $0.endDate?.description } == ["2026-11-09", "2026-11-09"])
  }

  @Test func aLineOverATableNamesTheGoalThatItsServicesServe() throws {
    let services = try plan { sheet in
      sheet.heading("Goals, each with the services that support it")
      for (goal, name) in [("1", "Reading instruction"), ("2", "Speech therapy")] {
        sheet.line("Goal \(goal): Jo will answer three questions about a story in four of five trials.")
        sheet.gap(8)
        sheet.line("Services that support Goal \(goal)")
        sheet.gap(4)
        sheet.table(
          [
            ["Service", "Amount", "Where", "Who", "Dates"],
            [name, "40 minutes weekly", "Resource room", "SLP", "9/2/2025 - 9/1/2026"],
          ], widths: [120, 110, 90, 60, 120])
        sheet.gap(12)
      }
    }.services
    #expect(services.map(\.goalNumbers) == [["1"], ["2"]])
  }

  @Test func aMenuAmongLabelledBlanksOpensNoCard() throws {
    let services = try plan { sheet in
      sheet.heading("Special Education and Related Services (check all that apply)")
      sheet.line("Specially designed instruction (special education)", bold: true)
      for (box, name, minutes) in [
        ("☒", "SDI - Reading", "40"), ("☐", "SDI - Mathematics", ""), ("☒", "SDI - Behavior", "20"),
      ] {
        let isOn = !minutes.isEmpty
        sheet.line(
          [
            (box, 50), (name, 66), (minutes, 220), ("minutes", 250), (isOn ? "5" : "", 300), ("times per", 320),
            ("☐", 380), ("day", 392), (isOn ? "☒" : "☐", 420), ("week", 432), ("☐", 470), ("month", 482),
          ].filter { !$0.0.isEmpty }.map { (text: $0.0, x: Double($0.1)) })
        sheet.line(
          [
            ("beginning", 80), (isOn ? "12/1/2025" : "", 140), ("through", 220), (isOn ? "11/18/2026" : "", 270),
            ("location", 350), (isOn ? "Resource room" : "", 400),
          ].filter { !$0.0.isEmpty }.map { (text: $0.0, x: Double($0.1)) })
      }
    }.services
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [200, 100])
  }
}
