import IEPModel
import Testing

@testable import Parsing

/// Lists of services without marks, an item a line or two.
@Suite struct ListedItemTests {
  @Test func anItemBeginsWhereTheNextNameAndAmountStand() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.line("Nursing: 15 min. 1x/week; Location: Gym; Begins 2/28/25, Ends 2/27/26; Provider: RN")
      sheet.line("Physical Therapy: 45 min. 1x/week; Location: Campus-wide; Begins 2/28/25, Ends 2/27/26; Provider: PT")
      sheet.line("Counseling: 60 min. 4x/month; Location: Therapy Room; Begins 2/28/25, Ends 2/27/26; Provider: LCSW")
    }.services
    #expect(services.map(\.service.code) == [.nursing, .physicalTherapy, .counseling])
    #expect(services.map { $0.endDate?.description } == ["2026-02-27", "2026-02-27", "2026-02-27"])
    #expect(services.map(\.provider?.code) == [.nurse, .pt, .socialWorker])
  }

  @Test func aNameMayEndLikeASentence() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.line("Adapted PE. 40 minutes, 2 days each week, gym, APE teacher. 11/10/25 to 11/9/26")
      sheet.line("Speech therapy. Starting 11/10/25 and ending 11/9/26, in the speech room: 20 minutes, once a week.")
      sheet.line("OT. 30 min 1 day/wk in: Gym. Provider: OTR. 11/10/25 - 11/9/26.")
    }.services
    #expect(services.map(\.service.code) == [.adaptedPE, .speechLanguage, .occupationalTherapy])
    #expect(services.map { $0.dose.minutesPerWeek(by: SchoolCalendar())?.min } == [80, 20, 30])
    #expect(services.allSatisfy { $0.endDate?.description == "2026-11-09" })
  }

  @Test func aNameThatSaysBothSizesTellsNeither() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.paragraph("Individual and Small Group Counseling, 3x per month for 30 minutes, Gym, 1/5/26 to 1/4/27")
    }.services
    #expect(services.map(\.service.code) == [.counseling])
    #expect(services.map(\.grouping) == [nil])
  }

  @Test func theNameIsNotWhoGivesIt() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.paragraph(
        "Language/Speech Therapy, 1x per week for 45 minutes, All school environments, 2/22/26 to 2/21/27")
    }.services
    #expect(services.map(\.service.code) == [.speechLanguage])
    #expect(services.map { $0.provider?.text } == [nil])
  }
}
