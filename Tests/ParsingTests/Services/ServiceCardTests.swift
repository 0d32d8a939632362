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

  @Test func aCountOverEachCardPartsItsSmallLabelsFromTheLast() throws {
    let columns = [50.0, 220, 400]
    let services = try plan { sheet in
      sheet.heading("Statement of Services")
      for (number, name, place) in [("1", "Speech Therapy", "Library"), ("2", "Physical Therapy", "Gym")] {
        sheet.line("Service \(number)", size: 9, bold: true)
        sheet.row(["Service Type", "Manner of Giving", "Begins"], at: columns, size: 6)
        sheet.row([name, "Direct", "Sep 8, 2025"], at: columns)
        sheet.gap(4)
        sheet.row(["Place", "Provider", "Amount"], at: columns, size: 6)
        sheet.row([place, name == "Physical Therapy" ? "PT" : "SLP", "30 min/week"], at: columns)
        sheet.gap(4)
      }
    }.services
    #expect(services.map(\.service.text) == ["Speech Therapy", "Physical Therapy"])
    #expect(services.map { $0.startDate?.description } == ["2025-09-08", "2025-09-08"])
    #expect(services.map(\.location?.text) == ["Library", "Gym"])
    #expect(services.map(\.provider?.code) == [.slp, .pt])
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

  @Test func cardsSideBySideKeepTheirBoxesAndWrappedValues() throws {
    let services = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      let columns = [50.0, 320]
      for (left, right) in [("Counseling", "Speech Therapy"), ("Physical Therapy", "Vision Services")] {
        sheet.row(["Service: \(left)", "Service: \(right)"], at: columns)
        sheet.row(["Start Date: 9/2/2026", "Start Date: 9/9/2026"], at: columns)
        sheet.row(["☒ Ind ☐ Grp", "☐ Ind ☒ Grp"], at: columns)
        sheet.row(["Frequency: 30 minutes weekly", "Frequency: 4 sessions of 20 minutes"], at: columns)
        sheet.row(["Location: Office", "a month"], at: columns)
        sheet.row(["", "Location: Speech room"], at: columns)
        sheet.gap(16)
      }
    }.services
    #expect(services.map(\.service.code) == [.counseling, .speechLanguage, .physicalTherapy, .vision])
    #expect(services.map(\.grouping) == [.individual, .group, .individual, .group])
    #expect(services.map { $0.startDate?.description } == ["2026-09-02", "2026-09-09", "2026-09-02", "2026-09-09"])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [30, 20, 30, 20])
  }

  @Test func aCountOverACardOpensNoSection() throws {
    let document = try plan { sheet in
      sheet.heading("Services")
      for (count, name) in ["Counseling", "Physical Therapy"].enumerated() {
        sheet.line("Service \(count + 1)", bold: true)
        sheet.row(["Type of Service", "Frequency"], at: [50, 300], bold: true)
        sheet.row([name, "20 minutes per week"], at: [50, 300])
        sheet.gap(6)
      }
    }
    #expect(document.services.map(\.service.code) == [.counseling, .physicalTherapy])
    #expect(document.sections.filter { $0.code == .services }.count == 1)
  }

  @Test func aCardMayBeginWithItsProvider() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for (provider, name) in [("DPT", "Physical Therapy"), ("School Social Worker", "Counseling"), ("OTR", "OT")] {
        sheet.line("Provider: \(provider)")
        sheet.line("Type of Service: \(name)")
        sheet.line("Frequency: 20 minutes per week")
        sheet.line("Location: School building")
        sheet.gap(6)
      }
    }.services
    #expect(services.map(\.service.code) == [.physicalTherapy, .counseling, .occupationalTherapy])
    #expect(services.map(\.provider?.code) == [.pt, .socialWorker, .ot])
  }

  @Test func whoGivesAServiceIsNoSecondOne() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for (name, person) in [("Counseling", "School Counselor"), ("Occupational Therapy", "OT")] {
        sheet.line("Service: \(name)")
        sheet.line("Start Date: 9/2/2026")
        sheet.line("Discipline / Provider: \(person)")
        sheet.line("Frequency: 20 minutes per week")
        sheet.gap(6)
      }
    }.services
    #expect(services.map(\.service.text) == ["Counseling", "Occupational Therapy"])
    #expect(services.map(\.provider?.code) == [.counselor, .ot])
  }

  @Test func roomsInAListedSentenceAreNoPersons() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.line("• P.T., 20 minutes per session, 2 sessions per week, Speech Room, 9/2/2026 to 9/1/2027")
      sheet.line("• Counseling, 30 minutes per session, 1 session per week, Special Ed. Room, 9/2/2026 to 9/1/2027")
    }.services
    #expect(services.map(\.provider?.code) == [nil, nil])
    #expect(services.map(\.location?.code) == [.therapyRoom, .specialEducation])
  }

  @Test func aLabelGoesOnBesideTheValuesOfItsNeighbours() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      let columns = [50.0, 220, 400]
      for (name, place) in [("Counseling", "Office"), ("Physical Therapy", "Gym")] {
        sheet.row(["Special Education / Related", "Dosage", "Setting"], at: columns, bold: true, leading: 1.25)
        sheet.line([("45 minutes per", 220), (place, 400)], leading: 0)
        sheet.line([("Service", 50)], bold: true, leading: 1.25)
        sheet.row([name, "week"], at: columns)
        sheet.gap(6)
      }
    }.services
    #expect(services.map(\.service.code) == [.counseling, .physicalTherapy])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [45, 45])
  }

  @Test func cellsOfALabelOverItsValueAreACard() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for (name, minutes, place) in [("Counseling", "40", "Office"), ("Physical Therapy", "25", "Gym")] {
        sheet.table(
          [
            ["Type of Service\n\(name)", "Provider\nSchool Nurse", "Frequency\n\(minutes) minutes per week"],
            ["Dates\n9/2/2026 to 9/1/2027", nil, "Location\n\(place)"],
          ], widths: [170, 150, 190])
      }
    }.services
    #expect(services.map(\.service.code) == [.counseling, .physicalTherapy])
    #expect(services.map(\.provider?.code) == [.nurse, .nurse])
    #expect(services.map { $0.startDate?.description } == ["2026-09-02", "2026-09-02"])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [40, 25])
  }

  @Test func rowsOfLabelsBesideTheirValuesAreACard() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Delivery Model:", "Direct Service", "IEP Service:", "Counseling"],
          ["Frequency and\nAmount:", "15 minutes, 2 times per week", "Setting:", "Office"],
        ], widths: [110, 160, 90, 150])
    }.services
    #expect(services.map(\.service.code) == [.counseling])
    #expect(services.map(\.delivery) == [.direct])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [30])
  }

  /// "Sec Transition" is the third option of the card's row of boxes, not the name behind its first box.
  @Test func boxesBesideACardsFactsOpenNoEntryOfAMenu() throws {
    let services = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      for (name, who, minutes) in [
        ("Language and Speech", "Speech-Language Pathologist", "30 min x 2 served Weekly"),
        ("Occupational Therapy", "Occupational Therapist", "45 min x 1 served Weekly"),
      ] {
        sheet.table(
          [
            ["Service: \(name)", "Start Date: 10/17/2025", "End Date: 10/15/2026"],
            ["Provider: \(who)", "☐ Ind ☒ Grp ☐ Sec Transition", "Duration/Freq: \(minutes)"],
            ["Location: Therapy Room", "Comments:", ""],
          ], widths: [200, 150, 160])
        sheet.gap(8)
      }
    }.services
    #expect(services.map(\.service.code) == [.speechLanguage, .occupationalTherapy])
    #expect(services.map(\.grouping) == [.group, .group])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [60, 45])
  }

  /// "Service type: Transportation" tells the kind; the review is the day on which the service ends.
  @Test func aTypeBeforeTheServiceIsItsKind() throws {
    let columns = [50.0, 220, 400]
    let services = try plan { sheet in
      sheet.heading("Services Profile")
      for (kind, name, how) in [
        ("Related Service", "Occupational Therapy", "30 minutes per session"),
        ("Transportation", "Specialized Transportation", "20 minutes each way"),
      ] {
        sheet.row(["Initiation Date", "Annual Review Date", "Service Type"], at: columns, bold: true)
        sheet.row(["10/1/2025", "9/30/2026", kind], at: columns)
        sheet.row(["Service", "Frequency", "Length/Duration"], at: columns, bold: true)
        sheet.row([name, "2 times/day", how], at: columns)
        sheet.row(["Location", "Provider", "Delivery"], at: columns, bold: true)
        sheet.row(["Resource room", "Special Education Teacher", "Group"], at: columns)
        sheet.gap(12)
      }
    }.services
    #expect(services.map(\.category) == [.relatedService, .transportation])
    #expect(services.map { $0.startDate?.description } == ["2025-10-01", "2025-10-01"])
    #expect(services.map { $0.endDate?.description } == ["2026-09-30", "2026-09-30"])
    #expect(services.map(\.grouping) == [.group, .group])
  }

  @Test func aNameMayHaveItsAmountBehindIt() throws {
    let services = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      for (name, boxes) in [("OT", "☒ individual ☐ small group"), ("PT", "☐ individual ☒ small group")] {
        sheet.line("Service: \(name) for 30 minutes, 2 time(s) per ☐ day ☒ week ☐ month.")
        sheet.line("Place: ☒ general education class ☐ therapy room ☐ throughout the school", x: 66)
        sheet.line("\(boxes)  Given by: Occupational Therapist", x: 66)
        sheet.line("Starting 10/9/2025 and ending 10/8/2026", x: 66)
        sheet.gap(8)
      }
    }.services
    #expect(services.map(\.service.text) == ["OT", "PT"])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [60, 60])
    #expect(services.map(\.location?.code) == [.generalEducation, .generalEducation])
    #expect(services.map(\.grouping) == [.individual, .group])
  }

  @Test func aCardBeginsWithItsFirstLabelThoughItIsBlank() throws {
    let services = try plan { sheet in
      sheet.heading("Services Profile")
      for (name, start) in [
        ("Reading", "10/26/2026"), ("Occupational Therapy", ""), ("School Nurse Services", "10/26/2026"),
      ] {
        sheet.table(
          [
            ["Initiation date", "Ending date", "Service type", "Service"],
            [start, "10/25/2027", "Related Service", name],
            ["Frequency", "Length/duration", "Location", "Provider"],
            ["2 times per week", "30 minutes each time", "Regular classroom", "School Nurse"],
          ], widths: [120, 120, 120, 140], bold: true)
        sheet.gap(10)
      }
    }.services
    #expect(services.map { $0.startDate?.description } == ["2026-10-26", nil, "2026-10-26"])
    #expect(services.map { $0.endDate?.description } == ["2027-10-25", "2027-10-25", "2027-10-25"])
  }

  @Test func aLabelThatNobodyAnsweredGoesOnNoValue() throws {
    let services = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      for (name, goals) in [("Physical Therapy", ""), ("Counseling", "2")] {
        sheet.line(name, size: 11, bold: true)
        for (labels, values) in [
          (["AMOUNT", "HOW"], ["30 minutes per week", "Direct"]), (["STARTS", "ENDS"], ["4/9/2027", "4/8/2028"]),
        ] {
          sheet.line([(labels[0], 50), (labels[1], 220)], size: 6)
          sheet.line([(values[0], 50), (values[1], 220)], leading: 1.2)
        }
        sheet.line("LINKED GOALS", size: 6)
        sheet.line(goals)
        sheet.gap(12)
      }
    }.services
    #expect(services.map { $0.startDate?.description } == ["2027-04-09", "2027-04-09"])
    #expect(services.map(\.goalNumbers) == [[], ["2"]])
  }

  @Test func aLabelsBracketsMayEndInTheNextLine() throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      for (name, times) in [("Speech Therapy", "2"), ("Counseling", "1")] {
        sheet.line(name, size: 10, bold: true)
        sheet.row(["Service Minutes (Per Service Frequency): 20", "Start Date: 09-14-26"], at: [50, 330])
        sheet.row(
          ["Service Frequency (Number of Times Provided Per", "End Date: 09-13-27"], at: [50, 330], leading: 1.1)
        sheet.line("Service Period): \(times)")
        sheet.row(["Service Period: Weekly", "Service Provider (by Position): SLP"], at: [50, 330])
        sheet.line("Location: Speech Room")
        sheet.gap(8)
      }
    }.services
    #expect(services.map(\.service.text) == ["Speech Therapy", "Counseling"])
    #expect(services.map { $0.dose.sessions?.max } == [2, 1])
    #expect(services.allSatisfy { $0.endDate?.description == "2027-09-13" })
  }

  @Test func aHeadingOverTheNextTableMakesNoCardsOfThisOne() throws {
    let document = try plan { sheet in
      sheet.heading("Services")
      sheet.row(
        ["Service", "Location", "Session Length", "Sessions", "Per"], at: [50, 170, 280, 380, 450], bold: true)
      sheet.row(["Speech Therapy", "Library", "45 minutes", "2", "week"], at: [50, 170, 280, 380, 450])
      sheet.row(["Counseling", "Office", "25 minutes", "1", "week"], at: [50, 170, 280, 380, 450])
      sheet.heading("Goals and Objectives")
      sheet.row(["Goal Number", "Area", "Student will"], at: [50, 170, 280], bold: true)
      sheet.row(["1", "Reading", "Jo will retell a story to a partner in class."], at: [50, 170, 280])
    }
    #expect(document.services.map(\.service.text) == ["Speech Therapy", "Counseling"])
    #expect(document.goals.count == 1)
  }
}
