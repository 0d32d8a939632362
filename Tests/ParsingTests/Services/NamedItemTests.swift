import IEPModel
import Testing

@testable import Parsing

/// Items of a list that open with a service's name and a stop and say the rest in sentences, as letters do.
@Suite struct NamedItemTests {
  private func services(_ bullets: [String], under heading: String = "Related services") throws -> [ServiceLine] {
    try plan { sheet in
      sheet.heading("Services the school will provide")
      sheet.heading(heading)
      for bullet in bullets { sheet.paragraph("• " + bullet) }
    }.services
  }

  @Test func theNameTellsTheServiceAndTheTitleWho() throws {
    let found = try services([
      "Speech-language. The speech teacher will see Zadie in the life skills classroom 6 times per quarter, 20 minutes each time. This goes with Goal 4.",
      "Social work. Ms. Paquin, LCSW, will meet with Zadie for half an hour a week in her office. This goes with Goal 5.",
    ])
    #expect(found.map(\.service.code) == [.speechLanguage, .socialWork])
    #expect(found.map(\.provider?.code) == [.slp, .socialWorker])
    #expect(found.map(\.goalNumbers) == [["4"], ["5"]])
  }

  @Test func howOftenAndHowLongMayStandApart() throws {
    let found = try services([
      "Occupational therapy. Mr. Deng (OTR/L) comes into Zadie's second grade classroom once a week and stays for 25 minutes. This goes with Goal 3."
    ])
    #expect(found.map(\.service.code) == [.occupationalTherapy])
    #expect(found.map { $0.dose.minutesPerWeek(by: SchoolCalendar()) } == [Interval(25)])
    #expect(found.map(\.provider?.code) == [.ot])
    #expect(found.map(\.location?.code) == [.generalEducation])
  }

  @Test func whoSupervisesComesBehindWhoGives() throws {
    let found = try services([
      "Occupational therapy. The COTA, supervised by our OT, will help Zadie in the classroom for 15 minutes, two times each week. This goes with Goal 4."
    ])
    #expect(found.map(\.provider?.code) == [.cota])
  }

  @Test func asNeededIsAnAmountLeftOpen() throws {
    let found = try services([
      "OT consultation. Our occupational therapist will talk with teachers about Zadie as needed, in her classrooms. This goes with Goal 2."
    ])
    #expect(found.map(\.dose.qualifier) == [.asNeeded])
  }
}
