import IEPModel
import Testing

@testable import Parsing

/// Dates said once for many services.
@Suite struct DatesOfServicesTests {
  private let statement: DatesOfServices

  init() throws { statement = DatesOfServices(values: try Readers.embedded().values) }

  @Test(arguments: [
    "All services begin 4/9/2027 and end 4/8/2028.",
    "Start of each of the services below: 4/9/2027. They continue through 4/8/2028.",
    "Every support runs from 4/9/2027 to 4/8/2028.",
    "From 4/9/2027 to 4/8/2028 unless otherwise noted.",
    "Projected initiation: 4/9/2027 Anticipated duration through: 4/8/2028 (applies to all services listed)",
  ])
  func oneOrTwoSentencesSayThemForAll(text: String) {
    let span = statement.read(text)
    #expect(span?.start == CalendarDate(iso: "2027-04-09"))
    #expect(span?.end == CalendarDate(iso: "2028-04-08"))
    #expect(span?.isForAll == true)
  }

  @Test(arguments: [
    "Marta will receive the services below from 4/9/2027 to 4/8/2028.",
    "The team will provide the following special education services from 4/9/2027 through 4/8/2028.",
  ])
  func aSentenceThatPointsAtTheServicesIsOfAllOfThem(text: String) {
    #expect(statement.read(text)?.isOfServices == true)
  }

  @Test(arguments: [
    "Physical therapy begins 4/9/2027 and ends 4/8/2028.", "Starting 4/9/2027, all services are reviewed.",
    "All services start 4/8/2028 and follow the meeting of 4/9/2027.",
  ])
  func datesOfOneServiceOrInNoOrderAreNotForAll(text: String) {
    #expect(statement.read(text) == nil)
  }

  @Test(arguments: [
    "All services end on 4/8/2028.", "Services are in effect through 4/8/2028.",
    "Services listed here continue to 4/8/2028.", "Ending date of every service listed: 4/8/2028.",
  ])
  func theLastDayAloneIsSaidOfAll(text: String) {
    #expect(statement.end(in: text) == CalendarDate(iso: "2028-04-08"))
    #expect(statement.start(in: text) == nil)
  }

  @Test(arguments: ["All services begin on 4/9/2027.", "Each service listed starts 4/9/2027."])
  func soIsTheFirst(text: String) {
    #expect(statement.start(in: text) == CalendarDate(iso: "2027-04-09"))
    #expect(statement.end(in: text) == nil)
  }

  @Test(arguments: ["Services ended on 4/8/2028.", "Counseling ends on 4/8/2028.", "The team met through 4/8/2028."])
  func theEndOfOneOrOfWhatWasIsNot(text: String) { #expect(statement.end(in: text) == nil) }

  /// The services of a plan that ends in a table of one without dates.
  private func nursing(below write: (inout Sheet) -> Void) throws -> [ServiceLine] {
    try plan { sheet in
      write(&sheet)
      sheet.table(
        [["Service", "Amount", "Location"], ["Nursing Services", "15 minutes weekly", "Clinic"]],
        widths: [160, 160, 120])
    }.services
  }

  @Test func theServicesBelowTakeThem() throws {
    let services = try nursing { sheet in
      sheet.heading("Services")
      sheet.paragraph("Start of each of the services below: 4/9/2027. They continue through 4/8/2028.")
    }
    #expect(services.map { $0.startDate?.description } == ["2027-04-09"])
    #expect(services.map { $0.endDate?.description } == ["2028-04-08"])
  }

  @Test func whatAFormSaysAtItsHeadHoldsPastOtherSections() throws {
    let services = try nursing { sheet in
      sheet.heading("Student Information")
      sheet.paragraph("All services begin 4/9/2027 and end 4/8/2028.")
      sheet.heading("Present Levels")
      sheet.paragraph("Zadie reads short stories aloud and retells them.")
      sheet.heading("Measurable Annual Goals")
      sheet.paragraph("Zadie will retell a story in four of five trials.")
      sheet.heading("Services")
    }
    #expect(services.map { $0.startDate?.description } == ["2027-04-09"])
    #expect(services.map { $0.endDate?.description } == ["2028-04-08"])
  }
}
