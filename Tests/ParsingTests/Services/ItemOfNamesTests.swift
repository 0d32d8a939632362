import IEPModel
import Testing

@testable import Parsing

/// Items of numbered lists: a name that ends like a sentence, clauses, labels and dates behind it.
@Suite struct ItemOfNamesTests {
  @Test func theAmountMayBeginWithAWord() throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      sheet.line("1. Counseling. 1 x 40 min / wk, office. Staff: Dr. Amari, school psychologist. Goals: 1,")
      sheet.line("3. 2/4/2026 - 2/2/2027.")
      sheet.line("2. Speech. up to 60 min / mo, speech room. Staff: SLP. Goal 2. 2/4/2026 - 2/2/2027.")
      sheet.line("3. OT. one period (40 min) a week, art room. Staff: COTA under the OTR. Goal 4. 2/4/2026 -")
      sheet.line("2/2/2027.")
    }.services
    #expect(services.map(\.service.code) == [.counseling, .speechLanguage, .occupationalTherapy])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [40, 15, 40])
    #expect(services.map { $0.provider?.code } == [.schoolPsychologist, .slp, .cota])
    #expect(services.map(\.goalNumbers) == [["1", "3"], ["2"], ["4"]])
    #expect(services.map { $0.endDate?.description } == ["2027-02-02", "2027-02-02", "2027-02-02"])
    #expect(services[1].dose.qualifier == .upTo)
  }

  @Test func anItemThatDoesNotSayHowOftenIsAService() throws {
    let services = try plan { sheet in
      sheet.heading("Special Education Services")
      sheet.line("1. Summer class with the autism teacher, 2 hours a day, 3 days a week, Room 9.")
      sheet.heading("Related Services")
      sheet.line("2. Counseling with the school counselor, 25 min, in the counseling office (Goal 3).")
      sheet.line("3. OT by the OTR, 30 minutes a week, in the classroom.")
      sheet.line("4. The family brings a lunch.")
    }.services
    #expect(services.map(\.service.code) == [.specializedInstruction, .counseling, .occupationalTherapy])
    #expect(services.map(\.service.text).prefix(2) == ["Summer class", "Counseling"])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [360, nil, 30])
    #expect(services[1].dose.sessionMinutes?.min == 25)
  }

  @Test func aGoalsNumberAtALinesHeadOpensNoItem() throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      sheet.line("1. Nursing. 10 min daily, health room, with the school nurse and her aide. Staff: RN. Goal")
      sheet.line("2. 2/4/2026 - 2/2/2027.")
      sheet.line("2. OT. 2 x 30 min / wk, art room. Staff: OTR. Goal 4. 2/4/2026 - 2/2/2027.")
    }.services
    #expect(services.map(\.service.code) == [.nursing, .occupationalTherapy])
    #expect(services.map(\.goalNumbers) == [["2"], ["4"]])
  }

  @Test func aRideNeedsNoAmount() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.line("Transportation", bold: true)
      sheet.line("1. Bus with lift, to and from school. Staff: bus driver. 2/4/2026 - 2/2/2027.")
    }.services
    #expect(services.map(\.service.code) == [.transportation])
    #expect(services.map { $0.endDate?.description } == ["2027-02-02"])
  }

  @Test func whoHasItDoesNotGiveIt() throws {
    let services = try plan { sheet in
      sheet.heading("Related Services")
      sheet.paragraph(
        "The teacher will have physical therapy consultation for 30 minutes per month in the gym with the physical "
          + "therapist, 2/4/2026 to 2/2/2027.")
    }.services
    #expect(services.map { $0.provider?.code } == [.pt])
  }
}
