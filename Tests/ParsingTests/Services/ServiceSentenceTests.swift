import IEPModel
import Testing

@testable import Parsing

/// Services that sentences and bullets state.
@Suite struct ServiceSentenceTests {
  @Test(arguments: [
    ("30 minutes of small group speech therapy, 1 time per week, in the speech room", ServiceCode.speechLanguage),
    ("20 minutes of consultation with staff for PT, 1 time per month, in the classroom", .physicalTherapy),
    ("45 minutes of Special education - Reading, 5 times per week, in the resource room", .specializedInstruction),
  ])
  func howAndWithWhomMayStandBeforeTheName(text: String, code: ServiceCode) throws {
    let found = try plan { sheet in
      sheet.heading("Services")
      sheet.line("• \(text), from 9/8/2027 to 9/7/2028.")
    }.services
    #expect(found.map(\.service.code) == [code])
    #expect(found.allSatisfy { $0.dose.minutesPerPeriod != nil })
  }

  @Test(arguments: ["O.T.", "Phys. Therapy", "Occup. Therapy", "P.T."])
  func aShortenedNameEndsNoSentence(name: String) throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.paragraph("Zadie will receive \(name) 3 x 30 min/week in the Gym from 4/9/2027 to 4/8/2028.")
    }.services
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [90])
    #expect(services.map { $0.endDate?.description } == ["2028-04-08"])
  }

  @Test func aMarkSetLargerThanItsTextOpensNoOtherParagraph() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for name in ["Physical Therapy", "Nursing Services"] {
        sheet.write("•", x: 50, y: sheet.y - 1, size: 10)
        sheet.line(
          "\(name) will be given 30 minutes weekly in the Gym, beginning 4/9/2027 and ending April", x: 64, size: 8)
        sheet.line("8, 2028.", x: 64, size: 8)
      }
    }.services
    #expect(services.map { $0.endDate?.description } == ["2028-04-08", "2028-04-08"])
  }

  @Test func aHeadingMaySayWhichServices() throws {
    let services = try plan { sheet in
      sheet.heading("What we know about the student now")
      sheet.paragraph("Zadie reads words that she has seen before.")
      sheet.line("Related services that the district offers", bold: true)
      sheet.paragraph("Zadie will receive counseling for 30 minutes once each week in the counseling office.")
    }.services
    #expect(services.map(\.service.code) == [.counseling])
  }

  @Test(arguments: [
    ("the OT comes to the classroom for 30 minutes each week", ProviderCode.ot),
    (
      "a certified occupational therapy assistant, supervised by the therapist, will help her twice a month for 30 minutes",
      .cota
    ),
  ])
  func whoDoesItStandsBehindItsName(rest: String, provider: ProviderCode) throws {
    let services = try plan { sheet in
      sheet.heading("Special education and related services")
      sheet.paragraph("All services below start on October 6, 2025 and end on October 2, 2026.")
      sheet.paragraph("1. Occupational therapy: \(rest). (Goal 2)")
    }.services
    #expect(services.map { $0.provider?.code } == [provider])
  }

  @Test func theExtendedYearIsNoPlace() throws {
    let services = try plan { sheet in
      sheet.heading("Special education services")
      sheet.paragraph(
        "In the extended school year Zadie will receive reading instruction for 60 minutes three times each week in the "
          + "resource room from the special education teacher from 6/8/2026 to 7/3/2026.")
    }.services
    #expect(services.map { $0.location?.text } == ["the resource room"])
  }

  @Test func aRoomIsNoPerson() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.line("• Counseling, 30 minutes weekly, OT/PT Room, 4/9/2027 to 4/8/2028")
    }.services
    #expect(services.map(\.provider?.code) == [nil])
    #expect(services.map { $0.location?.text } == ["OT/PT Room"])
  }

  @Test func settingsBesideABandOfConsultationAreOfDirectServices() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Amount", "Start Date", "End Date"], ["Consultation Services", nil, nil, nil],
          ["Nursing Services", "15 minutes monthly", "4/9/2027", "4/8/2028"],
          ["Services in the General Education Classroom", nil, nil, nil],
          ["Reading instruction", "20 minutes daily", "4/9/2027", "4/8/2028"],
          ["Services in the Special Education Classroom", nil, nil, nil],
          ["Counseling", "30 minutes weekly", "4/9/2027", "4/8/2028"],
        ], widths: [180, 120, 80, 80])
    }.services
    #expect(services.map(\.delivery) == [.consultation, .direct, .direct])
  }

  @Test func blanksOfASentenceAreFilledInForEachService() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      for (mark, service, person, goal) in [
        ("C1.", "Reading", "special education teacher", "1"),
        ("C2.", "Speech therapy", "speech-language pathologist", "2"),
      ] {
        sheet.line(
          "\(mark) Service \(service) . The student will receive 40 minutes, 5 times each week , in the resource room ,"
        )
        sheet.line("from \(person) . Begins 08/31/2026 Ends 08/26/2027 . Goal(s) \(goal)")
        sheet.line(".")
      }
    }.services
    #expect(services.map(\.service.text) == ["Reading", "Speech therapy"])
    #expect(services.map(\.provider?.code) == [.specialEducationTeacher, .slp])
    #expect(services.map(\.goalNumbers) == [["1"], ["2"]])
  }

  @Test func whatInstructionIsInStandsBetweenItsMinutesAndItsTimes() throws {
    let services = try plan { sheet in
      sheet.heading("Statement of services")
      sheet.line("The following services begin on December 9, 2025 and end on December 8, 2026.")
      sheet.line("Special education:")
      sheet.paragraph(
        "Jo will receive 20 minutes of specially designed instruction in study skills four times per week from a special "
          + "education teacher in the special education classroom.")
    }.services
    #expect(services.map(\.service.code) == [.specializedInstruction])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [80])
    #expect(services.map(\.category) == [.specialEducation])
    #expect(
      services.first?.dose.text == "20 minutes of specially designed instruction in study skills four times per week")
  }

  @Test func whoReceivesConsultationDoesNotGiveIt() {
    #expect(Clauses.subject(of: "The classroom teacher will receive 30 minutes of consultation") == nil)
    #expect(Clauses.subject(of: "The classroom teacher will give 30 minutes of support") == "classroom teacher")
  }

  @Test func aNameMayStandBeforeTheSentenceOfAPerson() throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      sheet.paragraph(
        "Vision Services. Ms. Lark, TVI will work with Jo individually in the resource room for 45 minutes, 3 times per week, starting Jan. 19, 2026 and ending Jan. 12, 2027. Supports goal 1."
      )
      sheet.gap(12)
      sheet.paragraph(
        "Physical Therapy in Class. Mr. Ode, PT consults with the teacher in the general education classroom for 20 minutes once a week, from Jan. 19, 2026 to Jan. 12, 2027."
      )
    }.services
    #expect(services.map(\.service.text) == ["Vision Services", "Physical Therapy in Class"])
    #expect(services.map { $0.provider?.code } == [.tvi, .pt])
    #expect(services.map { $0.location?.code } == [.specialEducation, .generalEducation])
  }

  @Test func theFirstDayOfASpanMayLeaveItsYearToTheLast() throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      sheet.paragraph(
        "1. Speech therapy: 30 min 2x/wk, teletherapy, contract SLP, from 9/8 to 5/21/26 (Goals 1 and 4).")
    }.services
    #expect(services.map { $0.startDate?.description } == ["2025-09-08"])
    #expect(services.map { $0.endDate?.description } == ["2026-05-21"])
  }
}
