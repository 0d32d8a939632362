import Extraction
import IEPModel
import Testing

@testable import Parsing

/// Headings over tables that explain themselves at length.
@Suite struct HeadingOfGroupTests {
  @Test func aHeaderMayGoOnForWhomElseItsSupportsAre() throws {
    let services = try plan { sheet in
      sheet.heading("Special Education and Related Services")
      sheet.table(
        [
          ["Other Supports for School Personnel, or for Student", "Start", "End", "Duration/Freq", "Location"],
          ["Behavior training", "4/9/2027", "4/8/2028", "30 min monthly", "Classroom"],
        ], widths: [240, 60, 60, 80, 70], bold: true)
    }.services
    #expect(services.map(\.category) == [.personnelSupport])
  }

  @Test func aNameInBoldHeadsATableWhateverExplainsIt() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      let name = "A. Supplementary aids and services:"
      let end = Word.run(name, x: 50, y: 0).last?.box.x1 ?? 0
      sheet.write(name, x: 50, y: sheet.y, bold: true)
      sheet.line([("aids, services and other supports that are given in regular education", end + 3)])
      sheet.table(
        [
          ["Statement", "Frequency/Amount", "Location"],
          ["Educational interpreter", "4 hours each school day", "Classroom"],
        ], widths: [200, 140, 120])
    }.services
    #expect(services.map(\.category) == [.supplementaryAid])
  }

  @Test(arguments: [
    ("The projected beginning and ending date(s) of IEP services are 4/9/2027 to 4/8/2028.", true),
    ("The dates of the meetings are 4/9/2027 to 4/8/2028.", false),
  ])
  func datesOfServicesGoOn(text: String, areOfServices: Bool) throws {
    let span = DatesOfServices(values: try Readers.embedded().values).read(text)
    #expect(span.map(\.isOfServices) == areOfServices)
  }

  @Test func aCellThatGoesOnNamesNoPerson() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Amount", "Location", "Start Date"],
          ["Language instruction for deaf\nand hard of hearing students", "42 minutes daily", "DHH room", "4/9/2027"],
        ], widths: [180, 110, 100, 80])
    }.services
    #expect(services.map(\.provider) == [nil])
    #expect(services.map(\.service.code) == [.deafHardOfHearing])
  }

  @Test func aRangeOfSessionsIsNoSizeOfAGroup() throws {
    let services = try plan { sheet in
      sheet.heading("Services")
      sheet.table(
        [
          ["Service", "Amount", "Location", "Start Date"],
          ["Counseling", "2-3 sessions a week of 20 minutes", "Office", "4/9/2027"],
          ["Nursing", "20 minutes weekly, small group", "Office", "4/9/2027"],
        ], widths: [120, 180, 80, 80])
    }.services
    #expect(services.map(\.grouping) == [nil, .group])
  }
}
